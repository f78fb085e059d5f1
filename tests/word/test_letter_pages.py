"""No letter of a committee is longer than two pages, however long its fields are.

An annex stands behind it on pages of its own, and its table as long as it must be.
"""

import datetime
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from wordfile import part

from lawbook import word
from lawbook.forms.answers import Answers, reading
from lawbook.forms.form import Form
from lawbook.forms.values import Chosen, Value
from lawbook.library.library import Library
from lawbook.word.pdf import pdf

MOST = 2
WORDS = "经核对材料所述活动的风险受益和措施清楚可行能够停止"
WAYS = ((), ("reject", "unfounded"), ("revise",), ("fail",), ("approve", "listed_yes"))


def longest(library: Library, form: Form, ways: tuple[str, ...]) -> Answers:
    """The example with texts as long as they may be, and these options where they can be ticked."""
    answers = reading(form, library.examples[form.example]).answers
    values: dict[str, Value] = dict(answers.values)
    for _, field in form.fields:
        if field.kind == "text" and field.max_length:
            values[field.key] = (WORDS * 20)[: field.max_length]
        if field.kind == "date":
            values.setdefault(field.key, datetime.date(2027, 12, 31))
        if field.kind == "rows" and (rows := answers.rows(field.key)):
            values[field.key] = rows[:1] * 30
        ticked = [option.key for option in field.options if option.key in ways]
        if ticked:
            values[field.key] = (Chosen(ticked[0]),)
    return Answers(form.key, MappingProxyType(values))


def letters(library: Library) -> Iterator[tuple[str, bytes]]:
    for form in library.forms.values():
        if form.is_letter and form.addressee == "applicant":
            for number, ways in enumerate(WAYS):
                yield f"{form.key}-{number}", word.fill(form, longest(library, form, ways))


@pytest.mark.deep
def test_a_letter_is_at_most_two_pages(library: Library, tmp_path: Path) -> None:
    paths = []
    for name, data in letters(library):
        paths.append(tmp_path / f"{name}.docx")
        paths[-1].write_bytes(data)
    assert len(paths) == 6 * len(WAYS)
    pdf(paths, tmp_path)
    pages = {}
    for path in paths:
        told = subprocess.run(
            ["pdftotext", "-layout", path.with_suffix(".pdf"), "-"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        *sheets, _ = told.split("\f")
        annex = [n for n, sheet in enumerate(sheets) if "\n附件\n" in f"\n{sheet}"]
        pages[path.stem] = annex[0] if annex else len(sheets)
        if annex:  # the head of the table stands on each of its pages
            assert all("缺少的内容" in sheet for sheet in sheets[annex[0] :]), path.stem
    assert {name: count for name, count in pages.items() if count > MOST} == {}


def test_two_sentences_that_are_never_left_out_stand_with_the_signature(library: Library) -> None:
    body = part(word.blank(library.forms["review-opinion"]))
    lines = re.findall("<w:p>.*?</w:p>", body)
    kept = [re.sub("<[^>]*>", "", line)[:4] for line in lines if "<w:keepNext/>" in line]
    assert kept == ["三、合理", "四、专家", "四、下一", "联系方式", "（审查机"]
