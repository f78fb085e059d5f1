"""axe-core finds nothing: on every page, light and dark, and while the tools are in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import axe
import pytest
from every import addresses, some
from patience import becomes, drawn, settle
from playwright.sync_api import Browser, Page, expect

RESULT = "tools/navigator/#stage=objection"
DATES = "tools/deadlines/#trigger=approved&date=2026-09-05&place=beijing"


@pytest.fixture(scope="module")
def inspected(browser: Browser, address: str) -> Iterator[Page]:
    context = axe.prepared(
        browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    )
    yield context.new_page()
    context.close()


def both(page: Page) -> list[str]:
    """What is found on the page in the light, then what colours add in the dark."""
    axe.shown_in(page, "light")
    found = axe.faults(page)
    axe.shown_in(page, "dark")
    return found + [f"dark {one}" for one in axe.colour_faults(page)]


def broken(page: Page, paths: list[str]) -> list[str]:
    """What is found on these pages, each with its address."""
    faults: list[str] = []
    for path in paths:
        page.goto(f"./{path}")
        faults += [f"{path} {one}" for one in both(page)]
    return faults


def test_one_page_of_each_kind_breaks_no_rule(inspected: Page, root: Path, seed: int) -> None:
    assert broken(inspected, some(root, seed)) == []


PARTS = 8


@pytest.mark.deep
@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_breaks_a_rule(inspected: Page, root: Path, part: int) -> None:
    assert broken(inspected, addresses(root)[part::PARTS]) == []


def test_a_fault_is_seen(inspected: Page) -> None:
    """The grey is too weak on white paper and on dark paper."""
    inspected.goto("./about/")
    inspected.evaluate("""() => {
      const faulty = document.createElement("p");
      faulty.append(document.createElement("img"), "pale");
      faulty.style.color = "#7a7a7a";
      document.querySelector("article").append(faulty);
    }""")
    rules = [one.split(":")[0] for one in both(inspected)]
    assert rules == ["color-contrast", "image-alt", "dark color-contrast"]


def searching(page: Page) -> None:
    page.goto("./")
    page.keyboard.press("/")
    page.keyboard.type("专家复核")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def opened(path: str, shown: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.goto("about:blank")
        page.goto(f"./{path}")
        expect(page.locator(shown).first).to_be_visible()
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    return act


STATES = {
    "a question": opened("tools/navigator/#stage=new&work=build&territory=home", ".choice"),
    "a result": opened(RESULT, ".follows"),
    "dates": opened(DATES, ".due"),
    "a fault": opened("tools/deadlines/#trigger=approved&date=2026-02-31", ".tool__fault"),
    "duties": opened("tools/obligations/#role=committee", ".sheet--found"),
    "a broken link": opened("tools/navigator/#nowhere=1", "[role=alert]"),
    "search": searching,
}


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.deep)])
@pytest.mark.parametrize("state", STATES)
def test_no_tool_in_use_breaks_a_rule(inspected: Page, state: str, width: int) -> None:
    inspected.set_viewport_size({"width": width, "height": 800})
    STATES[state](inspected)
    settle(inspected)  # what slides in has arrived
    assert both(inspected) == []


def test_the_open_menu_of_a_phone_breaks_no_rule(inspected: Page) -> None:
    inspected.set_viewport_size({"width": 360, "height": 740})
    inspected.goto("./guides/procedure/")
    inspected.locator(".md-header__button[for=__drawer]").click()
    settle(inspected)
    assert both(inspected) == []


def test_the_readers_own_choice_of_the_dark_breaks_no_rule(inspected: Page) -> None:
    inspected.set_viewport_size({"width": 1280, "height": 800})
    inspected.emulate_media(color_scheme="light")
    inspected.goto("./documents/measures-2026/art-12/")
    inspected.get_by_title("当前跟随系统，切换为浅色").click()
    inspected.get_by_title("当前为浅色，切换为深色").click()
    becomes(inspected, "getComputedStyle(document.body).backgroundColor", "rgb(20, 26, 33)")
    drawn(inspected)
    assert axe.faults(inspected) == []
