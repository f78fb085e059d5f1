"""Texts that a pattern matches, made by chance, with signs that two languages may read apart."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from random import Random
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# Blanks, ends of lines, figures and letters of other scripts, halves of pairs, signs of two units.
ODD = (
    *("𠮷", "😀", "𝟛", "𠀀", "\ufeff", "\u200b", "\x1c", "\x1f", "\x85", "\u2028", "\u2029"),
    *("\u00a0", "\u3000", "\u2003", "\u1680", "\u202f", "\u205f", "\u180e", "\t", " ", "\r"),
    *("\x0b", "\x0c", "\ud800", "\udfff", "\u0301", "\ufe0f", "\u00ad", "\u202e", "\x00", "\x7f"),
    *("İ", "ß", "ſ", "K", "ﬁ", "²", "½", "①", "٣", "３", "Ⅷ", "㊀", "〇", "零", "⼀", "é", "ａ"),
    *("％", "．", "，", "Ａ", "豈", "ς", "Σ", "·", "—", "\uf0b7", "\uf0fe", "\ue000"),
)
PLAIN = "甲乙的了在是委员会市省审查3一年月日个名a-"
MORE = 14  # times that something is repeated beyond what it must be
CLASSES = {
    kinds.CATEGORY_DIGIT: ("1", "0", "３", "٣", "𝟛"),
    kinds.CATEGORY_SPACE: (" ", "\t", "\n", "\u3000", "\ufeff", "\x1c", "\x85", "\u2003"),
    kinds.CATEGORY_WORD: ("a", "_", "1", "甲", "é", "ſ"),
}


def sampled(pattern: str, dice: Random) -> str:
    """A text that fits a pattern, but for what it forbids around it."""
    return _Sampler(dice).all_of(_parsed(pattern))


def repeated(pattern: str, dice: Random) -> list[str]:
    """A text for each part of a pattern that may stand more than once."""
    return [_Sampler(dice).all_of(parts) for parts in _repeats(_parsed(pattern))]


def _repeats(tree: Any) -> Iterator[Any]:
    for part in tree if isinstance(tree, (list, tuple, parser.SubPattern)) else ():
        if isinstance(part, tuple) and part[0] in (kinds.MAX_REPEAT, kinds.MIN_REPEAT):
            least, most, parts = part[1]
            yield from [parts] if most > max(least, 1) else []
        yield from _repeats(part)


@functools.cache
def _parsed(pattern: str) -> Any:
    return parser.parse(pattern)


class _Sampler:
    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.groups: dict[int | None, str] = {}

    def all_of(self, parts: Any) -> str:
        return "".join(self.part(kind, value) for kind, value in parts)

    def part(self, kind: Any, value: Any) -> str:
        """What fits one part of a pattern; nothing for a condition on what stands around it."""
        if kind is kinds.LITERAL:
            return chr(value)
        if kind in (kinds.ANY, kinds.NOT_LITERAL):
            return self.any_sign()
        if kind is kinds.GROUPREF:
            return self.groups.get(value, "")
        make = {
            kinds.IN: self.one_of,
            kinds.BRANCH: lambda value: self.all_of(self.dice.choice(value[1])),
            kinds.SUBPATTERN: self.group,
            kinds.MAX_REPEAT: self.repeated,
            kinds.MIN_REPEAT: self.repeated,
            kinds.ASSERT: self.ahead,
        }.get(kind)
        return make(value) if make else ""

    def any_sign(self) -> str:
        odd = self.dice.random() < 0.35
        return self.dice.choice(ODD) if odd else self.dice.choice(PLAIN)

    def one_of(self, items: list[tuple[Any, Any]]) -> str:
        if items[0][0] is kinds.NEGATE:
            signs = (self.any_sign() for _ in range(20))
            return next((sign for sign in signs if not _holds(items[1:], sign)), "丙")
        kind, value = self.dice.choice(items)
        if kind is kinds.RANGE:
            return chr(self.dice.choice((*value, self.dice.randint(*value))))
        if kind is kinds.CATEGORY:
            return self.dice.choice(CLASSES.get(value, ODD))
        return chr(value)

    def group(self, value: Any) -> str:
        number, _, _, parts = value
        self.groups[number] = self.all_of(parts)
        return self.groups[number]

    def repeated(self, value: Any) -> str:
        least, most, parts = value
        most = min(most, least + MORE)
        times = self.dice.choice((least, most, self.dice.randint(least, most)))
        return "".join(self.all_of(parts) for _ in range(times))

    def ahead(self, value: Any) -> str:
        way, parts = value
        return self.all_of(parts) if way > 0 and self.dice.random() < 0.7 else ""


def _holds(items: list[tuple[Any, Any]], sign: str) -> bool:
    ranges = (value if kind is kinds.RANGE else (value, value) for kind, value in items)
    return any(first <= ord(sign) <= last for first, last in ranges if isinstance(first, int))


@functools.cache
def patterns(words: tuple[str, ...]) -> list[str]:
    """Those of some words that are patterns."""
    some = []
    for word in words:
        try:
            re.compile(word)
        except re.error:
            continue
        some.append(word)
    return some
