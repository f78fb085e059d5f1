"""Search engines side by side in a real browser: what they find, fetch, and how long it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from searching import Query

from gzipped import serving
from lawbook.site.testparts import browser

BOX = "[data-md-component=search-query]"
ITEMS = ".md-search-result__item"
RESULTS = f"{ITEMS} a"


@contextmanager
def served(folder: Path) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address at which the folder is served."""
    with serving(folder, afresh=True) as address, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        yield started, address
        started.close()


Ask = Callable[[Page, str], list[list[str]]]


@dataclass(frozen=True)
class Engine:
    """How an engine is asked on an open page; each answer is a list of a result's addresses."""

    name: str
    ask: Ask


def by_box(page: Page, words: str) -> list[list[str]]:
    """Results as a reader sees them: the head of a group with its first hit, folded ones last."""
    page.locator(BOX).fill(words)
    page.locator(BOX).press("End")
    page.wait_for_timeout(400)
    groups = page.evaluate(
        f"""() => [...document.querySelectorAll("{ITEMS}")].map(item =>
        [...item.querySelectorAll("a")].map(a =>
        [!!a.closest("details"), a.getAttribute("href")]))"""
    )
    shown = [[_address(str(href)) for folded, href in group if not folded] for group in groups]
    found = [urls for group in shown for urls in (group[:2], *([url] for url in group[2:])) if urls]
    return found + [[_address(str(href))] for group in groups for folded, href in group if folded]


def by_pagefind(page: Page, words: str) -> list[list[str]]:
    """The first results, each with its page and the sections that it names."""
    found = page.evaluate(
        """async (words) => {
        window.engine = window.engine || await import("/pagefind/pagefind.js");
        const made = await window.engine.search(words);
        return Promise.all(made.results.slice(0, 5).map(async (one) => {
          const data = await one.data();
          return [data.url, ...data.sub_results.map((sub) => sub.url)];
        })); }""",
        words,
    )
    return [[_address(str(url)) for url in urls] for urls in found]


def _address(href: str) -> str:
    place = re.sub(r"^https?://[^/]+/|\?[^#]*", "", href)
    return place.removeprefix("./").removeprefix("/")


def scores(page: Page, engine: Engine, queries: Sequence[Query]) -> str:
    """Recall in the first five and at the first place, and how many find nothing."""
    places, empty = [], 0
    for query in queries:
        results = engine.ask(page, query.text)
        urls = [one for one in results if "start/lead/#" not in one[0] or len(results) > 4]
        empty += not urls
        fits = (n for n, urls_ in enumerate(urls) if any(map(query.fits, urls_)))
        places.append(next(fits, None))
    five = sum(place is not None and place < 5 for place in places) / len(places)
    first = sum(place == 0 for place in places) / len(places)
    return f"recall@5 {five:.2f}，recall@1 {first:.2f}，无结果 {100 * empty / len(places):.0f} %"
