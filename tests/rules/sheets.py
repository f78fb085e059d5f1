"""Sheets of the self-test for tests: drawn by chance with a fixed seed, and all that are clear."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

from lawbook.rules.decision import Decision, Question
from lawbook.rules.routing import route


def drawn(decision: Decision, number: int, seed: int = 13) -> Iterator[dict[str, str]]:
    """Complete sheets: each question that is asked gets an answer by chance."""
    chance = Random(seed)
    for _ in range(number):
        sheet: dict[str, str] = {}
        while question := route(decision, sheet).question:
            sheet[question.key] = _some(question, chance)
        yield sheet


def _some(question: Question, chance: Random) -> str:
    free = [one.key for one in question.answers if not one.alone]
    single = [one.key for one in question.answers if one.alone]
    if question.kind == "one" or (single and chance.random() < 1 / 3):
        return chance.choice(single or free)
    size = chance.choice((1, 1, 2, 3, 5))
    ticked = set(chance.sample(free, min(size, len(free))))
    clashing = [one.key for one in question.answers if one.clash and one.key in ticked]
    return ",".join(key for key in free if key in ticked - set(clashing[1:]))


def clear(*, every: bool) -> Iterator[dict[str, str]]:
    """The sheets that come to the all-clear; without ``every`` those that differ in the facts."""
    for work, territory, rules, more in product(
        (*_sets("theory", "build", "data", "trial"), "use", "no-ai"),
        ("home", "partly"),
        ("none", "public-fund"),
        _who() if every else [("own-able", "none", "no")],
    ):
        yield {
            "stage": "new", "work": work, "territory": territory, "people": "none",
            "effects": "none", "rules": rules, "reviewer": more[0], "unit": more[1],
            "urgent": more[2], "confirm": "all",
        }  # fmt: skip


def _who() -> list[tuple[str, str, str]]:
    reviewers = ("own-able", "own-doubt", "no-committee", "no-unit", "unsure")
    units = ("none", "beijing", "central,lead", "beijing,member,foreign", "unsure")
    return list(product(reviewers, units, ("no", "yes", "unsure")))


def _sets(*keys: str) -> Iterator[str]:
    for size in range(1, len(keys) + 1):
        yield from (",".join(one) for one in combinations(keys, size))
