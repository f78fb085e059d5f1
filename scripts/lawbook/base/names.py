"""Names of people as they are compared: no unseen characters, nothing between the signs."""

from __future__ import annotations

import re
import unicodedata

from lawbook.base import unseen

# What people put between the signs of a name: 高 云, 高·云, 高-云.
APART = " \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000·•・‧∙⋅．.*＊_＿‐‑‒–—―－~～'’‘\\-"
_BRACKETS = re.compile("（[^（）]*）")
_GONE = re.compile(f"[{APART}{''.join(unseen.KINDS.values())}]")


def closed_up(text: str) -> str:
    r"""A text in which no name is broken; letters and figures in their usual width.

    >>> closed_up("申 屠\u200b明·远，Ｌｉｎ Di")
    '申屠明远,LinDi'
    """
    return _GONE.sub("", unicodedata.normalize("NFKC", text))


def bare(name: str) -> str:
    """A name as it is compared, without what stands in brackets: （虚构）, （集团）.

    >>> bare("高　云（外聘）") == bare("高云")
    True
    """
    return closed_up(_BRACKETS.sub("", name.replace("(", "（").replace(")", "）")))
