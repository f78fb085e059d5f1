"""Checks of rows against text: the same person, day and level for one thing in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Units, plain_name, whole_days
from lawbook.forms.plan.pieces import clauses, pieces_of, without_number
from lawbook.forms.plan.rows import cells
from lawbook.law.record import Record

LEVEL_TOLD: Shared[re.Pattern[str]] = re.compile(
    "(?:可能性|概率|几率)[是为属：:、]?([较很极偏中等]{0,2}[高中低大小])"
)
_LEVELS = {"大": "高", "小": "低"}
_ANY_LEVEL = re.compile("[高中低大小]")
_PERIODS = re.compile("[。\n]")
SHARE = 0.4  # share of the character pairs of a name
FEW = 0.3
SHORT = 3


class RowsAgree(Record):
    """Rows (risks) and what two answers say about the same things, matched by name.

    Persons (in the column ``names_column`` of ``names``) and days in ``text`` must be those of the
    row, and likelihoods in ``levels`` too.
    """

    kind: Literal["rows_agree"]
    rows: str
    name: str
    person: str
    time: str
    level: str
    text: str
    levels: str
    names: str
    names_column: str

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each cell that an answer contradicts, with both values."""
        names = cells(paper, self.rows, self.name)
        persons = list(filter(None, map(plain_name, cells(paper, self.names, self.names_column))))
        told = _pieces(paper.text(self.text), names)
        weighed = _pieces(paper.text(self.levels), names)
        for at, name in enumerate(names):
            pairs = {
                (self.person, self.text): [
                    [person for person in persons if person in text]
                    for text in (self._cell(paper, at, self.person), told.get(at, ""))
                ],
                (self.time, self.text): [
                    _days(text) for text in (self._cell(paper, at, self.time), told.get(at, ""))
                ],
                (self.level, self.levels): [
                    _levels(_ANY_LEVEL, self._cell(paper, at, self.level)),
                    _levels(LEVEL_TOLD, weighed.get(at, "")),
                ],
            }
            for (column, other), (mine, theirs) in pairs.items():
                if _differ(mine, theirs, most=1 if column == self.level else 9):
                    words = {"found": mine[0], "limit": theirs[0], "part": name}
                    yield Hit(self.rows, (at, column), {**words, "other": paper.label(other)})

    def _cell(self, paper: Paper, at: int, column: str) -> str:
        return cells(paper, self.rows, column)[at]


def _differ(mine: Sequence[str], theirs: Sequence[str], most: int) -> bool:
    """Return whether both have values and none in common."""
    return 0 < len(mine) <= most and 0 < len(theirs) <= most and not {*mine} & {*theirs}


def _days(text: str) -> list[str]:
    """Return the days in a text as they are compared and shown: 2027年6月30日."""
    return [f"{year}年{month}月{day}日" for (year, month, day), _ in whole_days(text)]


def _levels(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return the levels in a text, each once: 高, 中, 低."""
    return list(dict.fromkeys(_LEVELS.get(word[-1], word[-1]) for word in pattern.findall(text)))


def _pieces(text: str, names: Sequence[str]) -> dict[int, str]:
    """Return, by a name's number, the piece of a text about that name and no other."""
    for pieces in (_PERIODS.split(text), pieces_of(text)):
        spoken = [[at for at, name in enumerate(names) if _speaks(piece, name)] for piece in pieces]
        if not any(len(some) > 1 for some in spoken):
            break
    by_number: dict[int, str] = {}
    for piece, some in zip(pieces, spoken, strict=True):
        if len(some) == 1:
            by_number[some[0]] = f"{by_number.get(some[0], '')}，{piece}"
    return by_number


def _speaks(piece: str, name: str) -> bool:
    return name in piece or (len(name) > SHORT and _shared(name, piece) >= SHARE)


def _shared(name: str, text: str) -> float:
    """Return the share of a name's character pairs that a text contains."""
    pairs = _pairs(name)
    return sum(map(text.__contains__, pairs)) / max(len(pairs), 1)


@lru_cache(maxsize=256)
def _pairs(name: str) -> tuple[str, ...]:
    return tuple(map("".join, pairwise(name)))


class MoreTold(Record):
    """A list that has fewer things (several in a cell: 、) than an answer mentions.

    Each of numbered lines is checked by another kind.
    """

    kind: Literal["more_told"]
    rows: str
    column: str
    field: str
    pattern: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the list, with both numbers."""
        count = sum(len(cell.split("、")) for cell in cells(paper, self.rows, self.column))
        text = paper.text(self.field)
        told = len(compiled(self.pattern).findall(text))
        if 0 < count < told and not _is_numbered(text):
            words = {"found": str(count), "limit": str(told), "other": paper.label(self.field)}
            yield Hit(self.rows, (), words)


def _is_numbered(text: str) -> bool:
    lines = text.split("\n")
    return sum(without_number(line) != line for line in lines) > 1


class Untold(Record):
    """The only thing of a list that an answer does not mention.

    It is mentioned by name, or by the text of another cell of its row (``besides``).
    """

    kind: Literal["untold"]
    rows: str
    column: str
    besides: str
    field: str

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the answer if exactly one thing is missing, with that thing."""
        names = cells(paper, self.rows, self.column)
        text = paper.text(self.field)
        pieces = pieces_of(text)
        open_ = [
            name
            for name, beside in zip(names, cells(paper, self.rows, self.besides), strict=True)
            if not any(_speaks(piece, name) for piece in pieces) and _shared(beside, text) < FEW
        ]
        if len(open_) == 1 < len(names) - 1:
            yield Hit(self.field, (), {"found": open_[0]})


class DoesBoth(Record):
    """Persons who act in an answer although their own work, in a row, does not allow it.

    They act in a clause that contains ``acts`` and nothing of ``unless``; their work contains
    ``work`` and nothing of ``besides``. An answer with ``others`` names somebody else too.
    """

    kind: Literal["does_both"]
    field: str
    rows: str
    name: str
    column: str
    acts: Pattern
    unless: Pattern
    work: Pattern
    besides: Pattern
    others: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the field with the first such person, and the work."""
        names = map(plain_name, cells(paper, self.rows, self.name))
        works = cells(paper, self.rows, self.column)
        others = compiled(self.others).search(paper.text(self.field))
        acting = [
            clause
            for clause in clauses(paper.text(self.field))
            if compiled(self.acts).search(clause) and not compiled(self.unless).search(clause)
        ]
        for name, work in zip(names, works, strict=True):
            both = compiled(self.work).search(work) and not compiled(self.besides).search(work)
            if name and both and not others and any(name in clause for clause in acting):
                yield Hit(self.field, (), {"found": name, "other": work})
                break
