"""Match text: what counts as a blank, and which known word was probably meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from lawbook.base.shared import Shared

NEAREST: Shared[str] = "最接近的是 {key}（{label}）"
FOLLOW_FORM: Shared[str] = "请对照表单的栏目填写，或删去这一行"

# Python and browsers disagree on what a blank is, so it is defined here.
BLANKS: Shared[str] = " \t\n\u00a0\u3000"
LINE_BLANKS: Shared[str] = " \t\u00a0\u3000"  # those that do not end a line
# Blanks in both languages; ``\s``, ``strip()`` and ``trim()`` differ beyond these.
EVERY_BLANK: Shared[str] = (
    "\t\n\x0b\x0c\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
COLONS: Shared[str] = "：:"
DASHES: Shared[str] = "—–－‐‑−"
# What turns a word into its opposite, in keys and in labels.
NEGATION: Shared[str] = "(^|_)(not|non|no)_|没有|不予|[不未非无没]"
PREFIX: Shared[str] = "(^|_)(un|dis|in|non)"  # may also begin a word that is no negation: unit
_NEGATION, _PREFIX = re.compile(NEGATION), re.compile(PREFIX)
ALIKE: Shared[float] = 0.4  # minimum likeness (0 to 1) of a word that may have been meant
# What programs put into the clipboard for line ends, and for the bullets of symbol fonts.
LINE_END: Shared[str] = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
BULLETS: Shared[str] = "\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8"
FONT_SIGNS: Shared[str] = "\uf020-\uf0ff"
_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_LINE_END = re.compile(LINE_END)
_UNSETTLED = re.compile(f"{LINE_END}|[{FONT_SIGNS}]")  # all of BULLETS are among FONT_SIGNS
_BULLETS = re.compile(f"[{BULLETS}]|(?:(?<=\n)|^)(?P<before>[{LINE_BLANKS}]*)[{FONT_SIGNS}]")


def is_plain(text: str) -> bool:
    """Return whether every character is printable or a Unix line end, as in most answers."""
    return text.isprintable() or text.replace("\n", "").isprintable()


def settled(text: str) -> str:
    """Return the text with Unix line ends, and • for the bullets of symbol fonts."""
    if is_plain(text) or not _UNSETTLED.search(text):  # no such character is printable
        return text
    return _BULLETS.sub(r"\g<before>•", _LINE_END.sub("\n", text))


def trimmed(text: str) -> str:
    r"""The settled text without blanks around it.

    >>> trimmed("　云澜市\r\n")
    '云澜市'
    """
    return settled(text).strip(BLANKS)


def one_dash(text: str) -> str:
    """Return the text with every dash as the same character."""
    return text.translate(_DASHES)


def half_width(text: str) -> str:
    """Return full-width letters, digits and punctuation as half width.

    >>> half_width("１３８ａ＠")
    '138a@'
    """
    return text.translate(_WIDE)


def meant(word: str, known: dict[str, str]) -> str | None:
    """Return the key in ``known`` (key → label) nearest to ``word`` by key or label, if any."""
    by_word = {**{label: key for key, label in known.items()}, **{key: key for key in known}}
    close = closest(word, by_word)
    return by_word[close] if close is not None else None


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the first of the known words most like ``word``, or None if none is close.

    >>> closest("单 位", ["手机", "单位"])
    '单位'
    """
    some = [other for other in known if not _opposite(word, other)]
    best = max(some, key=lambda other: _likeness(word, other), default="")
    return best if _likeness(word, best) >= ALIKE else None


def _opposite(word: str, other: str) -> bool:
    """Return whether one of the words is the negation of the other.

    >>> _opposite("not_well_founded", "well_founded"), _opposite("不批准", "不予批准")
    (True, False)
    """
    if word != other and _PREFIX.sub(r"\1", word) == _PREFIX.sub(r"\1", other):
        return True
    bare = _NEGATION.sub("", word), _NEGATION.sub("", other)
    denied = (bare[0] != word) != (bare[1] != other)
    return denied and _likeness(*bare) > _likeness(word, other)


def _likeness(word: str, other: str) -> float:
    """Return the share (0 to 1) of character pairs that the two words have in common."""
    first, second = _pairs(word), _pairs(other)
    return 2 * (first & second).total() / (first.total() + second.total())


def _pairs(word: str) -> Counter[str]:
    return Counter(map("".join, pairwise(f" {word} ")))


def nearest(word: str, known: dict[str, str], *, many: bool = False) -> str:
    """Return advice on an unknown word: the nearest of ``known`` (key → label), and all of them.

    ``many``: the list is too long to be shown.
    """
    key = meant(word, known)
    best = NEAREST.format(key=key, label=known[key]) if key is not None else ""
    if many:
        return best or FOLLOW_FORM
    every = "可写：" + "、".join(f"{key}（{label}）" for key, label in known.items())
    return f"{best}；{every}" if best else every
