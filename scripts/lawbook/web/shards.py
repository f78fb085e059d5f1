"""The index of a large site in small files, fetched when a query needs them.

``search/t/<n>.js`` holds the postings of some terms, ``search/d/<n>.js`` some entries,
``search/sounds.js`` what pinyin and slips of the pen need. ``assets/search/store.js`` reads them.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lawbook.web.entry import ORDER, Entry, Group
from lawbook.web.terms import folding, terms

# Above so many signs of text the index comes in files of its own.
LARGE = 1_000_000
CHUNK = 2  # entries in a file
SHARD = 1_000  # signs in a file of postings, about
HEAD = 400  # postings of a term that are kept: those of most weight
LISTED = 60  # groups that the main file lists; those of the others come with their entries
PAIRS = 1_500  # pairs by which sounds are weighed
FIELDS = ((2.6, 0.3), (2.2, 0.2), (1.0, 0.45))  # title, wordings, text: as in store.js
K1 = 1.1
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@dataclass(frozen=True)
class Posting:
    """An entry's number and the weight of a term in it, 1 to 63."""

    id: int
    weight: int


def packed(count: int, postings: Sequence[Posting]) -> str:
    """How many entries have a term, then steps and weights; read by ``unpacked`` in store.js.

    >>> packed(2, [Posting(0, 63), Posting(40, 1)])
    'CA_nBB'
    """
    out, last = [_number(count)], -1
    for one in postings:
        out += [_number(one.id - last - 1), SIGNS[one.weight]]
        last = one.id
    return "".join(out)


def _number(value: int) -> str:
    out = ""
    while value > 31:
        out += SIGNS[32 | value & 31]
        value >>= 5
    return out + SIGNS[value]


def shard_of(term: str, shards: int) -> int:
    """The number of the file of a term; the same in store.js."""
    total = 7
    for sign in term:
        total = (total * 31 + ord(sign)) % 1_000_003
    return total % shards


def files(
    rows: Sequence[list[object]],
    entries: Sequence[Entry],
    groups: Sequence[Group],
    traditional: str,
    readings: Mapping[str, str],
) -> tuple[dict[str, object], dict[str, str]]:
    """What the main file says of the small ones, and the small ones by path."""
    postings = _postings(entries, groups, traditional)
    encoded = {term: packed(len(found), _head(found)) for term, found in postings.items()}
    shards = max(1, sum(map(len, encoded.values())) // SHARD)
    parts: dict[str, object] = {}
    homes: dict[int, dict[str, str]] = defaultdict(dict)
    for term, text in encoded.items():
        homes[shard_of(term, shards)][term] = text
    parts |= {f"t/{shard}": homes[shard] for shard in range(shards)}
    for at in range(0, len(rows), CHUNK):
        parts[f"d/{at // CHUNK}"] = _chunk(rows[at : at + CHUNK], groups)
    pairs = {t: len(p) for t, p in postings.items() if len(t) == 2 and t[0] not in "#@"}
    common = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:PAIRS]
    parts["sounds"] = {"readings": readings, "pairs": {pair: pairs[pair] for pair in common}}
    facts: dict[str, object] = {"count": len(entries), "shards": shards, "chunk": CHUNK}
    return facts, {f"search/{name}.js": _script(name, part) for name, part in parts.items()}


def _chunk(rows: Sequence[list[object]], groups: Sequence[Group]) -> dict[str, object]:
    """Some entries, and their groups as far as the main file does not list them."""
    homes = sorted({row[0] for row in rows if isinstance(row[0], int) and row[0] >= LISTED})
    return {"rows": rows, "groups": {str(home): groups[home].row() for home in homes}}


def _script(name: str, part: object) -> str:
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    # Half of a sign beyond the basic plane, as browsers count them, has no spelling in UTF-8.
    text = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)
    return f'lawbookPart("{name}",{text});\n'


def _head(found: Sequence[Posting]) -> list[Posting]:
    heaviest = sorted(found, key=lambda one: (-one.weight, one.id))[:HEAD]
    return sorted(heaviest, key=lambda one: one.id)


def _postings(
    entries: Sequence[Entry], groups: Sequence[Group], traditional: str
) -> dict[str, list[Posting]]:
    fold, rank = folding(traditional), {group.key: group.rank for group in groups}
    texts = [_fields(entry) for entry in entries]
    average = [max(1.0, sum(len(t[field]) for t in texts) / len(texts)) for field in range(3)]
    found: dict[str, list[Posting]] = defaultdict(list)
    for number, (entry, fields) in enumerate(zip(entries, texts, strict=True)):
        weights = _weights([fold(text) for text in fields], average)
        signs = {term[0]: weight for term, weight in weights.items() if term[0] != "#"}
        for term, weight in (signs | weights).items():
            share = weight / (K1 + weight) * min(1.0, entry.rank * rank[entry.group])
            found[term].append(Posting(number, max(1, round(63 * share))))
        for term, weight in _cited(entry):
            found[term].append(Posting(number, weight))
    return found


def _fields(entry: Entry) -> tuple[str, str, str]:
    return entry.title, "\n".join(entry.wordings), "\n".join(part.text for part in entry.parts)


def _weights(fields: Sequence[str], average: Sequence[float]) -> Counter[str]:
    weights: Counter[str] = Counter()
    for (weight, b), text, mean in zip(FIELDS, fields, average, strict=True):
        norm = 1 - b + b * len(text) / mean
        for term, count in terms(text).items():
            weights[term] += weight * count / norm  # type: ignore[assignment]
    return weights


def _cited(entry: Entry) -> Iterator[tuple[str, int]]:
    """第十六条 is found as @art-16, that of a named document as @measures-2026/art-16."""
    document, *steps = entry.key.split("/")
    if entry.kind == "text" and "#" not in entry.key:
        for step in steps:
            yield f"@{step}", 62 - ORDER.index(document) if document in ORDER else 40
            yield f"@{document}/{step}", 62
