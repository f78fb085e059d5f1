"""WordprocessingML as text: runs, paragraphs, cells and content controls.

Every run names its East Asian font and says ``w:hint="eastAsia"``, so that quotation marks and
dashes are full width wherever the file is opened. Type and page follow GB/T 9704-2012.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape

from lawbook.base.shared import Shared
from lawbook.forms.values import clean

KAI: Shared[str] = "楷体_GB2312"
FANG: Shared[str] = "仿宋_GB2312"

LATIN = "Times New Roman"
SONG_TITLE, HEI, SONG = "方正小标宋简体", "黑体", "宋体"
BOXES = "MS Gothic"
OFF, ON = "☐", "☑"

# The font of each paragraph style in templates/word/styles.xml; all others use FANG.
FONTS = {
    "Title": SONG_TITLE,
    "CoverTitle": SONG_TITLE,
    "PageTitle": SONG_TITLE,
    "CoverMark": KAI,
    "Mark": HEI,
    "Heading": HEI,
    "Band": HEI,
    "TableLabel": HEI,
    "TableSublabel": KAI,
    "TableHead1": HEI,
    "TableHead2": KAI,
    "ColumnHead": HEI,
    "SmallHead": HEI,
    "Notice": KAI,
    "Header": SONG,
}
_SPLIT = re.compile("([\n\t\r])")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def safe(text: str) -> str:
    """Return text for an element or an attribute: cleaned and escaped."""
    return escape(clean(text))


@cache
def font(name: str) -> str:
    """Return the ``w:rFonts`` of a Chinese font; Latin letters and digits keep theirs."""
    latin = name if name == BOXES else LATIN
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{latin}" w:eastAsia="{name}"'
        f' w:hAnsi="{latin}" w:cs="{latin}"/>'
    )


@cache
def _run_start(name: str, style: str, bold: bool, scale: int) -> str:
    character_style = f'<w:rStyle w:val="{style}"/>' if style else ""
    weight = "<w:b/>" if bold else ""
    width = f'<w:w w:val="{scale}"/>' if scale else ""
    return f"<w:r><w:rPr>{character_style}{font(name)}{weight}{width}</w:rPr>"


def run(text: str, name: str = FANG, *, style: str = "", bold: bool = False, scale: int = 0) -> str:
    """Return a run of text; line ends become breaks; ``scale`` is a width in percent."""
    start = _run_start(name, style, bold, scale)
    if text.isprintable():  # no character that XML forbids, no line end, no tab
        body = f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
        return f"{start}{body}</w:r>"
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # XML would read \r as \n
    body = "".join(
        _BREAKS.get(piece) or f'<w:t xml:space="preserve">{safe(piece)}</w:t>'
        for piece in _SPLIT.split(text)
        if piece
    )
    return f"{start}{body}</w:r>"


def styled(style: str, text: str) -> str:
    """Return a run in the font of a paragraph style."""
    return run(text, FONTS.get(style, FANG))


def paragraph(style: str, *runs: str, more: str = "") -> str:
    """Return a paragraph; ``more`` are further properties, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{"".join(runs)}</w:p>'


def bookmarked(number: int, key: str, runs: str) -> str:
    """Return runs inside the bookmark ``f_<key>``, which marks a label's field."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="f_{key}"/>'
    return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'


@dataclass(frozen=True)
class Control:
    """A content control (``w:sdt``) around runs; ``tag`` identifies it when read back.

    ``lock`` is one of Word's lock values; ``temporary`` controls vanish when a person types.
    Without tag there is no control.
    """

    number: int
    tag: str
    alias: str
    lock: str = ""
    temporary: bool = False

    def around(self, runs: str, *, hint: bool = False, kind: str = "") -> str:
        """Return the control with its content; ``hint``: the content is only a hint."""
        if not self.tag:
            return runs
        # Children are in the order of CT_SdtPr (ISO/IEC 29500-1, 17.5.2.38).
        properties = (
            f'<w:alias w:val="{safe(self.alias[:60])}"/>'
            f'<w:tag w:val="{self.tag}"/><w:id w:val="{self.number}"/>'
            + (f'<w:lock w:val="{self.lock}"/>' if self.lock else "")
            + ("<w:temporary/>" if self.temporary else "")
            + ("<w:showingPlcHdr/>" if hint else "")
            + kind
        )
        content = f"<w:sdtContent>{runs}</w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt>"

    def box(self, *, ticked: bool) -> str:
        """Return a box that can be clicked in Word and is ☐ or ☑ elsewhere."""
        checkbox = (
            f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
            f'<w14:checkedState w14:val="2611" w14:font="{BOXES}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{BOXES}"/></w14:checkbox>'
        )
        return self.around(run(ON if ticked else OFF, BOXES), kind=checkbox)


def date_kind(iso: str = "") -> str:
    """Return the properties of a date control; ``iso`` is the date in it."""
    full = f' w:fullDate="{iso}T00:00:00Z"' if iso else ""
    return (
        f'<w:date{full}><w:dateFormat w:val="yyyy年M月d日"/><w:lid w:val="zh-CN"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )


@dataclass(frozen=True)
class Cell:
    """A table cell ``width`` twips wide; ``merge`` is restart or continue."""

    width: int
    span: int = 1
    merge: str = ""
    borders: str = ""
    align: str = "center"

    @property
    def before(self) -> str:
        """Return the XML before the cell's paragraphs."""
        properties = f'<w:tcW w:w="{self.width}" w:type="dxa"/>'
        properties += f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        properties += f'<w:vMerge w:val="{self.merge}"/>' if self.merge else ""
        properties += f"<w:tcBorders>{self.borders}</w:tcBorders>" if self.borders else ""
        return f'<w:tc><w:tcPr>{properties}<w:vAlign w:val="{self.align}"/></w:tcPr>'

    after = "</w:tc>"

    def around(self, paragraphs: str) -> str:
        """Return the cell with its paragraphs, one of which must be its last child."""
        return self.before + paragraphs + self.after


@dataclass(frozen=True)
class Row:
    """A table row at least ``height`` twips high; it stays on one page unless ``split``."""

    height: int
    header: bool = False
    split: bool = False

    @property
    def before(self) -> str:
        """Return the XML before the row's cells."""
        properties = "" if self.split else "<w:cantSplit/>"
        properties += f'<w:trHeight w:val="{self.height}" w:hRule="atLeast"/>'
        properties += "<w:tblHeader/>" if self.header else ""
        return f"<w:tr><w:trPr>{properties}</w:trPr>"

    after = "</w:tr>"

    def around(self, cells: str) -> str:
        """Return the row with its cells."""
        return self.before + cells + self.after


def table_start(
    style: str,
    widths: tuple[int, ...],
    caption: str,
    *,
    centred: bool = False,
    margins: int | None = None,
) -> str:
    """Return the start of a table with its grid; ``caption`` is for screen readers.

    ``margins`` are the left and right ones of its cells, if they differ from the style's.
    """
    alignment = '<w:jc w:val="center"/>' if centred else ""
    sides = "".join(f'<w:{side} w:w="{margins}" w:type="dxa"/>' for side in ("left", "right"))
    inside = "" if margins is None else f"<w:tblCellMar>{sides}</w:tblCellMar>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'{alignment}<w:tblLayout w:type="fixed"/>{inside}'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{safe(caption)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


TABLE_END = "</w:tbl>"
