"""The table of a form: label and answer side by side, boxes, groups under one label."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.form import Field, Option, Section
from lawbook.word.markup import FANG, TABLE_END, cell, paragraph, row, run, styled, table_start
from lawbook.word.sheet import Sheet
from lawbook.word.slots import OnlyBlank, Passage, Segment

# Type area of GB/T 9704: 156 mm = 8844 twips; a label of four characters, then the answer.
LABEL, ANSWER, LABEL_2, ANSWER_2 = GRID = (1560, 2830, 1360, 3094)
WIDTH = sum(GRID)
VALUE = WIDTH - LABEL
CELL_MARGINS = 216
SHORT, LONG = 624, 1701
# Between the label and the answer of one field of a group there is no line.
OPEN_BELOW = '<w:bottom w:val="nil"/>'
OPEN_ABOVE = '<w:top w:val="nil"/>'


class Table:
    """Rows of one table; it is opened by the first row and closed by the caller."""

    def __init__(self, sheet: Sheet, caption: str) -> None:
        self.sheet = sheet
        sheet.add(table_start("FormTable", GRID, caption))

    def close(self) -> None:
        """End the table."""
        self.sheet.add(TABLE_END)

    def band(self, title: str) -> None:
        """A section's title across the whole table."""
        content = paragraph("Band", styled("Band", title))
        self.sheet.add(row(cell(WIDTH, content, span=4), height=SHORT))

    def section(self, section: Section, *, band: bool) -> None:
        """All fields of a section but the one that is answered in the title."""
        if band:
            self.band(section.title)
        in_title = self.sheet.form.layout.title.field
        for fields in _runs_of(tuple(one for one in section.fields if one.key != in_title)):
            if fields[0].group:
                self._group(section, fields)
            elif fields[0].layout.half:
                self._halves(fields)
            else:
                self._whole(fields[0])

    def _whole(self, field: Field) -> None:
        """One field a row."""
        lines = field.layout.label_lines or (field.label,)
        label = cell(LABEL, self.sheet.label(field.key, "TableLabel", lines))
        self._row([label, *_celled(VALUE, self._answer(field), span=3)], field)

    def _halves(self, fields: tuple[Field, ...]) -> None:
        """Two short fields a row; a last one alone has the row for itself."""
        for first, second in zip(fields[::2], (*fields[1::2], None)[: len(fields[::2])]):
            if second is None:
                self._whole(first)
                continue
            pieces: list[Segment] = []
            for field, widths in ((first, (LABEL, ANSWER)), (second, (LABEL_2, ANSWER_2))):
                label = self.sheet.label(field.key, "TableLabel", (field.label,))
                pieces += [cell(widths[0], label), *_celled(widths[1], self._answer(field))]
            self._row(pieces, first)

    def _group(self, section: Section, fields: tuple[Field, ...]) -> None:
        """Fields under one label that is merged down; each has its own label above its answer."""
        group = section.group(str(fields[0].group))
        merged = cell(LABEL, self.sheet.group_label(group), merge="restart")
        go_on = cell(LABEL, paragraph("TableLabel"), merge="continue")
        for number, field in enumerate(fields):
            left = go_on if number else merged
            hint = self._instruction(group.hint) if not number else []
            name = self.sheet.label(field.key, "TableSublabel", (field.label,))
            above = _celled(VALUE, [*hint, name], span=3, borders=OPEN_BELOW)
            self.sheet.add(*_rowed([left, *above]))
            below = _celled(VALUE, self._answer(field), span=3, borders=OPEN_ABOVE)
            self._row([go_on, *below], field)

    @staticmethod
    def _instruction(text: str | None) -> list[Segment]:
        if not text:
            return []
        return [OnlyBlank(paragraph("Passage", run(text, style="Hint")))]

    def _row(self, pieces: list[Segment], field: Field) -> None:
        long = field.kind == "long_text"
        height = (LONG if long else SHORT) if not field.group or long else 0
        self.sheet.add(*_rowed(pieces, height=height, split=long))

    def _answer(self, field: Field) -> list[Segment]:
        """The paragraphs of the answer's cell."""
        if field.kind == "long_text":
            hint = self.sheet.control(field.key, field.called, temporary=True)
            return [Passage(field.key, hint, field.hint or "")]
        if field.kind in {"choice", "choices"}:
            return list(self._boxes(field))
        if field.kind == "fixed":
            return [paragraph("TableText", self.sheet.fixed(field, run(field.text or "")))]
        slot = self.sheet.line(field, FANG)
        return ['<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>', slot, "</w:p>"]

    def _boxes(self, field: Field) -> Iterator[Segment]:
        counts = field.layout.option_lines
        columns = max(counts, default=1)
        for options in _lines_of(field.options, counts):
            yield f'<w:p><w:pPr><w:pStyle w:val="Boxes"/>{_tabs(columns)}</w:pPr>'
            yield from self.sheet.boxes(field, options, FANG)
            yield "</w:p>"


def _tabs(columns: int) -> str:
    step = (VALUE - CELL_MARGINS) // columns
    stops = "".join(f'<w:tab w:val="left" w:pos="{step * n}"/>' for n in range(1, columns))
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _lines_of(options: tuple[Option, ...], counts: tuple[int, ...]) -> Iterator[tuple[Option, ...]]:
    """The options line by line; what the counts leave over stands one a line."""
    start = 0
    while start < len(options):
        count, *rest = counts or (1,)
        counts = tuple(rest)
        yield options[start : start + count]
        start += count


def _runs_of(fields: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    """Neighbours that stand together: a group, or halves of rows."""
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


def _celled(
    width: int, content: list[Segment], *, span: int = 1, borders: str = ""
) -> list[Segment]:
    """A cell around segments; the XML before and after them comes from an empty cell."""
    before, after = cell(width, "\0", span=span, borders=borders).split("\0")
    return [before, *content, after]


def _rowed(content: list[Segment], *, height: int = 0, split: bool = False) -> list[Segment]:
    before, after = row("\0", height=height, split=split).split("\0")
    return [before, *content, after]
