"""What a query asks for where it holds a word of the synonyms: all of that in one file.

``search/w/<n>.js`` holds the postings of such a word and of the words it stands for, so that a
query asks for one file and not for one per pair of signs. The twin of ``concept`` in query.js.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lawbook.search.postings import Fold
from lawbook.search.terms import terms
from lawbook.search.words import Synonyms

WAYS = 3  # words that are looked up for a word; every further one costs a reader's time


def concepts(groups: tuple[Synonyms, ...], fold: Fold) -> Mapping[str, frozenset[str]]:
    """Each word that is also looked up as others, with the terms of them all.

    >>> group = Synonyms(words=("叫停", "停掉"), why="-", one_way=True)
    >>> {word: sorted(found) for word, found in concepts((group,), str).items()}
    {'叫停': ['停掉', '叫停']}
    """
    others: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        words = [fold(word) for word in group.words]
        for word in words[:1] if group.one_way else words:
            others[word] += [other for other in words if other != word]
    return {word: frozenset(_looked_up((word, *found[:WAYS]))) for word, found in others.items()}


def _looked_up(words: tuple[str, ...]) -> Iterator[str]:
    """Pairs and numbers: a single sign says too little."""
    return (term for word in words for term in terms(word) if len(term) > 1)
