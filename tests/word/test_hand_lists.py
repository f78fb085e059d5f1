"""Lists edited by hand: rows and columns added, moved, merged, gone."""

import copy
from collections.abc import Callable
from typing import Any

import hand_edits as hand
import pytest
from hand_edits import (
    Reader,
    Root,
    merge,
    notes,
    remove,
    write,
)
from lxml import etree  # type: ignore[import-untyped]
from wordfile import W


def fill_rows(root: Root) -> None:
    for number, (name, kind) in enumerate((("甲公司", "企业"), ("乙大学", "高等学校"))):
        write(root, "units.name", name, number)
        write(root, "units.kind", kind, number)


TWO_ROWS = (("甲公司", "企业", ""), ("乙大学", "高等学校", ""))


def added_row(root: Root) -> None:
    fill_rows(root)
    last = hand.rows(root, "units")[-1]
    twin = copy.deepcopy(last)
    hand.strip_controls(twin)
    last.addnext(twin)
    for place, text in enumerate(("丙院", "科研机构", "测试"), 1):
        hand.replace_text(twin.findall(f"{W}tc")[place], text)


def deleted_row(root: Root) -> None:
    fill_rows(root)
    third = hand.rows(root, "units")[3]
    third.getparent().remove(third)


def tracked_row(root: Root) -> None:
    fill_rows(root)
    write(root, "units.name", "丙", 2)
    mark = etree.SubElement(hand.rows(root, "units")[3].find(f"{W}trPr"), f"{W}del")
    mark.set(f"{W}id", "9001")


def renumbered(root: Root) -> None:
    fill_rows(root)
    for number, row in enumerate(hand.rows(root, "units")[1:], 7):
        hand.replace_text(row.find(f"{W}tc"), str(number))


def other_table(root: Root) -> None:
    """The list pasted from elsewhere: no controls, no numbers, the columns in another order."""
    old = hand.rows(root, "units")[0].getparent()
    text = (("单位类型", "单 位 名 称"), ("企业", "甲公司"), ("高等学校", "乙大学"))
    old.addnext(hand.table(text))
    old.getparent().remove(old)


LISTS: dict[str, tuple[Callable[[Root], Any], Any]] = {
    "rows filled": (fill_rows, TWO_ROWS),
    "a row added": (added_row, (*TWO_ROWS, ("丙院", "科研机构", "测试"))),
    "a row deleted": (deleted_row, TWO_ROWS),
    "a tracked deletion of a row": (tracked_row, TWO_ROWS),
    "rows numbered otherwise": (renumbered, TWO_ROWS),
    "columns in another order": (
        lambda root: (fill_rows(root), hand.columns_swapped(root, "units", 1, 2)),
        TWO_ROWS,
    ),
    "no controls": (lambda root: (fill_rows(root), hand.strip_controls(root)), TWO_ROWS),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_after(name: str, after: Reader) -> None:
    edit, expected = LISTS[name]
    back = after(edit)
    assert back.answers.values == {"units": expected}
    assert back.faults == ()


def test_a_column_that_a_pasted_list_lacks_is_named(after: Reader) -> None:
    back = after(other_table)
    assert back.answers.values == {"units": TWO_ROWS}
    assert back.faults == ()
    assert [str(note) for note in back.notes] == [
        "「单位清单」: 没有“拟参与内容”这一列，按没有填写读取"
    ]


def test_a_column_that_was_added_is_named(after: Reader) -> None:
    def edit(root: Root) -> None:
        fill_rows(root)
        for number, row in enumerate(hand.rows(root, "units")):
            place = etree.SubElement(row, f"{W}tc")
            place.append(hand.paragraph("备注" if number == 0 else "重点"))

    notes = [str(note) for note in after(edit).notes]
    assert notes == ["「单位清单」: 多出“备注”一列，没有读入：“重点”、“重点”、“重点”"]


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
