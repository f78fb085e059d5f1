"""The next engine builds the same addresses and anchors from the same mkdocs.yml, and searches."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lawbook.site.next_engine import built_by_next
from quiet import serving

pytestmark = pytest.mark.deep

ID = re.compile(r'\sid="([^"]*)"')


def anchors(site: Path) -> Mapping[str, frozenset[str]]:
    """The anchors of each page by its address; those of the themes themselves begin with __."""
    return {
        file.relative_to(site).as_posix(): frozenset(
            name for name in ID.findall(file.read_text(encoding="utf-8")) if name[:2] != "__"
        )
        for file in site.rglob("*.html")
    }


@pytest.fixture(scope="module")
def both(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    assert (site / "index.html").is_file(), "请先运行 make site"
    return site, built_by_next(root, tmp_path_factory.mktemp("next"))


def test_both_engines_build_the_same_addresses_and_anchors(both: tuple[Path, Path]) -> None:
    now, then = (anchors(site) for site in both)
    assert set(then) == set(now)
    assert {name: now[name] ^ then[name] for name in now if now[name] != then[name]} == {}
    assert len(now) > 190
    assert sum(map(len, now.values())) > 2500


def test_both_carry_the_same_files_for_readers_and_programs(both: tuple[Path, Path]) -> None:
    now, then = (
        {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
        for site in both
    )
    ours = {name for name in now if not re.match(r"assets/(javascripts|stylesheets)/", name)}
    # What MkDocs makes for itself: the theme's own index, which is empty.
    assert ours - then == {"search/search_index.json"}


def test_the_search_is_wired_into_both_by_one_template(both: tuple[Path, Path]) -> None:
    for site in both:
        page = (site / "guides/procedure/index.html").read_text(encoding="utf-8")
        wire = page.index('src="../../assets/search/wire.js?v=')
        assert wire < page.index("assets/javascripts/bundle."), site
        assert (site / "search/engine.js").is_file()


@pytest.fixture
def next_page(browser: Browser, both: tuple[Path, Path]) -> Iterator[Page]:
    """A page of the site that the next engine built; afterwards: nothing was asked elsewhere."""
    with serving(both[1]) as address:
        yield from _opened(browser, address)


def _opened(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    # The theme's window wants the focus while the address names a section.
    theirs = re.compile(r"Autofocus processing was blocked")
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert [one for one in said if not theirs.search(one)] == []


def test_our_search_answers_in_the_window_of_the_next_theme(next_page: Page) -> None:
    next_page.goto("guides/procedure/")
    next_page.locator(".md-search__button").click()
    next_page.get_by_role("combobox").press_sequentially("叫停项目", delay=5)
    results = next_page.get_by_role("option")
    expect(results.first).to_contain_text("叫停")
    expect(next_page.get_by_role("option", name="叫停")).not_to_have_count(0)
    results.first.click()
    next_page.wait_for_url("**/faq/**")
    expect(next_page.locator("h1")).to_contain_text("常见问题")


def test_a_tool_works_on_the_next_theme(next_page: Page) -> None:
    next_page.goto("tools/navigator/#stage=objection")
    expect(next_page.locator(".tool .asked")).to_have_text("可以申诉")
