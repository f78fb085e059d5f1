"""What a reader waits for before a page is drawn, and that it then stays where it is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from lighthouse import PAGES
from patience import becomes, settle
from playwright.sync_api import Browser, Page, expect

from params import deep

TOOLS = ("navigator", "deadlines", "obligations")
# How far the page moved by itself, as browsers count it (Layout Instability); 0.1 is called good.
_MOVED = """() => { window.moved = 0;
  new PerformanceObserver((list) => {
    list.getEntries().forEach((one) => { window.moved += one.value; });
  }).observe({ type: "layout-shift", buffered: true }); }"""


@pytest.mark.parametrize("path", ["", "documents/measures-2026/art-12/", "tools/navigator/"])
def test_a_page_waits_for_three_styles_and_no_script(root: Path, path: str) -> None:
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    head = (site / path / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert head.count('rel="stylesheet"') == 3
    assert "<script src" not in head


@pytest.mark.parametrize(
    "size",
    [
        (360, 740),
        deep((412, 823)),
        deep((1280, 800)),
    ],
)
@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_moves_when_a_tool_has_come(
    browser: Browser, address: str, tool: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"tools/{tool}/")
    expect(page.locator(f"#tool-{tool} .md-button").first).to_be_visible()
    page.evaluate(_MOVED)
    settle(page, 300)
    assert page.evaluate("window.moved") < 0.02
    context.close()


@pytest.mark.deep
@pytest.mark.parametrize("path", PAGES)
def test_the_styles_of_a_page_are_computed_about_once(
    browser: Browser, address: str, path: str
) -> None:
    """Not again and again while the scripts begin: with the theme's own it was 3 to 6 times."""
    page = browser.new_page()
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.goto(address + path, wait_until="load")
    settle(page, 500)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    here = {
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "ParseHTML" and one["args"]["beginData"]["url"] == page.url
    }
    computed = sum(
        one["args"].get("elementCount", 0)
        for one in events
        if one["name"] == "UpdateLayoutTree" and (one["pid"], one["tid"]) in here
    )
    there = page.locator("*").count()
    page.close()
    # What stands in closed boxes is not computed at all; nothing computed would be no measurement.
    assert 0.3 * there < computed < 2 * there


def test_the_colours_are_chosen_before_any_script_file_has_come(page: Page) -> None:
    page.route("**/*.js*", lambda route: route.fulfill(body=""))
    page.emulate_media(color_scheme="dark")
    page.goto("about/")
    becomes(page, "getComputedStyle(document.body).backgroundColor", "rgb(20, 26, 33)")
    expect(page.get_by_title("当前跟随系统，切换为浅色")).to_be_visible()
    expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", "dark")


def test_a_choice_of_colours_holds_on_the_next_page_and_a_system_that_turns_is_followed(
    page: Page,
) -> None:
    dark, light = "rgb(20, 26, 33)", "rgb(255, 255, 255)"
    shown = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto("about/")
    page.emulate_media(color_scheme="dark")
    becomes(page, shown, dark)
    page.get_by_title("当前跟随系统，切换为浅色").click()
    becomes(page, shown, light)
    page.goto("guides/procedure/")
    becomes(page, shown, light)
    expect(page.get_by_title("当前为浅色，切换为深色")).to_be_visible()
    page.emulate_media(color_scheme="light")
    page.get_by_title("当前为浅色，切换为深色").click()
    becomes(page, shown, dark)
    page.get_by_title("当前为深色，切换为跟随系统").click()
    becomes(page, shown, light)
