"""Labels that a person tore in two, repeated, worded otherwise or wrote before the answer."""

from __future__ import annotations

import pytest
from bare_word import packed, paragraph, table

from lawbook.library.library import Library
from lawbook.word.read.readback import ReadBack, read

DUTIES = {"duty_province": "省厅统筹。", "duty_city": "市局牵头。", "duty_innovators": "企业负责。"}
CONTACT = {"contact_name": "祝样例", "contact_post": "副局长", "contact_email": "a@example.org"}
FOCUS = "拟面向重点领域"
CASES: dict[str, tuple[list[list[str]], dict[str, str]]] = {
    "a label in two cells side by side": (
        [["工作", "目标", "建成 8 家。"], ["已有工作", "基础", "企业 96 家。"]],
        {"goals": "建成 8 家。", "foundation": "企业 96 家。"},
    ),
    "a label in two rows": (
        [["已有工作", "企业 96 家。"], ["基础", "委员会 7 家。"]],
        {"foundation": "企业 96 家。\n委员会 7 家。"},
    ),
    "a label repeated, then empty": (
        [["工作目标", "一。"], ["工作目标（续）", "二。"], ["", "三。"]],
        {"goals": "一。\n二。\n三。"},
    ),
    "other words and brackets": (
        [["行政职务", "副局长"], ["联系人（必填）", "祝样例"], ["通讯地址及邮编", "滨海大道8号"]],
        {"contact_post": "副局长", "contact_name": "祝样例", "contact_address": "滨海大道8号"},
    ),
    "labels before their answers": (
        [["联系人：祝样例", "职务：副局长"], ["邮箱：a@example.org", ""]],
        CONTACT,
    ),
    "all in one cell": (
        [["联系人", "姓名：祝样例　职务：副局长；邮箱：a@example.org"]],
        CONTACT,
    ),
    "the layers without the label above": (
        [
            ["省级统筹层", "省厅统筹。"],
            ["城市执行层", "市局牵头。"],
            ["创新主体实施层", "企业负责。"],
        ],
        DUTIES,
    ),
}


def plan(body: str) -> bytes:
    title = paragraph("云澜市“人工智能科技伦理审查与服务先导计划”行动实施方案")
    return packed(title + body)


def back_of(library: Library, body: str) -> ReadBack:
    return read(library.forms, plan(body), "方案.docx", "pilot-plan")


def cells(rows: list[list[str]]) -> list[list[str]]:
    return [[paragraph(text) for text in row] for row in rows]


@pytest.mark.parametrize("name", CASES)
def test_a_label_is_known_however_a_person_left_it(library: Library, name: str) -> None:
    rows, answers = CASES[name]
    back = back_of(library, table(cells(rows)))
    assert {key: back.answers.values.get(key) for key in answers} == answers
    assert not [note for note in back.notes if "不属于任何栏目" in note.message]


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        (["工作目标", "联系人：祝样例一人负责，职务：见附件"], "goals"),
        (["工作目标", "建成 8 家。"], "goals"),
    ],
)
def test_what_stands_in_the_answer_of_another_field_stays_there(
    library: Library, row: list[str], kept: str
) -> None:
    back = back_of(library, table(cells([row])))
    assert back.answers.values == {"place": "云澜市", kept: row[1]}


def test_the_layers_in_a_table_inside_their_cell_are_told_apart(library: Library) -> None:
    rows = [
        ["省级统筹层", "省厅统筹。"],
        ["先导城市执行层", "市局牵头。"],
        ["创新主体实施层", "企业负责。"],
    ]
    inner = table(cells(rows)) + paragraph("")
    back = back_of(library, table([[paragraph("职责分工"), inner]]))
    assert {key: back.answers.values.get(key) for key in DUTIES} == DUTIES


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("海棠智航有限公司、海棠大学、海棠医院。", ["海棠智航有限公司", "海棠大学", "海棠医院"]),
        ("海棠智航、海棠大学。", ["海棠智航、海棠大学"]),
    ],
)
def test_units_on_one_line_are_told_apart_or_named(
    library: Library, line: str, names: list[str]
) -> None:
    heading = paragraph("初步计划参与的代表性单位清单")
    back = back_of(library, table(cells([["工作目标", "一。"]])) + heading + paragraph(line))
    assert [row[0] for row in back.answers.rows("units")] == names
    told = [note for note in back.notes if "没有拆开" in note.message]
    assert len(told) == (len(names) == 1)


def test_a_label_behind_other_words_on_its_line_is_known(library: Library) -> None:
    back = back_of(
        library, table(cells([[FOCUS, "必选：人工智能基础底座；可选：☑制造□科技☑文化"]]))
    )
    assert back.answers.chosen("focus_areas") == {"manufacturing": "", "culture": ""}
