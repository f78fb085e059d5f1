"""Checks of numbers and days: counts of rows, coverage, two-thirds majorities, order, sums."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Literal

from lawbook.base import dates
from lawbook.base.dates import shown_date
from lawbook.base.names import bare
from lawbook.forms.computed import ending, rolled
from lawbook.forms.form import Form
from lawbook.forms.plan.paired import Paired
from lawbook.forms.plan.paper import Hit, Paper, Spot, Units, plain_name
from lawbook.forms.plan.pieces import folded
from lawbook.forms.plan.told import NamesOne, ToldCount, ToldSum
from lawbook.forms.tally import RowsOf, Says, TwoThirds, cell, needed, says, unknown_columns
from lawbook.law.record import FieldKey, Record, Text

_NUMBER = re.compile("[0-9]{1,12}")


class Number(RowsOf):
    """The number of rows that a list must have; ``empty``: an empty list is checked too."""

    kind: Literal["count"]
    at_least: int | None = None
    at_most: int | None = None
    empty: bool = False

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the list, with its number of rows and the limit."""
        if not paper.answers.rows(self.rows) and not self.empty:
            return
        count = len(self.numbered_rows(paper.form, paper.answers.values))
        for limit, beyond in ((self.at_least, -1), (self.at_most, 1)):
            if limit is not None and (count - limit) * beyond > 0:
                yield Hit(self.rows, (), {"found": str(count), "limit": str(limit)})


class Covers(RowsOf):
    """A column whose rows must include each of some words."""

    kind: Literal["covers"]
    column: FieldKey
    words: tuple[Text, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the list, once for each word that no row has."""
        if not paper.answers.rows(self.rows):
            return
        rows = self.numbered_rows(paper.form, paper.answers.values)
        said = {cell(paper.form, self.rows, self.column, row) for _, row in rows}
        yield from (Hit(self.rows, (), {"part": word}) for word in self.words if word not in said)

    def columns(self) -> dict[str, tuple[str, ...]]:
        """Return the columns it uses, with the words that it looks for."""
        return {**super().columns(), self.column: self.words}


class Majority(TwoThirds):
    """Two thirds that must agree.

    ``short`` finds what is too few in every way of counting, ``differ`` what depends on the way.
    ``known``: skipped if a row has another word in such a column, as nobody can count it.
    """

    kind: Literal["two_thirds"]
    finds: Literal["short", "differ"] = "short"
    known: Says = {}

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the list, with how many agree and how many are two thirds, in the first way."""
        values = paper.answers.values
        rows = paper.answers.rows(self.yes.rows)
        keys = [column.key for column in paper.form.field(self.yes.rows).columns]
        if not rows or not all(says(keys, row, self.known) for row in rows):
            return
        ways = self.reached(paper.form, values)
        reached = {yes >= needed(all_) > 0 for _, all_, yes in ways}
        if reached == ({False} if self.finds == "short" else {False, True}):
            _, all_, yes = ways[0]
            words = {"found": str(yes), "limit": str(needed(all_)), "other": str(all_)}
            yield Hit(self.yes.rows, (), words)


class DateOrder(Record):
    """Two days, the second of which must not be earlier: in fields, or in each row of a list.

    ``beside`` names the one that is a field beside the list. A computed day counts too, a last day
    as the next working day if it is a rest day; ``same_day: false`` requires a later one,
    ``most_days`` one at most this many days later.
    """

    kind: Literal["date_order"]
    first: FieldKey
    then: FieldKey
    rows: FieldKey | None = None
    beside: Literal["first", "then"] | None = None
    same_day: bool = True
    most_days: int | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the later day's spot, with both days; in rows, the row's."""
        kept = rolled(paper.form, paper.answers.values) if self.then in self.fields() else {}
        for spot, first, then in self._pairs(paper):
            is_late = self.most_days is not None and (then - first).days > self.most_days
            last = kept.get(self.then, then)
            if last < first or is_late or (then == first and not self.same_day):
                words = {"found": ending(then, last), "other": shown_date(first)}
                yield Hit(self.rows or self.then, spot, words)

    def columns(self) -> dict[str, str]:
        """Return the days in rows (``first``, ``then``), each with its column."""
        both = {"first": self.first, "then": self.then}
        return {name: key for name, key in both.items() if self.rows and name != self.beside}

    def fields(self) -> set[str]:
        """Return the fields of the days outside rows."""
        both = {"first": self.first, "then": self.then}
        return {key for name, key in both.items() if name not in self.columns()}

    def _pairs(self, paper: Paper) -> Iterator[tuple[Spot, datetime.date, datetime.date]]:
        in_rows = self.columns()
        for number, row in enumerate(paper.answers.rows(self.rows) if self.rows else [()]):
            first, then = (
                dates.date(cell(paper.form, self.rows or "", key, row))
                if name in in_rows
                else paper.shown.get(key)
                for name, key in (("first", self.first), ("then", self.then))
            )
            if isinstance(first, datetime.date) and isinstance(then, datetime.date):
                column = in_rows.get("then") or in_rows.get("first")
                yield ((number, column) if column else ()), first, then


class Names(Record):
    """Where names are: a column of a list, or a field."""

    field: FieldKey
    column: FieldKey | None = None
    where: Says = {}

    def by_name(self, paper: Paper) -> dict[str, Spot]:
        """Return each name with its spot, without bracketed additions."""
        if self.column is None:
            return {plain_name(paper.text(self.field)): ()} if paper.text(self.field) else {}
        rows = RowsOf(rows=self.field, where=self.where).numbered_rows(
            paper.form, paper.answers.values
        )
        cells = ((n, folded(cell(paper.form, self.field, self.column, row))) for n, row in rows)
        return {plain_name(cell): (n, self.column) for n, cell in cells if cell}


class NotBoth(Record):
    """Things that exclude each other in one row, or one name that may not be in two fields."""

    kind: Literal["not_both"]
    rows: FieldKey | None = None
    one: Says = {}
    other: Says = {}
    names: tuple[Names, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each row that has both, with its number, or each later spot of a name."""
        if self.rows:
            keys = [column.key for column in paper.form.field(self.rows).columns]
            for number, row in enumerate(paper.answers.rows(self.rows)):
                if says(keys, row, self.one) and says(keys, row, self.other):
                    spot = (number, next(iter(self.other)))
                    yield Hit(self.rows, spot, {"found": row[0], "part": str(number + 1)})
        earlier: dict[str, str] = {}
        for naming in self.names:
            named = naming.by_name(paper)
            for name in (name for name in named if name in earlier):
                words = {"found": name, "other": paper.label(earlier[name])}
                yield Hit(naming.field, named[name], words)
            earlier |= dict.fromkeys(named, naming.field)


class NotTwice(Record):
    """A column of names in which nobody may occur twice, however the name is written."""

    kind: Literal["not_twice"]
    rows: FieldKey
    column: FieldKey

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each later row of a name, with its number and that of the first."""
        first: dict[str, int] = {}
        for number, row in enumerate(paper.answers.rows(self.rows)):
            said = cell(paper.form, self.rows, self.column, row)
            if (name := bare(said)) in first:
                words = {"found": said, "part": str(number + 1), "other": str(first[name] + 1)}
                yield Hit(self.rows, (number, self.column), words)
            if name:
                first.setdefault(name, number)

    def lists(self) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
        """Yield the list with the column that it uses."""
        yield self.rows, {self.column: ()}


class Amount(Record):
    """A number: a field's value, the sum of a column, or the number of rows that match."""

    field: FieldKey
    column: FieldKey | None = None
    where: Says = {}

    def of(self, paper: Paper) -> int | None:
        """Return the number, or None if a number that it needs is missing."""
        form = paper.form
        if form.field(self.field).kind != "rows":
            return _whole(paper.text(self.field))
        rows = RowsOf(rows=self.field, where=self.where).numbered_rows(form, paper.answers.values)
        if self.column is None:
            return len(rows)
        cells = [_whole(cell(form, self.field, self.column, row)) for _, row in rows]
        return None if None in cells else sum(cell for cell in cells if cell is not None)


class EqualSum(Record):
    """A number that must be the sum of others."""

    kind: Literal["equal_sum"]
    total: Amount
    parts: tuple[Amount, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field of the total, with both numbers."""
        total, *parts = (amount.of(paper) for amount in (self.total, *self.parts))
        known = [part for part in parts if part is not None]
        if total is not None and len(known) == len(parts) and total != sum(known):
            yield Hit(self.total.field, (), {"found": str(total), "other": str(sum(known))})


Tally = (
    Number
    | Covers
    | Majority
    | DateOrder
    | NotBoth
    | NotTwice
    | EqualSum
    | NamesOne
    | ToldCount
    | ToldSum
    | Paired
)


def _whole(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def faults(check: object, form: Form) -> Iterator[str]:
    """Yield what such a check names and its form does not have: fields, lists, columns, words."""
    fields = {field.key: field for _, field in form.fields}
    for key, asked in _named(check):
        if key not in fields:
            yield f"没有栏目 {key}"
        elif asked:
            yield from (
                f"栏目 {key} {lost}" for lost in unknown_columns(fields[key].columns, asked)
            )


def _named(check: object) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
    """Yield each field that a check names, with the columns and words that it uses there."""
    if isinstance(check, RowsOf):
        yield check.rows, check.columns()
    if isinstance(check, TwoThirds):
        for listed in (check.yes, *check.of):
            yield listed.rows, listed.columns()
    if isinstance(check, Majority):
        yield check.yes.rows, check.known
    if isinstance(check, DateOrder):
        if check.rows:
            yield check.rows, dict.fromkeys(check.columns().values(), ())
        yield from ((key, {}) for key in check.fields())
    if isinstance(check, NotTwice | Paired):
        yield from check.lists()
    if isinstance(check, NotBoth) and check.rows:
        yield check.rows, {**check.one, **check.other}
    if isinstance(check, NotBoth):
        for name in check.names:
            yield name.field, {**name.where, **({name.column: ()} if name.column else {})}
    if isinstance(check, EqualSum):
        for part in (check.total, *check.parts):
            yield part.field, {**part.where, **({part.column: ()} if part.column else {})}
