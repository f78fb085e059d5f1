"""What the site is made of, in two parts: what pages name, and what may be made beside MkDocs."""

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

Files = Mapping[str, bytes | str]  # by their path below the folder of pages


class First(NamedTuple):
    """The pages, and the downloads and data whose size they name."""

    pages: tuple[Page, ...]
    downloads: Mapping[str, bytes]
    data: Mapping[str, bytes]

    def files(self) -> dict[str, bytes | str]:
        """The pages and the downloads by their paths."""
        return {**{page.path: page.text for page in self.pages}, **downloaded(self.downloads)}


class Meanwhile(NamedTuple):
    """What is made beside the pages: the files for machines, and what esbuild joins."""

    exports: Callable[[], Mapping[str, bytes]]
    joined: Future[single_file_form.Joined]


@contextmanager
def meanwhile(library: Library) -> Iterator[Meanwhile]:
    """Begin what takes longest before anything asks for it."""
    # In this order: a process with threads is not copied.
    with _exporting(library) as exports, ThreadPoolExecutor(1) as thread:
        entries = assets.entries(_content(library))
        yield Meanwhile(exports, thread.submit(single_file_form.join, library, entries))


@contextmanager
def _exporting(library: Library) -> Iterator[Callable[[], Mapping[str, bytes]]]:
    """The files for machines, made beside where that costs nothing."""
    if not can_copy():
        yield cache(lambda: export.exports(library))
        return
    with Beside(lambda _: export.exports(library)) as beside:
        yield cache(beside.result)


@contextmanager
def compiling(root: Path) -> Iterator[None]:
    """Compile templates and hand-written pages beside, where that costs nothing.

    It needs no data, so that it fills the time in which they are read.
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
    """The pages, each told to ``ready`` once it is made, with the data.

    Raises ProblemsFound with every fault of every hand-written page.
    """
    made = pages.all_pages(
        library, built=built, files=downloads, exports=beside.exports, ready=ready
    )
    return First(made, downloads, beside.exports())


def others(library: Library, made: First, beside: Meanwhile) -> versions.Versioned:
    """What MkDocs does not read: search, single-file forms, feed, lists, scripts and styles."""
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
    """The downloads by their paths."""
    return {f"files/{name}": held for name, held in files.items()}


def _data(files: Mapping[str, bytes]) -> dict[str, bytes | str]:
    return {f"data/{name}": held for name, held in files.items()}


def _content(library: Library) -> Path:
    return library.root / "content"


def write(folder: Path, files: Files, keep: Sequence[str] = ()) -> None:
    """Write files below a folder and remove all others; what did not change is not touched.

    What is to be kept is there afterwards: empty where it was not.
    """
    for path, held in files.items():
        output.write(folder / path, held)
    for missing in (folder / path for path in keep if not (folder / path).exists()):
        missing.parent.mkdir(parents=True, exist_ok=True)
        missing.touch()
    output.remove_others(folder, (folder / path for path in (*files, *keep)))


def address() -> str:
    """Where the site will stand (SITE_URL), with a slash at its end; empty when unknown."""
    named = os.environ.get("SITE_URL", "").strip()
    return f"{named.rstrip('/')}/" if named else ""
