"""Signposts from a ground to the site: its name, its address, and the pages it concerns."""

from __future__ import annotations

from dataclasses import dataclass

from lawbook.law.citation import Citation
from lawbook.law.fact import Fact
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.rule import FactId, Ground


@dataclass(frozen=True)
class Signpost:
    """A name for readers and an address below the site's root; ``fact``: the fact's sentence."""

    name: str
    address: str
    fact: str | None = None


def signposts(library: Library, ground: Ground) -> tuple[Signpost, ...]:
    """Return the signposts of a ground: to the provision, or to the one that a fact is about.

    A fact known only from the draft leads to the draft, so that nobody takes it for the text in
    force; any other leads to the fact itself.
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
    """Return a fact's address below the site's root."""
    return f"documents/{library.page_of(fact.provision)}/#{fact.anchor}"


def touches(library: Library, ground: Ground) -> tuple[Citation, ...]:
    """Return all provisions that a ground concerns: itself, or those of the fact and its basis."""
    if isinstance(ground, FactId):
        fact = library.fact(ground)
        return (fact.provision, *fact.basis)
    return (ground,)
