"""The contact sheets of `make pictures`: every page of a file, so that a person can look."""

from __future__ import annotations

import struct
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lawbook import word
from lawbook.library.library import Library
from lawbook.site.testparts import browser
from lawbook.word.pictures import pictures

pytestmark = pytest.mark.deep


def size(picture: Path) -> tuple[int, int]:
    """Width and height that a PNG says of itself."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


def test_each_file_gets_its_pages_and_a_sheet_of_them(library: Library, tmp_path: Path) -> None:
    files = []
    for key in ("pilot-plan", "review-refusal"):
        files.append(tmp_path / f"{key}.docx")
        files[-1].write_bytes(word.blank(library.forms[key]))
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "old-1.png").write_bytes(b"")
    # A thread of its own: the tests' own browser may hold this one.
    with ThreadPoolExecutor(1) as thread:
        drawn = thread.submit(pictures, files, folder, str(browser())).result()
    names = sorted(one.name for one in folder.glob("*.png"))
    pages = [name for name in names if not name.startswith("sheet-")]
    assert len(pages) == drawn >= 6
    assert "old-1.png" not in names
    assert [one for one in names if one.startswith("sheet-")] == [
        "sheet-pilot-plan-1.png",
        "sheet-review-refusal-1.png",
    ]
    wide, high = size(folder / "sheet-pilot-plan-1.png")
    assert wide == 1640
    assert high >= 2 * 565  # two rows of pages
