"""``form fill --like ministry``: the official template's layout, read back whole."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from wordfile import example, part, text

from lawbook import word
from lawbook.forms.answers import Answers
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from lawbook.word.layout.table import CUT
from lawbook.word.read.readback import read

CUT_START = CUT.split("</w:tr>")[1]
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


def test_boxes_of_a_group_share_one_cell_and_long_answers_stand_below_their_names(
    library: Library,
) -> None:
    form, answers = example(library, EXAMPLES[0])
    xml = part(word.fill_like_ministry(form, answers))
    cells = xml.split("</w:tc>")
    for words in (
        ("必选：人工智能基础底座领域", "可选：", "制造"),
        ("省级统筹层", "先导城市执行层", "创新主体实施层"),
        ("1.伦理治理工作机制构建路径", "3.审查与服务中心构建路径", "4.敏捷治理网络构建路径"),
    ):
        assert any(all(f"{word}" in cell for word in words) for cell in cells)


LAYERS = "省级统筹层：由省里统筹。\n先导城市执行层\n1.伦理治理工作机制构建路径：甲\n创新主体实施层"
ODD = (
    *(
        "平常的一段。",
        "**加粗**的开头。\n第二段。",
        "一、标题\n正文。",
        "1.第一件\n2.第二件",
        "- 一项",
    ),
    *(
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |",
        LAYERS,
        "：冒号开头。",
        "2小时内响应。",
        "（一）第一。有正文。",
    ),
)


@pytest.mark.parametrize("turn", range(len(ODD)))
def test_any_answer_is_read_back_from_the_cell_of_its_group(library: Library, turn: int) -> None:
    form = library.forms["pilot-plan"]
    keys = [field.key for _, field in form.fields if field.group in {"duties", "paths"}]
    assert len(keys) == 7
    made = {key: ODD[(turn + number) % len(ODD)] for number, key in enumerate(keys)}
    answers = normalised(form, Answers(form.key, made)).answers
    back = read(library.forms, word.fill_like_ministry(form, answers), "上报稿.docx")
    assert {key: back.answers.values.get(key) for key in keys} == answers.values


def test_the_two_rows_of_a_long_answer_have_no_line_between_them(library: Library) -> None:
    xml = part(word.fill_like_ministry(*example(library, EXAMPLES[0])))
    rows = xml.split("</w:tr>")
    second = [number for number, row in enumerate(rows) if row.startswith(CUT_START)]
    assert len(second) >= 2
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
