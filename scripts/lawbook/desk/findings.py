"""What is wrong over the papers of a case: rules of ``data/rules/cases.yml``, and its order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from lawbook.checks.filled_form import READ_AGAIN, shown
from lawbook.desk.case import Case, Entry
from lawbook.desk.standing import Standing, runs, standing
from lawbook.forms.findings import texts
from lawbook.forms.form import OUR_ADVICE
from lawbook.forms.values import shown_date
from lawbook.library.library import Library
from lawbook.rules.caserule import (
    Agrees,
    Apart,
    CaseRule,
    InTime,
    Once,
    Ordered,
    Rests,
    Same,
    Unnamed,
    words,
)

# What separates names that stand in one text.
_BETWEEN = re.compile(r"[、，,；;\s]+")
Hit = dict[str, str]


@dataclass(frozen=True)
class CaseFinding:
    """One finding over a case: where, what, on which basis, what to do; ``rule`` found it."""

    where: str
    reason: str
    basis: str
    remedy: str
    advice: bool
    rule: str

    def __str__(self) -> str:
        weight = "提醒" if self.advice else "必改"
        return f"{weight}｜{self.where}｜{self.reason}｜依据：{self.basis}｜改法：{self.remedy}"


def case_findings(library: Library, case: Case) -> tuple[CaseFinding, ...]:
    """What is to be said about a case; what must be changed stands first."""
    now = standing(library, case)
    made = [
        CaseFinding(entry.act.label, reason, OUR_ADVICE, READ_AGAIN, advice=False, rule="order")
        for entry, reason in now.strange
    ]
    made += [
        _finding(library, case, rule, hit)
        for rule in library.rules.cases.rules
        for hit in _KINDS[rule.checks.kind](library, now, rule.checks)
    ]
    made.sort(key=lambda finding: finding.advice)
    return tuple(made)


def _finding(library: Library, case: Case, rule: CaseRule, hit: Hit) -> CaseFinding:
    basis = "、".join(dict.fromkeys(shown(library, str(ground)) for ground in rule.basis))
    return CaseFinding(
        hit.get("label", case.number),
        words(rule.message, hit).rstrip("。"),
        basis or OUR_ADVICE,
        words(rule.remedy, hit).rstrip("。"),
        advice=rule.level == "warns",
        rule=rule.key,
    )


def _once(library: Library, now: Standing, check: Once) -> Iterator[Hit]:  # noqa: ARG001
    papers = now.case.papers(check.act)
    if len(papers) > 1:
        yield {"label": papers[-1].act.label, "found": str(len(papers))}


def _apart(library: Library, now: Standing, check: Apart) -> Iterator[Hit]:
    others = set(named(library, now.case, check.other))
    label = library.rules.cases.acts[check.other.partition(".")[0]].label
    for name in dict.fromkeys(named(library, now.case, check.one)):
        if name in others:
            yield {"label": label, "found": name}


def named(library: Library, case: Case, dotted: str) -> Iterator[str]:
    """The names that stand at a place: ``act.field`` or ``act.field.column``."""
    act, field, *column = dotted.split(".")
    for entry in case.papers(act):
        if column and entry.answers:
            keys = [column.key for column in library.forms[act].field(field).columns]
            at = keys.index(column[0])
            yield from (row[at] for row in entry.answers.rows(field) if row[at])
        else:
            yield from filter(None, _BETWEEN.split(entry.text(field)))


def _rests(library: Library, now: Standing, check: Rests) -> Iterator[Hit]:  # noqa: ARG001
    for number, entry in enumerate(now.case.entries):
        if entry.act.key != check.act or check.listed not in (None, now.listed):
            continue
        if not all(entry.option(key) in wanted for key, wanted in check.when.items()):
            continue
        before = {entry.act.key for entry in now.case.entries[:number]}
        said = entry.text(check.field) if check.field else ""
        if not before & set(check.on) and not (check.pattern and re.search(check.pattern, said)):
            yield {"label": entry.act.label}


def _in_time(library: Library, now: Standing, check: InTime) -> Iterator[Hit]:
    """The first paper of its kind: a second one after an appeal has another period."""
    keys = [entry.act.key for entry in now.case.entries]
    if check.act not in keys[1:]:
        return
    first = now.case.entries[keys.index(check.act)]
    before = standing(library, replace(now.case, entries=now.case.entries[: keys.index(check.act)]))
    ends = next(runs(library, before, (check.deadline,)), None)
    if ends is None or ends.day is None:
        return
    last = max(ends.day, before.extended.get(check.deadline, ends.day))
    if first.day > last:
        yield {
            "label": first.act.label,
            "found": shown_date(first.day),
            "other": f"{ends.deadline.title}的最后一日{shown_date(last)}",
        }


def _agrees(library: Library, now: Standing, check: Agrees) -> Iterator[Hit]:
    for number, entry in enumerate(now.case.entries):
        before = [entry for entry in now.case.entries[:number] if entry.act.key == check.other]
        ours = entry.option(check.field)
        if entry.act.key != check.act or not before or not ours:
            continue
        theirs = before[-1].option(check.other_field)
        if theirs not in check.fitting.get(ours, ()):
            yield {
                "label": entry.act.label,
                "found": _label(library, entry, check.field, ours),
                "other": _label(library, before[-1], check.other_field, theirs),
            }


def _label(library: Library, entry: Entry, field: str, option: str) -> str:
    if entry.answers is None:
        return option
    options = library.forms[entry.act.key].field(field).options
    return next((choice.label for choice in options if choice.key == option), "（空）")


def _unnamed(library: Library, now: Standing, check: Unnamed) -> Iterator[Hit]:
    people = {name for name in named(library, now.case, check.people) if len(name) > 1}
    for entry in now.case.entries:
        if entry.act.audience == check.audience and entry.answers:
            said = "\n".join(_texts(library, entry, check.besides))
            for name in sorted(people):
                if name in said:
                    yield {"label": entry.act.label, "found": name}


def _texts(library: Library, entry: Entry, besides: tuple[str, ...]) -> Iterator[str]:
    assert entry.answers is not None
    for _, field in library.forms[entry.act.key].fields:
        if field.key not in besides:
            yield from (text for _, _, text in texts(field, entry.answers.values.get(field.key)))


def _same(library: Library, now: Standing, check: Same) -> Iterator[Hit]:
    fact = next(fact for fact in library.rules.cases.facts if fact.key == check.fact)
    fields = {source.form: source.field for source in fact.sources}
    first = ""
    for entry in now.case.entries:
        said = entry.text(fields[entry.act.key]) if entry.act.key in fields else ""
        first = first or said
        if said and said != first:
            yield {"label": entry.act.label, "found": said, "other": first}


def _ordered(library: Library, now: Standing, check: Ordered) -> Iterator[Hit]:  # noqa: ARG001
    entries = now.case.entries
    for before, entry in pairwise(entries):
        if entry.day < before.day:
            yield {
                "label": entry.act.label,
                "found": shown_date(entry.day),
                "other": before.act.label,
            }


_KINDS: dict[str, Callable[[Library, Standing, Any], Iterator[Hit]]] = {
    "once": _once,
    "apart": _apart,
    "rests": _rests,
    "in_time": _in_time,
    "agrees": _agrees,
    "unnamed": _unnamed,
    "same": _same,
    "ordered": _ordered,
}
