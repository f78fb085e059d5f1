"""Divide a text without article numbers in the way a similar document is divided.

A border is placed where the similar document has it, as far as the words around it are unchanged.
By construction, the pieces joined equal the new text, character by character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lawbook.law.document import Document, Provision
from lawbook.law.fidelity import squeeze
from lawbook.law.outline import Node, Outline

_CLAUSE = re.compile(r"[^，。；：！？、]*[，。；：！？、]?")
_WORDS = ("label", "heading", "text")


def aligned(like: Document, text: str) -> Outline:
    """Return ``text`` (squeezed) divided as ``like`` is; additions and removals are listed."""
    pieces = [squeeze(getattr(part, name)) for part in like.walk() for name in _WORDS]
    borders = _borders(pieces, text)
    words = iter([text[a:b] for a, b in zip(borders, (*borders[1:], len(text)), strict=True)])
    outline = Outline([])
    outline.provisions = list(_nodes(like.provisions, words, outline))
    return outline


def _nodes(parts: Iterable[Provision], pieces: Iterator[str], made: Outline) -> Iterator[Node]:
    for part in parts:
        words = {name: next(pieces) for name in _WORDS}
        for name, text in words.items():
            was = getattr(part, name)
            if squeeze(was) == text:
                words[name] = was
            elif name != "text" or not text or not was:
                what = f"{part.citation}：{name} 原为“{was[:20]}”，现为“{text[:20]}”"
                made.unknown.append(what)
        below = list(_nodes(part.provisions, pieces, made))
        if any(words.values()) or below or part.topic:
            yield Node(str(part.step), **words, provisions=below)


@dataclass(frozen=True)
class _Block:
    """A match of ``size`` characters, at ``a`` in the older and ``b`` in the newer text."""

    a: int
    b: int
    size: int


def _borders(pieces: list[str], text: str) -> list[int]:
    """Return where each piece begins in the new text, in ascending order."""
    blocks = list(_blocks("".join(pieces), text))
    starts = [block.a for block in blocks]
    borders, at, least = [], 0, 0
    for piece in pieces:
        border = _moved(at, blocks, starts) if at else 0
        least = max(least, border)
        borders.append(least)
        at += len(piece)
    return borders


def _moved(at: int, blocks: list[_Block], starts: list[int]) -> int:
    """Return a border's new place: by the words after it, else by those before it."""
    number = bisect_right(starts, at) - 1
    if number >= 0 and at < blocks[number].a + blocks[number].size:
        return blocks[number].b + at - blocks[number].a
    if number >= 0 and number + 1 < len(blocks):
        # The words at the border are gone: what replaced them belongs after it if the words before
        # it are unchanged, else before it.
        before = blocks[number]
        return before.b + before.size if at == before.a + before.size else blocks[number + 1].b
    return blocks[-1].b + blocks[-1].size if number >= 0 else 0


def _blocks(before: str, after: str) -> Iterator[_Block]:
    """Yield unchanged stretches: whole clauses first, then characters between them."""
    old, new = _clauses(before), _clauses(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    at_a, at_b = _offsets(old), _offsets(new)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield _Block(at_a[i], at_b[k], at_a[j] - at_a[i])
            continue
        a, b = before[at_a[i] : at_a[j]], after[at_b[k] : at_b[m]]
        inner = SequenceMatcher(None, a, b, autojunk=False)
        for block in inner.get_matching_blocks():
            if block.size:
                yield _Block(at_a[i] + block.a, at_b[k] + block.b, block.size)
    yield _Block(len(before), len(after), 0)


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(text) if clause]


def _offsets(clauses: list[str]) -> list[int]:
    offsets = [0]
    for clause in clauses:
        offsets.append(offsets[-1] + len(clause))
    return offsets
