"""Texts and faults that were written before anyone looked at the rules: what the check says."""

from __future__ import annotations

import copy
import itertools
from pathlib import Path
from typing import Any

import pytest
from test_check_cases import said

from lawbook.base import yamlfile
from lawbook.checks.filled_form import Remark
from lawbook.library.library import Library

CASES = Path(__file__).parent.parent / "cases"
STYLES = ("narrative", "tabular", "list")
# Sets by as many hands; of each form's seeded faults so many are to be found.
FOUND = {
    "blind": (60, 57),
    "unseen": (24, 23),
    "third": (45, 45),
    "fourth": (60, 57),
    "fifth": (60, 57),
    "sixth": (60, 57),
    "seventh": (60, 57),
    "eighth": (60, 57),
    "ninth": (30, 29),  # of the plan alone
}
OFTEN = {"blind", "unseen", "third"}  # the other sets are deep
FORMS = {"plan": "pilot-plan", "application": "review-application"}
FILES = {
    "blind": [f"{kind}-{style}" for kind in ("plans", "applications") for style in STYLES],
    "unseen": ["plans", "applications"],
}


def read(folder: str, name: str) -> dict[str, Any]:
    tree: dict[str, Any] = yamlfile.read(CASES / folder / f"{name}.yml").tree
    return tree


CLEAN = {
    folder: {key: tree for name in names for key, tree in read(folder, name).items()}
    for folder, names in FILES.items()
}
SEEDED = {
    (folder, form): cases for folder in FILES for form, cases in read(folder, "faults").items()
}
for (folder, _), (kind, form) in itertools.product(list(FOUND.items())[2:], FORMS.items()):
    if folder == "ninth" and kind != "plan":
        continue
    tree = read(folder, kind)
    texts = {key: {**text, "form": form} for key, text in tree["texts"].items()}
    CLEAN[folder] = {**CLEAN.get(folder, {}), **texts}
    SEEDED[folder, form] = [
        {"on": fault["base"], "set": fault["set"], "at": fault["expect"]}
        for fault in tree["faults"]
    ]
SAID: dict[tuple[str, str], set[str]] = {}


def seeded(clean: dict[str, Any], case: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The answers with the fault, and the fields of which one is to be named."""
    tree = copy.deepcopy(clean)
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


def before_it(folder: str, name: str, library: Library) -> set[str]:
    """What is said of a sound text, asked once."""
    if (folder, name) not in SAID:
        SAID[folder, name] = {str(one) for one in said(library, CLEAN[folder][name])}
    return SAID[folder, name]


def finds(folder: str, case: dict[str, Any], library: Library) -> bool:
    """Whether a remark that the sound text does not get names the fault where it stands."""
    tree, fields = seeded(CLEAN[folder][case["on"]], case)
    before = before_it(folder, case["on"], library)
    return any(_names(one, fields, case) for one in said(library, tree) if str(one) not in before)


def _names(remark: Remark, fields: list[str], case: dict[str, Any]) -> bool:
    return remark.field in fields and case.get("says", "") in str(remark)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        pytest.param(one, key, marks=[] if one in OFTEN else pytest.mark.deep)
        for one in CLEAN
        for key in CLEAN[one]
    ],
)
def test_a_sound_text_by_another_hand_is_left_alone(
    folder: str, name: str, library: Library
) -> None:
    remarks = said(library, CLEAN[folder][name])
    assert [str(one) for one in remarks if not one.advice] == []
    assert len(remarks) <= 2, "\n".join(map(str, remarks))


@pytest.mark.parametrize(
    ("folder", "form"),
    [pytest.param(*key, marks=[] if key[0] in OFTEN else pytest.mark.deep) for key in SEEDED],
)
def test_faults_by_another_hand_are_found_where_they_stand(
    folder: str, form: str, library: Library
) -> None:
    cases, (written, wanted) = SEEDED[folder, form], FOUND[folder]
    assert len(cases) == written
    not_found = [case for case in cases if not finds(folder, case, library)]
    assert written - len(not_found) >= wanted, not_found


@pytest.mark.parametrize(
    ("folder", "number"),
    [("blind", 12), ("unseen", 6), ("third", 6), ("fourth", 12), ("fifth", 6), ("sixth", 12)],
)
def test_the_clean_texts_are_as_many_a_form(folder: str, number: int) -> None:
    by_form = [tree["form"] for tree in CLEAN[folder].values()]
    assert by_form.count("pilot-plan") == by_form.count("review-application") == number
