"""逐字对照: all provisions of a text in force against its draft, word by word, on one page."""

from __future__ import annotations

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import marks
from lawbook.pages.rendering import rendered
from lawbook.pages.whole_document import compilation
from lawbook.pages.world import World


def path(key: str) -> str:
    """Return the Markdown file of the page."""
    return f"documents/{key}/redline.md"


def compared(library: Library) -> tuple[str, ...]:
    """Return the keys of the documents whose words were made from those of a draft."""
    return tuple(key for key, book in library.books.items() if book.redlines)


def page(key: str, world: World) -> Page:
    """Return the redline page of a document."""
    view = compilation(world, key)
    matter = {
        "title": f"{view.source.name}与征求意见稿逐字对照",
        "description": f"{view.source.title}与征求意见稿逐条逐字对照：删去的、新增的、没有见到的。",
        "checked": world.checked(key),
        "origin": f"data/documents/{key}.yml",
        "whose": marks.voice(world.library, view.source, held=False, worded=True),
        "hide": ["navigation"],
    }
    return rendered(path(key), matter, "redline.md.j2", world, view=view)
