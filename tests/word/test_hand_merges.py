"""Cells deleted, merged, split and hidden: no field takes another's text, nothing is lost."""

import copy
from collections.abc import Callable

import hand_edits as hand
import pytest
from hand_edits import (
    Reader,
    Root,
    cell,
    control,
    fill,
    inside,
    merge,
    notes,
    remove,
    row,
    run,
    write,
)
from lxml import etree  # type: ignore[import-untyped]
from wordfile import W

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


def test_what_goes_on_below_merged_answers_is_told_of_each_once(after: Reader) -> None:
    def edit(root: Root) -> None:
        two_answers(root)
        hand.strip_controls(root)
        head, answer = hand.label(root, "schedule").getparent(), cell(root, "schedule")
        below = row(cell(root, "results"))
        answer.extend(cell(root, "results").findall(f"{W}p"))
        head.append(hand.label(root, "results"))
        below[-1].append(hand.paragraph("另有附表"))
        below[-2].append(etree.Element(f"{W}p"))
        merge(head, "restart")
        merge(below[-2], "continue")

    told = [said.split("“")[1].split("”")[0] for _, said in after(edit).faults]
    assert told == ["一月启动形成制度另有附表"] * 2


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
