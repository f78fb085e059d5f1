"""What the browser gets of the compiled forms: every segment and every part, nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest
from wordfile import FORMS

from lawbook import word
from lawbook.forms.form import UNASKED
from lawbook.library.library import Library
from lawbook.word.export import exported
from lawbook.word.layout.package import PARTS, template

SLOTS = {
    "line": {"slot", "key", "control", "font", "hint", "style"},
    "day": {"slot", "key", "control", "font", "hint", "style"},
    "beside": {"slot", "key", "control", "font", "hint", "style", "option"},
    "box": {"slot", "key", "option", "control"},
    "passage": {"slot", "key", "control", "hint", "cut"},
    "bySize": {"slot", "key", "blank", "short", "long", "cut"},
    "rows": {"slot", "key", "columns", "first", "numberWidth", "blanks", "small"},
    "only": {"slot", "conditions", "keys", "segments"},
    "blank": {"slot", "xml"},
}
# What only some have: lines set narrower, passages in two rows, lists of another size.
SOMETIMES = {"room", "above", "leading", "over", "optional"}


@pytest.fixture(params=FORMS)
def made(request: pytest.FixtureRequest, library: Library) -> Any:
    form = library.forms[request.param]
    return form, exported(form)


def test_fixed_texts_and_slots_stand_in_the_order_of_the_form(made: Any) -> None:
    form, tree = made
    compiled = word.compiled(form).segments
    fixed = [one for one in compiled if isinstance(one, str)]
    assert [one for one in tree["segments"] if isinstance(one, str)] == fixed
    assert len(tree["segments"]) == len(compiled)


def _slots(segments: list[Any]) -> Iterator[Any]:
    """The slots of a form, those that stand only with certain choices among them."""
    for one in segments:
        if not isinstance(one, str):
            yield one
            yield from _slots(one.get("segments", []))


def test_every_slot_says_all_that_filling_needs(made: Any) -> None:
    form, tree = made
    slots = list(_slots(tree["segments"]))
    assert [set(one) - SOMETIMES for one in slots] == [SLOTS[one["slot"]] for one in slots]
    asked = {field.key for _, field in form.fields if field.kind not in UNASKED}
    assert {one["key"] for one in slots if "key" in one} == asked


def test_the_parts_are_those_of_the_package_in_its_order(made: Any) -> None:
    _, tree = made
    assert list(tree["parts"].items()) == [(part, template(name)) for part, name in PARTS.items()]
