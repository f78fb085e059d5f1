"""Compare two texts provision by provision: what stayed, changed, moved, was added or removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.law.redline import Run, Runs, changed, joined, redline

Became = Literal["same", "changed", "moved", "new", "gone", "unseen"]
# Provisions that share a smaller part of their character pairs are different, not changed.
ALIKE = 0.4


@dataclass(frozen=True)
class Row:
    """A provision of either text, or of both; ``runs`` hold its own words only.

    ``moved`` also covers words that changed on the way; ``unseen`` says that the newer text has
    the provision, but its words are not known.
    """

    became: Became
    before: Provision | None
    after: Provision | None
    runs: Runs = ()


def compared(
    old: Iterable[Provision],
    new: Iterable[Provision],
    known: Mapping[Citation, Runs] | None = None,
) -> tuple[Row, ...]:
    """Return all rows in the order of the newer text; removed provisions at their old place.

    ``known`` are the redlines of a newer text that is known in part: what it lacks was not seen,
    rather than removed.
    """
    comparison = _Comparison(known or {}, partial=known is not None)
    return tuple(comparison.rows(_opened(old), _opened(new)))


def _opened(parts: Iterable[Provision]) -> list[Provision]:
    """Return provisions with chapters and sections replaced by what they contain."""
    opened: list[Provision] = []
    for part in parts:
        opened.append(part)
        if part.step.unit in {"ch", "sec"}:
            opened += _opened(part.provisions)
    return opened


@dataclass(frozen=True)
class _Comparison:
    known: Mapping[Citation, Runs]
    partial: bool

    def rows(self, old: list[Provision], new: list[Provision]) -> Iterator[Row]:
        partner = _pairs(old, new)
        kept = {part.citation for part in partner.values()}
        left = [part for part in old if part.citation not in kept]
        order = {part.citation: number for number, part in enumerate(old)}
        for part in new:
            before = partner.get(part.citation)
            while before and left and order[left[0].citation] < order[before.citation]:
                yield from self._gone(left.pop(0))
            if before is not None:
                yield from self._both(before, part)
            elif _said(part) or not self.partial:
                yield from self._new(part)
        for part in left:
            yield from self._gone(part)

    def _both(self, before: Provision, after: Provision) -> Iterator[Row]:
        if self.partial and not _own(after) and _own(before):
            yield Row("unseen", before, after, (Run("unseen", _own(before)),))
        else:
            runs = self.known.get(after.citation) or redline(_own(before), _own(after))
            moved = before.step != after.step
            yield Row(
                "moved" if moved else "changed" if changed(runs) else "same", before, after, runs
            )
        if before.step.unit not in {"ch", "sec"}:
            yield from self.rows(list(before.provisions), list(after.provisions))

    def _new(self, part: Provision) -> Iterator[Row]:
        yield Row("new", None, part, joined([Run("in", _own(part))]))
        for child in () if part.step.unit in {"ch", "sec"} else part.provisions:
            yield from self._new(child)

    def _gone(self, part: Provision) -> Iterator[Row]:
        if self.partial:
            yield Row("unseen", part, None, joined([Run("unseen", _own(part))]))
        else:
            yield Row("gone", part, None, joined([Run("out", _own(part))]))
        for child in () if part.step.unit in {"ch", "sec"} else part.provisions:
            yield from self._gone(child)


def _own(part: Provision) -> str:
    """Return a provision's own words, without the bracketed name of an article."""
    heading = "" if part.heading.startswith("【") else part.heading
    return heading + part.text


def _said(part: Provision) -> str:
    return "".join(_own(inner) for inner in part.walk())


def _pairs(old: list[Provision], new: list[Provision]) -> dict[Citation, Provision]:
    """Return the provision of the older text that each one of the newer text comes from.

    The most alike are paired first; among equals the same number, then the nearest position.
    """
    ranked = sorted(_candidates(old, new), key=lambda candidate: candidate[:3], reverse=True)
    pairs: dict[Citation, Provision] = {}
    taken: set[Citation] = set()
    for _, _, _, before, after in ranked:
        if after.citation not in pairs and before.citation not in taken:
            pairs[after.citation] = before
            taken.add(before.citation)
    return pairs


def _candidates(
    old: list[Provision], new: list[Provision]
) -> Iterator[tuple[float, bool, int, Provision, Provision]]:
    pairs_of_old = [_signs(part) for part in old]
    pairs_of_new = [_signs(part) for part in new]
    for i, before in enumerate(old):
        for k, after in enumerate(new):
            if before.step.unit != after.step.unit:
                continue
            number = before.step == after.step
            alike = _alike(pairs_of_old[i], pairs_of_new[k])
            unseen = number and not pairs_of_new[k]
            if alike >= ALIKE or unseen or (number and before.step.unit in {"ch", "sec"}):
                yield round(alike, 2), number, -abs(i - k), before, after


def _signs(part: Provision) -> Counter[str]:
    """Return how often each character pair occurs in a provision's words."""
    words = part.heading if part.step.unit in {"ch", "sec"} else _said(part)
    return Counter(words[at : at + 2] for at in range(len(words) - 1))


def _alike(pairs: Counter[str], other: Counter[str]) -> float:
    """Return the share (0 to 1) of character pairs that both have."""
    whole = pairs.total() + other.total()
    return 2 * (pairs & other).total() / whole if whole else 0.0
