"""The search's own scripts as one file: what the browser loads before the first answer."""

from __future__ import annotations

from pathlib import Path

from lawbook.base import assets
from lawbook.base.minifier import minified

FOLDER = "content/assets/search"
SCRIPTS = (
    *("text", "sound", "cited", "store", "weighing", "query", "engine"),
    *("marks", "results", "adapter"),
)


def engine(root: Path) -> str:
    """The scripts in their order, minified; empty where there are none."""
    files = [root / FOLDER / f"{name}.js" for name in SCRIPTS]
    text = assets.text(file for file in files if file.is_file())
    return minified(text, "search/engine.js") if text else ""
