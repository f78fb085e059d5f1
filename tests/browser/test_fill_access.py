"""The form pages for everyone: axe at every step, the keyboard alone, a phone."""

from __future__ import annotations

import axe
import pytest
from filling import APPLICATION, PLAN, drafts, drafts_box, opened, saved, step, told
from patience import becomes, drawn, fits, settle
from playwright.sync_api import Browser, Page, expect

from params import deep

SHOWN = ".step:not([hidden])"


def steps(page: Page) -> list[str]:
    return [str(one.get_attribute("data-step")) for one in page.locator(".step").all()]


@pytest.mark.parametrize(
    ("address_", "scheme", "some"),
    [
        (APPLICATION, "light", ("team", "finish")),
        deep(APPLICATION, "light", ()),
        deep(APPLICATION, "dark", ()),
        deep(PLAN, "light", ()),
        deep(PLAN, "dark", ()),
    ],
)
def test_axe_finds_nothing_at_any_step(
    page: Page, address_: str, scheme: str, some: tuple[str, ...]
) -> None:
    page.emulate_media(color_scheme=scheme)
    found = axe.colour_faults if scheme == "dark" else axe.faults
    opened(page, address_)
    if not some:  # an untouched form is one of the pages of test_every_page.py
        assert found(page, ".md-content") == []
    page.locator(".fill__form input[type=text]").first.fill("一")
    page.get_by_role("textbox", name="日期").first.fill("明天")
    page.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    drafts_box(page)
    for key in some or steps(page):
        step(page, key)
        page.locator("#summary > details").evaluate("one => { one.open = true }")
        page.evaluate(
            f"document.querySelectorAll('{SHOWN} details').forEach(one => one.open = true)"
        )
        assert found(page, f"#section-{key}") == [], key
    if not some:
        assert found(page, ".md-content") == []
    page.get_by_role("button", name="预览").click()
    page.locator(".bar").get_by_role("button", name="下载 Word").click()
    assert found(page, ".md-content") == []


@pytest.mark.deep
def test_axe_finds_nothing_in_an_example_and_its_findings(page: Page) -> None:
    opened(page, f"{PLAN}#example-pilot-plan-yunlan")
    expect(told(page)).to_contain_text("全文虚构")
    for key in steps(page):
        step(page, key)
        page.evaluate(
            f"document.querySelectorAll('{SHOWN} details').forEach(one => one.open = true)"
        )
        assert axe.faults(page, f"#section-{key}") == [], key
    page.get_by_role("button", name="预览").click()
    assert axe.faults(page, ".md-content") == []


def tab_to(page: Page, selector: str) -> None:
    for _ in range(150):
        if page.evaluate("(one) => document.activeElement.matches(one)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with the Tab key")


def test_by_keyboard_alone_from_the_first_field_to_the_word_file(page: Page) -> None:
    opened(page, PLAN)
    tab_to(page, "#in-city")
    page.keyboard.type("云澜市人民政府")
    tab_to(page, f'{SHOWN} .act--main[href="#section-basic"]')
    page.keyboard.press("Enter")
    expect(page.locator("#title-basic")).to_be_focused()
    tab_to(page, '#field-participants input[value="enterprise"]')
    page.keyboard.press("Space")
    expect(page.locator('#field-participants input[value="enterprise"]')).to_be_checked()
    rows = page.locator("[data-kind=rows]").first
    key = rows.evaluate("one => one.closest('.step').dataset.step")
    tab_to(page, f'{SHOWN} .act--main[href="#section-scheme"]')
    page.keyboard.press("Enter")
    while page.evaluate(f"document.querySelector('{SHOWN}').dataset.step") != key:
        tab_to(page, f"{SHOWN} .step__ways .act--main")
        page.keyboard.press("Enter")
        settle(page, 100)
    tab_to(page, f'{SHOWN} [data-column="name"]')
    page.keyboard.type("甲单位")
    tab_to(page, f'{SHOWN} [data-act="add"]')
    page.keyboard.press("Enter")
    cells = page.locator(f'{SHOWN} [data-column="name"]')
    expect(cells.last).to_be_focused()
    expect(cells.last).to_have_value("")
    page.keyboard.type("乙单位")
    tab_to(page, f'{SHOWN} [data-row="up"]:not([disabled])')
    page.keyboard.press("Enter")
    becomes(page, lambda: [one.input_value() for one in cells.all()], ["乙单位", "甲单位"])
    tab_to(page, '.bar [data-act="check"]')
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_be_focused()
    tab_to(page, "#summary .remarks a")
    page.keyboard.press("Enter")
    expect(page.locator("#in-recommender")).to_be_focused()
    tab_to(page, '.bar [data-act="word"]')
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == (
        "云澜市“人工智能科技伦理审查与服务先导计划”行动实施方案.docx"
    )


def test_every_stop_of_the_tab_key_can_be_seen(page: Page) -> None:
    opened(page)
    step(page, "basic")
    seen: set[str] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break  # round once
        outline, name, covered = page.evaluate(
            """() => { const here = document.activeElement, box = here.getBoundingClientRect();
            const bar = document.querySelector('.bar').getBoundingClientRect();
            const below = box.top >= bar.top && box.bottom <= bar.bottom;
            return [getComputedStyle(here).outlineStyle, here.outerHTML.slice(0, 80),
              below && !here.closest('.bar')]; }"""
        )
        seen.add(outline)
        assert not covered, name
    assert "none" not in seen


@pytest.mark.parametrize("address_", [PLAN, deep(APPLICATION)])
def test_on_a_phone_nothing_is_wider_than_the_screen(
    browser: Browser, address: str, address_: str
) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = opened(context.new_page(), address_)
    page.locator(".fill__form input[type=text]").first.fill("一")
    page.locator(".bar").get_by_role("button", name="检查", exact=True).tap()
    page.locator("#drafts-box > summary").tap()
    for key in steps(page):
        page.goto(page.url.split("#")[0] + f"#section-{key}")
        page.evaluate("document.querySelectorAll('#fill details').forEach(one => one.open = true)")
        settle(page, 50)
        fits(page, 360)
    small = page.evaluate(
        """() => ['button', '.act', 'input', 'summary']
        .flatMap((name) => [...document.querySelectorAll(`#fill ${name}`)])
        .filter((one) => one.offsetParent && !one.closest('.quest__native, .unseen-words'))
        .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 24
          && !one.matches('.option > input')).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert small == []
    context.close()


# How much of the window's height stays covered while a field in the middle is in view.
COVERED = """() => { const top = (one) => one.getBoundingClientRect();
  document.querySelectorAll(".step:not([hidden]) .quest")[4].scrollIntoView({ block: "center" });
  const shown = [".md-header", ".md-tabs", ".bar"].map((one) => document.querySelector(one))
    .filter(Boolean).map(top).filter((one) => one.bottom > 0 && one.top < innerHeight);
  const seen = ({ top: from, bottom }) => Math.min(bottom, innerHeight) - Math.max(from, 0);
  return shown.map(seen).reduce((sum, one) => sum + one, 0) / innerHeight; }"""
EDGE = """(one) => getComputedStyle(document.querySelector(one)).borderLeftColor"""
INSIDE = """() => { const [name, panel] = ["#draft-name", ".desk"].map((one) =>
    document.querySelector(one).getBoundingClientRect());
  return name.left > panel.left && name.right < panel.right; }"""


@pytest.mark.deep
def test_a_form_serves_in_a_small_a_low_and_a_recoloured_window(page: Page) -> None:
    opened(page, f"{PLAN}#example-pilot-plan-yunlan")
    page.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("必改 0 处，提醒 0 处")
    expect(page.locator("#summary")).to_have_css("border-left-color", "rgb(29, 96, 69)")
    page.set_viewport_size({"width": 360, "height": 740})
    becomes(page, INSIDE, True)
    for part in (".desk__line", "#draft-name"):  # else Firefox keeps it as wide as 20 signs
        expect(page.locator(part)).to_have_css("min-width", "0px")
    page.set_viewport_size({"width": 320, "height": 256})  # a desk's window, enlarged four times
    step(page, "basic")
    fits(page, 320)
    becomes(page, f"({COVERED})() < 0.2", True)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(forced_colors="active")
    drawn(page)
    current, other = (page.evaluate(EDGE, f".stages a{one}") for one in CURRENT_AND_OTHER)
    assert current != other
    page.goto(PLAN)
    page.keyboard.press("Tab")
    expect(page.locator("a.md-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.closest('.md-content') !== null", True)


CURRENT_AND_OTHER = ("[aria-current]", ":not([aria-current])")


@pytest.mark.deep
def test_filled_on_a_phone_and_taken_up_again(browser: Browser, address: str) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = opened(context.new_page())
    page.get_by_role("button", name="开始填写").tap()
    expect(page.locator("#title-cover")).to_be_in_viewport()
    page.locator("#in-leader").tap()
    page.keyboard.type("甄样例")
    page.locator(f"{SHOWN} .step__ways .act--main").tap()
    expect(page.locator("#section-basic")).to_be_visible()
    page.get_by_label("受委托的人工智能科技伦理审查与服务中心").tap()
    page.get_by_label("单位未设立委员会").tap()
    saved(page)
    page.close()
    again = opened(context.new_page(), f"{APPLICATION}#section-basic")
    expect(again.get_by_label("单位未设立委员会")).to_be_checked()
    becomes(again, lambda: [one["state"]["leader"] for one in drafts(again)], ["甄样例"])
    with again.expect_download() as waiting:
        again.locator(".bar").get_by_role("button", name="下载 Word").tap()
    assert waiting.value.suggested_filename.endswith(".docx")
    context.close()
