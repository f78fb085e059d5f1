"""What all tests share: the project's root, its Library, and a small project to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lawbook.cli import main
from lawbook.library import Library
from lawbook.loading import load

pytest_plugins = ["processor"]

ROOT = Path(__file__).resolve().parents[1]
MINI = ROOT / "tests" / "data" / "mini"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def library() -> Library:
    return load(ROOT)


@pytest.fixture(scope="session")
def mini() -> Library:
    return load(MINI)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project that a test may change."""
    return Path(shutil.copytree(MINI, tmp_path / "project"))


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command ``lawbook`` in this process."""
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])
