"""Matching of text: what a blank is, and which known word a person may have meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from lawbook.base.shared import Shared

# Python and browsers disagree on what a blank is, so it is said here.
BLANKS: Shared[str] = " \t\n\u00a0\u3000"
LINE_BLANKS: Shared[str] = " \t\u00a0\u3000"  # those that end no line
# What both take for a blank; ``\s``, ``strip()`` and ``trim()`` mean other signs in each.
EVERY_BLANK: Shared[str] = (
    "\t\n\x0b\x0c\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
COLONS: Shared[str] = "：:"
DASHES: Shared[str] = "—–－‐‑−"
# What makes of a word its opposite, in keys and in labels.
NEGATION: Shared[str] = "(^|_)(not|non|no)_|没有|不予|[不未非无没]"
PREFIX: Shared[str] = "(^|_)(un|dis|in|non)"  # may also begin a word that denies nothing: unit
_NEGATION, _PREFIX = re.compile(NEGATION), re.compile(PREFIX)
ALIKE: Shared[float] = 0.4  # from this likeness on a word may have been meant (0 to 1)
# What programs put into a clipboard for the end of a line, and for the bullets of symbol fonts.
LINE_END: Shared[str] = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
BULLETS: Shared[str] = "\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8"
FONT_SIGNS: Shared[str] = "\uf020-\uf0ff"
_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_LINE_END = re.compile(LINE_END)
_UNSETTLED = re.compile(f"{LINE_END}|[{FONT_SIGNS}]")  # all of BULLETS are among FONT_SIGNS
_BULLETS = re.compile(f"[{BULLETS}]|(?:(?<=\n)|^)(?P<before>[{LINE_BLANKS}]*)[{FONT_SIGNS}]")


def is_plain(text: str) -> bool:
    """Whether all signs are printable but for Unix line ends; most answers are plain."""
    return text.isprintable() or text.replace("\n", "").isprintable()


def settled(text: str) -> str:
    """The text with Unix line ends, and with • for the bullets of symbol fonts."""
    if is_plain(text) or not _UNSETTLED.search(text):  # no such sign is printable
        return text
    return _BULLETS.sub(r"\g<before>•", _LINE_END.sub("\n", text))


def trimmed(text: str) -> str:
    r"""The settled text without blanks around it.

    >>> trimmed("　云澜市\r\n")
    '云澜市'
    """
    return settled(text).strip(BLANKS)


def one_dash(text: str) -> str:
    """The text with one kind of dash."""
    return text.translate(_DASHES)


def half_width(text: str) -> str:
    """Full-width letters, digits and punctuation in their usual width.

    >>> half_width("１３８ａ＠")
    '138a@'
    """
    return text.translate(_WIDE)


def meant(word: str, known: dict[str, str]) -> str | None:
    """The key of ``known`` (key → label) that an unknown word is nearest to by key or label."""
    by_word = {**{label: key for key, label in known.items()}, **{key: key for key in known}}
    close = closest(word, by_word)
    return by_word[close] if close is not None else None


def closest(word: str, known: Iterable[str]) -> str | None:
    """The first of those known words that are most like a word; None where none is like it.

    >>> closest("单 位", ["手机", "单位"])
    '单位'
    """
    some = [other for other in known if not _opposite(word, other)]
    best = max(some, key=lambda other: _likeness(word, other), default="")
    return best if _likeness(word, best) >= ALIKE else None


def _opposite(word: str, other: str) -> bool:
    """Whether one of two words says what the other denies.

    >>> _opposite("not_well_founded", "well_founded"), _opposite("不批准", "不予批准")
    (True, False)
    """
    if word != other and _PREFIX.sub(r"\1", word) == _PREFIX.sub(r"\1", other):
        return True
    bare = _NEGATION.sub("", word), _NEGATION.sub("", other)
    denied = (bare[0] != word) != (bare[1] != other)
    return denied and _likeness(*bare) > _likeness(word, other)


def _likeness(word: str, other: str) -> float:
    """The share of the pairs of neighbouring characters that both words have, from 0 to 1."""
    first, second = _pairs(word), _pairs(other)
    return 2 * (first & second).total() / (first.total() + second.total())


def _pairs(word: str) -> Counter[str]:
    return Counter(map("".join, pairwise(f" {word} ")))


def nearest(word: str, known: dict[str, str], *, many: bool = False) -> str:
    """Advice on an unknown word: the nearest of ``known`` (key → label), and all of them.

    ``many`` says that the list is too long to be shown.
    """
    key = meant(word, known)
    best = f"最接近的是 {key}（{known[key]}）" if key is not None else ""
    if many:
        return best or "请对照表单的栏目填写，或删去这一行"
    every = "可写：" + "、".join(f"{key}（{label}）" for key, label in known.items())
    return f"{best}；{every}" if best else every
