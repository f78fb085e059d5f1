"""The page of a whole document: its text with contents, or what is known of it; the overview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawbook.law.citation import Citation
from lawbook.law.document import Document, Provision
from lawbook.law.fact import Fact, FactBook
from lawbook.law.source import Source
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import marks
from lawbook.pages.relations import Relations
from lawbook.pages.rendering import rendered
from lawbook.pages.world import World

# The overview's groups: title and the (authority, status) pairs that belong there.
OVERVIEW = "documents/index.md"
GROUPS = (
    ("现行国家规定", lambda source: source.authority == "official" and source.status == "in_force"),
    ("官方解读", lambda source: source.authority == "reading"),
    ("先导计划", lambda source: source.authority == "official" and source.status != "in_force"),
    ("征求意见稿（已被取代）", lambda source: source.authority == "draft"),
    ("地方规定", lambda source: source.authority == "local"),
    ("专家观点", lambda source: source.authority == "expert"),
    ("本指南整理的资料", lambda _: True),
)


@dataclass(frozen=True)
class Part:
    """A provision on the reading page: a heading of ``level`` 2 to 5, or (0) a block of text."""

    provision: Provision
    level: int
    block: bool


@dataclass(frozen=True)
class Reading:
    """What the template shows of a document."""

    library: Library
    relations: Relations
    holder: Document | FactBook

    @property
    def citation(self) -> Citation:
        """Return the citation of the whole document."""
        return Citation(self.holder.key)

    @property
    def source(self) -> Source:
        """Return the document's record."""
        return self.library.sources[self.holder.key]

    @property
    def has_text(self) -> bool:
        """Return whether we hold the text."""
        return isinstance(self.holder, Document)

    @property
    def summarised(self) -> bool:
        """Return whether the text is our own summary."""
        return any(part.summary for part in self.holder.walk())

    @property
    def held(self) -> bool:
        """Return whether the page gives the document's own words."""
        return self.has_text and not self.summarised

    @property
    def worded(self) -> bool:
        """Return whether words of some provisions were seen in a public copy."""
        return isinstance(self.holder, FactBook) and bool(self.holder.redlines)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return headings and blocks in reading order."""
        return tuple(self._parts(self.holder.provisions, 2))

    def _parts(self, provisions: tuple[Provision, ...], level: int) -> Iterator[Part]:
        for provision in provisions:
            own = self.library.page_of(provision.citation) == provision.citation
            inside = tuple(child for child in provision.provisions if self._headed(child))
            if own or not inside:
                yield Part(provision, level if own or provision.title else 0, block=True)
            else:
                yield Part(provision, level, block=False)
                yield from self._parts(provision.provisions, level + 1)

    def _headed(self, provision: Provision) -> bool:
        pages = (self.library.page_of(part.citation) == part.citation for part in provision.walk())
        return any(pages)

    @property
    def compiled(self) -> bool:
        """Return whether a page of its own has all provisions, for printing."""
        return is_compiled(self.library, self.holder.key)

    @property
    def may_be_one_text(self) -> bool:
        """Return whether the document may be published as one text."""
        return may_be_one_text(self.source)

    @property
    def own_facts(self) -> tuple[Fact, ...]:
        """Return the facts about the document itself, or all of a collection."""
        return self.library.facts_on(self.citation)

    @property
    def told_here(self) -> tuple[Fact, ...]:
        """Return the facts shown on this page: about the document, its chapters or its annex."""
        known = (self.citation, *(part.citation for part in self.holder.walk()))
        here = (citation for citation in known if self.library.page_of(citation) == self.citation)
        return tuple(fact for citation in here for fact in self.library.facts_on(citation))

    @property
    def places(self) -> Mapping[str, tuple[Fact, ...]]:
        """Return a collection's facts by place, in the order of the file."""
        groups: dict[str, tuple[Fact, ...]] = {}
        for fact in self.own_facts:
            if fact.place:
                groups[fact.place] = (*groups.get(fact.place, ()), fact)
        return groups

    def changed(self, provision: Provision) -> Fact | None:
        """Return the fact that says what became of a provision of the draft, if any."""
        facts = self.library.facts_on(provision.citation)
        return next((fact for fact in facts if fact.kind == "change"), None)

    @property
    def description(self) -> str:
        """Return one sentence for search engines and lists."""
        if not self.may_be_one_text:
            return f"{self.source.title}：问题目录，答复逐问另页。"
        what = "全文和目录" if self.has_text else "已知内容，逐条注明把握程度和来源"
        if self.worded:
            what = "见到的条文和已知内容，逐条注明把握程度和来源"
        return f"{self.source.title}：{what}。"


def reading(world: World, key: str) -> Reading:
    """Return what is shown of a document."""
    return Reading(world.library, world.relations, world.library.holder(key))


def may_be_one_text(source: Source) -> bool:
    """Return whether a document may be published as one text.

    Not the official reading: it is quoted where needed and not republished as a whole
    (content/about/decisions/0004-official-reading.md).
    """
    return source.authority != "reading"


def is_compiled(library: Library, key: str) -> bool:
    """Return whether a page of its own has all provisions of a document, for printing."""
    return bool(library.pages(key)) and may_be_one_text(library.sources[key])


def path(key: str) -> str:
    """Return the Markdown file of a document's page."""
    return f"documents/{key}/index.md"


def page(view: Reading, world: World) -> Page:
    """Return a document's page; search finds provisions that have pages on those pages."""
    matter = {
        "title": view.source.name,
        "description": view.description,
        "checked": world.checked(view.holder.key),
        "origin": view.holder.where,
        "whose": marks.voice(
            world.library, view.source, held=view.has_text and not view.summarised
        ),
    }
    return rendered(path(view.holder.key), matter, "document.md.j2", world, view=view)


def keys(library: Library) -> tuple[str, ...]:
    """Return the documents and collections that have a page, those with text first."""
    return tuple(dict.fromkeys((*library.documents, *library.books)))


def overview(world: World) -> Page:
    """Return the list of all documents, by authority and status."""
    views = [reading(world, key) for key in keys(world.library)]
    matter = {
        "title": "条文库",
        "description": "本指南收录的规定、解读、地方文件和资料，按效力排列，逐条可查。",
        "checked": world.checked(),
        "origin": "data/sources",
    }
    groups = list(_grouped(views))
    return rendered(OVERVIEW, matter, "documents.md.j2", world, groups=groups)


def _grouped(views: list[Reading]) -> Iterator[tuple[str, list[Reading]]]:
    left = list(views)
    for title, belongs in GROUPS:
        group = [view for view in left if belongs(view.source)]
        left = [view for view in left if view not in group]
        group.sort(key=_date, reverse=True)
        if group:
            yield title, group


def _date(view: Reading) -> str:
    """Return the date by which documents of a group are ordered, as far as it is known."""
    return view.source.issued or view.source.published or ""
