"""A content rule of a form is no surer than what it rests on."""

from __future__ import annotations

import re

import pytest

from lawbook.checks import forms
from lawbook.forms.plan import checks as plan_checks
from lawbook.library.library import Library


@pytest.mark.parametrize(
    ("key", "claimed", "said"),
    [
        ("clock-review", "two", "confidence 是 two，basis 中最弱的是 one；请改为 one"),
        ("emergency-has-a-time", "two", "confidence 是 two，basis 的条文只有一处来源；请改为 one"),
    ],
)
def test_a_mark_above_its_grounds_is_found(
    library: Library, monkeypatch: pytest.MonkeyPatch, key: str, claimed: str, said: str
) -> None:
    assert list(forms.every_plan_rule_rests_on_what_exists(library)) == []
    rules = plan_checks.load(library.root, library.forms)
    assert rules is not None
    changed = tuple(
        one.model_copy(update={"confidence": claimed}) if one.key == key else one
        for one in rules.rules
    )
    claiming = rules.model_copy(update={"rules": changed})
    monkeypatch.setattr(forms.plan_checks, "load", lambda *_: claiming)
    (problem,) = forms.every_plan_rule_rests_on_what_exists(library)
    place, _, message = str(problem).partition(": ")
    assert re.fullmatch(r"data/rules/[a-z-]+\.yml:[0-9]+", place)
    assert message == f"{key} 的 {said}"
