"""What all tests share: the project's root, its Library, and a small project to break."""

from __future__ import annotations

import datetime
import gc
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lawbook.base import yamlfile
from lawbook.base.problem import Problem
from lawbook.base.yamlfile import YamlFile
from lawbook.checks import across
from lawbook.cli import main
from lawbook.library import loading
from lawbook.library.library import Library
from lawbook.library.loading import load
from lawbook.library.page import Page
from lawbook.pages import site
from lawbook.rules.lengths import lengths, spelled_out

pytest_plugins = ["processor", "remembering"]

ROOT = Path(__file__).resolve().parents[1]
MINI = ROOT / "tests" / "data" / "mini"


def pytest_collection_finish() -> None:
    """What the collecting made stays to the end: the collector need not walk over it all along."""
    gc.set_threshold(20_000, 20, 50)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    made = load(ROOT)
    gc.freeze()
    return made


@pytest.fixture(scope="session")
def counted(library: Library) -> Library:
    """The project's data with the lengths with which the dates in tests were counted.

    Whoever changes a length in the data, as a new text asks, need not count those dates anew.
    """
    those = yamlfile.read(ROOT / "tests/cases/dates.yml").tree["lengths"]
    book = library.rules.deadlines
    made = tuple(
        one.model_copy(update={"length": int(those[one.key])}) if one.key in those else one
        for one in book.deadlines
    )
    deadlines = book.model_copy(update={"deadlines": made})
    return replace(library, rules=replace(library.rules, deadlines=deadlines))


@pytest.fixture(scope="session")
def spelled() -> Callable[[str], str]:
    """A text with the lengths of the deadlines that it names in braces, as the data have them."""
    words = lengths(yamlfile.read(ROOT / "data/rules/deadlines.yml").tree)
    return lambda text: str(spelled_out(YamlFile("", text), words).tree)


@pytest.fixture(scope="session")
def mini() -> Library:
    return load(MINI)


@pytest.fixture(scope="session")
def as_of() -> datetime.date:
    return datetime.date(2026, 11, 22)


@pytest.fixture(scope="session")
def downloads_of_known_size(library: Library) -> dict[str, bytes]:
    blank = dict.fromkeys((f"{form}-blank.docx" for form in library.forms), b"w" * 33_210)
    filled = dict.fromkeys((f"{name}.docx" for name in library.examples), b"w" * 41_000)
    return blank | filled


@pytest.fixture(scope="session")
def finished(
    library: Library, as_of: datetime.date, downloads_of_known_size: dict[str, bytes]
) -> tuple[Page, ...]:
    """All pages of the real data; each was told once it was made, in the order that is foretold."""
    told: list[Page] = []
    files = downloads_of_known_size
    made = site.pages(library, built=as_of, files=files, ready=told.append)
    assert [page.path for page in told] == list(site.paths(library))
    assert sorted(told, key=_path) == sorted(made, key=_path)
    return made


def _path(page: Page) -> str:
    return page.path


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int:
    """A new seed each time; the line that is printed repeats the test with the same one."""
    chosen = int(os.environ.get("LAWBOOK_SEED", time.time_ns()))
    print(f"LAWBOOK_SEED={chosen} .venv/bin/pytest '{request.node.nodeid}'")
    return chosen


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project that a test may change."""
    return Path(shutil.copytree(MINI, tmp_path / "project"))


@pytest.fixture(scope="session")
def read_once(library: Library) -> Callable[[Path], tuple[Library, tuple[Problem, ...]]]:
    """What reading the project's data gives, without reading them again; any other project is read.

    No test changes the project's own data: who breaks something breaks a copy.
    """
    read = loading.load_what_reads
    return lambda root: (library, ()) if root == ROOT else read(root)


@pytest.fixture
def run(
    library: Library,
    read_once: Callable[[Path], tuple[Library, tuple[Problem, ...]]],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[..., Result]:
    """Run the command ``lawbook`` in this process; the project's data are read and checked once."""
    check = across.problems
    monkeypatch.setattr(loading, "load_what_reads", read_once)
    monkeypatch.setattr(across, "load_what_reads", read_once)
    monkeypatch.setattr(across, "problems", lambda held: () if held is library else check(held))
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])
