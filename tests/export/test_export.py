"""The files for other programs: all records, nothing dangling, a schema that fits."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lawbook.export import exports
from lawbook.library.library import Library

NAMES = (
    "documents", "facts", "sources", "forms", "roles", "procedures", "deadlines", "criteria",
    "obligations", "decision", "crosswalk", "calendar", "vocabularies",
)  # fmt: skip
CITATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z]+(-\d+)*)+")
FACT = re.compile(r"[a-z0-9-]+#[a-z0-9-]+")


@pytest.fixture(scope="module")
def made(library: Library) -> dict[str, Any]:
    return {
        name: json.loads(data) for name, data in exports(library).items() if name.endswith("json")
    }


def faults(file: Any, schema: dict[str, Any]) -> list[str]:
    """Every place at which a file breaks its schema; a schema that is none raises."""
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(file)]


def texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for one in tree:
            yield from texts(one)
    elif isinstance(tree, str):
        yield tree


def test_the_same_data_gives_the_same_bytes(library: Library) -> None:
    assert exports(library) == exports(library)


@pytest.mark.parametrize("name", NAMES)
def test_each_file_says_what_it_holds_and_fits_its_schema(name: str, made: dict[str, Any]) -> None:
    file = made[f"{name}.json"]
    assert set(file) == {"$schema", "title", "licence", "data"}
    assert file["$schema"] == f"schemas/{name}.schema.json"
    schema = made[file["$schema"]]
    assert faults(file, schema) == []


def test_a_broken_record_does_not_fit(made: dict[str, Any]) -> None:
    schema = made["schemas/deadlines.schema.json"]
    file = json.loads(json.dumps(made["deadlines.json"]))
    file["data"]["deadlines"][1]["unit"] = "fortnight"
    del file["data"]["deadlines"][2]["title"]
    found = faults(file, schema)
    assert any("fortnight" in one for one in found)
    assert any("'title'" in one for one in found)


def test_a_record_is_exported_as_it_is(made: dict[str, Any], library: Library) -> None:
    found = [one for one in made["deadlines.json"]["data"]["deadlines"] if one["key"] == "appeal"]
    assert found[0]["length"] == library.rules.deadlines["appeal"].length
    assert found[0]["unit"] == "working_day"
    assert found[0]["basis"] == ["measures-2026#art-16-appeal-days"]
    assert found[0]["confidence"] == "draft"
    facts = {one["id"]: one for one in made["facts.json"]["data"]}
    assert (
        facts["measures-2026#art-16-outcomes"]["fact"]
        == "审查决定包括批准、修改后再审、不予批准等。"
    )


def walk(provisions: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in provisions:
        yield one
        yield from walk(one.get("provisions", []))


def test_a_provision_has_its_name_and_address(made: dict[str, Any]) -> None:
    documents = {one["key"]: one for one in made["documents.json"]["data"]}
    draft = documents["measures-2025-draft"]
    assert draft["held"] is True
    found = {one["citation"]: one for one in walk(draft["provisions"])}
    assert found["measures-2025-draft/art-16/par-2"]["name"] == (
        "《办法（征求意见稿）》第十六条第二款"
    )
    assert found["measures-2025-draft/art-16/par-2"]["address"] == (
        "documents/measures-2025-draft/art-16/#art-16-par-2"
    )
    assert found["measures-2025-draft/art-37/par-1"]["text"] == "本办法自*年*月*日起施行。"


def test_a_document_known_by_facts_is_exported_with_no_more_than_was_seen(
    made: dict[str, Any],
) -> None:
    for document in made["documents.json"]["data"]:
        worded = [one for one in walk(document["provisions"]) if "text" in one]
        copied = "copied_from" in document
        assert bool(worded) is (document["held"] or copied), document["key"]
        assert not (document["held"] and copied)
        for one in worded if copied else ():
            kept = "".join(text for kind, text in one["amended"] if kind in {"same", "in"})
            assert kept == one["text"], one["citation"]
    (measures,) = [one for one in made["documents.json"]["data"] if one["key"] == "measures-2026"]
    assert measures["copied_from"] == "github-royacca-wiki"
    cut = {one["citation"]: one["cut"] for one in walk(measures["provisions"]) if "cut" in one}
    assert cut == {"measures-2026/art-13/par-1": "end", "measures-2026/art-33/par-2": "start"}


def test_every_citation_and_fact_in_every_file_leads_somewhere(made: dict[str, Any]) -> None:
    known = {one for one in texts(made["documents.json"]) if CITATION.fullmatch(one)}
    known |= {one["key"] for one in made["documents.json"]["data"]}
    facts = {one["id"] for one in made["facts.json"]["data"]}
    documents = {one["key"] for one in made["documents.json"]["data"]}
    wanted = [
        one
        for name in NAMES
        for one in texts(made[f"{name}.json"])
        if one.partition("/")[0] in documents or FACT.fullmatch(one)
    ]
    assert len(wanted) > 1000
    assert [one for one in wanted if one not in known | facts] == []


def test_keys_that_rules_name_exist(made: dict[str, Any]) -> None:
    data = {name: made[f"{name}.json"]["data"] for name in NAMES}
    deadlines = {one["key"] for one in data["deadlines"]["deadlines"]}
    triggers = {one["key"] for one in data["deadlines"]["triggers"]}
    words = {one["key"]: {t["key"] for t in one["terms"]} for one in data["vocabularies"]}
    forms = {one["key"] for one in data["forms"]}
    sources = {one["key"] for one in data["sources"]}
    for duty in data["obligations"]["obligations"]:
        assert set(duty["who"]) <= words["roles"] | words["units"]
        assert {duty.get("deadline")} - {None} <= deadlines
    for one in data["deadlines"]["deadlines"]:
        assert set(one["triggers"]) <= triggers
    for one in data["decision"]["consequences"]:
        assert set(one["deadlines"]) <= deadlines
        assert set(one["forms"]) <= forms
    for fact in data["facts"]:
        assert set(fact["sources"]) <= sources
        assert fact["confidence"] in words["confidences"]


def test_a_project_without_rules_exports_what_it_has(mini: Library) -> None:
    made = exports(mini)
    assert json.loads(made["deadlines.json"])["data"] == {
        "key": "deadlines", "counting": [], "triggers": [], "deadlines": [],
    }  # fmt: skip
    assert not [name for name in made if name.startswith("tools/")]
