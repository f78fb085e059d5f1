"""Compare quotations with the text they quote: equal, or where they differ.

Punctuation, width and blanks are ignored; an omission (……) splits a quotation into parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawbook.law.spelling import fold

_QUOTED = re.compile(
    '“([^“”\n]{2,1500})”|「([^「」\n]{2,1500})」|『([^『』\n]{2,1500})』|"([^"\n]{2,1500})"'
)
_ITEM = re.compile(r"\([〇零一二三四五六七八九十0-9]{1,3}\)")
_NO_WORD = re.compile("[^\u3400-\u9fff〇0-9A-Za-z]")
_OMITTED = re.compile(r"…+|\.{3,}|-{2,}")
# Up to this share of its length a quotation may differ and still be taken for this text.
NEAR = 0.34


@dataclass(frozen=True)
class Quotation:
    """A stretch in quotation marks: its position including the marks, and its content."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Change:
    """A stretch of a comparison: ``same``, ``extra`` (only in the quotation) or ``missing``."""

    kind: str
    text: str


def quotations(text: str) -> list[Quotation]:
    """Return all stretches in quotation marks within one line."""
    matches = _QUOTED.finditer(text)
    return [
        Quotation(match.start(), match.end(), next(filter(None, match.groups())))
        for match in matches
    ]


def plain(text: str) -> str:
    """Return the words alone, without numbers of items, punctuation, blanks and width.

    >>> plain("（一）审查结论，应当 书面告知；")
    '审查结论应当书面告知'
    """
    return _NO_WORD.sub("", _ITEM.sub("", fold(text)))


def parts(quotation: str) -> list[str]:
    """Return the parts of a quotation between omissions, as plain words."""
    return [words for part in _OMITTED.split(fold(quotation)) if (words := plain(part))]


def holds(text: str, quoted: list[str]) -> bool:
    """Return whether a plain text contains all parts in order."""
    position = 0
    for part in quoted:
        at = text.find(part, position)
        if at < 0:
            return False
        position = at + len(part)
    return True


def compared(quoted: str, text: str) -> tuple[int, list[Change]]:
    """Return the minimum edit distance to any stretch of ``text``, and the changes.

    ``quoted`` and ``text`` are plain.
    """
    text = _around(quoted, text)
    width = len(text)
    rows = [[0] * (width + 1)]  # the stretch may begin anywhere
    for n, sign in enumerate(quoted, start=1):
        last, row = rows[-1], [n] + [0] * width
        for m in range(1, width + 1):
            changed = last[m - 1] + (sign != text[m - 1])
            row[m] = min(changed, last[m] + 1, row[m - 1] + 1)
        rows.append(row)
    end = min(range(width + 1), key=lambda m: rows[-1][m])
    return rows[-1][end], _changes(quoted, text, rows, end)


def _around(quoted: str, text: str) -> str:
    """Return the stretch of a long text that shares most character pairs with a quotation."""
    size = len(quoted) * 2
    if len(text) <= size * 2:
        return text
    pairs = {quoted[n : n + 2] for n in range(len(quoted) - 1)}
    hits = [text[n : n + 2] in pairs for n in range(len(text))]
    best, score = 0, -1
    running = sum(hits[:size])
    for start in range(len(text) - size + 1):
        if running > score:
            best, score = start, running
        running += (hits[start + size] if start + size < len(hits) else 0) - hits[start]
    return text[max(0, best - len(quoted)) : best + size + len(quoted)]


def _changes(quoted: str, text: str, rows: list[list[int]], end: int) -> list[Change]:
    changes: list[tuple[str, str]] = []
    n, m = len(quoted), end
    while n:
        here = rows[n][m]
        if m and here == rows[n - 1][m - 1] + (quoted[n - 1] != text[m - 1]):
            if quoted[n - 1] == text[m - 1]:
                changes.append(("same", quoted[n - 1]))
            else:
                changes += [("missing", text[m - 1]), ("extra", quoted[n - 1])]
            n, m = n - 1, m - 1
        elif here == rows[n - 1][m] + 1:
            changes.append(("extra", quoted[n - 1]))
            n -= 1
        else:
            changes.append(("missing", text[m - 1]))
            m -= 1
    return _joined(changes[::-1])


def _joined(signs: list[tuple[str, str]]) -> list[Change]:
    """Join characters of one kind; within a change, extra ones precede missing ones."""
    joined: list[Change] = []
    extra = missing = ""
    for kind, sign in (*signs, ("same", "")):
        if kind == "extra":
            extra += sign
        elif kind == "missing":
            missing += sign
        else:
            joined += [Change("extra", extra)] if extra else []
            joined += [Change("missing", missing)] if missing else []
            extra = missing = ""
            if joined and joined[-1].kind == "same":
                joined[-1] = Change("same", joined[-1].text + sign)
            elif sign:
                joined.append(Change("same", sign))
    return joined


def marked(changes: list[Change]) -> str:
    """Return the changes in one line.

    >>> marked([Change("same", "应当在"), Change("extra", "六十"), Change("missing", "三十")])
    '应当在〔引文：六十｜原文：三十〕'
    """
    line, extra = "", ""
    for n, change in enumerate(changes):
        following = changes[n + 1].kind if n + 1 < len(changes) else ""
        if change.kind == "same":
            line += change.text
        elif change.kind == "extra" and following == "missing":
            extra = change.text
        elif change.kind == "extra":
            line += f"〔引文多：{change.text}〕"
        else:
            line += (
                f"〔引文：{extra}｜原文：{change.text}〕" if extra else f"〔引文缺：{change.text}〕"
            )
            extra = ""
    return line
