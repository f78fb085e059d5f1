"""The pages of Word files as pictures, so that a person can look at them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from lawbook.word.pdf import pdf


def pictures(files: Sequence[Path], folder: Path) -> int:
    """Draw each page of Word files into a folder that holds nothing else; give how many.

    Beside the pages of a file (``<name>-1.png``) stands a sheet of them all
    (``sheet-<name>.png``). Raises ProblemsFound where a file cannot be converted.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for made in pdf(files, folder):
        subprocess.run(["pdftoppm", "-r", "80", "-png", made, made.with_suffix("")], check=True)
    pages = len(list(folder.glob("*.png")))
    _sheets(files, folder)
    return pages


def _sheets(files: Sequence[Path], folder: Path) -> None:
    """A contact sheet of each file's pages, so that all are seen at a glance."""
    from playwright.sync_api import sync_playwright  # a part that only tests and pictures need

    with sync_playwright() as browser:
        page = browser.chromium.launch().new_page(viewport={"width": 1640, "height": 800})
        for file in files:
            pages = sorted(folder.glob(f"{file.stem}-[0-9]*.png"))
            shown = "".join(f'<img src="{one.as_uri()}" width="400">' for one in pages)
            made = folder / f"{file.stem}.html"
            made.write_text(f"<body style='margin:0;background:#888'>{shown}", encoding="utf-8")
            page.goto(made.as_uri())
            page.screenshot(path=folder / f"sheet-{file.stem}.png", full_page=True)
            made.unlink()
