"""汇编: all provisions of a document on one page in reading order, for paper or as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawbook.law.document import Provision
from lawbook.law.fact import Fact
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import marks
from lawbook.pages.reading_page import Reading, is_compiled, keys
from lawbook.pages.rendering import rendered
from lawbook.pages.world import World

GROUPS = ("ch", "sec", "annex", "part")


@dataclass(frozen=True)
class Compilation(Reading):
    """What the template shows of a document on one page."""

    @property
    def listed(self) -> tuple[Provision, ...]:
        """Return the contents: chapters, sections and what has a page, in reading order."""
        return tuple(
            part for part in self.holder.walk() if self.has_own_page(part) or self._opens(part)
        )

    def has_own_page(self, provision: Provision) -> bool:
        """Return whether a provision has a page of its own."""
        return self.library.page_of(provision.citation) == provision.citation

    def _opens(self, provision: Provision) -> bool:
        return provision.step.unit in GROUPS and any(map(self.has_own_page, provision.walk()))

    def portions(self, provision: Provision) -> Iterator[tuple[Provision, tuple[Fact, ...]]]:
        """Yield the known facts of a provision, then of each of its parts that has some."""
        for part in provision.walk() if self.has_own_page(provision) else (provision,):
            if facts := self.library.facts_on(part.citation):
                yield part, tuple(facts)


def path(key: str) -> str:
    """Return the Markdown file of a document's compilation."""
    return f"documents/{key}/print.md"


def compiled(library: Library) -> tuple[str, ...]:
    """Return the keys of the documents that are compiled."""
    return tuple(key for key in keys(library) if is_compiled(library, key))


def compilation(world: World, key: str) -> Compilation:
    """Return what is shown of a document on one page."""
    return Compilation(world.library, world.relations, world.library.holder(key))


def page(key: str, world: World) -> Page:
    """Return the compilation of a document."""
    view = compilation(world, key)
    matter = {
        "title": f"{view.source.name}汇编",
        "description": f"{view.source.title}：{_what(view)}，一页列全，供打印和存档。",
        "checked": world.checked(view.holder.key),
        "origin": view.holder.where,
        "whose": marks.voice(world.library, view.source, held=view.held, worded=view.worded),
        "hide": ["navigation", "toc"],
    }
    return rendered(path(key), matter, "print.md.j2", world, view=view)


def _what(view: Compilation) -> str:
    return "全部条文和目录" if view.has_text else "各条已知内容和目录，逐条注明把握程度和来源"
