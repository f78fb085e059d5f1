"""All pages of the real data, made once, with downloads of known size."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import site
from lawbook.pages.downloads import downloads
from lawbook.pages.functions import Functions
from lawbook.pages.world import World

AS_OF = datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def files(library: Library) -> dict[str, bytes]:
    blank = dict.fromkeys((f"{form}-blank.docx" for form in library.forms), b"w" * 33_210)
    filled = dict.fromkeys((f"{name}.docx" for name in library.examples), b"w" * 41_000)
    return blank | filled


@pytest.fixture(scope="session")
def as_of() -> datetime.date:
    return AS_OF


@pytest.fixture(scope="session")
def made(library: Library, files: dict[str, bytes]) -> dict[str, Page]:
    """Every page by the path of its Markdown file."""
    return {page.path: page for page in site.pages(library, built=AS_OF, files=files)}


@pytest.fixture(scope="session")
def world(library: Library, files: dict[str, bytes], made: dict[str, Page]) -> World:
    return World(library, AS_OF, downloads(library, files), frozenset(made))


@pytest.fixture
def on(world: World) -> Callable[[str], Functions]:
    """The functions of the page of a path."""
    return lambda path: Functions(world, path)
