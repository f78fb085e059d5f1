"""The cover: 附件, the title, the lines to be filled in, and the notice of the blank form."""

from __future__ import annotations

from lawbook.base.shared import Shared
from lawbook.forms.form import Field, Form, Section
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
from lawbook.word.layout.page import section_properties
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.slots import OnlyBlank

NOTICE: Shared[str] = "填写提示：{notice}"

WIDTH = 8200
LINE_BELOW = '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
ROW = 740


def cover(sheet: Sheet, section: Section) -> None:
    """Lay out the cover, which ends with a section break."""
    heading(sheet)
    if blank_mark := sheet.form.layout.blank_mark:
        mark = paragraph("CoverMark", styled("CoverMark", blank_mark))
        sheet.add(OnlyBlank(mark))
    sheet.add(paragraph("CoverGap"))
    width = _label_width(section)
    grid = (width, WIDTH - width)
    sheet.add(table_start("CoverTable", grid, section.title, centred=True))
    for field in section.fields:
        _line(sheet, field, width)
    sheet.add(TABLE_END)
    end = section_properties(numbered=False)
    sheet.add('<w:p><w:pPr><w:pStyle w:val="Notice"/>', end, "</w:pPr>")
    sheet.add(OnlyBlank(styled("Notice", NOTICE.format(notice=sheet.form.notice))), "</w:p>")


def heading(sheet: Sheet) -> None:
    """Lay out what precedes the lines of the cover: the mark (附件) and the title."""
    layout = sheet.form.layout
    if layout.mark:
        sheet.add(paragraph("Mark", styled("Mark", layout.mark)))
    for number, text in enumerate(layout.cover):
        lower = "" if number else '<w:spacing w:before="2500"/>'
        sheet.add(paragraph("CoverTitle", styled("CoverTitle", text), more=lower))


def notice(form: Form) -> OnlyBlank:
    """Return the notice as a paragraph of its own, for a form without cover."""
    top = '<w:spacing w:before="0"/>'  # here it is at the top of the page
    words = styled("Notice", NOTICE.format(notice=form.notice))
    return OnlyBlank(paragraph("Notice", words, more=top))


def _label_width(section: Section) -> int:
    """Return the width of the longest label and its colon at 16 pt, plus the cell's margins."""
    return (max(len(field.label) for field in section.fields) + 1) * 330 + 300


def _line(sheet: Sheet, field: Field, width: int) -> None:
    """Lay out a line of the cover: the label spread to a fixed width, the answer above a rule."""
    label = paragraph(
        "CoverLabel", sheet.name(field.key, "CoverLabel", field.label), run("：", FANG)
    )
    frame, value = Row(ROW), Cell(WIDTH - width, borders=LINE_BELOW, align="bottom")
    sheet.add(frame.before, Cell(width, align="bottom").around(label), value.before)
    sheet.add('<w:p><w:pPr><w:pStyle w:val="CoverText"/></w:pPr>', sheet.line(field, FANG))
    sheet.add("</w:p>", value.after, frame.after)
