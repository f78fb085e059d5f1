"""Normalise names of people for comparison: no invisible characters, nothing in between."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lawbook.base import unseen
from lawbook.base.shared import Shared

# What people put between the characters of a name: 高 云, 高·云, 高-云.
APART: Shared[str] = (
    " \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000·•・‧∙⋅．.*＊_＿‐‑‒–—―－~～'’‘\\-"
)
MASK = "□"
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BRACKETS = re.compile("（[^（）]*）")
_GONE = re.compile(f"[{APART}{''.join(unseen.UNSEEN.values())}]")


def closed_up(text: str) -> str:
    r"""Return the text with separators inside names removed and letters and digits half width.

    >>> closed_up("申 屠\u200b明·远，Ｌｉｎ Di")
    '申屠明远,LinDi'
    """
    return _GONE.sub("", unicodedata.normalize("NFKC", text))


def masked(text: str) -> str:
    """Replace each Chinese character outside GB 2312 (so in no simplified text) by a mark.

    >>> masked("由陳默、高雲審查")
    '由□默、高□□查'
    """
    return _HAN.sub(lambda match: match[0] if _is_common(match[0]) else MASK, text)


@lru_cache(maxsize=4096)
def _is_common(sign: str) -> bool:
    try:
        return bool(sign.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def bare(name: str) -> str:
    """Return a name as it is compared, without bracketed additions: （虚构）, （集团）.

    >>> bare("高　云（外聘）") == bare("高云")
    True
    """
    return closed_up(_BRACKETS.sub("", name.replace("(", "（").replace(")", "）")))
