"""All pages of the real data, made once, with downloads of known size."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages.downloads import downloads
from lawbook.pages.functions import Functions
from lawbook.pages.world import World


@pytest.fixture(scope="session")
def files(downloads_of_known_size: dict[str, bytes]) -> dict[str, bytes]:
    return downloads_of_known_size


@pytest.fixture(scope="session")
def made(finished: tuple[Page, ...]) -> dict[str, Page]:
    """Every page by the path of its Markdown file."""
    return {page.path: page for page in finished}


@pytest.fixture(scope="session")
def world(
    library: Library, files: dict[str, bytes], made: dict[str, Page], as_of: datetime.date
) -> World:
    return World(library, as_of, downloads(library, files), frozenset(made))


@pytest.fixture
def on(world: World) -> Callable[[str], Functions]:
    """The functions of the page of a path."""
    return lambda path: Functions(world, path)
