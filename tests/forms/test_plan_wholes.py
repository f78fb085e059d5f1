"""Checks of rounds and of the day of application; rules of one kind speak once."""

import datetime
import re
from typing import Any

import pytest
from test_plan_checks import found as found_with_places
from test_plan_checks import rule

from lawbook.base.problem import ProblemsFound
from lawbook.checks import filled_form
from lawbook.forms.answers import Answers
from lawbook.forms.plan.paper import Paper
from lawbook.library.library import Library

ROUNDS = "kind: rounds, fields: [path_guidance], told: [goals]"
APPLIED = "kind: applied, field: apply_date, work: [schedule], unless: 每年"


def said(library: Library, checks: str, **values: Any) -> list[str]:
    """What a rule finds, without the label and the places of its message that it leaves open."""
    lines = found_with_places(library, checks, **values)
    return [re.sub(r"\{[a-z]+\}", "", line.split(" ")[-1]) for line in lines]


@pytest.mark.parametrize(
    ("guidance", "goals", "expected"),
    [
        ("培训4期，每期60人，共240人次", "", []),
        ("培训4期，每期60人，共300人次", "", ["4期、每期60人240人"]),
        ("分两批培训，每批二十名，合计60名", "", ["两批、每批二十名40人"]),
        ("培训4期，每期60人", "培训240人次", []),
        ("培训4期，每期60人", "培训320人次", ["4期、每期60人240人"]),
        ("培训4期，每期60人", "咨询320人次", []),
        ("每月1期，每期60人", "培训320人次", []),
    ],
)
def test_rounds_and_how_many_come(
    library: Library, guidance: str, goals: str, expected: list[str]
) -> None:
    texts = {"path_guidance": guidance, "goals": goals}
    assert said(library, ROUNDS, **{key: text for key, text in texts.items() if text}) == expected


@pytest.mark.parametrize(
    ("guidance", "expected"),
    [
        ("培训6期、每期60人，共350人次", ["6期、每期60人360人"]),
        ("每月2期，共12期，每期40人，合计480人次", []),
        ("4月、5月、6月各1期，每期50人，共150人次", []),
        ("共6期，前5期每期70人、最后一期50人，合计400人次", []),
    ],
)
def test_rounds_that_are_not_all_are_no_factor(
    library: Library, guidance: str, expected: list[str]
) -> None:
    assert [line[:12] for line in said(library, ROUNDS, path_guidance=guidance)] == expected
    assert bool(said(library, "kind: reckoned, fields: all", path_guidance=guidance)) == bool(
        expected
    )


def test_rules_of_one_kind_speak_once(library: Library) -> None:
    rules = filled_form.rules(library)
    assert rules
    texts = {
        "goals": "新设委员会8家，办结审查40项，培训300人次",
        "results": "新设委员会9家，办结审查50项，培训350人次",
        "path_network": "甲",
    }
    paper = Paper(library.forms["pilot-plan"], Answers("pilot-plan", texts))
    once = {rule.key: rule.once for rule in rules.rules if rule.once}
    told = [once[one.rule] for one in rules.findings(paper) if one.rule in once]
    assert told.count("agree") == 1
    assert len(told) == len(set(told))
    assert len([one for one in rules.findings(paper) if not one.advice]) == 3  # all parts
    with pytest.raises(ProblemsFound, match="once"):
        rule(library, ROUNDS, "level: fails\n    once: reckoned")


def test_the_day_of_application_lies_before_the_work(library: Library) -> None:
    def at(month: int, day: int) -> list[str]:
        date = datetime.date(2026, month, day)
        return said(library, APPLIED, apply_date=date, schedule="6月1日至8月31日，2026年")

    assert at(6, 1) == []
    assert at(6, 2) == ["2026年6月2日6月1日"]
