"""The same matter in every text, side by side, and the terms that a higher text leaves open."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from lawbook.law.citation import Citation
from lawbook.law.record import CitationText, Key, Record, Text, no_key_twice
from lawbook.rules.rule import Based, Rule


class Filling(Based):
    """What a local rule says on an open term, and whether that settles it."""

    place: Text
    extent: Literal["full", "partly", "none"]
    text: Text


class OpenTerm(Rule):
    """A term that a higher rule leaves open, and what fills it (nothing: a blank is shown)."""

    term: Text
    text: Text
    human_judgement: bool
    fills: tuple[Filling, ...] = ()


class CrosswalkRow(Rule):
    """The same matter in the draft, the final text, the 2023 Measures and rules of places.

    ``local``: key of a place in the vocabulary → its provisions.
    """

    topic: Text
    draft: tuple[CitationText, ...] = ()
    final: tuple[CitationText, ...] = ()
    general: tuple[CitationText, ...] = ()
    local: dict[Key, tuple[CitationText, ...]] = {}
    opens: tuple[Key, ...] = ()
    note: Text | None = None

    @property
    def columns(self) -> tuple[tuple[Citation, ...], ...]:
        """Return the columns: draft, final, 2023 Measures, then each place."""
        return (self.draft, self.final, self.general, *self.local.values())


class Crosswalk(Record):
    """``data/rules/crosswalk.yml``.

    ``short_rows``: the place whose rows have the short addresses, ``row-art-16``; those of any
    other place name it, ``row-<place>-art-16``, whatever the order in which places stand.
    """

    key: Literal["crosswalk"] = "crosswalk"
    short_rows: Key | None = None
    open_terms: Annotated[tuple[OpenTerm, ...], AfterValidator(no_key_twice)] = ()
    rows: Annotated[tuple[CrosswalkRow, ...], AfterValidator(no_key_twice)] = ()

    @model_validator(mode="after")
    def _short_rows_are_there(self) -> Crosswalk:
        places = list(dict.fromkeys(key for row in self.rows for key in row.local))
        if places and self.short_rows not in places:
            known = "、".join(places)
            raise ValueError(f"short_rows 应写各行 local 里的一个地方；可写：{known}")
        return self

    def anchor(self, row: CrosswalkRow, place: str) -> str:
        """The address of a row in the table of a place."""
        return f"row-{row.key}" if place == self.short_rows else f"row-{place}-{row.key}"
