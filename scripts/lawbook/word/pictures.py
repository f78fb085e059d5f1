"""The pages of Word files as pictures, so that a person can look at them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word.compendium import compendium
from lawbook.word.layout import docx
from lawbook.word.pdf import pdf

ON_A_SHEET = 12  # three rows of four: more could not be read at a glance


def all_files(library: Library, root: Path, folder: Path) -> list[Path]:
    """Return the site's Word files, examples in the ministry's layout, and the compendium.

    What the site does not offer is written into the folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {"compendium": compendium(library, root / "site", "guides")}
    files |= dict(_like_ministry(library))
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    offered = sorted((root / "build/pages/files").glob("*.docx"))
    return [*offered, *(folder / f"{name}.docx" for name in files)]


def _like_ministry(library: Library) -> Iterator[tuple[str, bytes]]:
    for key, example in library.examples.items():
        form = library.forms[str(example.tree["form"])]
        if form.layout.official:
            answers = reading(form, example).answers
            yield f"{key}-ministry", docx.fill_like_ministry(form, answers)


def pictures(files: Sequence[Path], folder: Path, browser: str) -> int:
    """Draw each page of Word files into a folder; return the number of pages.

    Beside the pages of a file (``<name>-1.png``) there are sheets of twelve
    (``sheet-<name>-1.png``), drawn by the browser at that path. Older pictures are deleted. Raises
    ProblemsFound if a file cannot be converted.
    """
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for document in pdf(files, folder):
        subprocess.run(
            ["pdftoppm", "-r", "80", "-png", document, document.with_suffix("")], check=True
        )
    pages = len(list(folder.glob("*.png")))
    _sheets(files, folder, browser)
    return pages


def _sheets(files: Sequence[Path], folder: Path, browser: str) -> None:
    """Draw contact sheets of each file's pages, so that all can be seen at a glance."""
    from playwright.sync_api import sync_playwright  # needed only by tests and pictures

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser)
        page = started.new_page(viewport={"width": 1640, "height": 800})
        for name, shown in _by_sheet(files, folder):
            html = folder / f"{name}.html"
            images = "".join(f'<img src="{image.as_uri()}" width="400">' for image in shown)
            html.write_text(f"<body style='margin:0;background:#888'>{images}", encoding="utf-8")
            page.goto(html.as_uri())
            page.screenshot(path=folder / f"{name}.png", full_page=True)
            html.unlink()
        started.close()


def _by_sheet(files: Sequence[Path], folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Yield the name of each sheet and the pictures of its pages, in order."""
    for file in files:
        pages = sorted(folder.glob(f"{file.stem}-[0-9]*.png"))
        for start in range(0, len(pages), ON_A_SHEET):
            number = start // ON_A_SHEET + 1
            yield f"sheet-{file.stem}-{number}", pages[start : start + ON_A_SHEET]
