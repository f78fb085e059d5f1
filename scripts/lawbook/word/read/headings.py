"""Divide a text that answers several fields by their headings or numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS
from lawbook.forms.form import Field
from lawbook.forms.handmade import BOXES, TICKS
from lawbook.forms.normal import solid
from lawbook.forms.passage import ITEM
from lawbook.word.read.cells import after_words
from lawbook.word.read.content import Cell, Paragraph, Table

Blocks = list[Paragraph | Table]
HAN_NUMBERS: Shared[str] = "一二三四五六七八九十"
_NUMBER = re.compile(f"([（(]?)([0-9]{{1,2}}|[{HAN_NUMBERS}]|[①-⑩])([)）.．、]?)[ \t\u3000]*")
_CLAUSE = re.compile("[^：:。；;]*")
_LONGEST = 40
NAMED = "TableSublabel"  # the style of a name above or before its answer
FILLING_WORDS: Shared[str] = "的和及与、计划建设"
Start = tuple[int, str]  # the line's index, the part of it that belongs to the answer


def lines_of(block: Paragraph | Table) -> Blocks:
    """Split a paragraph at line breaks; the first line keeps the marker."""
    if isinstance(block, Table) or "\n" not in block.text:
        return [block]
    made = [Paragraph(block.node, block.cell, block.style, marker=block.marker)]
    for text, bold, tag in block.pieces:
        first, *more = text.split("\n")
        made[-1].pieces.append((first, bold, tag))
        for line in more:
            made.append(Paragraph(block.node, block.cell, block.style, [(line, bold, tag)]))
    return list(made)


def bare(text: str) -> str:
    """Return a text without blanks and without leading boxes and ticks."""
    return solid(text).lstrip(f"{TICKS}{BOXES}()（）[]【】")


def numbered(text: str) -> tuple[str, int, str]:
    """Return the style of numbering, the number and the words after it; 0 if there is none.

    >>> numbered("（二）执行层"), numbered("2026年")
    (('（）', 2, '执行层'), ('', 0, '2026年'))
    """
    match = _NUMBER.match(text)
    if match is None or not (match[3] or match[2] in "①②③④⑤⑥⑦⑧⑨⑩"):
        return "", 0, text
    sign = match[2]
    value = HAN_NUMBERS.find(sign) + 1 or ("①②③④⑤⑥⑦⑧⑨⑩".find(sign) + 1)
    kind = "" if sign.isascii() else "han" if sign in HAN_NUMBERS else "ring"
    style = f"{match[1]}{kind}{match[3]}".replace("han", "") if match[1] else f"{kind}{match[3]}"
    return style, value or int(sign), text[match.end() :]


def divided(fields: Sequence[Field], blocks: Blocks) -> list[Blocks] | None:
    """Return the blocks of each field without its heading; None if that is uncertain."""
    starts = _by_words(fields, blocks) or _by_numbers(fields, blocks)
    if starts is None or any(start >= other for (start, _), (other, _) in pairwise(starts)):
        return None
    ends = [*(start for start, _ in starts[1:]), len(blocks)]
    parts = [
        [*_rest(blocks[start], rest), *blocks[start + 1 : end]]
        for (start, rest), end in zip(starts, ends, strict=True)
    ]
    parts[0][:0] = blocks[: starts[0][0]]
    return parts


def by_rows(fields: Sequence[Field], rows: Sequence[Sequence[Cell]]) -> list[Blocks] | None:
    """Return the blocks of each field if a row of its own begins with its heading.

    None for rows as in the form itself, and if it is uncertain.
    """
    if len(rows) == 2 * len(fields) and all(len(row) == 1 for row in rows):
        return None
    lines = [
        [line for cell in row for block in cell.blocks for line in lines_of(block)] for row in rows
    ]
    if len(rows) != len(fields):
        return divided(fields, [line for row in lines for line in row])
    parts: list[Blocks] = []
    for field, blocks in zip(fields, lines, strict=True):
        start = next((n for n, block in enumerate(blocks) if _text(block)), 0)
        rest = _after(field, _text(blocks[start])) if blocks else None
        if rest is None:
            return None
        parts.append([*_rest(blocks[start], rest), *blocks[start + 1 :]])
    return parts


def _rest(block: Paragraph | Table, rest: str) -> Blocks:
    """Return the part of a heading's line that belongs to the answer."""
    assert isinstance(block, Paragraph)
    if rest == _text(block):
        return [block]
    start = len(block.text.rstrip(BLANKS)) - len(rest)
    pieces: list[tuple[str, bool, str]] = []
    for text, bold, tag in block.pieces:
        pieces.append((text[max(start, 0) :], bold, tag))
        start -= len(text)
    return [Paragraph(block.node, block.cell, block.style, pieces)] if rest else []


def _text(block: Paragraph | Table) -> str:
    if isinstance(block, Table):
        return ""
    return ("" if block.marker == ITEM else block.marker) + block.text.strip(BLANKS)


def _words(field: Field) -> list[str]:
    return [solid(numbered(field.label)[2]), *map(solid, field.also)]


def _by_words(fields: Sequence[Field], blocks: Blocks) -> list[Start] | None:
    """Return the line for each field that is its heading; else one that begins with its words.

    A line that this guide set as a name takes precedence over one that only reads like it.
    """
    starts: list[Start] = []
    lines = list(enumerate(map(_text, blocks)))
    for field in fields:
        if len(named := list(_named(field, blocks))) == 1:
            starts += named
            continue
        whole = [(n, rest) for n, text in lines if (rest := _after(field, text)) is not None]
        candidates = whole or [(n, text) for n, text in lines if _begins(field, text)]
        number = numbered(field.label)[1]
        if number and len(candidates) > 1:
            candidates = [(n, rest) for n, rest in candidates if numbered(lines[n][1])[1] == number]
        if len(candidates) != 1:
            return None
        starts += candidates
    return starts


def _named(field: Field, blocks: Blocks) -> Iterator[Start]:
    """Yield the lines that have the style in which this guide sets a field's name."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.style == NAMED:
            label, _, rest = _text(block).partition("：")
            if label == field.label:
                yield number, rest


def _after(field: Field, text: str) -> str | None:
    """Return what follows the heading of a field on its line; None for another line."""
    words = numbered(text)[2]
    rest = after_words(words, field.hint) if field.hint else None
    if rest is not None:
        return rest
    match = _CLAUSE.match(words)
    clause = solid(match[0]) if match else ""
    known = {*solid(field.label + field.called + (field.hint or "") + FILLING_WORDS)}
    heading = len(clause) <= _LONGEST and any(word in clause for word in _words(field))
    if not heading or not known.issuperset(clause):
        return None
    return words[len(match[0]) + 1 :].strip(BLANKS) if match else ""


def _begins(field: Field, text: str) -> bool:
    """Return whether a line begins with the words of a field, such as 省级统筹层由……."""
    return solid(numbered(text)[2]).startswith(_words(field)[0])


def _by_numbers(fields: Sequence[Field], blocks: Blocks) -> list[Start] | None:
    """Return lines numbered like the fields, most of which have the words of their field."""
    if not all(numbered(field.label)[1] for field in fields):
        return None
    texts = [_text(block) for block in blocks]
    styles = [numbered(text)[:2] for text in texts]
    for style in dict.fromkeys(style for style, value in styles if value):
        indexes = [n for n, (kind, value) in enumerate(styles) if value and kind == style]
        if [styles[n][1] for n in indexes] != list(range(1, len(fields) + 1)):
            continue
        own = [
            any(word in solid(texts[n])[:_LONGEST] for word in _words(field))
            for n, field in zip(indexes, fields, strict=True)
        ]
        if sum(own) * 2 >= len(fields):
            rests = (_after(field, texts[n]) for n, field in zip(indexes, fields, strict=True))
            pairs = zip(indexes, rests, strict=True)
            return [(n, texts[n] if rest is None else rest) for n, rest in pairs]
    return None
