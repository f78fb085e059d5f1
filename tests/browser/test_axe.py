"""axe-core finds nothing while the tools are in use, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import axe
import pytest
from axe import both, either
from patience import becomes, drawn, settle
from playwright.sync_api import Browser, Page, expect
from searchbox import RESULTS, open_search, type_words

from params import deep

RESULT = "tools/navigator/#stage=objection"
DATES = "tools/deadlines/#trigger=approved&date=2026-09-05&place=beijing"


@pytest.fixture(scope="module")
def inspected(browser: Browser, address: str) -> Iterator[Page]:
    context = axe.prepared(
        browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    )
    yield context.new_page()
    context.close()


def searching(page: Page) -> None:
    open_search(page)
    type_words(page, "专家复核")
    expect(page.locator(RESULTS).first).to_be_visible()


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
OFTEN = ("a result", "dates", "search")


@pytest.mark.parametrize(("width", "in_both"), [(360, False), deep(360, True), deep(1280, True)])
@pytest.mark.parametrize("state", [one if one in OFTEN else deep(one) for one in STATES])
def test_no_tool_in_use_breaks_a_rule(
    inspected: Page, state: str, width: int, in_both: bool, seed: int
) -> None:
    inspected.set_viewport_size({"width": width, "height": 800})
    STATES[state](inspected)
    settle(inspected)  # what slides in has arrived
    # In the light or in the dark; among the rest of the tests, on a phone and a desk, in both.
    assert (both(inspected) if in_both else either(inspected, seed)) == []


@pytest.mark.deep
@pytest.mark.parametrize("turn", [0, 1])
def test_the_open_menu_of_a_phone_breaks_no_rule(inspected: Page, turn: int) -> None:
    inspected.set_viewport_size({"width": 360, "height": 740})
    inspected.goto("./guides/procedure/")
    inspected.locator(".md-header__button[for=__drawer]").click()
    settle(inspected)
    assert either(inspected, turn) == []


@pytest.mark.deep
def test_the_readers_own_choice_of_the_dark_breaks_no_rule(inspected: Page) -> None:
    inspected.set_viewport_size({"width": 1280, "height": 800})
    inspected.emulate_media(color_scheme="light")
    inspected.goto("./documents/measures-2026/art-12/")
    inspected.get_by_title("当前跟随系统，切换为浅色").click()
    inspected.get_by_title("当前为浅色，切换为深色").click()
    becomes(inspected, "getComputedStyle(document.body).backgroundColor", "rgb(20, 26, 33)")
    drawn(inspected)
    assert axe.faults(inspected) == []
