"""The page of one provision: an article, a numbered item, a question, a part of the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.law.source import Source
from lawbook.library.citing import full_form
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.library.shelf import shelf
from lawbook.pages import marks
from lawbook.pages.redline_view import Redlines
from lawbook.pages.relations import Relations
from lawbook.pages.rendering import rendered
from lawbook.pages.world import World

SHORT = 260  # maximum characters of a related provision that is quoted whole


@dataclass(frozen=True)
class View:
    """What the template shows of a provision."""

    library: Library
    relations: Relations
    provision: Provision
    before: Provision | None
    after: Provision | None

    @property
    def citation(self) -> Citation:
        """Return the provision's citation."""
        return self.provision.citation

    @property
    def source(self) -> Source:
        """Return the document's record."""
        return self.library.sources[self.citation.document]

    @property
    def name(self) -> str:
        """Return 第十二条."""
        return self.library.display(self.citation, short=True)

    @property
    def called(self) -> str:
        """Return 第十二条 申请."""
        return f"{self.name} {self.provision.title}".strip()

    @property
    def has_text(self) -> bool:
        """Return whether we hold the text."""
        return self.citation.document in self.library.documents

    @property
    def has_facts(self) -> bool:
        """Return whether there are facts about the provision or a part of it."""
        return any(self.library.facts_on(part.citation) for part in self.provision.walk())

    @property
    def summarised(self) -> bool:
        """Return whether the text is our own summary."""
        return any(part.summary for part in self.provision.walk())

    @property
    def held(self) -> bool:
        """Return whether the page gives the document's own words."""
        return self.has_text and not self.summarised

    @property
    def worded(self) -> bool:
        """Return whether the page gives words in force that were seen in a public copy."""
        return Redlines(self.library).worded(self.provision)

    @property
    def formally(self) -> str:
        """Return the formal citation: title, number, provision, day of the check."""
        checked = shelf(self.library).volumes.get(self.citation.document)
        day = checked.checked if checked else str(self.library.newest_check)
        return f"{full_form(self.library, self.citation)}（核对日期：{day.rpartition('至')[2]}）"

    @property
    def text_mark(self) -> str:
        """Return what is said of the text that is copied with a citation."""
        volume = shelf(self.library).volumes.get(self.citation.document)
        return "本指南概括，不是原文" if self.summarised or volume is None else volume.mark

    @property
    def parents(self) -> tuple[Provision, ...]:
        """Return chapter and section, from the outside in."""
        parents: list[Provision] = []
        above = self.provision.parent
        while above.steps:
            parents.insert(0, self.library.find(above))
            above = parents[0].parent
        return tuple(parents)

    def step_name(self, provision: Provision) -> str:
        """Return 第一节: the last step alone."""
        holder = self.library.holder(provision.citation.document)
        above = provision.citation.parent.last
        return holder.style.name(provision.step, above)

    @property
    def counterpart(self) -> Provision | None:
        """Return the corresponding provision in the draft, or in the final text."""
        other = self.relations.counterpart(self.citation)
        return self.library.find(other) if other else None

    @property
    def counterpart_source(self) -> Source | None:
        """Return the record of the counterpart's document."""
        other = self.counterpart
        return self.library.sources[other.citation.document] if other else None

    @property
    def description(self) -> str:
        """Return one sentence for search engines and lists."""
        what = "原文、变化、解读和相关表单栏目" if self.has_text else "已知内容、变化、解读和依据"
        if self.worded:
            what = "据公开副本整理的文字、与征求意见稿的逐字对照、解读和依据"
        return f"{self.source.name}{self.called}：{what}。"

    def short(self, provision: Provision) -> bool:
        """Return whether a related provision is short enough to be quoted whole."""
        return len(provision.joined()) <= SHORT


def views(world: World, document: str) -> Iterator[View]:
    """Yield a view of each provision of a document that has a page, with its neighbours."""
    provisions = world.library.pages(document)
    for before, provision, after in zip(
        (None, *provisions), provisions, (*provisions[1:], None), strict=False
    ):
        yield View(world.library, world.relations, provision, before, after)


def path(citation: Citation) -> str:
    """Return the Markdown file of a provision's page."""
    return f"documents/{citation}.md"


def page(view: View, world: World) -> Page:
    """Return the page of a provision."""
    matter = {
        "title": f"{view.called} · {view.source.name}",
        "description": view.description,
        "checked": world.checked(view.citation.document),
        "origin": view.provision.where,
        "whose": marks.voice(world.library, view.source, held=view.held, worded=view.worded),
    }
    return rendered(path(view.citation), matter, "provision.md.j2", world, view=view)
