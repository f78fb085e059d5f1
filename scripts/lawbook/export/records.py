"""Documents and facts as records with every citation, name and address written out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from lawbook.law.document import Document, Provision, Responsible
from lawbook.law.fact import Fact, FactBook
from lawbook.law.record import CitationText, Confidence, Mark, Record
from lawbook.library import grounds
from lawbook.library.library import Library


class ProvisionOut(Record):
    """A provision: ``name`` as readers see it, ``address`` below the site's root.

    ``text`` is verbatim unless ``summary``; ``topic`` and ``relates`` are ours. ``cut`` says on
    which side the text goes on with words that were not seen. ``amended`` is the way from the
    older text: ``same``, ``out``, ``in``, and ``unseen`` for older words beyond what was seen.
    """

    citation: CitationText
    name: str
    address: str
    label: str | None = None
    heading: str | None = None
    text: str | None = None
    topic: str | None = None
    summary: bool | None = None
    relates: tuple[CitationText, ...] | None = None
    responsible: Responsible | None = None
    cut: str | None = None
    amended: tuple[tuple[str, str], ...] | None = None
    provisions: tuple[ProvisionOut, ...] | None = None


class DocumentOut(Record):
    """A document; ``held`` says whether we hold its text or only facts about it.

    ``copied_from`` is the source in whose copy the words of some provisions were seen, unconfirmed.
    """

    key: str
    title: str
    held: bool
    copied_from: str | None = None
    provisions: tuple[ProvisionOut, ...]


class FactOut(Record):
    """A fact in our own words; ``id`` is what rules name."""

    id: str
    provision: CitationText
    address: str
    kind: str
    change: str | None = None
    fact: str
    value: str | None = None
    confidence: Mark
    number_confidence: Confidence | None = None
    checked: datetime.date
    seen: bool
    sources: tuple[str, ...] = ()
    basis: tuple[CitationText, ...] = ()
    place: str | None = None


def document(library: Library, holder: Document | FactBook) -> DocumentOut:
    """A document with all its provisions."""
    return DocumentOut(
        key=holder.key,
        title=library.sources[holder.key].title,
        held=holder.key in library.documents,
        copied_from=(holder.copy or None) if isinstance(holder, FactBook) else None,
        provisions=tuple(_provision(library, part) for part in holder.provisions),
    )


def _provision(library: Library, part: Provision) -> ProvisionOut:
    fields = {
        "name": library.display(part.citation),
        "address": library.url(part.citation),
        "amended": _amended(library, part) or None,
        "provisions": tuple(_provision(library, child) for child in part.provisions) or None,
    }
    return ProvisionOut(**_said(ProvisionOut, part, fields))


def _said(model: type[Record], whole: object, made: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of an exported record: those in ``made``, all others from ``whole``."""
    fields = {name: getattr(whole, name, None) for name in model.model_fields if name not in made}
    return {name: value for name, value in fields.items() if value} | dict(made)


def _amended(library: Library, part: Provision) -> tuple[tuple[str, str], ...]:
    book = library.books.get(part.citation.document)
    runs = book.redlines.get(part.citation, ()) if book else ()
    return tuple((run.kind, run.text) for run in runs)


def fact(library: Library, known: Fact) -> FactOut:
    """Return a fact with its address."""
    page = library.page_of(known.provision)
    fields = {
        "address": f"documents/{page}/#{known.anchor}",
        "confidence": grounds.mark_of(library, known),
        "seen": known.seen,
    }
    return FactOut(**_said(FactOut, known, fields))
