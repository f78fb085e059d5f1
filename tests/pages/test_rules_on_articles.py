"""An article's page shows the rules that rest on it, and only those."""

import re
from collections.abc import Callable

import pytest

from lawbook.law.citation import Citation
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages.rules_by_provision import RulesByProvision

Made = dict[str, Page]


def section(made: Made, citation: str) -> str:
    page = made[f"documents/{citation}.md"].text
    found = re.search(r"## 以本条为依据的规则 .*?(?=\n## |\n<div class=\"cite-as)", page, re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        ("measures-2026/art-16", '#deadline-decision">作出审查决定</a>：<b>{decision}</b>'),
        ("measures-2026/art-16", '#deadline-appeal">提出申诉</a>：<b>{appeal}</b>'),
        (
            "measures-2026/art-16",
            '#duty-decide-in-30-days">在受理申请后{decision}内作出审查决定。</a>',
        ),
        ("measures-2026/art-16", '#step-general-decide">一般程序第6步</a>'),
        ("measures-2026/art-16", '#row-art-16">审查决定与申诉</a>'),
        ("measures-2025-draft/art-16", '#deadline-re-decision">对理由充分的申诉重新作出决定</a>'),
        ("measures-2025-draft/art-20", '#step-simplified-review">简易程序第2步</a>'),
        ("general-measures-2023/art-44", '#deadline-listed-registration">登记清单内的活动</a>'),
        ("interpretation-2026/q-3", "#procedure-general"),
        ("beijing-2024/part-2/item-2", '#deadline-beijing-annual-reports">'),
        ("measures-2026/annex/item-1", '#row-annex">复核清单的三类活动</a>'),
        ("measures-2026/art-15", '#criterion-well-being">人类福祉</a>'),
    ],
)
def test_a_rule_stands_on_the_page_of_its_ground(
    citation: str, words: str, made: Made, spelled: Callable[[str], str]
) -> None:
    assert spelled(words) in section(made, citation)


def test_what_is_only_compared_does_not_count(made: Made, library: Library) -> None:
    asked = library.rules.decision.question("work")
    assert asked is not None
    assert "measures-2025-draft/art-2/par-1" in map(str, asked.see)
    assert "#question-work" not in section(made, "measures-2025-draft/art-2")


def test_what_rests_on_the_draft_says_so_on_the_draft_page(made: Made) -> None:
    shown = section(made, "measures-2025-draft/art-20")
    assert "conf--draft" in shown
    assert "conf--official" not in shown


def test_a_blank_of_the_crosswalk_is_visible_on_the_article(made: Made) -> None:
    assert '<small>北京</small> <span class="blank"' in section(made, "measures-2026/art-16")


def test_a_provision_without_rules_shows_no_section(made: Made) -> None:
    assert section(made, "interpretation-2026/q-1") == ""


def test_a_document_without_pages_of_provisions_shows_its_rules_itself(made: Made) -> None:
    page = made["documents/pilot-programme-2026/index.md"].text
    assert "## 以本文件为依据的规则 {#rules" in page
    assert "#duty-pilot-due" in page
    assert "{#rules" not in made["documents/measures-2026/index.md"].text


def test_every_rule_stands_on_a_page_of_a_provision_it_names(library: Library) -> None:
    resting = RulesByProvision(library)
    pages = [p.citation for holder in library.holders for p in library.pages(holder.key)]
    pages += [Citation(holder.key) for holder in library.holders]
    shown = {duty.key for page in pages for duty in resting.on(page).obligations}
    assert shown == {duty.key for duty in library.rules.obligations.obligations}
    deadlines = {one.key for page in pages for one in resting.on(page).deadlines}
    assert deadlines == {one.key for one in library.rules.deadlines.deadlines}


def test_a_page_that_does_not_exist_has_no_rules(library: Library) -> None:
    assert not RulesByProvision(library).on(Citation.parse("measures-2026/art-99"))
