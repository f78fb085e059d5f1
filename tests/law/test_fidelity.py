from dataclasses import replace
from pathlib import Path

import pytest

from lawbook.law.document import Document, Provision, Repair
from lawbook.law.fidelity import differences, mended, squeeze
from lawbook.library.library import Library

HELD = ["measures-2025-draft", "interpretation-2026", "beijing-2024", "pilot-plan-2026"]


def raw(root: Path, key: str) -> str:
    return (root / "data" / "sources" / f"{key}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", HELD)
def test_not_one_character_is_lost_or_added(root: Path, library: Library, key: str) -> None:
    document = library.documents[key]
    expected, problems = mended(document, raw(root, key))
    assert problems == ()
    assert squeeze(document.joined()) == expected
    assert list(differences(document, raw(root, key))) == []


@pytest.mark.parametrize("key", HELD)
def test_a_changed_character_anywhere_is_found(root: Path, library: Library, key: str) -> None:
    """Mutation: drop the middle character of the longest provision's text."""
    document = library.documents[key]
    longest = max(document.walk(), key=lambda part: len(part.text))
    middle = len(longest.text) // 2
    mutated = _with_text(document, longest, longest.text[:middle] + longest.text[middle + 1 :])
    (problem,) = differences(mutated, raw(root, key))
    assert f"应为“{longest.text[middle]}”，现为“”" in problem.message


@pytest.mark.parametrize("key", HELD)
def test_two_provisions_in_the_wrong_order_are_found(
    root: Path, library: Library, key: str
) -> None:
    document = library.documents[key]
    first, second, *rest = document.provisions
    swapped = replace(document, provisions=(second, first, *rest))
    assert list(differences(swapped, raw(root, key)))


def test_a_repair_that_does_not_fit_is_named(root: Path, library: Library) -> None:
    document = library.documents["beijing-2024"]
    repairs = (replace_before(document, "没有这句话"), *document.repairs[1:])
    problems = mended(replace(document, repairs=repairs), raw(root, "beijing-2024"))[1]
    assert "repairs 第 1 项的 before 在原文中出现 0 次；应恰好 1 次" in problems[0].message


def replace_before(document: Document, before: str) -> Repair:
    return document.repairs[0].model_copy(update={"before": before})


def _with_text(document: Document, target: Provision, text: str) -> Document:
    def changed(part: Provision) -> Provision:
        below = tuple(changed(child) for child in part.provisions)
        return replace(part, text=text if part is target else part.text, provisions=below)

    return replace(document, provisions=tuple(changed(part) for part in document.provisions))
