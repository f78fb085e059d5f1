"""A group of answers in the official template: one cell, or rows beside a merged label.

Either is rearranged as in this guide's own form, with each field's label above its answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as part

from lawbook.base.problem import Problem
from lawbook.base.shared import Shared
from lawbook.forms.form import Field, Form, Group, Section
from lawbook.forms.normal import solid
from lawbook.word.read.cells import name, right
from lawbook.word.read.content import Cell, Content, Paragraph, Table
from lawbook.word.read.headings import by_rows, divided, lines_of, numbered

GROUP_UNCLEAR: Shared[str] = (
    "“{label}”一格的文字分不清属于哪一栏，全部读入这一栏；请把属于{others}的内容移到相应的栏"
)

_APART = ("choice", "choices", "fixed")


@dataclass
class Relaid:
    """The faults met (field key and message), and the notes.

    An empty message means that the fault of another field covers this one too.
    """

    faults: list[tuple[str, str]] = part(default_factory=list)
    notes: list[Problem] = part(default_factory=list)


def is_marked(content: Content, field: Field) -> bool:
    """Return whether a document has the form's own control or bookmark of a field."""
    parts = [option.key for option in field.options] + [column.key for column in field.columns]
    tags = {field.key, *(f"{field.key}.{part}" for part in parts)}
    return not tags.isdisjoint(content.controls) or f"f_{field.key}" in content.bookmarks


def cells_of(content: Content) -> list[Cell]:
    """Return the cells of all tables, without nested ones."""
    tables = [block for block in content.blocks if isinstance(block, Table)]
    return [cell for table in tables for row in table.rows for cell in row]


def divide(form: Form, section: Section, group: Group, content: Content, made: Relaid) -> None:
    """Rearrange a group in one cell, or in a row for each field, into rows as in the form."""
    fields = [field for field in section.fields if field.group == group.key]
    if any(field.kind in _APART or is_marked(content, field) for field in fields):
        return
    head = next((cell for cell in cells_of(content) if name(cell.text) == name(group.label)), None)
    cell = right(head) if head else None
    if head is None or cell is None:
        _rows_of_fields(content, fields)
        return
    nested = [block for block in cell.blocks if isinstance(block, Table)]
    if len(nested) == 1 and not solid(cell.text) and (inner := by_rows(fields, nested[0].rows)):
        _rows_of_group(content, head, cell, fields, inner)
        return
    if len(rows := _beside(head)) > 1:
        if merged := by_rows(fields, rows):
            _rows_of_group(content, head, cell, fields, merged)
        return
    hints = {solid(hint) for field in fields for hint in form.hints(field)}
    blocks = [line for block in cell.blocks for line in lines_of(block)]
    parts = divided(fields, blocks)
    if parts is None:
        parts = [blocks, *([] for _ in fields[1:])]
        if any(isinstance(line, Table) or solid(line.text) not in {"", *hints} for line in blocks):
            others = "".join(f"「{field.called}」" for field in fields[1:])
            told = GROUP_UNCLEAR.format(label=group.label, others=others)
            made.faults.append((fields[0].key, told))
            made.faults += [(field.key, "") for field in fields[1:]]
    _rows_of_group(content, head, cell, fields, parts)


def _rows_of_fields(content: Content, fields: list[Field]) -> None:
    """Put the labels above, in rows that have the fields' labels and none of the group."""
    words = {name(word): field for field in fields for word in (field.label, *field.also)}
    labels = [cell for cell in cells_of(content) if name(numbered(cell.text)[2]) in words]
    by_key = {words[name(numbered(cell.text)[2])].key: cell for cell in labels}
    if len(labels) != len(fields) or len(by_key) != len(fields):
        return
    for field in fields:
        cell, answer = by_key[field.key], right(by_key[field.key])
        if answer is None:
            continue
        label = Paragraph(next(cell.paragraphs()).node, cell, pieces=[(field.label, False, "")])
        content.bookmarks[f"f_{field.key}"] = label
        cell.blocks[:] = [label]
        cell.table.rows[cell.row : cell.row + 1] = [[cell], [answer]]
        answer.column = cell.column
        number_rows(cell.table)


def number_rows(table: Table) -> None:
    """Update each cell's row index."""
    for number, row in enumerate(table.rows):
        for cell in row:
            cell.row = number


def _beside(head: Cell) -> list[list[Cell]]:
    """Return the cells beside a label, row by row, as far as it is merged down."""
    row = head.table.rows[head.row]
    made = [row[row.index(head) + 1 :]]
    for below in head.table.rows[head.row + 1 :]:
        index = next((n for n, cell in enumerate(below) if cell.start is head), None)
        if index is None:
            break
        made.append(below[index + 1 :])
    return made


def _rows_of_group(
    content: Content,
    head: Cell,
    cell: Cell,
    fields: list[Field],
    parts: list[list[Paragraph | Table]],
) -> None:
    table, position = cell.table, cell.row
    made: list[list[Cell]] = []
    for field, blocks in zip(fields, parts, strict=True):
        label = Paragraph(next(head.paragraphs()).node, None, pieces=[(field.label, False, "")])
        content.bookmarks[f"f_{field.key}"] = label
        for lines in ([label], blocks):
            left = Cell(table, 0, head.column, start=head) if made else head
            answer = Cell(table, 0, cell.column, blocks=list(lines))
            for line in lines:
                if isinstance(line, Paragraph):
                    line.cell = answer
            made.append([left, answer])
    table.rows[position : position + len(_beside(head))] = made
    number_rows(table)
