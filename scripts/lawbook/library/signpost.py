"""Where a ground leads a reader: what it is called, its address, and which pages it touches."""

from __future__ import annotations

from dataclasses import dataclass

from lawbook.law.citation import Citation
from lawbook.law.fact import Fact
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.rule import FactId, Ground


@dataclass(frozen=True)
class Signpost:
    """A name for readers and an address below the site's root; ``fact``: the sentence it means."""

    name: str
    address: str
    fact: str | None = None


def signposts(library: Library, ground: Ground) -> tuple[Signpost, ...]:
    """A ground as readers see it: the provision, or the one that a fact is about.

    A fact known from the draft alone leads to the draft, so that nobody takes it for the text
    in force; any other leads to where the fact itself stands.
    """
    shown = grounds.provisions(library, ground)
    if isinstance(ground, Citation):
        return tuple(
            Signpost(library.display(citation), library.url(citation)) for citation in shown
        )
    fact = library.fact(ground)
    own = address(library, fact)
    return tuple(
        Signpost(
            grounds.name(library, ground, citation),
            own if citation == fact.provision else library.url(citation),
            fact.fact,
        )
        for citation in shown or (fact.provision,)
    )


def address(library: Library, fact: Fact) -> str:
    """Where a fact stands, below the site's root."""
    return f"documents/{library.page_of(fact.provision)}/#{fact.anchor}"


def touches(library: Library, ground: Ground) -> tuple[Citation, ...]:
    """All provisions a ground leads to: itself, or those of the fact and of its basis."""
    if isinstance(ground, FactId):
        fact = library.fact(ground)
        return (fact.provision, *fact.basis)
    return (ground,)
