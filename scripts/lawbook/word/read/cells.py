"""The cells around a label and the columns of a list, for answer_slots.py."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from lawbook.base.text import COLONS
from lawbook.forms.form import Field
from lawbook.forms.normal import solid
from lawbook.word.read.content import Cell, Paragraph, Table

Blocks = list[Paragraph | Table]


def header_row(table: Table, field: Field) -> tuple[int, dict[str, int]]:
    """Return the index of the header row and of the cell of each column; -1 if there is none."""
    best: tuple[int, dict[str, int]] = (-1, {})
    labels = {solid(old): column.key for column in field.columns for old in column.formerly}
    labels |= {solid(column.label): column.key for column in field.columns}
    for number, row in enumerate(table.rows[:5]):
        columns = {
            labels[name]: position
            for position, cell in enumerate(row)
            if (name := solid(cell.text)) in labels
        }
        if len(columns) > len(best[1]):
            best = (number, columns)
    return best


def before_words(text: str, words: str) -> str:
    """Return what precedes words at the end of a text, blanks aside."""
    end, left = len(text), list(solid(words))
    while end and left:
        sign = text[end - 1]
        if solid(sign) and sign != left.pop():
            return text
        end -= 1
    return text[:end] if not left else text


def after_words(text: str, words: str) -> str | None:
    r"""Return what follows words at the beginning of a text, blanks aside; None for another text.

    >>> after_words("联 系\n人 张三", "联系人")
    '张三'
    """
    wanted = solid(words)
    matched = 0
    for number, sign in enumerate(text):
        if matched == len(wanted):
            return text[number:].strip(" \t\n\u00a0\u3000")
        if sign == wanted[matched]:
            matched += 1
        elif solid(sign):
            return None
    return "" if matched == len(wanted) else None


def fit(table: Table, field: Field) -> int:
    """Return how many columns of a list a table has by name."""
    return len(header_row(table, field)[1])


def width(table: Table) -> int:
    """Return the maximum number of cells in a row."""
    return max(map(len, table.rows), default=0)


def name(text: str) -> str:
    """Return the words of a label for comparison: without blanks and the final colon."""
    return solid(text).rstrip(COLONS)


def right(cell: Cell) -> Cell | None:
    """Return the next cell of the row."""
    row = cell.table.rows[cell.row]
    after = row.index(cell) + 1
    return row[after] if after < len(row) else None


def going_on(label: Paragraph, is_label: Callable[[Cell], bool]) -> Blocks:
    """Return the rest of an answer below it, if the label's cell is merged down over more rows."""
    head = label.cell
    rows = head.table.rows[head.row + 1 :] if head else []
    below = takewhile(
        lambda row: row and row[0].start is head and not any(map(is_label, row)), rows
    )
    return [block for row in below for cell in row[1:2] if not cell.start for block in cell.blocks]


def parts(cell: Cell, starts: dict[str, Paragraph | None]) -> dict[str, Blocks]:
    """Split a shared cell where each field starts; empty if that is unclear."""
    indexes = {
        key: cell.blocks.index(start)
        for key, start in starts.items()
        if start is not None and start in cell.blocks
    }
    if len(set(indexes.values())) < len(starts) or 0 not in indexes.values():
        return {}
    ends = [*sorted(indexes.values()), len(cell.blocks)]
    return {key: cell.blocks[start : ends[ends.index(start) + 1]] for key, start in indexes.items()}
