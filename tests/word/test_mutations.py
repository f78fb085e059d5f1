"""Seeded faults: what the check finds in plans that were filled, saved and read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from faults import FAULTS
from wordfile import example

from lawbook import word
from lawbook.checks.filled_form import Remark, remarks
from lawbook.forms.answers import Answers
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.checks import PlanChecks
from lawbook.library.library import Library
from lawbook.word.read.readback import read
from params import deep

PLANS = ("pilot-plan-yunlan", "pilot-plan-wangxi", "pilot-plan-yanxi")
SHARE_FOUND = 0.98
# An answer that is all a hint is no answer; the other plans say it in other places too.
MISSED = {
    *(f"{plan}: a hint in the schedule" for plan in PLANS),
    "pilot-plan-wangxi: no coordination",
    "pilot-plan-wangxi: the centre reviews and re-reviews",
}


@pytest.fixture(scope="module")
def rules(library: Library, root: Path) -> PlanChecks:
    found = plan_checks.load(root, library.forms)
    assert found is not None
    return found


def checked(library: Library, answers: Answers) -> tuple[Remark, ...]:
    """What is said of answers that went through Word."""
    form = library.forms[answers.form]
    back = read(library.forms, word.fill(form, answers), "方案.docx")
    return remarks(library, back.answers, back.faults, back.altered)


def mutants(library: Library) -> Iterator[tuple[str, Answers, str, str]]:
    """A plan for each fault and example: its name, the answers, the field, the words."""
    for plan in PLANS:
        _, clean = example(library, plan)
        for name, (change, field, words) in FAULTS.items():
            values = dict(clean.values)
            change(values)
            yield f"{plan}: {name}", Answers(clean.form, values), field, words


@pytest.mark.parametrize("plan", PLANS)
def test_a_clean_plan_raises_no_alarm(plan: str, library: Library) -> None:
    _, answers = example(library, plan)
    assert [str(remark) for remark in checked(library, answers)] == []


@pytest.mark.parametrize("every", [False, deep(True)])
def test_nearly_all_seeded_faults_are_found(library: Library, *, every: bool) -> None:
    """Each fault in one of the plans, or in every one."""
    cases = list(mutants(library))
    assert len(FAULTS) >= 60
    if not every:
        turns = [cases[n * len(FAULTS) : (n + 1) * len(FAULTS)] for n in range(len(PLANS))]
        cases = [turn[number % len(PLANS)] for number, turn in enumerate(zip(*turns, strict=True))]
        assert {name.partition(": ")[2] for name, *_ in cases} == set(FAULTS)
    missed = [
        name
        for name, answers, field, words in cases
        if not any(
            remark.field == field and words in f"{remark.reason}{remark.remedy}"
            for remark in checked(library, answers)
        )
    ]
    assert set(missed) <= MISSED
    assert len(MISSED) <= (1 - SHARE_FOUND) * len(FAULTS) * len(PLANS)


def test_a_finding_says_place_reason_basis_and_remedy(library: Library) -> None:
    for _, answers, _, _ in list(mutants(library))[:: len(FAULTS) // 12]:
        for remark in checked(library, answers):
            assert "「" in remark.where
            assert all((remark.reason, remark.basis, remark.remedy))


def test_what_rests_on_weak_ground_only_warns(rules: PlanChecks) -> None:
    for rule in rules.rules:
        assert rule.level == "warns" or rule.evident or rule.confidence in {"official", "two"}
