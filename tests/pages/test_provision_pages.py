import re

import pytest

from lawbook.library.library import Library
from lawbook.library.page import Page

Made = dict[str, Page]
# The articles of which words in force were seen, 13 and 33 in part.
SEEN = {*range(1, 14), *range(33, 38)}


def text(made: Made, citation: str) -> str:
    return made[f"documents/{citation}.md"].text


@pytest.mark.parametrize("number", range(1, 38))
def test_each_article_of_the_measures_has_a_page_with_its_change_and_the_draft(
    number: int, made: Made
) -> None:
    page = text(made, f"measures-2026/art-{number}")
    assert "## 与征求意见稿相比 {#change}" in page
    assert ("不是《办法》的文字，仅供对照" in page) == (number not in SEEN)
    assert ("## 现行文字 {#text .unseen-words}" in page) == (number in SEEN)
    assert "## 原文" not in page


@pytest.mark.parametrize(
    ("document", "count", "around"),
    [
        ("measures-2025-draft", 40, 2),
        ("interpretation-2026", 5, 1),
        ("beijing-2024", 21, 2),
        ("measures-2026", 40, 3),  # and the page that compares it with the draft
    ],
)
def test_every_provision_that_readers_cite_has_a_page(
    document: str, count: int, around: int, made: Made
) -> None:
    found = [path for path in made if path.startswith(f"documents/{document}/")]
    assert len(found) == count + around  # the reading page, and the compilation if there is one


def test_every_article_of_2023_that_facts_are_held_of_has_a_page(
    library: Library, made: Made
) -> None:
    for provision in library.books["general-measures-2023"].walk():
        if provision.step.unit == "art":
            assert f"documents/{provision.citation}.md" in made


def test_a_provision_known_only_from_the_draft_says_so(made: Made) -> None:
    assert "本条内容目前只见于征求意见稿" in text(made, "measures-2026/art-18")
    assert "本条内容目前只见于征求意见稿" not in text(made, "measures-2026/art-16")


def test_the_final_page_puts_facts_before_the_draft(made: Made) -> None:
    page = text(made, "measures-2026/art-16")
    assert page.index("{#known}") < page.index("{#change}") < page.index("{#draft")


def test_words_in_force_come_first_then_what_became_of_the_draft(made: Made) -> None:
    page = text(made, "measures-2026/art-12")
    assert page.index("{#text") < page.index("{#change}") < page.index("{#known}")
    assert "据公开副本整理，未与官方文本核对。" in page
    assert "科技伦理风险评估情况、防控及应急处理预案，包括" in page
    assert (
        '预期应用<del><span class="unseen-words">〔删去：</span>、误用及滥用'
        '<span class="unseen-words">〕</span></del>带来的' in page
    )
    assert (
        '<ins><span class="unseen-words">〔新增：</span>科技伦理风险的监测预警措施，对可能'
        '<span class="unseen-words">〕</span></ins>' in page
    )


def test_an_article_seen_in_part_says_where_the_known_words_end(made: Made) -> None:
    page = text(made, "measures-2026/art-13")
    assert '根据不同程序<span class="unseen">〔后面的文字没有见到〕</span>' in page
    assert '<span class="not-seen">要求采取线下会议' in page
    page = text(made, "measures-2026/art-33")
    assert '<span class="unseen">〔前面的文字没有见到〕</span>人民政府确定的' in page
    assert '<span class="not-seen">本办法涉及期限的规定' in page


def test_what_looks_odd_in_the_copy_is_to_be_checked(made: Made) -> None:
    odd = {"measures-2026/art-2": "照副本写出", "measures-2026/art-33": "看得出一个“级”字"}
    for article, words in odd.items():
        assert f"<b>请核对：</b>副本{'作' if article.endswith('art-2') else '在'}" in text(
            made, article
        )
        assert words in text(made, article)
        assert words in text(made, "measures-2026/redline")
    assert "请核对：</b>" not in text(made, "measures-2026/art-12")


def test_one_page_compares_all_articles_and_the_annex(made: Made) -> None:
    page = text(made, "measures-2026/redline")
    for number in range(1, 38):
        assert page.count(f"{{#art-{number}}}") == 1
    assert page.count("verbatim--redline") == len(SEEN) + 3  # the items of the annex
    assert page.count("《办法》正式文本的文字没有见到") == 37 - len(SEEN)
    assert '<b class="v-head">一、</b>' in page


def test_the_draft_says_that_it_is_superseded_and_by_what(made: Made) -> None:
    page = text(made, "measures-2025-draft/art-12")
    assert "这是征求意见稿，不是现行规定" in page
    assert 'href="../../measures-2026/art-12/"' in page


def test_an_article_shows_reading_local_rule_fields_and_neighbours(made: Made) -> None:
    page = text(made, "measures-2026/art-12")
    for words in ("官方解读", "地方对应规定", "以本条为依据的表单栏目", 'rel="prev"', 'rel="next"'):
        assert words in page
    assert "verbatim--reading" in page
    assert "../../../forms/review-application/#field-" in page


def test_the_first_and_last_article_have_one_neighbour(made: Made) -> None:
    assert 'rel="prev"' not in text(made, "measures-2025-draft/art-1")
    assert 'rel="next"' not in text(made, "measures-2025-draft/annex/item-3")


def test_an_item_of_beijing_names_its_units(made: Made) -> None:
    page = text(made, "beijing-2024/part-2/item-1")
    assert "<b>责任单位</b>" in page
    assert "没有指明牵头单位" in page
    assert page.count('class="duty"') == 1
    assert text(made, "beijing-2024/part-4/item-3").count('class="duty"') == 2


def test_an_expert_never_looks_official(made: Made) -> None:
    for path, page in made.items():
        if path.startswith("documents/expert-view-2024/"):
            assert "auth--official" not in page.text
            assert "不是规定" in page.text


def test_facts_of_the_measures_never_carry_the_badge_of_official_text(made: Made) -> None:
    for number in range(1, 38):
        page = text(made, f"measures-2026/art-{number}")
        badges = re.search(r'<p class="badges">.*?</p>', page)
        assert badges is not None
        assert "auth--official" not in badges[0]


def test_every_fact_stands_once_with_its_anchor(library: Library, made: Made) -> None:
    for book in library.books.values():
        whole = "".join(
            page.text for path, page in made.items() if path.startswith(f"documents/{book.key}/")
        )
        for fact in book.facts:
            assert whole.count(f'id="{fact.anchor}"') == 1, fact.id
