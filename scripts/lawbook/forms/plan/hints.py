"""What must stand in a text before a pattern is worth trying: most answers hold no word of it.

A pattern of a hundred words is tried at every sign of a text; to look for the words is ten times
faster, and where none stands there is nothing to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT)
_MOST = 60  # of more words the pattern itself is as fast
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", re.DOTALL)
_REFERS = re.compile(r"\\[1-9]")


Way = tuple[tuple[str, ...], re.Pattern[str]]  # an alternative and its hints


def may_stand(pattern: str, text: str) -> bool:
    """Whether a match of a pattern stands in a text, asked of those ways that have their word.

    >>> may_stand("领导(?:意见|批示)|[0-9]+万?元", "按领导批示办理")
    True
    >>> may_stand("领导意见|再看", "请看")
    False
    """
    return one_stands(_ways(pattern), text)


def ways(pattern: str, text: str) -> list[Way]:
    """The alternatives of a pattern of which a word stands in a text, or that have none."""
    return [way for way in _ways(pattern) if not way[0] or _has(way[0], text)]


def one_stands(some: Sequence[Way], text: str) -> bool:
    """Whether a match of one of these alternatives stands in a text."""
    for words, way in some:  # noqa: SIM110 - a generator costs more than what it looks for
        if (not words or _has(words, text)) and way.search(text):
            return True
    return False


def _has(words: tuple[str, ...], text: str) -> bool:
    for word in words:  # noqa: SIM110 - a generator costs more than what it looks for
        if word in text:
            return True
    return False


@lru_cache(maxsize=512)
def _ways(pattern: str) -> tuple[Way, ...]:
    """The alternatives of a pattern."""
    split = [pattern] if _REFERS.search(pattern) else _split(pattern)
    return tuple((hints(way), re.compile(way)) for way in split)


def _split(pattern: str) -> list[str]:
    """A pattern at those bars that stand in no bracket.

    >>> _split("a(?:b|c)|[|]d|e")
    ['a(?:b|c)', '[|]d', 'e']
    """
    ways, depth = [""], 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += piece
    return ways


@lru_cache(maxsize=2048)
def hints(pattern: str) -> tuple[str, ...]:
    """Words of which each match holds one; none where there are no such words.

    >>> hints("领导(?:意见|批示)|[0-9]+万?元"), hints("(?:已|将)?[0-9]*")
    (('元', '领导'), ())
    """
    needed = _needed(_parser.parse(pattern))
    return tuple(sorted(needed)) if needed and len(needed) <= _MOST else ()


def _needed(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best of what each part needs: long words, and few of them."""
    found: list[frozenset[str]] = []
    run = ""
    for kind, value in (*parts, (None, None)):
        if kind is kinds.LITERAL:
            run += chr(value)
            continue
        found += [frozenset((run,))] if run else []
        run = ""
        found += [of_part] if (of_part := _of_part(kind, value)) else []
    return max(found, key=lambda words: (min(map(len, words)), -len(words)), default=frozenset())


def _of_part(kind: Any, value: Any) -> frozenset[str]:
    """What a part of a pattern needs; nothing where it can do without."""
    if kind is kinds.SUBPATTERN:
        return _needed(value[3])
    if kind in _REPEATS and value[0] > 0:
        return _needed(value[2])
    if kind is kinds.BRANCH:
        ways = [_needed(way) for way in value[1]]
        return frozenset().union(*ways) if all(ways) else frozenset()
    if kind is kinds.IN and all(inner is kinds.LITERAL for inner, _ in value):
        return frozenset(chr(sign) for _, sign in value)
    return frozenset()
