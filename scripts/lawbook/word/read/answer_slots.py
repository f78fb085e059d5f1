"""Locate each field in a document: by the tag of its control, its bookmark, its label.

An answer is the content of a slot (a cell, lines of a cell, a paragraph, a table), not of a
control: text typed beside a control belongs to the answer as people see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from lawbook.base.text import COLONS
from lawbook.forms.form import Field, Form, Section
from lawbook.forms.normal import solid
from lawbook.word.read import cells
from lawbook.word.read.cells import Blocks, after_words, fit, name, parts, right, width
from lawbook.word.read.content import Cell, Content, Paragraph, Table


@dataclass(frozen=True)
class Slot:
    """The blocks of a field's answer; ``label`` are the words to remove from their beginning."""

    blocks: Blocks
    label: str = ""
    extra: str = ""  # what a person typed beside the label
    shared_with: tuple[str, ...] = ()  # the fields whose answers cannot be told apart from it


class Slots:
    """Finds the fields of one form in one document; ``used`` are the paragraphs that were read."""

    def __init__(self, form: Form, content: Content) -> None:
        self.form = form
        self.content = content
        self.used: set[int] = set()

    def of(self, section: Section, field: Field) -> Slot | None:
        """Return the slot of a field, or None if it cannot be found."""
        if field.key == self.form.layout.title.field:
            return self._in_title(field)
        if field.kind == "rows":
            tables = self._tables(section, field)
            return self._slot(tables) if tables else None
        if section.layout.arrange == "open":
            return self._beside(field)
        return self._in_cell(field)

    def label_of(self, field: Field) -> Paragraph | None:
        """Return the paragraph of a field's label (or of its answer if the label is gone)."""
        return self._own_label(field) or next(iter(self._tagged(field)), None)

    def _slot(self, blocks: Sequence[Paragraph | Table], label: str = "", extra: str = "") -> Slot:
        self.used.update(id(block) for block in blocks)
        return Slot(list(blocks), label, extra)

    def _tagged(self, field: Field) -> Iterator[Paragraph]:
        parts = [option.key for option in field.options] + [column.key for column in field.columns]
        tags = [field.key, *(f"{field.key}.{part}" for part in parts)]
        return (paragraph for tag in tags if (paragraph := self.content.controls.get(tag)))

    def _labelled(self, field: Field) -> Paragraph | None:
        label = self._paragraphs_by_text.get(name(field.label))
        is_lead = label is None and field.label.endswith(tuple(COLONS))
        return self._starting(field) if is_lead else label

    @cached_property
    def _paragraphs_by_text(self) -> dict[str, Paragraph]:
        """Return the first paragraph of each text; a split label is found by its cell's text."""
        by_text: dict[str, Paragraph] = {}
        cells: dict[str, Paragraph] = {}
        for paragraph in self.content.paragraphs():
            by_text.setdefault(name(paragraph.text), paragraph)
            if paragraph.cell is not None and paragraph.cell.blocks[0] is paragraph:
                cells.setdefault(name(paragraph.cell.text), paragraph)
        return {**by_text, **cells}  # the words of a label can be in an answer too

    @cached_property
    def _label_paragraphs(self) -> dict[int, str]:
        """Return the paragraphs that are labels, and the field of each."""
        pairs = ((self.label_of(field), field) for _, field in self.form.fields)
        return {id(label): field.key for label, field in pairs if label is not None}

    # In a cell: beside the label, below it, or in the same cell after it.

    def _in_cell(self, field: Field) -> Slot | None:
        label = self._own_label(field)
        if label is not None:
            self._use_label(label, field)
        if field.group and field.kind != "long_text":
            return self._lines(field, label)
        extra = self._extra(label, field)
        cell = self._cells.get(field.key)
        if cell is None:
            return self._slot([], extra=extra) if extra else None
        owners = [key for key, other in self._cells.items() if other is cell]
        if label is not None and cell is label.cell:
            return self._slot([], extra=extra)
        blocks = self._up_to_label(cell.blocks, field)
        if label is not None and field.kind == "long_text" and not field.group:
            blocks += cells.going_on(label, lambda below: self._has_label(below, field))
        if len(owners) > 1:
            divided = parts(cell, {key: self.content.controls.get(key) for key in owners})
            blocks = divided.get(field.key, blocks)
            if not divided:
                others = tuple(key for key in owners if key != field.key)
                return replace(self._slot(blocks, extra=extra), shared_with=others)
        return self._slot(blocks, extra=extra)

    def _own_label(self, field: Field) -> Paragraph | None:
        return self.content.bookmarks.get(f"f_{field.key}") or self._labelled(field)

    @cached_property
    def _cells(self) -> dict[str, Cell]:
        """Return the cell of each answer; answers of merged rows share one."""
        cells: dict[str, Cell] = {}
        for section, field in self.form.fields:
            if section.layout.arrange not in {"open", "letter"} and field.kind != "rows":
                cell = self._answer_cell(field)
                if cell is not None:
                    cells[field.key] = cell.start or cell
        return cells

    def _answer_cell(self, field: Field) -> Cell | None:
        """Return the cell of the field's control; else a free one beside or below its label."""
        if field.group and field.kind != "long_text":
            return None
        tagged = next(self._tagged(field), None)
        if tagged is not None and tagged.cell is not None:
            return tagged.cell
        label = self._own_label(field)
        if label is None or label.cell is None:
            return None
        if not field.group:
            beside = right(label.cell)
            return beside if beside and self._up_to_label(beside.blocks, field) else None
        row = self._row_below(label.cell)
        if any(self._has_label(cell, field) for cell in row):
            return None
        same = (cell for cell in row if cell.column == label.cell.column)
        return next(same, row[-1] if row else None)

    def _row_below(self, cell: Cell) -> list[Cell]:
        """Return the next row, in the next table if a person split the table there."""
        rows, blocks = cell.table.rows, self.content.blocks
        if cell.row + 1 < len(rows):
            return rows[cell.row + 1]
        after = blocks[blocks.index(cell.table) + 1 :] if cell.table in blocks else []
        for block in after:
            if isinstance(block, Table):
                lists = (field for _, field in self.form.fields if field.kind == "rows")
                is_list = any(fit(block, field) for field in lists)
                return [] if is_list or not block.rows else block.rows[0]
            if solid(block.text):
                break
        return []

    def _use_label(self, label: Paragraph, field: Field) -> None:
        self.used.add(id(label))
        if label.cell is not None and name(label.cell.text) == name(field.label):
            self.used.update(id(paragraph) for paragraph in label.cell.paragraphs())

    def _is_label(self, block: Paragraph | Table, field: Field) -> bool:
        """Return whether a block is the label of another field."""
        return self._label_paragraphs.get(id(block), field.key) != field.key

    def _has_label(self, cell: Cell, field: Field) -> bool:
        return any(self._is_label(paragraph, field) for paragraph in cell.paragraphs())

    def _up_to_label(self, blocks: Blocks, field: Field) -> Blocks:
        """Return the blocks before the label of another field."""
        own = takewhile(lambda block: not self._is_label(block, field), blocks)
        return list(own)

    def _extra(self, label: Paragraph | None, field: Field) -> str:
        """Return the text in the label's cell after the label and before the next one."""
        if label is None or label.cell is None:
            return ""
        blocks = label.cell.blocks
        lines = self._up_to_label(blocks[blocks.index(label) :], field)
        after = [line for line in lines if isinstance(line, Paragraph)]
        rest = after_words("\n".join(line.text for line in after), field.label)
        if rest is None:
            return ""
        self.used.update(id(line) for line in after)
        return rest.lstrip(COLONS)

    def _lines(self, field: Field, label: Paragraph | None) -> Slot | None:
        """Return the lines after the label up to the next label of the cell."""
        tagged = next(self._tagged(field), None)
        start = label or tagged
        if start is None or start.cell is None:
            return None
        lines = list(start.cell.paragraphs())
        blocks: Blocks = []
        for line in lines[lines.index(start) + (start is label) :]:
            if id(line) in self._label_paragraphs and line is not start:
                break
            blocks.append(line)
        return self._slot(blocks, extra=self._beside_label(label, field))

    def _beside_label(self, label: Paragraph | None, field: Field) -> str:
        rest = after_words(label.text, field.label) if label else None
        return rest or ""

    # Outside the table.

    def _in_title(self, field: Field) -> Slot | None:
        """Return the title: the text before its fixed words."""
        words = solid(self.form.layout.title.text)
        tagged = self.content.controls.get(field.key)
        marked = self.content.bookmarks.get(f"f_{field.key}")
        for paragraph in filter(None, (tagged, marked, *self.content.paragraphs())):
            if solid(paragraph.text).endswith(words):
                return self._slot([paragraph])
        title = tagged or marked
        return self._slot([title]) if title else None

    def _beside(self, field: Field) -> Slot | None:
        """Return a line such as 承诺人（签字）：, or the fixed text under a heading."""
        if field.kind == "fixed":
            text = self.content.controls.get(field.key) or self.label_of(field)
            return self._slot([text]) if text else None
        tagged = self.content.controls.get(field.key)
        start = tagged or self.content.bookmarks.get(f"f_{field.key}") or self._starting(field)
        return self._slot([start], label=field.label) if start else None

    def _starting(self, field: Field) -> Paragraph | None:
        words = name(field.label)
        return next(
            (
                paragraph
                for paragraph in self.content.paragraphs()
                if solid(paragraph.text).startswith((f"{words}：", f"{words}:"))
            ),
            None,
        )

    def _table(self, section: Section, field: Field) -> Table | None:
        """Return the table of a list: with its controls, below its heading, or by its header."""
        for paragraph in self._tagged(field):
            if paragraph.cell is not None:
                return paragraph.cell.table
        tables = [block for block in self.content.blocks if isinstance(block, Table)]
        best = max(tables, key=lambda table: fit(table, field), default=None)
        if best is not None and fit(best, field) * 2 >= len(field.columns):
            return best
        heading = self.content.bookmarks.get(f"f_{field.key}")
        if heading is None or heading.cell is not None:
            heading = self._paragraphs_by_text.get(name(section.title))
        return self._after(heading)

    def _tables(self, section: Section, field: Field) -> list[Table]:
        """Return the table of a list and its continuations before and after."""
        first, blocks = self._table(section, field), self.content.blocks
        if first is None or first not in blocks:
            return [] if first is None else [first]
        at = blocks.index(first)
        before = list(self._going_on(reversed(blocks[:at]), field, first))
        return [*reversed(before), first, *self._going_on(blocks[at + 1 :], field, first)]

    def _going_on(
        self, blocks: Iterable[Paragraph | Table], field: Field, first: Table
    ) -> Iterator[Table]:
        """Yield the tables of the same list, up to the next heading or another table."""
        for block in blocks:
            if isinstance(block, Table):
                cells = (cell for row in block.rows for cell in row)
                as_wide = width(block) == width(first)
                alike = as_wide or fit(block, field) * 2 >= len(field.columns)
                if not alike or any(self._has_label(cell, field) for cell in cells):
                    return
                yield block
            elif id(block) in self._label_paragraphs or name(block.text) in self._titles:
                return

    @cached_property
    def _titles(self) -> set[str]:
        return {name(titled.title) for titled in (*self.form.sections, *self.form.attachments)}

    def _after(self, heading: Paragraph | None) -> Table | None:
        """Return the first table after a heading, before the next heading of the form."""
        if heading is None or heading not in self.content.blocks:
            return None
        for block in self.content.blocks[self.content.blocks.index(heading) + 1 :]:
            if isinstance(block, Table):
                return block
            if name(block.text) in self._titles:
                return None
        return None
