"""All pages of the site as Markdown, with assets and downloads, below one folder."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lawbook.base import assets, output
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
from lawbook.pages.datafiles import data_files
from lawbook.pages.downloads import downloads, size_shown
from lawbook.pages.functions import World

Also = Callable[[tuple[Page, ...]], Mapping[str, str]]
SOURCES = "about/sources.md"
NONE: Mapping[str, bytes] = {}


@dataclass(frozen=True)
class Beside:
    """The downloads, data files and search of a site, which pages speak of.

    ``files`` are the downloads by name, ``data`` the files for machines by their path below
    ``data/``, ``also`` gives files made from the finished pages.
    """

    files: Mapping[str, bytes]
    data: Mapping[str, bytes] = field(default_factory=dict)
    also: Also = lambda _: {}


def generate(library: Library, out: Path, beside: Beside, *, built: datetime.date) -> None:
    """Write all pages, assets and downloads below ``out``; remove what no longer belongs.

    Files that did not change are not touched.
    Raises ProblemsFound with every fault of every hand-written page, before anything is written.
    """
    files, data = beside.files, beside.data
    finished = pages(library, built=built, files=files, data=data)
    made: dict[Path, bytes | str] = {out / page.path: page.text for page in finished}
    made |= {out / "files" / name: held for name, held in files.items()}
    made |= {out / "data" / name: held for name, held in data.items()}
    made |= {out / path: text for path, text in beside.also(finished).items()}
    made |= {out / path: held for path, held in assets.assets(library.root / "content")}
    for path, held in made.items():
        output.write(path, held)
    output.remove_others(out, made)


def pages(
    library: Library,
    *,
    built: datetime.date,
    files: Mapping[str, bytes],
    data: Mapping[str, bytes] = NONE,
) -> tuple[Page, ...]:
    """Every page of the site. Raises ProblemsFound with every fault of every page."""
    world = _world(library, built, files, data)
    written = _written(library.root, world)
    generated = {page.path: page for page in _generated(world, written.get(SOURCES))}
    return tuple(map(_switched, (written | generated).values()))


def _switched(page: Page) -> Page:
    """A page with the switch for its marks; a form that is being filled has enough of its own."""
    return page if page.path.startswith("forms/") else replace(page, text=marks.switched(page.text))


def check(library: Library, *, built: datetime.date, names: Iterable[str]) -> tuple[Page, ...]:
    """The hand-written pages, rendered and not written; ``names`` are those of the downloads.

    Raises ProblemsFound with every dangling citation, unknown fact or name, with file and line.
    """
    world = _world(library, built, dict.fromkeys(names, b""))
    return tuple(_written(library.root, world).values())


def _world(
    library: Library,
    built: datetime.date,
    files: Mapping[str, bytes],
    data: Mapping[str, bytes] = NONE,
) -> World:
    offered = downloads(library, files)
    tables = {f"data/{name}": file for name, file in data.items() if name.endswith(".csv")}
    sizes = tuple((name, size_shown(name, len(file))) for name, file in {**files, **tables}.items())
    return World(library, built, offered, _paths(library), data_files(data), sizes)


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


def _generated(world: World, opening: Page | None) -> Iterator[Page]:
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
    yield sources_page.source_list(world, opening)
