"""Count rows of a list: all of them, those that match, and whether two thirds agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator
from pydantic import Field as Setting

from lawbook.base.names import bare
from lawbook.forms.values import Row, Value
from lawbook.law.record import FieldKey, Record, Text

if TYPE_CHECKING:
    from lawbook.forms.form import Column, Form

# A column → the words that it may have; "" for an empty cell.
Says = dict[
    FieldKey,
    Annotated[
        tuple[str, ...],
        BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    ],
]


class RowsOf(Record):
    """The rows of a list that match ``where``, without those that match ``but``.

    ``once``: rows that name the same person in this column count as one. ``label`` and ``unit`` are
    the words for their number: 同意6票.
    """

    rows: FieldKey
    where: Says = Setting(default_factory=dict)
    but: Says = Setting(default_factory=dict)
    once: FieldKey | None = None
    label: Text | None = None
    unit: Text = "人"

    def numbered_rows(self, form: Form, values: Mapping[str, Value]) -> list[tuple[int, Row]]:
        """Return each row that counts, with its number in the list."""
        keys = [column.key for column in form.field(self.rows).columns]
        rows = enumerate(rows_of(values.get(self.rows)))
        held = [(number, row) for number, row in rows if self._holds(keys, row)]
        if self.once is None:
            return held
        column = keys.index(self.once)
        first: dict[str, tuple[int, Row]] = {}
        for number, row in held:  # a row without a name counts as somebody
            first.setdefault(bare(row[column]) or str(number), (number, row))
        return list(first.values())

    def _holds(self, keys: list[str], row: Row) -> bool:
        if not says(keys, row, self.where):
            return False
        return not any(says(keys, row, {column: words}) for column, words in self.but.items())

    def in_words(self, count: int) -> str:
        """Return a number of these rows in words: 到会7人."""
        return f"{self.label or ''}{count}{self.unit}"

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Return the columns it uses, with the words that it looks for."""
        return {**self.where, **self.but, **({self.once: ()} if self.once else {})}


def rows_of(value: Value | None) -> tuple[Row, ...]:
    """Return the rows of an answer; empty without an answer."""
    items = value if isinstance(value, tuple) else ()
    return tuple(item for item in items if isinstance(item, tuple))


def cell(form: Form, rows: str, column: str, row: Row) -> str:
    """Return the text of a column in a row."""
    keys = [known.key for known in form.field(rows).columns]
    return row[keys.index(column)]


def says(keys: Sequence[str], row: Row, asked: Mapping[str, tuple[str, ...]]) -> bool:
    """Return whether each column has one of the words asked for."""
    return all(row[keys.index(column)] in words for column, words in asked.items())


def needed(count: int) -> int:
    """Return two thirds of a number, rounded up.

    >>> needed(5), needed(6), needed(7)
    (4, 4, 5)
    """
    return -(-2 * count // 3)


class TwoThirds(Record):
    """How many agree, and the totals of which two thirds are required, one a way in ``of``."""

    yes: RowsOf
    of: Annotated[tuple[RowsOf, ...], Setting(min_length=1)]

    def reached(self, form: Form, values: Mapping[str, Value]) -> list[tuple[RowsOf, int, int]]:
        """Return each way of counting with its total and the number of those who agree."""
        yes = len(self.yes.numbered_rows(form, values))
        return [(way, len(way.numbered_rows(form, values)), yes) for way in self.of]


def unknown_columns(columns: Sequence[Column], asked: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the columns that a list does not have, and the words that a column never has."""
    known = {column.key: column for column in columns}
    lost = [f"没有列 {key}" for key in asked if key not in known]
    for key, words in asked.items():
        options = known[key].options if key in known else ()
        lost += [
            f"列 {key} 没有“{word}”" for word in words if options and word not in ("", *options)
        ]
    return lost
