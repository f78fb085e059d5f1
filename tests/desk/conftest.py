"""The fictional cases of the project, and the page's scripts with its data."""

from collections.abc import Callable
from pathlib import Path

import pytest
from page_scripts import scripts_of

from lawbook.base import yamlfile
from lawbook.desk.case import Case, read_case
from lawbook.library.library import Library


@pytest.fixture(scope="session")
def example(library: Library, root: Path) -> Callable[[str], Case]:
    return lambda name: read_case(
        library, yamlfile.read(root / "data" / "examples" / "cases" / f"{name}.yml")
    )


@pytest.fixture(scope="session")
def page(library: Library) -> str:
    """The scripts of the page with its data."""
    return scripts_of(library)
