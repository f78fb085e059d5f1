"""Which text Word does not show: hidden by the run or by its styles."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lawbook.word.read.elements import VAL, W
from lawbook.word.read.runs import OFF, RUN_STYLE, VANISH
from lawbook.word.read.unpack import Element, parsed

_DEEPEST = 20
_Said = Mapping[str, tuple[bool | None, str]]  # by style: does it hide, what is it based on


class Hidden:
    """Tells which runs the styles of a document hide."""

    def __init__(self, styles: bytes) -> None:
        self.hiding, self.everywhere = _styles(styles)

    def is_hidden(self, look: Mapping[str, Element], paragraph: str) -> bool:
        """Return whether a run is hidden; ``look`` its properties, ``paragraph`` its style.

        If two styles both hide, the text is shown again, as in Word.
        """
        if VANISH in look:
            return _is_on(look[VANISH])
        style = look[RUN_STYLE].get(VAL, "") if RUN_STYLE in look else ""
        return self.everywhere or (style in self.hiding) != (paragraph in self.hiding)


def is_hidden_row(mark: Element | None) -> bool:
    """Return whether a table row is hidden, by the mark in its properties."""
    return mark is not None and _is_on(mark)


def _is_on(node: Element) -> bool:
    return node.get(VAL, "1") not in OFF


@lru_cache(maxsize=16)
def _styles(data: bytes) -> tuple[frozenset[str], bool]:
    """Return the styles that hide, and whether everything is hidden unless stated otherwise."""
    if not data:
        return frozenset(), False
    root = parsed(data, "styles.xml")
    said: dict[str, tuple[bool | None, str]] = {}
    for style in root.iter(f"{W}style"):
        mark, base = style.find(f"{W}rPr/{W}vanish"), style.find(f"{W}basedOn")
        hides = None if mark is None else _is_on(mark)
        said[style.get(f"{W}styleId", "")] = hides, "" if base is None else base.get(VAL, "")
    every = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}vanish")
    hiding = frozenset(style for style in said if _hides(said, style))
    return hiding, every is not None and _is_on(every)


def _hides(said: _Said, style: str) -> bool:
    for _ in range(_DEEPEST):
        if style not in said:
            return False
        own, style = said[style]
        if own is not None:
            return own
    return False
