"""Find invisible characters and those of symbol fonts, as they come with pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawbook.base.shared import Shared

BEHIND_WORDS: Shared[str] = "在“{words}”后"
AT_LINE_START: Shared[str] = "在一行开头"

UNSEEN: Shared[dict[str, str]] = {
    "零宽字符": "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff",
    "改变文字方向的字符": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
    "字体私用的字符": "\ue000-\uf8ff",
    "控制字符": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "不能保存的字符": "\ud800-\udfff\ufff9-\uffff",
}
_ALL = re.compile(f"[{''.join(UNSEEN.values())}]")
_NAMES = {name: re.compile(f"[{signs}]") for name, signs in UNSEEN.items()}
UNSEEN_SHOWN: Shared[int] = 6


def unseen(text: str) -> Iterator[str]:
    r"""Yield each such character's name once, with its code point and the words before it.

    >>> list(unseen("零宽\u200b空格"))
    ['零宽字符 U+200B（在“零宽”后）']
    """
    for sign in dict.fromkeys(_ALL.findall(text)):
        name = next(name for name, signs in _NAMES.items() if signs.match(sign))
        line = text[: text.index(sign)].rsplit("\n", maxsplit=1)[-1]
        before = _ALL.sub("", line)[-UNSEEN_SHOWN:]
        where = BEHIND_WORDS.format(words=before) if before else AT_LINE_START
        yield f"{name} U+{ord(sign):04X}（{where}）"
