"""What the scripts of the tools read: complete by itself, short enough to load at once."""

import json
from typing import Any

import pytest

from lawbook.export import exports
from lawbook.library.library import Library

NAMES = ("navigator", "deadlines", "obligations")


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, Any]:
    files = exports(library)
    return {name: json.loads(files[f"tools/{name}.json"]) for name in NAMES}


def statements(tree: Any) -> list[dict[str, Any]]:
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    own = [tree] if isinstance(tree, dict) and "basis" in tree and "see" in tree else []
    return own + [one for part in below for one in statements(part)]


@pytest.mark.parametrize("name", NAMES)
def test_every_ground_is_explained_with_a_name_and_an_address(
    name: str, made: dict[str, Any]
) -> None:
    found = statements(made[name])
    assert found
    named = {ground for one in found for ground in (*one["basis"], *one["see"])}
    assert named == set(made[name]["grounds"])
    for ground in made[name]["grounds"].values():
        assert ground["name"].startswith(("《", "期间", "先导", "地方规则", "公文"))
        assert ground["address"].startswith("documents/")
    for one in found:
        assert one["confidence"] in {*made[name]["confidences"], None}


def test_a_ground_is_quoted(made: dict[str, Any], library: Library) -> None:
    grounds = made["navigator"]["grounds"]
    assert grounds["interpretation-2026/q-4/par-2"]["authority"] == "reading"
    assert "服务中心" in grounds["interpretation-2026/q-4/par-2"]["text"]
    fact = grounds["measures-2026#art-16-days"]
    assert fact["fact"] == library.fact("measures-2026#art-16-days").fact
    assert fact["confidence"] == "one"
    assert fact["address"] == "documents/measures-2026/art-16/#fact-art-16-days"


def test_what_is_known_from_the_draft_alone_leads_to_the_draft(made: dict[str, Any]) -> None:
    ground = made["deadlines"]["grounds"]["measures-2026#art-16-appeal-days"]
    assert ground["name"] == "《办法（征求意见稿）》第十六条第二款"
    assert ground["address"] == "documents/measures-2025-draft/art-16/#art-16-par-2"


def test_the_navigator_has_what_the_evaluation_needs(
    library: Library, made: dict[str, Any]
) -> None:
    decision, tree = library.rules.decision, made["navigator"]
    assert [one["key"] for one in tree["terms"]] == [one.key for one in decision.terms]
    assert [one["key"] for one in tree["reasons"]] == [one.key for one in decision.reasons]
    assert [one["key"] for one in tree["questions"]] == [one.key for one in decision.questions]
    for question, read in zip(decision.questions, tree["questions"], strict=True):
        assert read["human_judgement"] is question.human_judgement
        assert [one["key"] for one in read["answers"]] == [one.key for one in question.answers]
    for one in tree["consequences"]:
        assert set(one["deadlines"]) <= set(tree["deadlines"])
        assert set(one["forms"]) <= set(tree["forms"])


def test_the_days_of_the_schedule_are_plain_dates(made: dict[str, Any]) -> None:
    year = made["deadlines"]["years"][0]
    assert year["year"] == 2026
    assert "2026-02-15" in year["off"]
    assert year["working"] == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    ]  # fmt: skip


def test_advice_has_no_ground_and_no_confidence(library: Library, made: dict[str, Any]) -> None:
    duties = {one["key"]: one for one in made["obligations"]["obligations"]}
    assert duties["beijing-risk-assessment"]["responsible"][0] == "市科委中关村管委会"
    assert len(duties) == len(library.rules.obligations.obligations)
    assert duties["appeal-in-3-days"]["confidence"] == "draft"


def test_a_script_hands_over_the_same_object(library: Library) -> None:
    files = exports(library)
    for name in NAMES:
        script = files[f"tools/{name}.js"].decode()
        assert script.startswith(f'lawbookData("tools/{name}", {{"')
        inner = script.removeprefix(f'lawbookData("tools/{name}", ').removesuffix(");\n")
        assert json.loads(inner) == json.loads(files[f"tools/{name}.json"])


def test_a_tool_loads_in_a_second_on_a_slow_line(library: Library) -> None:
    import gzip

    for name, data in exports(library).items():
        if name.startswith("tools/"):
            assert len(gzip.compress(data)) < 45_000, name
