"""A reader's way: home, an article, a link to keep, a file to fill."""

import io
import re

import docx
import pytest
from playwright.sync_api import Page, expect

from params import deep


def test_from_home_to_an_article_to_a_word_file(page: Page) -> None:
    page.goto("./")
    page.get_by_role("link", name="第十二条", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("第十二条 申请")
    page.locator(".fields a").first.click()
    expect(page).to_have_url(re.compile(r"/guide/forms/review-application/#field-"))
    with page.expect_download() as downloading:
        page.locator("a.download").first.click()
    path = downloading.value.path()
    assert docx.Document(io.BytesIO(path.read_bytes())).tables


def test_a_permanent_link_is_copied_and_leads_back(page: Page, address: str) -> None:
    page.goto("documents/measures-2025-draft/art-12/")
    page.get_by_role("link", name="第十二条第一款第（二）项的固定链接").click()
    expect(page.get_by_role("status")).to_have_text("链接已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}documents/measures-2025-draft/art-12/#art-12-par-1-item-2"
    page.goto(copied)
    expect(page.locator("#art-12-par-1-item-2")).to_be_in_viewport()


def test_the_reading_page_and_the_article_share_anchors_and_links(page: Page) -> None:
    page.goto("documents/measures-2025-draft/#art-16-par-2")
    expect(page.locator("#art-16-par-2")).to_be_in_viewport()
    link = page.locator("#art-16-par-2 .permalink")
    expect(link).to_have_attribute("href", re.compile("art-16/#art-16-par-2$"))


def test_draft_and_final_text_lead_to_each_other(page: Page) -> None:
    page.goto("documents/measures-2025-draft/art-16/")
    page.locator(".notice--draft a").click()
    expect(page).to_have_url(re.compile(r"/documents/measures-2026/art-16/$"))
    page.locator("figcaption a", has_text="《办法（征求意见稿）》第十六条").click()
    expect(page).to_have_url(re.compile(r"/documents/measures-2025-draft/art-16/$"))


@pytest.mark.parametrize(
    "words",
    ["责任可追溯", *(deep(one) for one in ("专家复核", "72小时"))],
)
def test_a_word_is_found(words: str, page: Page) -> None:
    page.goto("./")
    page.locator("[data-open-search]").click()
    expect(page.get_by_role("textbox", name="搜条文、搜词语")).to_be_focused()
    page.keyboard.type(words)
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    results.first.locator("a").first.click()
    expect(page).to_have_url(re.compile(r"/guide/.+"))


def test_an_error_is_reported_with_citation_page_and_date(page: Page) -> None:
    page.goto("documents/measures-2026/art-12/")
    page.get_by_role("link", name="报告本条的错误").click()
    page.get_by_label("现在的写法").fill("三类")
    page.get_by_role("button", name="复制报告").click()
    expect(page.get_by_role("status")).to_have_text("报告已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "条款编号：measures-2026/art-12\n" in copied
    assert "/guide/documents/measures-2026/art-12/\n" in copied
    assert "现在的写法：三类\n" in copied
    assert re.search(r"事实核对于\d{4}-\d\d-\d\d", copied)


def test_what_the_address_bar_says_is_not_trusted(page: Page) -> None:
    page.goto("correct/?at=<img src=x>/x")
    expect(page.get_by_label("条款编号")).to_have_value("")
