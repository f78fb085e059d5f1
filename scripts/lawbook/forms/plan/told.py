"""Checks of what a text says about rows: how many there are, and who is in them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.base.pattern import Pattern
from lawbook.forms.plan.paper import Hit, Paper, Units, plain_name
from lawbook.forms.plan.pieces import folded
from lawbook.forms.tally import RowsOf, cell
from lawbook.law.record import FieldKey, Record

_SENTENCE = re.compile("[。；;\n]")


class ToldCount(RowsOf):
    """A text in which a number, the group of ``pattern``, says how many rows there are.

    A match without its group is skipped: another count in the same words. Only sentences that match
    ``about`` are read. ``number``: the value if the group is no number (全部).
    """

    kind: Literal["told_count"]
    field: FieldKey
    pattern: Pattern
    about: Pattern
    number: int | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the field, with the words and the number of rows; an empty list is skipped."""
        if not paper.answers.rows(self.rows):
            return
        count = len(self.numbered_rows(paper.form, paper.answers.values))
        some = _SENTENCE.split(folded(paper.text(self.field)))
        read = "\n".join(sentence for sentence in some if re.search(self.about, sentence))
        for match in re.finditer(self.pattern, read):
            told = _size(match[1] or "") if self.number is None else self.number
            if match[1] and abs(told - count) > 0:  # never if it is not a number
                yield Hit(self.field, (), {"found": match[0], "other": str(count)})


class ToldSum(Record):
    """A sentence with a total and the numbers of its parts, which must add up.

    ``none`` matches a statement that nothing is left over. Each pattern has a group for its number;
    a match without it is skipped.
    """

    kind: Literal["told_sum"]
    field: FieldKey
    about: Pattern
    total: Pattern
    parts: tuple[Pattern, ...]
    none: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field, with the total and the sum of the parts."""
        for said in _SENTENCE.split(folded(paper.text(self.field))):
            if not re.search(self.about, said):
                continue
            total = _number(self.total, said)
            parts = [_number(part, said) for part in self.parts]
            known = sum(part or 0 for part in parts)
            whole = None not in parts or re.search(self.none, said) is not None
            if total is not None and (known > total or (known and whole and known < total)):
                yield Hit(self.field, (), {"found": str(total), "other": str(known)})


def _number(pattern: str, text: str) -> float | None:
    told = (match[1] for match in re.finditer(pattern, text) if match[1])
    first = next(told, None)
    return _size(first) if first else None


def _size(numeral: str) -> float:
    """Return the value of a numeral; NaN, which fails every comparison, for a mix such as 三5."""
    with suppress(ValueError):
        return from_han(numeral)
    return math.nan


class NamesOne(RowsOf):
    """A field that must name somebody in a column of rows."""

    kind: Literal["names_one"]
    field: FieldKey
    column: FieldKey

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field, with its text; without an answer in either, it is skipped."""
        said = folded(paper.text(self.field))
        if not said or not paper.answers.rows(self.rows):
            return
        rows = self.numbered_rows(paper.form, paper.answers.values)
        names = (folded(cell(paper.form, self.rows, self.column, row)) for _, row in rows)
        if not any(plain_name(name) in said for name in names if name):
            yield Hit(self.field, (), {"found": paper.text(self.field)})

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Return the columns it uses."""
        return {**super().columns(), self.column: ()}
