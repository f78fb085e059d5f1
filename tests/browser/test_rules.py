"""A deadline or a duty is found at once, with and without scripts, on paper too."""

import re

import pytest
from patience import becomes, ends
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def plain(browser: Browser, address: str) -> Page:
    """A phone without scripts."""
    context = browser.new_context(
        base_url=address, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    return context.new_page()


def test_a_deadline_stands_on_the_home_page_and_leads_to_its_basis(page: Page) -> None:
    page.goto("./")
    row = page.locator(".terms > div", has_text="作出审查决定")
    expect(row).to_contain_text("30日")
    row.get_by_role("link", name="作出审查决定").click()
    expect(page.get_by_role("heading", name="作出审查决定")).to_be_in_viewport()


def test_a_duty_of_a_locality_is_two_steps_from_the_tools(page: Page) -> None:
    page.goto("tools/")
    page.locator(".door").get_by_role("link", name="职责与权利清单").click()
    page.locator(".finder").first.get_by_role("link", name=re.compile("^地方 ")).click()
    expect(page.locator("#duties-nation-locality")).to_be_in_viewport()
    expect(page.locator("#duty-re-review-answer")).to_contain_text(
        "在收到复核申请后30日内反馈复核意见。"
    )


def test_the_text_of_a_tool_needs_no_script(plain: Page) -> None:
    plain.goto("tools/deadlines/")
    expect(plain.locator("#tool-deadlines")).to_be_hidden()
    expect(plain.get_by_text("3个工作日", exact=True)).to_be_visible()
    plain.goto("tools/navigator/")
    plain.get_by_role("link", name="自测的规则").click()
    ends(plain, "tools/outcomes/")
    expect(plain.locator("#question-people")).to_be_visible()
    plain.goto("tools/obligations/")
    plain.get_by_text("按环节找").click()
    expect(plain.locator(".index li").first).to_be_visible()
    plain.context.close()


def test_a_row_becomes_a_card_on_a_phone(plain: Page) -> None:
    plain.goto("tools/deadlines/")
    cell = plain.locator("td[data-label=多长]").first
    expect(cell).to_be_visible()
    becomes(plain, lambda: (cell.bounding_box() or {"width": 0})["width"] > 300, True)
    expect(plain.locator(".sheet thead").first).to_be_hidden()
    plain.context.close()


def test_the_list_of_duties_prints_as_a_sheet_to_decide_on(page: Page) -> None:
    page.goto("tools/obligations/")
    expect(page.locator("th.sheet__empty").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("th.sheet__empty").nth(0)).to_have_text("决定")
    expect(page.locator("th.sheet__empty").nth(1)).to_have_text("备注")
    expect(page.locator("#duty-decide-in-30-days .sheet__empty").first).to_be_visible()
    expect(page.locator(".signature")).to_be_visible()
    for gone in (".finder", ".index"):
        expect(page.locator(gone).first).to_be_hidden()


def test_a_lawyer_can_sign_the_navigator(page: Page) -> None:
    page.goto("tools/outcomes/")
    table = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="全部结果"))
    expect(table).to_contain_text("全部结果（CSV 文件，")
    page.emulate_media(media="print")
    expect(page.locator(".signature th")).to_have_text(["审阅人", "意见", "签名", "日期"])
    expect(page.locator(".signature__what")).to_have_text(
        re.compile("^自测，内容校验值 [0-9a-f]{16}，事实核对于")
    )


def test_an_article_leads_to_its_deadline(page: Page) -> None:
    page.goto("documents/measures-2026/art-23/")
    page.locator(".rests").get_by_role("link", name="反馈专家复核意见").click()
    expect(page).to_have_url(re.compile("/tools/deadlines/#deadline-re-review-answer$"))


def test_data_and_schemas_can_be_fetched(page: Page) -> None:
    page.goto("about/data/")
    links = page.locator(".sheet--data a")
    expect(links).to_have_count(26)
    for number in range(links.count()):
        answer = page.request.get(str(links.nth(number).evaluate("a => a.href")))
        assert answer.ok
        assert answer.json()


@pytest.mark.deep
def test_a_caption_stands_upright(page: Page) -> None:
    page.goto("guides/procedure/")
    for caption in page.locator("figcaption").all():
        expect(caption).to_have_css("font-style", "normal")
