"""Made cases: random ways through the states, with papers as short as they can be."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace
from types import MappingProxyType

from lawbook.desk.case import Case, Entry
from lawbook.desk.standing import standing
from lawbook.forms.answers import Answers
from lawbook.forms.values import Chosen, Value
from lawbook.library.library import Library

FIRST = datetime.date(2026, 1, 5)
OUTCOMES = {"review-opinion": "pass", "rereview-opinion": "agree"}
VOTERS = ("程举例", "温样本", "骆示范", "邵拟题", "简假设", "颜例证", "岑样稿")


def made(library: Library, number: int, seed: int = 0) -> Case:
    """A case that was followed for a while, or to its end."""
    chance = random.Random(f"{seed}/{number}")
    listed = chance.random() < 0.4
    day = FIRST + datetime.timedelta(days=chance.randrange(330))
    about = {"activity": f"虚构活动{number}", "applicant": f"甄{number}", "unit": "虚构单位"}
    case = Case(f"2026-{number:03}", (_application(library, about, listed, day),))
    for _ in range(chance.randrange(9)):
        entry = _next(library, chance, case, about, day)
        if entry is None:
            break
        case, day = case.with_entry(entry), entry.day
    return case


def paper(library: Library, key: str, day: datetime.date, values: dict[str, Value]) -> Entry:
    known = {field.key for _, field in library.forms[key].fields}
    kept = {name: value for name, value in values.items() if name in known}
    act = library.rules.cases.acts[key]
    return Entry(act, day, Answers(key, MappingProxyType(kept)))


def _application(
    library: Library, about: dict[str, str], listed: bool, day: datetime.date
) -> Entry:
    values: dict[str, Value] = {
        "activity_name": about["activity"],
        "leader": about["applicant"],
        "unit": about["unit"],
        "review_list": (Chosen("fusion" if listed else "none"),),
    }
    return paper(library, "review-application", day, values)


def _next(
    library: Library, chance: random.Random, case: Case, about: dict[str, str], day: datetime.date
) -> Entry | None:
    now = standing(library, case)
    offers = [key for key in now.state.offers if library.rules.cases.acts[key].called != "extended"]
    if not offers or now.is_closed:
        return None
    key = offers[0] if chance.random() < 0.75 else chance.choice(offers)
    day += datetime.timedelta(days=chance.randrange(1, 40))
    act = library.rules.cases.acts[key]
    if key not in library.forms:
        said = {
            ask.key: chance.choice(ask.options) if ask.options else "虚构"
            for ask in act.asks
            if ask.required
        }
        return Entry(act, day, said=said)
    outcomes = ["approve", "revise", "reject"]
    outcome = "pass" if now.listed and key == "review-minutes" else chance.choice(outcomes)
    values: dict[str, Value] = {
        **about,
        "day": day,
        "accepted": day,
        "listed": (Chosen("listed_yes" if now.listed else "listed_no"),),
        "outcome": (Chosen(OUTCOMES.get(key, outcome)),),
        "report_kind": (Chosen(chance.choice(["tracking", "risk"])),),
        "sufficient": (Chosen(chance.choice(["well_founded", "unfounded"])),),
        "decision": (Chosen(outcome),),
        "procedure": (Chosen(chance.choice(["general", "simple"])),),
        "reason": "理由",
    }
    if key == "review-minutes":
        values["members"] = tuple((name, "伦理", "否", "女", "无", "同意") for name in VOTERS)
    return paper(library, key, day, values)


def until(case: Case, count: int) -> Case:
    """The case as it was after so many entries."""
    return replace(case, entries=case.entries[:count])


def changed(entry: Entry, **values: object) -> Entry:
    """The paper with other answers."""
    assert entry.answers
    new = MappingProxyType({**entry.answers.values, **values})
    return replace(entry, answers=replace(entry.answers, values=new))
