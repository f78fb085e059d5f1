"""The table of a form: label and answer side by side, boxes, groups under one label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from lawbook.forms.form import Field, Group, Option, Section
from lawbook.word.layout.markup import (
    FANG,
    TABLE_END,
    Cell,
    Row,
    paragraph,
    run,
    styled,
    table_start,
)
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.slots import EMPTY, BySize, Passage, Segment

# Type area of GB/T 9704: 156 mm = 8844 twips; a label of four characters, then the answer.
LABEL, ANSWER, LABEL_2, ANSWER_2 = GRID = (1560, 2980, 1360, 2944)
WIDTH = sum(GRID)
VALUE = WIDTH - LABEL
CELL_MARGINS = 216
SHORT, LONG, GROUPED = 624, 1701, 1400
# Between the label and the answer of a group's field there is no rule.
NO_BELOW = '<w:bottom w:val="nil"/>'
# On every paragraph of a row: the row stays with the next one.
KEEP = "<w:keepNext/>"
NO_ABOVE = '<w:top w:val="nil"/>'
WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
KEPT = "\0"  # if a paragraph may be kept with the next row
_VALUE = Cell(VALUE, span=3, align="top")
# From the first row of an answer to the second.
CUT = (
    Cell.after
    + Row.after
    + "<w:tr>"
    + Cell(LABEL, merge="continue").around(paragraph("TableLabel"))
    + replace(_VALUE, borders=NO_ABOVE).before
)


class Table:
    """The rows of one table; it is opened by the first row and closed by the caller."""

    def __init__(self, sheet: Sheet, caption: str) -> None:
        self.sheet = sheet
        sheet.add(table_start("FormTable", GRID, caption))

    def close(self) -> None:
        """End the table."""
        self.sheet.add(TABLE_END)

    def band(self, title: str) -> None:
        """Add a section's title across the whole table."""
        content = paragraph("Band", styled("Band", title))
        self.sheet.add(Row(SHORT).around(Cell(WIDTH, span=4).around(content)))

    def section(self, section: Section, *, band: bool) -> None:
        """Add all fields of a section except the one that is answered in the title."""
        if band:
            self.band(section.title)
        in_title = self.sheet.form.layout.title.field
        for fields in _runs_of(tuple(field for field in section.fields if field.key != in_title)):
            if fields[0].group:
                self.group(section, fields)
            elif fields[0].layout.half:
                self._halves(fields)
            else:
                self._whole(fields[0])

    def _whole(self, field: Field) -> None:
        """Add one field as a row; a long answer can have two."""
        start = len(self.sheet.segments)
        if field.kind == "long_text":
            label = self.sheet.label(field.key, "TableLabel", _lines(field), KEPT)
            self._two_rows(field, label, self._passage(field, CUT))
        else:
            label = Cell(LABEL).around(self.sheet.label(field.key, "TableLabel", _lines(field)))
            self._row(label, *self._answered(field, Cell(VALUE, span=3)))
        self.sheet.only(start, field.only_if, () if field.computed else (field.key,))

    def _two_rows(self, field: Field, label: str, answer: Passage) -> None:
        """Add a label, where ``KEPT`` says what is kept, and a long answer.

        There is no rule between the rows, and the label's cell is merged down.
        """

        def sized(plain: str, cut: str) -> BySize:
            return BySize(field.key, plain, plain, plain, cut)

        before, after = label.split(KEPT)
        left = Cell(LABEL, align="top")
        height = f'<w:trPr><w:trHeight w:val="{LONG}" w:hRule="atLeast"/></w:trPr>'
        self.sheet.add("<w:tr>", BySize(field.key, height, WHOLE, "", WHOLE))
        self.sheet.add(sized(left.before, replace(left, merge="restart").before))
        self.sheet.add(before, sized("", KEEP), after, Cell.after)
        self.sheet.add(sized(_VALUE.before, replace(_VALUE, borders=NO_BELOW).before))
        self.sheet.add(answer, Cell.after, Row.after)

    def _passage(self, field: Field, cut: str = "") -> Passage:
        control = self.sheet.control(field.key, field.called, temporary=True)
        return Passage(field.key, control, self.sheet.form.hint(field) or EMPTY, cut)

    def _halves(self, fields: tuple[Field, ...]) -> None:
        """Add two short fields a row; a last single one has the row for itself."""
        for first, second in zip_longest(fields[::2], fields[1::2]):
            if second is None:
                self._whole(first)
                continue
            pieces: list[Segment] = []
            for field, widths in ((first, (LABEL, ANSWER)), (second, (LABEL_2, ANSWER_2))):
                label = self.sheet.label(field.key, "TableLabel", _lines(field))
                pieces += [Cell(widths[0]).around(label)]
                pieces += self._answered(field, Cell(widths[1]))
            self._row(*pieces)

    def group(self, section: Section, fields: tuple[Field, ...]) -> None:
        """Add fields under one label: boxes in one cell, long answers in rows of their own."""
        group = section.group(str(fields[0].group))
        if fields[0].kind == "long_text":
            self._long_group(group, fields)
            return
        value = Cell(VALUE, span=3)
        label = Cell(LABEL).around(self.sheet.group_label(group))
        pieces: list[Segment] = [label, value.before, *self.sheet.instruction(group.hint or "")]
        for field in fields:
            pieces += [self._sublabel(field), *self.answer(field)]
        self._row(*pieces, value.after)

    def _long_group(self, group: Group, fields: tuple[Field, ...]) -> None:
        """Add a group whose label is merged down; each field has its label above its answer.

        All paragraphs of a label's row are kept with the next row. LibreOffice does not keep rows
        together, so an answer's row begins wherever one line of it fits.
        """
        head = self.sheet.group_label(group, KEEP)
        merged = Cell(LABEL, merge="restart", align="top").around(head)
        go_on = Cell(LABEL, merge="continue")
        above = Cell(VALUE, span=3, borders=NO_BELOW)
        for number, field in enumerate(fields):
            left = go_on.around(paragraph("TableLabel", more=KEEP)) if number else merged
            hint = [] if number else self.sheet.instruction(group.hint or "", more=KEEP)
            label = [left, above.before, *hint, self._sublabel(field, KEEP), above.after]
            self.sheet.add(Row(0).before, *label, Row.after)
            answer = self._answered(field, replace(_VALUE, borders=NO_ABOVE))
            height = f'<w:trPr><w:trHeight w:val="{GROUPED}" w:hRule="atLeast"/></w:trPr>'
            start: list[Segment] = ["<w:tr>", BySize(field.key, height, WHOLE, "", "")]
            self.sheet.add(*start, go_on.around(paragraph("TableLabel")), *answer, Row.after)

    def _sublabel(self, field: Field, more: str = "") -> str:
        return self.sheet.label(field.key, "TableSublabel", (field.label,), more)

    def _answered(self, field: Field, cell: Cell) -> list[Segment]:
        """Return a cell with the field's answer."""
        return [cell.before, *self.answer(field), cell.after]

    def _row(self, *pieces: Segment) -> None:
        self.sheet.add(Row(SHORT).before, *pieces, Row.after)

    def answer(self, field: Field) -> list[Segment]:
        """Return the paragraphs of the answer's cell."""
        if field.kind == "long_text":
            return [self._passage(field)]
        if field.kind in {"choice", "choices"}:
            hint = self.sheet.instruction(self.sheet.form.hint(field), "TableText")
            return [*hint, *self._boxes(field)]
        if field.kind == "fixed":
            return [paragraph("TableText", self.sheet.fixed(field, run(field.text or "")))]
        slot = self.sheet.computed_slot(field) if field.computed else self.sheet.line(field, FANG)
        return ['<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>', slot, "</w:p>"]

    def _boxes(self, field: Field) -> Iterator[Segment]:
        counts = field.layout.option_lines
        columns = max(counts, default=1)
        for options in _lines_of(field.options, counts):
            yield f'<w:p><w:pPr><w:pStyle w:val="Boxes"/>{_tabs(columns)}</w:pPr>'
            yield from self.sheet.boxes(field, options, FANG)
            yield "</w:p>"


def _lines(field: Field) -> tuple[str, ...]:
    return field.layout.label_lines or (field.label,)


def _tabs(columns: int) -> str:
    step = (VALUE - CELL_MARGINS) // columns
    stops = "".join(f'<w:tab w:val="left" w:pos="{step * n}"/>' for n in range(1, columns))
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _lines_of(options: tuple[Option, ...], counts: tuple[int, ...]) -> Iterator[tuple[Option, ...]]:
    """Yield the options line by line; those beyond the counts one a line."""
    start = 0
    while start < len(options):
        count, *rest = counts or (1,)
        counts = tuple(rest)
        yield options[start : start + count]
        start += count


def _runs_of(fields: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    """Yield adjacent fields laid out together: a group, or halves of rows."""
    start = 0
    while start < len(fields):
        first, end = fields[start], start + 1
        while end < len(fields) and _together(first, fields[end]):
            end += 1
        yield fields[start:end]
        start = end


def _together(first: Field, other: Field) -> bool:
    if first.group or other.group:
        return first.group == other.group
    return first.layout.half and other.layout.half
