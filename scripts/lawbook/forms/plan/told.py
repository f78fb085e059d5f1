"""A count that a text tells, held against the rows that it counts: 完成5项 beside four rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.forms.plan.paper import Hit, Paper, Units, folded
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
