"""What a reader does around the search: goes to a result and back, goes on with Tab, is quick."""

from __future__ import annotations

import re

import pytest
from patience import becomes, until
from playwright.sync_api import Browser, Page, Route, expect
from searchbox import BOX, META, RESULTS, open_search, type_words

TOGGLE = "document.querySelector('[data-md-toggle=search]')"


@pytest.mark.deep
def test_whoever_types_sees_results_though_the_theme_has_closed_the_search(page: Page) -> None:
    """So it is where a page never had the focus, or where the theme answers to the address."""
    open_search(page)
    until(page, f"() => {TOGGLE}.checked")
    page.evaluate(f"{TOGGLE}.click()")
    expect(page.locator(BOX)).to_be_focused()
    assert page.evaluate(f"{TOGGLE}.checked") is False
    type_words(page, "叫停项目")
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()


def test_back_leads_from_a_result_to_the_results(page: Page) -> None:
    open_search(page, "about/#credit")
    type_words(page, "叫停项目")
    expect(page.locator(META)).to_have_text(re.compile("^找到"))
    expect(page).to_have_url(re.compile(r"/about/\?q=[^#]+$"))
    said = page.locator(META).inner_text()
    page.locator(RESULTS, has_text="叫停").first.click()
    expect(page).to_have_url(re.compile("/faq/"))
    page.go_back()
    expect(page.locator(BOX)).to_have_value("叫停项目")
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()
    expect(page.locator(META)).to_have_text(said)
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"/about/$"))
    expect(page.locator(RESULTS).first).to_be_hidden()


@pytest.mark.deep
def test_back_on_the_same_page_leads_to_the_results_too(page: Page) -> None:
    open_search(page, "faq/")
    type_words(page, "叫停项目")
    page.locator(RESULTS, has_text="叫停").first.click()
    expect(page).to_have_url(re.compile(r"/faq/.*#stop$"))
    expect(page.locator(RESULTS).first).to_be_hidden()
    page.go_back()
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()


def test_tab_goes_through_the_results_and_the_words_as_typed_are_one_press_away(page: Page) -> None:
    open_search(page)
    type_words(page, "身诉")
    expect(page.locator(META)).to_contain_text("按“申诉”查找，找到")
    place = f"""() => [...document.querySelectorAll('{RESULTS}, .md-search-result__item summary')]
      .indexOf(document.activeElement)"""
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="仍按原词查找")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="全部")).to_be_focused()
    for wanted in range(3):
        page.keyboard.press("Tab")
        becomes(page, place, wanted)
    page.keyboard.press("Shift+Tab")
    becomes(page, place, 1)
    expect(page.locator(RESULTS).first).to_be_visible()
    page.get_by_role("button", name="仍按原词查找").press("Enter")
    expect(page.locator(META)).to_contain_text("本指南未收录“身诉”")
    expect(page.locator(BOX)).to_be_focused()


def test_words_typed_before_the_scripts_are_there_are_answered(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/search/box.js*", hold)
    page.goto("./", wait_until="commit")
    until(page, "() => !!window.lawbookData && lawbookData.held.has('search/worker')")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.insert_text("叫停项目")  # as an input method or a paste does: without keys
    becomes(page, lambda: len(held), 1)
    held[0].continue_()
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()


def test_the_button_of_the_home_page_gives_the_box_the_focus_at_once(page: Page) -> None:
    """A timer between them would lose what is typed on a busy machine."""
    page.goto("./")
    expect(page.locator("[data-open-search]")).to_be_visible()
    pressed = "document.querySelector('[data-open-search]').click(), document.activeElement.name"
    assert page.evaluate(pressed) == "query"
    page.keyboard.insert_text("叫停项目")
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()


@pytest.mark.deep
def test_enter_waits_for_the_first_answer(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/index.js*", hold)
    open_search(page)
    type_words(page, "叫停项目")
    expect(page.locator(META)).to_have_text("正在查找……")
    page.keyboard.press("Enter")
    becomes(page, lambda: len(held), 1)
    held[0].continue_()
    expect(page).to_have_url(re.compile(r"/faq/[^#]*#stop"))


@pytest.mark.deep
def test_files_that_do_not_come_are_told_and_asked_for_again(
    browser: Browser, address: str
) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/search/index.js*", refuse)
    open_search(page)
    type_words(page, "叫")
    expect(page.locator(META)).to_contain_text("未能读入")
    page.unroute("**/search/index.js*")
    type_words(page, "停")
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()
    context.close()


def test_a_filter_ends_with_its_query(page: Page) -> None:
    open_search(page)
    type_words(page, "登记")
    page.locator(".search-kinds label", has_text="条文").click()
    page.locator(BOX).press("End")
    type_words(page, "表")
    expect(page.get_by_role("radio", name="条文")).to_be_checked()  # still the same query
    page.locator(BOX).fill("申诉")
    expect(page.get_by_role("radio", name="全部")).to_be_checked()
    guides = page.locator(".md-search-result__item a[href*='guides/']")
    expect(guides.first).to_be_attached()
