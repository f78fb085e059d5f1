"""All pages of the site as Markdown."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import (
    content,
    filling,
    marks,
    provision_page,
    reading_page,
    redline_page,
    sources_page,
    whole_document,
)
from lawbook.pages.downloads import downloads
from lawbook.pages.world import World

SOURCES = "about/sources.md"
Exports = Callable[[], Mapping[str, bytes]]


def pages(
    library: Library,
    *,
    built: datetime.date,
    files: Mapping[str, bytes],
    exports: Exports = dict,
) -> tuple[Page, ...]:
    """Every page of the site. Raises ProblemsFound with every fault of every hand-written page.

    ``files`` are the downloads by name. ``exports`` gives the files for machines by their path
    below ``data/``; it is asked late, so that they can be made meanwhile.
    """
    world = _world(library, built, files, exports)
    try:
        generated = {page.path: page for page in _generated(world)}
    except Exception:
        _written(library.root, world)  # what is wrong there is told first
        raise
    written = _written(library.root, world)
    sources = sources_page.source_list(world, written.get(SOURCES))
    return tuple(map(_switched, (written | generated | {sources.path: sources}).values()))


def _switched(page: Page) -> Page:
    """Add the switch for marks to a page, except to a form's page."""
    return page if page.path.startswith("forms/") else replace(page, text=marks.switched(page.text))


def check(library: Library, *, built: datetime.date, names: Iterable[str]) -> tuple[Page, ...]:
    """The hand-written pages, rendered and not written; ``names`` are those of the downloads.

    Raises ProblemsFound with every dangling citation, unknown fact or name, with file and line.
    """
    world = _world(library, built, dict.fromkeys(names, b""))
    return tuple(_written(library.root, world).values())


def _world(
    library: Library, built: datetime.date, files: Mapping[str, bytes], exports: Exports = dict
) -> World:
    return World(library, built, downloads(library, files), _paths(library), files, exports)


def _written(root: Path, world: World) -> dict[str, Page]:
    by_path: dict[str, Page] = {}
    problems: list[Problem] = []
    for file in content.files(root):
        try:
            page = content.page(root, file, world)
            by_path[page.path] = page
        except ProblemsFound as faults:
            problems.extend(faults.problems)
    if problems:
        raise ProblemsFound(problems)
    return by_path


def _paths(library: Library) -> frozenset[str]:
    """The files of all pages: a link may lead to any of them."""
    folder = library.root / "content"
    written = (file.relative_to(folder).as_posix() for file in content.files(library.root))
    keys = reading_page.keys(library)
    provisions = (provision_page.path(p.citation) for key in keys for p in library.pages(key))
    return frozenset(
        {
            *written,
            *provisions,
            *(reading_page.path(key) for key in keys),
            *(whole_document.path(key) for key in whole_document.compiled(library)),
            *(redline_page.path(key) for key in redline_page.compared(library)),
            *(filling.path(key) for key in library.forms),
            "documents/index.md",
            SOURCES,
        }
    )


def _generated(world: World) -> Iterator[Page]:
    library = world.library
    yield reading_page.overview(world)
    for key in reading_page.keys(library):
        yield reading_page.page(reading_page.reading(world, key), world)
        for view in provision_page.views(world, key):
            yield provision_page.page(view, world)
    for key in whole_document.compiled(library):
        yield whole_document.page(key, world)
    for key in redline_page.compared(library):
        yield redline_page.page(key, world)
    for form in library.forms.values():
        yield filling.page(form, world)
