"""What a pattern that begins slowly ends with: sought first, it says fast where nothing stands.

Python passes quickly over a text to a pattern that begins with a sign or one of some signs. One
that begins with ``(?:^|[，。])`` or with words that may be missing is tried at every sign instead.
Each of its matches holds a match of all that follows, from a part that must stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PIECE = re.compile(r"\\u[0-9a-f]{4}|\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", re.DOTALL)
_TIMES = re.compile(r"[*?]|\+|\{([0-9]*),?[0-9]*\}")
_NO_SIGNS = frozenset("|^$.*+?{})")


class _Part(NamedTuple):
    """A part of a pattern that stands in no bracket: where it begins, itself, if it must stand."""

    start: int
    text: str
    must_stand: bool

    @property
    def is_fast(self) -> bool:
        """Whether it is a sign or one of some signs."""
        is_sign = self.text[0] not in _NO_SIGNS and self.text[0] != "("
        is_escaped = self.text[0] == "\\" and self.text[1].isalnum()
        return self.must_stand and is_sign and not is_escaped and not self.text.startswith("[^")

    @property
    def is_slow(self) -> bool:
        """Whether a search that begins with it is tried at every sign."""
        return not self.must_stand or (self.text[0] == "(" and "^" in _outside(self.text))


def tail(pattern: str) -> str | None:
    """The end of a pattern that begins slowly, from a sign on that must stand; None of others.

    >>> tail("(?:^|[，。])(?:(?!甲)[^，])*委员会?[3-6]人"), tail("(?:甲|乙)丙"), tail("甲?(?:^|乙)")
    ('委员会?[3-6]人', None, None)
    """
    parts = list(_parts(pattern))
    if not parts or not parts[0].is_slow:
        return None
    return next((pattern[part.start :] for part in parts if part.is_fast), None)


def _parts(pattern: str) -> Iterator[_Part]:
    """The parts of an alternative, each with its number of times."""
    start = depth = at = 0
    for piece in PIECE.findall(pattern):
        begins, at = at, at + len(piece)
        if begins < start:
            continue  # of a number of times
        depth += (piece == "(") - (piece == ")")
        if depth:
            continue
        times = _TIMES.match(pattern, at)
        least = times[0][0] == "+" or times[1] not in {None, "", "0"} if times else True
        yield _Part(start, pattern[start:at], must_stand=least)
        start = times.end() if times else at


def _outside(group: str) -> str:
    """A group without its lists of signs."""
    return "".join(piece for piece in PIECE.findall(group) if piece[0] != "[")
