"""What is outside the table: lists with rows, fixed texts, lines for signatures."""

from __future__ import annotations

from operator import ge

from lawbook.forms.form import Column, Field, Section
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
from lawbook.word.layout.page import TYPE_WIDTH
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.slots import ListRows

# The column of row numbers, wide enough for 序号; narrower if the type is small.
NUMBER, SMALL_NUMBER = 794, 600
MANY_COLUMNS = 6
# Twips: a character, the margins of a cell, and a date with hyphens, at which it would break.
SIGN, SMALL_SIGN = 285, 215
MARGINS, SMALL_MARGINS = 216, 120
SMALL_DATE = 1340
HEAD_SIGNS = 4  # characters of a column's label that fit on one line
HEAD = 624
KEEP = "<w:keepNext/>"  # the hint stays with the table


def listing(sheet: Sheet, section: Section) -> None:
    """Lay out all fields of an open section."""
    for field in section.fields:
        start = len(sheet.segments)
        if field.kind in {"rows", "fixed"} and not in_title(section, field):
            sheet.add(sheet.label(field.key, "Heading", (field.label,)))
        if field.kind == "rows":
            rows(sheet, field)
        elif field.kind == "fixed":
            _fixed(sheet, field)
        else:
            _to_sign(sheet, field)
        sheet.only(start, field.only_if, (field.key,))


def in_title(section: Section, field: Field) -> bool:
    """Return whether the title of an open section is the label of its first list or text."""
    first = next((other for other in section.fields if other.kind in {"rows", "fixed"}), None)
    return field is first and field.label in section.title


def rows(sheet: Sheet, field: Field) -> None:
    """Lay out a list: the hint of the blank form, a repeating header row, the rows."""
    sheet.add(*sheet.instruction(sheet.form.hint(field), "Body", KEEP))
    small = len(field.columns) >= MANY_COLUMNS
    style, first = ("SmallHead", SMALL_NUMBER) if small else ("ColumnHead", NUMBER)
    widths = _widths(field, TYPE_WIDTH - first, small=small)
    margins = SMALL_MARGINS // 2 if small else None
    sheet.add(table_start("FormTable", (first, *widths), field.called, margins=margins))
    labels = ("序号", *(column.label for column in field.columns))
    heads = (
        Cell(width).around(paragraph(style, styled(style, label)))
        for label, width in zip(labels, (first, *widths), strict=True)
    )
    sheet.add(Row(HEAD, header=True).around("".join(heads)))
    columns = tuple(
        (sheet.tag(f"{field.key}.{column.key}"), f"{field.called}：{column.label}", width)
        for column, width in zip(field.columns, widths, strict=True)
    )
    blanks = field.layout.blank_rows
    optional = not (field.required or field.advised)
    numbers = sheet.numbers_of_list()
    sheet.add(ListRows(field.key, columns, numbers, first, blanks, small=small, optional=optional))
    sheet.add(TABLE_END, paragraph("TableEnd"))


def _widths(field: Field, room: int, *, small: bool) -> tuple[int, ...]:
    """Return the columns' widths by their shares, none narrower than its longest unbreakable text.

    The last gets the rounding remainder.
    """
    least = [_least(column, small=small) for column in field.columns]
    shares = [column.width for column in field.columns]
    widths = _shared(room, shares)
    for _ in shares:  # what one column gains is taken from the wider ones
        wide = [
            share if width > low else 0
            for share, width, low in zip(shares, widths, least, strict=True)
        ]
        taken = sum(low for share, low in zip(wide, least, strict=True) if not share)
        if all(map(ge, widths, least)) or taken >= room or not any(wide):
            break
        widths = [
            width or low for width, low in zip(_shared(room - taken, wide), least, strict=True)
        ]
    return (*widths[:-1], room - sum(widths[:-1]))


def _shared(room: int, shares: list[int]) -> list[int]:
    return [room * share // sum(shares) for share in shares]


def _least(column: Column, *, small: bool) -> int:
    """Return a column's minimum width: a short label on one line, in a small table a date too."""
    sign, margins = (SMALL_SIGN, SMALL_MARGINS) if small else (SIGN, MARGINS)
    if small and column.kind == "date":
        return SMALL_DATE
    signs = len(column.label)
    return margins + sign * (signs if signs <= HEAD_SIGNS else HEAD_SIGNS)


def _fixed(sheet: Sheet, field: Field) -> None:
    """Lay out a fixed text; the control is in its first line.

    LibreOffice repeats text if a control spans several paragraphs; whether a line was changed is
    found by the check.
    """
    first, *others = (field.text or "").split("\n")
    sheet.add(paragraph("Body", sheet.fixed(field, styled("Body", first))))
    sheet.add(*(paragraph("Body", styled("Body", line)) for line in others))


def _to_sign(sheet: Sheet, field: Field) -> None:
    """Lay out a line such as 承诺人（签字）：, in the right half of the page."""
    sheet.add('<w:p><w:pPr><w:pStyle w:val="Sign"/></w:pPr>')
    sheet.add(sheet.name(field.key, "Sign", field.label), run("：", FANG))
    sheet.add(sheet.line(field, FANG), "</w:p>")
