"""Modules of the page as one script that gives the tests what they ask for (tests/modules)."""

from __future__ import annotations

import functools
from pathlib import Path

from lawbook.base.minifier import bundled

FOLDER = Path(__file__).with_name("modules")


@functools.cache
def script(name: str, *options: str) -> str:
    """The text of ``tests/modules/<name>.js`` with all that it imports."""
    return bundled({f"{name}.js": FOLDER / f"{name}.js"}, *options)[f"{name}.js"]


def counted_forms() -> str:
    """The form modules, which count in ``unpacked`` the bytes that they unpack."""
    return script("forms", f"--alias:fflate={FOLDER / 'counted.js'}")
