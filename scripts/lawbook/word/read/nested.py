"""A table of boxes inside a cell: its lines, and marks in cells of their own."""

from __future__ import annotations

from lawbook.forms.form import Form
from lawbook.forms.handmade import LETTER_TICKS
from lawbook.forms.normal import solid
from lawbook.word.read.content import Cell, Content, Table
from lawbook.word.read.groups import cells_of
from lawbook.word.read.headings import bare


def unnest(form: Form, content: Content) -> None:
    """Replace a nested table of boxes by its lines, in the cell around it."""
    options = [option for _, field in form.fields for option in field.options]
    labels = {solid(name) for option in options for name in (option.label, *option.formerly)}
    for cell in cells_of(content):
        blocks = list(cell.blocks)
        cell.blocks.clear()
        for block in blocks:
            if isinstance(block, Table) and _has_boxes(block, labels):
                _pair(block, labels)
                lines = [line for row in block.rows for inner in row for line in inner.paragraphs()]
                for line in lines:
                    line.cell = cell
                cell.blocks += lines
            else:
                cell.blocks.append(block)


def _has_boxes(table: Table, labels: set[str]) -> bool:
    texts = [bare(line.text) for row in table.rows for cell in row for line in cell.paragraphs()]
    starts = [any(text.startswith(label) for label in labels) for text in texts if text]
    return sum(starts) * 2 > len(starts)


def _pair(table: Table, labels: set[str]) -> None:
    """Move a mark from the next cell before its option's words, if all are on one side."""
    options = [
        (row, number)
        for row in table.rows
        for number, cell in enumerate(row)
        if any(bare(cell.text).startswith(label) for label in labels)
    ]
    sides = [
        step
        for step in (-1, 1)
        if all(
            _is_place(row[n + step : n + step + 1] if n + step >= 0 else []) for row, n in options
        )
    ]
    if len(sides) == 1:
        for row, number in options:
            beside = row[number + sides[0]]
            sign = solid(beside.text) or "□"
            line = next(row[number].paragraphs())
            line.pieces.insert(0, (sign, False, ""))
            line.looks = {piece + 1: look for piece, look in line.looks.items()}
            beside.blocks.clear()


def _is_place(cells: list[Cell]) -> bool:
    """Return whether there is a cell that holds nothing but a mark."""
    return bool(cells) and not bare(cells[0].text).strip(LETTER_TICKS)
