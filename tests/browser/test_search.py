"""The search box as a reader uses it: typing, pasting, an input method, keys, filters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from patience import becomes, drawn, settle, until
from playwright.sync_api import Browser, Page, Route, expect
from searchbox import BOX, META, RESULTS, open_search, type_words

from params import deep


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("叫停项目", r"/faq/[^#]*#stop"),
        deep("zhuanjia fuhe", r"/guides/re-review/"),
        deep("专家复核", r"/guides/re-review/"),
        deep("第十六条", r"/documents/measures-2026/art-16/"),
        deep("72小时", r"/measures-2026/art-27/|#urgent|#emergency"),
        deep("專家覆核", r"/guides/re-review/"),
    ],
)
def test_enter_opens_what_was_meant(words: str, where: str, page: Page) -> None:
    open_search(page)
    type_words(page, words)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(META)).to_have_text(re.compile("(^|，)找到"))
    settle(page, 800)  # what comes behind the first answer must not empty the list
    expect(page.locator(META)).to_have_text(re.compile("(^|，)找到"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(where))


def test_hits_are_grouped_marked_and_badged(page: Page) -> None:
    open_search(page)
    type_words(page, "第十六条 申诉")
    head = page.locator("h1", has_text="征求意见稿")
    group = page.locator(".md-search-result__item", has=head).first
    expect(group.locator("h1")).to_have_count(1)
    expect(group.locator(".found--draft").first).to_be_visible()
    expect(page.locator(".md-search-result mark", has_text="申诉").first).to_be_visible()


@pytest.mark.deep
def test_results_fill_the_window_at_first_and_all_come_as_a_reader_goes_on(page: Page) -> None:
    open_search(page)
    type_words(page, "伦理审查委员会")
    expect(page.locator(META)).to_have_text(re.compile(r"在 \d+ 份"))
    settle(page, 800)
    said = re.search(r"在 (\d+) 份", page.locator(META).inner_text())
    assert said is not None
    groups, pane = page.locator(".md-search-result__item"), page.locator(".md-search__scrollwrap")
    assert 3 <= groups.count() < 10 < int(said[1])
    assert pane.evaluate("one => one.scrollHeight > 1.3 * one.clientHeight")
    for _ in range(int(said[1])):
        for way in (-100, 1_000_000):  # the theme looks at a reader who comes to the end
            pane.evaluate("(one, way) => one.scrollBy(0, way)", way)
            settle(page, 60)
    expect(groups).to_have_count(int(said[1]))


def test_pasted_and_spoken_text_is_searched_and_marked_on_the_page_that_opens(page: Page) -> None:
    open_search(page)
    page.evaluate(
        """() => { const box = document.querySelector("[data-md-component=search-query]");
        box.value = "叫停项目"; box.dispatchEvent(new InputEvent("input", {bubbles: true})); }"""
    )
    page.locator(RESULTS, has_text="叫停").first.click()
    expect(page.locator("article mark").first).to_be_visible()


def test_an_input_method_at_work_finds_already(page: Page) -> None:
    open_search(page)
    page.locator(BOX).press_sequentially("a")
    session = page.context.new_cdp_session(page)
    page.locator(BOX).fill("")
    for half in ("z", "zhuan", "zhuan'jia", "zhuan'jia'fu'h"):
        session.send(
            "Input.imeSetComposition",
            {"text": half, "selectionStart": len(half), "selectionEnd": len(half)},
        )
    expect(page.locator(META)).to_contain_text("专家复核")
    expect(page.locator(META)).not_to_contain_text("没有找到")
    session.send("Input.insertText", {"text": "专家复核"})
    expect(page.locator(BOX)).to_have_value("专家复核")
    expect(page.locator(META)).to_contain_text(re.compile(r"^找到"))


@pytest.mark.parametrize(
    ("kind", "where"),
    [
        deep("条文", r"/documents/"),
        ("职责与权利", r"/tools/(obligations|deadlines|procedures)/"),
        deep("指引", r"/(guides|faq|glossary|start)/?"),
        deep("表单", r"/forms/"),
    ],
)
def test_a_filter_leaves_one_kind(kind: str, where: str, page: Page) -> None:
    open_search(page)
    type_words(page, "经费来源" if kind == "表单" else "登记")
    expect(page.locator(RESULTS).first).to_be_visible()
    before = page.locator(META).inner_text()
    page.locator(".search-kinds label", has_text=kind).click()
    expect(page.locator(META)).not_to_have_text(before)
    settle(page)  # the list follows the line above it
    links = page.locator(".md-search-result__item article:has(h2)").locator("..")
    others = """(all, where) => all.slice(0, 5)
      .filter(one => !new RegExp(where).test(one.getAttribute("href"))).length"""
    becomes(page, lambda: links.evaluate_all(others, where), 0)
    if kind == "职责与权利":
        expect(page.locator(RESULTS, has_text="职责与权利").first).to_be_visible()


def test_all_of_it_by_keyboard(page: Page) -> None:
    open_search(page)
    type_words(page, "复核")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(".search-kinds input:checked")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="条文")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator(RESULTS).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/documents/"))


def test_nothing_found_leads_to_the_four_doors(page: Page) -> None:
    open_search(page)
    type_words(page, "ξξξ")
    expect(page.locator(META)).to_contain_text("没有找到")
    for door in ("项目负责人", "伦理委员会和服务中心", "城市主管部门", "条文查询"):
        expect(page.locator(RESULTS, has_text=door)).to_be_visible()


# The widest that the page ever was, as a phone sees it, in any frame from now on.
WIDEST = """() => { window.widest = 0;
  const look = () => {
    const { scrollWidth } = document.documentElement;
    window.widest = Math.max(window.widest, scrollWidth, window.innerWidth);
    requestAnimationFrame(look);
  };
  look(); }"""


def test_results_fit_a_phone_also_while_the_window_opens_and_closes(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto("./")
    page.evaluate(WIDEST)
    page.locator("header label[for=__search]").first.tap()
    type_words(page, "委员会")
    expect(page.locator(RESULTS).first).to_be_visible()
    wide = "els => els.filter(e => e.getBoundingClientRect().right > 360).length"
    settle(page)
    assert page.eval_on_selector_all(".md-search-result__article, .search-kinds label", wide) == 0
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).not_to_be_focused()
    settle(page)
    assert page.evaluate("window.widest") == 360
    context.close()


@pytest.mark.deep
def test_the_theme_still_starts_our_search(page: Page) -> None:
    """When a new theme starts its search in another way, this says so."""
    started: list[str] = []
    page.on("worker", lambda worker: started.append(worker.url))
    page.goto("./")
    until(page, "() => !!lawbookData.held.get('search/worker')")
    open_search(page)
    type_words(page, "叫停项目")
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()
    assert started == []


def test_a_page_fetches_nothing_of_the_search_before_it_is_used(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("./")
    drawn(page)
    settle(page)
    assert [url for url in asked if "guide/search/" in url and "search_index" not in url] == []
    page.keyboard.press("/")
    until(page, "() => !!lawbookData.held.get('search/engine')")
    assert any("/search/engine.js?v=" in url for url in asked)


@pytest.mark.deep
def test_more_results_do_not_take_the_place_of_who_reads_them(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/texts.js*", hold)
    open_search(page)
    type_words(page, "委员会")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first).to_be_focused()
    said = page.locator(META).inner_text()
    settle(page, 200)
    assert len(held) == 1
    with page.expect_response("**/search/texts.js*"):
        held[0].continue_()
    settle(page, 800)
    expect(page.locator(RESULTS).first).to_be_focused()
    expect(page.locator(META)).to_have_text(said)
    page.get_by_role("textbox", name="搜条文、搜词语").focus()
    expect(page.locator(META)).not_to_have_text(said)


@pytest.mark.deep
def test_it_works_where_a_page_may_connect_to_nothing(browser: Browser, address: str) -> None:
    """The small files come as scripts, so that a strict policy allows them."""
    policy = "script-src 'self'; connect-src 'none'; worker-src 'none'"
    context = browser.new_context(base_url=address)
    page = context.new_page()

    def strict(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    page.route("**/downloads/", strict)
    page.goto("downloads/")
    # The theme's own inline scripts are stopped by this policy: we ask in its place.
    page.evaluate(
        """() => { const search = new Worker("/assets/workers/search.js");
        search.addEventListener("message", (event) => {
          if (event.data.count > 3) document.body.dataset.found = event.data.say;
        });
        search.postMessage({ type: 2, data: "叫停项目" }); }"""
    )
    expect(page.locator("body")).to_have_attribute("data-found", re.compile("找到"))
    context.close()


@pytest.mark.deep
def test_it_works_from_a_folder_on_disk(browser: Browser, root: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    open_search(page, (root / "site/index.html").as_uri())
    type_words(page, "叫停项目")
    expect(page.locator(RESULTS, has_text="叫停").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/site/faq/index.html"))
    assert said == []
    context.close()
