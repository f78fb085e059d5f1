"""Which text of a document Word does not show: by the run, by its styles."""

from __future__ import annotations

from functools import lru_cache

from lawbook.word.read.runs import OFF, W
from lawbook.word.read.unpack import Element, parsed

_DEEPEST = 20


class Hidden:
    """Knows the styles of a document."""

    def __init__(self, styles: bytes) -> None:
        self.styles, self.everywhere = _styles(styles)

    def is_hidden(self, run: Element | None, paragraph: str) -> bool:
        """Whether a run is hidden; ``run`` its properties, ``paragraph`` the style around it.

        Two styles that both hide show the text again, as Word has it.
        """
        own = None if run is None else run.find(f"{W}vanish")
        if own is not None:
            return _is_on(own)
        mark = None if run is None else run.find(f"{W}rStyle")
        style = "" if mark is None else mark.get(f"{W}val", "")
        return self.everywhere or self._hides(style) != self._hides(paragraph)

    def _hides(self, style: str) -> bool:
        for _ in range(_DEEPEST):
            if style not in self.styles:
                return False
            own, style = self.styles[style]
            if own is not None:
                return own
        return False


def style_of(properties: Element | None) -> str:
    """The style of a paragraph; empty, the name of none, for the usual one."""
    style = None if properties is None else properties.find(f"{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def is_hidden_row(properties: Element | None) -> bool:
    """Whether a row of a table is hidden."""
    mark = None if properties is None else properties.find(f"{W}hidden")
    return mark is not None and _is_on(mark)


def _is_on(node: Element) -> bool:
    return node.get(f"{W}val", "1") not in OFF


@lru_cache(maxsize=16)
def _styles(data: bytes) -> tuple[dict[str, tuple[bool | None, str]], bool]:
    """By style: whether it hides (None: it does not say) and what it rests on; the default."""
    if not data:
        return {}, False
    root = parsed(data, "styles.xml")
    styles: dict[str, tuple[bool | None, str]] = {}
    for style in root.iter(f"{W}style"):
        mark, base = style.find(f"{W}rPr/{W}vanish"), style.find(f"{W}basedOn")
        hides = None if mark is None else _is_on(mark)
        styles[style.get(f"{W}styleId", "")] = (
            hides,
            "" if base is None else base.get(f"{W}val", ""),
        )
    every = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}vanish")
    return styles, every is not None and _is_on(every)
