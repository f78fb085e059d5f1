"""Take an entry into a case: only if it belongs there, comes in its turn, and checks clean.

A decision builds on minutes of the same case that check clean; so nothing that has to be changed
goes into a case, and nothing builds on such a paper.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from lawbook.base import dates
from lawbook.base.dates import shown_date
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.desk.case import Case, Entry
from lawbook.desk.findings import CaseFinding, new_findings
from lawbook.desk.standing import Standing, offered, standing
from lawbook.forms.answers import Answers
from lawbook.library.library import Library
from lawbook.rules.caseflow import Act


class Unclean(ProblemsFound):
    """Something has to be changed first; nothing was written."""

    is_finding = True
    says_how_many = True


def brought(library: Library, case: Case, entry: Entry) -> list[CaseFinding]:
    """Return the findings that must be corrected because of an entry.

    A letter sent before the reviewers were known is no fault of the entry that names them.
    """
    kinds = {rule.key: rule.checks.kind for rule in library.rules.cases.rules}
    findings = new_findings(library, case, case.with_entry(entry))
    must = [finding for finding in findings if not finding.advice]
    own = entry.act.label
    return [
        finding for finding in must if kinds.get(finding.rule) != "unnamed" or finding.where == own
    ]


def taken(library: Library, case: Case, answers: Answers, today: datetime.date) -> Entry:
    """Return a paper as an entry of its case. Raises ProblemsFound if it does not belong there."""
    acts = library.rules.cases.acts
    if answers.form not in acts:
        title = library.forms[answers.form].title
        raise ProblemsFound([Problem(case.number, f"案件中没有“{title}”这种文书")])
    act = acts[answers.form]
    day = answers.values.get(act.day) if act.day else None
    entry = Entry(act, day if isinstance(day, datetime.date) else today, answers)
    if problems := [Problem(case.number, fault) for fault in _foreign(library, case, entry)]:
        raise ProblemsFound(problems)
    bar(library, standing(library, case), act)
    admit(library, case, entry, today)
    return entry


def admit(
    library: Library,
    case: Case,
    entry: Entry,
    today: datetime.date | None = None,
) -> None:
    """Raise ProblemsFound if an entry cannot come now, Unclean if it must be changed first."""
    after = standing(library, case.with_entry(entry))
    if odd := [reason for strange, reason in after.strange if strange is entry]:
        raise ProblemsFound([Problem(case.number, reason) for reason in odd])
    said = [*_ahead(library, entry, today)] if today else []
    must = brought(library, case, entry)
    said += [f"{finding.where}：{finding.reason}；{finding.remedy}" for finding in must]
    if said:
        message = f"{entry.act.label}没有记入，案件没有变：有 {len(said)} 处必改，改好后再记"
        raise Unclean([Problem(case.number, fault) for fault in (message, *said)])


def _ahead(library: Library, entry: Entry, today: datetime.date) -> Iterator[str]:
    """Yield days of past events that are still to come; days of plans may be."""
    days = {entry.day: "日期"}  # of several labels for one day, use the last
    for spot, label, day in _days(library, entry):
        if spot not in library.rules.cases.plans:
            days.pop(day, None)
            days[day] = label
    for day, label in days.items():
        if day > today:
            message = (
                f"{entry.act.label}的“{label}”写的是 {shown_date(day)}，今天是 {shown_date(today)}"
            )
            yield f"{message}：不能记还没有到的日期；请写实际发生的日期"


def _days(library: Library, entry: Entry) -> Iterator[tuple[str, str, datetime.date]]:
    """Yield each day in a paper's fields and rows: its spot, its label, the day."""
    if entry.answers is None:
        return
    for _, field in library.forms[entry.act.key].fields:
        value, spot = entry.answers.values.get(field.key), f"{entry.act.key}.{field.key}"
        if isinstance(value, datetime.date):
            yield spot, field.label, value
        for number, row in enumerate(entry.answers.rows(field.key), 1):
            for column, cell in zip(field.columns, row, strict=True):
                if column.kind == "date" and (day := dates.date(cell)):
                    called = f"{field.label}第{number}行的{column.label}"
                    yield f"{spot}.{column.key}", called, day


def bar(library: Library, now: Standing, act: Act) -> None:
    """Raise ProblemsFound if a paper cannot be written now."""
    number = now.case.number
    if now.state.key not in act.after:
        can = "、".join(library.rules.cases.state(key).label for key in act.after)
        offers = [other.label for other in offered(library, now, now.state)]
        more = f"；现在可以办：{'、'.join(offers)}" if offers else ""
        told = f"案件“{now.state.label}”，{act.label}要在“{can}”的时候写{more}"
        raise ProblemsFound([Problem(number, told)])
    if act.needs and (message := unclean(library, now.case, act)):
        raise Unclean([Problem(number, message)])


def unclean(library: Library, case: Case, act: Act) -> str:
    """Return why a paper cannot build on earlier ones; empty if it can."""
    last = max((n for n, entry in enumerate(case.entries) if entry.act.key == act.key), default=-1)
    later = range(last + 1, len(case.entries))
    needed = [n for n in later if case.entries[n].act.key in act.needs]
    if not needed:
        label = library.rules.cases.acts[act.needs[0]].label
        return f"{act.label}要以这件案件的{label}为准；请先写{label}，用 lawbook case read 读入"
    entry = case.entries[needed[-1]]
    upto = replace(case, entries=case.entries[: needed[-1]])
    must = brought(library, upto, entry)
    if not must:
        return ""
    advice = f"先改正{entry.act.label}（最后一件可以用 lawbook case undo 撤销，改好再读入）"
    first = f"{must[0].where}：{must[0].reason}"
    message = f"{entry.act.label}还有 {len(must)} 处必改，不能据此写{act.label}"
    return f"{message}：{first}；{advice}"


def completed(case: Case, act: Act, said: Mapping[str, str]) -> Case | None:
    """Return the case with its newest event completed; None if ``said`` completes nothing."""
    number = max((n for n, entry in enumerate(case.entries) if entry.act.key == act.key), default=0)
    entry = case.entries[number]
    known = {ask.key for ask in act.asks}
    if entry.act.key != act.key or not said or not set(said) <= known - set(entry.said):
        return None
    newer = replace(entry, said=MappingProxyType({**entry.said, **said}))
    return replace(case, entries=(*case.entries[:number], newer, *case.entries[number + 1 :]))


def _foreign(library: Library, case: Case, entry: Entry) -> Iterator[str]:
    """Yield a problem if a paper is about another activity or another person."""
    known = standing(library, case).facts
    for fact in library.rules.cases.facts[:2]:
        text = next(
            (entry.text(source.field) for source in fact.sources if source.form == entry.act.key),
            "",
        )
        if text and known.get(fact.key) and text != known[fact.key]:
            yield (
                f"{entry.act.label}写的{fact.label}是“{text}”，案件的是“{known[fact.key]}”；"
                "不是同一件，没有写入；确是同一件的，请改成一致"
            )


def is_taken(library: Library, case: Case, answers: Answers) -> bool:
    """Return whether an application repeats one of this case, still running or unchanged."""
    first = library.rules.cases.opening.key
    mine = [
        earlier.answers for earlier in case.entries if earlier.act.key == first and earlier.answers
    ]
    unchanged = any(earlier.values == answers.values for earlier in mine)
    return unchanged or not standing(library, case).is_closed
