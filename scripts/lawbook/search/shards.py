"""The words of a first answer, split into small files by character.

All wordings and synonyms are too much to wait for. A query loads the files of its rarest characters
(``assets/search/shards.js``), so each wording, and each word with synonyms, is in the file of its
own rarest characters. The complete data follows after the first answer, with the texts.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lawbook.search.entry import Entry
from lawbook.search.words import Synonyms

FILES = 54
SILENT = 40  # the most common characters: a wording with others is not filed under them
KNOWN = 300  # characters whose frequency a query knows
COPIES = 2  # number of files that a wording is put into
MOST = 13_000  # gzipped bytes for the files of a query: 45,000 less engine and index
_UNIT = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]")

Shard = Mapping[str, object]


def units(text: str) -> list[str]:
    """Return a text's characters and the prefixes of its Latin words and numbers, each once.

    >>> units("AI 审查要 30 天，审查")
    ['ai', '审', '查', '要', '30', '天']
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    return list(dict.fromkeys(unit[:2] for unit in _UNIT.findall(folded)))


def number(unit: str) -> int:
    """Return the number of a unit's file.

    >>> number("审"), number("ai")
    (21, 40)
    """
    return sum(map(ord, unit)) % FILES


class Signs:
    """The frequency of each character in the wordings."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self.count = Counter(unit for wording in wordings for unit in units(wording))
        signs = [sign for sign, _ in self.count.most_common() if len(sign) == 1 and sign > "\u3400"]
        self.common = "".join(signs[:KNOWN])
        self._silent = frozenset(self.common[:SILENT])

    def telling(self, text: str) -> list[str]:
        """Return the units of a text under which it can be filed, the rarest first."""
        kept = [unit for unit in units(text) if unit not in self._silent]
        return sorted(kept, key=lambda unit: self.count[unit])


class _Meant:
    """Words found in place of others: a query with one word also finds the other."""

    def __init__(self, synonyms: Iterable[Synonyms], signs: Signs) -> None:
        self._beginning: dict[str, list[tuple[int, str, str]]] = {}
        order = itertools.count()
        for group in synonyms:
            asked = group.words[:1] if group.one_way else group.words
            targets = group.words[1:] if group.one_way else group.words
            for word, other in itertools.product(targets, asked):
                for unit in signs.telling(other)[:1] if word != other else ():
                    self._beginning.setdefault(word[0], []).append((next(order), word, unit))

    def units(self, text: str) -> list[str]:
        """Return the rarest unit of each word that may stand for a word of a text, in order."""
        begun = itertools.chain.from_iterable(self._beginning.get(sign, ()) for sign in set(text))
        return [unit for _, word, unit in sorted(begun) if word in text]


def shards(
    held: Sequence[Entry], twins: Mapping[int, int], synonyms: Sequence[Synonyms], signs: Signs
) -> tuple[list[Shard], list[Synonyms]]:
    """Return the files in the order of their numbers, and the synonyms that fit in none."""
    wordings: list[dict[int, list[str]]] = [{} for _ in range(FILES)]
    meant = _Meant(synonyms, signs)
    for at, entry in enumerate(held):
        for wording in () if at in twins else entry.wordings:
            under = (signs.telling(wording) or units(wording))[:COPIES]
            under += [unit for unit in meant.units(wording) if unit not in under][:1]
            for shard in sorted(set(map(number, under))):
                wordings[shard].setdefault(at, []).append(wording)
    rows, everywhere = _synonyms(synonyms, signs)
    return [_shard(*pair) for pair in zip(wordings, rows, strict=True)], everywhere


def _synonyms(
    synonyms: Sequence[Synonyms], signs: Signs
) -> tuple[list[list[list[object]]], list[Synonyms]]:
    """Return synonyms by the files in which they are looked up, and those that fit in none."""
    rows: list[list[list[object]]] = [[] for _ in range(FILES)]
    everywhere = []
    for group in synonyms:
        words = group.words[:1] if group.one_way else group.words
        rarest = [signs.telling(word)[:1] for word in words]
        if not all(rarest):
            everywhere.append(group)
            continue
        for shard in sorted({number(unit) for (unit,) in rarest}):
            rows[shard].append(group.row())
    return rows, everywhere


def _shard(said: Mapping[int, list[str]], synonyms: list[list[object]]) -> Shard:
    """Return entry numbers as differences from one to the next, and their wordings, one a line."""
    numbers = list(said)
    steps = [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]
    return {
        "entries": steps,
        "wordings": ["\n".join(lines) for lines in said.values()],
        "synonyms": synonyms,
    }
