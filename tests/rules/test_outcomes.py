"""The table of outcomes, judged at once, says of each choice what the self-test says of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from lawbook.library.library import Library
from lawbook.rules import outcomes
from lawbook.rules.decision import Decision
from lawbook.rules.routing import Route, route


def choices(decision: Decision) -> Iterator[tuple[outcomes.Tick, ...]]:
    """Nothing, one tick, and two that do not contradict each other."""
    asked = [decision.question(plain.question) for plain in decision.plain]
    several = [question for question in asked if question and question.kind == "several"]
    several.sort(key=decision.questions.index)
    ticks = [(one, reply) for one in several for reply in one.answers if not reply.alone]
    yield ()
    yield from ((tick,) for tick in ticks)
    for pair in combinations(ticks, 2):
        (_, first), (_, second) = pair
        if not first.clash or first.clash != second.clash:
            yield pair


def routed(decision: Decision, chosen: tuple[outcomes.Tick, ...]) -> Route:
    """What the self-test says of a choice by itself."""
    sheet: dict[str, list[str]] = {}
    for question, answer in chosen:
        sheet.setdefault(question.key, []).append(answer.key)
    plain = {one.question: list(one.answers) for one in decision.plain}
    return route(decision, {key: ",".join(keys) for key, keys in (plain | sheet).items()})


def row(chosen: tuple[outcomes.Tick, ...], result: Route) -> tuple[str, ...]:
    assert result.verdict is not None
    parts = (result.reasons, result.hit, result.maybe, result.consequences)
    return (
        "；".join(answer.label for _, answer in chosen) or "都没有",
        result.verdict.key,
        result.sentence,
        *("；".join(item.title for item in part) for part in parts),
    )


def judged(decision: Decision, step: int) -> tuple[list[tuple[str, ...]], int]:
    """The rows of every so-many-th choice, each judged alone, and how many were open still."""
    results = [(chosen, routed(decision, chosen)) for chosen in [*choices(decision)][::step]]
    ended = [row(chosen, result) for chosen, result in results if not result.question]
    return ended, len(results) - len(ended)


def without(decision: Decision, key: str) -> Decision:
    """The plain sheet without the answer to one question: some choices leave it open."""
    kept = tuple(one for one in decision.plain if one.question != key)
    return decision.model_copy(update={"plain": kept})


def test_each_row_says_what_the_self_test_says_of_its_choice(library: Library) -> None:
    decision = library.rules.decision
    made = list(outcomes.rows(decision))
    expected, still_open = judged(decision, 11)
    assert len(expected) > 80
    assert still_open == 0
    assert [line for line in made if line in expected] == expected


def test_a_choice_that_leaves_a_question_open_has_no_row(library: Library) -> None:
    decision = without(library.rules.decision, "traits")
    expected, still_open = judged(decision, 11)
    assert len(expected) > 20
    assert still_open > 15
    assert [line for line in outcomes.rows(decision) if line in expected] == expected


@pytest.mark.deep
@pytest.mark.parametrize("key", ["", "traits", "people", "unit", "confirm"])
def test_every_row_is_judged_as_if_alone(key: str, library: Library) -> None:
    decision = without(library.rules.decision, key)
    expected, _ = judged(decision, 1)
    assert list(outcomes.rows(decision)) == expected
