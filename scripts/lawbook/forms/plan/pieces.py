"""The lines, sentences and clauses of an answer as checks compare them, each made once for a text.

Full-width letters and figures are half width, blanks are gone, a line is what stands between
line ends.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lawbook.base.text import LINE_BLANKS

_BLANKS = re.compile(f"[{LINE_BLANKS}]")
_EACH_BLANK = tuple(LINE_BLANKS)
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]")
# Figures of two columns are no one number: G1　4月30日前.
_COLUMNS = re.compile(
    f"([0-9])(?:[{LINE_BLANKS}]*[\t\u3000][{LINE_BLANKS}]*(?=[0-9])|[{LINE_BLANKS}]+(?=[0-9]{{1,2}}月))"
)
_NUMBERING = re.compile(
    r"(?:[-•][ \t\n\u00a0\u3000]*|[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）"
    r"|[0-9]+[.、．]|\([0-9]+\))+"
)
_LEADING = frozenset("-•（(一二三四五六七八九十0123456789")  # of a number or sign
_ITEM = re.compile(r"[0-9]+[.．](?=[0-9])")
_SENTENCES = re.compile("[。；：，]")
PIECES = re.compile("[。；\n]")
_CLAUSES = re.compile("[，。；\n]")

# A Chinese numeral of one sign is read as a number before a unit of money only.
_NUMBERS = re.compile(
    "[0-9一二两三四五六七八九十百千]"
    "(?:(?<=[0-9])[0-9]*|[一二两三四五六七八九十百千零〇]+|(?=[^。；\n]{0,3}元))"
)
# What was taken is never given back: a text without them is gone through once.
_THREE_FIGURES = re.compile("(?:[^0-9]*+[0-9]++){3}")

SHORTEST_SENTENCE = 12


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Text as it is compared: half-width figures and letters, no blanks, no stars of bold words.

    >>> folded(" ３０ 日")
    '30日'
    """
    narrow = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    if any(map(narrow.__contains__, _EACH_BLANK)):
        narrow = _BLANKS.sub("", _COLUMNS.sub(r"\1，", narrow))
    return narrow.replace("**", "").strip("\n")


def without_number(line: str) -> str:
    """A line without the number or sign that it begins with."""
    return behind(_NUMBERING, line) if line[:1] in _LEADING else line


def behind(pattern: re.Pattern[str], text: str) -> str:
    """A text without what a pattern finds at its beginning: nothing is sought further on."""
    match = pattern.match(text)
    return text[match.end() :] if match else text


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[str, ...]:
    """The clauses of a text, without their numbers."""
    lines = text.split("\n")
    return tuple(without_number(piece) for line in lines for piece in _SENTENCES.split(line))


@lru_cache(maxsize=512)
def full_sentences(text: str) -> tuple[str, ...]:
    r"""What stands between full stops; a short piece (a heading) goes on in the next of its line.

    >>> full_sentences("一、审查。自受理之日起三十日内作出决定。\n二、复核")
    ('一、审查。自受理之日起三十日内作出决定', '二、复核')
    """
    made: list[str] = []
    for line in text.split("\n"):
        waiting = ""
        # "2." before "2小时" makes no 2.2
        whole = behind(_ITEM, line) if "0" <= line[:1] <= "9" else line
        for piece in whole.split("。"):
            waiting += piece
            if len(waiting) >= SHORTEST_SENTENCE:
                made.append(waiting)
                waiting = ""
            elif waiting:
                waiting += "。"
        if waiting:
            made.append(waiting.removesuffix("。"))
    return tuple(made)


@lru_cache(maxsize=512)
def pieces_of(text: str) -> tuple[str, ...]:
    """What stands between the stops of a text."""
    return tuple(PIECES.split(text))


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[str, ...]:
    """What stands between the stops and commas of a text."""
    return tuple(_CLAUSES.split(text))


@lru_cache(maxsize=512)
def plain_lines(text: str) -> str:
    """A text whose lines have lost the numbers with which they begin."""
    return "\n".join(map(without_number, text.split("\n")))


def has_three_figures(text: str) -> bool:
    """Whether three numbers in figures stand in a text."""
    return bool(_THREE_FIGURES.match(text))


@lru_cache(maxsize=512)
def most_numbers(text: str) -> int:
    """No more numbers than so many stand in a text, its Chinese numerals among them."""
    return len(_NUMBERS.findall(text))
