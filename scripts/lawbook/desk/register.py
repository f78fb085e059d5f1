"""The register of cases (台账): the state of each, who has to act, by when.

Made from the cases and a day, never typed. Sorted by whose turn it is, then by last day; cases
without one come last.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lawbook.base.dates import shown_date
from lawbook.desk.case import Case
from lawbook.desk.spots import Spots
from lawbook.desk.standing import (
    Standing,
    Term,
    beside,
    next_act,
    standing,
    term,
    today_state,
)
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.caseflow import State

HEADER = (
    "轮到谁",
    "案号",
    "科技活动",
    "申请人",
    "所在单位",
    "审查程序",
    "列入清单",
    "状态",
    "到期",
    "最后一日",
    "期限",
    "把握",
    "同时在算的期限",
    "下一步",
)
WIDTHS = (8, 10, 30, 9, 22, 10, 8, 12, 16, 11, 24, 12, 30, 18)
# Only from a file that another hand wrote: the desk takes no such day.
AHEAD = "所记日期还没有到"


@dataclass(frozen=True)
class Row:
    """One case in the register; ``days`` from today to the last day, negative when past.

    ``also``: other terms that run, each with its days from today.
    """

    now: Standing
    state: State
    term: Term | None
    days: int | None
    said: str
    also: tuple[tuple[Term, int], ...] = ()

    @property
    def terms(self) -> tuple[tuple[Term, datetime.date], ...]:
        """Return the running terms that have a last day, each with that day."""
        some = (self.term, *(ends for ends, _ in self.also))
        return tuple((ends, ends.day) for ends in some if ends and ends.day)

    @property
    def is_late(self) -> bool:
        """Return whether a last day has passed while somebody still has to act."""
        days = (self.days, *(days for _, days in self.also))
        past = any(number is not None and number < 0 for number in days)
        return past and self.state.group != "closed"


def register(library: Library, cases: Iterable[Case], today: datetime.date) -> tuple[Row, ...]:
    """Return a row for each case, in the order in which they are worked on."""
    order = {group.key: number for number, group in enumerate(library.rules.cases.groups)}
    rows = [row(library, standing(library, case), today) for case in cases]
    rows.sort(key=lambda line: (order[line.state.group], *_by_day(line), line.now.case.number))
    return tuple(rows)


def _by_day(row: Row) -> tuple[bool, datetime.date]:
    days = [day for _, day in row.terms]
    return not days, min(days, default=row.now.since)


def row(library: Library, now: Standing, today: datetime.date) -> Row:
    """Return the row of one case."""
    state, ends = _turned(library, now, today), term(library, now)
    days = ends.left(today) if ends else None
    also = ((other, other.left(today)) for other in beside(library, now))
    rest = tuple((other, left) for other, left in also if left is not None)
    return Row(now, state, ends, days, _said(state, now, ends, today), rest)


def _turned(library: Library, now: Standing, today: datetime.date) -> State:
    """Return the state on a day, in the group of whoever has the next step."""
    state = today_state(library, now, today)
    act = next_act(library, now, state)
    turn = act.turn if act and state.group != "closed" else None
    return state.model_copy(update={"group": turn}) if turn else state


def _said(state: State, now: Standing, ends: Term | None, today: datetime.date) -> str:
    """Return when it is due, in words: 逾期6天, 剩4天, 未规定期限（已2天）."""
    if state.group == "closed":
        return f"{shown_date(now.since)}办结"
    days = ends.left(today) if ends else None
    if ends is None or ends.day is None or days is None:
        missing = ends.run.missing if ends else None
        why = f"{missing}年放假安排未公布" if missing else "未规定期限"
        passed = (today - now.since).days
        return f"{why}（{f'已{passed}天' if passed >= 0 else AHEAD}）"
    rolled = "按约定顺延，" if ends.day < today and days >= 0 else ""
    return rolled + left(days, "对方超期" if state.group == "wait" else "逾期")


def left(days: int, past: str = "逾期") -> str:
    """Return how many days are left to a last day, in words.

    >>> left(3), left(0), left(-2)
    ('剩3天', '今天到期', '逾期2天')
    """
    if days < 0:
        return f"{past}{-days}天"
    return "今天到期" if days == 0 else f"剩{days}天"


def titled(ends: Term) -> str:
    """Return a deadline's name, and whether it was extended."""
    return f"{ends.deadline.title}{'（已延长）' if ends.extended else ''}"


def cells(library: Library, row: Row) -> tuple[str, ...]:
    """Return a row as texts, in the columns of ``HEADER``."""
    now = row.now
    groups = {group.key: group.label for group in library.rules.cases.groups}
    ends = row.term
    act = next_act(library, now, row.state)
    return (
        groups[row.state.group],
        now.case.number,
        now.facts.get("activity", ""),
        now.facts.get("applicant", ""),
        now.facts.get("unit", ""),
        option_label(library, now, "procedure"),
        {True: "是", False: "否", None: ""}[now.listed],
        row.state.label,
        row.said,
        str(ends.day or "") if ends else "",
        titled(ends) if ends else "",
        grounds.term(library, ends.deadline).label if ends else "",
        "；".join(f"{titled(other)}：{other.day}，{left(days)}" for other, days in row.also),
        act.verb if act else "",
    )


def option_label(library: Library, now: Standing, fact: str) -> str:
    """Return the label of the option that is a fact of a case."""
    return Spots(library).fact(fact, now.facts.get(fact, ""))


def counts(rows: Iterable[Row]) -> Iterator[tuple[str, int]]:
    """Yield each group with its number of cases and how many of them are late."""
    numbers: dict[str, int] = {}
    for line in rows:
        numbers[line.state.group] = numbers.get(line.state.group, 0) + 1
        numbers["late"] = numbers.get("late", 0) + line.is_late
    yield from numbers.items()
