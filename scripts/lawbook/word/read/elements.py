"""The children of an element by their tags, as fast as lxml gives them: a form has thousands."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawbook.word.read.unpack import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


def child(node: Element, tag: str) -> Element | None:
    """The first child of a tag; None where there is none."""
    if len(node) and (first := node[0]).tag == tag:  # properties stand first
        return first
    for one in node:
        if one.tag == tag:
            return one
    return None


def firsts(node: Element | None, tags: Set[str]) -> dict[str, Element]:
    """The first child of each of some tags, by its tag."""
    found: dict[str, Element] = {}
    for one in () if node is None else node:
        if one.tag in tags and one.tag not in found:
            found[one.tag] = one
    return found
