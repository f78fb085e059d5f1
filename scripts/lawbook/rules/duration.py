"""Parse periods and days of the year as texts write them: 30日, 三个工作日, 3月31日前."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lawbook.base.numerals import from_han

# A unit of rule.Deadline and a number; a day of the year is ("date", 331) for 31 March.
Period = tuple[str, int]
_SIGN = "0-9〇零一二两三四五六七八九十百"
_DAY = re.compile(rf"([{_SIGN}]+)月([{_SIGN}]+)日")
_YEAR = re.compile(r"[0-9〇零一二三四五六七八九]{4}年")
_SPAN = re.compile(
    rf"(?<![{_SIGN}第上])([{_SIGN}]+)(?:个(月|工作日|自然日|小时)|(工作日|日|天|小时|年(?!度|级)))"
)
_UNITS = {
    "月": ("month", 1),
    "年": ("month", 12),
    "工作日": ("working_day", 1),
    "日": ("natural_day", 1),
    "天": ("natural_day", 1),
    "自然日": ("natural_day", 1),
    "小时": ("hour", 1),
}


@cache
def periods(text: str) -> frozenset[Period]:
    """Return every period and day of the year in a text; years are counted in months.

    >>> sorted(periods("间隔一般不超过十二个月，3个工作日内，2026年每年3月31日前，任期5年"))
    [('date', 331), ('month', 12), ('month', 60), ('working_day', 3)]
    """
    return frozenset(_found(text))


def _found(text: str) -> Iterator[Period]:
    text = _YEAR.sub("／", text)
    for match in _DAY.finditer(text):
        yield "date", from_han(match[1]) * 100 + from_han(match[2])
    for match in _SPAN.finditer(_DAY.sub("／", text)):
        unit, times = _UNITS[match[2] or match[3]]
        yield unit, from_han(match[1]) * times
