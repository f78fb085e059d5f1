"""Where the build date stands between dates that facts give."""

from __future__ import annotations

import datetime

from lawbook.law.fact import Fact
from lawbook.library.library import UnknownCitation


def date(fact: Fact) -> datetime.date:
    """The date of a fact's value. Raises UnknownCitation when it has none."""
    try:
        return datetime.date.fromisoformat(fact.value or "")
    except ValueError as error:
        raise UnknownCitation(f"事实 {fact.id} 没有日期（value）；请写成 2026-05-20") from error


def shown(day: datetime.date) -> str:
    """A date as readers see it.

    >>> shown(datetime.date(2026, 5, 20))
    '2026年5月20日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


def until(due: datetime.date, today: datetime.date) -> str:
    """Whether a due date has passed.

    >>> until(datetime.date(2026, 5, 20), datetime.date(2026, 11, 22))
    '已截止'
    """
    left = (due - today).days
    if left < 0:
        return "已截止"
    return f"还有{left}天" if left else "今天截止"


def phase(start: datetime.date, end: datetime.date, today: datetime.date) -> str:
    """Where ``today`` stands in a period, both ends within it.

    >>> phase(datetime.date(2026, 6, 1), datetime.date(2026, 11, 30), datetime.date(2026, 11, 22))
    '进行中，还有8天结束'
    """
    if today < start:
        return f"还有{(start - today).days}天开始"
    if today > end:
        return "已结束"
    left = (end - today).days
    return f"进行中，还有{left}天结束" if left else "今天结束"
