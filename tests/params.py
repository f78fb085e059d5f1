"""Parameters of tests that not every run takes."""

from __future__ import annotations

from typing import Any

import pytest


def deep(*values: Any) -> Any:
    """A set of parameters for ``make test-deep`` alone: what it breaks, another set breaks too."""
    return pytest.param(*values, marks=pytest.mark.deep)
