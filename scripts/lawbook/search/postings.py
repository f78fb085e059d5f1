"""Which entries have a term, and how much they are about it (BM25 over title, wordings, text)."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from lawbook.search.entry import Entry, Group
from lawbook.search.terms import terms

FIELDS = ((2.6, 0.3), (2.2, 0.2), (1.0, 0.45))  # title, wordings, text: weight, share of length
HOME = 0.25  # the title of the document, for each entry in it
K1 = 1.1
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_IDS = 1 << 26  # a posting is one number, the heaviest first: (63 - weight) * _IDS + entry

Fold = Callable[[str], str]
Postings = Mapping[str, "array[int]"]


def postings(
    entries: Sequence[Entry],
    groups: Sequence[Group],
    fold: Fold,
    order: Sequence[str],
    *,
    homes: bool,
) -> Postings:
    """Term → its postings; with ``homes`` the title of its document counts for each entry."""
    rank = {group.key: group.rank for group in groups}
    named = {group.key: terms(fold(group.title)) if homes else Counter() for group in groups}
    texts = [_fields(entry, fold) for entry in entries]
    average = [max(1.0, sum(len(t[field]) for t in texts) / len(texts)) for field in range(3)]
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, (entry, fields) in enumerate(zip(entries, texts, strict=True)):
        scale = 63 * min(1.0, entry.rank * rank[entry.group])
        weights = _weights(fields, average, named[entry.group])
        signs = {term[0]: weight for term, weight in weights.items() if term[0] != "#"}
        for term, weight in (signs | weights).items():
            share = int(scale * weight / (K1 + weight) + 0.5) or 1
            found[term].append(posting(number, share))
        for term, share in _cited(entry, order):
            found[term].append(posting(number, share))
    return found


def _fields(entry: Entry, fold: Fold) -> tuple[str, str, str]:
    text = "\n".join(part.text for part in entry.parts)
    return fold(entry.title), fold("\n".join(entry.wordings)), fold(text)


def _weights(
    fields: Sequence[str], average: Sequence[float], home: Mapping[str, int]
) -> dict[str, float]:
    weights = dict.fromkeys(home, HOME)
    for (worth, b), text, mean in zip(FIELDS, fields, average, strict=True):
        each = worth / (1 - b + b * len(text) / mean)
        for term, count in terms(text).items() if text else ():
            weights[term] = weights.get(term, 0.0) + each * count
    return weights


def _cited(entry: Entry, order: Sequence[str]) -> Iterator[tuple[str, int]]:
    """第十六条 is found as @art-16, that of a named document as @measures-2026/art-16."""
    document, *steps = entry.key.split("/")
    if entry.kind == "text" and "#" not in entry.key:
        for step in steps:
            yield f"@{step}", 62 - order.index(document) if document in order else 40
            yield f"@{document}/{step}", 62


def posting(number: int, share: int) -> int:
    """An entry and how much it is about a term, as one number."""
    return (63 - share) * _IDS + number


def read(one: int) -> tuple[int, int]:
    """The entry of a posting, and how much it is about the term.

    >>> read(posting(40, 12))
    (40, 12)
    """
    return one % _IDS, 63 - one // _IDS


def weight(found: Sequence[int]) -> int:
    """How much all entries together are about a term."""
    return 63 * len(found) - sum(found) // _IDS


def packed(found: Sequence[int], head: int | None = None) -> str:
    """How many entries have a term, then steps and weights; read by ``unpacked`` in store.js.

    Of more than ``head`` postings only the heaviest are kept.

    >>> packed([(63 - 63) * 2**26 + 0, (63 - 1) * 2**26 + 40])
    'CA_nBB'
    """
    out, last = [_number(len(found))], -1
    kept = found if head is None or len(found) <= head else sorted(found)[:head]
    for number, share in sorted(map(read, kept)):
        out += [_number(number - last - 1), SIGNS[share]]
        last = number
    return "".join(out)


def _number(value: int) -> str:
    out = ""
    while value > 31:
        out += SIGNS[32 | value & 31]
        value >>= 5
    return out + SIGNS[value]
