"""``lawbook deadlines``: every deadline from one date, or of all projects of a ledger."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import click

from lawbook.base import tables
from lawbook.base.dates import BEIJING_TIME
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks.across import checked
from lawbook.cli.papers import data_of, paper_at
from lawbook.cli.reporting import UNUSABLE, in_project
from lawbook.cli.rules import FORMAT, FORMATS, basis, chosen, mark, show
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules import ledger
from lawbook.rules.counting import Due, due, notes, start_of
from lawbook.rules.rule import Deadline, Trigger

LISTED = {"yes": "是", "no": "否"}
HEADER = ("状态", "项目", "期限", "最后一日", "顺延（约定）", "天数", "把握", "起算点", "下一项")


@click.command()
@click.option("--trigger", help="起算事项，例如 accepted（受理申请）；不写则列出全部。")
@click.option("--date", help="起算日期，例如 2026-12-01；按小时计算的写到时分。")
@click.option("--listed", help="活动是否列入复核清单：是、否；不写表示不清楚。")
@click.option("--place", help="单位所在地：加上那里的期限。")
@click.option(
    "--ledger",
    "file",
    type=click.Path(path_type=Path, allow_dash=True),
    help="台账 CSV；列：项目、起算事项、日期、列入清单、所在地、已办（后三列可以没有）。",
)
@click.option("--today", help="以哪一天为今天，默认是北京时间的今天。")
@FORMAT
@in_project(UNUSABLE)
def deadlines(
    root: Path, /, form: str, file: Path | None, today: str | None, **given: str | None
) -> None:
    """期限计算：从一个日期算出各项期限，或者算出台账中所有项目的期限。

    例：lawbook deadlines --trigger accepted --date 2026-12-01

    顺延到休假日之后是本指南采用的约定，总是同时给出不顺延的日期。
    """
    library = checked(root)
    style = chosen(form, FORMATS, "输出格式")
    if file is not None:
        _refuse_both(given)
        show(_ledger(library, file, today_of(today), style))
    elif given["trigger"] is None:
        show(_all(library, given, style))
    else:
        show(_one(library, given, style))


def _refuse_both(given: dict[str, str | None]) -> None:
    if any(given.values()):
        raise ProblemsFound([Problem("", "--ledger 不与 --trigger、--date 等一起用；请只用一种")])


def today_of(text: str | None) -> datetime.date:
    """Return the day that counts as today: the one given, else Beijing's. Raises ProblemsFound."""
    if text is None:
        return datetime.datetime.now(BEIJING_TIME).date()
    return start_of(text, "--today").day


def _all(library: Library, given: dict[str, str | None], style: str) -> str | bytes:
    """List each trigger with the deadlines that run from it, local beside national ones."""
    if given["date"] is not None:
        raise ProblemsFound([Problem("", "没有写 --trigger；请写起算事项，例如 accepted")])
    listed, place = _listed(given["listed"]), _place(library, given["place"])
    pairs = [
        (trigger, deadline)
        for trigger in library.rules.deadlines.triggers
        for deadline in _after(library, trigger.key, listed, place)
    ]
    header = ("起算事项", "名称", "地域", "期限", "多长", "把握")
    rows = [_trigger_row(library, *pair) for pair in pairs]
    return tables.styled(style, header, rows, "\n".join(_triggers(library, pairs)))


def _after(
    library: Library, trigger: str, listed: bool | None, place: str | None
) -> list[Deadline]:
    """Return the deadlines of a place; without one, the national ones, then every local one."""
    book = library.rules.deadlines
    wanted = list(book.after(trigger, listed=listed, place=place))
    if place is None:
        local = [
            deadline
            for where in book.local_places
            for deadline in book.after(trigger, listed=listed, place=where)
        ]
        wanted += [deadline for deadline in local if deadline.place != library.national]
    return wanted


def _trigger_row(library: Library, trigger: Trigger, deadline: Deadline) -> tuple[str, ...]:
    sure = mark(library, deadline).strip("【】")
    return trigger.key, trigger.label, deadline.place, deadline.title, deadline.period, sure


def _triggers(library: Library, listed: list[tuple[Trigger, Deadline]]) -> Iterator[str]:
    yield "起算事项（--trigger）和它引出的期限："
    for trigger, pairs in groupby(listed, key=itemgetter(0)):
        clock = "，日期要写到时分" if trigger.time else ""
        yield f"{trigger.key}  {trigger.label}{clock}"
        for _, deadline in pairs:
            local = "" if deadline.place == library.national else f"{deadline.place}的单位："
            yield f"    {local}{deadline.title}：{deadline.period}{mark(library, deadline)}"


def _one(library: Library, given: dict[str, str | None], style: str) -> str | bytes:
    book = library.rules.deadlines
    known = {trigger.key: trigger.label for trigger in book.triggers}
    trigger = chosen(str(given["trigger"]), known, "起算事项")
    if given["date"] is None:
        raise ProblemsFound([Problem("", "没有写 --date；请写起算日期，例如 2026-12-01")])
    start = start_of(given["date"], "--date")
    listed = _listed(given["listed"])
    wanted = book.after(trigger, listed=listed, place=_place(library, given["place"]))
    ends = [due(start, deadline, library.work_calendar) for deadline in wanted]
    if style == "json":
        return tables.as_json([_as_json(library, end) for end in ends])
    header = ("期限", "最后一日", "顺延（约定）", "把握", "说明")
    lines = (line for end in ends for line in _lines(library, end))
    rows = [_csv_row(library, end) for end in ends]
    return tables.styled(style, header, rows, "\n".join(lines))


def _listed(word: str | None) -> bool | None:
    return None if word is None else chosen(word, LISTED, "答案") == "yes"


def _place(library: Library, word: str | None) -> str | None:
    if word is None:
        return None
    places = library.rules.deadlines.local_places
    known = {library.national: "其他地方", **{name: name for name in places}}
    return chosen(word, known, "所在地")


def shown(end: Due) -> str:
    """Return the last day or moment as readers see it, or why there is none."""
    if isinstance(end.plain, datetime.datetime):
        return f"{end.plain:%Y-%m-%d %H:%M}（北京时间）"
    if end.plain is not None:
        return str(end.plain)
    return "无法计算" if end.missing else "未规定期限"


def _lines(library: Library, end: Due) -> Iterator[str]:
    deadline = end.deadline
    yield f"{deadline.title}：{shown(end)}"
    if end.rolled:
        yield f"  按顺延的约定：{end.rolled}"
    yield f"  {deadline.period}；从 {end.start} 起算"
    for note in notes(end, library.rules.deadlines, library.work_calendar):
        yield f"  {note}"
    yield f"  依据：{basis(library, deadline)}"


def _csv_row(library: Library, end: Due) -> tuple[str, ...]:
    remarks = " ".join(notes(end, library.rules.deadlines, library.work_calendar))
    sure = mark(library, end.deadline).strip("【】")
    return end.deadline.title, shown(end), str(end.rolled or ""), sure, remarks


def _as_json(library: Library, end: Due) -> dict[str, object]:
    return {
        "key": end.deadline.key,
        "title": end.deadline.title,
        "start": str(end.start),
        "plain": end.plain.isoformat() if end.plain else None,
        "rolled": end.rolled.isoformat() if end.rolled else None,
        "missing": end.missing,
        "start_defined": end.deadline.start_defined,
        "confidence": grounds.mark(library, end.deadline),
        "basis": [str(ground) for ground in end.deadline.basis],
        "notes": notes(end, library.rules.deadlines, library.work_calendar),
    }


def _ledger(library: Library, file: Path, today: datetime.date, style: str) -> str | bytes:
    book = library.rules.deadlines
    cases = ledger.read(data_of(paper := paper_at(file, wanted="台账")), paper.name, book)
    entries = ledger.entries(cases, book, library.work_calendar, today)
    rows = [_ledger_row(library, entry) for entry in entries]
    return tables.styled(style, HEADER, rows)


def _ledger_row(library: Library, entry: ledger.Entry) -> tuple[str, ...]:
    end = entry.due
    days = "" if entry.days is None else str(entry.days)
    sure = mark(library, end.deadline).strip("【】")
    begun = "" if end.deadline.start_defined else "未规定"
    state = "" if not entry.is_next else "下一项"
    where = entry.case.project
    rolled = str(end.rolled or "")
    return entry.state, where, end.deadline.title, shown(end), rolled, days, sure, begun, state
