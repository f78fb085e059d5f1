"""Long answers as a small closed Markdown: lines, list items, bold words, tables.

Every line is a paragraph. ``- `` begins an item of a list, ``**…**`` is bold; two or more adjacent
lines between bars are a table, whose first row is a header if a line of dashes follows it. Headings
(一、 （一） 1. （1）) are lines like others. Everything else in an answer stays text, character by
character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from lawbook.base.shared import Shared
from lawbook.base.text import LINE_BLANKS

BOLD: Shared[str] = r"\*\*([^*]+)\*\*"
_BOLD = re.compile(BOLD)
_BAR = re.compile(r"(?<!\\)\|")
RULE_OF_GRID: Shared[str] = r"\|( *:?-+:? *\|)+"
_RULE_OF_GRID = re.compile(RULE_OF_GRID)
ITEM: Shared[str] = "- "

Runs = tuple[tuple[str, bool], ...]  # text, whether it is bold


@dataclass(frozen=True)
class Line:
    """A paragraph, or an item of a list."""

    runs: Runs
    item: bool = False


@dataclass(frozen=True)
class Grid:
    """A table; all rows have the same number of cells."""

    rows: tuple[tuple[Runs, ...], ...]
    header: bool = False


Block = Line | Grid


@lru_cache(maxsize=512)
def parsed(text: str) -> tuple[Block, ...]:
    """Return the blocks of a long answer; empty lines only separate."""
    lines = [line.strip(LINE_BLANKS) for line in text.split("\n")]
    blocks: list[Block] = []
    for barred, group in groupby(lines, _is_row):
        together = [line for line in group if line]
        if barred and len(together) > 1:
            blocks.append(_grid(together))
        else:
            blocks += map(_line, together)
    return tuple(blocks)


def written(blocks: tuple[Block, ...] | list[Block]) -> str:
    """Return the text of blocks; the inverse of ``parsed``."""
    pieces: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(before, Grid) and isinstance(block, Grid):
            pieces.append("")  # else the two would merge
        pieces += _lines_of(block)
        before = block
    return "\n".join(pieces)


@lru_cache(maxsize=512)
def canonical(text: str) -> str:
    r"""Return the canonical spelling of a long answer.

    >>> canonical("　一、目标 \n\n**甲****乙**\n|a|b|\n|-|-|\n|c|")
    '一、目标\n**甲乙**\n| a | b |\n| --- | --- |\n| c |  |'
    """
    again = written(parsed(text))
    return again if again == text else canonical(again)


def runs(text: str) -> Runs:
    """Return the plain and bold runs of a line."""
    if "**" not in text:
        return ((text, False),) if text else ()
    pieces = ((piece, number % 2 == 1) for number, piece in enumerate(_BOLD.split(text)) if piece)
    return joined(pieces)


def joined(pieces: Iterator[tuple[str, bool]]) -> Runs:
    """Merge adjacent runs of the same weight."""
    return tuple(
        ("".join(text for text, _ in group), bold)
        for bold, group in groupby(pieces, lambda piece: piece[1])
    )


def marked(pieces: Runs) -> str:
    """Return the text of runs, bold ones between stars if stars can express it."""
    if len(pieces) == 1 and not pieces[0][1]:
        return pieces[0][0]
    return "".join(
        f"**{text}**" if bold and "*" not in text and text.strip(LINE_BLANKS) else text
        for text, bold in pieces
    )


def _is_row(line: str) -> bool:
    return len(line) > 1 and line[0] == line[-1] == "|"


def _line(text: str) -> Line:
    if text.startswith(ITEM):
        return Line(runs(text[len(ITEM) :].strip(LINE_BLANKS)), item=True)
    return Line(runs(text))


def _grid(lines: list[str]) -> Grid:
    header = bool(_RULE_OF_GRID.fullmatch(lines[1]))
    kept = lines[:1] + lines[2:] if header else lines
    return evened([_cells(line) for line in kept], header=header)


def evened(rows: Sequence[tuple[Runs, ...]], *, header: bool) -> Grid:
    """Return the table of rows; shorter ones are padded with empty cells."""
    width = max(map(len, rows), default=0)
    return Grid(tuple((*row, *((),) * (width - len(row))) for row in rows), header)


def _cells(line: str) -> tuple[Runs, ...]:
    inside = _BAR.split(line[1:])
    # The last bar closes the row, unless a backslash escapes it.
    cells = inside[:-1] if not inside[-1] and len(inside) > 1 else inside
    return tuple(runs(cell.strip(LINE_BLANKS).replace("\\|", "|")) for cell in cells)


def _lines_of(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield (ITEM if block.item else "") + marked(block.runs)
        return
    for number, row in enumerate(block.rows):
        cells = (marked(cell).strip(LINE_BLANKS).replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"
        if number == 0 and block.header:
            yield f"| {' | '.join('---' for _ in row)} |"
