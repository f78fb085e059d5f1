"""Closed lists of words: a key for the data, a tag and a label for readers."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

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
    """A closed list of terms."""

    key: TermKey
    terms: tuple[Term, ...]

    def __getitem__(self, key: str) -> Term:
        """Return the term of a key; KeyError if the list has none."""
        for term in self.terms:
            if term.key == key:
                return term
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        return any(term.key == key for term in self.terms)

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(term.key for term in self.terms)
