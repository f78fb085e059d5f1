"""Matching of text: what a blank is, and which known word a person may have meant."""

from __future__ import annotations

import re
from difflib import get_close_matches

# Python and browsers disagree on what a blank is, so it is said here.
BLANKS = " \t\n\u00a0\u3000"
# What programs put into a clipboard for the end of a line, and for the bullets of symbol fonts.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BULLETS = re.compile(
    "[\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8]"
    "|(?:(?<=\n)|^)(?P<before>[ \t\u00a0\u3000]*)[\uf020-\uf0ff]"
)


def settled(text: str) -> str:
    """The text with Unix line ends, and with • for the bullets of symbol fonts."""
    return _BULLETS.sub(r"\g<before>•", _LINE_ENDS.sub("\n", text))


def trimmed(text: str) -> str:
    r"""The settled text without blanks around it.

    >>> trimmed("　云澜市\r\n")
    '云澜市'
    """
    return settled(text).strip(BLANKS)


def meant(word: str, known: dict[str, str]) -> str | None:
    """The key of ``known`` (key → label) that an unknown word is nearest to by key or label."""
    by_word = {**{label: key for key, label in known.items()}, **{key: key for key in known}}
    close = get_close_matches(word, list(by_word), n=1, cutoff=0.5)
    return by_word[close[0]] if close else None


def nearest(word: str, known: dict[str, str], *, many: bool = False) -> str:
    """Advice on an unknown word: the nearest of ``known`` (key → label), else all of them.

    ``many`` says that the list is too long to be shown.
    """
    key = meant(word, known)
    if key is not None:
        return f"最接近的是 {key}（{known[key]}）"
    if many:
        return "请对照表单的栏目填写，或删去这一行"
    return "可写：" + "、".join(f"{key}（{label}）" for key, label in known.items())
