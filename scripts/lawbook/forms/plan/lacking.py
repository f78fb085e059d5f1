"""Checks of what is missing: part of an answer, a risk not taken up, a body not listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Units, plain_name
from lawbook.forms.plan.rows import cells
from lawbook.law.record import Record, Text

SHORT = 3
WITHIN_SCHOOL: Shared[re.Pattern[str]] = re.compile(
    "(大学).+"
)  # a school of a university is identified by it


class Need(Record):
    """Something an answer must have: a match of a pattern or, if ``named``, somebody's name."""

    field: str
    part: Text
    says: Pattern
    named: bool = False


class Lacks(Record):
    """Answers and what each of them must have; names are in a column of rows."""

    kind: Literal["lacks"]
    asks: tuple[Need, ...]
    rows: str | None = None
    column: str | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer once for each need that it does not meet."""
        names = list(filter(None, cells(paper, self.rows, self.column)))
        for need in self.asks:
            text = paper.words(need.field)
            told = compiled(need.says).search(text) or (
                need.named and any(n in text for n in names)
            )
            if text and not told:
                yield Hit(need.field, (), {"part": need.part})


class Echoed(Record):
    """Words in some answers (the first group of ``pattern``) that others must take up.

    Two consecutive characters in common are enough.
    """

    kind: Literal["echoed"]
    fields: tuple[str, ...]
    within: tuple[str, ...]
    pattern: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer once, with its first word that the others do not take up."""
        others = "\n".join(filter(None, map(paper.words, self.within)))
        for key, spot, text in paper.texts(self.fields) if others else ():
            for match in compiled(self.pattern).finditer(text):
                if not any(pair in others for pair in map("".join, pairwise(match[1]))):
                    yield Hit(key, spot, {"found": match[1]})
                    break


class Bodies(Record):
    """Bodies (the first group of ``pattern``) that must be listed in one of the fields ``own``.

    One is listed if the last two characters of its name, without the kind of body (``sort``), occur
    there, and not in the name of a body of another kind (财经大学, 财经学院).
    """

    kind: Literal["bodies"]
    fields: tuple[str, ...]
    own: tuple[str, ...]
    pattern: Pattern
    sort: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer once, with its first body that is not listed."""
        own = plain_name("\n".join(filter(None, map(paper.words, self.own))))
        for key, spot, text in paper.texts(self.fields) if own else ():
            for match in compiled(self.pattern).finditer(plain_name(text)):
                name = WITHIN_SCHOOL.sub(r"\1", match[1])
                stem = compiled(self.sort).sub("", name)
                if name not in own and (
                    stem[-2:] not in own or (len(stem) > SHORT and stem in own)
                ):
                    yield Hit(key, spot, {"found": match[1]})
                    break
