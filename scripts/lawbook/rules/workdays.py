"""Working days in China, from published holidays and working weekends, never a guess.

A year without a published schedule has no working days here, because nobody knows which of its days
will be moved.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import Key, Record, Text
from lawbook.rules.rule import Rule

SATURDAY = 5
ONE_DAY = datetime.timedelta(days=1)
Day = datetime.date


def _in_order(days: tuple[Day, ...]) -> tuple[Day, ...]:
    if list(days) != sorted(set(days)):
        raise ValueError("日期应从早到晚，不重复")
    return days


Days = Annotated[tuple[Day, ...], AfterValidator(_in_order), Setting(min_length=1)]


class Holiday(Record):
    """A holiday and all its days off, weekends included."""

    name: Text
    days: Days


class YearCalendar(Rule):
    """``data/calendar/<key>.yml``: one year's schedule, day by day."""

    year: int
    source: Key
    off: tuple[Holiday, ...]
    working: Days

    @property
    def days_off(self) -> frozenset[Day]:
        """Return all days off that the schedule names."""
        return frozenset(day for holiday in self.off for day in holiday.days)

    @property
    def plain(self) -> dict[str, object]:
        """Return the schedule in the form in which the page's scripts use it."""
        off = sorted(map(str, self.days_off))
        return {"year": self.year, "off": off, "working": list(map(str, self.working))}

    @model_validator(mode="after")
    def _is_a_schedule_of_its_year(self) -> YearCalendar:
        for day in (*sorted(self.days_off), *self.working):
            if day.year != self.year:
                raise ValueError(f"{day} 不在 {self.year} 年内")
        for day in self.working:
            if day.weekday() < SATURDAY:
                raise ValueError(f"{day} 不是周末，不用写进 working")
            if day in self.days_off:
                raise ValueError(f"{day} 既放假又上班")
        return self


class NoSchedule(LookupError):  # noqa: N818 - it reads as what happened
    """The schedule of a year is unknown, so its working days cannot be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


@dataclass(frozen=True)
class WorkCalendar:
    """The schedules of all years that are known."""

    years: tuple[YearCalendar, ...] = ()

    def is_working(self, day: Day) -> bool:
        """Return whether a day is a working day. Raises NoSchedule for a year without schedule."""
        for known in self.years:
            if known.year == day.year:
                if day in known.working:
                    return True
                return day.weekday() < SATURDAY and day not in known.days_off
        raise NoSchedule(day.year)

    def following(self, day: Day) -> Iterator[Day]:
        """Yield the working days after a day. Raises NoSchedule where the schedules end."""
        while True:
            day += ONE_DAY
            if self.is_working(day):
                yield day

    def gap(self, year: int) -> str:
        """Return why the working days of a year are not counted, as a sentence for readers."""
        if self.years and year < min(known.year for known in self.years):
            return f"本指南未收录{year}年的放假安排。"
        return f"{year}年的放假安排，本指南尚未收录。"


def calendar_of(years: Iterable[YearCalendar]) -> WorkCalendar:
    """Return all schedules in the order of years."""
    return WorkCalendar(tuple(sorted(years, key=lambda year: year.year)))
