"""Prepare a compendium for print: lines kept together, rows kept whole.

``on_paper`` changes the page's HTML before pandoc reads it, ``settled`` the Word file's main part.
"""

from __future__ import annotations

import re

import lxml.html  # type: ignore[import-untyped]
from lxml.html import builder as build

CELL, HEAD = "Table Cell", "Table Head"  # paragraph styles of a table
SHORT = 300  # maximum characters of a row that stays on one page
# Characters: of a line; up to which a column is as wide as its text; counted at most.
LINE, NARROW, WIDE = 31, 7, 40
_BLOCKS = "./p|./ul|./ol|./dl|./table|./div|./blockquote"
_TABLE = re.compile("<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile("<w:tr>.*?</w:tr>", re.DOTALL)
_PARAGRAPH = re.compile("(<w:p>(?:(?!</w:p>).)*</w:p>)", re.DOTALL)
_STYLE = re.compile('<w:pStyle w:val="([^"]*)" ?/>')
# What leads to the next paragraph: its end, the name of a quotation, marks alone.
_LEADS = re.compile("：(【[^】]*】)*$|^【[^】]*】 *《[^》]*》|^(【[^】]*】 *)+$")
_LEADING_STYLES = ("FirstParagraph", "BodyText", "BlockText", "Compact")
_LONGEST_LEAD, WITH_LAST = 60, 3


def on_paper(content: lxml.html.HtmlElement) -> None:
    """Put name and text on one line, fit columns to their text, embolden the names of notes."""
    for title in content.xpath(".//p[@class='admonition-title' or @class='verdict__from']"):
        title.text = f"{title.text_content().strip()}："
        title[:] = []
    for more in content.xpath(".//h2[@id='more']"):  # links to other pages end a page
        for node in [*more.itersiblings(), more]:
            node.drop_tree()
    for terms in content.xpath(".//dl"):
        if not any(definition.xpath(_BLOCKS) for definition in terms.iter("dd")):
            _on_one_line(terms)
    for table in content.xpath(".//table[not(colgroup)]"):
        _measured(table)


def _on_one_line(terms: lxml.html.HtmlElement) -> None:
    lines: list[lxml.html.HtmlElement] = []
    for node in terms.iter("dt", "dd"):
        if node.tag == "dt":
            lines.append(build.P(build.B(f"{node.text_content().strip()}：")))
        else:
            _moved(node, lines[-1])
    terms[:] = lines
    terms.tag, terms.text = "div", None
    terms.set("custom-style", "Compact")


def _moved(node: lxml.html.HtmlElement, line: lxml.html.HtmlElement) -> None:
    """Move the content of a definition after the term."""
    line[-1].tail = (line[-1].tail or "") + (node.text or "").lstrip()
    for inner in list(node):
        line.append(inner)


def _measured(table: lxml.html.HtmlElement) -> None:
    rows = [[len(cell.text_content().strip()) for cell in row] for row in table.iter("tr")]
    columns = max(map(len, rows))
    if any(len(row) != columns for row in rows):
        return
    longest = [max(signs) for signs in zip(*rows, strict=True)]
    narrow = [signs + 1 if signs <= NARROW else 0 for signs in longest]
    wide = sum(min(signs, WIDE) for signs in longest if signs > NARROW)
    room = max(LINE - sum(narrow), NARROW) if wide else 0
    widths = [
        own or room * min(signs, WIDE) / wide for own, signs in zip(narrow, longest, strict=True)
    ]
    shares = (f"width: {100 * width / sum(widths):.1f}%" for width in widths)
    table.insert(0, build.COLGROUP(*(build.COL(style=share) for share in shares)))


def settled(main: str) -> str:
    """Return the main part with short rows unbroken and lead-in lines kept with what follows."""
    main = _TABLE.sub(lambda match: _whole_rows(match[0]), main)
    pieces = _PARAGRAPH.split(main)
    ends = _before_chapters(pieces[1::2])
    kept = (
        _kept(xml) if number in ends or _is_lead(xml) else xml
        for number, xml in enumerate(pieces[1::2])
    )
    return pieces[0] + "".join(map("".join, zip(kept, pieces[2::2], strict=True)))


def _before_chapters(paragraphs: list[str]) -> set[int]:
    """Return the chapters' last paragraphs, except the final one: no page has only one line."""
    starts = (number for number, xml in enumerate(paragraphs) if '"Heading1"' in xml)
    return {number - back for number in starts for back in range(2, 2 + WITH_LAST) if number > back}


def _whole_rows(table: str) -> str:
    table = table.replace('"Compact"', f'"{CELL.replace(" ", "")}"')
    return _ROW.sub(lambda match: _whole(match[0]), table)


def _whole(row: str) -> str:
    if "<w:tblHeader" in row:
        row = row.replace(f'"{CELL.replace(" ", "")}"', f'"{HEAD.replace(" ", "")}"')
    if len(_text(row)) > SHORT:
        return row
    if "<w:trPr>" in row:
        return row.replace("<w:trPr>", "<w:trPr><w:cantSplit/>", 1)
    return row.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", 1)


def _is_lead(xml: str) -> bool:
    style, text = _STYLE.search(xml), _text(xml)
    is_short = style and style[1] in _LEADING_STYLES and len(text) <= _LONGEST_LEAD
    return bool(is_short and _LEADS.search(text))


def _kept(xml: str) -> str:
    """Return a paragraph that is kept with the next."""
    return _STYLE.sub(r"\g<0><w:keepNext/>", xml, count=1)


def _text(xml: str) -> str:
    return re.sub("<[^>]*>", "", xml).strip()
