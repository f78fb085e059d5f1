"""Checks of periods: the same beginning and end in two answers, and the stated length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.figures import months
from lawbook.forms.plan.paper import Hit, Paper, Units, periods
from lawbook.forms.plan.pieces import pieces_of
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record

MONTHS = 12
LASTS_TOLD: Shared[re.Pattern[str]] = re.compile(
    "^[^。；\n0-9]{0,8}?(?:共|历时|为期|，|（|总计)([0-9]{1,2}|[一二三四五六七八九十]{1,3})个(半)?月"
)


class Begins(Record):
    """Two fields whose first dates (``ends``: last dates) are in the same month.

    A piece that contains ``unless`` is ignored, and so is one of the second field without ``says``.
    A single date is no beginning; of the ends, only one that is too early is reported.
    """

    kind: Literal["begins"]
    fields: tuple[str, str]
    ends: bool = False
    says: Pattern | None = None
    unless: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the second field, with both dates, if the months differ."""
        told = self._day(paper.text(self.fields[0]))
        here = self._day(paper.text(self.fields[1]), self.says)
        if told and here and (here[0] < told[0] if self.ends else here[0] != told[0]):
            words = {"found": here[1], "limit": told[1], "other": paper.label(self.fields[0])}
            yield Hit(self.fields[1], (), words)

    def _day(self, text: str, says: str | None = None) -> tuple[tuple[int, int], str] | None:
        """Return year and month of the first or last date, and as written."""
        days, year = [], 0
        for piece in pieces_of(text) if "月" in text else ():
            if "月" not in piece:
                continue
            said = not (self.unless and compiled(self.unless).search(piece))
            said = said and (says is None or bool(compiled(says).search(piece)))
            for match in months(piece):
                year, month = int(match[1] or year), int(match[2])
                days += [((year, month), match[0])] if year and said and month <= MONTHS else []
        if len(days) > 1 or (days and self.ends):
            return max(days) if self.ends else min(days)
        return None


class Lasts(Record):
    """Periods with a stated length in months, which must be right."""

    kind: Literal["lasts"]
    fields: Fields

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each answer with the first wrong length, as stated and as computed."""
        for key, spot, text in paper.texts(self.fields):
            for (year, month, _), (last_year, last_month, _), words in periods(text):
                told = LASTS_TOLD.search(text[text.index(words) + len(words) :])
                most = (last_year - year) * MONTHS + last_month - month + 1
                size = from_han(told[1]) if told else most
                if told and most > 0 and not most - 1 <= size <= most:
                    fills = {"found": f"{told[1]}个{told[2] or ''}月", "limit": str(most)}
                    yield Hit(key, spot, fills)
                    break
