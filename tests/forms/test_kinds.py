"""What each kind of check finds in a text, as ``kinds.yml`` says it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_plan_checks import rule

from lawbook.base import yamlfile
from lawbook.forms.answers import Answers
from lawbook.forms.plan.paper import Paper
from lawbook.library.library import Library

GROUPS = yamlfile.read(Path(__file__).with_name("kinds.yml")).tree


def _value(given: Any) -> Any:
    return tuple(map(tuple, given)) if isinstance(given, list) else given


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group["says"])
def test_a_kind_of_check_finds_what_it_should(library: Library, group: dict[str, Any]) -> None:
    form, checks = library.forms[group["form"]], rule(library, group["checks"], form=group["form"])
    given = {key: _value(value) for key, value in group.get("given", {}).items()}
    found = {
        text: [
            " ".join([hit.field, *map(str, hit.spot), *hit.words.values()])
            for hit in checks.rules[0].checks.hits(
                Paper(form, Answers(form.key, {**given, group["field"]: text})), checks.units
            )
        ]
        for text in group["texts"]
    }
    assert found == group["texts"]
