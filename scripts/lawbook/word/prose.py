"""Long answers: a small closed Markdown, set as official documents set it.

Every line is a paragraph. 一、 is set in 黑体, （一） in 楷体 (the whole line, or its first
sentence), 1. in 仿宋; ``- `` begins an item of a list, ``**…**`` is bold. Whatever else stands in
an answer stays text, sign by sign.
"""

from __future__ import annotations

import re

from lawbook.word.markup import FANG, FONTS, paragraph, run

_FIRST = re.compile("[一二三四五六七八九十]+、")
_SECOND = re.compile("（[一二三四五六七八九十]+）")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
LONGEST_HEADING = 40


def line(runs: str) -> str:
    """A paragraph of a long answer."""
    return paragraph("Passage", runs)


def render(text: str) -> str:
    """The paragraphs of an answer; empty lines only separate."""
    return "".join(_block(part.rstrip()) for part in text.split("\n") if part.strip())


def _block(text: str) -> str:
    if text.startswith("- "):
        return paragraph("PassageItem", _runs(text[2:], FANG))
    for pattern, style in ((_FIRST, "TableHead1"), (_SECOND, "TableHead2")):
        if pattern.match(text):
            heading, rest = _heading(text)
            return paragraph(
                style if heading and not rest else "Passage",
                _runs(heading, FONTS[style]) + _runs(rest, FANG),
            )
    return line(_runs(text, FANG))


def _heading(text: str) -> tuple[str, str]:
    """A numbered line's heading and what follows it in the same paragraph."""
    end = text.find("。") + 1 or len(text)
    return (text[:end], text[end:]) if end <= LONGEST_HEADING else ("", text)


def _runs(text: str, font: str) -> str:
    """Runs of plain and bold text; the pieces between two bold ones may be empty."""
    pieces = _BOLD.split(text)
    return "".join(
        run(piece, font, bold=number % 2 == 1) for number, piece in enumerate(pieces) if piece
    )
