"""Checks of a plan's arithmetic: milestones with one day, directions of change, products."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.numerals import PARTED, SEVERAL
from lawbook.forms.plan.paper import DAY, Hit, Paper, Units, last_day
from lawbook.forms.plan.pieces import pieces_of
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text

_CLAUSES = re.compile("[，、：｜。；\n]")
_YEAR = 2028  # a leap year: only the name of a month's last day matters
MOVES: Shared[re.Pattern[str]] = re.compile(
    "[由从自]([0-9]{1,9}(?:[.][0-9]{1,4})?)([^0-9，。；]{0,6}?)"
    "(提高|提升|增加|增长|上升|扩大|增|升|压缩|缩短|降低|下降|减少|缩小|降|减)"
    "[一-龥]{0,2}?[到至为]([0-9]{1,9}(?:[.][0-9]{1,4})?)"
)
_FIGURE = re.compile("[0-9]")
LESS: Shared[str] = "压缩降减"
PART_DONE: Shared[re.Pattern[str]] = re.compile(
    "(?:发现|查出|收到|受理|审查|审结|申请)[^。；0-9]{0,8}([0-9]{1,9})([个项处条件起])[^。；0-9]{0,12}"
    "(?:整改|办结|处置|解决|答复|完成|批准|修改后再审)[^。；0-9]{0,6}([0-9]{1,9})\\2"
)
ROUNDS_OF_PIECE: Shared[re.Pattern[str]] = re.compile("([0-9]{1,4})([期次场批班])")
EACH_OF_PIECE: Shared[re.Pattern[str]] = re.compile(
    "每([期次场批班])(?:约|不少于|至少|各)?([0-9]{1,5})[人名]"
)
PERSONS_OF_PIECE: Shared[re.Pattern[str]] = re.compile(
    "(约|不少于|至少)?([0-9]{1,7})(?:人次|[人名])"
)


class Event(Record):
    """A milestone: its name, and the words that identify it."""

    part: Text
    says: Pattern

    @cached_property
    def wording(self) -> re.Pattern[str]:
        """Return the pattern of the words that identify it."""
        return re.compile(self.says)


class Milestones(Record):
    """Events that have one day in all answers.

    A day is an event's if it is in its clause, or alone in its sentence or line.
    """

    kind: Literal["milestones"]
    fields: tuple[str, ...]
    events: tuple[Event, ...]
    unless: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each later answer that has other days for an event than an earlier one."""
        for event in self.events:
            first: tuple[str, dict[int, str]] | None = None
            for key in self.fields:
                days = dict(self._days(event, paper.text(key)))
                if first and days and not set(days) & set(first[1]):
                    shown, limit = (next(iter(some.values())) for some in (days, first[1]))
                    words = {"part": event.part, "found": shown, "limit": limit}
                    yield Hit(key, (), {**words, "other": paper.label(first[0])})
                    break
                first = first or ((key, days) if days else None)

    def _days(self, event: Event, text: str) -> Iterator[tuple[int, str]]:
        for piece in _with_days(text):
            if not event.wording.search(piece) or compiled(self.unless).search(piece):
                continue
            matches = list(DAY.finditer(piece))
            if len(matches) > 1:
                clauses = filter(event.wording.search, _CLAUSES.split(piece))
                matches = [match for clause in clauses for match in DAY.finditer(clause)]
            if len(matches) == 1:
                yield _day(matches[0]), matches[0][0]


@lru_cache(maxsize=256)
def _with_days(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that contain a day."""
    return tuple(part for part in pieces_of(text) if "月" in part and DAY.search(part))


def _day(match: re.Match[str]) -> int:
    _, month, day = last_day(_YEAR, int(match[1]), match[2])
    return month * 100 + day


class Reckoned(Record):
    """What can be computed: 由18日缩短到10日, 发现61个，整改58个, 共6期、每期80人、480人次."""

    kind: Literal["reckoned"]
    fields: Fields

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first result that is wrong."""
        for key, spot, text in paper.texts(self.fields):
            wrong = next(_wrong(text), None)
            if wrong:
                yield Hit(key, spot, {"found": wrong})


def _wrong(text: str) -> Iterator[str]:
    if not _FIGURE.search(text):
        return
    for match in MOVES.finditer(text):
        before, after = float(match[1]), float(match[4])
        if not text.startswith(match[2][:1], match.end()):
            continue  # 3小时 and 20分钟
        if before == after or (after > before) == (match[3][0] in LESS):
            yield match[0]
    for match in PART_DONE.finditer(text):
        if int(match[3]) > int(match[1]):
            yield match[0]
    if "每" in text:
        yield from filter(None, (_product(part) for part in pieces_of(text) if "每" in part))


def _product(piece: str) -> str | None:
    """Return a product that its sentence states differently: 6期、每期80人、350人次."""
    each = EACH_OF_PIECE.search(piece)
    if not each:
        return None
    rounds = [
        match
        for match in ROUNDS_OF_PIECE.finditer(piece)
        if match[2] == each[1] and not SEVERAL.search(piece[: match.start()])
    ]
    if not rounds or PARTED.search(piece):
        return None
    sizes = {int(match[1]) * int(each[2]) for match in rounds}
    rest = piece[: each.start()] + "，" + piece[each.end() :]
    persons = [match for match in PERSONS_OF_PIECE.finditer(rest) if int(match[2]) > int(each[2])]
    if not persons or any(int(match[2]) in sizes or match[1] for match in persons):
        return None
    return f"{rounds[0][0]}、{each[0]}、{persons[0][0]}"
