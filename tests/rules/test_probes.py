"""The self-test one tick away from the all-clear: what that tick alone must say."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.library.library import Library
from lawbook.rules.decision import Decision
from lawbook.rules.routing import Route, route

Probe = tuple[dict[str, list[str]], str, set[str], dict[str, list[str]]]
_TREE = yamlfile.read(Path(__file__).parents[1] / "cases" / "probes.yml").tree
BASE: Mapping[str, list[str]] = _TREE["base"]
PROBES: list[Probe] = [
    (dict(change), verdict, set(reasons), dict(more))
    for change, verdict, reasons, more in _TREE["probes"]
]


@pytest.fixture(scope="module")
def decision(library: Library) -> Decision:
    return library.rules.decision


def routed(decision: Decision, change: Mapping[str, list[str]]) -> Route:
    sheet = {**BASE, **change}
    return route(decision, {key: ",".join(keys) for key, keys in sheet.items() if keys})


def verdict_of(found: Route) -> str:
    return found.verdict.key if found.verdict else "unfinished"


def test_all_probes_are_here() -> None:
    assert len(PROBES) == 72


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
