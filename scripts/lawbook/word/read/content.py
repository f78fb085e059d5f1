"""The content of a document: paragraphs, tables and cells, as a person sees them.

Inserted text counts, deleted text does not, hidden text is kept apart; content controls, links and
fields are transparent; runs that a program has split are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawbook.base.text import BLANKS
from lawbook.word.read.elements import VAL, W, child, firsts
from lawbook.word.read.hidden import Hidden, is_hidden_row
from lawbook.word.read.numbering import LIST, STYLE, Numbering
from lawbook.word.read.runs import (
    BOOKMARK,
    EMBEDDED,
    EMBEDDED_FILE,
    GONE,
    NAME,
    REVISIONS,
    RUN_PR,
    SDT,
    TBL,
    TC,
    TR,
    P,
    Runs,
)
from lawbook.word.read.unpack import Element

_KINDS = 6  # an upper bound of the kinds of things that cannot be read
_SPAN = re.compile("[0-9]{1,4}")
_PARAGRAPH, _ROW, _CELL = (f"{W}{tag}" for tag in ("pPr", "trPr", "tcPr"))
_OF_PARAGRAPH = frozenset((STYLE, LIST, RUN_PR))
_GONE, _HEADER, _HIDDEN = (f"{W}{tag}" for tag in ("del", "tblHeader", "hidden"))
_OF_ROW = frozenset((_GONE, _HEADER, _HIDDEN))
_CELL_GONE, _MERGED, _GRID = (f"{W}{tag}" for tag in ("cellDel", "vMerge", "gridSpan"))
_OF_CELL = frozenset((_CELL_GONE, _MERGED, _GRID))


@dataclass(eq=False, slots=True)
class Cell:
    """A cell: its position, and its blocks.

    ``torn``: it continues a cell of the table before.
    """

    table: Table
    row: int
    column: int  # the first grid column that it covers
    start: Cell | None = None  # the cell above with which it is merged
    torn: bool = False
    blocks: list[Paragraph | Table] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the cell itself, not those of nested tables."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def text(self) -> str:
        """Return the lines of the cell, without nested tables."""
        return "\n".join([block.text for block in self.blocks if isinstance(block, Paragraph)])


@dataclass(eq=False, slots=True)
class Table:
    """A table: its rows of cells; ``headers`` are the indexes of rows that repeat."""

    rows: list[list[Cell]] = field(default_factory=list)
    headers: set[int] = field(default_factory=set)


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph: pieces of text (text, bold, tag of the innermost control).

    ``looks``: by a piece's index, its formatting other than bold.
    """

    node: Element
    cell: Cell | None
    style: str = ""
    pieces: list[tuple[str, bool, str]] = field(default_factory=list)
    marker: str = ""  # "- " of a list, or the number that Word shows
    ends_deleted: bool = False
    looks: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the text without the marker."""
        pieces = self.pieces
        return pieces[0][0] if len(pieces) == 1 else "".join([piece[0] for piece in pieces])


@dataclass(eq=False, slots=True)
class Content:
    """A whole document; ``controls`` and ``bookmarks`` lead to the paragraph that contains them."""

    blocks: list[Paragraph | Table] = field(default_factory=list)
    controls: dict[str, Paragraph] = field(default_factory=dict)
    bookmarks: dict[str, Paragraph] = field(default_factory=dict)
    checked: dict[str, bool] = field(default_factory=dict)
    notes: list[tuple[str, Paragraph]] = field(default_factory=list)
    hidden: list[tuple[str, Paragraph]] = field(default_factory=list)
    revised: bool = False

    def note(self, what: str, where: Paragraph) -> None:
        """Record what cannot be read, once for each paragraph."""
        if (what, where) not in self.notes[-_KINDS:]:
            self.notes.append((what, where))

    def hide(self, text: str, where: Paragraph) -> None:
        """Record hidden text, joined for each paragraph."""
        if self.hidden and self.hidden[-1][1] is where:
            text = self.hidden.pop()[0] + text
        self.hidden.append((text, where))

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield all paragraphs in reading order, without those of nested tables."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs()


def content(root: Element, numbering: Numbering, hidden: Hidden) -> Content:
    """Return the content of a ``w:document``."""
    reader = _Reader(numbering, hidden)
    body = root.find(f"{W}body")
    reader.blocks(root if body is None else body, reader.content.blocks, None, "")
    reader.content.blocks[:] = _whole_tables(reader.content.blocks)
    return reader.content


class _Reader:
    """Walks over a document once and collects its paragraphs and tables."""

    def __init__(self, numbering: Numbering, hidden: Hidden) -> None:
        self.content = Content()
        self.inside = Runs(self.content, hidden)
        self.numbering = numbering
        self.waiting: list[str] = []  # bookmarks and tags that begin before a paragraph
        self.waiting_tags: list[str] = []

    def blocks(
        self, node: Element, into: list[Paragraph | Table], cell: Cell | None, tag: str
    ) -> None:
        for inner in node:
            kind = inner.tag
            if kind == P:
                self._paragraph(inner, into, cell, tag)
            elif kind == TBL:
                self._table(inner, into, tag)
            elif kind == BOOKMARK:
                self.waiting.append(inner.get(NAME, ""))
            elif kind in EMBEDDED:
                self._embedded(inner, into, cell)
            elif kind not in GONE:
                own = self.inside.tag(inner) if kind == SDT else ""
                if own:
                    self.waiting_tags.append(own)
                self.content.revised |= kind in REVISIONS
                self.blocks(inner, into, cell, own or tag)
            elif kind in REVISIONS:
                self.content.revised = True

    def _embedded(self, node: Element, into: list[Paragraph | Table], cell: Cell | None) -> None:
        before = into[-1] if into else None
        if not isinstance(before, Paragraph):
            before = Paragraph(node, cell)
            into.append(before)
        self.content.note(EMBEDDED_FILE, before)

    def _paragraph(
        self, node: Element, into: list[Paragraph | Table], cell: Cell | None, tag: str
    ) -> None:
        before = into[-1] if into else None
        goes_on = isinstance(before, Paragraph) and before.ends_deleted
        made = before if goes_on and isinstance(before, Paragraph) else Paragraph(node, cell)
        made.ends_deleted = False
        properties = child(node, _PARAGRAPH)
        if properties is None:
            made.style = ""
        else:
            self._properties(properties, made, goes_on)
        while self.waiting:
            self.content.bookmarks.setdefault(self.waiting.pop(0), made)
        while self.waiting_tags:
            self.content.controls.setdefault(self.waiting_tags.pop(0), made)
        self.inside.inline(node, made, tag)
        if not goes_on:
            into.append(made)

    def _properties(self, node: Element, made: Paragraph, goes_on: bool) -> None:
        parts = firsts(node, _OF_PARAGRAPH)
        made.style = parts[STYLE].get(VAL, "") if STYLE in parts else ""
        marker = self.numbering.marker(parts)
        made.marker = made.marker if goes_on else marker
        made.ends_deleted = RUN_PR in parts and node.find(f"{RUN_PR}/{_GONE}") is not None
        self.content.revised |= made.ends_deleted

    def _table(self, node: Element, into: list[Paragraph | Table], tag: str) -> None:
        made = Table()
        self._rows(node, made, tag)
        into.append(made)

    def _rows(self, node: Element, table: Table, tag: str) -> None:
        for inner in node:
            kind = inner.tag
            if kind == TR:
                parts = firsts(child(inner, _ROW), _OF_ROW)
                if _GONE in parts:
                    self.content.revised = True
                    continue
                if _HEADER in parts:
                    table.headers.add(len(table.rows))
                cells: list[Cell] = []
                table.rows.append(cells)
                before = self.inside.in_hidden_row
                self.inside.in_hidden_row |= is_hidden_row(parts.get(_HIDDEN))
                self._cells(inner, table, cells, tag)
                self.inside.in_hidden_row = before
            elif kind == BOOKMARK:
                self.waiting.append(inner.get(NAME, ""))
            elif kind not in GONE:
                self._rows(inner, table, (self.inside.tag(inner) if kind == SDT else "") or tag)

    def _cells(self, node: Element, table: Table, cells: list[Cell], tag: str) -> None:
        for inner in node:
            kind = inner.tag
            if kind == TC:
                parts = firsts(child(inner, _CELL), _OF_CELL)
                if _CELL_GONE in parts:
                    continue
                column = cells[-1].column + self._last_span if cells else 0
                span = self._last_span = _span(parts.get(_GRID))
                made = Cell(table, len(table.rows) - 1, column)
                made.start = _above(made) if _goes_on(parts.get(_MERGED)) else None
                made.torn = made.start is None and _goes_on(parts.get(_MERGED))
                cells.append(made)
                self.blocks(inner, made.blocks, made, tag)
                self._last_span = span  # a nested table has its own spans
            elif kind == BOOKMARK:
                self.waiting.append(inner.get(NAME, ""))
            elif kind not in GONE:
                own = self.inside.tag(inner) if kind == SDT else ""
                self._cells(inner, table, cells, own or tag)

    _last_span = 1


def _goes_on(mark: Element | None) -> bool:
    """Return whether a cell continues the one above it."""
    return mark is not None and mark.get(VAL, "continue") != "restart"


def _whole_tables(blocks: list[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    """Yield the blocks, rejoining a table that was split inside merged cells."""
    before: Table | None = None
    for block in list(blocks):
        if isinstance(block, Paragraph):
            before = None if block.text.strip(BLANKS) else before
        elif before and before.rows and any(cell.torn for row in block.rows[:1] for cell in row):
            _append(before, block.rows)
            continue
        else:
            before = block
        yield block


def _append(table: Table, rows: list[list[Cell]]) -> None:
    offset = len(table.rows)
    table.rows += rows
    for cell in (cell for row in rows for cell in row):
        cell.table, cell.row = table, cell.row + offset
        if cell.torn:
            cell.start = _above(cell)
        elif cell.start is not None and cell.start.torn:
            cell.start = cell.start.start or cell.start


def _above(cell: Cell) -> Cell | None:
    """Return the first of the cells with which a cell is merged; None if there is none above it."""
    rows = cell.table.rows[: cell.row]
    above = (
        next((upper for upper in rows[-1] if upper.column == cell.column), None) if rows else None
    )
    return above and (above.start or above)


def _span(mark: Element | None) -> int:
    value = "1" if mark is None else mark.get(VAL, "1")
    return int(value) if _SPAN.fullmatch(value) else 1
