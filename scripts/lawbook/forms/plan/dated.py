"""Checks of dates written without their year: 次年1月, 三季度, 6月 after 2027年."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from lawbook.base.dates import shown_date
from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Day, Hit, Paper, Units, last_day
from lawbook.forms.plan.pieces import pieces_of, without_number
from lawbook.forms.plan.words import SHOWN
from lawbook.law.record import Record

YEAR_TOLD: Shared[re.Pattern[str]] = re.compile("(20[0-9]{2})[年./-]")
DAY_TOLD: Shared[re.Pattern[str]] = re.compile(
    "(?:(20[0-9]{2})年|(次年|翌年|来年))?(?:初|内)?"
    "(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?|第?([一二三四1-4])季度|([上下])半年|(年[底末]))"
    "|(20[0-9]{2})[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?(?![0-9])"
)
_MAY_SAY = re.compile("[月季半年0](?:(?<=[月季半])|[底末0-9])")  # 12月, 年底, 2027
QUARTERS: Shared[str] = "一二三四1234"
_ENDS_IN = {sign: 3 * (at % 4) + 3 for at, sign in enumerate(QUARTERS)}
MONTHS = 12
Span = tuple[Day, Day, str]


@lru_cache(maxsize=256)
def spans(text: str, year: int = 0, unless: str = "") -> tuple[Span, ...]:
    """Return the days, months and quarters in a text: first day, last day, as written.

    One without a year is in the year before it in the text, the first in ``year``; those in a
    clause that contains ``unless`` are left out.
    """
    told = YEAR_TOLD.search(text)
    base = year or (int(told[1]) if told else 0)
    now, all_spans = base, []
    for piece in filter(_MAY_SAY.search, pieces_of(text)):
        is_out = bool(unless and compiled(unless).search(piece))
        for match in DAY_TOLD.finditer(piece):
            written = match[1] or match[8]
            base = now = int(written) if written else base
            now = base + 1 if match[2] else now
            span = _span(match, now)
            if now and span and not is_out:
                all_spans.append((*span, match[0]))
    return tuple(all_spans)


def _span(match: re.Match[str], year: int) -> tuple[Day, Day] | None:
    month, day = match[3] or match[9], match[4] or match[10]
    first = last = int(month or MONTHS)
    if match[5]:
        last = _ENDS_IN[match[5]]
        first = last - 2
    elif match[6]:
        first, last = (1, 6) if match[6] == "上" else (7, 12)
    if not 1 <= first <= MONTHS:
        return None
    return (year, first, int(day or 1)), last_day(year, last, day)


def first_year(text: str) -> int:
    """Return the first year in a text, or 0 if there is none."""
    told = YEAR_TOLD.search(text)
    return int(told[1]) if told else 0


class InTime(Record):
    """Dates in a field that may not be later than the last date of another, which gives the year.

    Clauses with ``unless`` are about every year. A month is not later than a day in it.
    """

    kind: Literal["in_time"]
    field: str
    than: str
    unless: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the latest date if it is too late, with the other field's label."""
        text, other = paper.words(self.field), paper.text(self.than)
        ends = spans(other, first_year(other) or first_year(text), self.unless)
        mine = spans(text, first_year(text) or first_year(other), self.unless)
        if ends and mine:
            end = max(span[1] for span in ends)
            last = max(mine, key=lambda span: span[1])
            if last[0] > end or (last[1] > end and last[1][:2] != end[:2]):
                yield Hit(self.field, (), {"found": last[2], "other": paper.label(self.than)})


class Applied(Record):
    """A day that may not be later than the first day of the work, as some fields have it."""

    kind: Literal["applied"]
    field: str
    work: tuple[str, ...]
    unless: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the field if its day is later, with the first day of the work."""
        value = paper.answers.values.get(self.field)
        year = next(filter(None, (first_year(paper.text(key)) for key in self.work)), 0)
        steps = [span for key in self.work for span in spans(paper.text(key), year, self.unless)]
        if isinstance(value, datetime.date) and steps:
            first = min(steps)
            if (value.year, value.month, value.day) > first[1]:
                yield Hit(self.field, (), {"found": shown_date(value), "limit": first[2]})


STRETCH: Shared[re.Pattern[str]] = re.compile(
    "(?:(20[0-9]{2})年|(次年|翌年))?([0-9]{1,2})月(?:([0-9]{1,2})日|[初中])?(?:至|到|[-—–～~]{1,2})"
    "(?:(?:(20[0-9]{2})年|(次年|翌年))?([0-9]{1,2})月)?(?:([0-9]{1,2})日|([底末]))?"
    "|(?:^|[\n。；｜—（、])(?:[-•]|[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．])*"
    "(?:(20[0-9]{2})年|(次年|翌年))?([0-9]{1,2})月(?=[，：、｜（）—])"
    "|(20[0-9]{2})年"
)
HAS_DAY: Shared[re.Pattern[str]] = re.compile(
    "[0-9一二三四五六七八九十]+(?:月|日|季度|周)|年底|半年|全程|20[0-9]{2}"
)
_BELOW = ("-", "•", "—")
FEWEST = 3  # minimum number of steps to judge
LONG = 14  # minimum characters of a step
MOST = 0.6  # share of the steps that have a date


def stretches(text: str, year: int) -> list[tuple[datetime.date, datetime.date, str]]:
    """Return the periods in a text, and its steps' opening months, with years supplied."""
    base = now = first_year(text) or year
    periods = []
    for match in STRETCH.finditer(text):
        written = match[1] or match[10] or match[13]
        base = now = int(written) if written else base
        now = base + 1 if match[2] or match[11] else now
        closed = match[12] or match[7] or match[8] or match[9]
        stretch = _stretch(match, now, base) if closed else None
        base, now = (int(match[5]),) * 2 if match[5] else (base, now)
        if stretch:
            periods.append((*stretch, match[0].strip("\n。；｜—（、")))
    return periods


def _stretch(
    match: re.Match[str], year: int, base: int
) -> tuple[datetime.date, datetime.date] | None:
    first = int(match[3] or match[12])
    last, until = int(match[7] or first), year
    if match[5] or match[6]:
        until = int(match[5]) if match[5] else base + 1
    try:
        start = datetime.date(year, first, int(match[4] or 1))
        end = datetime.date(*last_day(until, last, match[8]))
    except ValueError:
        return None  # invalid dates are reported by another check
    return (start, end) if start <= end else None


class Steps(Record):
    """Three or more dated steps of a field, with at most a given number of days between them."""

    kind: Literal["steps"]
    field: str
    than: str
    days: int

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the first gap that is too long: the step before it and the one after it."""
        steps = sorted(stretches(paper.text(self.field), first_year(paper.text(self.than))))
        latest = steps[0] if len(steps) >= FEWEST else None
        for step in steps[1:] if latest else []:
            if latest and (step[0] - latest[1]).days > self.days:
                yield Hit(self.field, (), {"found": latest[2], "other": step[2]})
                return
            latest = step if latest and step[1] > latest[1] else latest


class Undated(Record):
    """Steps of a field, most of which have a date: finds those without.

    They are its lines, or its sentences if there are few lines; a step with ``unless`` applies to
    all.
    """

    kind: Literal["undated"]
    field: str
    unless: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the first undated step, by its beginning."""
        steps = _steps(paper.text(self.field))
        dated = [step for step in steps if HAS_DAY.search(step)]
        if len(steps) < FEWEST or len(dated) < MOST * len(steps):
            return
        for step in steps:
            below = step.startswith(_BELOW) and not steps[0].startswith(_BELOW)
            short = below or len(step) < LONG or step in dated
            words = without_number(step)  # empty if a step is nothing but numbers: 1.2.3.4.
            if words and not short and not re.search(self.unless, step):
                yield Hit(self.field, (), {"found": words[:SHOWN]})
                return


def _steps(text: str) -> list[str]:
    for stops in ("\n", "[。\n]", "[。；\n]"):
        steps = [step for step in re.split(stops, text) if step]
        if len(steps) >= FEWEST:
            break
    return steps


Timely = InTime | Applied | Steps | Undated
