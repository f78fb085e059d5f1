"""Checks of rows: nobody listed twice, a kind that the name supports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.forms.plan.paper import Hit, Paper, Units, plain_name
from lawbook.forms.plan.pieces import folded
from lawbook.law.record import Record, Text


def cells(paper: Paper, field: str | None, column: str | None) -> list[str]:
    """Return the folded cells of a column, one for each row; empty if there is no field."""
    if field is None or column is None:
        return []
    keys = [column.key for column in paper.form.field(field).columns]
    return [folded(row[keys.index(column)]) for row in paper.answers.rows(field)]


class Twice(Record):
    """A column that may not have the same text twice."""

    kind: Literal["twice"]
    field: str
    column: str

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each row that repeats an earlier one."""
        seen: set[str] = set()
        for number, cell in enumerate(cells(paper, self.field, self.column)):
            name = plain_name(cell)
            if name and name in seen:
                yield Hit(self.field, (number, self.column), {"found": cell})
            seen.add(name)


class RowKind(Record):
    """A kind for each row, and the words at the end of a name that support it."""

    kind: Literal["row_kind"]
    field: str
    column: str
    name_column: str
    words: dict[str, tuple[Text, ...]]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each row whose name supports only another kind, with both kinds."""
        names = cells(paper, self.field, self.name_column)
        kinds = cells(paper, self.field, self.column)
        for number, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            others = [sort for sort, ends in self.words.items() if plain_name(name).endswith(ends)]
            if kind in self.words and others and kind not in others:
                words = {"found": name, "part": kind, "other": others[0]}
                yield Hit(self.field, (number, self.column), words)


class RowNeeds(Record):
    """A column of rows; where it is filled, others must be filled too."""

    kind: Literal["row_needs"]
    field: str
    column: str
    needs: tuple[str, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each cell that is empty beside a filled one, with both labels."""
        labels = {column.key: column.label for column in paper.form.field(self.field).columns}
        for number, cell in enumerate(cells(paper, self.field, self.column)):
            for need in self.needs:
                if cell and not cells(paper, self.field, need)[number]:
                    words = {"found": cell, "other": labels[need]}
                    yield Hit(self.field, (number, need), words)


class RowNames(Record):
    """A column of names, each of which must be in a column of another list.

    A cell that contains ``other`` names an office; a list without rows is skipped.
    """

    kind: Literal["row_names"]
    field: str
    column: str
    rows: str
    name_column: str
    other: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each cell that contains none of the names."""
        names = list(filter(None, map(plain_name, cells(paper, self.rows, self.name_column))))
        for number, cell in enumerate(cells(paper, self.field, self.column)):
            known = any(name in cell for name in names) or compiled(self.other).search(cell)
            if names and cell and not known:
                yield Hit(self.field, (number, self.column), {"found": cell})
