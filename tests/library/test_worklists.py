"""All that rests on a changed provision is on the list, and holds the check until it is signed."""

import datetime
import re
import sys
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.checks.changes import every_item_of_a_work_list_is_signed
from lawbook.law.comparison import Row, compared
from lawbook.law.proposal import proposal
from lawbook.law.worklist import work_list
from lawbook.library.library import Library
from lawbook.library.worklists import dependents, signed, text

sys.path.insert(0, str(Path(__file__).parents[1] / "law"))
from seeded import WORDS, final


@pytest.fixture(scope="module")
def rows(root: Path, library: Library) -> tuple[Row, ...]:
    raw = (root / "data/sources/measures-2025-draft.txt").read_text(encoding="utf-8")
    draft = library.documents["measures-2025-draft"]
    made = proposal(final(raw), "measures-2026", draft)
    return compared(draft.provisions, made.document.provisions)


@pytest.fixture(scope="module")
def items(library: Library, rows: tuple[Row, ...]) -> list[dict[str, str]]:
    return list(dependents(library, rows))


def test_everything_that_names_a_changed_article_is_on_the_list(
    root: Path, rows: tuple[Row, ...], items: list[dict[str, str]]
) -> None:
    """Counted by reading the files as text, which knows nothing of how the list is made."""
    changed = {
        str(part.citation.steps[0])
        for row in rows
        if row.became != "same"
        for part in (row.before, row.after)
        if part is not None and part.step.unit != "ch"
    }
    assert {place.partition("/")[0] for _, _, place in WORDS} <= changed
    listed = {item["rests"].split(" ")[0] for item in items}
    token = re.compile(r"measures-202(?:6|5-draft)/((?:art-[0-9]+|annex)\b)")
    wanted, found = 0, 0
    facts = yamlfile.read(root / "data/facts/measures-2026.yml").tree
    for fact in facts["facts"]:
        named = {
            m[1] for one in (fact["provision"], *fact.get("basis", ())) for m in token.finditer(one)
        }
        if named & changed:
            wanted += 1
            found += f"measures-2026#{fact['key']}" in listed
    for name in ("deadlines", "obligations"):
        for rule in yamlfile.read(root / f"data/rules/{name}.yml").tree[name]:
            named = {m[1] for one in rule["basis"] for m in token.finditer(one)}
            if named & changed:
                wanted += 1
                found += f"{name}/{rule['key']}" in listed
    print(f"{found} of {wanted} dependents on the list")
    assert wanted > 100
    assert found == wanted


def test_an_open_item_is_a_fault_with_its_line_until_somebody_signs(
    library: Library, items: list[dict[str, str]]
) -> None:
    made = text("measures-2026", "measures-2025-draft", items)
    held = work_list(yamlfile.parse(made, "data/worklists/measures-2026.yml"))
    assert len(held.open) == len(items)
    open_ = library.__class__(root=library.root, work_lists={"measures-2026": held})
    faults = [str(one) for one in every_item_of_a_work_list_is_signed(open_)]
    assert len(faults) == len(items)
    assert faults[0].startswith("data/worklists/measures-2026.yml:5: ")
    ids = {"measures-2026#art-16-days"}
    after = signed(made, ids, ("王核", datetime.date(2030, 1, 2)))
    again = work_list(yamlfile.parse(after, "data/worklists/measures-2026.yml"))
    closed = [item for item, _ in again.items if item.signed]
    assert {item.rests.split(" ")[0] for item in closed} == ids
    assert {(item.signed, str(item.day)) for item in closed} == {("王核", "2030-01-02")}
    assert signed(after, ids, ("李核", datetime.date(2030, 1, 3))) == after
