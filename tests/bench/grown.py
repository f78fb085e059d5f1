"""A project with many times the articles, for measuring growth: copies of one document."""

from __future__ import annotations

import shutil
from pathlib import Path

from lawbook.library.library import Library

ORIGINAL = "measures-2025-draft"
COPIED = ("data", "content", "templates", "mkdocs.yml", "requirements.lock")
# What a copy must not claim again.
ONCE = ("superseded_by:", "relates:")


def clone(root: Path, folder: Path) -> Path:
    """The inputs of the project in another folder, without anything that was built."""
    for name in COPIED:
        place = root / name
        if place.is_dir():
            shutil.copytree(place, folder / name)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place, folder / name)
    return folder


def articles(library: Library) -> int:
    """How many provisions have a page of their own."""
    return sum(len(library.pages(holder.key)) for holder in library.holders)


def grow(folder: Path, library: Library, times: int) -> None:
    """Add copies of a document until there are ``times`` as many articles."""
    missing = articles(library) * (times - 1)
    each = len(library.pages(ORIGINAL))
    for number in range(1, -(-missing // each) + 1):
        key = f"copy-{number:04}"
        for kind in ("documents", "sources"):
            text = (folder / "data" / kind / f"{ORIGINAL}.yml").read_text(encoding="utf-8")
            lines = [line for line in text.splitlines() if not line.strip().startswith(ONCE)]
            copied = "\n".join(lines).replace(f"{ORIGINAL}.txt", "RAW").replace(ORIGINAL, key)
            copied = copied.replace("RAW", f"{ORIGINAL}.txt").replace(
                "short: 《", f"short: 《{number}"
            )
            (folder / "data" / kind / f"{key}.yml").write_text(copied + "\n", encoding="utf-8")
