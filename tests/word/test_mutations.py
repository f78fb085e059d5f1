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

PLANS = ("pilot-plan-yunlan", "pilot-plan-wangxi", "pilot-plan-yanxi")
SHARE_FOUND = 0.98


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


def test_nearly_all_seeded_faults_are_found(library: Library) -> None:
    cases = list(mutants(library))
    assert len(FAULTS) >= 60
    assert len(cases) >= 40
    missed = [
        name
        for name, answers, field, words in cases
        if not any(
            remark.field == field and words in f"{remark.reason}{remark.remedy}"
            for remark in checked(library, answers)
        )
    ]
    assert len(missed) <= (1 - SHARE_FOUND) * len(cases), missed


def test_a_finding_says_place_reason_basis_and_remedy(library: Library) -> None:
    for _, answers, _, _ in list(mutants(library))[:: len(FAULTS) // 12]:
        for remark in checked(library, answers):
            assert "「" in remark.where
            assert all((remark.reason, remark.basis, remark.remedy))


def test_what_rests_on_weak_ground_only_warns(rules: PlanChecks) -> None:
    for rule in rules.rules:
        assert rule.level == "warns" or rule.evident or rule.confidence in {"official", "two"}
