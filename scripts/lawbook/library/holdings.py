"""The texts held: each provision by its citation, and its place on the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from lawbook.law.citation import Citation, CitationError
from lawbook.law.document import Document, Provision
from lawbook.law.fact import FactBook
from lawbook.law.reference import Reference, references
from lawbook.law.source import Source

T = TypeVar("T")
# Units whose provisions have a page of their own; smaller ones are an anchor on that page.
PAGE_UNITS = frozenset({"art", "q"})
MOST_SHOWN = 6


class UnknownCitation(LookupError):  # noqa: N818 - it reads as what happened
    """A citation of something that does not exist; the message names what is nearest to it."""


@dataclass(frozen=True)
class Holdings:
    """Documents with their text, and books of facts about documents whose text we do not hold."""

    root: Path
    sources: Mapping[str, Source] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    books: Mapping[str, FactBook] = field(default_factory=dict)

    @cached_property
    def _provisions(self) -> dict[Citation, Provision]:
        return {part.citation: part for part in self.walk()}

    @cached_property
    def _relating(self) -> dict[Citation, tuple[Provision, ...]]:
        return grouped(self._provisions.values(), lambda part: part.relates)

    @property
    def holders(self) -> tuple[Document | FactBook, ...]:
        """Return every holder of provisions: documents with text, then books of facts."""
        return (*self.documents.values(), *self.books.values())

    def walk(self) -> Iterator[Provision]:
        """Yield every provision of every document and book, in reading order."""
        for holder in self.holders:
            yield from holder.walk()

    def holder(self, document: str) -> Document | FactBook:
        """Return the document or fact book of a key. Raises UnknownCitation."""
        if document not in self._held:
            raise UnknownCitation(f"没有文件 {document}；现有：{'、'.join(sorted(self._held))}")
        return self._held[document]

    @cached_property
    def _held(self) -> dict[str, Document | FactBook]:
        return {**self.books, **self.documents}

    def exists(self, citation: Citation) -> bool:
        """Return whether a citation is that of a provision or a whole document."""
        if citation.steps:
            return citation in self._provisions
        return citation.document in self._held

    def find(self, citation: Citation | str) -> Provision:
        """Return a citation's provision. Raises UnknownCitation naming the nearest that exist."""
        wanted = cited(citation)
        if wanted in self._provisions:
            return self._provisions[wanted]
        raise UnknownCitation(self._nearest(wanted))

    def _nearest(self, wanted: Citation) -> str:
        holder = self.holder(wanted.document)
        if not wanted.steps:
            first = holder.provisions[0].step if holder.provisions else None
            example = f"；请写到条款，例如 {wanted}/{first}" if first else ""
            return f"{wanted} 是整份文件{example}"
        parent = wanted.parent
        while parent.steps and parent not in self._provisions:
            parent = parent.parent
        last = wanted.steps[len(parent.steps)]
        siblings = [part for part in self._below(parent) if part.step.unit == last.unit]
        names = [str(part.citation) for part in (siblings or self._below(parent))]
        return f"没有 {wanted}；{some(names) or f'{parent} 之下没有更细的条款'}"

    def _below(self, parent: Citation) -> list[Provision]:
        """Return what can follow ``parent`` in a citation (articles follow the document itself)."""
        wanted = len(parent.steps) + 1
        return [
            part
            for part in self.holder(parent.document).walk()
            if len(part.citation.steps) == wanted and part.citation.starts_with(parent)
        ]

    def relating_to(self, citation: Citation | str) -> tuple[Provision, ...]:
        """Return provisions of other documents that we have linked to this one (our mapping)."""
        return self._relating.get(cited(citation), ())

    def display(self, citation: Citation | str, *, short: bool = False) -> str:
        """Return a citation as a reader sees it: 《办法（征求意见稿）》第十二条第一款第（三）项."""
        return self._display(cited(citation), short)

    @cached_property
    def _display(self) -> Callable[[Citation, bool], str]:
        """A cached ``display``: every page asks for the same citations."""

        def shown(wanted: Citation, short: bool) -> str:
            holder = self.holder(wanted.document)
            name = "" if short and wanted.steps else self.sources[wanted.document].name
            return name + holder.style.display(wanted)

        return cache(shown)

    def page_of(self, citation: Citation | str) -> Citation:
        """Return the citation of the page on which this one can be found."""
        return self._page_of(cited(citation))

    @cached_property
    def _page_of(self) -> Callable[[Citation], Citation]:
        return cache(self._nearest_page)

    def _nearest_page(self, wanted: Citation) -> Citation:
        for length in range(len(wanted.steps), 0, -1):
            above = Citation(wanted.document, wanted.steps[:length])
            if above in self._provisions and self._has_page(above):
                return above
        return Citation(wanted.document)

    def _has_page(self, citation: Citation) -> bool:
        assert citation.last is not None
        if self._provisions[citation].summary:  # our own summary is short: it fits on one page
            return False
        unit = citation.last.unit
        parents = {step.unit for step in citation.steps[:-1]}
        if unit == "item":
            return len(citation.steps) == 2 and bool(parents & {"part", "annex"})
        if unit == "part":  # a part whose items have pages is a chapter, otherwise a page itself
            return not any(child.step.unit == "item" for child in self.find(citation).provisions)
        return unit in PAGE_UNITS

    def pages(self, document: str) -> tuple[Provision, ...]:
        """Return the provisions of a document that have a page, in reading order."""
        parts = self.holder(document).walk()
        return tuple(part for part in parts if self.page_of(part.citation) == part.citation)

    def url(self, citation: Citation | str) -> str:
        """Return the address below the site's root: ``documents/…/art-12/#art-12-par-1``."""
        wanted = cited(citation)
        page = self.page_of(wanted)
        anchor = f"#{wanted.anchor}" if wanted != page else ""
        return f"documents/{page}/{anchor}"

    def references_in(self, provision: Provision) -> tuple[Reference, ...]:
        """Return the references in a provision's text."""
        key = provision.citation.document
        if key not in self._held or provision.summary:
            return ()
        read = references(provision.text, self._held[key].aliases)
        return tuple(
            replace(reference, citations=tuple(map(self._in_full, reference.citations)))
            for reference in read
        )

    def _in_full(self, citation: Citation) -> Citation:
        """Add the chapter to a section named without it, if only one chapter has sections."""
        first = citation.steps[0]
        if first.unit != "sec" or citation.document not in self._held:
            return citation
        for part in self.holder(citation.document).walk():
            if part.step == first:
                return part.citation
        return citation


def cited(citation: Citation | str) -> Citation:
    """Return a citation, parsed if it is text. Raises UnknownCitation if it is not one."""
    if isinstance(citation, Citation):
        return citation
    try:
        return Citation.parse(citation)
    except CitationError as error:
        raise UnknownCitation(str(error)) from error


def grouped(
    items: Iterable[T], keys: Callable[[T], tuple[Citation, ...]]
) -> dict[Citation, tuple[T, ...]]:
    """Return the items by each citation that they have, in their order."""
    groups: dict[Citation, tuple[T, ...]] = {}
    for item in items:
        for key in keys(item):
            groups[key] = (*groups.get(key, ()), item)
    return groups


def some(names: list[str]) -> str:
    """Return the first few names as words; empty if there are none."""
    if not names:
        return ""
    more = f" 等 {len(names)} 个" if len(names) > MOST_SHOWN else ""
    return "现有：" + "、".join(names[:MOST_SHOWN]) + more
