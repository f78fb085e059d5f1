"""The yearly report: every number counted a second time, by hand, from the trees of the cases."""

from __future__ import annotations

import datetime
import statistics
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from made_cases import made

from lawbook.base import yamlfile
from lawbook.checks import filled_form
from lawbook.desk.case import Case, Entry, case_tree, read_case
from lawbook.desk.year import year_report
from lawbook.forms.answers import Answers
from lawbook.forms.values import Chosen
from lawbook.library.library import Library

MANY = 200
YEARS = (2026, 2027)
FIRST = {"approve": "approved", "revise": "revised", "reject": "rejected"}
Tree = dict[str, Any]


@pytest.fixture(scope="module")
def many(library: Library) -> list[Case]:
    return [made(library, number) for number in range(1, MANY + 1)]


@pytest.fixture(scope="module")
def reports(library: Library, many: list[Case]) -> dict[int, Answers]:
    return {year: year_report(library, many, year) for year in YEARS}


def name(entry: Tree) -> str:
    return str(entry.get("paper") or entry["event"])


def ends(entry: Tree) -> str:
    """How an entry ends the first round of a case, in the words of the report."""
    said = entry.get("answers") or {}
    if name(entry) == "review-decision":
        return FIRST[said["decision"]]
    if name(entry) == "review-opinion" and said["outcome"] == "fail":
        return "revised"
    return {"withdrawn": "withdrawn", "review-refusal": "refused"}.get(name(entry), "")


def procedure(entries: list[Tree]) -> str:
    found = ""
    for entry in entries:
        if name(entry) in {"review-acceptance", "review-decision"}:
            found = entry["answers"]["procedure"]
        opinion = (entry.get("said") or {}).get("opinion", "一致同意")
        if name(entry) == "to-general" or (name(entry) == "simple-reviewed" and opinion[0] != "一"):
            found = "general"
    return found


def by_hand(trees: list[Tree], year: int) -> Counter[str]:
    """The numbers of 二 and 三, and of what happened in the year."""
    count: Counter[str] = Counter()
    days = []
    for tree in trees:
        entries = [one for one in tree["entries"] if int(one["day"][:4]) <= year]
        for entry in (one for one in entries if int(one["day"][:4]) == year):
            count[f"event {name(entry)}"] += 1
        first = next(((one, ends(one)) for one in entries if ends(one)), (None, ""))
        if not entries or (first[0] and int(first[0]["day"][:4]) < year):
            continue
        count["received"] += 1
        count["mended"] += any(
            name(one) == "review-supplement" and int(one["day"][:4]) == year for one in entries
        )
        accepted = next((one for one in entries if name(one) == "review-acceptance"), None)
        if accepted is None:
            count["refused" if first[1] == "refused" else "waiting"] += 1
            continue
        count["accepted"] += 1
        count[procedure(entries)] += 1
        count[first[1] or "in_review"] += 1
        if first[0] and first[1] in FIRST.values():
            begun = datetime.date.fromisoformat(accepted["answers"]["accepted"])
            days.append((datetime.date.fromisoformat(first[0]["day"]) - begun).days)
    count["late"] = sum(one > 30 for one in days)
    count["median"] = int(statistics.median(days) + 0.5) if days else 0
    return count


@pytest.mark.parametrize("year", YEARS)
def test_every_number_is_what_is_counted_by_hand(
    library: Library, many: list[Case], reports: dict[int, Answers], year: int
) -> None:
    wanted = by_hand([case_tree(library, case) for case in many], year)
    said = {key: int(value) for key, value in reports[year].values.items() if str(value).isdigit()}
    events = {
        "tracked": "tracked", "stopped": "ended", "appeals": "appealed",
        "rereviews": "re-review-sent",
    }  # fmt: skip
    for key in (
        "received", "mended", "accepted", "refused", "waiting", "general", "simple", "emergency",
        "approved", "revised", "rejected", "in_review", "withdrawn", "late", "median",
    ):  # fmt: skip
        assert said[key] == wanted[key], key
    for key, event in events.items():
        assert said[key] == wanted[f"event {event}"], key
    assert said["received"] > 50


def test_the_sums_hold_and_no_decision_is_lost_between_two_years(
    library: Library, many: list[Case], reports: dict[int, Answers]
) -> None:
    for answers in reports.values():
        sums = [one for one in filled_form.remarks(library, answers) if "合计" in one.reason]
        assert sums == []
    decided = sum(
        any(ends(one) in FIRST.values() for one in case_tree(library, case)["entries"])
        for case in many
    )
    every = [int(one.text(key)) for one in reports.values() for key in FIRST.values()]
    assert sum(every) == decided > 30


def test_an_appeal_is_counted_by_its_answer_or_by_the_new_decision(
    library: Library, root: Path
) -> None:
    path = root / "data" / "examples" / "cases" / "2026-003.yml"
    case = read_case(library, yamlfile.read(path))
    *before, refused = case.entries
    minutes, decision = case.entries[2:4]
    assert decision.answers and minutes.answers
    day = datetime.date(2027, 1, 14)

    def told(*after: Entry) -> tuple[str, ...]:
        answers = year_report(library, [replace(case, entries=(*before, *after))], 2027)
        return tuple(answers.text(key) for key in ("appeals", "appeals_upheld", "appeals_rejected"))

    def decided(option: str) -> Entry:
        values = {**decision.answers.values, "decision": (Chosen(option),)}  # type: ignore[union-attr]
        return replace(
            decision, day=day, answers=Answers("review-decision", MappingProxyType(values))
        )

    def answered(option: str) -> Entry:
        values = MappingProxyType({"sufficient": (Chosen(option),)})
        return Entry(
            library.rules.cases.acts["review-appeal"], day, Answers("review-appeal", values)
        )

    met = replace(minutes, day=day)
    assert told() == ("1", "0", "0")
    assert told(refused) == told(answered("unfounded")) == ("1", "0", "1")
    assert told(met, answered("well_founded"), decided("approve")) == ("1", "1", "0")
    assert told(met, decided("approve")) == ("1", "1", "0")  # held in an older file
    assert told(met, decided("reject")) == ("1", "0", "1")


def test_the_examples_give_the_report_that_a_person_would_write(
    library: Library, root: Path
) -> None:
    folder = root / "data" / "examples" / "cases"
    cases = [read_case(library, yamlfile.read(path)) for path in sorted(folder.glob("*.yml"))]
    answers = year_report(library, cases, 2027)
    numbers = {key: value for key, value in answers.values.items() if str(value).isdigit()}
    assert {key: value for key, value in numbers.items() if value != "0"} == {
        "meetings": "1", "received": "2", "accepted": "2", "general": "1", "simple": "1",
        "approved": "2", "median": "33", "late": "1", "rereviews": "1", "rereview_agreed": "1",
        "appeals": "1", "appeals_rejected": "1",
    }  # fmt: skip
    assert answers.rows("listed") == (
        ("卒中后手功能康复非侵入式脑机接口系统研发", "韩拟定", "2027-03-03", "同意", "2027-03-18",
         "跟踪期内"),
    )  # fmt: skip
    assert "paused" not in answers.values  # no case knows it
    assert "虚构" in answers.mark
