"""Read the rows of a list from its tables; no text in them is lost silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as part

from lawbook.base.shared import Shared
from lawbook.base.text import trimmed
from lawbook.forms.form import Field
from lawbook.forms.normal import one_line, solid
from lawbook.forms.values import Row
from lawbook.word.read.cells import header_row
from lawbook.word.read.content import Cell, Table
from lawbook.word.read.passages import written

NO_HEADINGS: Shared[str] = "没有找到表头，按空白表的列次序读取；请核对"
HEADING_LOST: Shared[str] = "没有找到“{column}”这一列；请恢复表头"
NO_COLUMN: Shared[str] = "没有“{column}”这一列，按没有填写读取"
EXTRA_COLUMN: Shared[str] = "多出“{heading}”一列，没有读入：{texts}"
CELL_OUTSIDE: Shared[str] = "有一格与表头对不上，没有读入：“{text}”"
MERGED_CELLS: Shared[str] = "合并的单元格按每一行都是这些字读取：{texts}；请核对"


@dataclass
class Listed:
    """A list as it was read: its rows, what is wrong, notes."""

    rows: tuple[Row, ...] = ()
    faults: list[str] = part(default_factory=list)
    notes: list[str] = part(default_factory=list)


def listed(field: Field, tables: Sequence[Table]) -> Listed:
    """Return the rows of all tables of a list; a table without header continues the one before."""
    made, rows = Listed(), []
    header, columns = header_row(tables[0], field)
    head = tables[0].rows[header] if header >= 0 else []
    if header < 0:
        columns = {column.key: n + 1 for n, column in enumerate(field.columns)}
        made.notes.append(NO_HEADINGS)
    _missing_columns(field, columns, made)
    for table in tables:
        start, own = header_row(table, field)
        if start >= 0:
            head, columns = table.rows[start], own
        again = [solid(cell.text) for cell in head]
        body = [_Line(row, head) for row in table.rows[start + 1 :] if not _is_again(row, again)]
        _more_columns(head, columns, body, made)
        _merged(columns, body, made)
        rows += [line.texts(field, columns) for line in body if line.has_own(columns)]
    made.rows = tuple(rows)
    return made


def _is_again(row: list[Cell], head: list[str]) -> bool:
    """Return whether a row repeats the header's texts, as on the next page of a printed list."""
    return bool(head) and [solid(cell.text) for cell in row] == head


class _Line:
    """One row: its cells by the column of their heads."""

    def __init__(self, row: list[Cell], head: list[Cell]) -> None:
        self.cells = dict(enumerate(row))
        if head and len(row) != len(head):
            numbers = {cell.column: number for number, cell in enumerate(head)}
            self.cells = {numbers[cell.column]: cell for cell in row if cell.column in numbers}
        self.lost = [cell for cell in row if cell not in self.cells.values()]
        self.said: dict[int, str] = {}

    def text(self, number: int) -> str:
        """Return the text in a column; a merged cell has the same text in each of its rows."""
        if number not in self.said:
            cell = self.cells.get(number)
            self.said[number] = "" if cell is None else _text(cell.start or cell)
        return self.said[number]

    def texts(self, field: Field, columns: dict[str, int]) -> Row:
        """Return the text of each column of the list."""
        return tuple(self.text(columns.get(column.key, -1)) for column in field.columns)

    def has_own(self, columns: dict[str, int]) -> bool:
        """Return whether the row has a text that does not continue from the one above."""
        cells = ((number, self.cells.get(number)) for number in columns.values())
        return any(cell and cell.start is None and self.text(number) for number, cell in cells)


def _missing_columns(field: Field, columns: dict[str, int], made: Listed) -> None:
    """Report required columns that are missing; the others may be."""
    for column in field.columns:
        if column.key not in columns and column.required:
            made.faults.append(HEADING_LOST.format(column=column.label))
        elif column.key not in columns:
            made.notes.append(NO_COLUMN.format(column=column.label))


def _more_columns(
    head: list[Cell], columns: dict[str, int], body: list[_Line], made: Listed
) -> None:
    """Report the columns that a person added, and the cells without a head."""
    for number, cell in enumerate(head):
        known = number in columns.values() or solid(cell.text) in {"序号", ""}
        texts = [text for line in body if (text := line.text(number))]
        if texts and not known:
            told = "、".join(f"“{one_line(text)}”" for text in texts)
            made.notes.append(EXTRA_COLUMN.format(heading=one_line(cell.text), texts=told))
    for text in (_text(cell) for line in body for cell in line.lost):
        if text:
            made.notes.append(CELL_OUTSIDE.format(text=text))


def _merged(columns: dict[str, int], body: list[_Line], made: Listed) -> None:
    """Report the merged cells whose text was used for several rows."""
    texts = dict.fromkeys(_repeated(columns, body))
    if texts:
        told = "、".join(f"“{text}”" for text in texts)
        made.notes.append(MERGED_CELLS.format(texts=told))


def _repeated(columns: dict[str, int], body: list[_Line]) -> Iterator[str]:
    for line in body:
        cells = ((number, line.cells.get(number)) for number in columns.values())
        merged = [number for number, cell in cells if cell and cell.start]
        if merged and line.has_own(columns):
            yield from filter(None, map(line.text, merged))


def _text(cell: Cell) -> str:
    return trimmed(written(cell.blocks, plain=True))
