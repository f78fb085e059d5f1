"""What people write by hand: dates in Chinese numerals, full-width figures, ticks of all kinds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from contextlib import suppress

from lawbook.base.text import BLANKS

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
HAN_DIGITS = "〇一二三四五六七八九"
ZEROS = "零○"
DASHES = "—–－‐‑−"
EXTENSION = "-?(?:转|分机号?|[Ee][Xx][Tt][.]?)[:：]?"
AREA = "^[(]([0-9]{3,4})[)]-?"
COUNTRY = "^(?:[+]|00)86-?"
FIGURE_DATE = "([0-9]{4})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})[日号]?"
_TENS = "([一二三四五六七八九十]{1,3})"
HAN_DATE = f"([〇零○一二三四五六七八九]{{4}})年{_TENS}月{_TENS}[日号]"
_DIGITS = {sign: str(n) for n, sign in enumerate(HAN_DIGITS)} | dict.fromkeys(ZEROS, "0")
_BLANKS = re.compile(f"[{BLANKS}]")
_DASHES = str.maketrans(dict.fromkeys(DASHES, "-"))
_EXTENSION = re.compile(EXTENSION)
_AREA = re.compile(AREA)
_COUNTRY = re.compile(COUNTRY)
_DATE = re.compile(f"{FIGURE_DATE}|{HAN_DATE}")

TICKS = "☑☒√✓✔■◼⬛●✗✘×▣🗹✅"
BOXES = "☐□○◻▢⬜"


def half_width(text: str) -> str:
    """Full-width letters, figures and signs in their usual width.

    >>> half_width("１３８ａ＠")
    '138a@'
    """
    return text.translate(_WIDE)


def date(text: str) -> datetime.date | None:
    """The date that a person wrote, None where it is none.

    >>> date("二〇二六年九月三日"), date("２０２６．９．３")
    (datetime.date(2026, 9, 3), datetime.date(2026, 9, 3))
    """
    match = _DATE.fullmatch(_BLANKS.sub("", half_width(text)))
    if not match:
        return None
    *plain, year, month, day = match.groups()
    if year:
        plain = ["".join(_DIGITS[sign] for sign in year), _numeral(month), _numeral(day)]
    with suppress(ValueError):
        return datetime.date(*map(int, plain))
    return None


def _numeral(text: str) -> str:
    """The figures of a numeral up to 99: 三十一 → 31."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text] if len(text) == 1 else "0"
    return f"{_DIGITS.get(tens, '1' if not tens else '0')}{_DIGITS.get(ones, '0')}"


def fitting(pattern: str, text: str) -> str:
    """The text as the pattern wants it, where only the spelling differs.

    That is width, blanks, dashes, and the usual ways of writing a telephone number.

    >>> fitting("1[3-9][0-9]{9}", "１３８ ００００ ００００")
    '13800000000'
    >>> fitting("0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?", "（0571）88888888转8001")
    '0571-88888888-8001'
    """
    return next((one for one in _spellings(text) if re.fullmatch(pattern, one)), text)


def _spellings(text: str) -> Iterator[str]:
    yield text
    yield half_width(text)
    yield _BLANKS.sub("", half_width(text))
    plain = _BLANKS.sub("", half_width(text)).translate(_DASHES)
    yield plain
    whole = _AREA.sub(r"\1-", _EXTENSION.sub("-", plain))
    number = _AREA.sub(r"\1-", _COUNTRY.sub("", whole))
    yield number
    if number != whole:
        yield f"0{number}"  # the code of the country stands in the place of the nought
    yield number.replace("-", "")
