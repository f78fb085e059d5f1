"""The parts of the site: what pages refer to, and what can be made in parallel with MkDocs."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lawbook import export, pages, search
from lawbook.base import assets, output
from lawbook.export import feed
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.site import form_pages, guidepost, redirects, single_file_form, versions
from lawbook.site.beside import Beside, can_copy

Files = Mapping[str, bytes | str]  # by path below the folder of pages


class First(NamedTuple):
    """The pages, and the downloads and data whose size they state."""

    pages: tuple[Page, ...]
    downloads: Mapping[str, bytes]
    data: Mapping[str, bytes]

    def files(self) -> dict[str, bytes | str]:
        """Return the pages and the downloads by path."""
        return {**{page.path: page.text for page in self.pages}, **downloaded(self.downloads)}


class Meanwhile(NamedTuple):
    """What is made in parallel with the pages: machine-readable files, and esbuild's bundles."""

    exports: Callable[[], Mapping[str, bytes]]
    joined: Future[single_file_form.Joined]


@contextmanager
def meanwhile(library: Library) -> Iterator[Meanwhile]:
    """Start the slowest parts before anything needs them."""
    # In this order: a process with threads is not forked.
    with _exporting(library) as exports, ThreadPoolExecutor(1) as thread:
        entries = assets.entries(_content(library))
        yield Meanwhile(exports, thread.submit(single_file_form.join, library, entries))


@contextmanager
def _exporting(library: Library) -> Iterator[Callable[[], Mapping[str, bytes]]]:
    """Make the machine-readable files in parallel, if a fork is possible."""
    if not can_copy():
        yield cache(lambda: export.exports(library))
        return
    with Beside(lambda _: export.exports(library)) as beside:
        yield cache(beside.result)


@contextmanager
def compiling(root: Path) -> Iterator[None]:
    """Compile templates and hand-written pages in parallel, if a fork is possible.

    This needs no data, so it uses the time in which they are read.
    """
    if not can_copy():
        yield
        return
    with Beside(lambda _: pages.compile_ahead(root)):
        yield


def first(
    library: Library,
    built: datetime.date,
    beside: Meanwhile,
    downloads: Mapping[str, bytes],
    ready: Callable[[Page], object] = pages.nobody,
) -> First:
    """Return the pages and the data, passing each page to ``ready`` once it is made.

    Raises ProblemsFound with every fault of every hand-written page.
    """
    site_pages = pages.all_pages(
        library, built=built, files=downloads, exports=beside.exports, ready=ready
    )
    return First(site_pages, downloads, beside.exports())


def others(library: Library, made: First, beside: Meanwhile) -> versions.Versioned:
    """Return what MkDocs does not read: search, single-file forms, feed, lists, scripts, styles."""
    base, scripts = address(), form_pages.scripts(library)
    data = {**made.data, **scripts}
    files = {
        **_data(data),
        **search.files(library, made.pages),
        feed.NAME: feed.feed(library, base),
        **guidepost.files(made.pages, data, base),
        **redirects.files(library.root, base),
        **single_file_form.files(library, scripts, beside.joined.result()),
        **beside.joined.result().site,
        **dict(assets.drawings(_content(library))),
    }
    return versions.versioned(files)


def downloaded(files: Mapping[str, bytes]) -> dict[str, bytes | str]:
    """Return the downloads by path."""
    return {f"files/{name}": held for name, held in files.items()}


def _data(files: Mapping[str, bytes]) -> dict[str, bytes | str]:
    return {f"data/{name}": held for name, held in files.items()}


def _content(library: Library) -> Path:
    return library.root / "content"


def write(folder: Path, files: Files, keep: Sequence[str] = ()) -> None:
    """Write files below a folder and remove all others; unchanged files are not touched.

    Files in ``keep`` exist afterwards: empty if they did not before.
    """
    for path, held in files.items():
        output.write(folder / path, held)
    for missing in (folder / path for path in keep if not (folder / path).exists()):
        missing.parent.mkdir(parents=True, exist_ok=True)
        missing.touch()
    output.remove_others(folder, (folder / path for path in (*files, *keep)))


def address() -> str:
    """Return where the site will be (SITE_URL), with a trailing slash; empty if unknown."""
    named = os.environ.get("SITE_URL", "").strip()
    return f"{named.rstrip('/')}/" if named else ""
