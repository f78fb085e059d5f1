"""Count deadlines: the plain date, the rolled date as a labelled convention, or why none.

The starting day does not count; hours run from the moment itself; a period in months ends on the
corresponding day or the last of the month (Civil Code 200 to 204, see the facts ``counting#…``).
The page's script counts in the same way; both are run on tests/cases/dates.yml.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from lawbook.base import dates
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import half_width, trimmed
from lawbook.rules.rule import Deadline, Deadlines
from lawbook.rules.workdays import NoSchedule, WorkCalendar

# China has had no daylight saving time since 1991, so hours can simply be added.
FIRST_YEAR, LAST_YEAR = 2000, 2099
WRITTEN = f"写成 2026-12-01，年份在 {FIRST_YEAR} 至 {LAST_YEAR} 之间"  # a day that counts
_MOMENT = re.compile(r"(.*?)(?:[ T]+([0-9]{1,2}):([0-9]{2}))?", re.DOTALL)
Moment = datetime.datetime
Day = datetime.date


@dataclass(frozen=True)
class Start:
    """A day, with the time where one was given (Asia/Shanghai)."""

    day: Day
    time: datetime.time | None = None

    def __str__(self) -> str:
        return f"{self.day} {self.time:%H:%M}" if self.time else str(self.day)


@dataclass(frozen=True)
class Due:
    """When a deadline ends.

    ``plain``: the last day (a moment for hours), None where no text gives a length or a year
    has no schedule. ``rolled``: the next working day, only where ``plain`` is a rest day.
    ``missing``: the year without schedule, because of which a date could not be given
    (working days) or not be rolled (others).
    """

    deadline: Deadline
    start: Start
    plain: Day | Moment | None = None
    rolled: Day | None = None
    missing: int | None = None

    @property
    def day(self) -> Day | None:
        """The plain day, without the time."""
        return self.plain.date() if isinstance(self.plain, Moment) else self.plain


def start_of(text: str, label: str = "起算日期") -> Start:
    """Read a day in any usual spelling, with or without 09:30 behind it.

    Raises ProblemsFound with what to write instead.
    """
    match = _MOMENT.fullmatch(half_width(trimmed(text)))
    assert match is not None  # any text may precede the time
    written = dates.figures(match[1])
    if written is None:
        raise _fault(label, text, "请写成 2026-12-01 或者 2026-12-01 09:30")
    if not is_counted(written[0]):
        raise _fault(label, text, f"年份应在 {FIRST_YEAR} 至 {LAST_YEAR} 之间")
    with suppress(ValueError):
        time = None if match[2] is None else datetime.time(int(match[2]), int(match[3]))
        return Start(Day(*written), time)
    raise _fault(label, text, "没有这一天或者这一刻")


def is_counted(year: int) -> bool:
    """Return whether deadlines run from days of this year; other years are taken for slips."""
    return FIRST_YEAR <= year <= LAST_YEAR


def _fault(label: str, text: str, advice: str) -> ProblemsFound:
    shown = trimmed(text)[:40]
    return ProblemsFound([Problem(f"「{label}」", f"“{shown}”不能用作日期；{advice}")])


def due(start: Start, deadline: Deadline, calendar: WorkCalendar) -> Due:
    """Return when a deadline that runs from ``start`` ends.

    Raises ProblemsFound if hours are counted and no time was given.
    """
    if deadline.unit == "unspecified":
        return Due(deadline, start)
    if deadline.unit == "hour":
        return Due(deadline, start, plain=_after_hours(start, deadline))
    if deadline.unit == "working_day":
        return _after_working_days(start, deadline, calendar)
    plain = _LAST_DAY[deadline.unit](start.day, deadline)
    return _rolled(Due(deadline, start, plain=plain), plain, calendar)


def last_day(day: Day, deadline: Deadline, calendar: WorkCalendar) -> Due | None:
    """Return when a deadline that runs from a day ends; None if no deadline runs from its year.

    Hours without a time count as whole days.
    """
    if not is_counted(day.year):
        return None
    if deadline.unit == "hour" and deadline.length is not None:
        whole = datetime.timedelta(days=-(-deadline.length // 24))
        return Due(deadline, Start(day), plain=day + whole)
    return due(Start(day), deadline, calendar)


def _after_hours(start: Start, deadline: Deadline) -> Moment:
    if start.time is None:
        advice = f"“{deadline.title}”按小时计算，请写明时刻，例如 {start.day} 09:30"
        raise ProblemsFound([Problem("「起算日期」", advice)])
    assert deadline.length is not None
    return Moment.combine(start.day, start.time) + datetime.timedelta(hours=deadline.length)


def _after_working_days(start: Start, deadline: Deadline, calendar: WorkCalendar) -> Due:
    assert deadline.length is not None
    try:
        days = islice(calendar.following(start.day), deadline.length - 1, None)
        return Due(deadline, start, plain=next(days))
    except NoSchedule as unknown:
        return Due(deadline, start, missing=unknown.year)


def _rolled(end: Due, plain: Day, calendar: WorkCalendar) -> Due:
    """Return ``end`` with the next working day if the plain date is a rest day."""
    if end.deadline.kind == "term":
        return end
    try:
        rolled = None if calendar.is_working(plain) else next(calendar.following(plain))
    except NoSchedule as unknown:
        return Due(end.deadline, end.start, plain=plain, missing=unknown.year)
    return Due(end.deadline, end.start, plain=plain, rolled=rolled)


def _after_days(start: Day, deadline: Deadline) -> Day:
    assert deadline.length is not None
    return start + datetime.timedelta(days=deadline.length)


def _after_months(start: Day, deadline: Deadline) -> Day:
    assert deadline.length is not None
    years, month = divmod(start.month - 1 + deadline.length, 12)
    year = start.year + years
    return Day(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _fixed_day(start: Day, deadline: Deadline) -> Day:
    assert deadline.on is not None
    month, day = map(int, deadline.on.split("-"))
    return Day(start.year + 1, month, day)


_LAST_DAY: dict[str, Callable[[Day, Deadline], Day]] = {
    "natural_day": _after_days,
    "month": _after_months,
    "date": _fixed_day,
}


def notes(end: Due, book: Deadlines, calendar: WorkCalendar) -> tuple[str, ...]:
    """Return what a reader must know besides the date, one sentence each."""
    deadline = end.deadline
    lines = [] if deadline.start_defined else [f"起算点未规定：{deadline.start}。"]
    for rule in book.counting:
        if deadline.unit in rule.units and (end.rolled is not None or not rule.when_rolled):
            lines.append(rule.text)
    if end.missing is not None:
        effect = "不推算工作日期限。" if end.plain is None else "不判断最后一日是否顺延。"
        lines.append(calendar.gap(end.missing) + effect)
    lines += [remark.text for remark in deadline.extension]
    return (*lines, deadline.note) if deadline.note else tuple(lines)
