"""The text of blocks that were read: long answers in their Markdown, short ones plain."""

from __future__ import annotations

from lawbook.forms import passage
from lawbook.forms.passage import ITEM, Block, Grid, Line, Runs
from lawbook.word.read.content import Cell, Paragraph, Table


def written(blocks: list[Paragraph | Table], *, plain: bool = False) -> str:
    """Return the text of blocks; ``plain`` omits markers and bold."""
    if plain:
        return "\n".join(_plain(block) for block in blocks)
    made: list[Block] = []
    for block in blocks:
        made += _lines(block) if isinstance(block, Paragraph) else [_grid(block)]
    return passage.written(made)


def _plain(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        number = "" if block.marker == ITEM else block.marker
        return number + block.text
    rows = ("\t".join(cell.text.replace("\n", " ") for cell in row) for row in block.rows)
    return "\n".join(rows)


def _lines(block: Paragraph) -> list[Block]:
    """Split a paragraph at line breaks; only the first line has the marker."""
    if len(block.pieces) == 1 and not block.marker and "\n" not in block.pieces[0][0]:
        text, bold, _ = block.pieces[0]
        return [Line(((text, bold),))] if text else []
    runs: Runs = passage.joined((text, bold) for text, bold, _ in block.pieces if text)
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in runs:
        first, *more = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(rest, bold)] for rest in more]
    item = block.marker == ITEM
    if block.marker and not item:
        lines[0].insert(0, (block.marker, False))
    return [
        Line(tuple(run for run in line if run[0]), item and number == 0)
        for number, line in enumerate(lines)
        if any(text for text, _ in line)
    ]


def _grid(table: Table) -> Grid:
    rows = [tuple(_cell(cell) for cell in row) for row in table.rows]
    return passage.evened(rows, header=0 in table.headers)


def _cell(cell: Cell) -> Runs:
    """Return a cell on one line; nested tables are read row by row."""
    pieces: list[tuple[str, bool]] = []
    for block in cell.blocks:
        if pieces:
            pieces.append((" ", False))
        if isinstance(block, Paragraph):
            number = "" if block.marker == ITEM else block.marker
            pieces += [(number, False), *((text, bold) for text, bold, _ in block.pieces)]
        else:
            pieces.append((_plain(block), False))
    flat = ((text.replace("\n", " "), bold) for text, bold in pieces if text)
    return passage.joined(flat)
