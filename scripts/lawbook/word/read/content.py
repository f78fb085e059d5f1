"""What stands in a document: paragraphs, tables and cells, as a person sees them.

Inserted text counts and deleted text does not; content controls, links and fields are looked
through; runs that a program has split are one text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawbook.word.read.numbering import Numbering
from lawbook.word.read.symbols import symbol
from lawbook.word.read.unpack import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
P, TBL, TR, TC, SDT, R, T = (f"{W}{tag}" for tag in ("p", "tbl", "tr", "tc", "sdt", "r", "t"))
BOOKMARK = f"{W}bookmarkStart"
TEXTBOX = f"{W}txbxContent"
GONE = {f"{W}{tag}" for tag in ("del", "moveFrom", "rubyPr", "rt", "pPr", "rPr", "sdtPr", "tblPr")}
GONE |= {f"{W}{tag}" for tag in ("instrText", "delText", "trPr", "tcPr", "tblGrid")}
GONE |= {f"{MC}Fallback"}
REVISIONS = {f"{W}{tag}" for tag in ("ins", "del", "moveFrom", "moveTo")}
SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
NOTES = {
    f"{W}footnoteReference": "脚注",
    f"{W}endnoteReference": "尾注",
    f"{W}drawing": "图片或图形",
    f"{W}pict": "图片或图形",
    f"{W}object": "嵌入对象",
}
_SPAN = re.compile("[0-9]{1,4}")
_OFF = {"0", "false", "off", "none"}


@dataclass(eq=False, slots=True)
class Cell:
    """A cell: where it stands, and its blocks."""

    table: Table
    row: int
    column: int  # the first grid column that it covers
    blocks: list[Paragraph | Table] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the cell itself, not those of tables inside it."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def text(self) -> str:
        """The lines of the cell, tables inside it left out."""
        return "\n".join(one.text for one in self.paragraphs())


@dataclass(eq=False, slots=True)
class Table:
    """A table: its rows of cells; ``headers`` are the numbers of rows that repeat."""

    rows: list[list[Cell]] = field(default_factory=list)
    headers: set[int] = field(default_factory=set)


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph: pieces of text (text, bold, tag of the innermost control)."""

    node: Element
    cell: Cell | None
    pieces: list[tuple[str, bool, str]] = field(default_factory=list)
    marker: str = ""  # "- " of a list, or the number that Word shows
    ends_deleted: bool = False

    @property
    def text(self) -> str:
        """The text without the marker."""
        return "".join([piece[0] for piece in self.pieces])


@dataclass(eq=False, slots=True)
class Content:
    """A whole document; ``controls`` and ``bookmarks`` lead to the paragraph they stand in."""

    blocks: list[Paragraph | Table] = field(default_factory=list)
    controls: dict[str, Paragraph] = field(default_factory=dict)
    bookmarks: dict[str, Paragraph] = field(default_factory=dict)
    checked: dict[str, bool] = field(default_factory=dict)
    notes: dict[str, Paragraph] = field(default_factory=dict)
    revised: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order, those of tables inside cells left out."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs()


def content(root: Element, numbering: Numbering) -> Content:
    """The content of a ``w:document``."""
    reader = _Reader(numbering)
    body = root.find(f"{W}body")
    reader.blocks(root if body is None else body, reader.found.blocks, None, "")
    return reader.found


class _Reader:
    """One walk over a document."""

    def __init__(self, numbering: Numbering) -> None:
        self.found = Content()
        self.numbering = numbering
        self.waiting: list[str] = []  # bookmarks and tags that begin before a paragraph
        self.waiting_tags: list[str] = []

    def blocks(
        self, node: Element, into: list[Paragraph | Table], cell: Cell | None, tag: str
    ) -> None:
        for child in node.iterchildren("*"):
            kind = child.tag
            if kind == P:
                self._paragraph(child, into, cell, tag)
            elif kind == TBL:
                self._table(child, into, tag)
            elif kind == BOOKMARK:
                self.waiting.append(child.get(f"{W}name", ""))
            elif kind not in GONE:
                inner = self._tag(child) if kind == SDT else ""
                if inner:
                    self.waiting_tags.append(inner)
                self.found.revised |= kind in REVISIONS
                self.blocks(child, into, cell, inner or tag)
            elif kind in REVISIONS:
                self.found.revised = True

    def _paragraph(
        self, node: Element, into: list[Paragraph | Table], cell: Cell | None, tag: str
    ) -> None:
        before = into[-1] if into else None
        goes_on = isinstance(before, Paragraph) and before.ends_deleted
        made = before if goes_on and isinstance(before, Paragraph) else Paragraph(node, cell)
        made.ends_deleted = False
        properties = node.find(f"{W}pPr")
        if properties is not None:
            marker = self.numbering.marker(properties)
            made.marker = made.marker if goes_on else marker
            made.ends_deleted = properties.find(f"{W}rPr/{W}del") is not None
            self.found.revised |= made.ends_deleted
        for name in self.waiting:
            self.found.bookmarks.setdefault(name, made)
        for name in self.waiting_tags:
            self.found.controls.setdefault(name, made)
        self.waiting.clear()
        self.waiting_tags.clear()
        self._inline(node, made, tag)
        if not goes_on:
            into.append(made)

    def _inline(self, node: Element, made: Paragraph, tag: str) -> None:
        for child in node.iterchildren("*"):
            kind = child.tag
            if kind == R:
                self._run(child, made, tag)
            elif kind == SDT:
                self._control(child, made, tag)
            elif kind == BOOKMARK:
                self.found.bookmarks.setdefault(child.get(f"{W}name", ""), made)
            elif kind == f"{M}t":
                made.pieces.append((child.text or "", False, tag))
            elif kind not in GONE:
                self.found.revised |= kind in REVISIONS
                self._inline(child, made, tag)
            elif kind in REVISIONS:
                self.found.revised = True

    def _control(self, node: Element, made: Paragraph, outer: str) -> None:
        tag = self._tag(node)
        if tag:
            self.found.controls.setdefault(tag, made)
            made.pieces.append(("", False, tag))  # a control without text has its place too
        inside = node.find(f"{W}sdtContent")
        if inside is not None:
            self._inline(inside, made, tag or outer)

    def _tag(self, node: Element) -> str:
        properties = node.find(f"{W}sdtPr")
        found = None if properties is None else properties.find(f"{W}tag")
        if found is None:
            return ""
        tag = str(found.get(f"{W}val", ""))
        state = properties.find(f"{W14}checkbox/{W14}checked")
        if state is not None:
            self.found.checked[tag] = state.get(f"{W14}val", "1") not in _OFF
        return tag

    def _run(self, node: Element, made: Paragraph, tag: str) -> None:
        bold = False
        for child in node.iterchildren("*"):
            kind = child.tag
            if kind == T:
                if child.text:
                    made.pieces.append((child.text, bold, tag))
            elif kind == f"{W}rPr":
                mark = child.find(f"{W}b")
                bold = mark is not None and mark.get(f"{W}val", "1") not in _OFF
            elif kind in SIGNS:
                made.pieces.append((SIGNS[kind], bold, tag))
            elif kind == f"{W}sym":
                sign = symbol(child.get(f"{W}font", ""), child.get(f"{W}char", ""))
                made.pieces.append((sign, bold, tag))
            elif kind not in GONE:
                self._other(child, made, tag)

    def _other(self, node: Element, made: Paragraph, tag: str) -> None:
        """What a run can hold beside text: text boxes are read, pictures are named."""
        boxes = [node] if node.tag == TEXTBOX else list(node.iter(TEXTBOX))
        if node.tag == f"{MC}AlternateContent":
            chosen = node.find(f"{MC}Choice")
            boxes = [] if chosen is None else list(chosen.iter(TEXTBOX))
        for box in boxes:
            for part in box.iter(P):
                made.pieces.append(("\n", False, tag))
                self._inline(part, made, tag)
        if not boxes:
            for child in node.iter(*NOTES):
                self.found.notes.setdefault(NOTES[child.tag], made)
            if node.tag == f"{W}ruby":
                self._inline(node, made, tag)

    def _table(self, node: Element, into: list[Paragraph | Table], tag: str) -> None:
        made = Table()
        self._rows(node, made, tag)
        into.append(made)

    def _rows(self, node: Element, table: Table, tag: str) -> None:
        for child in node.iterchildren("*"):
            if child.tag == TR:
                properties = child.find(f"{W}trPr")
                if properties is not None and properties.find(f"{W}del") is not None:
                    self.found.revised = True
                    continue
                if properties is not None and properties.find(f"{W}tblHeader") is not None:
                    table.headers.add(len(table.rows))
                cells: list[Cell] = []
                table.rows.append(cells)
                self._cells(child, table, cells, tag)
            elif child.tag == BOOKMARK:
                self.waiting.append(child.get(f"{W}name", ""))
            elif child.tag not in GONE:
                self._rows(child, table, (self._tag(child) if child.tag == SDT else "") or tag)

    def _cells(self, node: Element, table: Table, cells: list[Cell], tag: str) -> None:
        for child in node.iterchildren("*"):
            if child.tag == TC:
                properties = child.find(f"{W}tcPr")
                if properties is not None and properties.find(f"{W}cellDel") is not None:
                    continue
                column = cells[-1].column + self._last_span if cells else 0
                self._last_span = _span(properties)
                made = Cell(table, len(table.rows) - 1, column)
                cells.append(made)
                span = self._last_span
                self.blocks(child, made.blocks, made, tag)
                self._last_span = span  # a table inside the cell has its own spans
            elif child.tag == BOOKMARK:
                self.waiting.append(child.get(f"{W}name", ""))
            elif child.tag not in GONE:
                self._cells(
                    child, table, cells, (self._tag(child) if child.tag == SDT else "") or tag
                )

    _last_span = 1


def _span(properties: Element | None) -> int:
    found = None if properties is None else properties.find(f"{W}gridSpan")
    value = "1" if found is None else found.get(f"{W}val", "1")
    return int(value) if _SPAN.fullmatch(value) else 1
