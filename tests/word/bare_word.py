"""A Word file of bare XML, as offices have it: texts, tables, ticks; no controls, no styles."""

from __future__ import annotations

import io
import zipfile


def tick(way: str, sign: str, *, ticked: bool) -> str:
    """A box, ticked or not, in one of the ways that people tick."""
    if way == "behind":
        return run("（√）" if ticked else "（ ）")
    if way == "legacy":
        state = "<w:checked/>" if ticked else ""
        box = f'<w:ffData><w:checkBox><w:default w:val="0"/>{state}</w:checkBox></w:ffData>'
        return (
            f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
            "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    if ticked and way == "eq":
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            r"<w:r><w:instrText> eq \o\ac(□,√) </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
    if ticked and way == "font":
        font = '<w:rPr><w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/></w:rPr>'
        return f"<w:r>{font}<w:t>R</w:t></w:r>"
    return run(sign if ticked else "□")


def run(text: str) -> str:
    """Runs of a text; line ends become breaks."""
    breaks = "</w:t><w:br/><w:t>"
    return f'<w:r><w:t xml:space="preserve">{text.replace(chr(10), breaks)}</w:t></w:r>'


def paragraph(text: str, more: str = "") -> str:
    return f"<w:p>{run(text)}{more}</w:p>"


def table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def packed(body: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("word/document.xml", xml)
    return file.getvalue()
