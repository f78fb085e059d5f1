"""The numbers in answers with their units, and where in a line they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

# Patterns begin with one character class: only then a search skips all other text quickly.
_FIGURES = (
    "([0-9一二两三四五六七八九十百半](?:(?<=[0-9])[0-9]*(?:\\.[0-9]+)?"
    "|(?<=[一二两三四五六七八九十百])[一二两三四五六七八九十百]*|(?<=半)))"
)
DAY = re.compile("([0-9][0-9]?)月(?:([0-9]{1,2})日|底)")
_HAN = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_STOPS = re.compile("[。；，、：？！]")
_PASSED = ("年前", "过去", "最近", "近")  # 2026年前十个月
Units = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Number:
    """A number with its unit in a line: its span, its size in the unit, as written."""

    start: int
    end: int
    size: float
    words: str


def numbers(line: str, unit: str, units: Units) -> Iterator[Number]:
    """Yield the numbers of a unit; ``date`` gives month and day as 331 for 31 March.

    >>> [n.size for n in numbers("自受理之日起二个月内", "day", {"day": {"个月": 30, "日": 1}})]
    [60.0]
    """
    if unit == "date":
        yield from _days(line)
        return
    for match in of_unit(unit, units).finditer(line):
        before = line[match.start() - 1 : match.start()]
        count = _count(match[1])
        passed = line[: match.start()].endswith(_PASSED)
        is_year = match[2] == "年" and count is not None and count >= 1000
        if count is not None and not is_year and before not in {"第", "月"} and not passed:
            size = count * units[unit][match[2]]
            yield Number(match.start(), match.end(), size, match[0])


def of_unit(unit: str, units: Units) -> re.Pattern[str]:
    """Return the pattern of a number with its unit; of a date for the unit ``date``."""
    return DAY if unit == "date" else _pattern(tuple(units[unit]))


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{_FIGURES}({'|'.join(sorted(words, key=len, reverse=True))})")


def _days(line: str) -> Iterator[Number]:
    for match in DAY.finditer(line):
        day = int(match[2]) if match[2] else 31
        yield Number(match.start(), match.end(), int(match[1]) * 100 + day, match[0])


def _count(text: str) -> float | None:
    """Return the value of a numeral: 30, 二十, 半."""
    if text[0].isdigit():
        return float(text)
    if text == "半":
        return 0.5
    total, digit = 0, 0
    for sign in text:
        if sign in "十百":
            total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
        else:
            digit = _HAN[sign]
    return float(total + digit)


def around(line: str, number: Number, before: int) -> tuple[int, int]:
    """Return the span of a number's context: from the last number or semicolon to a stop."""
    start = max(before, line.rfind("；", 0, number.start) + 1)
    stop = _STOPS.search(line, number.end)
    return start, stop.start() if stop else len(line)
