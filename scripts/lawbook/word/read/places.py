"""Where each field stands in a document: by the tag of its control, the bookmark, the label.

An answer is what stands in a place (a cell, lines of a cell, a paragraph, a table), not what
stands in a control: text typed beside a control belongs to the answer as people see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lawbook.forms.form import Field, Form, Section
from lawbook.forms.normal import solid
from lawbook.word.read.content import Cell, Content, Paragraph, Table

_COLONS = "：:"
Blocks = list[Paragraph | Table]


@dataclass(frozen=True)
class Place:
    """The blocks of a field's answer; ``label`` is the words to be taken from their beginning."""

    blocks: Blocks
    label: str = ""
    extra: str = ""  # what a person typed beside the label


class Places:
    """Finds the fields of one form in one document; ``used`` are the paragraphs that were read."""

    def __init__(self, form: Form, content: Content) -> None:
        self.form = form
        self.content = content
        self.used: set[int] = set()

    def of(self, section: Section, field: Field) -> Place | None:
        """The place of a field, None where it cannot be found."""
        if field.key == self.form.layout.title.field:
            return self._in_title(field)
        if field.kind == "rows":
            table = self._table(section, field)
            return self._place([table]) if table else None
        if section.layout.arrange == "open":
            return self._beside(field)
        return self._in_cell(field)

    def label_of(self, field: Field) -> Paragraph | None:
        """The paragraph of a field's label (or of its answer, where the label is gone)."""
        found = self.content.bookmarks.get(f"f_{field.key}") or self._labelled(field)
        return found or next(iter(self._tagged(field)), None)

    def _place(self, blocks: Blocks, label: str = "", extra: str = "") -> Place:
        self.used.update(id(block) for block in blocks)
        return Place(blocks, label, extra)

    def _tagged(self, field: Field) -> Iterator[Paragraph]:
        parts = [one.key for one in field.options] + [one.key for one in field.columns]
        tags = [field.key, *(f"{field.key}.{part}" for part in parts)]
        return (found for tag in tags if (found := self.content.controls.get(tag)))

    def _labelled(self, field: Field) -> Paragraph | None:
        return self._paragraphs_by_text.get(_name(field.label))

    @cached_property
    def _paragraphs_by_text(self) -> dict[str, Paragraph]:
        """The first paragraph of each text; a label torn in two is found by its cell's text."""
        found: dict[str, Paragraph] = {}
        cells: dict[str, Paragraph] = {}
        for one in self.content.paragraphs():
            found.setdefault(_name(one.text), one)
            if one.cell is not None and one.cell.blocks[0] is one:
                cells.setdefault(_name(one.cell.text), one)
        return {**cells, **found}

    @cached_property
    def _label_paragraphs(self) -> dict[int, str]:
        """The paragraphs that are labels, and the field of each."""
        pairs = ((self.label_of(field), field) for _, field in self.form.fields)
        return {id(label): field.key for label, field in pairs if label is not None}

    # In a cell: beside the label, below it, or in the same cell after it.

    def _in_cell(self, field: Field) -> Place | None:
        label = self.content.bookmarks.get(f"f_{field.key}") or self._labelled(field)
        if label is not None:
            self._use_label(label)
        if field.group and field.kind != "long_text":
            return self._lines(field, label)
        tagged = next(self._tagged(field), None)
        cell = tagged.cell if tagged is not None else None
        extra = self._extra(label, field)
        if cell is None and label is not None and label.cell is not None:
            below = bool(field.group)
            cell = _below(label.cell) if below else _right(label.cell)
            if cell is not None and self._is_label(cell):
                cell = None
        if cell is None and not extra:
            return None
        blocks = [] if cell is None or (label and cell is label.cell) else cell.blocks
        return self._place(blocks, extra=extra)

    def _use_label(self, label: Paragraph) -> None:
        self.used.add(id(label))
        if label.cell is not None:
            self.used.update(id(one) for one in label.cell.paragraphs())

    def _is_label(self, cell: Cell) -> bool:
        return any(id(one) in self._label_paragraphs for one in cell.paragraphs())

    def _extra(self, label: Paragraph | None, field: Field) -> str:
        """What stands in the label's cell after the label."""
        if label is None or label.cell is None:
            return ""
        lines = list(label.cell.paragraphs())
        after = [label, *lines[lines.index(label) + 1 :]]
        text = "\n".join(one.text for one in after)
        rest = after_words(text, field.label)
        return "" if rest is None else rest.lstrip(_COLONS)

    def _lines(self, field: Field, label: Paragraph | None) -> Place | None:
        """The lines after the label up to the next label of the cell."""
        tagged = next(self._tagged(field), None)
        start = label or tagged
        if start is None or start.cell is None:
            return None
        lines = list(start.cell.paragraphs())
        found: Blocks = []
        for one in lines[lines.index(start) + (start is label) :]:
            if id(one) in self._label_paragraphs and one is not start:
                break
            found.append(one)
        return self._place(found, extra=self._beside_label(label, field))

    def _beside_label(self, label: Paragraph | None, field: Field) -> str:
        rest = after_words(label.text, field.label) if label else None
        return rest or ""

    # Outside the table.

    def _in_title(self, field: Field) -> Place | None:
        """The title: what stands before its fixed words."""
        words = solid(self.form.layout.title.text)
        tagged = self.content.controls.get(field.key)
        marked = self.content.bookmarks.get(f"f_{field.key}")
        for one in filter(None, (tagged, marked, *self.content.paragraphs())):
            if solid(one.text).endswith(words):
                return self._place([one])
        found = tagged or marked
        return self._place([found]) if found else None

    def _beside(self, field: Field) -> Place | None:
        """A line such as 承诺人（签字）：, or the fixed text under a heading."""
        if field.kind == "fixed":
            found = self.content.controls.get(field.key) or self.label_of(field)
            return self._place([found]) if found else None
        tagged = self.content.controls.get(field.key)
        found = tagged or self.content.bookmarks.get(f"f_{field.key}") or self._starting(field)
        return self._place([found], label=field.label) if found else None

    def _starting(self, field: Field) -> Paragraph | None:
        words = solid(field.label)
        return next(
            (
                one
                for one in self.content.paragraphs()
                if solid(one.text).startswith((f"{words}：", f"{words}:"))
            ),
            None,
        )

    def _table(self, section: Section, field: Field) -> Table | None:
        """The table of a list: of its controls, below its heading, or by its header."""
        for one in self._tagged(field):
            if one.cell is not None:
                return one.cell.table
        tables = [block for block in self.content.blocks if isinstance(block, Table)]
        best = max(tables, key=lambda table: _fit(table, field), default=None)
        if best is not None and _fit(best, field) * 2 >= len(field.columns):
            return best
        heading = self.content.bookmarks.get(f"f_{field.key}")
        if heading is None or heading.cell is not None:
            heading = self._paragraphs_by_text.get(_name(section.title))
        return self._after(heading)

    def _after(self, heading: Paragraph | None) -> Table | None:
        """The first table after a heading, before the next heading of the form."""
        if heading is None or heading not in self.content.blocks:
            return None
        titles = {_name(one.title) for one in (*self.form.sections, *self.form.attachments)}
        for block in self.content.blocks[self.content.blocks.index(heading) + 1 :]:
            if isinstance(block, Table):
                return block
            if _name(block.text) in titles:
                return None
        return None


def header_row(table: Table, field: Field) -> tuple[int, dict[str, int]]:
    """The number of the header row and the cell of each column; -1 where there is none."""
    best: tuple[int, dict[str, int]] = (-1, {})
    labels = {solid(old): column.key for column in field.columns for old in column.formerly}
    labels |= {solid(column.label): column.key for column in field.columns}
    for number, row in enumerate(table.rows[:5]):
        found = {
            labels[name]: place
            for place, cell in enumerate(row)
            if (name := solid(cell.text)) in labels
        }
        if len(found) > len(best[1]):
            best = (number, found)
    return best


def after_words(text: str, words: str) -> str | None:
    r"""What follows words at the beginning of a text, blanks aside; None for another text.

    >>> after_words("联 系\\n人 张三", "联系人")
    '张三'
    """
    wanted = solid(words)
    place = 0
    for number, sign in enumerate(text):
        if place == len(wanted):
            return text[number:].strip(" \t\n\u00a0\u3000")
        if sign == wanted[place]:
            place += 1
        elif solid(sign):
            return None
    return "" if place == len(wanted) else None


def _fit(table: Table, field: Field) -> int:
    return len(header_row(table, field)[1])


def _name(text: str) -> str:
    return solid(text).rstrip(_COLONS)


def _right(cell: Cell) -> Cell | None:
    """The next cell of the row."""
    row = cell.table.rows[cell.row]
    place = row.index(cell) + 1
    return row[place] if place < len(row) else None


def _below(cell: Cell) -> Cell | None:
    """The cell below that begins at the same column, else the last of that row."""
    if cell.row + 1 >= len(cell.table.rows):
        return None
    row = cell.table.rows[cell.row + 1]
    return next((one for one in row if one.column == cell.column), row[-1] if row else None)
