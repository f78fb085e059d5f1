"""A page that gets scripts or data of another build says so, and works on none of them."""

from __future__ import annotations

import re

import pytest
from filling import alive, drafts, opened, saved
from patience import becomes
from playwright.sync_api import Page, Route, expect
from searchbox import META, RESULTS, open_search, type_words

from params import deep

LEADER = "#in-leader"
RENEWED = "本页已有新版本，请刷新后再用。"


def of_another_build(page: Page, name: str) -> None:
    """Serve a file as the next build made it, whatever version the page asked for."""

    def served(route: Route) -> None:
        text = route.fetch().text()
        [version] = re.findall(r"\?v=([0-9a-f]{10})$", route.request.url)
        assert version in text
        route.fulfill(body=text.replace(version, "fedcba9876"), content_type="text/javascript")

    page.route(f"**/{name}.js*", served)


@pytest.mark.parametrize("name", ["data/forms/review-application", deep("assets/fill")])
def test_a_form_is_not_filled_with_another_build_and_its_draft_stays(name: str, page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    kept = drafts(page)
    of_another_build(page, name)
    page.reload()
    expect(page.locator(".fill__off")).to_have_text(RENEWED)
    expect(page.locator(".fill--on")).to_have_count(0)
    becomes(page, lambda: drafts(page), kept)
    page.unroute_all()
    page.reload()
    alive(page)
    expect(page.locator(LEADER)).to_have_value("甲")


def test_what_comes_later_is_refused_and_what_is_here_goes_on(page: Page) -> None:
    opened(page)
    of_another_build(page, "data/examples/*")
    box = page.locator("[data-field=leader] .quest__sample")
    box.locator("summary").click()
    expect(box).to_contain_text(RENEWED)
    page.locator(LEADER).fill("甲")
    saved(page)


def test_a_tool_does_not_begin_with_another_build(page: Page) -> None:
    of_another_build(page, "data/tools/deadlines")
    page.goto("tools/deadlines/")
    expect(page.locator("#tool-deadlines")).to_have_text(RENEWED)


@pytest.mark.parametrize("name", ["words-*", *map(deep, ("index", "engine", "texts"))])
def test_the_search_gives_no_answer_out_of_two_builds(name: str, page: Page) -> None:
    page.route("**/search/texts.js*", lambda _: None)  # where they are here first, nothing is asked
    of_another_build(page, f"search/{name}")
    open_search(page)
    type_words(page, "叫停项目")
    expect(page.locator(META)).to_have_text(RENEWED)
    expect(page.locator(RESULTS)).to_have_count(0)
