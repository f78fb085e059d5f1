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


def nobody(page: Page) -> None:
    """Do nothing with a page: the default for ``ready``."""


def pages(
    library: Library,
    *,
    built: datetime.date,
    files: Mapping[str, bytes],
    exports: Exports = dict,
    ready: Callable[[Page], object] = nobody,
) -> tuple[Page, ...]:
    """Return every page of the site. Raises ProblemsFound with every fault of every written page.

    ``files`` are the downloads by name. ``exports`` gives the machine-readable files by path below
    ``data/``; it is called late, so that they can be made meanwhile. ``ready`` is called with each
    page once it is made, in the order of ``paths``.
    """
    world = _world(library, built, files, exports)
    by_path: dict[str, Page] = {}

    def take(page: Page) -> None:
        if page.path not in by_path:
            by_path[page.path] = _switched(page)
            ready(by_path[page.path])

    try:
        for page in _generated(world):
            take(page)
    except Exception:
        _written(library.root, world)  # faults there are reported first
        raise
    written = _written(library.root, world)
    take(sources_page.source_list(world, written.get(SOURCES)))
    for page in written.values():
        take(page)
    return tuple(by_path[path] for path in dict.fromkeys((*written, *by_path)))


def _switched(page: Page) -> Page:
    """Add the switch for marks to a page, except to a form's page."""
    return page if page.path.startswith("forms/") else replace(page, text=marks.switched(page.text))


def check(library: Library, *, built: datetime.date, names: Iterable[str]) -> tuple[Page, ...]:
    """Return the hand-written pages, rendered but not written; ``names`` are the downloads'.

    Raises ProblemsFound with every dangling citation, unknown fact or name, with file and line.
    """
    world = _world(library, built, dict.fromkeys(names, b""))
    return tuple(_written(library.root, world).values())


def _world(
    library: Library, built: datetime.date, files: Mapping[str, bytes], exports: Exports = dict
) -> World:
    return World(
        library, built, downloads(library, files), frozenset(paths(library)), files, exports
    )


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


def paths(library: Library) -> tuple[str, ...]:
    """Return the files of all pages, in the order in which they are made."""
    folder = library.root / "content"
    written = (file.relative_to(folder).as_posix() for file in content.files(library.root))
    return tuple(dict.fromkeys((*_generated_paths(library), SOURCES, *written)))


def _generated_paths(library: Library) -> Iterator[str]:
    yield reading_page.OVERVIEW
    for key in reading_page.keys(library):
        yield reading_page.path(key)
        yield from (provision_page.path(part.citation) for part in library.pages(key))
    yield from map(whole_document.path, whole_document.compiled(library))
    yield from map(redline_page.path, redline_page.compared(library))
    yield from map(filling.path, library.forms)


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
