"""Every file as LibreOffice prints it: no heading alone at the foot, no torn label."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_feet import faults

from lawbook import word
from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word.layout.prose import beginning, is_short, kept_with_next, pieces
from lawbook.word.pdf import pdf


@pytest.mark.deep
def test_nothing_is_left_alone_at_the_foot_of_a_page(library: Library, tmp_path: Path) -> None:
    made = {f"{key}-blank": word.blank(form) for key, form in library.forms.items()}
    for key, example in library.examples.items():
        form = library.forms[str(example.tree["form"])]
        answers = reading(form, example).answers
        made[key] = word.fill(form, answers)
        if form.layout.official:
            made[f"{key}-ministry"] = word.fill_like_ministry(form, answers)
    for name, data in made.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    printed = pdf([tmp_path / f"{name}.docx" for name in made], tmp_path)
    found = [
        f"{name} {fault}"
        for (name, data), path in zip(made.items(), printed, strict=True)
        for fault in faults(
            data, path, blank=name.endswith("-blank"), inside=not name.endswith("-ministry")
        )
    ]
    assert found == []


def test_a_short_answer_stays_on_one_page() -> None:
    assert is_short("一、产业\n不多的字。")
    assert beginning("一、产业\n不多的字。") == 0
    assert not is_short("字" * 200)
    assert not is_short("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |")


def test_headings_and_a_paragraph_begin_a_long_answer() -> None:
    text = "一、产业\n（一）企业\n有三百家。\n" + "字" * 200
    assert beginning(text) == 3
    assert len(pieces(text)) == 4
    assert beginning(f"不长的一段。\n{text}") == 4
    assert beginning("字" * 200 + "\n后文。") == 0  # the paragraph itself is too long to stay whole
    assert kept_with_next("".join(pieces("甲。\n- 乙"))).count("<w:keepNext/>") == 2
