"""Checks of a case's days against deadlines."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lawbook.base.dates import shown_date
from lawbook.desk.case import Case, Entry
from lawbook.desk.standing import Standing, runs, standing
from lawbook.forms.computed import ending
from lawbook.library.library import Library
from lawbook.rules.caserule import Extends, InTime
from lawbook.rules.counting import last_day

Hit = dict[str, str]


def in_time(library: Library, now: Standing, check: InTime) -> Iterator[Hit]:
    """Yield each paper or event whose day is later than its deadline."""
    for number, entry in now.case.numbered(check.act):
        day = entry.date(check.field) if check.field else entry.day
        if day is None or not entry.fits(check.when):
            continue
        ends = _last_day(library, now.case, number, check)
        if ends and day > ends.last:
            yield {
                "label": entry.act.label,
                "found": shown_date(day),
                "other": ends.in_words,
            }


@dataclass(frozen=True)
class _Ends:
    """A deadline with its last day; ``last`` is the next working day if that is a rest day."""

    title: str
    day: datetime.date
    last: datetime.date

    @property
    def in_words(self) -> str:
        """Return the deadline's title and last day, for messages."""
        return f"{self.title}的最后一日{ending(self.day, self.last)}"


def _last_day(library: Library, case: Case, number: int, check: InTime) -> _Ends | None:
    """Return the deadline that an entry has to meet, and its last day; None if none runs."""
    if check.start:
        return _from(library, case.entries[:number], check)
    upto = number + 1 if check.field else number
    if not upto:
        return None
    return _running(
        library, standing(library, replace(case, entries=case.entries[:upto])), check.deadlines
    )


def _running(library: Library, now: Standing, keys: tuple[str, ...]) -> _Ends | None:
    ends = next(runs(library, now, keys), None)
    if ends is None or ends.day is None:
        return None
    later = [day for key in keys if (day := now.extended.get(key))]
    day = max([ends.day, *later])
    return _Ends(ends.deadline.title, day, max(day, ends.rolled or day))


def _from(library: Library, before: Iterable[Entry], check: InTime) -> _Ends | None:
    """Return the last day counted from the day at a spot; hours are counted as whole days."""
    act, _, field = (check.start or "").partition(".")
    start = next((e.date(field) for e in reversed([*before]) if e.act.key == act), None)
    known = library.rules.deadlines.deadlines
    deadline = next((deadline for deadline in known if deadline.key in check.deadlines), None)
    if start is None or deadline is None:
        return None
    ends = last_day(start, deadline, library.work_calendar)
    if ends is None or ends.day is None:
        return None
    return _Ends(deadline.title, ends.day, ends.rolled or ends.day)


def extends(library: Library, now: Standing, check: Extends) -> Iterator[Hit]:
    """Yield each extension that came too late, or that ends no later than the period it extends."""
    for number, entry in enumerate(now.case.entries):
        if not number or not entry.act.extends:
            continue
        before = standing(library, replace(now.case, entries=now.case.entries[:number]))
        ends = _running(library, before, (entry.act.extends,))
        until = datetime.date.fromisoformat(entry.said["until"])
        if ends is None:
            continue
        day = entry.day if check.finds == "late" else until
        if (day > ends.last) if check.finds == "late" else (day <= ends.day):
            yield {"label": entry.act.label, "found": shown_date(day), "other": ends.in_words}
