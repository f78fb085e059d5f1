"""The characters that can end a match of a pattern: texts that end otherwise are skipped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, reduce
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)
NO_WIDTH = (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT)


class Signs(NamedTuple):
    """A set of characters: ``some``, or (``but``) all except these."""

    some: frozenset[str]
    but: bool = False

    def joined(self, other: Signs) -> Signs:
        """Return the union of both sets."""
        if self.but and other.but:
            return Signs(self.some & other.some, but=True)
        if self.but or other.but:
            without, more = (self, other) if self.but else (other, self)
            return Signs(without.some - more.some, but=True)
        return Signs(self.some | other.some)

    def hold(self, sign: str) -> bool:
        """Return whether a character is in the set."""
        return (sign in self.some) is not self.but


NONE, ANY = Signs(frozenset()), Signs(frozenset(), but=True)
_END = r"(?![\s\S])"


@lru_cache(maxsize=512)
def last(pattern: str) -> Signs:
    """Return the characters that can end a match of a pattern.

    >>> last("[^。]*(?:以及|由。?)").hold("。"), last("[^。]*(?:以及|，)").hold("。")
    (True, False)
    """
    return _of_all(_parser.parse(pattern))[0]


@lru_cache(maxsize=2048)
def at_end(pattern: str) -> Signs:
    r"""Return the characters that can end a matching text; all if a match may end earlier.

    >>> at_end(r"(?:根据|：)(?![\s\S])").hold("。"), at_end("根据").hold("。")
    (False, True)
    """
    signs, may_be_empty = _of_all(_parser.parse(pattern)) if pattern.endswith(_END) else (ANY, True)
    return ANY if may_be_empty else signs


def _of_all(parts: Iterable[tuple[Any, Any]]) -> tuple[Signs, bool]:
    """Return the last characters of parts in sequence, and whether they can all be empty."""
    last = NONE
    for kind, value in reversed(list(parts)):
        signs, may_be_empty = _of(kind, value)
        last = last.joined(signs)
        if not may_be_empty:
            return last, False
    return last, True


def _of(kind: Any, value: Any) -> tuple[Signs, bool]:
    if kind in NO_WIDTH:
        return NONE, True
    if kind is kinds.SUBPATTERN:
        return _of_all(value[3])
    if kind in REPEATS:
        signs, may_be_empty = _of_all(value[2])
        return signs, may_be_empty or not value[0]
    if kind is kinds.BRANCH:
        ways = [_of_all(way) for way in value[1]]
        return reduce(Signs.joined, (signs for signs, _ in ways)), any(empty for _, empty in ways)
    return _of_sign(kind, value), kind is kinds.GROUPREF


def _of_sign(kind: Any, value: Any) -> Signs:
    if kind in {kinds.LITERAL, kinds.NOT_LITERAL}:
        return Signs(frozenset((chr(value),)), but=kind is kinds.NOT_LITERAL)
    if kind is kinds.IN:
        signs = frozenset(chr(sign) for inner, sign in value if inner is kinds.LITERAL)
        but = value[0][0] is kinds.NEGATE
        if len(signs) == len(value) - but:
            return Signs(signs, but=but)
    return ANY  # a range, a backreference
