"""Characters of symbol fonts, which a file stores as a font and a number."""

from __future__ import annotations

import re

from lawbook.base.text import BLANKS, EVERY_BLANK
from lawbook.forms.handmade import BOXES as _BOXES
from lawbook.forms.handmade import TICKS as _TICKS

_NUMBER = re.compile("[0-9A-Fa-f]{1,8}")
_WINGDINGS = {0xFC: "√", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x6E: "■", 0xFB: "✗"}
_WINGDINGS |= dict.fromkeys((0x6C, 0x75, 0x76, 0xA7, 0xD8), "•")
_WINGDINGS_2 = {0x50: "√", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xA3: "□", 0x2A: "□"}
_WINGDINGS |= {0x78: "☒", 0x71: "□", 0x72: "□"}
_WINGDINGS_2 |= {0x4F: "✗"}
_WEBDINGS = {0x61: "√", 0x63: "□", 0x67: "■", 0x72: "✗"}
_SYMBOL = {0xB7: "•", 0xD6: "√"}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
# Private-use characters whose font was lost by a program: their meaning in these fonts.
_LOST = {0xB7: "•"} | {code: _WINGDINGS[code] for code in (0xFC, 0xFE, 0xFD, 0xA8, 0x6F, 0x6E)}
_LOST |= {code: _WINGDINGS_2[code] for code in (0x50, 0x52, 0x53, 0x54, 0xA3)}
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_B = f"[{EVERY_BLANK}]*"
# Both cases are listed: ı and ſ fold to other letters in only one of the languages.
_EQ = re.compile(rf"{_B}[Ee][Qq]{_B}\\[Oo](?:\\[Aa][A-Za-z])?{_B}\((.*)\){_B}", re.DOTALL)


def symbol(font: str, char: str) -> str:
    """Return the character that a person sees; U+FFFD if the font is not known.

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


def lettered(font: str, text: str) -> str:
    """Return the text of a run in a symbol font, with letters replaced by their symbols.

    >>> lettered("Wingdings 2", "R"), lettered("", "\uf0fe"), lettered("Arial", "R")
    ('☑', '☑', 'R')
    """
    known = _FONTS.get(font.lower()) if font else None
    if known is None and (text.isprintable() or not _PRIVATE.search(text)):
        return text  # no private-use character is printable
    if known is None:
        return "".join(_private(_LOST, sign) for sign in text)
    return "".join(_private(known, sign, known.get(ord(sign), sign)) for sign in text)


def _private(known: dict[int, str], sign: str, other: str = "") -> str:
    code = ord(sign)
    return known.get(code - 0xF000, sign) if 0xF020 <= code <= 0xF0FF else other or sign


def enclosed(instruction: str) -> str:
    r"""Return what an enclosed-character field shows: a ticked box, a box, or its characters.

    >>> enclosed(r" eq \o\ac(□,√) "), enclosed(r"EQ \o\ac(○,1)"), enclosed("PAGE")
    ('☑', '1', '')
    >>> enclosed(r"EQ \o\aı(□,√)")
    ''
    """
    match = _EQ.fullmatch(instruction)
    if match is None:
        return ""
    signs = [sign for part in re.split("[,，;；]", match[1]) if (sign := part.strip(BLANKS))]
    if any(sign in set(_TICKS) for sign in signs):
        return "☑"
    return "□" if all(sign in set(_BOXES) for sign in signs) else signs[-1]
