"""What a text tells of rows: how many there are (完成5项 beside four), somebody whom they name."""

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
    """A text in which a number, the group of ``pattern``, tells how many rows there are.

    What matches without its group is passed over: another count in the same words. Only sentences
    that fit ``about`` are read. ``number``: what the group tells where it is no number (全部).
    """

    kind: Literal["told_count"]
    field: FieldKey
    pattern: Pattern
    about: Pattern
    number: int | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """The field, with the words and the number of rows; an empty list is not counted."""
        if not paper.answers.rows(self.rows):
            return
        count = len(self.numbered_rows(paper.form, paper.answers.values))
        some = _SENTENCE.split(folded(paper.text(self.field)))
        read = "\n".join(sentence for sentence in some if re.search(self.about, sentence))
        for match in re.finditer(self.pattern, read):
            told = _size(match[1] or "") if self.number is None else self.number
            if match[1] and abs(told - count) > 0:  # never so of what is no number
                yield Hit(self.field, (), {"found": match[0], "other": str(count)})


class ToldSum(Record):
    """A sentence with a number of all and those of its parts: none is more, all are as many.

    ``none`` says that nothing else is left. Each pattern has a group for its number; what matches
    without it is passed over.
    """

    kind: Literal["told_sum"]
    field: FieldKey
    about: Pattern
    total: Pattern
    parts: tuple[Pattern, ...]
    none: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """The field, with the number of all, and that of the parts together."""
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
    """How many a numeral says; NaN, of which nothing is said, for figures among others: 三5."""
    with suppress(ValueError):
        return from_han(numeral)
    return math.nan


class NamesOne(RowsOf):
    """A field that names somebody of a column of rows."""

    kind: Literal["names_one"]
    field: FieldKey
    column: FieldKey

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """The field, with what it says; a field or a list without answer is not looked at."""
        said = folded(paper.text(self.field))
        if not said or not paper.answers.rows(self.rows):
            return
        rows = self.numbered_rows(paper.form, paper.answers.values)
        names = (folded(cell(paper.form, self.rows, self.column, row)) for _, row in rows)
        if not any(plain_name(name) in said for name in names if name):
            yield Hit(self.field, (), {"found": paper.text(self.field)})

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The columns that it asks."""
        return {**super().columns(), self.column: ()}
