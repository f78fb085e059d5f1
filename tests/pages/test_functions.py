import re
from collections.abc import Callable

import pytest

from lawbook.library.holdings import UnknownCitation
from lawbook.pages.functions import Functions

On = Callable[[str], Functions]


def test_cite_links_and_marks_what_is_not_in_force(on: On) -> None:
    page = on("guides/procedure.md")
    link = page.cite("measures-2026/art-16")
    assert (
        link == '<a class="cite" href="../../documents/measures-2026/art-16/">《办法》第十六条</a>'
    )
    marked = page.cite("measures-2025-draft/art-16/par-1", "草稿的写法")
    assert "#art-16-par-1" in marked
    assert "auth--draft" in marked
    assert "auth--" not in page.cite("measures-2025-draft/art-16/par-1")  # its name says so


def test_a_fact_says_how_sure_it_is_and_leads_to_where_it_stands(on: On) -> None:
    shown = on("faq.md").fact("measures-2026#art-16-appeal-days")
    assert "仅见于征求意见稿" in shown
    assert 'href="../documents/measures-2026/art-16/#fact-art-16-appeal-days"' in shown


def test_a_quotation_says_whose_words_they_are_and_has_no_ids(on: On) -> None:
    shown = on("faq.md").quote("interpretation-2026/q-4/par-2")
    assert "官方解读" in shown
    assert "verbatim--reading" in shown
    assert " id=" not in shown


def test_pages_are_linked_as_files_in_markdown_and_as_addresses_in_html(on: On) -> None:
    page = on("start/lead.md")
    assert page.page("guides/procedure#appeal") == "../guides/procedure.md#appeal"
    assert page.url("guides/procedure#appeal") == "../../guides/procedure/#appeal"
    assert page.page("documents/measures-2026") == "../documents/measures-2026/index.md"


def test_a_download_names_its_size(on: On) -> None:
    shown = on("downloads.md").download("pilot-plan", "blank")
    assert 'href="../files/pilot-plan-blank.docx" download="' in shown
    assert re.search(
        r"行动实施方案（空白模板）\.docx\">.*（Word 文件，34 KB，\d{4}-\d\d-\d\d）", shown
    )


def test_dates_are_read_from_facts_and_left_to_the_browser_to_compare(on: On) -> None:
    page = on("index.md")
    assert page.date("pilot-programme-2026#plans-due") == "2026年5月20日"
    due = page.due("pilot-programme-2026#plans-due")
    assert due == '2026年5月20日前<span data-due="2026-05-20"></span>'
    period = ("pilot-programme-2026#running-start", "pilot-programme-2026#running-end")
    assert page.period(*period).startswith("2026年6月1日至2026年11月30日<span data-from=")


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda page: page.cite("measures-2026/art-99"), "没有 measures-2026/art-99；现有："),
        (lambda page: page.fact("measures-2026#art-16"), "没有事实 measures-2026#art-16"),
        (lambda page: page.quote("measures-2025-draft"), "是整份文件"),
        (lambda page: page.mark("sure"), "没有标记 sure；可写：official、reading、two"),
        (lambda page: page.source("measures"), "没有来源 measures；相近的有："),
        (lambda page: page.page("guides/procedures"), "相近的有：guides/procedure"),
        (lambda page: page.download("pilot-plan", "filled"), "没有下载文件 pilot-plan filled"),
        (lambda page: page.date("measures-2026#number"), "没有日期（value）"),
    ],
)
def test_a_name_that_does_not_exist_names_what_does(
    call: Callable[[Functions], object], words: str, on: On
) -> None:
    with pytest.raises(UnknownCitation, match=words):
        call(on("faq.md"))
