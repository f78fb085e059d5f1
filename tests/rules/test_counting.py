"""Deadlines: golden dates counted by hand from the published list, borders, bad input."""

from datetime import date, datetime
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.rules.counting import Start, due, last_day, notes, start_of
from lawbook.rules.rule import Deadline

CASES = yamlfile.read(Path(__file__).parents[1] / "cases" / "dates.yml").tree["cases"]


def shown(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return str(value) if value else None


def test_golden_dates(counted: Library) -> None:
    told, wanted = {}, {}
    for case in CASES:
        deadline = counted.rules.deadlines[case["deadline"]]
        found = due(start_of(case["start"]), deadline, counted.work_calendar)
        key = case["deadline"], case["start"]
        told[key] = shown(found.plain), shown(found.rolled), str(found.missing or "")
        wanted[key] = case.get("plain"), case.get("rolled"), case.get("missing", "")
    assert told == wanted


def test_there_are_at_least_200_golden_dates_and_each_unit_has_some(counted: Library) -> None:
    units = {counted.rules.deadlines[case["deadline"]].unit for case in CASES}
    assert len(CASES) == 250
    assert units == {"natural_day", "working_day", "hour", "month", "date", "unspecified"}


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(1999, 12, 31), None),
        (date(2026, 9, 11), date(2026, 10, 11)),
        (date(2100, 1, 1), None),
    ],
)
def test_a_deadline_runs_from_no_day_of_a_year_that_nobody_means(
    counted: Library, start: date, end: date | None
) -> None:
    run = last_day(start, counted.rules.deadlines["decision"], counted.work_calendar)
    assert (run and run.day) == end


def test_no_golden_date_stands_twice() -> None:
    assert len({(case["deadline"], case["start"]) for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("deadline", "start", "plain", "rolled"),
    [
        # Counted on a wall calendar, one by one.
        ("decision", "2026-01-16", "2026-02-15", "2026-02-24"),  # Spring Festival
        ("decision", "2026-01-15", "2026-02-14", None),  # the Saturday that is worked
        ("decision", "2026-09-10", "2026-10-10", None),  # the Saturday that is worked
        ("decision", "2026-09-11", "2026-10-11", "2026-10-12"),  # the Sunday after it
        ("appeal", "2026-02-12", "2026-02-24", None),  # 13, 14, then 24 February
        ("appeal", "2026-09-30", "2026-10-10", None),  # 8, 9, 10 October
        ("appeal", "2026-09-17", "2026-09-21", None),  # 18, 20 (worked Sunday), 21 September
        ("re-decision", "2026-02-11", "2026-02-27", None),  # 12, 13, 14, 24, 25, 26, 27
        ("tracking-listed", "2026-08-31", "2027-02-28", None),
        ("tracking-listed", "2027-08-31", "2028-02-29", None),
        ("tracking", "2028-02-29", "2029-02-28", None),
        ("tracking", "2025-10-01", "2026-10-01", "2026-10-08"),
        ("member-term", "2021-10-01", "2026-10-01", None),  # a term ends by itself
        ("committee-report", "2026-07-01", "2027-03-31", None),
    ],
)
def test_dates_that_were_counted_on_a_wall_calendar(
    counted: Library, deadline: str, start: str, plain: str, rolled: str | None
) -> None:
    found = due(start_of(start), counted.rules.deadlines[deadline], counted.work_calendar)
    assert (shown(found.plain), shown(found.rolled)) == (plain, rolled)


def test_72_hours_run_through_nights_and_holidays(counted: Library) -> None:
    emergency = counted.rules.deadlines["emergency"]
    found = due(start_of("2026-09-30 18:00"), emergency, counted.work_calendar)
    assert found.plain == datetime(2026, 10, 3, 18, 0)
    assert found.day == date(2026, 10, 3)
    assert (found.rolled, found.missing) == (None, None)


def test_hours_need_a_time(counted: Library) -> None:
    with pytest.raises(ProblemsFound) as found:
        due(start_of("2026-09-30"), counted.rules.deadlines["emergency"], counted.work_calendar)
    assert str(found.value) == (
        "「起算日期」: “完成应急审查”按小时计算，请写明时刻，例如 2026-09-30 09:30"
    )


def test_working_days_beyond_the_schedule_have_no_date(counted: Library) -> None:
    appeal = counted.rules.deadlines["appeal"]
    last = due(start_of("2026-12-28"), appeal, counted.work_calendar)
    beyond = due(start_of("2026-12-29"), appeal, counted.work_calendar)
    assert (last.plain, last.missing) == (date(2026, 12, 31), None)
    assert (beyond.plain, beyond.missing) == (None, 2027)


def test_the_starting_day_needs_no_schedule(counted: Library) -> None:
    appeal = counted.rules.deadlines["appeal"]
    found = due(start_of("2025-12-31"), appeal, counted.work_calendar)
    assert found.plain == date(2026, 1, 6)  # 4 (worked Sunday), 5, 6 January


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01", date(2026, 3, 1)),
        ("2026年3月1日", date(2026, 3, 1)),
        ("2026/3/1", date(2026, 3, 1)),
        ("　2028-02-29 ", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert start_of(text) == Start(day)


def test_a_moment_is_read_and_shown_with_its_time() -> None:
    assert str(start_of("2026-03-01 9:05")) == "2026-03-01 09:05"
    assert str(start_of("2026-03-01T23:59")) == "2026-03-01 23:59"


WRITE = "请写成 2026-12-01 或者 2026-12-01 09:30"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", WRITE),
        ("   ", WRITE),
        ("2026-02-31", "没有这一天或者这一刻"),
        ("2027-02-29", "没有这一天或者这一刻"),
        ("2026-13-01", "没有这一天或者这一刻"),
        ("2026-03-01 24:00", "没有这一天或者这一刻"),
        ("1e9", WRITE),
        ("1000000000", WRITE),
        ("9999-12-31", "年份应在 2000 至 2099 之间"),
        ("0000-00-00", "年份应在 2000 至 2099 之间"),
        ("<script>alert(1)</script>", WRITE),
        ("２０２６-01-1x", WRITE),
        ("2026-01-01\n2026-01-02", WRITE),
        ("明天", WRITE),
    ],
)
def test_bad_dates_give_a_sentence(text: str, advice: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        start_of(text)
    assert str(found.value) == f"「起算日期」: “{text.strip()}”不能用作日期；{advice}"


def test_a_long_text_is_shown_in_part_only() -> None:
    with pytest.raises(ProblemsFound) as found:
        start_of("9" * 1_000_000)
    assert len(str(found.value)) < 120


def said(counted: Library, key: str, start: str) -> tuple[str, ...]:
    found = due(start_of(start), counted.rules.deadlines[key], counted.work_calendar)
    return notes(found, counted.rules.deadlines, counted.work_calendar)


def test_an_undefined_start_is_said_first(counted: Library) -> None:
    first = said(counted, "re-decision", "2026-03-02")[0]
    assert first.startswith("起算点未规定：提出申诉之日、收到申诉之日或者认定理由充分之日")
    assert not any("起算点未规定" in note for note in said(counted, "decision", "2026-03-02"))


def test_roll_over_is_called_a_convention_only_where_it_happens(counted: Library) -> None:
    assert any("采用的约定" in note for note in said(counted, "decision", "2026-01-16"))
    assert not any("采用的约定" in note for note in said(counted, "decision", "2026-01-15"))


def test_a_year_without_schedule_is_named(counted: Library) -> None:
    assert "2027年的放假安排，本指南尚未收录。不推算工作日期限。" in said(
        counted, "appeal", "2026-12-31"
    )
    assert "2027年的放假安排，本指南尚未收录。不判断最后一日是否顺延。" in said(
        counted, "decision", "2026-12-02"
    )
    assert "本指南未收录2025年的放假安排。不判断最后一日是否顺延。" in said(
        counted, "decision", "2025-11-01"
    )


def test_without_any_schedule_the_plain_date_still_stands(mini: Library, counted: Library) -> None:
    decision: Deadline = counted.rules.deadlines["decision"]
    found = due(start_of("2026-01-16"), decision, mini.work_calendar)
    assert (found.plain, found.rolled, found.missing) == (date(2026, 2, 15), None, 2026)
