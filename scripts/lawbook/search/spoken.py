"""Words that no text uses, found where stands what they mean (抽风 → 失控).

A word of the synonyms costs every reader its place in the list of words that comes before the
first answer, so that list must be short. A spoken word costs nothing there: what it means is
looked up when the index is made, and the entries stand in its own postings.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

from lawbook.search.postings import Fold, Postings, posting, read
from lawbook.search.terms import terms
from lawbook.search.words import Spoken

SHARE = 0.8  # what is meant, against the very word
MOST = 120  # entries for a word; those that are most about what it means


def widened(postings: Postings, spoken: Iterable[Spoken], fold: Fold, count: int) -> Postings:
    """The postings with those of spoken words; ``count`` is the number of all entries."""
    meant: dict[str, set[str]] = defaultdict(set)
    for group in spoken:
        for word in group.say:
            meant[_key(fold(word), postings)] |= {fold(one) for one in group.mean}
    found = {key: _union(postings, key, sorted(words), count) for key, words in meant.items()}
    return {**postings, **{key: one for key, one in found.items() if one}}


def _key(word: str, postings: Postings) -> str:
    """The pair under which a word is looked up: the one that the fewest entries have."""
    pairs = [word[at : at + 2] for at in range(len(word) - 1)]
    return min(pairs, key=lambda pair: len(postings.get(pair, ())))


def _union(postings: Postings, key: str, words: list[str], count: int) -> array[int]:
    """The postings of a pair, and the heaviest of the words that it means."""
    own = dict(read(one) for one in postings.get(key, ()))
    other: dict[int, int] = {}
    for word in words:
        for number, share in _having(postings, word, count):
            other[number] = max(other.get(number, 0), share)
    heaviest = sorted(other, key=lambda number: (-other[number], number))[:MOST]
    for number in heaviest:
        own[number] = max(own.get(number, 0), other[number])
    return array("I", (posting(number, share) for number, share in sorted(own.items())))


def _having(postings: Postings, word: str, count: int) -> Iterator[tuple[int, int]]:
    """Entries that have all pairs of a word, and how much they are about it."""
    pairs = [term for term in terms(word) if len(term) > 1 and term[0] != "#"]
    lists = [dict(read(one) for one in postings.get(pair, ())) for pair in pairs]
    if not lists or not all(lists):
        return
    worth = [math.log(1 + count / len(one)) for one in lists]
    for number in set.intersection(*map(set, lists)):
        sums = sum(each * one[number] for each, one in zip(worth, lists, strict=True))
        yield number, max(1, round(SHARE * sums / sum(worth)))
