"""What stands in a document: paragraphs, tables and cells, as a person sees them.

Inserted text counts, deleted text does not, hidden text is kept apart; content controls, links and
fields are looked through; runs that a program has split are one text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawbook.word.read.hidden import Hidden, is_hidden_row, style_of
from lawbook.word.read.numbering import Numbering
from lawbook.word.read.runs import (
    BOOKMARK,
    EMBEDDED,
    FILE,
    GONE,
    REVISIONS,
    SDT,
    TBL,
    TC,
    TR,
    P,
    Runs,
    W,
)
from lawbook.word.read.unpack import Element

_KINDS = 6  # there are fewer kinds of things that cannot be read
_SPAN = re.compile("[0-9]{1,4}")


@dataclass(eq=False, slots=True)
class Cell:
    """A cell: where it stands, and its blocks."""

    table: Table
    row: int
    column: int  # the first grid column that it covers
    start: Cell | None = None  # the cell above with which it is merged
    blocks: list[Paragraph | Table] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of the cell itself, not those of tables inside it."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def text(self) -> str:
        """The lines of the cell, tables inside it left out."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs())


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
    style: str = ""
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
    notes: list[tuple[str, Paragraph]] = field(default_factory=list)
    hidden: list[tuple[str, Paragraph]] = field(default_factory=list)
    revised: bool = False

    def note(self, what: str, where: Paragraph) -> None:
        """Remember what cannot be read, once for each paragraph."""
        if (what, where) not in self.notes[-_KINDS:]:
            self.notes.append((what, where))

    def hide(self, text: str, where: Paragraph) -> None:
        """Remember hidden text; what stands in one paragraph is one text."""
        if self.hidden and self.hidden[-1][1] is where:
            text = self.hidden.pop()[0] + text
        self.hidden.append((text, where))

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order, those of tables inside cells left out."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs()


def content(root: Element, numbering: Numbering, hidden: Hidden) -> Content:
    """The content of a ``w:document``."""
    reader = _Reader(numbering, hidden)
    body = root.find(f"{W}body")
    reader.blocks(root if body is None else body, reader.content.blocks, None, "")
    return reader.content


class _Reader:
    """One walk over a document."""

    def __init__(self, numbering: Numbering, hidden: Hidden) -> None:
        self.content = Content()
        self.inside = Runs(self.content, hidden)
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
            elif kind in EMBEDDED:
                self._embedded(child, into, cell)
            elif kind not in GONE:
                inner = self.inside.tag(child) if kind == SDT else ""
                if inner:
                    self.waiting_tags.append(inner)
                self.content.revised |= kind in REVISIONS
                self.blocks(child, into, cell, inner or tag)
            elif kind in REVISIONS:
                self.content.revised = True

    def _embedded(self, node: Element, into: list[Paragraph | Table], cell: Cell | None) -> None:
        before = into[-1] if into else None
        if not isinstance(before, Paragraph):
            before = Paragraph(node, cell)
            into.append(before)
        self.content.note(FILE, before)

    def _paragraph(
        self, node: Element, into: list[Paragraph | Table], cell: Cell | None, tag: str
    ) -> None:
        before = into[-1] if into else None
        goes_on = isinstance(before, Paragraph) and before.ends_deleted
        made = before if goes_on and isinstance(before, Paragraph) else Paragraph(node, cell)
        made.ends_deleted = False
        properties = node.find(f"{W}pPr")
        made.style = style_of(properties)
        if properties is not None:
            marker = self.numbering.marker(properties)
            made.marker = made.marker if goes_on else marker
            made.ends_deleted = properties.find(f"{W}rPr/{W}del") is not None
            self.content.revised |= made.ends_deleted
        for name in self.waiting:
            self.content.bookmarks.setdefault(name, made)
        for name in self.waiting_tags:
            self.content.controls.setdefault(name, made)
        self.waiting.clear()
        self.waiting_tags.clear()
        self.inside.inline(node, made, tag)
        if not goes_on:
            into.append(made)

    def _table(self, node: Element, into: list[Paragraph | Table], tag: str) -> None:
        made = Table()
        self._rows(node, made, tag)
        into.append(made)

    def _rows(self, node: Element, table: Table, tag: str) -> None:
        for child in node.iterchildren("*"):
            if child.tag == TR:
                properties = child.find(f"{W}trPr")
                if properties is not None and properties.find(f"{W}del") is not None:
                    self.content.revised = True
                    continue
                if properties is not None and properties.find(f"{W}tblHeader") is not None:
                    table.headers.add(len(table.rows))
                cells: list[Cell] = []
                table.rows.append(cells)
                before = self.inside.in_hidden_row
                self.inside.in_hidden_row |= is_hidden_row(properties)
                self._cells(child, table, cells, tag)
                self.inside.in_hidden_row = before
            elif child.tag == BOOKMARK:
                self.waiting.append(child.get(f"{W}name", ""))
            elif child.tag not in GONE:
                self._rows(
                    child, table, (self.inside.tag(child) if child.tag == SDT else "") or tag
                )

    def _cells(self, node: Element, table: Table, cells: list[Cell], tag: str) -> None:
        for child in node.iterchildren("*"):
            if child.tag == TC:
                properties = child.find(f"{W}tcPr")
                if properties is not None and properties.find(f"{W}cellDel") is not None:
                    continue
                column = cells[-1].column + self._last_span if cells else 0
                self._last_span = _span(properties)
                made = Cell(table, len(table.rows) - 1, column)
                made.start = _above(made) if _goes_on(properties) else None
                cells.append(made)
                span = self._last_span
                self.blocks(child, made.blocks, made, tag)
                self._last_span = span  # a table inside the cell has its own spans
            elif child.tag == BOOKMARK:
                self.waiting.append(child.get(f"{W}name", ""))
            elif child.tag not in GONE:
                self._cells(
                    child, table, cells, (self.inside.tag(child) if child.tag == SDT else "") or tag
                )

    _last_span = 1


def _goes_on(properties: Element | None) -> bool:
    """Whether a cell goes on from the one above it."""
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"


def _above(cell: Cell) -> Cell | None:
    """The first of the cells with which a cell is merged; None where none stands above it."""
    rows = cell.table.rows[: cell.row]
    above = (
        next((upper for upper in rows[-1] if upper.column == cell.column), None) if rows else None
    )
    return above and (above.start or above)


def _span(properties: Element | None) -> int:
    span = None if properties is None else properties.find(f"{W}gridSpan")
    value = "1" if span is None else span.get(f"{W}val", "1")
    return int(value) if _SPAN.fullmatch(value) else 1
