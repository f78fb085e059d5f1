"""Long answers as paragraphs and tables, in the style of official documents.

一、 is set in 黑体, （一） in 楷体 (the whole line, or its first sentence), 1. in 仿宋. A table in
an answer is inside the answer's cell; its first row repeats if it is a header.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lawbook.base.shared import Shared
from lawbook.forms.passage import Grid, Line, Runs, parsed
from lawbook.word.layout.markup import (
    FANG,
    FONTS,
    TABLE_END,
    Cell,
    Row,
    paragraph,
    run,
    table_start,
)

HEADING_1: Shared[str] = "[一二三四五六七八九十]+、"
HEADING_2: Shared[str] = "（[一二三四五六七八九十]+）"
_FIRST = re.compile(HEADING_1)
_SECOND = re.compile(HEADING_2)
_HEADS = ((_FIRST, "TableHead1"), (_SECOND, "TableHead2"))
LONGEST_HEADING: Shared[int] = 40
# Maximum lines kept on one page, and characters of a line.
MOST_LINES, A_LINE = 8, 24
_HEAD = '<w:p><w:pPr><w:pStyle w:val="TableHead'
# A table inside an answer: the answer's cell without its margins.
GRID_WIDTH = 6960


def line(runs: str) -> str:
    """Return a paragraph of a long answer."""
    return paragraph("Passage", runs)


@lru_cache(maxsize=512)
def pieces(text: str) -> tuple[str, ...]:
    """Return the paragraphs and tables of an answer; a cell must not end with a table."""
    blocks = parsed(text)
    parts: list[str] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Line):
            parts.append(_line(block))
            continue
        # Adjacent tables would merge; the last child of a cell is a paragraph.
        ends = number + 1 == len(blocks) or isinstance(blocks[number + 1], Grid)
        parts.append(_table(block) + (paragraph("TableEnd") if ends else ""))
    return tuple(parts)


def render(text: str) -> str:
    """Return the paragraphs and tables of an answer as one text."""
    return "".join(pieces(text))


@lru_cache(maxsize=512)
def beginning(text: str) -> int:
    """Return how many pieces an answer's first row takes, 0 if it has only one row.

    LibreOffice separates label or heading from text if a row breaks over pages. So a short answer
    stays whole, and of a long one headings and a paragraph stay with its label, the following ones
    where there is room.
    """
    blocks = parsed(text)
    # In a table with merged cells LibreOffice forgets the header row of a nested table.
    if is_short(text) or any(isinstance(block, Grid) for block in blocks):
        return 0
    made, end = pieces(text), 0
    while end == 0 or made[end].startswith(_HEAD):
        heads = next((n for n in range(end, len(made)) if not made[n].startswith(_HEAD)), len(made))
        if heads >= len(made) - 1 or sum(map(_lines, blocks[: heads + 1])) > MOST_LINES:
            break
        end = heads + 1
    return end


def is_line(text: str) -> bool:
    """Return whether an answer begins with words, not with an item or a table."""
    block = next(iter(parsed(text)), None)
    return isinstance(block, Line) and not block.item


def is_short(text: str) -> bool:
    """Return whether an answer stays on one page."""
    blocks = parsed(text)
    return (
        all(isinstance(block, Line) for block in blocks) and sum(map(_lines, blocks)) <= MOST_LINES
    )


def kept_with_next(xml: str) -> str:
    """Return paragraphs marked to stay on the page of the next one."""
    for style in ("Passage", "PassageItem"):
        xml = xml.replace(f'"{style}"/></w:pPr>', f'"{style}"/><w:keepNext/></w:pPr>')
    return xml


def _lines(block: Line | Grid) -> int:
    """Return about how many lines a block takes; for a table, more than fit."""
    if isinstance(block, Grid):
        return 0
    return (sum(len(text) for text, _ in block.runs) + 2) // A_LINE + 1


def _line(block: Line) -> str:
    if block.item:
        return paragraph("PassageItem", _runs(block.runs, FANG))
    text = "".join([piece for piece, _ in block.runs])
    for pattern, style in _HEADS:
        if pattern.match(text):
            end = _heading_ends(text)
            heading, rest = _split(block.runs, end)
            whole = style if end and not rest else "Passage"
            return paragraph(whole, _runs(heading, FONTS[style]) + _runs(rest, FANG))
    return line(_runs(block.runs, FANG))


def _heading_ends(text: str) -> int:
    """Return the end of a numbered line's heading, 0 if the line is too long to be one."""
    end = text.find("。") + 1 or len(text)
    return end if end <= LONGEST_HEADING else 0


def _split(runs: Runs, end: int) -> tuple[Runs, Runs]:
    """Split runs after a number of characters."""
    if len(runs) == 1 and 0 < end < len(runs[0][0]):
        text, bold = runs[0]
        return ((text[:end], bold),), ((text[end:], bold),)
    before, after = [], []
    for text, bold in runs:
        before.append((text[:end], bold))
        after.append((text[end:], bold))
        end = max(0, end - len(text))
    return tuple(piece for piece in before if piece[0]), tuple(piece for piece in after if piece[0])


def _runs(runs: Runs, font: str) -> str:
    return "".join([run(text, font, bold=bold) for text, bold in runs])


def _table(grid: Grid) -> str:
    columns = len(grid.rows[0])
    width = GRID_WIDTH // columns
    caption = "、".join("".join(text for text, _ in cell) for cell in grid.rows[0])
    rows = [
        Row(440, header=grid.header and number == 0).around("".join(_cells(row, width, number)))
        for number, row in enumerate(grid.rows)
    ]
    start = table_start("FormTable", (width,) * columns, caption[:200], centred=True)
    return start + "".join(rows) + TABLE_END


def _cells(row: tuple[Runs, ...], width: int, number: int) -> list[str]:
    style = "TableText" if number else "ColumnHead"
    font = FONTS.get(style, FANG)
    return [Cell(width).around(paragraph(style, _runs(cell, font))) for cell in row]
