"""A label stands on one page with its answer; a figure does not run into a number."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from lawbook import word
from lawbook.forms.answers import Answers
from lawbook.library.library import Library


@pytest.mark.parametrize("form", ["pilot-plan", "review-application"])
def test_every_paragraph_of_a_label_row_is_kept_with_the_answer(
    form: str, library: Library
) -> None:
    data = word.fill(library.forms[form], Answers(form, {}))
    rows = Document(io.BytesIO(data)).element.iter(qn("w:tr"))
    labels = [row for row in rows if 'w:val="TableSublabel"' in row.xml and row.findall(qn("w:tc"))]
    kept = [row for row in labels if row.trPr.find(qn("w:cantSplit")) is not None]
    long = [row for row in kept if 'w:val="TableText"' not in row.xml]
    assert len(long) >= 6
    for row in long:
        assert all(one.pPr.find(qn("w:keepNext")) is not None for one in row.iter(qn("w:p")))


def test_no_line_of_an_example_begins_with_a_figure_behind_its_number(root: Path) -> None:
    for path in sorted((root / "data/examples").glob("*.yml")):
        found = re.findall(r"(?m)^ +[0-9]+[.．][0-9].*", path.read_text(encoding="utf-8"))
        assert found == [], path.name
