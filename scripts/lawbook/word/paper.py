"""What a sheet of a compendium needs that a screen does not: lines kept together, rows kept whole.

``on_paper`` changes the page's HTML before pandoc reads it, ``settled`` the Word file's main part.
"""

from __future__ import annotations

import re

import lxml.html  # type: ignore[import-untyped]
from lxml.html import builder as build

CELL, HEAD = "Table Cell", "Table Head"  # paragraph styles of a table
SHORT = 300  # signs of a row that stays on one page
_NARROWEST, _WIDEST = 5, 30  # signs by which a column's width is reckoned
_BLOCKS = "./p|./ul|./ol|./dl|./table|./div|./blockquote"
_TABLE = re.compile("<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW = re.compile("<w:tr>.*?</w:tr>", re.DOTALL)
_PARAGRAPH = re.compile("<w:p>(?:(?!</w:p>).)*</w:p>", re.DOTALL)
# What leads to the next paragraph: its end, and the name of a quotation.
_LEADS = re.compile("：(【[^】]*】)*$|^【[^】]*】《[^》]*》")
_LEADING_STYLES = ("FirstParagraph", "BodyText", "BlockText", "Compact")
_LONGEST_LEAD = 60


def on_paper(content: lxml.html.HtmlElement) -> None:
    """Name and text on one line, columns as wide as their text, the name of a note in bold."""
    for title in content.xpath(".//p[@class='admonition-title' or @class='verdict__from']"):
        title.text = f"{title.text_content().strip()}："
        title[:] = []
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
    """Put what stands in a definition behind the term."""
    line[-1].tail = (line[-1].tail or "") + (node.text or "").lstrip()
    for inner in list(node):
        line.append(inner)


def _measured(table: lxml.html.HtmlElement) -> None:
    rows = [[len(cell.text_content().strip()) for cell in row] for row in table.iter("tr")]
    columns = max(map(len, rows))
    if any(len(row) != columns for row in rows):
        return
    longest = [max(signs) for signs in zip(*rows, strict=True)]
    shares = [min(max(signs, _NARROWEST), _WIDEST) for signs in longest]
    widths = (f"width: {100 * share // sum(shares)}%" for share in shares)
    table.insert(0, build.COLGROUP(*(build.COL(style=width) for width in widths)))


def settled(main: str) -> str:
    """The main part with short rows whole and with leading lines kept with what they lead to."""
    return _PARAGRAPH.sub(_kept, _TABLE.sub(lambda found: _whole_rows(found[0]), main))


def _whole_rows(table: str) -> str:
    table = table.replace('"Compact"', f'"{CELL.replace(" ", "")}"')
    return _ROW.sub(lambda found: _whole(found[0]), table)


def _whole(row: str) -> str:
    if "<w:tblHeader" in row:
        row = row.replace(f'"{CELL.replace(" ", "")}"', f'"{HEAD.replace(" ", "")}"')
    if len(_text(row)) > SHORT:
        return row
    if "<w:trPr>" in row:
        return row.replace("<w:trPr>", "<w:trPr><w:cantSplit/>", 1)
    return row.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", 1)


def _kept(found: re.Match[str]) -> str:
    xml = found[0]
    style = re.search('<w:pStyle w:val="([^"]*)" ?/>', xml)
    text = _text(xml)
    if not style or style[1] not in _LEADING_STYLES or len(text) > _LONGEST_LEAD:
        return xml
    if not _LEADS.search(text):
        return xml
    return xml[: style.end()] + "<w:keepNext/>" + xml[style.end() :]


def _text(xml: str) -> str:
    return re.sub("<[^>]*>", "", xml).strip()
