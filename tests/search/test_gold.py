"""The reference queries: one half seen while tuning, one half held out."""

import hashlib
from pathlib import Path

import pytest
from searching import Search, gold

HERE = Path(__file__).parent


@pytest.mark.parametrize("half", ["open", "held"])
def test_the_reference_queries_are_answered(half: str, search: Search) -> None:
    queries = gold(half)
    answers = search([query.text for query in queries])
    places = [query.place(answer) for query, answer in zip(queries, answers, strict=True)]
    first = sum(place == 0 for place in places) / len(queries)
    in_five = sum(place is not None and place < 5 for place in places) / len(queries)
    print(f"{half}: recall@1 {first:.3f}, recall@5 {in_five:.3f} of {len(queries)}")
    assert [answer.query for answer in answers if answer.count == 0] == []
    assert in_five >= 0.97
    assert first >= 0.85


def test_the_held_half_is_the_one_that_was_committed_before_tuning() -> None:
    wanted = (HERE / "gold-held.sha256").read_text(encoding="utf-8").split()[0]
    assert hashlib.sha256((HERE / "gold-held.yml").read_bytes()).hexdigest() == wanted


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
