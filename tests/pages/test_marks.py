"""Marks say whose words they stand for, and none contradicts what stands beside it."""

from __future__ import annotations

import re

import pytest

from lawbook.checks.rules import no_mark_contradicts_what_stands_beside_it
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.library.page import Page

OFFICIAL = r">原文载明</(?:a|span)>"
CONTRADICTIONS = (
    OFFICIAL + r'(?:(?!</span>).)*<span class="sure unseen"',
    r"(?:由本指南编制|不是官方表格)(?:(?!</li>).)*" + OFFICIAL,
    OFFICIAL + r"(?:(?!</li>).)*(?:由本指南编制|不是官方表格)",
)


@pytest.mark.parametrize("pair", CONTRADICTIONS)
def test_no_page_holds_two_marks_that_contradict(made: dict[str, Page], pair: str) -> None:
    found = {path: re.search(pair, page.text) for path, page in made.items()}
    assert {path: hit[0] for path, hit in found.items() if hit} == {}


def test_the_pages_have_the_marks_that_are_looked_for(made: dict[str, Page]) -> None:
    text = "".join(page.text for page in made.values())
    assert len(re.findall(OFFICIAL, text)) > 50
    read = r">官方解读载明</(?:a|span)>(?:(?!</span>).)*<span class=\"sure unseen\""
    assert len(re.findall(read, text)) > 90
    assert "不是官方表格" in text


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        ("measures-2026#title", "reading"),  # from the official reading alone
        ("general-measures-2023#platform-draft-spelling", "official"),  # the draft's own spelling
        ("measures-2026#art-16-days", "one"),
        ("measures-2026#art-16-extension", "draft"),
    ],
)
def test_the_mark_of_a_fact_follows_from_its_sources(library: Library, fact: str, key: str) -> None:
    assert grounds.mark(library, library.fact(fact)) == key


def test_the_mark_of_a_rule_follows_from_its_grounds(library: Library) -> None:
    deadlines = library.rules.deadlines
    assert deadlines["decision"].confidence == "one"
    steps = {one.id: one.record for one in library.rules.statements}
    assert grounds.mark(library, steps["decision/lists/ai-1"]) == "reading"
    (ours,) = [one for one in library.rules.decision.consequences if one.key == "form-application"]
    assert grounds.mark(library, ours) is None


def test_a_contradiction_is_refused_in_the_data(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(no_mark_contradicts_what_stands_beside_it(library)) == []
    monkeypatch.setattr(grounds, "mark", lambda _, found: found.confidence)
    problems = [one.message for one in no_mark_contradicts_what_stands_beside_it(library)]
    assert len(problems) > 100
    assert "decision/lists/ai-1 的“原文载明”与“正式文字未见”矛盾" in problems[0] or any(
        "lists/ai-1 的“原文载明”" in one for one in problems
    )
