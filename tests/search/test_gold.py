"""The reference queries: one half seen while tuning, one half held out, and later sets.

A set is blind at its first run only. ``fresh``, ``fresh2``, ``blind``, ``blind3`` and ``blind4``
(first run 0.83 / 0.53) were used to widen the words after it: their figures say only that nothing
is lost. No word was added for a miss of ``blind2`` (first run 0.90 / 0.66), but its misses were
read. ``drawn2`` and ``drawn3`` were widened for after their first runs, ``drawn1`` (whose figures
were looked at) and ``drawn4`` (run once, 0.78 / 0.45) were not: decision 0010 has the first runs.
``other1`` to ``other7`` come from hands that wrote no wording: 120 queries each, and 8 of what the
guide has not. First runs, at the first place and in five: 0.59 / 0.93, 0.69 / 0.93, 0.89 / 0.98,
0.83 / 0.98, 0.72 / 0.98, 0.92 / 0.99 and 0.90 / 0.99 (these two sealed until then); their misses
were read by kind.
The drawn sets ask for out-of-the-way entries in words that no text uses: they show how far the
search reaches there.
All run on one index: each run takes both halves and the latest set of each hand, the others are
deep.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from searching import Search, gold, judged

from params import deep

HERE = Path(__file__).parent


def shares(name: str, search: Search) -> tuple[float, float]:
    """How many queries of a set are answered in five and at the first place; none is empty."""
    queries = gold(name)
    answers = search([query.text for query in queries])
    places = [query.place(answer) for query, answer in zip(queries, answers, strict=True)]
    first = sum(place == 0 for place in places) / len(queries)
    in_five = sum(place is not None and place < 5 for place in places) / len(queries)
    print(f"{name}: recall@1 {first:.3f}, recall@5 {in_five:.3f} of {len(queries)}")
    assert [answer.query for answer in answers if answer.count == 0] == []
    return in_five, first


@pytest.mark.parametrize("half", ["open", "held"])
def test_the_reference_queries_are_answered(half: str, search: Search) -> None:
    in_five, first = shares(half, search)
    assert in_five >= 0.97
    assert first >= 0.85


# In five and at the first place; no word was added for blind2.
FLOORS = {
    "fresh": (0.97, 0.88),
    "fresh2": (0.95, 0.92),
    "blind": (0.97, 0.87),
    "blind2": (0.96, 0.82),
    "blind3": (0.96, 0.92),
    "blind4": (0.97, 0.88),
    "blind5": (0.96, 0.87),
    "drawn1": (0.85, 0.65),
    "drawn2": (0.95, 0.65),
    "drawn3": (0.97, 0.73),
    "drawn4": (0.78, 0.42),
}


def often(names: Iterable[str], latest: set[str]) -> list[Any]:
    return [name if name in latest else deep(name) for name in names]


@pytest.mark.parametrize("name", often(FLOORS, {"fresh2", "blind5", "drawn4"}))
def test_later_sets_never_come_back_empty(name: str, search: Search) -> None:
    in_five, first = shares(name, search)
    assert in_five >= FLOORS[name][0]
    assert first >= FLOORS[name][1]


@pytest.mark.parametrize("name", ["held", "blind", "blind2", "blind3", "blind4", "blind5"])
def test_a_set_is_the_one_that_was_committed_before_its_first_run(name: str) -> None:
    wanted = (HERE / f"gold-{name}.sha256").read_text(encoding="utf-8").split()[0]
    assert hashlib.sha256((HERE / f"gold-{name}.yml").read_bytes()).hexdigest() == wanted


def test_there_are_enough_of_all_kinds() -> None:
    queries = [*gold("open"), *gold("held")]
    assert len(queries) >= 150
    assert {query.kind for query in queries} == {
        "question",
        "everyday",
        "number",
        "citation",
        "typo",
        "term",
    }


# By hands that wrote no wording; first place and in five, as they are now.
BY_OTHERS = {
    "other1": (0.96, 0.98),
    "other2": (0.89, 0.98),
    "other3": (0.94, 0.98),
    "other4": (0.95, 0.98),
    "other5": (0.95, 0.98),
    "other6": (0.95, 0.98),
    "other7": (0.96, 0.98),
}


@pytest.mark.parametrize("name", often(BY_OTHERS, {"other6", "other7"}))
def test_a_set_by_another_hand_is_answered(name: str, search: Search) -> None:
    queries = judged(name)
    answers = search([query.text for query in queries])
    held = [pair for pair in zip(queries, answers, strict=True) if pair[0].held]
    first = sum(query.first(answer) for query, answer in held) / len(held)
    in_five = sum(query.in_five(answer) for query, answer in held) / len(held)
    print(f"{name}: first {first:.3f}, in five {in_five:.3f} of {len(held)}")
    assert len(held) == 120
    assert first >= BY_OTHERS[name][0]
    assert in_five >= BY_OTHERS[name][1]
    assert [answer.query for _, answer in held if answer.count == 0] == []
    assert [answer.query for _, answer in held if "未收录" in answer.say] == []


@pytest.mark.parametrize("name", BY_OTHERS)
def test_what_the_guide_does_not_hold_is_told(name: str, search: Search) -> None:
    strange = [query.text for query in judged(name) if not query.held]
    assert len(strange) == 8
    untold = [one.query for one in search(strange) if not one.say.startswith("本指南未收录")]
    assert len(untold) <= 1, untold
