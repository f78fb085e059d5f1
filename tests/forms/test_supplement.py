"""The notice of what an application lacks names just what is missing, on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from types import MappingProxyType

import pytest
import scripts

from lawbook.checks import filled_form
from lawbook.forms.answers import Answers, reading
from lawbook.forms.carrying import carried
from lawbook.forms.values import Row, Value
from lawbook.library.library import Library

APPLICATION, NOTICE = "review-application", "review-supplement"
EXAMPLE = "review-application-naoji"


def _whole(library: Library) -> Answers:
    """An application that lacks nothing."""
    return reading(library.forms[APPLICATION], library.examples[EXAMPLE]).answers


def _without(answers: Answers, keys: tuple[str, ...]) -> Answers:
    kept = {key: value for key, value in answers.values.items() if key not in keys}
    return Answers(answers.form, MappingProxyType(kept), mark=answers.mark)


def _notice(library: Library, answers: Answers) -> tuple[Row, ...]:
    found = filled_form.remarks(library, answers)
    begun = carried(library.forms[NOTICE], library.forms[APPLICATION], answers, found)
    return begun.rows("materials")


def _asked(library: Library) -> Iterator[str]:
    """The fields that an application must, or should, answer."""
    whole = _whole(library).values
    for _, field in library.forms[APPLICATION].fields:
        if (field.required or field.advised) and field.key in whole:
            yield field.key


def _called(library: Library, keys: tuple[str, ...]) -> list[str]:
    fields = [field for _, field in library.forms[APPLICATION].fields]
    return [field.called for field in fields if field.key in keys]


def test_nothing_is_asked_of_an_application_that_lacks_nothing(library: Library) -> None:
    assert _notice(library, _whole(library)) == ()


def test_every_single_removal_is_named_and_nothing_else(library: Library) -> None:
    whole, keys = _whole(library), list(_asked(library))
    assert len(keys) > 40
    for key in keys:
        rows = _notice(library, _without(whole, (key,)))
        assert [row[0] for row in rows] == _called(library, (key,)), key
        assert rows[0][1] == "没有填写"
        assert rows[0][2]
    assert rows[0][2] != "请补写这一栏"


def test_a_row_says_what_is_missing_why_and_how_to_mend_it(library: Library) -> None:
    [row] = _notice(library, _without(_whole(library), ("emergency",)))
    assert row[0] == "应急处置"
    assert "《办法》第十二条" in row[3] or "第九条" in row[3]


def _some(dice: Random, keys: list[str]) -> tuple[str, ...]:
    return tuple(dice.sample(keys, dice.randint(2, 8)))


def _names_all(library: Library, dice: Random, count: int) -> None:
    whole, keys = _whole(library), list(_asked(library))
    for _ in range(count):
        gone = _some(dice, keys)
        rows = _notice(library, _without(whole, gone))
        missing = [row[0] for row in rows if row[1] == "没有填写"]
        assert sorted(missing) == sorted(_called(library, gone)), gone


def test_several_removals_are_all_named(library: Library, seed: int) -> None:
    _names_all(library, Random(seed), 5)


@pytest.mark.deep
def test_three_hundred_random_removals_are_all_named(library: Library, seed: int) -> None:
    _names_all(library, Random(seed), 300)


def test_the_page_lists_the_same(library: Library, seed: int) -> None:
    dice, whole, keys = Random(seed), _whole(library), list(_asked(library))
    some = [_without(whole, _some(dice, keys)) for _ in range(4)]
    acts = [
        {
            "act": "carried",
            "key": NOTICE,
            "origin": APPLICATION,
            "answers": scripts.in_browser(one),
        }
        for one in some
    ]
    want: list[dict[str, Value]] = []
    for one in some:
        found = filled_form.remarks(library, one)
        begun = carried(library.forms[NOTICE], library.forms[APPLICATION], one, found)
        want.append(scripts.in_browser(begun)["values"])
    assert scripts.asked(library, acts) == want
