"""Look up values in a case by path: ``act.field`` or ``act.field.column``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lawbook.base.dates import shown_date
from lawbook.base.text import EVERY_BLANK
from lawbook.desk.case import Entry, day_of
from lawbook.library.library import Library

# What separates names within one text.
_BETWEEN = re.compile(f"[、，,；;{EVERY_BLANK}]+")
_BUT_BLANKS = re.compile(r"[、，,；;\n]+")
LISTED = {True: "列入", False: "未列入"}


@dataclass(frozen=True)
class Spots:
    """Looks up spots of cases, using the forms of their papers."""

    library: Library

    def names(
        self,
        entries: Iterable[Entry],
        spot: str,
        but: Mapping[str, tuple[str, ...]] | None = None,
        *,
        blanks: bool = True,
    ) -> Iterator[str]:
        """Yield the names at a spot, without rows that match ``but``.

        ``blanks``: whether a blank in a text ends a name.
        """
        act, field, *column = spot.split(".")
        for entry in entries:
            if entry.act.key != act:
                continue
            if column and entry.answers:
                yield from self._column(entry, field, column[0], but or {})
            else:
                between = _BETWEEN if blanks else _BUT_BLANKS
                yield from filter(None, between.split(entry.text(field)))

    def _column(
        self, entry: Entry, field: str, column: str, but: Mapping[str, tuple[str, ...]]
    ) -> Iterator[str]:
        assert entry.answers is not None
        keys = [column.key for column in self.library.forms[entry.act.key].field(field).columns]
        for row in entry.answers.rows(field):
            cells = dict(zip(keys, row, strict=True))
            if cells[column] and not any(cells[key] in words for key, words in but.items()):
                yield cells[column]

    def said(self, entry: Entry, field: str) -> str:
        """Return the text of a field of an entry as people read it; empty if there is none."""
        if entry.answers is None:
            return shown_date(entry.day) if field == "day" else entry.said.get(field, "")
        if (listed := self._listed(entry, field)) is not None:
            return listed
        known = {field.key: field for _, field in self.library.forms[entry.act.key].fields}
        if field == "day" and field not in known:
            return shown_date(entry.day)
        option = next(iter(entry.options(field)), "")
        if option:
            options = known[field].options
            return next((choice.label for choice in options if choice.key == option), option)
        text = entry.text(field)
        day = day_of(text)  # 2026-12-01 is shown in the same way in a text field
        return shown_date(day) if day else text

    def _listed(self, entry: Entry, field: str) -> str | None:
        """Return whether a field says that the activity is on the list; None if it is not asked."""
        for fact in self.library.rules.cases.facts:
            for source in fact.sources:
                if (source.form, source.field) == (entry.act.key, field) and (
                    source.yes or source.no
                ):
                    ticked = set(entry.options(field))
                    yes, no = ticked & set(source.yes), ticked & set(source.no)
                    return LISTED[bool(yes)] if yes or no else ""
        return None

    def fact(self, key: str, said: str) -> str:
        """Return a fact of a case in words: the label of its option, else as it is."""
        known = self.library.rules.cases.facts
        for source in (source for fact in known if fact.key == key for source in fact.sources):
            for option in self.library.forms[source.form].field(source.field).options:
                if option.key == said:
                    return option.label
        return said

    def label(self, entry: Entry, field: str) -> str:
        """Return a field's label; for an event 日期."""
        if entry.answers is None:
            return "日期"
        return self.library.forms[entry.act.key].field(field).label
