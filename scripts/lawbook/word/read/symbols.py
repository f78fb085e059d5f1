"""Signs from symbol fonts, which stand in a file as a font and a number."""

from __future__ import annotations

import re

_NUMBER = re.compile("[0-9A-Fa-f]{1,8}")
_WINGDINGS = {0xFC: "√", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x6E: "■", 0xFB: "✗"}
_WINGDINGS |= dict.fromkeys((0x6C, 0x75, 0x76, 0xA7, 0xD8), "•")
_WINGDINGS_2 = {0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xA3: "□", 0x2A: "□"}
_SYMBOL = {0xB7: "•", 0xD6: "√"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def symbol(font: str, char: str) -> str:
    """The sign that a person sees; U+FFFD where the font is not known.

    >>> symbol("Wingdings", "F0FE"), symbol("Wingdings 2", "0052")
    ('☑', '☑')
    """
    if not _NUMBER.fullmatch(char):
        return "\ufffd"
    code = int(char, 16)
    code = code - 0xF000 if code >= 0xF000 else code
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(code, "\ufffd")
    return chr(code) if 0x20 <= code < 0xD800 else "\ufffd"
