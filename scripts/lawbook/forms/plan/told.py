"""What a text tells of rows: how many there are (完成5项 beside four), somebody whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.forms.plan.paper import Hit, Paper, Units, folded, plain_name
from lawbook.forms.tally import RowsOf
from lawbook.law.record import FieldKey, Text

_SENTENCE = re.compile("[。；;\n]")


class ToldCount(RowsOf):
    """A text in which a number, the group of ``pattern``, tells how many rows there are.

    What matches without its group is passed over: another count in the same words. Only sentences
    that fit ``about`` are read.
    """

    kind: Literal["told_count"]
    field: FieldKey
    pattern: Text
    about: Text

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """The field, with the words and the number of rows; an empty list is not counted."""
        if not paper.answers.rows(self.rows):
            return
        count = len(self.found(paper.form, paper.answers.values))
        some = _SENTENCE.split(folded(paper.text(self.field)))
        read = "\n".join(one for one in some if re.search(self.about, one))
        for match in re.finditer(self.pattern, read):
            if match[1] and from_han(match[1]) != count:
                yield Hit(self.field, (), {"found": match[0], "other": str(count)})


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
        rows = self.found(paper.form, paper.answers.values)
        keys = [column.key for column in paper.form.field(self.rows).columns]
        names = (folded(row[keys.index(self.column)]) for _, row in rows)
        if not any(plain_name(name) in said for name in names if name):
            yield Hit(self.field, (), {"found": paper.text(self.field)})

    def columns(self) -> dict[str, tuple[str, ...]]:
        """The columns that it asks."""
        return {**super().columns(), self.column: ()}
