"""What tests of a committee's cases share: the command, an application."""

from pathlib import Path

import pytest
from caseletters import Run

from lawbook import word
from lawbook.forms.answers import reading
from lawbook.library.library import Library


@pytest.fixture
def say(root: Path, run: Run) -> Run:
    return lambda *words: run("--root", root, "case", *words)


@pytest.fixture(scope="module")
def application(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("in") / "申请书.docx"
    form = library.forms["review-application"]
    answers = reading(form, library.examples["review-application-suifang"]).answers
    place.write_bytes(word.fill(form, answers))
    return place
