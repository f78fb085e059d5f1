"""Faults of a .docx that Microsoft's validator lets pass and Word stumbles over."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lawbook.base.problem import Problem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# CT_SdtPr of ISO/IEC 29500-1; what stands in none of these places is the control's kind, last.
ORDER = (
    "rPr",
    "alias",
    "tag",
    "id",
    "lock",
    "placeholder",
    "temporary",
    "showingPlcHdr",
    "dataBinding",
    "label",
    "tabIndex",
)


def lint(docx: bytes) -> tuple[Problem, ...]:
    """The faults of a .docx's document part; none for a sound one."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
        styles = ElementTree.fromstring(package.read("word/styles.xml"))
    messages = [message for rule in RULES for message in rule(root)]
    messages += styles_are_declared(root, styles)
    return tuple(Problem("word/document.xml", message) for message in messages)


def cells_end_with_a_paragraph(root: Element) -> Iterator[str]:
    """The last child of a cell is a paragraph (17.4.65)."""
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"单元格“{_text(cell)}”没有以段落结束"


def bookmarks_are_paired(root: Element) -> Iterator[str]:
    """Each bookmark begins once and ends once, and its name is its own."""
    starts = [(mark.get(f"{W}id"), mark.get(f"{W}name")) for mark in root.iter(f"{W}bookmarkStart")]
    ends = Counter(mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd"))
    numbers = Counter(number for number, _ in starts)
    for number, name in starts:
        if ends[number] != 1 or numbers[number] != 1:
            yield f"书签 {name}（{number}）的起止不成对"
    for number in sorted(set(ends) - set(numbers), key=str):
        yield f"书签终点 {number} 没有起点"
    for name, count in Counter(name for _, name in starts).items():
        if count > 1:
            yield f"书签 {name} 出现 {count} 次"


def spans_fit(root: Element) -> Iterator[str]:
    """The cells of a row span no more columns than the table's grid has."""
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = sum(_span(cell) for cell in row.findall(f"{W}tc"))
            if spans > columns:
                yield f"一行占 {spans} 列，表格只有 {columns} 列：“{_text(row)}”"


def controls_are_in_order(root: Element) -> Iterator[str]:
    """The properties of a content control stand in the schema's order."""
    for properties in root.iter(f"{W}sdtPr"):
        names = [child.tag.rpartition("}")[2] for child in properties]
        ranks = [ORDER.index(name) if name in ORDER else len(ORDER) for name in names]
        if ranks != sorted(ranks):
            tag = properties.find(f"{W}tag")
            name = "" if tag is None else tag.get(f"{W}val", "")
            yield f"内容控件 {name} 的属性次序不对：{'、'.join(names)}"


def controls_have_their_own_numbers(root: Element) -> Iterator[str]:
    """No two content controls have one number; Word would give one of them another."""
    numbers = Counter(mark.get(f"{W}val") for mark in root.iterfind(f".//{W}sdtPr/{W}id"))
    for number, count in numbers.items():
        if count > 1:
            yield f"内容控件的编号 {number} 出现 {count} 次"


def tables_have_a_grid(root: Element) -> Iterator[str]:
    """Each table has columns, and each row at least one cell."""
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblGrid/{W}gridCol") is None:
            yield f"表格“{_text(table)}”没有列宽（tblGrid）"
        for row in table.findall(f"{W}tr"):
            if not any(True for _ in row.iter(f"{W}tc")):
                yield "表格有一行没有单元格"


def runs_name_their_font(root: Element) -> Iterator[str]:
    """Each run with text names its East Asian font, and no font comes from a theme."""
    for run in root.iter(f"{W}r"):
        if run.find(f"{W}t") is None:
            continue
        fonts = run.find(f"{W}rPr/{W}rFonts")
        if fonts is None or fonts.get(f"{W}eastAsia") is None:
            yield f"文字“{_text(run)}”没有写明中文字体"
        elif any("Theme" in name for name in fonts.attrib):
            yield f"文字“{_text(run)}”用了主题字体"


def styles_are_declared(root: Element, styles: Element) -> Iterator[str]:
    """Each style that is used stands in the styles' part."""
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {
        mark.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for mark in root.iter(f"{W}{tag}")
    }
    for name in sorted(used - known, key=str):
        yield f"样式 {name} 没有定义"


RULES = (
    cells_end_with_a_paragraph,
    bookmarks_are_paired,
    spans_fit,
    controls_are_in_order,
    controls_have_their_own_numbers,
    tables_have_a_grid,
    runs_name_their_font,
)


def _span(cell: Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val", "1"))


def _text(element: Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))[:20]
