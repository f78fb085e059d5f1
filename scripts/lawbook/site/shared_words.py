"""What Python and the page's scripts share: blanks, patterns, signs, written once, in Python.

``lawbook schemas`` makes ``content/assets/forms/shared.js`` of it; a pattern reaches the page as
the text of a regular expression that both languages read alike.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from lawbook.base import dates, jsontext, names, output, text, unseen
from lawbook.forms import handmade, normal, passage, telephone, values
from lawbook.word.layout import prose
from lawbook.word.read import enumeration, numbering, unpack

FILE = Path("content/assets/forms/shared.js")
_HEAD = "// Made by `lawbook schemas` from scripts/lawbook/site/shared_words.py: change it there.\n"


def shared() -> dict[str, object]:
    """Name in the page's scripts → text, number, list or map."""
    return {
        "BLANKS": text.BLANKS,
        "LINE_BLANKS": text.LINE_BLANKS,
        "EVERY_BLANK": text.EVERY_BLANK,
        "COLONS": text.COLONS,
        "ALIKE": text.ALIKE,
        "NEGATION": text.NEGATION,
        "PREFIX": text.PREFIX,
        "LINE_END": text.LINE_END,
        "BULLETS": text.BULLETS,
        "FONT_SIGNS": text.FONT_SIGNS,
        "UNSEEN": unseen.KINDS,
        "APART": names.APART,
        "UNSEEN_SHOWN": unseen.SHOWN,
        "ESCAPED": jsontext.ESCAPED,
        "FORBIDDEN": values.FORBIDDEN,
        "HAN_DIGITS": dates.HAN_DIGITS,
        "ZEROS": dates.ZEROS,
        "DASHES": text.DASHES,
        "LINES": handmade.LINES,
        "PART_OF_NAME": handmade.PART_OF_NAME,
        "LONGEST": handmade.LONGEST,
        "SEVERAL": handmade.SEVERAL,
        "BETWEEN": handmade.BETWEEN,
        "BETWEEN_ADDRESSES": handmade.BETWEEN_ADDRESSES,
        "CALLED": handmade.CALLED,
        "BETWEEN_WORDED": handmade.BETWEEN_WORDED,
        "CORE": handmade.CORE,
        "TELEPHONE": telephone.SHARED,
        "AROUND": handmade.AROUND,
        "AT": handmade.AT,
        "NAMED_ADDRESS": handmade.NAMED_ADDRESS,
        "PERSON": handmade.PERSON,
        "GOES_ON": handmade.GOES_ON,
        "FIGURE_DATE": dates.FIGURE_DATE,
        "SOLID_DATE": dates.SOLID_DATE,
        "SHORT_DATE": dates.SHORT_DATE,
        "CENTURY": dates.CENTURY,
        "HAN_DATE": dates.HAN_DATE,
        "FORMAL": dates.FORMAL,
        "MIDNIGHT": dates.MIDNIGHT,
        "SPACED_DATE": dates.SPACED_DATE,
        "WEEKDAY": dates.WEEKDAY,
        "TICKS": handmade.TICKS,
        "LETTER_TICKS": handmade.LETTER_TICKS,
        "BOXES": handmade.BOXES,
        "ORGANISATIONS": enumeration.ORGANISATIONS,
        "FIRST_WIDE": normal.FIRST_WIDE,
        "BOLD": passage.BOLD,
        "RULE_OF_GRID": passage.RULE_OF_GRID,
        "ITEM": passage.ITEM,
        "HEADING_1": prose.HEADING_1,
        "HEADING_2": prose.HEADING_2,
        "LONGEST_HEADING": prose.LONGEST_HEADING,
        "LARGEST_FILE": unpack.LARGEST_FILE,
        "LARGEST_PART": unpack.LARGEST_PART,
        "LARGEST_WHOLE": unpack.LARGEST_WHOLE,
        "LARGEST_XML": unpack.LARGEST_XML,
        "LARGEST_RATIO": unpack.LARGEST_RATIO,
        "MOST_PARTS": unpack.MOST_PARTS,
        "MOST_TAGS": unpack.MOST_TAGS,
        "DEEPEST_XML": unpack.DEEPEST,
        "STRICT": unpack.STRICT,
        "CHINESE_NUMBERS": sorted(numbering.CHINESE),
    }


def script() -> str:
    """The module as it stands in the repository."""
    lines = (f"export const {name} = {spelt(value)};\n" for name, value in shared().items())
    return _HEAD + "".join(lines)


def spelt(value: object) -> str:
    """A value as JSON, with an escape for each character that nobody would see."""
    text = json.dumps(value, ensure_ascii=False, indent=2 if isinstance(value, dict) else None)
    return "".join(sign if _is_seen(sign) else json.dumps(sign)[1:-1] for sign in text)


def _is_seen(sign: str) -> bool:
    return sign == "\n" or (sign.isprintable() and unicodedata.category(sign) != "Mn")


def write(root: Path) -> None:
    """Renew the module below a project."""
    output.write(root / FILE, script())
