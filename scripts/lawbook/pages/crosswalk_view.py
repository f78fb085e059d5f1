"""The crosswalk as tables: draft and final text, the general rules of 2023, each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.law.fact import Fact
from lawbook.library.library import Library
from lawbook.rules.crosswalk import CrosswalkRow, OpenTerm


@dataclass(frozen=True)
class Comparison:
    """All rows of the crosswalk, with what a table needs of them."""

    library: Library

    @property
    def rows(self) -> tuple[CrosswalkRow, ...]:
        """Return all rows in the order of the file."""
        return self.library.rules.crosswalk.rows

    @property
    def draft_and_final(self) -> tuple[CrosswalkRow, ...]:
        """Return the rows that have provisions of the draft or the final text."""
        return tuple(row for row in self.rows if row.draft or row.final)

    @property
    def final_and_general(self) -> tuple[CrosswalkRow, ...]:
        """Return the rows that have provisions of the final text or the general rules."""
        return tuple(row for row in self.rows if row.final or row.general)

    def changes(self, row: CrosswalkRow) -> tuple[Fact, ...]:
        """Return what is known of the change from draft to final text, for a row."""
        facts = (fact for citation in row.final for fact in self.library.facts_on(citation))
        return tuple(fact for fact in facts if fact.kind == "change")

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Return key → label of the places that occur in some row, in the vocabulary's order."""
        used = {key for row in self.rows for key in row.local}
        words = self.library.vocabularies.get("places")
        return {} if words is None else {key: words[key].label for key in words.keys if key in used}

    def anchor(self, row: CrosswalkRow, place: str) -> str:
        """The address of a row in the table of a place."""
        return self.library.rules.crosswalk.anchor(row, place)

    def units(self, row: CrosswalkRow, place: str) -> tuple[str, ...]:
        """Return the units that a place's provisions of a row name as responsible, each once."""
        named = (
            name for citation in row.local.get(place, ()) for name in self._responsible(citation)
        )
        return tuple(dict.fromkeys(named))

    def _responsible(self, citation: Citation) -> Iterator[str]:
        """Yield the responsible units: an item's, or those in a paragraph's final brackets."""
        blocks = [part.responsible for part in self._after(citation) if part.responsible]
        inside = self.library.page_of(citation) not in {citation, Citation(citation.document)}
        for block in blocks[:1] if inside else blocks:
            yield from block.as_named

    def _after(self, citation: Citation) -> tuple[Provision, ...]:
        page = self.library.page_of(citation)
        parts = tuple(self.library.find(page if page.steps else citation).walk())
        start = next(n for n, part in enumerate(parts) if part.citation == citation)
        return parts[start:]

    @cached_property
    def terms(self) -> Mapping[str, OpenTerm]:
        """Return the open terms by key."""
        return {term.key: term for term in self.library.rules.crosswalk.open_terms}

    def opened_in(self, term: OpenTerm) -> tuple[CrosswalkRow, ...]:
        """Return the rows in which a term is left open."""
        return tuple(row for row in self.rows if term.key in row.opens)
