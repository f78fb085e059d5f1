"""Closed lists of words: a key for the data, a tag and a label for readers."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints, model_validator

from lawbook.law.record import Record, Text

TermKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]


class Term(Record):
    """One word of a list: short ``tag``, full ``label``, and what it means.

    ``quiet`` words mean that all is well: in running text readers see them only on request.
    """

    key: TermKey
    tag: Text
    label: Text
    description: Text
    quiet: bool = False


class Vocabulary(Record):
    """A closed list of terms.

    Of places: ``national`` is the one whose rules hold in all the others, ``guides`` are the
    pages that were written about one.
    """

    key: TermKey
    national: TermKey | None = None
    guides: dict[TermKey, Text] = {}
    terms: tuple[Term, ...]

    def __getitem__(self, key: str) -> Term:
        """Return the term of a key; KeyError if the list has none."""
        for term in self.terms:
            if term.key == key:
                return term
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return any(term.key == key for term in self.terms)

    @model_validator(mode="after")
    def _names_its_own_terms(self) -> Vocabulary:
        for key in (*filter(None, [self.national]), *self.guides):
            if key not in self:
                raise ValueError(f"没有词 {key}；可写：{'、'.join(self.keys)}")
        return self

    @property
    def everywhere(self) -> str:
        """Of places: what readers call the one whose rules hold in all; empty where none is."""
        return self[self.national].label if self.national else ""

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(term.key for term in self.terms)
