"""What docstrings show is what comes out."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path


def test_every_example_in_a_docstring_gives_what_it_says(root: Path) -> None:
    scripts = root / "scripts"
    files = [file for file in scripts.glob("lawbook/**/*.py") if ">>> " in file.read_text("utf-8")]
    names = (".".join(file.relative_to(scripts).with_suffix("").parts) for file in files)
    results = [doctest.testmod(import_module(name.removesuffix(".__init__"))) for name in names]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) > 100
