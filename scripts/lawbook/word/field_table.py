"""The fields of a template in a compendium, laid out as in a form: label, place, boxes."""

from __future__ import annotations

from itertools import takewhile

import lxml.html  # type: ignore[import-untyped]
from lxml.html import builder as build

FIELD, ITEM, OPTION = "v--field", "v--item", "v--option"
BOX, GAP, BOXES_A_LINE = "□ ", "\u3000", 3
LABEL_PERCENT = 26


def as_tables(content: lxml.html.HtmlElement) -> None:
    """Turn each sequence of fields on a page into a table of two columns.

    A field begins a row with its label; its items are lines beside it, with its options as boxes.
    """
    for field in content.xpath(f".//p[contains(@class, '{FIELD}')]"):
        if field.getparent() is not None:  # not yet part of an earlier field's table
            _replace(field)


def _replace(first: lxml.html.HtmlElement) -> None:
    following = takewhile(lambda node: _kind(node) in {FIELD, ITEM, OPTION}, first.itersiblings())
    run = [first, *following]
    widths = (LABEL_PERCENT, 100 - LABEL_PERCENT)
    columns = (build.COL(style=f"width: {width}%") for width in widths)
    body = build.TBODY()
    first.addprevious(build.TABLE(build.COLGROUP(*columns), body))
    for node in run:
        if _kind(node) == FIELD:
            text = build.TD(*([build.SPAN(_text(node))] if _text(node) else []))
            body.append(build.TR(build.TD(_named(node, build.B(_head(node)))), text))
        elif _kind(node) == ITEM:
            _add(body[-1][1], _named(node, _head(node) + _text(node)), build.BR())
        else:
            cell, box = body[-1][1], _named(node, BOX + _head(node) + GAP)
            _add(cell, box, *([] if _boxes_left(cell) else [build.BR()]))
        node.drop_tree()


def _add(cell: lxml.html.HtmlElement, piece: lxml.html.HtmlElement, *between: object) -> None:
    cell.extend([*(between if len(cell) else ()), piece])


def _boxes_left(cell: lxml.html.HtmlElement) -> int:
    """Return how many more boxes fit on the last line of a cell."""
    boxes = takewhile(lambda box: box.tag == "span", reversed(cell))
    return BOXES_A_LINE - sum(str(box.text).startswith(BOX) for box in boxes)


def _kind(node: lxml.html.HtmlElement) -> str:
    return str(node.get("class", "")).rpartition(" ")[2] if node.tag == "p" else ""


def _head(node: lxml.html.HtmlElement) -> str:
    head = node.find("b")
    return "" if head is None else str(head.text_content())


def _text(node: lxml.html.HtmlElement) -> str:
    """Return the text after the label: the template's words on what to write."""
    return str(node.text_content()).strip().removeprefix(_head(node))


def _named(node: lxml.html.HtmlElement, *pieces: object) -> lxml.html.HtmlElement:
    """Return the part of a line that links to the provision refer to."""
    span = build.SPAN(*pieces)
    if name := node.get("id"):
        span.set("id", name)
    return span
