"""What a text must contain for a pattern to be worth trying: most answers contain none of it.

A pattern of a hundred words is tried at every character of a text; looking for the words first is
ten times faster, and without them there is no match.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from lawbook.forms.plan.endings import ANY, NO_WIDTH, REPEATS, Signs, at_end
from lawbook.forms.plan.pairs import set_of
from lawbook.forms.plan.tails import PIECE, tail

_MOST = 60  # with more words the pattern itself is as fast
_REFERS = re.compile(r"\\[1-9]")
Words = frozenset[str]


class Hint(NamedTuple):
    """Words, one of which is in every match; each word's bigrams, and the first of each."""

    words: tuple[str, ...]
    pairs: tuple[set[int], ...]
    heads: frozenset[int]  # empty if one of the words has a single character


class Way(NamedTuple):
    """An alternative and its hints, each with a word in every match; and the last character."""

    hints: tuple[Hint, ...]
    pattern: re.Pattern[str]
    last: Signs
    tail: re.Pattern[str] | None = None

    def stands_in(self, text: str) -> bool:
        """Return whether a text contains a match."""
        may_stand = self.tail is None or self.tail.search(text)
        return bool(may_stand and self.pattern.search(text))


class Texts:
    """Texts in which many patterns are searched, each only in texts with its hints."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._joined = "\n".join(texts)
        self._starts = tuple(accumulate((len(text) + 1 for text in texts), initial=0))
        self._pairs = set_of(self._joined)
        self._holding: dict[str, list[int]] = {}

    def standing(self, words: tuple[str, ...]) -> list[str]:
        """Return the words that may occur in a text; the others certainly do not."""
        return self._standing(_hint(words))

    def holding(self, words: tuple[str, ...], among: Collection[int]) -> list[int]:
        """Return the numbers, in order, of those texts that contain one of some words."""
        numbers = {n for word in self.standing(words) for n in self._with(word)}
        return sorted(numbers.intersection(among))

    def matching(self, pattern: str, among: Collection[int]) -> list[int]:
        """Return the numbers, in order, of those texts that contain a match of a pattern.

        >>> Texts(["按领导批示", "共60元", "请看"]).matching("领导(?:指示|批示)|[0-9]元", {0, 2})
        [0]
        """
        hit_numbers: set[int] = set()
        for way in ways(pattern):
            for n in self.candidates(way, among):
                if n not in hit_numbers and way.stands_in(self.texts[n]):
                    hit_numbers.add(n)
        return sorted(hit_numbers)

    def candidates(self, way: Way, among: Collection[int]) -> Collection[int]:
        """Return the numbers of those texts in which an alternative is worth trying."""
        for hint in way.hints:
            if hint.heads and self._pairs.isdisjoint(hint.heads):
                return ()
        if way.last is not ANY:
            among = [n for n in among if way.last.hold(self.texts[n][-1:])]
        return self._holding_all(way.hints, among) if way.hints and among else among

    def _holding_all(self, hints: tuple[Hint, ...], among: Collection[int]) -> Collection[int]:
        """Return the numbers of those texts that contain a word of each hint."""
        every = []
        for hint in hints:
            words = self._standing(hint)
            if not words:
                return ()
            every.append(words)
        first, *others = sorted(every, key=len)  # fewest words first
        some = {n for word in first for n in self._with(word) if n in among}
        for words in others:
            some = {n for n in some if has_one(words, self.texts[n])}
        return some

    def _standing(self, hint: Hint) -> list[str]:
        """Return the words of a hint whose bigrams all occur in the text."""
        known = map(self._pairs.issuperset, hint.pairs)
        return list(compress(hint.words, known))

    def _with(self, word: str) -> list[int]:
        """Return the numbers of the texts with a word, which has no line break at its ends."""
        if word not in self._holding:
            self._holding[word] = self._seek(word)
        return self._holding[word]

    def _seek(self, word: str) -> list[int]:
        """Search all texts at once, which is faster than one by one."""
        numbers: list[int] = []
        at = self._joined.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            end = self._starts[number + 1]
            if at + len(word) < end:
                numbers.append(number)
                at = self._joined.find(word, end)
            else:
                at = self._joined.find(word, at + 1)
        return numbers


def may_stand(pattern: str, text: str) -> bool:
    """Return whether a text contains a match, trying only alternatives whose words it has.

    >>> may_stand("领导(?:意见|批示)|[0-9]+万?元", "按领导批示办理")
    True
    >>> may_stand("领导意见|再看", "请看")
    False
    """
    for way in ways(pattern):
        for hint in way.hints:
            if not has_one(hint.words, text):
                break
        else:
            if way.stands_in(text):
                return True
    return False


def numbered(names: Iterable[str]) -> dict[str, list[int]]:
    """Return the positions of each name in a sequence of names.

    >>> numbered(["甲", "乙", "甲"])
    {'甲': [0, 2], '乙': [1]}
    """
    positions: dict[str, list[int]] = {}
    for position, name in enumerate(names):
        positions.setdefault(name, []).append(position)
    return positions


def has_one(words: Iterable[str], text: str) -> bool:
    """Return whether one of some words occurs in a text."""
    for word in words:  # noqa: SIM110 - a generator costs more than what it looks for
        if word in text:
            return True
    return False


@lru_cache(maxsize=2048)
def _hint(words: tuple[str, ...]) -> Hint:
    pairs = tuple(map(set_of, words))
    heads = [set_of(word[:2]) for word in words]
    return Hint(words, pairs, frozenset().union(*heads) if all(heads) else frozenset())


@lru_cache(maxsize=512)
def ways(pattern: str) -> tuple[Way, ...]:
    """Return the alternatives of a pattern."""
    whole = _REFERS.search(pattern) is not None  # in such a pattern only the last branch has an end
    return (
        (_way(pattern, ANY),)
        if whole
        else tuple(_way(way, at_end(way), tail(way)) for way in _split(pattern))
    )


def _way(pattern: str, last: Signs, tail: str | None = None) -> Way:
    behind = re.compile(tail) if tail else None
    return Way(tuple(map(_hint, hints(pattern))), re.compile(pattern), last, behind)


def _split(pattern: str) -> list[str]:
    """Split a pattern at those bars that are in no bracket.

    >>> _split("a(?:b|c)|[|]d|e")
    ['a(?:b|c)', '[|]d', 'e']
    """
    branches, depth = [""], 0
    for piece in PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            branches.append("")
        else:
            branches[-1] += piece
    return branches


def hints(pattern: str) -> tuple[tuple[str, ...], ...]:
    """Return sets of words, the most selective first: each match contains a word of each.

    >>> hints("领导(?:意见|批示)[0-9]+万?元"), hints("(?:已|将)?[0-9]*")
    ((('领导意见', '领导批示'), ('元',)), ())
    """
    needed = sorted(_needed(_parser.parse(pattern)), key=_worth, reverse=True)
    return tuple(tuple(sorted(words)) for words in needed)


def _worth(words: Words) -> tuple[int, int]:
    """Return a sort key: a hint is more selective the longer and the fewer its words are."""
    return min(map(len, words)), -len(words)


def _needed(parts: Iterable[tuple[Any, Any]]) -> list[Words]:
    """Return what each part of a pattern requires, in order."""
    needed: list[Words] = []
    run: Words = frozenset(("",))
    for kind, value in parts:
        own = _spelt(kind, value)
        if own is not None and len(run) * len(own) <= _MOST:
            run = frozenset(before + after for before in run for after in own)
            continue
        needed += [run, *(_of_part(kind, value) if own is None else ())]
        run = frozenset(("",)) if own is None else own
    return [frozenset(_shortest(words)) for words in (*needed, run) if words and "" not in words]


def _shortest(words: Words) -> Iterator[str]:
    """Yield the words that contain no other one."""
    return (word for word in words if not any(other != word and other in word for other in words))


def _spelt(kind: Any, value: Any) -> Words | None:
    """Return every word that a part can match; None if they are too many."""
    if kind is kinds.LITERAL or kind in NO_WIDTH:
        return frozenset((chr(value) if kind is kinds.LITERAL else "",))
    if kind is kinds.IN and all(inner is kinds.LITERAL for inner, _ in value):
        return frozenset(chr(sign) for _, sign in value)
    if kind is kinds.SUBPATTERN:
        return _all_spelt(value[3])
    if kind in REPEATS and value[1] == 1:
        return _all_spelt(value[2], frozenset() if value[0] else frozenset(("",)))
    if kind is kinds.BRANCH:
        ways = [_all_spelt(way) for way in value[1]]
        some = [way for way in ways if way is not None]
        return frozenset().union(*some) if len(some) == len(ways) else None
    return None


def _all_spelt(parts: Iterable[tuple[Any, Any]], besides: Words = frozenset()) -> Words | None:
    made: Words = frozenset(("",))
    for kind, value in parts:
        own = _spelt(kind, value)
        if own is None or len(made) * len(own) > _MOST:
            return None
        made = frozenset(before + after for before in made for after in own)
    return made | besides


def _of_part(kind: Any, value: Any) -> list[Words]:
    """Return what a part of a pattern requires; empty if it is optional."""
    if kind is kinds.SUBPATTERN:
        return _needed(value[3])
    if kind in REPEATS and value[0] > 0:
        return _needed(value[2])
    if kind is kinds.BRANCH:
        ways = [max(_needed(way), key=_worth, default=None) for way in value[1]]
        some = [way for way in ways if way is not None]
        every = frozenset().union(*some)
        return [every] if len(some) == len(ways) and len(every) <= _MOST else []
    return []
