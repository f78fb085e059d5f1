"""Checks of spelling: the name of a person or body, written elsewhere with one other character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import ne
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Spot, Units, plain_name
from lawbook.forms.plan.rows import cells
from lawbook.law.record import Record

NUMBERING_SIGNS: Shared[str] = "一二三四五六七八九十两甲乙丙丁0123456789"
_NUMERAL = set(NUMBERING_SIGNS)
_HAN = re.compile("[一-龥]+")
SHORT = 3  # minimum length of a person's name
CALLING: Shared[str] = "由报找和与及经向请给为是让归交"
DOING = ("负责", "牵头", "组织", "核对", "保管", "，", "；", "。", "、", "｜", "\n")


class Near(Record):
    """Names that differ in one character from one that the answers give.

    They are given in a column of rows, in the fields ``own`` as they are, or in ``named`` as the
    first group of ``names``. A name of fewer than four characters is a person's: it keeps its first
    character. If the other spelling is as frequent, the given name is reported.
    """

    kind: Literal["near"]
    rows: str | None = None
    column: str | None = None
    own: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    names: Pattern | None = None
    unless: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each differing spelling, at its first occurrence."""
        given = self._given(paper)
        body = paper.joined
        for name, key in given.items():
            for other in dict.fromkeys(_others(name, body)):
                mine, theirs = body.count(name), body.count(other)
                known = any(
                    other in whole
                    for whole in given
                    if theirs > 1 < mine or (given[whole] == key == self.rows)
                )
                if known or self._is_apart(other):
                    continue
                field, spot = (key, ()) if theirs > mine else _spot(paper, other)
                shown, limit = (name, other) if theirs > mine else (other, name)
                yield Hit(field, spot, {"found": shown, "other": limit})
                break

    def _given(self, paper: Paper) -> dict[str, str]:
        """Return name → where it is given."""
        rows = cells(paper, self.rows, self.column)
        given = {plain_name(name): str(self.rows) for name in rows}
        given |= {plain_name(paper.text(key)): key for key in self.own}
        for key in self.named if self.names else ():
            for match in compiled(str(self.names)).finditer(paper.words(key)):
                given.setdefault(match[1], key)
        return {name: key for name, key in given.items() if _HAN.fullmatch(name) and name[1:]}

    def _is_apart(self, name: str) -> bool:
        return bool(self.unless and compiled(self.unless).search(name))


def _spot(paper: Paper, name: str) -> tuple[str, Spot]:
    return next((key, spot) for key, spot, text in paper.texts("all") if name in text)


def _others(name: str, text: str) -> Iterator[str]:
    """Yield what a text has with one character different from a name, except another numeral."""
    half = len(name) // 2 if len(name) > SHORT else 1
    is_person = len(name) <= SHORT
    for piece, at in [(name[:half], 0)] + ([] if is_person else [(name[half:], half)]):
        start = text.find(piece)
        while start >= 0:
            begins = max(start - at, 0)
            other = text[begins : begins + len(name)]
            if (
                other != name
                and _differs_in_one(name, other)
                and (not is_person or _is_called(text[:begins], text[begins + len(name) :], other))
            ):
                yield other
            start = text.find(piece, start + 1)


def _is_called(before: str, behind: str, name: str) -> bool:
    """Return whether a person may be named here; with two characters, only one who acts."""
    begins = not before or before[-1] in CALLING or not _HAN.match(before[-1])
    return begins and (len(name) == SHORT or behind.startswith(DOING))


def _differs_in_one(name: str, other: str) -> bool:
    if len(other) != len(name) or sum(map(ne, name, other)) != 1 or not _HAN.fullmatch(other):
        return False
    pair = next({mine, theirs} for mine, theirs in zip(name, other, strict=True) if mine != theirs)
    return len(name) <= SHORT or not pair & _NUMERAL


class Unlisted(Record):
    """Persons (the first group of ``pattern``) who must be in a column of rows or in ``own``."""

    kind: Literal["unlisted"]
    fields: tuple[str, ...]
    rows: str
    column: str
    own: tuple[str, ...]
    pattern: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer once, with its first person who is not listed."""
        names = [*cells(paper, self.rows, self.column), *map(paper.text, self.own)]
        for key, spot, text in paper.texts(self.fields) if any(names) else ():
            for match in compiled(self.pattern).finditer(text):
                if not any(match[1] in name for name in names):
                    yield Hit(key, spot, {"found": match[1]})
                    break
