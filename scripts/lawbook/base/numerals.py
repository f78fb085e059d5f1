"""Chinese numerals as legal texts write them: 15 ↔ 十五."""

from __future__ import annotations

from lawbook.base.shared import Shared

DIGITS: Shared[str] = "〇一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000}
VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"零": 0, "两": 2}


def to_han(number: int) -> str:
    """Write 1 to 9999 in Chinese numerals, without 一 before 十 in 10 to 19.

    >>> [to_han(n) for n in (1, 10, 15, 20, 37, 105, 110)]
    ['一', '十', '十五', '二十', '三十七', '一百〇五', '一百一十']
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"{number} is not between 1 and 9999")
    text, gap = "", False
    for unit, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += ("〇" if gap else "") + DIGITS[digit] + unit
            gap = False
        elif text and number:
            gap = True
    return text.removeprefix("一") if text.startswith("一十") else text


def from_han(text: str) -> int:
    """Read a Chinese or Arabic numeral.

    >>> [from_han(t) for t in ("十二", "三十七", "一百〇五", "12")]
    [12, 37, 105, 12]
    """
    if text.isascii() and text.isdigit():
        return int(text)
    total, digit = 0, 0
    for character in text:
        if character in VALUES:
            digit = VALUES[character]
        elif character in UNITS:
            total, digit = total + (digit or 1) * UNITS[character], 0
        else:
            raise ValueError(f"{text!r} is not a number")
    if not text:
        raise ValueError("an empty text is not a number")
    return total + digit
