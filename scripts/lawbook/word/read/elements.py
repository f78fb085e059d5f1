"""Find an element's children by tag, as fast as lxml allows: a form has thousands."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawbook.word.read.unpack import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


def child(node: Element, tag: str) -> Element | None:
    """Return the first child with a tag, or None."""
    if len(node) and (first := node[0]).tag == tag:  # properties come first
        return first
    for inner in node:
        if inner.tag == tag:
            return inner
    return None


def firsts(node: Element | None, tags: Set[str]) -> dict[str, Element]:
    """Return the first child with each of some tags, by tag."""
    first_of: dict[str, Element] = {}
    for inner in () if node is None else node:
        if inner.tag in tags and inner.tag not in first_of:
            first_of[inner.tag] = inner
    return first_of
