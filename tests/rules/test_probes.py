"""The self-test one tick away from the all-clear, then several facts at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from lawbook.base import yamlfile
from lawbook.rules.decision import Decision
from lawbook.rules.routing import Route, route

Probe = tuple[dict[str, list[str]], str, set[str], dict[str, list[str]]]
_CASES = Path(__file__).parents[1] / "cases"
_TREE = yamlfile.read(_CASES / "probes.yml").tree
BASE: Mapping[str, list[str]] = _TREE["base"]
# Projects with several facts at once, judged against the texts before anything was run.
COMBINED: list[dict[str, Any]] = yamlfile.read(_CASES / "probes-combined.yml").tree["probes"]
_SINGLE: list[Probe] = [
    (dict(change), verdict, set(reasons), dict(more))
    for change, verdict, reasons, more in _TREE["probes"]
]
PROBES: list[Probe] = _SINGLE + [
    (
        dict(one["change"]),
        one["verdict"],
        set(one["reasons"]),
        {name: one[name] for name in ("hit", "maybe", "got", "not") if name in one},
    )
    for one in COMBINED
]


def routed(decision: Decision, change: Mapping[str, list[str]]) -> Route:
    sheet = {**BASE, **change}
    return route(decision, {key: ",".join(keys) for key, keys in sheet.items() if keys})


def verdict_of(found: Route) -> str:
    return found.verdict.key if found.verdict else "unfinished"


def test_all_probes_are_here() -> None:
    assert (len(_SINGLE), len(COMBINED)) == (72, 42)
    assert len({str(change) for change, *_ in PROBES}) == len(PROBES)
    assert all(one["why"] for one in COMBINED)


@pytest.mark.parametrize(
    ("change", "verdict", "reasons", "more"), PROBES, ids=[str(one[0]) for one in PROBES]
)
def test_probe(
    decision: Decision, change: dict[str, list[str]], verdict: str, reasons: set[str],
    more: dict[str, list[str]],
) -> None:  # fmt: skip
    found = routed(decision, change)
    assert verdict_of(found) == verdict
    assert {one.key for one in found.reasons} == reasons
    for name, listed in (("hit", found.hit), ("maybe", found.maybe)):
        if name in more:
            assert [one.key for one in listed] == more[name]
    followed = {one.key for one in found.consequences}
    assert set(more.get("got", ())) <= followed
    assert not set(more.get("not", ())) & followed


@pytest.mark.parametrize("case", COMBINED, ids=[one["name"] for one in COMBINED])
def test_the_words_of_a_combined_probe(
    decision: Decision, spelled: Callable[[str], str], case: dict[str, Any]
) -> None:
    found = routed(decision, case["change"])
    if "says" in case:
        assert found.sentence == spelled(case["says"])
    assert case.get("told", "") in "".join(one.text for one in found.reasons)
    assert "{" not in "".join(one.text for one in found.reasons)
