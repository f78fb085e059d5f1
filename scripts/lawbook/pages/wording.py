"""Chinese wording for the keys and values of rules: units, kinds, lengths, roles, days."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise

from lawbook.forms.computed import WEEKDAYS
from lawbook.library.library import Library
from lawbook.rules.rule import Deadline

UNITS = {
    "natural_day": "自然日",
    "working_day": "工作日",
    "hour": "小时",
    "month": "月",
    "date": "固定日期",
    "unspecified": "未规定期限",
}
LISTED = {"any": "", "only": "只用于列入复核清单的活动", "not": "只用于未列入复核清单的活动"}
# The order in which the kinds of conclusions are explained.
KINDS = {
    "finding": "怎样审",
    "duty": "要做的事",
    "where": "到哪里办",
    "material": "材料",
    "form": "表单",
    "deadline": "期限",
    "note": "提示",
}
EXTENTS = {"full": "写明了", "partly": "写明了一部分", "none": "没有补充"}
_LENGTHS = {"natural_day": "{}日", "working_day": "{}个工作日", "hour": "{}小时", "month": "{}个月"}
_WEEK = WEEKDAYS
_CONDITION = re.compile("[^。；：]*?(?:的|时|后|单位|人员)，")


def length(deadline: Deadline) -> str:
    """Return a period in short: 30日, 3个工作日, 每年3月31日前, 未规定期限."""
    if deadline.on is not None:
        month, day = map(int, deadline.on.split("-"))
        return f"每年{month}月{day}日前"
    form = _LENGTHS.get(deadline.unit)
    return form.format(deadline.length) if form else UNITS[deadline.unit]


def condition(what: str) -> tuple[str, str]:
    """Split a sentence into the condition it begins with, or an empty text, and the rest.

    The word that says whether it must be done goes between them.

    >>> condition("没有委员会，或者委员会不能胜任的，委托服务中心。")
    ('没有委员会，或者委员会不能胜任的，', '委托服务中心。')
    >>> condition("制定委员会章程。")
    ('', '制定委员会章程。')
    """
    match = _CONDITION.match(what)
    return (match[0], what[match.end() :]) if match else ("", what)


def role(library: Library, key: str) -> str:
    """Return the name of a role or a place's unit. KeyError for an unknown key."""
    term = library.actors[key]
    return term.label if key in library.vocabularies["roles"] else term.tag


def days(listed: tuple[datetime.date, ...]) -> str:
    """Return days of a year, consecutive ones joined.

    >>> days(tuple(datetime.date(2026, 2, day) for day in (15, 16, 17)))
    '2月15日至2月17日'
    """
    runs: list[list[datetime.date]] = [[listed[0]]]
    for before, day in pairwise(listed):
        if (day - before).days > 1:
            runs.append([])
        runs[-1].append(day)
    return "、".join("至".join(map(_day, dict.fromkeys((run[0], run[-1])))) for run in runs)


def weekday(day: datetime.date) -> str:
    """Return a day with its weekday.

    >>> weekday(datetime.date(2026, 2, 14))
    '2月14日（周六）'
    """
    return f"{_day(day)}（周{_WEEK[day.weekday()]}）"


def _day(day: datetime.date) -> str:
    return f"{day.month}月{day.day}日"
