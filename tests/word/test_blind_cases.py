"""Texts and faults that were written before anyone looked at the rules: what the check says."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_check_cases import FOUND_OF_60, said

from lawbook.base import yamlfile
from lawbook.checks.filled_form import Remark
from lawbook.library.library import Library

BLIND = Path(__file__).parent.parent / "cases" / "blind"
STYLES = ("narrative", "tabular", "list")
CLEAN: dict[str, Any] = {
    name: tree
    for kind in ("plans", "applications")
    for style in STYLES
    for name, tree in yamlfile.read(BLIND / f"{kind}-{style}.yml").tree.items()
}
SEEDED: dict[str, Any] = yamlfile.read(BLIND / "faults.yml").tree


def seeded(case: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The answers with the fault, and the fields of which one is to be named."""
    tree = copy.deepcopy(CLEAN[case["on"]])
    answers, changed = tree["answers"], []
    for field, value in case.get("set", {}).items():
        answers[field] = value
        if value is None:
            del answers[field]
        changed.append(field)
    for field, more in case.get("add", {}).items():
        answers[field] += more
        changed.append(field)
    for field, (old, new) in case.get("swap", {}).items():
        assert answers[field].count(old) == 1, (case, answers[field].count(old))
        answers[field] = answers[field].replace(old, new)
        changed.append(field)
    for field, row in case.get("row", {}).items():
        answers[field].append(row)
        changed.append(field)
    for field, other in case.get("copy", {}).items():
        answers[field] = answers[other]
        changed.append(field)
    return tree, case.get("at", changed)


def finds(case: dict[str, Any], library: Library) -> bool:
    """Whether a remark that the sound text does not get names the fault where it stands."""
    tree, fields = seeded(case)
    before = {str(one) for one in said(library, CLEAN[case["on"]])}
    return any(_names(one, fields, case) for one in said(library, tree) if str(one) not in before)


def _names(remark: Remark, fields: list[str], case: dict[str, Any]) -> bool:
    return remark.field in fields and case.get("says", "") in str(remark)


@pytest.mark.parametrize("name", CLEAN)
def test_a_sound_text_by_another_hand_is_left_alone(name: str, library: Library) -> None:
    remarks = said(library, CLEAN[name])
    assert [str(one) for one in remarks if not one.advice] == []
    assert len(remarks) <= 2, "\n".join(map(str, remarks))


def missed(library: Library, form: str) -> Iterator[dict[str, Any]]:
    yield from (case for case in SEEDED[form] if not finds(case, library))


@pytest.mark.parametrize("form", SEEDED)
def test_faults_by_another_hand_are_found_where_they_stand(form: str, library: Library) -> None:
    assert len(SEEDED[form]) == 60
    not_found = list(missed(library, form))
    assert 60 - len(not_found) >= FOUND_OF_60, not_found


def test_the_clean_texts_are_twelve_a_form_in_three_styles() -> None:
    by_form = [tree["form"] for tree in CLEAN.values()]
    assert by_form.count("pilot-plan") == by_form.count("review-application") == 12
