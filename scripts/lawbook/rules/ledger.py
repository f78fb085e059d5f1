"""A ledger of projects (台账) from a CSV: every deadline, what is overdue and what is next."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest, trimmed
from lawbook.rules.counting import Due, Start, due, start_of
from lawbook.rules.rule import Deadlines, Trigger
from lawbook.rules.workdays import WorkCalendar

NEEDED = ("项目", "起算事项", "日期")
OPTIONAL = ("列入清单", "所在地", "已办")
MOST_ROWS = 100_000
_SAYS = {"是": True, "否": False, "": None}
# The order in which the entries of a ledger are shown.
STATES = ("逾期", "已过不顺延的日期", "今日到期", "未到期", "没有日期", "已办")


@dataclass(frozen=True)
class Case:
    """One row: a project, and a moment from which deadlines run."""

    project: str
    trigger: Trigger
    start: Start
    listed: bool | None
    place: str
    done: frozenset[str]
    where: str


@dataclass(frozen=True)
class Entry:
    """One deadline of a project; ``days`` from today to the last day, negative when past."""

    case: Case
    due: Due
    state: str
    days: int | None = None
    is_next: bool = False


def read(data: bytes, name: str, book: Deadlines) -> tuple[Case, ...]:
    """Return the rows of a CSV (UTF-8 or GB 18030). Raises ProblemsFound with every fault."""
    rows = _rows(_decoded(data, name), name)
    cases: list[Case] = []
    problems: list[Problem] = []
    for number, row in rows:
        try:
            cases.append(_case(row, f"{name}:{number}", book))
        except ProblemsFound as error:
            problems += error.problems
    if problems:
        raise ProblemsFound(problems)
    return tuple(cases)


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ProblemsFound([Problem(name, "不是 UTF-8 或者 GB 18030 的文本；请另存为 CSV UTF-8")])


def _rows(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        lines = [(reader.line_num, row) for row in reader if any(map(trimmed, row))]
    except csv.Error as error:
        message = f"不是有效的 CSV（{error}）；请检查引号是否成对"
        raise ProblemsFound([Problem(f"{name}:{reader.line_num}", message)]) from error
    if not lines:
        raise ProblemsFound([Problem(name, f"文件是空的；第一行写列名：{'、'.join(NEEDED)}")])
    header = [trimmed(cell) for cell in lines[0][1]]
    _check_header(header, f"{name}:{lines[0][0]}")
    if len(lines) - 1 > MOST_ROWS:
        raise ProblemsFound([Problem(name, f"超过 {MOST_ROWS} 行；请分成几个文件")])
    return [(number, _cells(header, row, f"{name}:{number}")) for number, row in lines[1:]]


def _check_header(header: list[str], where: str) -> None:
    known = (*NEEDED, *OPTIONAL)
    lacking = [name for name in NEEDED if name not in header]
    strange = [name for name in header if name not in known]
    twice = sorted({name for name in header if header.count(name) > 1})
    faults = [f"缺少列“{name}”" for name in lacking]
    faults += [f"不认识的列“{name[:20]}”；可用的列：{'、'.join(known)}" for name in strange]
    faults += [f"列“{name}”重复" for name in twice if name in known]
    if faults:
        raise ProblemsFound([Problem(where, fault) for fault in faults])


def _cells(header: list[str], row: list[str], where: str) -> dict[str, str]:
    if len(row) > len(header) and any(map(trimmed, row[len(header) :])):
        message = f"这一行有 {len(row)} 格，列名只有 {len(header)} 个；内容里有逗号的请加引号"
        raise ProblemsFound([Problem(where, message)])
    return dict(zip(header, map(trimmed, row), strict=False))


def _case(row: Mapping[str, str], where: str, book: Deadlines) -> Case:
    problems: list[Problem] = []
    project, listed = row.get("项目", ""), row.get("列入清单", "")
    if not project:
        problems.append(Problem(where, "没有写项目；请填写名称或者编号"))
    if listed not in _SAYS:
        problems.append(Problem(where, f"列入清单的“{listed[:20]}”不明确；请写是、否，或者留空"))
    trigger = _trigger(row.get("起算事项", ""), book, where, problems)
    done = frozenset(_done(row.get("已办", ""), book, where, problems))
    start = _start(row.get("日期", ""), trigger, where, problems)
    if problems or trigger is None or start is None:
        raise ProblemsFound(problems)
    written = row.get("所在地", "")
    begun = (name for name in book.local_places if written.startswith(name))
    place = max(begun, key=len, default="")  # 吉林市 may have rules beside those of 吉林
    return Case(project, trigger, start, _SAYS[listed], place, done, where)


def _trigger(word: str, book: Deadlines, where: str, problems: list[Problem]) -> Trigger | None:
    for trigger in book.triggers:
        if word in (trigger.key, trigger.label):
            return trigger
    known = {trigger.key: trigger.label for trigger in book.triggers}
    problems.append(Problem(where, f"没有起算事项“{word[:20]}”；{nearest(word[:40], known)}"))
    return None


def _done(text: str, book: Deadlines, where: str, problems: list[Problem]) -> Iterator[str]:
    known = {deadline.key: deadline.title for deadline in book.deadlines}
    for word in filter(None, map(trimmed, text.replace(";", "；").split("；"))):
        keys = [key for key, title in known.items() if word in (key, title)]
        if not keys:
            problems.append(Problem(where, f"已办中没有期限“{word[:20]}”；{nearest(word, known)}"))
        yield from keys


def _start(text: str, trigger: Trigger | None, where: str, problems: list[Problem]) -> Start | None:
    try:
        start = start_of(text, "日期")
    except ProblemsFound as error:
        problems += [Problem(where, str(problem)) for problem in error.problems]
        return None
    if trigger and trigger.time and start.time is None:
        advice = f"“{trigger.label}”按小时计算，日期要写到时分，例如 {start.day} 09:30"
        problems.append(Problem(where, advice))
    return start


def entries(
    cases: tuple[Case, ...], book: Deadlines, calendar: WorkCalendar, today: date
) -> tuple[Entry, ...]:
    """Return every deadline of every case: overdue first, then by date; each case's next marked."""
    counted = [
        _entry(case, due(case.start, deadline, calendar), today)
        for case in cases
        for deadline in book.after(case.trigger.key, listed=case.listed, place=case.place)
    ]
    counted.sort(
        key=lambda entry: (STATES.index(entry.state), entry.days or 0)
    )  # rows stay in order
    return tuple(_with_next(counted))


def _entry(case: Case, end: Due, today: date) -> Entry:
    days = None if end.day is None else (end.day - today).days
    if end.deadline.key in case.done:
        return Entry(case, end, "已办", days)
    return Entry(case, end, _state(end, days, today), days)


def _state(end: Due, days: int | None, today: date) -> str:
    if days is None:
        return "没有日期"
    if days >= 0:
        return "今日到期" if days == 0 else "未到期"
    return "已过不顺延的日期" if end.rolled and end.rolled >= today else "逾期"


def _with_next(ordered: list[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in ordered:
        waiting = entry.state in {"今日到期", "未到期"} and entry.case.project not in seen
        if waiting:
            seen.add(entry.case.project)
        yield Entry(entry.case, entry.due, entry.state, entry.days, is_next=waiting)
