"""Compare two wordings: runs kept, taken out and put in, cut so that people can read them.

Chinese has no blanks between words, so difflib compares texts character by character, and changes
with only a character or two between them are joined.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["same", "out", "in", "unseen"]
# A single character between two changes is a coincidence, not a word that was kept.
SHORTEST = 2
_STOPS = frozenset("，。；：、（）《》“”")


@dataclass(frozen=True)
class Run:
    """A stretch of text: ``same``, taken ``out``, put ``in``, or old text ``unseen`` in the new."""

    kind: Kind
    text: str


Runs = tuple[Run, ...]


def old(runs: Iterable[Run]) -> str:
    """Return the older text: all but what was put in."""
    return "".join(run.text for run in runs if run.kind != "in")


def new(runs: Iterable[Run]) -> str:
    """The newer text, as far as it is known."""
    return "".join(run.text for run in runs if run.kind in {"same", "in"})


def joined(runs: Iterable[Run]) -> Runs:
    """Return the runs with neighbours of one kind joined, none of them empty."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and merged[-1].kind == run.kind:
            merged[-1] = Run(run.kind, merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def changed(runs: Iterable[Run]) -> bool:
    """Return whether anything was taken out or put in."""
    return any(run.kind in {"out", "in"} for run in runs)


def redline(before: str, after: str) -> Runs:
    """Return the runs by which ``after`` came from ``before``.

    >>> [(run.kind, run.text) for run in redline("应在30日内答复", "应在20日内答复")]
    [('same', '应在'), ('out', '30'), ('in', '20'), ('same', '日内答复')]
    """
    return joined(_readable(joined(_runs(list(_pairs(before, after))))))


def _readable(runs: Runs) -> Iterator[Run]:
    """Move changes that stand alone to begin or end at punctuation, if the same text allows it.

    Of 应用、误用及滥用 either 用、误用及滥 or 、误用及滥用 may be said to be taken out.
    """
    readable = list(runs)
    for at in range(1, len(readable) - 1):
        left, run, right = readable[at - 1 : at + 2]
        if run.kind != "same" and left.kind == right.kind == "same":
            readable[at - 1 : at + 2] = next(_turned(left, run, right), (left, run, right))
    yield from readable


def _turned(left: Run, run: Run, right: Run) -> Iterator[tuple[Run, Run, Run]]:
    """Yield equivalent placements that begin or end at punctuation, the nearest first."""
    words = run.text
    for by in range(len(words)):
        tail, head = words[len(words) - by :], words[:by]
        if left.text.endswith(tail):
            kept, moved = left.text[: len(left.text) - by], tail + words[: len(words) - by]
            if moved[0] in _STOPS or moved[-1] in _STOPS:
                yield Run("same", kept), Run(run.kind, moved), Run("same", tail + right.text)
        if right.text.startswith(head):
            kept, moved = right.text[by:], words[by:] + head
            if moved[0] in _STOPS or moved[-1] in _STOPS:
                yield Run("same", left.text + head), Run(run.kind, moved), Run("same", kept)


def _pairs(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield stretches of both texts side by side, equal ones as kept. Numbers are never cut."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    done_a = done_b = 0
    for a, b, size in matcher.get_matching_blocks():
        start, end = _whole(before, after, a, b, size)
        if end - start < SHORTEST and before[a + start : a + end] not in _STOPS and size:
            continue
        if end <= start and size:
            continue
        yield before[done_a : a + start], after[done_b : b + start]
        yield before[a + start : a + end], after[b + start : b + end]
        done_a, done_b = a + end, b + end
    yield before[done_a:], after[done_b:]


def _whole(before: str, after: str, a: int, b: int, size: int) -> tuple[int, int]:
    """Return start and end of the part of a match that cuts no number on either side."""
    start, end = 0, size
    while start < end and _cuts(before, a + start) | _cuts(after, b + start):
        start += 1
    while end > start and _cuts(before, a + end) | _cuts(after, b + end):
        end -= 1
    return start, end


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isdecimal() and text[at].isdecimal()


def _runs(pairs: list[tuple[str, str]]) -> Iterator[Run]:
    """Yield the runs of pairs; what was taken out precedes what replaced it."""
    out = came = ""
    for before, after in pairs:
        if before == after and before:
            yield from (Run("out", out), Run("in", came), Run("same", before))
            out = came = ""
        else:
            out, came = out + before, came + after
    yield from (Run("out", out), Run("in", came))
