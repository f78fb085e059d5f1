"""Everything by key, typed and frozen: the one truth that pages, Word and tools read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from lawbook.base.yamlfile import YamlFile
from lawbook.forms.form import OUR_ADVICE, Field, Form
from lawbook.law.change import Change, ChangeYear
from lawbook.law.citation import Citation, CitationError
from lawbook.law.document import Document, Provision
from lawbook.law.fact import Fact, FactBook
from lawbook.law.reference import Reference, references
from lawbook.law.source import Source
from lawbook.law.usage import Usage
from lawbook.law.vocabulary import Term, Vocabulary
from lawbook.law.worklist import WorkList
from lawbook.rules.rulebook import Rules
from lawbook.rules.workdays import WorkCalendar, YearCalendar, calendar_of

T = TypeVar("T")
# Units whose provisions have a page of their own; what stands below is an anchor on that page.
PAGE_UNITS = frozenset({"art", "q"})
MOST_SHOWN = 6


class UnknownCitation(LookupError):  # noqa: N818 - it reads as what happened
    """A citation that leads nowhere; the message names what exists nearest to it."""


@dataclass(frozen=True)
class Library:
    """All data of the project.

    ``documents`` hold text, ``books`` hold facts about documents whose text we do not hold;
    both have provisions with citations. ``unread`` names documents whose files had faults.
    """

    root: Path
    sources: Mapping[str, Source] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    books: Mapping[str, FactBook] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    examples: Mapping[str, YamlFile] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    usage: tuple[Usage, ...] = ()
    rules: Rules = field(default_factory=Rules)
    calendars: Mapping[str, YearCalendar] = field(default_factory=dict)
    change_years: Mapping[str, ChangeYear] = field(default_factory=dict)
    work_lists: Mapping[str, WorkList] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()

    @cached_property
    def work_calendar(self) -> WorkCalendar:
        """The working days of all years with a published schedule."""
        return calendar_of(self.calendars.values())

    @property
    def newest_check(self) -> datetime.date:
        """The newest day on which a fact was checked. ValueError without facts."""
        return max(fact.checked for fact in self._facts.values())

    @cached_property
    def actors(self) -> dict[str, Term]:
        """Who acts by the rules, by key: the roles, then the units of places."""
        words = (self.vocabularies.get(name) for name in ("roles", "units"))
        return {term.key: term for known in words if known for term in known.terms}

    def actor_tag(self, key: str) -> str:
        """The short word for a role or a unit; the key itself where no list has it."""
        return self.actors[key].tag if key in self.actors else key

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed on the site, the newest first."""
        years = sorted(self.change_years.values(), key=lambda year: year.key, reverse=True)
        return tuple(change for year in years for change in year.changes)

    @cached_property
    def _provisions(self) -> dict[Citation, Provision]:
        return {part.citation: part for holder in self.holders for part in holder.walk()}

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for book in self.books.values() for fact in book.facts}

    @cached_property
    def _facts_by_provision(self) -> dict[Citation, tuple[Fact, ...]]:
        return _grouped(self._facts.values(), lambda fact: (fact.provision,))

    @cached_property
    def _relating(self) -> dict[Citation, tuple[Provision, ...]]:
        return _grouped(self._provisions.values(), lambda part: part.relates)

    @cached_property
    def _fields_by_basis(self) -> dict[Citation, tuple[tuple[Form, Field], ...]]:
        pairs = [(form, item) for form in self.forms.values() for _, item in form.fields]
        return _grouped(pairs, lambda pair: tuple(field_basis(pair[1])))

    @property
    def holders(self) -> tuple[Document | FactBook, ...]:
        """Every holder of provisions: documents with text, then books of facts."""
        return (*self.documents.values(), *self.books.values())

    def holder(self, document: str) -> Document | FactBook:
        """The document or fact book of a key. Raises UnknownCitation."""
        if document not in self._held:
            raise UnknownCitation(f"没有文件 {document}；现有：{'、'.join(sorted(self._held))}")
        return self._held[document]

    @cached_property
    def _held(self) -> dict[str, Document | FactBook]:
        return {**self.books, **self.documents}

    def exists(self, citation: Citation) -> bool:
        """Whether a citation leads to a provision, or is a whole document."""
        if citation.steps:
            return citation in self._provisions
        return citation.document in self._held

    def find(self, citation: Citation | str) -> Provision:
        """The provision of a citation. Raises UnknownCitation with the nearest that exist."""
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
        return f"没有 {wanted}；{_some(names) or f'{parent} 之下没有更细的条款'}"

    def _below(self, parent: Citation) -> list[Provision]:
        """What can follow ``parent`` in a citation (articles follow the document itself)."""
        wanted = len(parent.steps) + 1
        return [
            part
            for part in self.holder(parent.document).walk()
            if len(part.citation.steps) == wanted and part.citation.starts_with(parent)
        ]

    def form_of_example(self, name: str) -> Form:
        """The form of an example: the one whose key its file name begins with."""
        fits = [key for key in self.forms if name.startswith(key + "-")]
        if not fits:
            known = _some([*self.forms])
            raise UnknownCitation(f"没有 {name} 的表单；文件名应以表单名开头：{known}")
        return self.forms[max(fits, key=len)]

    def fact(self, fact_id: str) -> Fact:
        """The fact of an id such as ``measures-2026#number``. Raises UnknownCitation."""
        if fact_id in self._facts:
            return self._facts[fact_id]
        book = fact_id.partition("#")[0]
        near = [known for known in self._facts if known.startswith(book + "#")]
        raise UnknownCitation(f"没有事实 {fact_id}；{_some(near or sorted(self.books))}")

    def facts_on(self, citation: Citation | str) -> tuple[Fact, ...]:
        """The facts about just this provision (or, without steps, about the document)."""
        return self._facts_by_provision.get(cited(citation), ())

    def relating_to(self, citation: Citation | str) -> tuple[Provision, ...]:
        """Provisions of other documents that we have linked to this one (our mapping)."""
        return self._relating.get(cited(citation), ())

    def fields_on(self, citation: Citation | str) -> tuple[tuple[Form, Field], ...]:
        """The fields of forms that rest on a provision or on a part of it."""
        wanted = cited(citation)
        pairs = [
            pair
            for basis, fields in self._fields_by_basis.items()
            if basis.starts_with(wanted)
            for pair in fields
        ]
        return tuple({(form.key, item.key): (form, item) for form, item in pairs}.values())

    def display(self, citation: Citation | str, *, short: bool = False) -> str:
        """What a reader sees: 《办法（征求意见稿）》第十二条第一款第（三）项."""
        return self._display(cited(citation), short)

    @cached_property
    def _display(self) -> Callable[[Citation, bool], str]:
        """What was asked already is known: each page asks for the same ones again and again."""

        def shown(wanted: Citation, short: bool) -> str:
            holder = self.holder(wanted.document)
            name = "" if short and wanted.steps else self.sources[wanted.document].name
            return name + holder.style.display(wanted)

        return cache(shown)

    def page_of(self, citation: Citation | str) -> Citation:
        """The citation that has the page on which this one stands."""
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
        if self._provisions[citation].summary:  # our own summary is short: one page holds it
            return False
        unit = citation.last.unit
        parents = {step.unit for step in citation.steps[:-1]}
        if unit == "item":
            return len(citation.steps) == 2 and bool(parents & {"part", "annex"})
        if unit == "part":  # a part whose items have pages is a chapter, else a page itself
            return not any(child.step.unit == "item" for child in self.find(citation).provisions)
        return unit in PAGE_UNITS

    def pages(self, document: str) -> tuple[Provision, ...]:
        """The provisions of a document that have a page, in reading order."""
        parts = self.holder(document).walk()
        return tuple(part for part in parts if self.page_of(part.citation) == part.citation)

    def url(self, citation: Citation | str) -> str:
        """The address below the site's root: ``documents/…/art-12/#art-12-par-1``."""
        wanted = cited(citation)
        page = self.page_of(wanted)
        anchor = f"#{wanted.anchor}" if wanted != page else ""
        return f"documents/{page}/{anchor}"

    def references_in(self, provision: Provision) -> tuple[Reference, ...]:
        """The references that stand in a provision's text."""
        key = provision.citation.document
        if key not in self._held or provision.summary:
            return ()
        read = references(provision.text, self._held[key].aliases)
        return tuple(
            replace(reference, citations=tuple(map(self._in_full, reference.citations)))
            for reference in read
        )

    def _in_full(self, citation: Citation) -> Citation:
        """Texts name a section without its chapter where only one chapter has sections."""
        first = citation.steps[0]
        if first.unit != "sec" or citation.document not in self._held:
            return citation
        for part in self.holder(citation.document).walk():
            if part.step == first:
                return part.citation
        return citation


def cited(citation: Citation | str) -> Citation:
    """A citation from a citation or its text. Raises UnknownCitation for any other text."""
    if isinstance(citation, Citation):
        return citation
    try:
        return Citation.parse(citation)
    except CitationError as error:
        raise UnknownCitation(str(error)) from error


def field_basis(item: Field) -> Iterator[Citation]:
    """The citations on which a field rests (none where it is our own advice)."""
    for basis in item.basis:
        if str(basis) != OUR_ADVICE:
            yield Citation.parse(str(basis))


def _grouped(
    items: Iterable[T], keys: Callable[[T], tuple[Citation, ...]]
) -> dict[Citation, tuple[T, ...]]:
    groups: dict[Citation, tuple[T, ...]] = {}
    for item in items:
        for key in keys(item):
            groups[key] = (*groups.get(key, ()), item)
    return groups


def _some(names: list[str]) -> str:
    if not names:
        return ""
    more = f" 等 {len(names)} 个" if len(names) > MOST_SHOWN else ""
    return "现有：" + "、".join(names[:MOST_SHOWN]) + more
