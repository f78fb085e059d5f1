"""The end of a pattern that begins slowly: searched first, it shows fast that there is no match.

Python skips text quickly for a pattern that begins with a character or character class. One that
begins with ``(?:^|[，。])`` or with optional words is tried at every character instead. Each of its
matches contains a match of its remainder, from some required part on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PIECE = re.compile(r"\\u[0-9a-f]{4}|\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", re.DOTALL)
_TIMES = re.compile(r"[*?]|\+|\{([0-9]*),?[0-9]*\}")
_NO_SIGNS = frozenset("|^$.*+?{})")


class _Part(NamedTuple):
    """A part of a pattern outside brackets: its offset, its text, whether it is required."""

    start: int
    text: str
    must_stand: bool

    @property
    def is_fast(self) -> bool:
        """Return whether it is a character or character class."""
        is_sign = self.text[0] not in _NO_SIGNS and self.text[0] != "("
        is_escaped = self.text[0] == "\\" and self.text[1].isalnum()
        return self.must_stand and is_sign and not is_escaped and not self.text.startswith("[^")

    @property
    def is_slow(self) -> bool:
        """Return whether a search that begins with it is tried at every character."""
        return not self.must_stand or (self.text[0] == "(" and "^" in _outside(self.text))


def tail(pattern: str) -> str | None:
    """Return the end of a slow pattern, from a required character on; None for a fast one.

    >>> tail("(?:^|[，。])(?:(?!甲)[^，])*委员会?[3-6]人"), tail("(?:甲|乙)丙"), tail("甲?(?:^|乙)")
    ('委员会?[3-6]人', None, None)
    """
    parts = list(_parts(pattern))
    if not parts or not parts[0].is_slow:
        return None
    return next((pattern[part.start :] for part in parts if part.is_fast), None)


def _parts(pattern: str) -> Iterator[_Part]:
    """Yield the parts of an alternative, each with its quantifier."""
    start = depth = at = 0
    for piece in PIECE.findall(pattern):
        begins, at = at, at + len(piece)
        if begins < start:
            continue  # of a quantifier
        depth += (piece == "(") - (piece == ")")
        if depth:
            continue
        times = _TIMES.match(pattern, at)
        least = times[0][0] == "+" or times[1] not in {None, "", "0"} if times else True
        yield _Part(start, pattern[start:at], must_stand=least)
        start = times.end() if times else at


def _outside(group: str) -> str:
    """Return a group without its character classes."""
    return "".join(piece for piece in PIECE.findall(group) if piece[0] != "[")
