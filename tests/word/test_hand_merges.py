"""Cells deleted, merged, split and hidden: no field takes another's text, nothing is lost."""

import copy
from collections.abc import Callable
from typing import Any

import hand_edits as hand
import pytest
from hand_edits import Root, cell, control, inside, run, write
from lxml import etree  # type: ignore[import-untyped]
from wordfile import W, edited

from lawbook.library.library import Library
from lawbook.word.read.readback import ReadBack, read

Reader = Callable[..., ReadBack]
BLANK = "pilot-plan-blank"


@pytest.fixture(scope="module")
def after(library: Library, files: dict[str, bytes]) -> Reader:
    """Read a blank form after an edit of its XML."""

    def change(edit: Callable[[Root], Any], name: str = BLANK) -> ReadBack:
        return read(library.forms, edited(files[name], edit), "方案.docx")

    return change


def notes(back: ReadBack) -> list[str]:
    return [str(note) for note in back.notes]


def row(node: Root) -> Root:
    return node if node.tag == f"{W}tr" else next(node.iterancestors(f"{W}tr"))


def remove(node: Root) -> None:
    node.getparent().remove(node)


def fill(root: Root, key: str, text: str) -> None:
    place = cell(root, key)
    for old in place.findall(f"{W}p"):
        place.remove(old)
    place.append(hand.paragraph(text))


def merge(node: Root, value: str) -> None:
    """Merge a cell with the one above or below, as Word does."""
    properties = node.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        node.insert(0, properties)
    etree.SubElement(properties, f"{W}vMerge").set(f"{W}val", value)


# The answer in the cell of its label.


def under_its_label(key: str, text: str) -> Callable[[Root], None]:
    """The row of the answer deleted, the answer typed below its label."""

    def edit(root: Root) -> None:
        fill(root, "schedule", "第一阶段启动")
        label = hand.label(root, key).getparent()
        remove(row(cell(root, key)))
        if text:
            label.append(hand.paragraph(text))

    return edit


@pytest.mark.parametrize("key", ["duty_city", "path_centre", "path_network"])
def test_an_answer_below_its_label_takes_no_other_row(key: str, after: Reader) -> None:
    back = after(under_its_label(key, "每月报送"))
    assert back.answers.values == {key: "每月报送", "schedule": "第一阶段启动"}
    assert back.faults == ()


@pytest.mark.parametrize("key", ["duty_innovators", "path_mechanism", "path_network"])
def test_an_answer_whose_row_is_gone_is_named(key: str, after: Reader) -> None:
    back = after(under_its_label(key, ""))
    assert back.answers.values == {"schedule": "第一阶段启动"}
    assert [fault[0] for fault in back.faults] == [key]


def test_a_short_answer_beside_its_label_takes_no_other_cell(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.label(root, "contact_name").append(run("贾示例"))
        remove(cell(root, "contact_name"))
        write(root, "contact_post", "科长")

    back = after(edit)
    assert back.answers.values == {"contact_name": "贾示例", "contact_post": "科长"}
    assert back.faults == ()


def test_boxes_in_the_cell_of_their_label_are_read(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.tick(root, "participants.university", "☑")
        old = cell(root, "participants")
        place = hand.label(root, "participants").getparent()
        for line in old.findall(f"{W}p"):
            place.append(line)
        remove(old)
        hand.strip_controls(root)

    assert after(edit).answers.chosen("participants") == {"university": ""}


def test_an_answer_in_both_places_is_read_whole_and_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.label(root, "goals").getparent().append(hand.paragraph("见附表"))
        fill(root, "goals", "总体目标")

    back = after(edit)
    assert back.answers.values == {"goals": "见附表\n总体目标"}
    assert notes(back) == ["「工作目标」: 栏目名称旁的文字一并读作答案：“见附表”；请核对"]


def test_text_before_the_next_label_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        label = hand.label(root, "path_network")
        remove(row(cell(root, "path_centre")))
        label.addprevious(hand.paragraph("依托市级平台建设，" * 9))

    back = after(edit)
    assert dict(back.answers.values) == {}
    assert [fault[0] for fault in back.faults] == ["path_centre"]
    whole = "依托市级平台建设，" * 9
    assert notes(back) == [f"栏目之外: 这段文字不属于任何栏目，没有读入：“{whole}”"]


def test_words_of_a_label_in_an_answer_before_it_are_no_label(after: Reader) -> None:
    def edit(root: Root) -> None:
        fill(root, "foundation", "工作基础")
        cell(root, "foundation").append(hand.paragraph("工作目标"))
        cell(root, "foundation").append(hand.paragraph("另见规划"))
        fill(root, "goals", "总体目标")
        hand.strip_bookmarks(root)

    assert after(edit).answers.values == {
        "foundation": "工作基础\n工作目标\n另见规划",
        "goals": "总体目标",
    }


# Merged rows.


def merged_answers(root: Root) -> None:
    """The answers of two rows in one cell, as Word leaves them."""
    upper, lower = cell(root, "schedule"), cell(root, "results")
    for line in lower.findall(f"{W}p"):
        upper.append(line)
    lower.append(etree.Element(f"{W}p"))
    merge(upper, "restart")
    merge(lower, "continue")


def two_answers(root: Root) -> None:
    write(root, "schedule", "一月启动")
    write(root, "results", "形成制度")


def test_merged_answers_are_told_apart_by_their_controls(after: Reader) -> None:
    back = after(lambda root: (two_answers(root), merged_answers(root)))
    assert back.answers.values == {"schedule": "一月启动", "results": "形成制度"}
    assert back.faults == ()


def test_merged_answers_that_cannot_be_told_apart_are_named_in_full(after: Reader) -> None:
    def edit(root: Root) -> None:
        two_answers(root)
        merged_answers(root)
        hand.strip_controls(root)

    told = "合在一格，分不清各自的内容，没有读入：“一月启动形成制度”；请拆成各自的格子再填"
    back = after(edit)
    assert dict(back.answers.values) == {}
    assert back.faults == (
        ("schedule", f"与「预期成效」{told}"),
        ("results", f"与「工作计划」{told}"),
    )


def test_merged_answers_that_are_empty_are_empty(after: Reader) -> None:
    back = after(lambda root: (merged_answers(root), hand.strip_controls(root)))
    assert dict(back.answers.values) == {}
    assert back.faults == ()


def test_a_label_and_its_answer_merged_are_read(after: Reader) -> None:
    def edit(root: Root) -> None:
        label, answer = hand.label(root, "path_network").getparent(), cell(root, "path_network")
        for line in answer.findall(f"{W}p"):
            answer.remove(line)
        label.append(hand.paragraph("每月报送"))
        answer.append(etree.Element(f"{W}p"))
        merge(label, "restart")
        merge(answer, "continue")

    assert after(edit).answers.values == {"path_network": "每月报送"}


@pytest.mark.parametrize("stripped", [False, True])
def test_a_table_split_before_an_answer_is_read_on(stripped: bool, after: Reader) -> None:
    def edit(root: Root) -> None:
        fill(root, "path_network", "每月报送")
        first = row(cell(root, "path_network"))
        old = first.getparent()
        new = etree.Element(f"{W}tbl")
        for one in [first, *first.itersiblings()]:
            new.append(one)
        old.addnext(new)
        old.addnext(etree.Element(f"{W}p"))
        if stripped:
            hand.strip_controls(root)

    back = after(edit)
    assert back.answers.values == {"path_network": "每月报送"}
    assert back.faults == ()


# What Word does not show, and files that it puts in.


def hidden_run(root: Root) -> None:
    inside(root, "contact_post").append(run("内部备注", "<w:vanish/>"))


def hidden_by_a_control_of_its_own(root: Root) -> None:
    control(root, "contact_post").addnext(run("内部备注", '<w:vanish w:val="1"/>'))


def hidden_row(root: Root) -> None:
    twin = copy.deepcopy(row(cell(root, "contact_post")))
    hand.strip_controls(twin)
    hand.strip_bookmarks(twin)
    for one in twin.iter(f"{W}t"):
        one.text = ""
    twin.findall(f"{W}tc")[-1].append(hand.paragraph("内部备注"))
    properties = twin.find(f"{W}trPr")
    etree.SubElement(properties, f"{W}hidden")
    row(cell(root, "contact_post")).addnext(twin)


HIDDEN = {"run": hidden_run, "beside": hidden_by_a_control_of_its_own, "row": hidden_row}


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_text_is_left_out_and_named(way: str, after: Reader) -> None:
    back = after(lambda root: (write(root, "contact_post", "科长"), HIDDEN[way](root)))
    assert back.answers.values == {"contact_post": "科长"}
    where = "文件中" if way == "row" else "“科长”处"
    assert notes(back) == [
        f"{where}的隐藏文字没有读入：“内部备注”；要读入的，请先在 Word 中取消隐藏"
    ]


def test_text_that_is_shown_again_is_read(after: Reader) -> None:
    def edit(root: Root) -> None:
        write(root, "contact_post", "科长")
        inside(root, "contact_post").append(run("（兼）", '<w:vanish w:val="0"/>'))

    assert after(edit).answers.values == {"contact_post": "科长（兼）"}


def test_an_inserted_file_is_named_where_it_stands(after: Reader) -> None:
    def edit(root: Root) -> None:
        for key, text in (("goals", "总体目标"), ("results", "形成制度")):
            fill(root, key, text)
            cell(root, key).append(hand.element('<w:altChunk w:val="x"/>'))
            cell(root, key).append(etree.Element(f"{W}p"))

    assert notes(after(edit)) == [
        "“总体目标”处的插入的另一份文件不能读入；请把内容粘贴成文字",
        "“形成制度”处的插入的另一份文件不能读入；请把内容粘贴成文字",
    ]


# Lists.


def units(root: Root, *names: str) -> None:
    for number, name in enumerate(names):
        write(root, "units.name", name, number)
        write(root, "units.kind", "企业", number)


def split_list(root: Root, *, header: bool, between: str = "") -> None:
    rows = hand.rows(root, "units")
    old = rows[0].getparent()
    new = etree.Element(f"{W}tbl")
    if header:
        new.append(copy.deepcopy(rows[0]))
    for one in rows[2:]:
        new.append(one)
    old.addnext(new)
    old.addnext(hand.paragraph(between))


@pytest.mark.parametrize("stripped", [False, True])
@pytest.mark.parametrize("header", [False, True])
def test_a_list_goes_on_in_a_second_table(header: bool, stripped: bool, after: Reader) -> None:
    def edit(root: Root) -> None:
        units(root, "甲公司", "乙公司", "丙公司")
        split_list(root, header=header)
        if stripped:
            hand.strip_controls(root)

    back = after(edit)
    assert back.answers.values == {
        "units": tuple((name, "企业", "") for name in ("甲公司", "乙公司", "丙公司"))
    }
    assert (back.faults, back.notes) == ((), ())


def test_words_between_two_tables_of_a_list_are_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        units(root, "甲公司", "乙公司", "丙公司")
        split_list(root, header=False, between="（续表）")

    back = after(edit)
    assert back.answers.values == {
        "units": tuple((name, "企业", "") for name in ("甲公司", "乙公司", "丙公司"))
    }
    assert notes(back) == ["栏目之外: 这段文字不属于任何栏目，没有读入：“（续表）”"]


def merged_column(root: Root, place: int) -> None:
    """The second and third row have one cell with that of the first."""
    for number, one in enumerate(hand.rows(root, "units")[1:4]):
        found = one.findall(f"{W}tc")[place]
        merge(found, "continue" if number else "restart")
        if number:
            hand.strip_controls(found)
            hand.replace_text(found, "")


def test_a_merged_cell_counts_in_each_of_its_rows(after: Reader) -> None:
    back = after(lambda root: (units(root, "甲公司", "乙公司", "丙公司"), merged_column(root, 2)))
    assert back.answers.values == {
        "units": (("甲公司", "企业", ""), ("乙公司", "企业", ""), ("丙公司", "企业", ""))
    }
    assert notes(back) == ["「单位清单」: 合并的单元格按每一行都是这些字读取：“企业”；请核对"]


def test_rows_merged_in_every_cell_are_one(after: Reader) -> None:
    def edit(root: Root) -> None:
        units(root, "甲公司")
        for place in (0, 1, 2, 3):
            merged_column(root, place)

    back = after(edit)
    assert back.answers.values == {"units": (("甲公司", "企业", ""),)}
    assert back.notes == ()


def test_a_cell_over_two_columns_moves_no_other_one(after: Reader) -> None:
    def edit(root: Root) -> None:
        units(root, "甲公司")
        write(root, "units.work", "提供案例", 0)
        cells = hand.rows(root, "units")[1].findall(f"{W}tc")
        etree.SubElement(cells[1].find(f"{W}tcPr"), f"{W}gridSpan").set(f"{W}val", "2")
        remove(cells[2])

    assert after(edit).answers.values == {"units": (("甲公司", "", "提供案例"),)}


@pytest.mark.parametrize("place", [1, 2, 3])
def test_only_a_column_that_must_be_filled_is_missed(place: int, after: Reader) -> None:
    def edit(root: Root) -> None:
        units(root, "甲公司")
        for one in hand.rows(root, "units"):
            remove(one.findall(f"{W}tc")[place])

    expected = (("units", "没有找到“单位名称”这一列；请恢复表头"),) if place == 1 else ()
    assert after(edit).faults == expected


# The template's own spelling: the word before a line, and the line.


def test_the_fixed_line_may_stand_behind_its_word(after: Reader) -> None:
    def edit(root: Root) -> None:
        hand.strip_controls(root)
        hand.strip_bookmarks(root)
        for line in hand.xpath(root, "//w:p[starts-with(normalize-space(.), '必选：')]"):
            following = line.getnext()
            hand.replace_text(line, f"必选： {''.join(following.itertext())}")
            remove(following)

    back = after(edit)
    assert back.altered == ()
    assert (back.faults, back.notes) == ((), ())
