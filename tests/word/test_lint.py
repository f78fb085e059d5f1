"""Our own lint passes what we make and catches what the validator lets pass."""

import re
from collections.abc import Callable

import pytest
from lint import lint
from wordfile import FILES, repacked


def broken(data: bytes, change: Callable[[str], str]) -> list[str]:
    """The faults lint finds after a change of the document's XML."""
    return [problem.message for problem in lint(repacked(data, change))]


@pytest.mark.parametrize("name", FILES)
def test_what_we_make_is_sound(name: str, files: dict[str, bytes]) -> None:
    assert lint(files[name]) == ()


@pytest.fixture
def plan(files: dict[str, bytes]) -> bytes:
    return files["pilot-plan-blank"]


def test_a_cell_that_does_not_end_with_a_paragraph(plan: bytes) -> None:
    cell = re.compile(r"<w:p>(?:(?!<w:p>|</w:p>).)*?职务.*?</w:p>(?=</w:tc>)")
    assert broken(plan, lambda xml: cell.sub("", xml, count=1)) == ["单元格“”没有以段落结束"]


def test_a_bookmark_without_end(plan: bytes) -> None:
    first = re.compile(r'<w:bookmarkEnd w:id="\d+"/>')
    faults = broken(plan, lambda xml: first.sub("", xml, count=1))
    assert len(faults) == 1
    assert re.fullmatch(r"书签 f_city（\d+）的起止不成对", faults[0])


def test_a_bookmark_twice(plan: bytes) -> None:
    faults = broken(plan, lambda xml: xml.replace('"f_organiser"', '"f_city"'))
    assert faults == ["书签 f_city 出现 2 次"]


def test_a_row_wider_than_the_grid(plan: bytes) -> None:
    wide = '<w:gridSpan w:val="4"/>', '<w:gridSpan w:val="5"/>'
    faults = broken(plan, lambda xml: xml.replace(*wide, 1))
    assert faults == ["一行占 5 列，表格只有 4 列：“具体实施方案”"]


def test_a_control_whose_properties_are_out_of_order(plan: bytes) -> None:
    swap = re.compile(r'(<w:alias w:val="申报城市"/>)(<w:tag w:val="city"/>)')
    faults = broken(plan, lambda xml: swap.sub(r"\2\1", xml, count=1))
    assert faults == ["内容控件 city 的属性次序不对：tag、alias、id、lock、showingPlcHdr"]
