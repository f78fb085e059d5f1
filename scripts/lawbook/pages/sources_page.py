"""The page of all sources."""

from __future__ import annotations

from lawbook.law.source import Source
from lawbook.library.library import Library
from lawbook.library.page import Page, front_matter
from lawbook.pages.functions import Functions
from lawbook.pages.world import World


def listed(library: Library) -> tuple[list[Source], list[Source]]:
    """Return the sources that are documents of their own, and the pages that facts rest on."""
    own = {*library.documents, *library.books}
    sources = sorted(library.sources.values(), key=lambda source: source.key)
    documents = [source for source in sources if source.key in own]
    return documents, [source for source in sources if source.key not in own]


def source_list(world: World, opening: Page | None) -> Page:
    """Return the page of all sources; a hand-written opening comes first."""
    path = "about/sources.md"
    documents, others = listed(world.library)
    names = dict(Functions(world, path).names())
    text = world.engine.get_template("sources.md.j2").render(
        names, documents=documents, others=others
    )
    if opening is not None:
        return Page(path, f"{opening.text.rstrip()}\n\n{text}")
    matter = {
        "title": "来源清单",
        "description": "本指南依据的全部文件和网页：效力、文号、日期、地址、是否打开核对、校验值。",
        "checked": world.checked(),
        "origin": "data/sources",
    }
    return Page(path, f"{front_matter(matter)}\n# 来源清单 {{#page}}\n\n{text}")
