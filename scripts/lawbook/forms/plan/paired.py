"""Checks of two lists whose rows refer to each other, as tasks and their progress do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from lawbook.base import dates
from lawbook.base.dates import shown_date
from lawbook.base.names import bare
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.tally import Says, cell, says
from lawbook.forms.values import Row
from lawbook.law.record import FieldKey, Record, Text

Numbered = tuple[int, Row]


class Paired(Record):
    """Rows of a list that each need a row of the ``other`` list with the same ``column``.

    With ``first`` and ``then`` (list.column, or a field), the second day of a pair whose other row
    matches ``where`` must not be earlier than the first; rows without a pair are skipped.
    """

    kind: Literal["paired"]
    rows: FieldKey
    other: FieldKey
    column: FieldKey
    where: Says = {}
    first: Text | None = None
    then: Text | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the row, with its label, or with the two days."""
        others = paper.answers.rows(self.other)
        named = {bare(cell(paper.form, self.other, self.column, row)): row for row in others}
        for number, row in enumerate(paper.answers.rows(self.rows)) if others else ():
            name = cell(paper.form, self.rows, self.column, row)
            other = named.get(bare(name))
            if not self.first and name and other is None:
                yield Hit(self.rows, (number, self.column), {"found": name})
            elif self.first and self.then and other is not None and self._asks(paper, other):
                first = self._day(paper, self.first, row, other)
                then = self._day(paper, self.then, row, other)
                if first and then and then < first:
                    days = {"other": shown_date(first), "limit": shown_date(then)}
                    yield Hit(self.rows, (number, self.column), {"found": name, **days})

    def lists(self) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
        """Yield the lists, each with the columns and words that it must have; further fields."""
        yield self.rows, {self.column: ()}
        yield self.other, {self.column: (), **self.where}
        for spot in filter(None, (self.first, self.then)):
            key, _, column = spot.partition(".")
            yield key, {column: ()} if column else {}

    def _asks(self, paper: Paper, row: Row) -> bool:
        columns = paper.form.field(self.other).columns
        return says([column.key for column in columns], row, self.where)

    def _day(self, paper: Paper, spot: str, row: Row, other: Row) -> datetime.date | None:
        key, _, column = spot.partition(".")
        if column:
            return dates.date(cell(paper.form, key, column, row if key == self.rows else other))
        value = paper.shown.get(key)
        return value if isinstance(value, datetime.date) else None
