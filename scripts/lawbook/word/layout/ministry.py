"""The answers in the layout of the official template, for submission: none of our marks.

The cover is lines, boxes share one cell, and there are no controls or bookmarks: the file is edited
like any other. ``read.official`` reads it back.
"""

from __future__ import annotations

from dataclasses import replace

from lawbook.forms.form import Field, Form, Section
from lawbook.word.layout.cover import heading
from lawbook.word.layout.flow import Flow, title
from lawbook.word.layout.markup import FANG, Cell, Control, Row, paragraph, run, styled
from lawbook.word.layout.page import section_properties
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.skeleton import Skeleton, compiled_from
from lawbook.word.layout.slots import Passage, Segment
from lawbook.word.layout.table import LABEL, LONG, SHORT, VALUE, Table

WIDEST = 4  # characters of the longest label of the cover
COVER_LINE = '<w:spacing w:before="160"/><w:ind w:left="1400"/>'


def ministry(form: Form) -> Skeleton:
    """Return a form laid out as its official template is."""
    sheet = _Plain(form)
    _cover(sheet, form.sections[0])
    sheet.add(*title(sheet))
    Flow(sheet, _Table).all()
    sheet.add(section_properties(restart=True))
    return compiled_from(sheet)


# A name that its answer follows: LibreOffice does not keep a name with the next paragraph.
GOES_ON = (
    '<w:keepNext w:val="0"/><w:widowControl/><w:ind w:firstLineChars="200" w:firstLine="560"/>'
    '<w:jc w:val="both"/>'
)


class _Plain(Sheet):
    """A document of text alone: no controls, no bookmarks, no instructions."""

    def control(self, tag: str, alias: str, *, lock: str = "", temporary: bool = False) -> Control:  # noqa: ARG002 - one signature
        """Return a control without tag, which leaves only its content."""
        return Control(0, "", "")

    def tag(self, text: str) -> str:  # noqa: ARG002 - one signature
        """Return no tag: the official template has none."""
        return ""

    def marked(self, key: str, runs: str) -> str:  # noqa: ARG002 - one signature
        """Return the runs unchanged, without a bookmark."""
        return runs

    def instruction(
        self,
        text: str,  # noqa: ARG002
        style: str = "Passage",  # noqa: ARG002
        more: str = "",  # noqa: ARG002
    ) -> list[Segment]:
        """Return nothing: the instruction belongs to the blank form of this guide."""
        return []


def _cover(sheet: Sheet, section: Section) -> None:
    heading(sheet)
    sheet.add(paragraph("CoverGap"))
    for field in section.fields:
        sheet.add(f'<w:p><w:pPr><w:pStyle w:val="CoverText"/>{COVER_LINE}</w:pPr>')
        sheet.add(run(f"{_spread(field.label)}：", FANG), sheet.line(field, FANG), "</w:p>")
    end = section_properties(numbered=False)
    sheet.add(f'<w:p><w:pPr><w:pStyle w:val="CoverText"/>{end}</w:pPr></w:p>')


def _spread(label: str) -> str:
    """Return a label of two characters spread as wide as one of four."""
    return label if len(label) != WIDEST // 2 else "\u3000\u3000".join(label)


class _Table(Table):
    """The template's table."""

    def group(self, section: Section, fields: tuple[Field, ...]) -> None:
        """Lay out the fields of a group in one cell, each below or after its name."""
        group = section.group(str(fields[0].group))
        is_long = fields[0].kind == "long_text"
        value = Cell(VALUE, span=3, align="top" if is_long else "center")
        label = Cell(LABEL, align=value.align).around(self.sheet.group_label(group))
        pieces = [piece for field in fields for piece in self._part(field)]
        row = Row(LONG if is_long else SHORT, split=is_long)
        self.sheet.add(row.before, label, value.before, *pieces, value.after, row.after)

    def _part(self, field: Field) -> list[Segment]:
        if field.kind == "long_text":
            return [_named(self._passage(field), field.label)]
        if field.kind == "fixed":
            return [paragraph("TableText", run(f"{field.label}{field.text}", FANG))]
        return [paragraph("TableText", styled("TableText", field.label)), *self.answer(field)]


def _named(answer: Passage, name: str) -> Passage:
    """Return a long answer with its name, whose style identifies it when read back."""
    style = "TableSublabel"
    line = paragraph(style, styled(style, f"{name}："), more=GOES_ON).removesuffix("</w:p>")
    return replace(answer, above=paragraph(style, styled(style, name)), leading=line)
