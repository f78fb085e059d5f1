"""Chinese numerals before units as figures: 四十六名 → 46名."""

from __future__ import annotations

import re
from functools import lru_cache

from lawbook.base.numerals import from_han
from lawbook.base.shared import Shared
from lawbook.forms.plan.pieces import without_number

_STOPS = re.compile("[。；]")
# Before a number of rounds that is not all of them (每月2期, 各1期), or of unequal rounds.
SEVERAL: Shared[re.Pattern[str]] = re.compile(
    "(?:[各第前后首余月季年周]|最后|分别)[^，。；、0-9]{0,3}$"
)
NUMERALS: Shared[str] = "一二两三四五六七八九十百千"
MORE_NUMERALS: Shared[str] = f"[{NUMERALS}零〇]{{1,8}}"
OTHER_MONEY: Shared[str] = "[^一-龥]元"
PARTED: Shared[re.Pattern[str]] = re.compile(
    "其中|最后[一1]?[期次场批班]|[前后首][0-9一二三四五六七八九十]?[期次场批班]"
)


@lru_cache(maxsize=1024)
def in_figures(text: str, units: tuple[str, ...]) -> str:
    """Return a text with Chinese numerals of two characters or more, or of money, as digits.

    >>> in_figures("四十六名学生，六十万元，一名教师", ("名", "万元"))
    '46名学生，60万元，一名教师'
    """
    return _numeral(units).sub(lambda match: str(from_han(match[0])), text)


@lru_cache(maxsize=64)
def _numeral(units: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, units))
    money = "|".join(re.escape(unit) for unit in units if unit.endswith("元")) or OTHER_MONEY
    # It begins with one character class: only then a search skips all other text quickly.
    return re.compile(f"[{NUMERALS}](?:{MORE_NUMERALS}(?={words})|(?={money}))")


Numbered = tuple[tuple[int, int, str, str], ...]  # from, to, the number, its unit


@lru_cache(maxsize=1024)
def numbered(line: str, counted: tuple[str, ...]) -> tuple[tuple[str, Numbered], ...]:
    """Return the sentences of a line that contain numbers with units, each with these."""
    made, pattern = [], _with_unit(counted)
    for sentence in _STOPS.split(in_figures(without_number(line), counted)):
        numbers = tuple((*match.span(), match[1], match[2]) for match in pattern.finditer(sentence))
        made += [(sentence, numbers)] if numbers else []
    return tuple(made)


@lru_cache(maxsize=64)
def _with_unit(counted: tuple[str, ...]) -> re.Pattern[str]:
    units = "|".join(map(re.escape, counted))
    return re.compile(f"([0-9][0-9]{{0,8}}(?:\\.[0-9]{{1,4}})?)({units})")
