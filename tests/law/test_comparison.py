"""Two texts against each other: a draft with 25 seeded changes, and every one of them is told."""

from pathlib import Path

import pytest
from seeded import COUNT, WORDS, final

from lawbook.law.comparison import Row, compared
from lawbook.law.document import Document
from lawbook.law.fidelity import squeeze
from lawbook.law.proposal import proposal
from lawbook.law.redline import new, old
from lawbook.library.library import Library


@pytest.fixture(scope="module")
def mock(root: Path, library: Library) -> Document:
    raw = (root / "data/sources/measures-2025-draft.txt").read_text(encoding="utf-8")
    made = proposal(final(raw), "measures-2030", library.documents["measures-2025-draft"])
    assert made.faults == ()
    return made.document


@pytest.fixture(scope="module")
def rows(mock: Document, library: Library) -> tuple[Row, ...]:
    return compared(library.documents["measures-2025-draft"].provisions, mock.provisions)


def steps(row: Row) -> str:
    part = row.after or row.before
    assert part is not None
    return str(part.citation).partition("/")[2]


def test_each_of_25_changes_is_told_where_it_stands(rows: tuple[Row, ...]) -> None:
    told = 0
    for before, after, place in WORDS:
        if "\n\n（" in before + after or "4." in after:
            continue  # items that came or went: below
        went, came = (squeeze(words.partition("\n")[0]) for words in (before, after))
        (row,) = [one for one in rows if steps(one) == place]
        assert row.became in {"changed", "moved"}, place
        assert went in squeeze(old(row.runs)), place
        assert went not in squeeze(new(row.runs)), place
        assert came in squeeze(new(row.runs)), place
        told += 1
    assert [steps(row) for row in rows if row.became == "gone"] == [
        "art-18", "art-18/par-1", "art-19/par-1/item-2",
    ]  # fmt: skip
    assert [steps(row) for row in rows if row.became == "new"] == [
        "art-12/par-1/item-4", "art-30", "art-30/par-1", "annex/item-4",
    ]  # fmt: skip
    told += 2 + 3  # articles; items
    print(f"{told} of {COUNT} changes told")
    assert told == COUNT == 25


def test_every_renumbered_article_is_told_with_both_numbers(rows: tuple[Row, ...]) -> None:
    moved = {
        (str(row.before.step), str(row.after.step))
        for row in rows
        if row.became == "moved" and row.before and row.after
    }
    assert {(f"art-{n}", f"art-{n - 1}") for n in range(19, 31)} <= moved
    assert ("item-3", "item-2") in moved
    assert len(moved) == 13


def test_nothing_else_is_told_and_both_texts_come_back(
    rows: tuple[Row, ...], library: Library, mock: Document
) -> None:
    changed = {steps(row) for row in rows if row.became == "changed"}
    wanted = {place for _, _, place in WORDS} - {
        "art-18/par-1",
        "annex/item-4",
        "art-12/par-1/item-4",
    }
    assert changed - {"art-12/par-1/item-3"} == wanted
    for row in rows:
        if row.before and row.runs:
            words = row.before.heading if not row.before.heading.startswith("【") else ""
            assert old(row.runs) == words + row.before.text
        if row.after and row.runs:
            words = row.after.heading if not row.after.heading.startswith("【") else ""
            assert new(row.runs) == words + row.after.text
    before = {part.citation for part in library.documents["measures-2025-draft"].walk()}
    after = {part.citation for part in mock.walk()}
    assert {row.before.citation for row in rows if row.before} == before
    assert {row.after.citation for row in rows if row.after} == after


def test_a_text_known_in_part_calls_nothing_gone_that_was_not_seen(library: Library) -> None:
    book = library.books["measures-2026"]
    found = compared(
        library.documents["measures-2025-draft"].provisions, book.provisions, book.redlines
    )
    assert {row.became for row in found} == {"same", "changed", "unseen"}
    changed = {steps(row).partition("/")[0] for row in found if row.became == "changed"}
    assert changed == {f"art-{n}" for n in (2, 3, 4, 5, 6, 7, 9, 11, 12, 34, 35, 37)}


def test_equal_texts_have_no_row_that_differs(library: Library) -> None:
    draft = library.documents["measures-2025-draft"]
    assert {row.became for row in compared(draft.provisions, draft.provisions)} == {"same"}
