"""The numbers and bullets that Word shows before paragraphs but does not store as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lawbook.base import numerals
from lawbook.base.shared import Shared
from lawbook.forms.passage import ITEM
from lawbook.word.read.elements import VAL, W, child
from lawbook.word.read.unpack import Element, parsed

STYLE, LIST, _ID, _LEVEL = (f"{W}{tag}" for tag in ("pStyle", "numPr", "numId", "ilvl"))
CHINESE_NUMBERS: Shared[set[str]] = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "ideographDigital",
}
_COUNT = re.compile("%([1-9])")
_DEPTH = re.compile("[0-8]")
_NUMBER = re.compile("[0-9]{1,9}")
Level = tuple[str, str, int]  # format, text such as （%1）, first number
Levels = dict[tuple[str, str], Level]


class Numbering:
    """Counts the paragraphs of each list while a document is read from its beginning."""

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        self.levels = _levels(numbering)
        self.styles = _styles(styles)
        self.counts: dict[tuple[str, str], int] = {}

    def marker(self, properties: Mapping[str, Element]) -> str:
        """Return the marker of a paragraph: ``- `` for a bullet, the number, or an empty text."""
        number, level = _list_and_level(properties.get(LIST))
        if not number:
            if STYLE not in properties:
                return ""
            number, level = self.styles.get(properties[STYLE].get(VAL, ""), ("", "0"))
        kept = self.levels.get((number, level))
        if kept is None or kept[0] == "none":
            return ""
        return ITEM if kept[0] == "bullet" else self._number(number, level, kept)

    def _number(self, number: str, level: str, kept: Level) -> str:
        count = self.counts.get((number, level), kept[2] - 1) + 1
        self.counts[number, level] = count
        for deeper in range(int(level) + 1, 9):
            self.counts.pop((number, str(deeper)), None)

        def shown(match: re.Match[str]) -> str:
            above = str(int(match[1]) - 1)
            kind, _, first = self.levels.get((number, above), kept)
            value = self.counts.get((number, above), first)
            return (
                numerals.to_han(value)
                if kind in CHINESE_NUMBERS and 0 < value < 10000
                else str(value)
            )

        return _COUNT.sub(shown, kept[1])


def _list_and_level(named: Element | None) -> tuple[str, str]:
    """Return the list and level that a paragraph or style names; an empty text for no list."""
    number = None if named is None else child(named, _ID)
    if named is None or number is None:
        return "", "0"
    level = child(named, _LEVEL)
    return number.get(VAL, ""), "0" if level is None else level.get(VAL, "0")


@lru_cache(maxsize=16)
def _levels(data: bytes) -> Levels:
    if not data:
        return {}
    root = parsed(data, "numbering.xml")
    abstract = {
        element.get(f"{W}abstractNumId"): element for element in root.iter(f"{W}abstractNum")
    }
    levels: Levels = {}
    for number in root.iter(f"{W}num"):
        link = number.find(f"{W}abstractNumId")
        definition = None if link is None else abstract.get(link.get(f"{W}val"))
        for level in () if definition is None else definition.iter(f"{W}lvl"):
            depth = level.get(f"{W}ilvl", "")
            if _DEPTH.fullmatch(depth):
                levels[number.get(f"{W}numId"), depth] = _level(level)
    return levels


def _level(node: Element) -> Level:
    def value(tag: str, other: str) -> str:
        value = node.find(f"{W}{tag}")
        return other if value is None else str(value.get(f"{W}val", other))

    start = value("start", "1")
    first = int(start) if _NUMBER.fullmatch(start) else 1
    return value("numFmt", "decimal"), value("lvlText", ""), first


@lru_cache(maxsize=16)
def _styles(data: bytes) -> dict[str, tuple[str, str]]:
    if not data:
        return {}
    styles = {}
    for style in parsed(data, "styles.xml").iter(f"{W}style"):
        properties = style.find(f"{W}pPr")
        if properties is not None and (level := _list_and_level(child(properties, LIST)))[0]:
            styles[style.get(f"{W}styleId", "")] = level
    return styles
