"""The lines, sentences and clauses of an answer as checks compare them, cached by text.

Full-width letters and digits are half width, blanks are removed, lines are split at line ends.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lawbook.base.shared import Shared
from lawbook.base.text import LINE_BLANKS

_BLANKS = re.compile(f"[{LINE_BLANKS}]")
_EACH_BLANK = tuple(LINE_BLANKS)
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]")
# Digits of two columns are not one number: G1 4月30日前.
COLUMNS: Shared[re.Pattern[str]] = re.compile(
    f"([0-9])(?:[{LINE_BLANKS}]*[\t\u3000][{LINE_BLANKS}]*(?=[0-9])|[{LINE_BLANKS}]+(?=[0-9]{{1,2}}月))"
)
NUMBERING: Shared[re.Pattern[str]] = re.compile(
    r"(?:[-•][ \t\n\u00a0\u3000]*|[一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）"
    r"|[0-9]+[.、．]|\([0-9]+\))+"
)
_LEADING = frozenset("-•（(一二三四五六七八九十0123456789")  # characters of a number or bullet
_ITEM = re.compile(r"[0-9]+[.．](?=[0-9])")
_SENTENCES = re.compile("[。；：，]")
PIECES = re.compile("[。；\n]")
_CLAUSES = re.compile("[，。；\n]")

# A Chinese numeral of one character is read as a number only before a unit of money.
_NUMBERS = re.compile(
    "[0-9一二两三四五六七八九十百千]"
    "(?:(?<=[0-9])[0-9]*|[一二两三四五六七八九十百千零〇]+|(?=[^。；\n]{0,3}元))"
)
# Possessive: a text without them is scanned only once.
_THREE_FIGURES = re.compile("(?:[^0-9]*+[0-9]++){3}")

SHORTEST_SENTENCE = 12


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return text as it is compared: half-width digits and letters, no blanks, no bold marks.

    >>> folded(" ３０ 日")
    '30日'
    """
    narrow = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    if any(map(narrow.__contains__, _EACH_BLANK)):
        narrow = _BLANKS.sub("", COLUMNS.sub(r"\1，", narrow))
    return narrow.replace("**", "").strip("\n")


def without_number(line: str) -> str:
    """Return a line without the number or bullet at its beginning."""
    return behind(NUMBERING, line) if line[:1] in _LEADING else line


def behind(pattern: re.Pattern[str], text: str) -> str:
    """Return a text without a match at its beginning, searching no further."""
    match = pattern.match(text)
    return text[match.end() :] if match else text


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[str, ...]:
    """Return the clauses of a text, without their numbers."""
    lines = text.split("\n")
    return tuple(without_number(piece) for line in lines for piece in _SENTENCES.split(line))


@lru_cache(maxsize=512)
def full_sentences(text: str) -> tuple[str, ...]:
    r"""Split at full stops; a short piece (a heading) continues with the next of its line.

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
    """Split a text at all punctuation."""
    return tuple(PIECES.split(text))


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[str, ...]:
    """Split a text at stops and commas."""
    return tuple(_CLAUSES.split(text))


@lru_cache(maxsize=512)
def plain_lines(text: str) -> str:
    """Return a text whose lines have lost the numbers at their beginning."""
    return "\n".join(map(without_number, text.split("\n")))


def has_three_figures(text: str) -> bool:
    """Return whether a text contains three numbers in digits."""
    return bool(_THREE_FIGURES.match(text))


@lru_cache(maxsize=512)
def most_numbers(text: str) -> int:
    """Return an upper bound of the numbers in a text, including Chinese numerals."""
    return len(_NUMBERS.findall(text))
