"""An answer file opened on the page: nothing that stands in it is lost in silence."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import hostile
from scripts import as_maps, asked, held_tree

from lawbook.base.text import trimmed
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answers import reading
from lawbook.forms.form import Form
from lawbook.forms.normal import one_line
from lawbook.forms.values import Chosen
from lawbook.library.library import Library

SETS = 100


def opened(library: Library, key: str, answers: Any) -> Any:
    tree = {"form": key, "answers": answers}
    return asked(library, [{"act": "stateOf", "key": key, "tree": as_maps(tree)}])[0]


def test_what_is_not_ready_is_kept_and_what_has_no_place_is_named(library: Library) -> None:
    answers = {
        "leader": "张\n三",
        "submit_date": "2026-12",
        "contact_phone": ["138"],
        "procedure": {"simple": "理由"},
        "reviewer": ["committee", "centre"],
        "entrust_reason": "no_such",
        "review_list": [],
        "fax": "010-1",
    }
    assert opened(library, "review-application", answers) == {
        "state": {
            "leader": "张三",
            "submit_date": "2026-12",
            "procedure": {"on": ["simple"], "words": {"simple": "理由"}},
        },
        "lost": [
            "「联系电话」：138",
            "「审查机构」：committee；centre",
            "「委托情形」：no_such",
            "「fax」：010-1",
        ],
    }


def test_hostile_files_lose_no_word_and_come_back_as_the_same_answers(
    library: Library, seed: int
) -> None:
    dice, cases = Random(seed), []
    for number in range(SETS):
        form = list(library.forms.values())[number % len(library.forms)]
        cases.append((form, held_tree(hostile.tree(dice, form))))
    acts = [{"act": "stateOf", "key": form.key, "tree": as_maps(tree)} for form, tree in cases]
    ready = 0
    for (form, tree), got in zip(cases, asked(library, acts), strict=True):
        inside = tree.get("answers") if isinstance(tree, dict) else None
        said = [*leaves(got["state"]), *got["lost"], *ticked(form, got["state"])]
        told = "\n".join(map(bare, said))
        for word in leaves(inside if isinstance(inside, dict) else {}):
            assert bare(word) in told, ascii(word)
        read = reading(form, YamlFile("", tree))
        if not read.faults:
            ready += 1
            again = reading(form, YamlFile("", filed(form, got["state"])))
            assert {key: shown(value) for key, value in again.answers.values.items()} == {
                key: shown(value) for key, value in read.answers.values.items()
            }
            assert got["lost"] == []
    assert 4 < ready < SETS


def bare(text: str) -> str:
    """What stands on one line of the page, without blanks."""
    return "".join(sign for sign in one_line(text) if not sign.isspace())


def shown(value: Any) -> Any:
    """A value with its words on one line, as the page's inputs hold them."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Chosen):
        return (value.option, one_line(value.text))
    return [shown(one) for one in value] if isinstance(value, tuple) else value


def leaves(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield trimmed(tree)
    elif isinstance(tree, list | dict):
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from leaves(one)


def ticked(form: Form, state: dict[str, Any]) -> Iterator[str]:
    """The labels of ticked boxes, which a file may write instead of their keys."""
    for key, value in state.items():
        if isinstance(value, dict):
            yield from (one.label for one in form.field(key).options if one.key in value["on"])


def filed(form: Form, state: dict[str, Any]) -> dict[str, Any]:
    """An answer file's tree of raw state, as the page makes it."""
    return {"form": form.key, "answers": {key: answer(form, key, state[key]) for key in state}}


def answer(form: Form, key: str, value: Any) -> Any:
    field = form.field(key)
    if isinstance(value, str):
        return value
    if field.kind == "rows":
        columns = [column.key for column in field.columns]
        return [dict(zip(columns, row, strict=True)) for row in value]
    words = value["words"]
    items = [{one: words[one]} if one in words else one for one in value["on"]]
    return items[0] if field.kind == "choice" else items
