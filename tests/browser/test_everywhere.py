"""The same pages without scripts and on paper."""

from patience import ends
from playwright.sync_api import Browser, Page, expect


def test_without_scripts_links_and_the_report_still_serve(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("documents/measures-2025-draft/art-12/")
    page.get_by_role("link", name="第十二条第一款的固定链接").click()
    ends(page, "art-12/#art-12-par-1")
    page.goto("correct/")
    expect(page.locator("#report-text")).to_contain_text("条款编号：")
    expect(page.get_by_label("现在的写法")).to_be_hidden()
    context.close()


def test_paper_shows_the_text_and_nothing_to_click(page: Page) -> None:
    page.goto("documents/measures-2025-draft/art-12/")
    page.emulate_media(media="print")
    for gone in (".crumbs", ".contents", ".neighbours", ".permalink", ".md-header"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".verbatim").first).to_be_visible()
    expect(page.locator(".page-foot")).to_contain_text("事实核对于")
