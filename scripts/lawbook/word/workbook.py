"""A workbook of one sheet, byte for byte that of the page (``assets/tools/common-xlsx.js``).

Every cell is text, so that no spreadsheet evaluates what somebody wrote.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from lawbook.forms.values import FORBIDDEN
from lawbook.word.layout.package import member, stored

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# In points: type size, line height, minimum and maximum height of a row.
LETTERS, LINE, LEAST, MOST = 9, 12.5, 20, 409
NARROW = 12  # columns narrower than this keep all their characters
WIDE = "\u2000"  # characters from here on are as wide as two letters
HEADING, BODY = 2, 1
_FORBIDDEN = re.compile(FORBIDDEN)
Cells = Sequence[str]


def workbook(title: str, rows: Sequence[Cells], widths: Sequence[int]) -> bytes:
    """Return a sheet's file: the header first, all cells text; ``widths`` in characters."""
    last = f"${_column(len(rows[0]) - 1)}${len(rows)}"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(["officeDocument"], ["xl/workbook.xml"]),
        "xl/workbook.xml": _book(title, last),
        "xl/_rels/workbook.xml.rels": _relations(
            ["worksheet", "styles"], ["worksheets/sheet1.xml", "styles.xml"]
        ),
        "xl/worksheets/sheet1.xml": _sheet(title, rows, widths),
        "xl/styles.xml": _styles(),
    }
    return stored([member(name, f"{HEAD}{xml}".encode()) for name, xml in parts.items()])


def _escaped(text: str) -> str:
    whole = html.escape(_FORBIDDEN.sub("\ufffd", text), quote=False)
    return whole.replace('"', "&quot;")


def _column(number: int) -> str:
    """Return the letters of a column, counted from 0.

    >>> _column(0), _column(25), _column(26)
    ('A', 'Z', 'AA')
    """
    letter = chr(ord("A") + number % 26)
    return letter if number < 26 else _column(number // 26 - 1) + letter


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes; a long one loses a character a line, for a stop."""
    room = width if width < NARROW else width - 2
    taken = (sum(2 if sign > WIDE else 1 for sign in line) for line in text.split("\n"))
    return sum(max(1, -(-size // room)) for size in taken)


def _height(cells: Cells, widths: Sequence[int]) -> float:
    most = max(_lines(text, width) for text, width in zip(cells, widths, strict=True))
    return min(MOST, max(LEAST, most * LINE + 4))


def _row(cells: Cells, number: int, widths: Sequence[int]) -> str:
    style = HEADING if number == 1 else BODY
    xml = []
    for index, text in enumerate(cells):
        at = f'r="{_column(index)}{number}" s="{style}"'
        inner = f'<is><t xml:space="preserve">{_escaped(text)}</t></is>'
        xml.append(f'<c {at} t="inlineStr">{inner}</c>' if text else f"<c {at}/>")
    height = f"{_height(cells, widths):g}"
    return f'<row r="{number}" ht="{height}" customHeight="1">{"".join(xml)}</row>'


def _sheet(title: str, rows: Sequence[Cells], widths: Sequence[int]) -> str:
    every = f"A1:{_column(len(rows[0]) - 1)}{len(rows)}"
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, 1)
    )
    lines = "".join(_row(cells, n, widths) for n, cells in enumerate(rows, 1))
    return (
        f'<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{LEAST}" customHeight="1"/>'
        f"<cols>{columns}</cols><sheetData>{lines}</sheetData>"
        f'<autoFilter ref="{every}"/><printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.35" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
        f"<headerFooter><oddHeader>&amp;C{_escaped(title)}</oddHeader>"
        "<oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter></worksheet>"
    )


def _relations(types: Sequence[str], targets: Sequence[str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(zip(types, targets, strict=True), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _content_types() -> str:
    parts = {
        "workbook": "sheet.main",
        "worksheets/sheet1": "worksheet",
        "styles": "styles",
    }
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{SHEET_TYPE}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _book(title: str, last: str) -> str:
    area = f"'{title}'!$A$1:{last}"
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="{title}" sheetId="1" '
        'r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" '
        f'localSheetId="0" hidden="1">{area}</definedName><definedName name="_xlnm.Print_Titles" '
        f"localSheetId=\"0\">'{title}'!$1:$1</definedName></definedNames></workbook>"
    )


def _styles() -> str:
    sides = "".join(
        f'<{side} style="thin"><color auto="1"/></{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    fonts = "".join(
        f'<font>{bold}<sz val="{LETTERS}"/><name val="宋体"/></font>' for bold in ("", "<b/>")
    )
    fills = "".join(
        f"<fill><patternFill {inner}</fill>"
        for inner in (
            'patternType="none"/>',
            'patternType="gray125"/>',
            'patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill>',
        )
    )
    # Format 0 is what offices give to all empty cells: what is printed has formats of its own.
    formats = "".join(
        f'<xf numFmtId="49" fontId="{font}" fillId="{fill}" borderId="1" xfId="0" '
        'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf>'
        for font, fill in ((0, 0), (1, 2))
    )
    return (
        f'<styleSheet xmlns="{MAIN}"><fonts count="2">{fonts}</fonts>'
        f'<fills count="3">{fills}</fills>'
        f'<borders count="2"><border/><border>{sides}</border></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="3"><xf xfId="0"/>{formats}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
