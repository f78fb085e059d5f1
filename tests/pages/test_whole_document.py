"""汇编: whole documents on one page, for paper."""

import re

import pytest

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import whole_document

Made = dict[str, Page]


def test_documents_with_pages_are_compiled_but_not_the_reading(library: Library) -> None:
    assert set(whole_document.compiled(library)) == {
        "beijing-2024", "general-measures-2023", "measures-2025-draft", "measures-2026",
        "pilot-plan-2026",
    }  # fmt: skip


@pytest.mark.parametrize("document", ["measures-2025-draft", "beijing-2024", "measures-2026"])
def test_every_provision_stands_there_once_in_its_order(
    library: Library, made: Made, document: str
) -> None:
    text = made[f"documents/{document}/print.md"].text
    body = text[text.index("## 目录") :]
    wanted = [one.citation.anchor for one in library.pages(document)]
    contents, rest = body.split("</ol>", 1)
    listed = re.findall(r'href="#([^"]+)"', contents)
    headed = re.findall(r"^#{2,5} .*\{#([^}]+)\}$", rest, re.MULTILINE)
    assert [one for one in listed if one in wanted] == wanted
    assert [one for one in headed if one in wanted] == wanted


def test_the_whole_text_of_the_draft_is_there(library: Library, made: Made) -> None:
    page = made["documents/measures-2025-draft/print.md"].text
    assert page.count('class="v v--') == made["documents/measures-2025-draft/index.md"].text.count(
        'class="v v--'
    )


def test_every_fact_of_the_measures_is_there(library: Library, made: Made) -> None:
    page = made["documents/measures-2026/print.md"].text
    assert page.count('class="fact-item__words"') == len(library.books["measures-2026"].facts)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("documents/measures-2025-draft/art-16.md", "征求意见稿，已被取代"),
        ("documents/measures-2026/art-16.md", "本指南编写，不是《办法》的原文"),
        ("documents/measures-2026/print.md", "未与官方文本核对；其余由本指南编写"),
        ("documents/beijing-2024/index.md", "《北京实施意见》的原文（地方文件，现行有效）"),
        ("documents/expert-view-2024/index.md", "本指南编写，不是"),
    ],
)
def test_a_page_knows_whose_words_it_gives(made: Made, path: str, words: str) -> None:
    line = next(one for one in made[path].text.splitlines() if one.startswith("whose: "))
    assert words in line


def test_the_page_of_the_reading_lists_the_questions_and_gives_no_answer(
    library: Library, made: Made
) -> None:
    page = made["documents/interpretation-2026/index.md"].text
    assert page.count('<p class="answered">答复见') == 5
    answers = [
        part.text
        for question in library.documents["interpretation-2026"].provisions
        if question.step.unit == "q"
        for part in question.walk()
        if part.step.unit == "par" and part.text
    ]
    assert len(answers) == 10
    assert [one for one in answers if one[:20] in page] == []
    assert answers[0][:20] in made["documents/interpretation-2026/q-1.md"].text


def test_words_that_were_seen_stand_before_the_facts(made: dict[str, Page]) -> None:
    page = made["documents/measures-2026/print.md"].text
    assert page.count("verbatim--copy") == 21  # 18 articles and the three items of the annex
    assert page.index("有关要求，设立人工智能科技伦理委员会") > page.index("{#art-9}")
    assert "本指南未收录官方文本。" in page
