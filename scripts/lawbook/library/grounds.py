"""What a statement rests on: how sure each ground is, and its name for readers."""

from __future__ import annotations

from collections.abc import Iterable

from lawbook.law.citation import Citation
from lawbook.law.fact import Fact
from lawbook.law.record import Confidence, Mark
from lawbook.law.vocabulary import Term
from lawbook.library.holdings import UnknownCitation
from lawbook.library.library import Library
from lawbook.rules.rule import CONFIDENCES, Based, FactId, Ground, Rule

# The confidence of a ground that is a document's own text, by the document's authority.
_BY_AUTHORITY: dict[str, Confidence] = {
    "official": "official",
    "reading": "official",
    "local": "official",
    "draft": "draft",
    "expert": "one",
}

# Added to an article's name if its number rests on one source, or on none.
NUMBER_UNSURE = "（条号待核实）"


def fault(library: Library, ground: Ground) -> str | None:
    """Return why a ground cannot be found, or None if it can."""
    try:
        if isinstance(ground, FactId):
            library.fact(ground)
        elif not library.exists(ground):
            library.find(ground)
    except UnknownCitation as unknown:
        return str(unknown)
    return None


def surety(library: Library, ground: Ground) -> Confidence | None:
    """Return how sure a ground is; None for a provision whose text we do not hold.

    What is known of such a provision is in facts, each with its own confidence.
    """
    if isinstance(ground, FactId):
        return library.fact(ground).confidence
    if ground.document not in library.documents:
        return None
    return _BY_AUTHORITY[library.sources[ground.document].authority]


def weakest(library: Library, grounds: Iterable[Ground]) -> Confidence:
    """Return the lowest confidence of the grounds that have one."""
    known = [sure for ground in grounds if (sure := surety(library, ground))]
    return max(known, key=CONFIDENCES.index, default="unknown")


def mark(library: Library, record: Fact | Based) -> Mark | None:
    """Return the key of the mark that readers see; None for our own advice.

    Official words count as a reading's (``reading``) if a fact has them from a reading alone, or if
    any ground of a rule is of that kind.
    """
    if isinstance(record, Fact):
        return mark_of(library, record)
    if record.confidence != "official":
        return record.confidence
    read = any(_is_reading(library, ground) for ground in record.basis)
    return "reading" if read else "official"


def mark_of(library: Library, fact: Fact) -> Mark:
    """Return the key of the mark of a fact, which always has one."""
    if fact.confidence != "official":
        return fact.confidence
    return "reading" if _read_alone(library, fact) else "official"


def term(library: Library, record: Fact | Rule) -> Term:
    """Return the mark that readers see, as a term."""
    return library.vocabularies["confidences"][str(mark(library, record))]


def _is_reading(library: Library, ground: Ground) -> bool:
    if isinstance(ground, FactId):
        return mark_of(library, library.fact(ground)) == "reading"
    return library.sources[ground.document].authority == "reading"


def _read_alone(library: Library, fact: Fact) -> bool:
    rests = (*fact.sources, *(ground.document for ground in fact.basis))
    whose = {library.sources[key].authority for key in rests}
    return "reading" in whose and not whose & {"official", "local"}


def rests_on_unseen_text(library: Library, record: Based) -> bool:
    """Return whether a statement is about a text in force whose wording was not seen.

    That is so for what is known from its draft, from a reading of it, or from facts whose wording
    was not seen in a public copy.
    """
    return any(_unseen(library, ground) for ground in record.basis)


def _unseen(library: Library, ground: Ground) -> bool:
    drafts = {source.superseded_by for source in library.sources.values()} - {None}
    if isinstance(ground, FactId):
        fact = library.fact(ground)
        return fact.provision.document in drafts and not fact.seen and fact.kind != "meta"
    return library.sources[ground.document].authority in {"draft", "reading"}


def provisions(library: Library, ground: Ground) -> tuple[Citation, ...]:
    """Return the provisions to show for a ground: itself, or the one a fact is about.

    What is known only from the draft is shown with the draft's provision, so that nobody takes it
    for the text in force.
    """
    if isinstance(ground, Citation):
        return (ground,)
    fact = library.fact(ground)
    return fact.basis if fact.confidence == "draft" else (fact.provision,)


def names(library: Library, record: Based) -> tuple[str, ...]:
    """Return the names of the provisions on which a statement rests, each once."""
    pairs = (
        (ground, citation) for ground in record.basis for citation in provisions(library, ground)
    )
    return tuple(dict.fromkeys(name(library, ground, citation) for ground, citation in pairs))


def name(library: Library, ground: Ground, provision: Citation) -> str:
    """Return the name of a ground's provision; it says so if the article's number is unsure."""
    fact = None if isinstance(ground, Citation) else library.fact(ground)
    unsure = fact is not None and fact.number_unsure and provision == fact.provision
    return library.display(provision) + (NUMBER_UNSURE if unsure else "")
