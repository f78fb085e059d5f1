"""Checks of figures and dates: the same number everywhere, days that exist, days in time."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import partial
from typing import Literal

from lawbook.base.dates import shown_date
from lawbook.base.shared import Shared
from lawbook.forms.plan.hints import has_one
from lawbook.forms.plan.numerals import numbered
from lawbook.forms.plan.paper import Day, Hit, Paper, Units, last_day, latest, periods, whole_days
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text

ANY_DAY: Shared[re.Pattern[str]] = re.compile(
    "(?:([0-9]{4})[年./-])?([0-9]{1,2})(?:月([0-9]{1,2})日|[./-]([0-9]{1,2})(?![0-9.月]))"
    "|([0-9]{4})年([0-9]{1,2})月"
)
_OF_DAY = re.compile("[0-9][月./-]")
_FIGURE = re.compile("[0-9](?=[0-9]{0,3}[年月./-])")  # characters with which a date may begin
_GROWN = ("由", "从", "到", "至", "为", "达", "共", "总数")  # 使总数由5家增加到15家
MONTH: Shared[re.Pattern[str]] = re.compile(
    "(?:([0-9][0-9]{3})年)?([0-9]{1,2})月(?:([0-9]{1,2})日)?"
)
MOST_PERIODS = 2  # gaps as short as this mean nothing
_HAN = re.compile("[一-龥]")
OWN_CLAUSE: Shared[re.Pattern[str]] = re.compile("，(?!其中|共|累计|合计|同比)[一-龥]{4,}")
ENTRUSTED: Shared[re.Pattern[str]] = re.compile("[、，][^、，]*(?:委托|签|协议)[^、，]*")
_NOT_HAN = re.compile("[^一-龥]")


class Agree(Record):
    """Things counted in several fields, each of which must have the same number as the first.

    A thing is the last of ``things`` before a number and its unit in one sentence, or the first
    after it with one of ``verbs`` in between (300人次接受培训); one of ``others`` after it rules
    that out, as does 的 before the thing (未设委员会的46家研发企业). Numbers agree if one of them,
    or their sum, is in the first field. Those of ``growing`` may be lower in ``underway``, where
    work is still going on. A longer name may be cut at its beginning (配套制度, 制度); ``alike``
    are other names of a thing, ``only`` the one unit in which it is counted, ``reach`` how far
    after its number it may be (240名自愿参加的学生). A field with fewer of its numbers than
    ``least`` is not compared. A number in a clause of its own before another word
    (委员会达到16家，47家签约) counts what is there.
    """

    kind: Literal["agree"]
    fields: tuple[str, ...]
    things: tuple[Text, ...]
    growing: tuple[Text, ...] = ()
    underway: tuple[str, ...] = ()
    counted: tuple[Text, ...]
    verbs: tuple[Text, ...] = ()
    others: tuple[Text, ...] = ()
    alike: dict[str, Text] = {}
    only: dict[str, Text] = {}
    reach: int = 0
    least: int = 1

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each thing with a different number, once for each field, with both numbers."""
        first, *others = self.fields
        before = self._counted(paper.text(first)) if paper.may_hold(self.things) else {}
        for key in others if before else ():
            for thing, counts in self._counted(paper.text(key)).items():
                known = before.get(thing) or _by_its_end(before, thing)
                if (
                    known
                    and len(counts) >= self.least
                    and not self._agree(key, thing, known, counts)
                ):
                    yield Hit(key, (), _words(paper, thing, counts, first, known))

    def _agree(self, key: str, thing: str, known: list[float], counts: list[float]) -> bool:
        if key in self.underway and thing.partition("|")[0] in self.growing:
            return max(counts) <= max(known)
        return bool(set(known) & {*counts, sum(counts)}) or sum(known) in counts

    def _counted(self, text: str) -> dict[str, list[float]]:
        counts: dict[str, list[float]] = {}
        lines = text.split("\n") if has_one(self.things, text) else ()
        for line in filter(partial(has_one, self.things), lines):
            for sentence, numbers in numbered(line, self.counted):
                last, start = "", 0
                things = tuple(filter(sentence.__contains__, self.things))
                for at, end, size, unit in numbers if things else ():
                    thing = self._thing(sentence[start:at], sentence[end:], things)
                    start, last = end, last if thing is None else thing
                    rate = unit == "%"
                    called = self.alike.get(unit, unit)
                    if self.only.get(last, called) != called:
                        continue
                    if last and rate == last.endswith("率") and (rate or "." not in size):
                        counts.setdefault(f"{last}|{called}", []).append(float(size))
        return counts

    def _thing(self, before: str, behind: str, things: tuple[str, ...]) -> str | None:
        """Return which of the things in its sentence a number counts, if any."""
        verb = ""
        if behind.startswith(self.verbs):
            verb = next(filter(behind.startswith, self.verbs))
            behind = behind[len(verb) :]
        ends = [
            (at + len(thing), len(thing), thing)
            for thing in things
            if (at := before.rfind(thing)) >= 0
        ]
        after = self._further(behind, things)
        if behind.startswith(things):
            after = max(filter(behind.startswith, things), key=len)
        owned = before.endswith("的") and before[:-1].endswith(things)
        if after is None and (owned or behind.startswith(self.others)):
            return ""
        thing = after or (max(ends)[2] if ends else None)
        near = before[max(before.rfind("，"), before.rfind("、委托"), 0) :]
        apart = near.startswith(("，", "、")) and not has_one(things, near)
        apart = apart and not before.endswith(_GROWN)
        own = _HAN.match(behind) or OWN_CLAUSE.fullmatch(near) or ENTRUSTED.fullmatch(near)
        if after is None and apart and not verb and own:
            return ""
        return thing and self.alike.get(thing, thing)

    def _further(self, behind: str, things: tuple[str, ...]) -> str | None:
        if not self.reach:
            return None
        near = _NOT_HAN.split(behind)[0][: self.reach]
        near_things = [(near.find(thing), -len(thing), thing) for thing in things if thing in near]
        return min(near_things)[2] if near_things else None


def _by_its_end(before: dict[str, list[float]], thing: str) -> list[float]:
    same = (
        counts for name, counts in before.items() if name.endswith(thing) or thing.endswith(name)
    )
    return next(same, [])


def _words(
    paper: Paper, thing: str, counts: list[float], earlier: str, before: list[float]
) -> dict[str, str]:
    name, unit = thing.split("|")
    mine, other = (
        "、".join(f"{_written(number)}{unit}" for number in some) for some in (counts, before)
    )
    return {"part": name, "found": mine, "limit": other, "other": paper.label(earlier)}


def _written(count: float) -> str:
    return str(int(count)) if count.is_integer() else str(count)


class RealDays(Record):
    """Dates in a text, all of which must exist."""

    kind: Literal["real_days"]
    fields: Fields

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each date that is not in the calendar."""
        for key, spot, text in paper.texts(self.fields):
            some = _at_figures(ANY_DAY, text) if _OF_DAY.search(text) else ()
            days = dict.fromkeys(match[0] for match in some if _no_day(match))
            yield from (Hit(key, spot, {"found": day}) for day in days)


def months(text: str) -> Iterator[re.Match[str]]:
    """Yield each match of ``MONTH``."""
    return _at_figures(MONTH, text) if "月" in text else iter(())


def _at_figures(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield each match of a date pattern, tried only where a date may begin."""
    figure = _FIGURE.search(text)
    while figure:
        match = pattern.match(text, figure.start())
        if match:
            yield match
        figure = _FIGURE.search(text, match.end() if match else figure.end())


def _no_day(match: re.Match[str]) -> bool:
    if match[6]:
        return not 1 <= int(match[6]) <= 12
    if match[4] and not match[1]:
        return False  # 3.5, 1-6: a number or a range, not a date
    year, month, day = int(match[1] or 2024), int(match[2]), int(match[3] or match[4])
    return not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 1, month)[1]


class Between(Record):
    """A date that must be between two days."""

    kind: Literal["between"]
    field: str
    first: datetime.date
    last: datetime.date

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field, with its date, if the date is out of range."""
        value = paper.answers.values.get(self.field)
        if isinstance(value, datetime.date) and not self.first <= value <= self.last:
            yield Hit(self.field, (), {"found": shown_date(value)})


class NotLater(Record):
    """Dates in a field, none of which may be later than the last one of another.

    A month without a day is not later than a day in it; ``least``: the other field must have this
    many dates. A date without a year is in the year before it in the text (2027年2月1日…11月30日).
    ``period``: none may be later than the end of the other's first period.
    """

    kind: Literal["not_later"]
    field: str
    than: str
    least: int = 1
    period: bool = False

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the first date that is later, with the other field's label."""
        end, last = self._end(paper.text(self.than)), _last(paper.words(self.field))
        if len(list(whole_days(paper.text(self.than)))) < self.least:
            return
        in_its_month = bool(end and last and last[0][:2] == end[:2] and "日" not in last[1])
        if end and last and last[0] > end and not in_its_month:
            yield Hit(self.field, (), {"found": last[1], "other": paper.label(self.than)})

    def _end(self, text: str) -> Day | None:
        if self.period:
            return next((end for _, end, _ in periods(text)), None)
        days, year = [end for _, end, _ in periods(text)], 0
        for match in months(text):
            year = int(match[1] or year)
            days += [last_day(year, int(match[2]), match[3])] if year else []
        return max(days, default=None)


def _last(text: str) -> tuple[Day, str] | None:
    """Return the latest date of a text; dates without a year are in the only year it names.

    >>> _last("2027年1月4日至31日；6月1日至8月31日")
    ((2027, 8, 31), '8月31日')
    """
    newest, years = latest(text), {match[1] for match in months(text) if match[1]}
    days = [newest] if newest else []
    if len(years) == 1:
        year = int(*years)
        days += [(last_day(year, int(m[2]), m[3]), m[0]) for m in months(text)]
    return max(days, key=lambda pair: pair[0], default=None)


class Gaps(Record):
    """Three or more periods in a field, with at most a given number of days between them.

    ``overlap``: instead, none may begin this many days before the end of the one before it.
    """

    kind: Literal["gaps"]
    field: str
    days: int
    overlap: int | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the first gap: the periods before and after it, as written."""
        valid = [period for period in periods(paper.text(self.field)) if period[0] <= period[1]]
        ends = sorted(valid)
        for number in range(1, len(ends) if len(ends) > MOST_PERIODS else 0):
            last = max(ends[:number], key=lambda period: period[1])
            apart = _between(last[1], ends[number][0])
            if apart > self.days if self.overlap is None else apart < -self.overlap:
                yield Hit(self.field, (), {"found": last[2], "other": ends[number][2]})
                return


def _between(end: Day, start: Day) -> int:
    try:
        return (datetime.date(*start) - datetime.date(*end)).days
    except ValueError:
        return 0  # invalid dates are reported by another check
