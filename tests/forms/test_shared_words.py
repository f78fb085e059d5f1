"""What both languages share stands in one place: the page's module is made from Python's."""

from __future__ import annotations

from pathlib import Path

from lawbook.site import shared_words

NOT_YET = {"plan_paper.js"}  # patterns of the plan's rules stand in both languages


def test_the_module_of_the_page_is_fresh(root: Path) -> None:
    committed = (root / shared_words.FILE).read_text(encoding="utf-8")
    assert committed == shared_words.script(), "run `make schemas`"


def test_no_shared_text_is_typed_a_second_time(root: Path) -> None:
    """A script that needs one of them imports it: no literal says the same again."""
    told = [one for one in shared_words.shared().values() if isinstance(one, str) and len(one) > 6]
    long = [shared_words.spelt(one)[1:-1] for one in told]
    assert len(long) > 10
    for file in sorted((root / shared_words.FILE).parent.glob("*.js")):
        if file.name in {shared_words.FILE.name, *NOT_YET}:
            continue
        script = file.read_text(encoding="utf-8")
        assert [one for one in long if one in script] == [], file.name
