"""The index in small files, fetched when a query needs them.

``search/t/<n>.js`` holds the postings of some terms, ``search/w/<n>.js`` all that a word of the
synonyms asks for, ``search/d/<n>.js`` some entries, ``search/sounds.js`` what pinyin and slips of
the pen need. Where the site is small enough, ``search/all.js`` holds every entry: it is fetched
behind the first answer, and from then on every place is shown. ``assets/search/store.js`` reads
them. A browser asks for six files at once: what counts is how many a query needs.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from lawbook.search.entry import Group
from lawbook.search.postings import Postings, packed, weight

HEAD = 400  # postings of a term that a large site keeps: those of most weight
PAIRS = 1_800  # pairs by which sounds are weighed
Row = list[object]


@dataclass(frozen=True)
class Sizes:
    """How large the files are: signs of postings, entries in a file, postings kept of a term.

    ``whole``: one more file holds every entry.
    """

    shard: int
    chunk: int
    head: int
    whole: bool


SMALL = Sizes(shard=900, chunk=1, head=1_000, whole=True)
LARGE = Sizes(shard=800, chunk=2, head=HEAD, whole=False)


def shard_of(term: str, shards: int) -> int:
    """The number of the file of a term; the same in store.js."""
    total = 7
    for sign in term:
        total = (total * 31 + ord(sign)) % 1_000_003
    return total % shards


def files(
    postings: Postings,
    concepts: Mapping[str, Set[str]],
    rows: Sequence[Row],
    groups: Sequence[Group],
    sizes: Sizes,
) -> tuple[dict[str, object], dict[str, str]]:
    """What the main file says of the small ones, and the small ones by path."""
    encoded = {term: packed(found, sizes.head) for term, found in postings.items()}
    shards = max(1, sum(map(len, encoded.values())) // sizes.shard)
    facts: dict[str, object] = {
        "count": len(rows),
        "shards": shards,
        "words": len(concepts),
        "chunk": sizes.chunk,
        "whole": sizes.whole,
    }
    parts = dict(_terms(encoded, shards))
    parts |= _words(encoded, concepts)
    parts |= {f"d/{at}": part for at, part in enumerate(_chunks(rows, groups, sizes.chunk))}
    if sizes.whole:
        listed = {str(number): group.row() for number, group in enumerate(groups)}
        parts["all"] = {"rows": rows, "groups": listed}
    return facts, {f"search/{name}.js": script(name, part) for name, part in parts.items()}


def _terms(encoded: Mapping[str, str], shards: int) -> Iterator[tuple[str, object]]:
    homes: dict[int, dict[str, str]] = defaultdict(dict)
    for term, text in encoded.items():
        homes[shard_of(term, shards)][term] = text
    for shard in range(shards):
        yield f"t/{shard}", homes[shard]


def _words(
    encoded: Mapping[str, str], concepts: Mapping[str, Set[str]]
) -> dict[str, dict[str, str | None]]:
    """By file: the postings of a word's terms; None for a term that no entry has."""
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for word, asked in concepts.items():
        terms = {term: encoded.get(term) for term in sorted(asked)}
        found[f"w/{shard_of(word, len(concepts))}"] |= terms
    return found


def _chunks(rows: Sequence[Row], groups: Sequence[Group], size: int) -> Iterator[object]:
    """Some entries, and the groups in which they stand."""
    for at in range(0, len(rows), size):
        some = rows[at : at + size]
        homes = sorted({row[0] for row in some if isinstance(row[0], int)})
        yield {"rows": some, "groups": {str(home): groups[home].row() for home in homes}}


def pairs(postings: Postings) -> dict[str, int]:
    """The pairs of signs of most weight, and how many entries have each."""
    found = {term: p for term, p in postings.items() if len(term) == 2 and term[0] not in "#@"}
    weights = {term: weight(p) for term, p in found.items()}
    heaviest = sorted(found, key=lambda pair: (-weights[pair], pair))[:PAIRS]
    return {pair: len(found[pair]) for pair in sorted(heaviest)}


def script(name: str, part: object) -> str:
    """A part of the index as a script, so that it loads over http and from a folder on disk."""
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    # Half of a sign beyond the basic plane, as browsers count them, has no spelling in UTF-8.
    text = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)
    return f'lawbookData("search/{name}",{text});\n'
