from datetime import date

import pytest

from lawbook.library.library import Library
from lawbook.rules.workdays import NoSchedule, WorkCalendar, YearCalendar, calendar_of


def schedule(**given: object) -> YearCalendar:
    wanted: dict[str, object] = {
        "key": "china-2030", "year": 2030, "source": "s", "basis": ["a/art-1"],
        "confidence": "two", "working": ["2030-02-09"],
        "off": [{"name": "春节", "days": ["2030-02-02", "2030-02-03", "2030-02-04"]}],
    }  # fmt: skip
    return YearCalendar.model_validate(wanted | given)


@pytest.fixture
def calendar(library: Library) -> WorkCalendar:
    return library.work_calendar


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-01-01", False),  # a Thursday off
        ("2026-01-04", True),  # a Sunday worked
        ("2026-02-13", True),
        ("2026-02-14", True),  # a Saturday worked
        ("2026-02-15", False),
        ("2026-02-23", False),  # a Monday off
        ("2026-02-24", True),
        ("2026-02-28", True),  # a Saturday worked
        ("2026-03-01", False),  # a plain Sunday
        ("2026-05-09", True),
        ("2026-09-20", True),
        ("2026-09-25", False),
        ("2026-09-28", True),
        ("2026-10-07", False),
        ("2026-10-10", True),
        ("2026-10-11", False),
        ("2026-12-31", True),
    ],
)
def test_working_days_of_2026_are_as_published(
    calendar: WorkCalendar, day: str, working: bool
) -> None:
    assert calendar.is_working(date.fromisoformat(day)) is working


def test_2026_has_33_days_off_in_7_holidays_and_6_working_weekends(library: Library) -> None:
    year = library.calendars["china-2026"]
    assert [(one.name, len(one.days)) for one in year.off] == [
        ("元旦", 3), ("春节", 9), ("清明节", 3), ("劳动节", 5), ("端午节", 3), ("中秋节", 3),
        ("国庆节", 7),
    ]  # fmt: skip
    assert len(year.working) == 6
    worked = sum(library.work_calendar.is_working(day) for day in days_of(2026))
    assert worked == 365 - 104 - (33 - weekend(year)) + 6


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1).toordinal()
    return [date.fromordinal(number) for number in range(first, date(year + 1, 1, 1).toordinal())]


def weekend(year: YearCalendar) -> int:
    return sum(day.weekday() >= 5 for day in year.days_off)


@pytest.mark.parametrize("year", [2025, 2027])
def test_a_year_without_schedule_is_never_guessed(calendar: WorkCalendar, year: int) -> None:
    with pytest.raises(NoSchedule) as unknown:
        calendar.is_working(date(year, 3, 3))
    assert unknown.value.year == year


def test_a_year_to_come_is_unpublished_and_a_past_one_not_collected(calendar: WorkCalendar) -> None:
    assert calendar.gap(2027) == "2027年的放假安排，本指南尚未收录。"
    assert calendar.gap(2025) == "本指南未收录2025年的放假安排。"


def test_a_second_year_extends_the_first(calendar: WorkCalendar) -> None:
    both = calendar_of((schedule(), *calendar.years))
    assert [one.year for one in both.years] == [2026, 2030]
    assert both.is_working(date(2030, 2, 9))
    assert both.gap(2028) == "2028年的放假安排，本指南尚未收录。"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"working": ["2030-02-08"]}, "2030-02-08 不是周末"),
        ({"working": ["2030-02-02"]}, "2030-02-02 既放假又上班"),
        ({"working": ["2031-02-08"]}, "2031-02-08 不在 2030 年内"),
        ({"working": ["2030-03-09", "2030-02-09"]}, "日期应从早到晚，不重复"),
        ({"working": ["2030-02-30"]}, "day value is outside expected range"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        schedule(**given)
