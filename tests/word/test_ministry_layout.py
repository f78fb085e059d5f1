"""``form fill --like ministry``: the official template's layout, read back whole."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from wordfile import example, part, text

from lawbook import word
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from lawbook.word.layout.table import CUT
from lawbook.word.read.readback import read

EXAMPLES = ("pilot-plan-yunlan", "pilot-plan-wangxi", "pilot-plan-yanxi")


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_read_back_whole(library: Library, name: str) -> None:
    form, answers = example(library, name)
    back = read(library.forms, word.fill_like_ministry(form, answers), "上报稿.docx")
    assert back.faults == ()
    assert back.answers.values == normalised(form, answers).answers.values


def test_it_bears_no_mark_of_this_guide_and_no_hint(library: Library) -> None:
    form, answers = example(library, EXAMPLES[0])
    data = word.fill_like_ministry(form, answers)
    xml = part(data)
    for gone in ("<w:sdt>", "bookmarkStart", "FormKey", "w14:checkbox"):
        assert gone not in xml
    assert "docProps/custom.xml" not in zipfile.ZipFile(BytesIO(data)).namelist()
    assert "custom" not in part(data, "[Content_Types].xml") + part(data, "_rels/.rels")
    words = text(data)
    hints = {hint for _, field in form.fields for hint in form.hints(field)}
    assert not [hint for hint in hints if hint in words]
    assert "（模板）" not in words


def test_groups_look_like_one_cell_as_in_the_template(library: Library) -> None:
    form, answers = example(library, EXAMPLES[0])
    joined = part(word.fill_like_ministry(form, answers)).replace(CUT, "")
    cells = joined.split("</w:tc>")
    for labels in (
        ("省级统筹层<", "先导城市执行层<", "创新主体实施层<"),
        ("1.伦理治理工作机制构建路径<", "4.敏捷治理网络构建路径<"),
        ("必选：人工智能基础底座领域", "可选："),
    ):
        assert any(all(label in cell for label in labels) for cell in cells), labels


def test_the_two_rows_of_a_long_answer_have_no_line_between_them(library: Library) -> None:
    xml = part(word.fill_like_ministry(*example(library, EXAMPLES[0])))
    rows = xml.split("</w:tr>")
    second = [number for number, row in enumerate(rows) if '<w:vMerge w:val="continue"/>' in row]
    assert len(second) >= 3
    for number in second:
        assert '<w:top w:val="nil"/>' in rows[number]
        assert '<w:bottom w:val="nil"/>' in rows[number - 1]
        assert "<w:cantSplit/>" in rows[number - 1]
        assert rows[number - 1].count("<w:keepNext/>") >= 2  # the label, the answer


def test_it_is_sound_for_word(
    library: Library, validate: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    place = tmp_path / "上报稿.docx"
    place.write_bytes(word.fill_like_ministry(*example(library, EXAMPLES[0])))
    assert validate(place) == []
