"""Single turns that offices give to the official template: each read, or shown whole."""

from __future__ import annotations

import datetime

import pytest
from bare_word import packed, paragraph, table

from lawbook.checks.filled_form import remarks
from lawbook.library.library import Library
from lawbook.word.read.readback import ReadBack, read

COVER = ("申报城市：云澜市人民政府", "推荐单位：东江省工信厅", "日 期：2026年12月1日")
TITLE = ("云澜市“人工智能科技伦理审查与服务", "先导计划”行动实施方案")
UNITS = "初步计划参与的代表性单位清单"
PATHS = (
    "1.本地区人工智能伦理治理工作机制构建路径。",
    "2.指导计划",
    "3.审查与服务中心构建路径",
    "4.联动敏捷治理网络构建路径",
)


def lines(*texts: str) -> str:
    return "".join(map(paragraph, texts))


def filled(
    library: Library,
    *,
    cover: str = "",
    title: str = "",
    duties: str = "",
    paths: str = "",
    units: str = "",
) -> ReadBack:
    """The template with one part filled in another way than usual."""
    half = [[lines("组织实施单位"), lines("云澜市人民政府")], [lines("工作目标"), lines("目标。")]]
    groups = [
        [
            lines("职责分工"),
            duties or lines("省级统筹层：甲。", "先导城市执行层：乙。", "创新主体实施层：丙。"),
        ],
        [lines("重点工作", "实施路径"), paths or "".join(lines(one, "文。") for one in PATHS)],
        [lines("工 作 计 划"), lines("计划。")],
    ]
    body = (cover or lines(*COVER)) + (title or lines(*TITLE)) + table([*half, *groups])
    return read(library.forms, packed(body + lines(UNITS) + units), "方案.docx", "pilot-plan")


@pytest.mark.parametrize(
    "cover",
    [
        lines(*COVER),
        lines("\n".join(COVER)),
        lines(
            "申报城市：", "云澜市人民政府", "推荐单位：", "东江省工信厅", "日期：", "2026年12月1日"
        ),
        lines("申报城市  云澜市人民政府", "推荐单位  东江省工信厅", "日期  2026年12月1日"),
        table([[lines(one)] for one in COVER]),
        lines("申报城市：___云澜市人民政府___（先导计划城市人民政府）", *COVER[1:]),
    ],
)
def test_the_cover(library: Library, cover: str) -> None:
    values = filled(library, cover=cover).answers.values
    found = [values.get(key) for key in ("city", "recommender", "apply_date")]
    assert found == ["云澜市人民政府", "东江省工信厅", datetime.date(2026, 12, 1)]


@pytest.mark.parametrize(
    "title",
    [
        lines(*TITLE),
        lines("".join(TITLE)),
        lines("云澜市", *("“人工智能科技伦理审查与服务", TITLE[1])),
        lines("".join(TITLE).replace("“", '"').replace("”", '"')),
        table([[lines(*TITLE)]]),
    ],
)
def test_the_title(library: Library, title: str) -> None:
    assert filled(library, title=title).answers.values["place"] == "云澜市"


def test_what_cannot_be_divided_is_read_whole_and_named_once(library: Library) -> None:
    back = filled(library, duties=lines("省厅统筹。", "市政府执行。", "企业实施。"))
    assert back.answers.values["duty_province"] == "省厅统筹。\n市政府执行。\n企业实施。"
    assert [fault for fault in back.faults if fault[0].startswith("duty_") and fault[1]] == [
        (
            "duty_province",
            "“职责分工”一格的文字分不清属于哪一栏，全部读入这一栏；请把属于"
            "「职责分工：先导城市执行层」「职责分工：创新主体实施层」的内容移到相应的栏",
        )
    ]


@pytest.mark.parametrize(
    "duties", [("省厅统筹。", "市政府执行。", "企业实施。"), ("省厅统筹；市政府执行；企业实施。",)]
)
def test_what_cannot_be_divided_is_one_finding_of_the_check(
    library: Library, duties: tuple[str, ...]
) -> None:
    back = filled(library, duties=lines(*duties))
    found = remarks(library, back.answers, back.faults, back.altered)
    (one,) = [one for one in found if "移到相应的栏" in one.remedy]
    assert one.field == "duty_province"
    assert "「职责分工：创新主体实施层」的内容移到相应的栏" in one.remedy


def test_numbers_without_the_words_of_the_paths_divide_nothing(library: Library) -> None:
    texts = [f"{number}.我市的第{number}项做法。" for number in range(1, 5)]
    back = filled(library, paths=lines(*texts))
    assert back.answers.values["path_mechanism"] == "\n".join(texts)
    assert "path_guidance" not in back.answers.values
    assert "path_mechanism" in dict(back.faults)


def test_numbers_inside_a_path_divide_nothing(library: Library) -> None:
    inner = ("1.甲。", "2.乙。", "3.丙。", "4.丁。")
    back = filled(library, paths="".join(lines(head, *inner) for head in PATHS))
    keys = ("path_mechanism", "path_guidance", "path_centre", "path_network")
    assert [back.answers.values[key] for key in keys] == ["\n".join(inner)] * 4


@pytest.mark.parametrize(
    ("units", "rows"),
    [
        (
            lines("1.云澜软件公司（企业）", "2.云澜大学"),
            [("云澜软件公司", "企业", ""), ("云澜大学", "", "")],
        ),
        (lines("一、企业", "1.云澜软件公司"), [("云澜软件公司", "企业", "")]),
        (lines("企业：甲公司、乙公司"), [("甲公司", "企业", ""), ("乙公司", "企业", "")]),
        (lines("云澜大学\t高等学校"), [("云澜大学", "高等学校", "")]),
        (lines("1、云澜软件公司（虚构）"), [("云澜软件公司（虚构）", "", "")]),
        (
            table([[lines("名称"), lines("类别")], [lines("云澜大学"), lines("高等学校")]]),
            [("云澜大学", "高等学校", "")],
        ),
    ],
)
def test_the_list_of_units(library: Library, units: str, rows: list[tuple[str, ...]]) -> None:
    assert filled(library, units=units).answers.values["units"] == tuple(rows)


def test_a_list_goes_on_below_a_header_that_is_repeated(library: Library) -> None:
    head = [lines("单位名称"), lines("单位类型")]
    rows = [[lines(name), lines("企业")] for name in ("甲公司", "乙公司")]
    back = filled(library, units=table([head, rows[0], head, rows[1]]))
    assert back.answers.values["units"] == (("甲公司", "企业", ""), ("乙公司", "企业", ""))


def test_a_table_inside_a_cell_without_field_is_shown(library: Library) -> None:
    inner = table([[lines("预算"), lines("680万元")]])
    extra = table([[lines("保障措施"), inner + lines("")]])
    told = [note.message for note in filled(library, cover=lines(*COVER) + extra).notes]
    for words in ("保障措施", "预算", "680万元"):
        assert f"这段文字不属于任何栏目，没有读入：“{words}”" in told


def test_what_has_no_field_is_shown_whole(library: Library) -> None:
    text = "以上内容真实，另有说明。" * 12
    back = filled(library, cover=lines(*COVER, text))
    assert [note.message for note in back.notes if note.where == "栏目之外"] == [
        f"这段文字不属于任何栏目，没有读入：“{text}”"
    ]


def test_the_form_that_is_asked_for_is_read_whatever_the_words_say(library: Library) -> None:
    back = read(library.forms, packed(lines("联系人")), "a.docx", "pilot-plan")
    assert back.form.key == "pilot-plan"
