"""Dates as people write them: 2026-12-01, 2026.12.1, 20261201, 二〇二六年十二月一日."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress

from lawbook.base.numerals import DIGITS
from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, half_width, one_dash

ZEROS: Shared[str] = "零○Oo0"
FIGURE_DATE: Shared[str] = (
    r"([0-9]{4})[-年./。、·,\\]([0-9]{1,2})[-月./。、·,\\]([0-9]{1,2})[日号.。]?"
)
SOLID_DATE: Shared[str] = "([0-9]{4})([0-9]{2})([0-9]{2})"
# 26.12.1: a year of this century that can be neither a month nor long past.
SHORT_DATE: Shared[str] = FIGURE_DATE.replace("[0-9]{4}", "[2-4][0-9]", 1)
CENTURY: Shared[int] = 2000
BEIJING_TIME = datetime.timezone(datetime.timedelta(hours=8))
_TENS = "([一二三四五六七八九十廿卅]{1,3}|[0-9]{1,2})"
HAN_DATE: Shared[str] = f"([〇零○Oo0一二三四五六七八九]{{4}}|[0-9]{{4}})年{_TENS}月{_TENS}[日号]"
# The numerals used on cheques, and the other name of the first month.
FORMAL: Shared[dict[str, str]] = dict(
    zip("壹贰貳叁肆伍陆陸柒捌玖拾元", "一二二三四五六六七八九十一", strict=True)
)
# Digits with blanks between them, and a weekday after any date.
SPACED_DATE: Shared[str] = f"([0-9]{{4}})[{BLANKS}]+([0-9]{{1,2}})[{BLANKS}]+([0-9]{{1,2}})"
# What programs append to a day without a time.
MIDNIGHT: Shared[str] = f"(?:[{BLANKS}]+|T)0?0:00(?::00(?:[.]0+)?)?$"
WEEKDAY: Shared[str] = "[(]?(?:周|星期)[一二三四五六日天][)]?$"
_DIGITS = {sign: str(n) for n, sign in enumerate(DIGITS)} | dict.fromkeys(ZEROS, "0")
_BLANKS = re.compile(f"[{BLANKS}]")
_SPACED = re.compile(SPACED_DATE)
_WEEKDAY = re.compile(WEEKDAY)
_MIDNIGHT = re.compile(MIDNIGHT)
_SHORT = re.compile(SHORT_DATE)
_FORMAL = str.maketrans(FORMAL)
_FIGURES = (re.compile(FIGURE_DATE), re.compile(SOLID_DATE))
_HAN = re.compile(HAN_DATE)


def figures(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day as written, or None if the text does not look like a date.

    The day need not exist in the calendar.

    >>> figures("２０２６．２．３０"), figures("20261201"), figures("明天")
    ((2026, 2, 30), (2026, 12, 1), None)
    """
    spaced = _SPACED.sub(r"\1-\2-\3", _MIDNIGHT.sub("", half_width(text)), count=1)
    solid = _WEEKDAY.sub("", one_dash(_BLANKS.sub("", spaced)))
    for pattern in _FIGURES:
        if match := pattern.fullmatch(solid):
            return int(match[1]), int(match[2]), int(match[3])
    if match := _SHORT.fullmatch(solid):
        return CENTURY + int(match[1]), int(match[2]), int(match[3])
    if match := _HAN.fullmatch(solid.translate(_FORMAL)):
        year = "".join(_DIGITS.get(sign, sign) for sign in match[1])
        return int(year), int(_numeral(match[2])), int(_numeral(match[3]))
    return None


def date(text: str) -> datetime.date | None:
    """Return the date that a person wrote, or None if it is not a date.

    >>> date("二〇二六年九月三日"), date("２０２６．９．３")
    (datetime.date(2026, 9, 3), datetime.date(2026, 9, 3))
    """
    numbers = figures(text)
    with suppress(ValueError):
        return datetime.date(*numbers) if numbers else None
    return None


def shown_date(day: datetime.date) -> str:
    """Return the date in the style of GB/T 9704.

    >>> shown_date(datetime.date(2026, 12, 1))
    '2026年12月1日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def _numeral(text: str) -> str:
    """Return the digits of a numeral up to 99: 三十一 → 31, 廿一 → 21."""
    if text.isdecimal():
        return text
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text] if len(text) == 1 else "0"
    return f"{_DIGITS.get(tens, '1' if not tens else '0')}{_DIGITS.get(ones, '0')}"
