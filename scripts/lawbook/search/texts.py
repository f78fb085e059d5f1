"""Entries from documents with text and from books of facts."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.law.citation import Citation
from lawbook.law.document import Document, Provision
from lawbook.law.fact import Fact, FactBook
from lawbook.law.source import Source
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.search.entry import Entry, Group, Part, address

# Found, but ranked after the text in force that says the same.
SUPERSEDED = 0.9
# By authority: what explains the text, what applies in one place.
BEHIND = {"reading": 0.92, "local": 0.92}


def groups(library: Library) -> Iterator[Group]:
    """Yield one group for each document and each book of facts."""
    for key in dict.fromkeys((*library.documents, *library.books)):
        source = library.sources[key]
        rank = SUPERSEDED if source.superseded_by else BEHIND.get(source.authority, 1.0)
        held = key in library.documents
        labels = _standing(library, source, held)
        yield Group(key, source.name, f"documents/{key}/", *labels, rank)


def _standing(library: Library, source: Source, held: bool) -> tuple[str, str]:
    """Return authority and status; facts are our words, whatever the rank of their document."""
    authorities, statuses = library.vocabularies["authorities"], library.vocabularies["statuses"]
    words = "guide" if not held and "guide" in authorities else source.authority
    unknown = "状态" if source.status == "unknown" else ""
    return authorities[words].label, unknown + statuses[source.status].label


def entries(library: Library) -> Iterator[Entry]:
    """Yield every provision, with its text or facts, and every fact about a whole document."""
    for key in dict.fromkeys((*library.documents, *library.books)):
        yield _document_entry(library.sources[key])
        holder = library.holder(key)
        for provision in holder.walk():
            if entry := _provision_entry(library, holder, provision):
                yield entry
        for fact in library.facts_on(Citation(key)):
            yield _fact_entry(library, fact)
        if key in library.books and library.books[key].redlines:
            yield _comparison(library.sources[key])


def _document_entry(source: Source) -> Entry:
    """Return the document itself: full title, number, issuers, dates."""
    dates = ((source.issued, "印发"), (source.published, "公布"), (source.in_force, "起施行"))
    known = [source.title, source.number or "", "、".join(source.issuers)]
    known += [f"{date}{what}" for date, what in dates if date]
    text = "；".join(part for part in known if part)
    url = f"documents/{source.key}/"
    parts = (Part("", text),)
    return Entry(source.key, "text", source.key, source.name, url, parts, citation=source.name)


def _comparison(source: Source) -> Entry:
    """Return the page that shows word by word what changed since the draft."""
    title, url = f"{source.name}与征求意见稿逐字对照", f"documents/{source.key}/redline/"
    parts = (Part("", "删去的、新增的、没有见到的文字，逐条对照。"),)
    return Entry(f"{source.key}/redline", "guide", source.key, title, url, parts, citation=title)


def _provision_entry(
    library: Library, holder: Document | FactBook, provision: Provision
) -> Entry | None:
    """Return an entry for a provision with a page, or found only on the document's own page."""
    page = library.page_of(provision.citation)
    if page.steps and page != provision.citation:
        return None  # a part of its page's entry
    inside = provision.walk() if page.steps else iter((provision,))
    parts = tuple(part for provision in inside for part in _parts(library, provision, page))
    # The text in force comes before what is said of it; the first part represents the whole.
    parts = tuple(sorted(parts, key=lambda part: part.anchor.startswith("fact-")))
    title = _title(library, provision)
    if not parts and not provision.title:
        return None
    url, anchor = address(library.url(provision.citation))
    return Entry(
        key=str(provision.citation),
        kind="text",
        group=holder.key,
        title=title,
        url=url,
        parts=parts or (Part(anchor, ""),),
        citation=library.display(provision.citation),
    )


def _title(library: Library, provision: Provision) -> str:
    name = library.display(provision.citation, short=True)
    return f"{name} {provision.title}".strip() if provision.title not in name else name


def _parts(library: Library, provision: Provision, page: Citation) -> Iterator[Part]:
    """Yield the provision's own text, then the facts about it."""
    anchor = address(library.url(provision.citation))[1]
    name = _name_on_page(library, provision.citation, page)
    own = provision.citation != page and provision.title
    text = "\n".join(filter(None, (provision.title if own else "", provision.text)))
    if text and (page.steps or provision.text):
        yield Part(anchor, text, name)
    for fact in library.facts_on(provision.citation):
        mark = grounds.term(library, fact).label
        yield Part(fact.anchor, fact.fact, mark)


def _name_on_page(library: Library, citation: Citation, page: Citation) -> str:
    """Return 第一款第（三）项, the name on the page of its article."""
    if citation == page or not page.steps:
        return ""
    whole = library.display(citation, short=True)
    return whole.removeprefix(library.display(page, short=True))


def _fact_entry(library: Library, fact: Fact) -> Entry:
    """Return a fact about a whole document, or of a collection."""
    key = fact.provision.document
    mark = grounds.term(library, fact).label
    title = fact.place or f"关于{library.sources[key].name}"
    parts, url = (Part(fact.anchor, fact.fact, mark),), f"documents/{key}/"
    return Entry(fact.id, "text", key, title, url, parts, citation=library.sources[key].name)
