"""Checks of periods: a number of days that is written in several places is the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.forms.form import OUR_ADVICE
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.checks import PlanRule
from lawbook.forms.plan.kinds import Count
from lawbook.law.record import Record
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.crosswalk import CrosswalkRow
from lawbook.rules.duration import Period, periods
from lawbook.rules.rule import Based, Deadline, FactId, Ground

WORDS = {
    "natural_day": "日",
    "working_day": "个工作日",
    "hour": "小时",
    "month": "个月",
}


def named(stated: Iterable[Period]) -> str:
    """Periods as readers write them: 30日、3月31日."""
    shown = (f"{n // 100}月{n % 100}日" if unit == "date" else f"{n}{WORDS[unit]}"
             for unit, n in sorted(stated))  # fmt: skip
    return "、".join(shown)


def number_of(deadline: Deadline) -> frozenset[Period]:
    """Return the number by which a deadline is counted; empty if no text gives one."""
    if deadline.on is not None:
        month, day = map(int, deadline.on.split("-"))
        return frozenset({("date", month * 100 + day)})
    return frozenset({(deadline.unit, deadline.length)} if deadline.length else ())


def every_period_is_the_number_that_is_counted(library: Library) -> Iterator[Problem]:
    """The words of a deadline (``period``) state the number by which it is counted."""
    for deadline in library.rules.deadlines.deadlines:
        said, counted = periods(deadline.period), number_of(deadline)
        if said != counted:
            message = (
                f"期限 {deadline.key} 的 period 写的是{named(said) or '没有数'}，"
                f"计算用的是{named(counted) or '没有数'}；请改成一样"
            )
            yield Problem(library.rules.line_of(f"deadlines/{deadline.key}"), message)


def every_number_stands_in_its_grounds(library: Library) -> Iterator[Problem]:
    """A period in a rule occurs in the text it names, and in every ground of the rule.

    What is only under ``see`` may differ: a draft and the final text may. Our advice may have a
    number of its own, but not when it names a deadline.
    """
    for statement in library.rules.statements:
        said = _said(statement.record)
        if isinstance(statement.record, Deadline):
            said |= number_of(statement.record)
        keys = _deadlines(statement.record)
        counted = [number_of(library.rules.deadlines[key]) for key in keys if _known(library, key)]
        yield from _compared(library, statement.where, statement.record, said, counted)
        for mine, its in _by_unit(_advised(statement.record), frozenset[Period]().union(*counted)):
            if not mine <= its:
                message = f"建议的是{named(mine)}，计算用的是{named(its)}；请改成一样"
                yield Problem(statement.where, message)


def _compared(
    library: Library,
    where: str,
    record: Based,
    said: frozenset[Period],
    counted: Iterable[frozenset[Period]] = (),
) -> Iterator[Problem]:
    """Yield a problem wherever the stated, the counted and a ground's number disagree."""
    counts = frozenset[Period]().union(*counted)
    held = {ground: _of_ground(library, ground) for ground in _grounds(record)}
    known = counts.union(*held.values())
    for period in sorted(said):
        others = _of_unit(known, period[0])
        if others and period not in known:
            message = f"写的是{named({period})}，依据写的是{named(others)}；请改成一样"
            yield Problem(where, message)
    for ground in record.basis:
        stated = held[ground]
        for numbers, verb in ((said, "写的"), (counts, "计算用的")):
            for mine, its in _by_unit(numbers, stated):
                if not mine & its:
                    message = f"{verb}是{named(mine)}，{ground} 写的是{named(its)}；请改成一样"
                    yield Problem(where, message)
    for mine, its in _by_unit(said, counts):
        if not its <= mine:
            yield Problem(where, f"写的是{named(mine)}，计算用的是{named(its)}；请改成一样")


def every_number_of_a_fact_is_that_of_its_provision(library: Library) -> Iterator[Problem]:
    """A period in a fact occurs in the texts on which it rests and in facts about the same."""
    for fact in library.facts:
        own = periods(fact.fact)
        others = [other for other in library.facts_on(fact.provision) if other.id != fact.id]
        texts = {str(ground): _of_ground(library, ground) for ground in fact.basis}
        if fact.change == "same" or fact.confidence == "unknown":
            stated = [periods(other.fact) for other in others if other.kind == "content"]
            texts["同一条的事实"] = frozenset().union(*stated)
        for name, its in texts.items():
            for mine, theirs in _by_unit(own, its):
                if not mine <= theirs:
                    message = f"{fact.id} 写的是{named(mine)}，{name} 写的是{named(theirs)}"
                    yield Problem(fact.where, f"{message}；请改成一样")


def every_number_of_a_plan_rule_stands_in_its_grounds(library: Library) -> Iterator[Problem]:
    """The limit by which a plan is checked is the number in its words and grounds."""
    try:
        every = [
            (file, plan_checks.read(file, library.forms))
            for file in plan_checks.files(library.root)
        ]
    except ProblemsFound:
        return  # reported by the rule that reads them
    for file, rules in every:
        for number, rule in enumerate(rules.rules):
            where = file.where(("rules", number, "key"))
            yield from _compared(library, where, rule, _said(rule), [_limit(rule)])


def _limit(rule: PlanRule) -> frozenset[Period]:
    if not isinstance(rule.checks, Count):
        return frozenset()
    limit, unit = rule.checks.limit, rule.checks.unit
    if unit == "date":
        return frozenset({("date", int(limit.replace("-", "")))})
    return frozenset({(_UNITS[unit], int(limit))} if unit in _UNITS else ())


_UNITS = {"day": "natural_day", "hour": "hour", "month": "month"}


def _said(record: Record) -> frozenset[Period]:
    """Return the periods in a record's own texts, without nested records and our advice."""
    return frozenset().union(
        *(periods(part) for part in _clauses(record) if OUR_ADVICE not in part)
    )


def _advised(record: Record) -> frozenset[Period]:
    """Return the periods in the advice among a record's own texts."""
    return frozenset().union(*(periods(part) for part in _clauses(record) if OUR_ADVICE in part))


def _clauses(record: Record) -> Iterator[str]:
    for text in (getattr(record, name) for name in type(record).model_fields):
        if isinstance(text, str):
            yield from re.split("[；。]", text)


def _grounds(record: Based) -> tuple[Ground, ...]:
    """Return the grounds of a record and those it is compared with."""
    compared = record.columns if isinstance(record, CrosswalkRow) else ()
    return (*record.basis, *record.see, *(cited for column in compared for cited in column))


def _of_unit(stated: frozenset[Period], unit: str) -> frozenset[Period]:
    return frozenset(period for period in stated if period[0] == unit)


def _by_unit(
    said: frozenset[Period], other: frozenset[Period]
) -> Iterator[tuple[frozenset[Period], frozenset[Period]]]:
    """Yield, for each unit that both have, the periods of either in that unit."""
    for unit in sorted({unit for unit, _ in said} & {unit for unit, _ in other}):
        yield _of_unit(said, unit), _of_unit(other, unit)


def _of_ground(library: Library, ground: Ground) -> frozenset[Period]:
    if grounds.fault(library, ground):
        return frozenset()  # reported by the rule that looks for grounds
    if isinstance(ground, FactId):
        return periods(library.fact(ground).fact)
    if library.exists(ground) and ground.last is not None:
        return periods(library.find(ground).joined())
    return frozenset()


def _known(library: Library, key: str) -> bool:
    return key in {deadline.key for deadline in library.rules.deadlines.deadlines}


def _deadlines(record: Based) -> tuple[str, ...]:
    key = getattr(record, "deadline", None)
    return (key,) if key else getattr(record, "deadlines", ())


NUMBER_CHECKS = (
    every_period_is_the_number_that_is_counted,
    every_number_stands_in_its_grounds,
    every_number_of_a_fact_is_that_of_its_provision,
    every_number_of_a_plan_rule_stands_in_its_grounds,
)
