"""How long a reader waits: the first answer on a slow link, and a key once all is at hand."""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from typing import Any

from beside import BOX, Engine, by_pagefind
from playwright.sync_api import Browser, CDPSession, Page

LINK = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
KEY = 200  # milliseconds between two keys of a reader who types
MOMENT = 1_000  # between going to the box and pasting what was copied before
QUIET = 400  # milliseconds in which all that a query needs comes from the same machine
LONGEST = 20_000  # the wait for a query that finds nothing: the theme says so too early to be asked
WORK = ("Script", "RecalcStyle", "Layout")  # what stands between a key and its results
# What is fetched behind the first answer is no part of it.
SEARCH = re.compile(r"/search/|/pagefind/|workers/search|assets/search/")
BEHIND = re.compile(r"/search/texts\.js|search/search_index\.js$")
# From the moment in which the box is given the words, or the last sign of them.
WATCH = """() => {
  const box = document.querySelector("[data-md-component=search-query]"), seen = {};
  window.waited = seen;
  box.addEventListener("focus", () => { seen.from = seen.from || performance.now(); });
  box.addEventListener("input", () => {
    seen.last = performance.now();
    seen.from = seen.from || seen.last;
    seen.shown = 0;
  }, true);
  const result = document.querySelector("[data-md-component=search-result]");
  new MutationObserver(() => {
    const item = result.querySelector(".md-search-result__item a");
    if (!seen.shown && item) seen.shown = performance.now();
  }).observe(result, {subtree: true, childList: true});
}"""
ASK = """async (words) => {
  const from = performance.now(), engine = await import("/pagefind/pagefind.js");
  const made = await engine.search(words);
  await Promise.all(made.results.slice(0, 5).map((one) => one.data()));
  return performance.now() - from;
}"""


def first_answer(started: Browser, base: str, engine: Engine, words: str) -> tuple[int, float]:
    """Bytes (gzip) before the first answer, and its seconds on a slow link, from a cold start.

    Nothing of the search has been fetched when the whole query is put into the box at once.
    """
    context = started.new_context(base_url=base)
    page = context.new_page()
    answers: list[Any] = []
    page.on("response", lambda response: answers.append(response))  # noqa: PLW0108
    page.goto("./", wait_until="networkidle")
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", LINK)
    if engine.ask is by_pagefind:
        waited = float(page.evaluate(ASK, words))
    else:
        page.evaluate(WATCH)
        page.locator(BOX).fill(words)
        page.locator(BOX).press("End")  # the theme hears keys only
        waited = _shown(page, "from")
    kept = [one for one in answers if SEARCH.search(one.url) and not BEHIND.search(one.url)]
    size = sum(len(gzip.compress(one.body())) for one in kept if one.ok)
    context.close()
    return size, waited / 1000


def typed(started: Browser, base: str, words: str) -> float:
    """Seconds from the last key to the answer on a slow link, for a reader who types the query."""
    return _asked(started, base, words, KEY)


def pasted(started: Browser, base: str, words: str) -> float:
    """Seconds from pasting the whole query to the answer, a second after going to the box."""
    return _asked(started, base, [words], MOMENT)


def _asked(started: Browser, base: str, pieces: Sequence[str], pause: int) -> float:
    """Seconds on a slow link from the last piece to the answer; a pause comes before each."""
    context = started.new_context(base_url=base)
    page = context.new_page()
    page.goto("./", wait_until="networkidle")
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", LINK)
    page.evaluate(WATCH)
    page.locator(BOX).focus()
    for piece in pieces:
        page.wait_for_timeout(pause)
        page.keyboard.insert_text(piece)
    waited = _shown(page, "last")
    context.close()
    return waited / 1000


def _shown(page: Page, since: str) -> float:
    for _ in range(LONGEST // 50):
        seen = page.evaluate("waited")
        if seen.get("shown"):
            return float(seen["shown"] - seen[since])
        page.wait_for_timeout(50)
    return float(LONGEST)


def keys(started: Browser, base: str, queries: Sequence[str]) -> list[tuple[float, float]]:
    """For each query's last sign: milliseconds to the results, and processor time of the page.

    All files are at hand: each query is asked once before. The processor time (scripts, styles,
    layout) holds what comes behind the first answer, too; other work of the machine is not in it.
    """
    page = started.new_page(base_url=base)
    page.goto("./", wait_until="networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.locator(BOX).focus()
    page.wait_for_timeout(1_000)
    page.evaluate(WATCH)
    found = []
    for words in queries:
        for _ in range(2):
            page.locator(BOX).fill(words[:-1])
            page.wait_for_timeout(QUIET)
            busy = _busy(session)
            page.keyboard.press("End")
            page.keyboard.insert_text(words[-1])
            page.wait_for_timeout(QUIET)
            busy = _busy(session) - busy
        seen = page.evaluate("waited")
        if seen["shown"]:
            found.append((seen["shown"] - seen["last"], busy))
    page.close()
    return found


def _busy(session: CDPSession) -> float:
    """Processor time of the page's scripts, styles and layout so far, in milliseconds."""
    named = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return 1000 * sum(float(named[f"{one}Duration"]) for one in WORK)
