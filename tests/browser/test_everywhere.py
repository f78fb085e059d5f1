"""The same pages on a phone, in the dark, without scripts, on paper."""

from patience import becomes, ends
from playwright.sync_api import Browser, Page, expect


def test_it_follows_the_system_and_can_be_told(page: Page) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="dark")
    page.goto("./")
    becomes(page, background, "rgb(20, 26, 33)")
    page.get_by_title("当前跟随系统，切换为浅色").click()
    becomes(page, background, "rgb(255, 255, 255)")


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
