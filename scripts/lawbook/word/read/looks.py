"""The formatting of words (struck out, underlined, coloured) as an indication of a choice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS
from lawbook.word.read.elements import VAL, W
from lawbook.word.read.unpack import Element

UNDERLINED: Shared[str] = "加下划线"

STRUCK = "划去"
BOLD = "加粗"
_OFF = {"0", "false", "off", "none", "auto", "clear", "000000", ""}
_KINDS = {
    f"{W}strike": STRUCK,
    f"{W}dstrike": STRUCK,
    f"{W}u": UNDERLINED,
    f"{W}highlight": "加底色",
    f"{W}color": "变色",
    f"{W}shd": "加底色",
}
TAGS = frozenset(_KINDS)
Looks = Sequence[tuple[int, int, Collection[str]]]  # from, to, how


def how(properties: Mapping[str, Element]) -> tuple[str, ...]:
    """Return the formatting of a run with these properties, other than bold."""
    return tuple(
        dict.fromkeys(
            kind for tag, kind in _KINDS.items() if tag in properties and _is_on(properties[tag])
        )
    )


def _is_on(node: Element) -> bool:
    fill = node.get(f"{W}fill")
    return str(node.get(VAL, "1") if fill is None else fill).lower() not in _OFF


def standing_out(text: str, spans: Sequence[tuple[int, int]], looks: Looks) -> dict[str, list[int]]:
    """Return, by formatting, the indexes of words that have it, if not all have it."""
    kinds = dict.fromkeys((STRUCK, BOLD, *_KINDS.values()))
    having = {
        kind: [n for n, span in enumerate(spans) if _has(text, span, looks, kind)] for kind in kinds
    }
    return {kind: some for kind, some in having.items() if 0 < len(some) < len(spans)}


def _has(text: str, span: tuple[int, int], looks: Looks, kind: str) -> bool:
    """Return whether all of some words has the formatting."""
    spans = [(start, end) for start, end, how_ in looks if kind in how_]
    signs = [at for at in range(*span) if text[at].strip(BLANKS)]
    return bool(signs) and all(any(start <= at < end for start, end in spans) for at in signs)
