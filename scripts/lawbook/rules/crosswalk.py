"""The same matter in every text, side by side, and the terms that a higher text leaves open."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator

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
    """``data/rules/crosswalk.yml``."""

    key: Literal["crosswalk"] = "crosswalk"
    open_terms: Annotated[tuple[OpenTerm, ...], AfterValidator(no_key_twice)] = ()
    rows: Annotated[tuple[CrosswalkRow, ...], AfterValidator(no_key_twice)] = ()
