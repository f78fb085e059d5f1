"""The search's own scripts as one file: what the browser loads before the first answer."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "content/assets/search"
SCRIPTS = (
    *("text", "sound", "cited", "store", "weighing", "query", "engine"),
    *("marks", "results", "adapter"),
)
# Whole lines of comment only: what stands beside code may be part of a string.
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*[^*]*\*/)\s*$\n?", re.M)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.M)


def engine(root: Path) -> str:
    """The scripts in their order without comments and indents; empty where there are none."""
    files = [root / FOLDER / f"{name}.js" for name in SCRIPTS]
    return "".join(shortened(file.read_text(encoding="utf-8")) for file in files if file.is_file())


def shortened(script: str) -> str:
    r"""A script without its lines of comment, its indents and its empty lines.

    >>> shortened("// why\n(function () {\n  return '//';\n\n})();\n")
    "(function () {\nreturn '//';\n})();\n"
    """
    lines = _INDENT.sub("", _COMMENT.sub("", script)).split("\n")
    return "\n".join(line for line in lines if line) + "\n"
