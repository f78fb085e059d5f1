"""The site's own search, run in Node on the index of the real data."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from searching import Search, ask, engine

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.search import index


@pytest.fixture(scope="session")
def folder(
    library: Library,
    finished: tuple[Page, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    place = tmp_path_factory.mktemp("search")
    for path, text in {**index.files(library, finished), "search/engine.js": engine()}.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def search(folder: Path) -> Search:
    return functools.partial(ask, folder)
