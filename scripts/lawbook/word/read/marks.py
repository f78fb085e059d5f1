"""Assign the marks of a cell to its options, for all options at once.

A mark (a tick, an empty box, brackets around either) is before or after its words. A single tick
does not show which; if the whole cell does not show it either, no tick is assigned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lawbook.base.text import BLANKS, COLONS
from lawbook.forms.form import Option
from lawbook.forms.handmade import BOXES, LETTER_TICKS, LINES, TICKS

OVER = "\ufe0f\u20de\u20dd"  # they are displayed over the character before them
SIGNS = TICKS + BOXES + OVER
PUNCTUATION = "、，；。,;"
GAP = f"[{BLANKS}]*"
_OPEN, _CLOSE = "[(（\\[【]", "[)）\\]】]"
MARK = (
    f"{_OPEN}{GAP}(?:[{SIGNS}]*|[{LETTER_TICKS}]){GAP}{_CLOSE}"
    f"|[{LINES}]*(?:[{TICKS}][{OVER}]*)+[{LINES}]*|(?:[{BOXES}][{OVER}]*)+"
    f"|[{LINES}]{{2,}}|[{LETTER_TICKS}]"
)
# What may come between a mark and its words: 1. （2） ③ and the like.
_NUMBER = re.compile("[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[①-⑳]")
_ALPHANUMERIC = re.compile("[0-9A-Za-z]")
_BEFORE, _BEHIND = "before", "behind"


@dataclass(frozen=True)
class Words:
    """A stretch of text: the label of an option, or a person's own words (no option)."""

    start: int
    end: int
    option: Option | None = None


@dataclass(frozen=True)
class Mark:
    """A stretch of text that is a tick or an empty place for one."""

    start: int
    end: int
    ticked: bool = False


@dataclass(frozen=True)
class Marked:
    """The marks of a text and the words that are ticked; ``unclear``: the marks are ambiguous."""

    marks: Sequence[Mark] = ()
    ticked: Sequence[Words] = ()
    unclear: bool = False


def marks_of(text: str, labels: Sequence[Words], kept: Sequence[Words]) -> list[Mark]:
    """Return the marks outside labels and outside stretches in ``kept``."""
    marks = [
        Mark(match.start(), match.end(), _is_tick(match[0]))
        for match in re.finditer(MARK, text)
        if not any(
            stretch.start < match.end() and match.start() < stretch.end
            for stretch in (*labels, *kept)
        )
    ]
    lines = any(mark.ticked and text[mark.start] in LINES for mark in marks)
    return [mark for mark in marks if _is_mark(text, mark, labels, lines=lines)]


def _is_tick(text: str) -> bool:
    return any(sign in TICKS + LETTER_TICKS for sign in text)


def _is_mark(text: str, mark: Mark, labels: Sequence[Words], *, lines: bool) -> bool:
    """Return whether letters and lines are marks: only beside a label, lines only with a tick."""
    words = text[mark.start : mark.end]
    is_line = not words.strip(LINES)
    if len(words) == 1 and words in f"×{LETTER_TICKS}" and _in_a_word(text, mark, labels):
        return False
    if not is_line and words not in LETTER_TICKS:
        return True
    asked = [
        label
        for label in labels
        if label.option and (not is_line or not label.option.requires_text)
    ]
    before = any(not text[mark.end : label.start].strip(BLANKS) for label in _after(labels, mark))
    behind = any(
        not text[label.end : mark.start].strip(BLANKS) for label in asked if label.end <= mark.start
    )
    return (before or behind) and (lines or not is_line)


def _in_a_word(text: str, mark: Mark, labels: Sequence[Words]) -> bool:
    """Return whether a character touches a letter or digit outside labels, or is a × sign."""
    before = "" if any(label.end == mark.start for label in labels) else text[: mark.start][-1:]
    behind = "" if any(label.start == mark.end for label in labels) else text[mark.end :][:1]
    is_times = text[mark.start] == "×" and before.strip(BLANKS) and behind.strip(BLANKS)
    return bool(is_times or _ALPHANUMERIC.match(before) or _ALPHANUMERIC.match(behind))


def _after(labels: Sequence[Words], mark: Mark) -> list[Words]:
    return [label for label in labels if label.start >= mark.end]


def _leads_on(text: str, mark: Words | Mark) -> bool:
    """Return whether a colon follows a mark, as in 其他（√）：航运: it marks the words before."""
    return text[mark.end :].lstrip(BLANKS)[:1] in {*COLONS}


def marked(text: str, labels: Sequence[Words], marks: Sequence[Mark]) -> Marked:
    """Return the marks and ticked words of a text: labels, and words that are no option."""
    if not any(mark.ticked for mark in marks):
        return Marked(marks)
    words = [*labels, *_foreign(text, labels, marks)]
    row: list[Words | Mark] = sorted([*words, *marks], key=_span)
    sides = _sides(text, row)
    ticked: list[Words] = []
    for number, piece in enumerate(row):
        if isinstance(piece, Mark) and piece.ticked:
            owner = _owner(row, number, sides.get(number, ""))
            if owner is None:
                return Marked(marks, unclear=True)
            ticked.append(owner)
    return Marked(marks, list(dict.fromkeys(ticked)))


def _span(piece: Words | Mark) -> tuple[int, int]:
    return piece.start, piece.end


def _foreign(text: str, labels: Sequence[Words], marks: Sequence[Mark]) -> list[Words]:
    """Return words beside a mark that are no label: options that a person has added."""
    made: list[Words] = []
    ends = [0, *(mark.end for mark in marks)]
    starts = [*(mark.start for mark in marks), len(text)]
    for number, (start, end) in enumerate(zip(ends, starts, strict=True)):
        inside = [label for label in labels if start <= label.start and label.end <= end]
        first = inside[0].start if inside else end
        if number or not inside:
            made += _words(text, start, first)
        last = inside[-1] if inside else None
        if last and last.option and not last.option.requires_text and number < len(marks):
            made += _words(text, last.end, end)
    return made


def _words(text: str, start: int, end: int) -> list[Words]:
    """Return a trimmed stretch; none if it is empty, a number, a continuation or a lead-in."""
    inside = text[start:end].strip(BLANKS + PUNCTUATION)
    inside = _NUMBER.sub("", inside, count=1) if _NUMBER.match(inside) else inside
    goes_on = text[start:end].startswith(("（", "("))
    if not inside or goes_on or inside[0] in COLONS or inside[-1] in COLONS:
        return []
    at = text.index(inside, start)
    return [Words(at, at + len(inside))]


def _sides(text: str, row: Sequence[Words | Mark]) -> dict[int, str]:
    """Return the side of its words on which each mark is, as far as the whole row shows."""
    marks = [number for number, piece in enumerate(row) if isinstance(piece, Mark)]
    beside = {side: _words_beside(text, row, marks, side) for side in (_BEFORE, _BEHIND)}
    full = [side for side in beside if _is_full(row, beside[side])]
    if len(full) != 1:
        return dict.fromkeys(marks, _common(text, row, marks))
    (side,) = full
    others = [number for number in marks if number not in beside[side]]
    return dict.fromkeys(beside[side], side) | dict.fromkeys(others, _common(text, row, others))


def _step(side: str) -> int:
    return 1 if side == _BEFORE else -1


def _words_beside(
    text: str, row: Sequence[Words | Mark], marks: Sequence[int], side: str
) -> dict[int, int]:
    """Return the marks that have words on a side, and the indexes of these words."""
    pairs = ((number, number + _step(side)) for number in marks)
    return {
        number: beside
        for number, beside in pairs
        if 0 <= beside < len(row)
        and isinstance(row[beside], Words)
        and not (side == _BEFORE and _leads_on(text, row[number]))
    }


def _is_full(row: Sequence[Words | Mark], beside: dict[int, int]) -> bool:
    """Return whether every option has its mark on this side."""
    options = {n for n, piece in enumerate(row) if isinstance(piece, Words) and piece.option}
    return options <= set(beside.values())


def _common(text: str, row: Sequence[Words | Mark], marks: Sequence[int]) -> str:
    """Return the one side that nearness shows: that of the ticks, else of the empty boxes."""
    near = {number: _nearer(text, row, number) for number in marks}
    for wanted in (True, False):
        some = {near[n] for n in marks if getattr(row[n], "ticked", False) is wanted} - {""}
        if some:
            return some.pop() if len(some) == 1 else ""
    return ""


def _nearer(text: str, row: Sequence[Words | Mark], number: int) -> str:
    """Return the side of a mark on which something is nearer."""
    before, mark = text[: row[number].start], row[number]
    if _leads_on(text, mark):
        return _BEHIND
    left = _distance(before[len(before.rstrip(BLANKS + PUNCTUATION)) :], before)
    after = text[mark.end :]
    right = _distance(after[: len(after) - len(after.lstrip(BLANKS + PUNCTUATION))], after)
    if left == right:
        return ""
    return _BEHIND if left < right else _BEFORE


def _distance(gap: str, side: str) -> int:
    """Rank a gap: nothing, one blank, more or a comma, the end of the line."""
    if gap == side or "\n" in gap:
        return 3
    return min(len(gap), 1) if gap in {"", " ", "\u00a0"} else 2


def _owner(row: Sequence[Words | Mark], number: int, side: str) -> Words | None:
    """Return the words of a mark: the next on its side, across other marks; None without any."""
    if not side:
        return None
    at = number + _step(side)
    while 0 <= at < len(row) and isinstance(row[at], Mark):
        at += _step(side)
    beside = row[at] if 0 <= at < len(row) else None
    return beside if isinstance(beside, Words) else None
