"""The fictional cases of the project, and the rules by which their papers are checked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from page_scripts import scripts_of

from lawbook.base import yamlfile
from lawbook.checks import filled_form
from lawbook.desk.case import Case, read_case
from lawbook.forms.plan.checks import PlanChecks
from lawbook.library.library import Library


@pytest.fixture(scope="session")
def rules(library: Library) -> PlanChecks | None:
    return filled_form.rules(library)


@pytest.fixture(scope="session")
def example(library: Library, root: Path) -> Callable[[str], Case]:
    return lambda name: read_case(
        library, yamlfile.read(root / "data" / "examples" / "cases" / f"{name}.yml")
    )


@pytest.fixture(scope="session")
def page(library: Library) -> str:
    """The scripts of the page with its data."""
    return scripts_of(library)
