"""The self-test of the project's data."""

import pytest

from lawbook.library.library import Library
from lawbook.rules.decision import Decision


@pytest.fixture(scope="session")
def decision(library: Library) -> Decision:
    return library.rules.decision
