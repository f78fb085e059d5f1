"""The style of pandoc's Word files: page and type by GB/T 9704-2012."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from typing import Any

import pypandoc  # type: ignore[import-untyped]
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from lawbook.word.paper import CELL, HEAD

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体", "仿宋"
LATIN = "Times New Roman"
# Style → East Asian font, size in points, centred, indent of two characters.
STYLES = {
    "Normal": (FANG, 16, False, False),
    "Body Text": (FANG, 16, False, True),
    "First Paragraph": (FANG, 16, False, True),
    "Compact": (FANG, 14, False, False),
    "Caption": (KAI, 14, False, False),
    "Image Caption": (KAI, 14, False, False),
    "Table Caption": (KAI, 14, False, False),
    "Block Text": (KAI, 15, False, False),
    "Title": (SONG, 22, True, False),
    "TOC Heading": (HEI, 16, True, False),
    "Heading 1": (SONG, 22, True, False),
    "Heading 2": (HEI, 16, False, False),
    "Heading 3": (KAI, 16, False, False),
    "Heading 4": (FANG, 16, False, False),
}
# Points above and below.
SPACE = {"Heading 1": (0, 14), "Heading 2": (10, 4), "Heading 3": (6, 0), "TOC Heading": (14, 7)}
# Lines of the contents: the heading, dots, the page.
CONTENTS, CONTENTS_CHAPTER = "Contents Line", "Contents Chapter"
IN_TABLES, IN_CONTENTS = 22, 24  # points from line to line


@cache
def reference() -> bytes:
    """Return pandoc's own reference document with the project's page and type."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    document = Document(io.BytesIO(done.stdout))
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
    for name, look in STYLES.items():
        if name in document.styles:
            _dress(document.styles[name], *look)
    for name, (above, below) in SPACE.items():
        space = document.styles[name].paragraph_format
        space.space_before, space.space_after = Pt(above), Pt(below)
    document.styles["Heading 1"].paragraph_format.page_break_before = True
    document.styles["TOC Heading"].paragraph_format.page_break_before = False
    document.styles["Hyperlink"].font.color.rgb = RGBColor(0, 0, 0)
    for name, font in ((CONTENTS, FANG), (CONTENTS_CHAPTER, HEI)):
        line = _added(document, name, font).paragraph_format
        line.left_indent = Pt(0 if name == CONTENTS_CHAPTER else 14)
        line.line_spacing = Pt(IN_CONTENTS)
        line.tab_stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name, font in ((CELL, FANG), (HEAD, HEI)):
        _added(document, name, font).paragraph_format.line_spacing = Pt(IN_TABLES)
    _rule(document.styles["Table"])
    for section in document.sections:
        _number(section.footer.paragraphs[0])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _added(document: Any, name: str, font: str) -> ParagraphStyle:
    """Return a new style of 14 points."""
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _dress(style, font, 14, False, False)
    return style


def _rule(style: BaseStyle) -> None:
    """Draw lines around all cells of a table, as is usual in offices."""
    properties = style.element.find(qn("w:tblPr"))
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "auto")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.find(qn("w:tblInd")).addnext(borders)


def _number(paragraph: Paragraph) -> None:
    """Add the page number to the footer, as a field: — 1 —."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    paragraph._p.append(field)
    paragraph.add_run(" —")


def _dress(
    style: ParagraphStyle,
    font: str,
    points: float,
    centred: bool,
    indented: bool,
) -> None:
    style.font.name, style.font.size = LATIN, Pt(points)
    style.font.color.rgb, style.font.italic = RGBColor(0, 0, 0), False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), font)  # python-docx sets the Latin font only
    paragraph = style.paragraph_format
    paragraph.line_spacing = Pt(28.95)
    paragraph.space_before = paragraph.space_after = Pt(0)
    paragraph.first_line_indent = Pt(2 * points) if indented else Pt(0)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
