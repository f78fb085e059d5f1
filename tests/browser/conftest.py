"""A real browser on the built site, served below a path as it may be served anywhere."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import stray
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from lawbook.site.testparts import browser as installed_browser
from quiet import serving

# Nothing in the background may look like a request of ours.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BELOW = "/guide/"
DAY = 86_400.0
# A machine with other work takes longer; what is wrong stays wrong however long one waits.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site (``site/``, or what SITE_DIR names), below a path."""
    built = Path(os.environ.get("SITE_DIR", root / "site"))
    assert (built / "index.html").is_file(), "请先运行 make site"
    folder = tmp_path_factory.mktemp("served")
    (folder / BELOW.strip("/")).symlink_to(built)
    with serving(folder) as home:
        yield home.removesuffix("/") + BELOW


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = installed_browser()
        assert path is not None, "没有找到 Chromium；请运行 make test"
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def visitor_context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """The browser's memory that all tests share: a new one costs a second of processor time."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(stray.WATCH)
    yield context
    context.close()


@pytest.fixture(scope="session")
def opener(visitor_context: BrowserContext, address: str) -> Page:
    """The page that opens those of the tests, so that a browser begins only once to read scripts.

    A window of its own program costs a third of what a short test takes.
    """
    made = visitor_context.new_page()
    made.goto(f"{address}robots.txt")
    return made


@pytest.fixture
def page(opener: Page, address: str) -> Iterator[Page]:
    """A page at 1280 × 800, nothing stored; afterwards: no other host asked, the console clean, no
    stray word such as false printed."""
    context = opener.context
    asked: list[str] = []
    said: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    with opener.expect_popup() as popup:
        opener.evaluate("void open('about:blank')")
    opened = popup.value
    _forget(opened, address)
    context.on("request", note)
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.remove_listener("request", note)
    # A clock that is set stands for the whole memory: whoever needs one makes a context of its own.
    assert abs(_now(opener) - time.time()) < DAY
    for one in context.pages:
        if one is not opener:
            one.close()
    elsewhere = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert elsewhere == []
    assert said == []


@pytest.fixture
def disk(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all pages of a disk; afterwards no page of it has complained."""
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    made.add_init_script(stray.WATCH)
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("weberror", lambda error: said.append(str(error.error)))
    yield made
    made.close()
    assert said == []


def _now(page: Page) -> float:
    """The time on a page in seconds."""
    return float(page.evaluate("Date.now()")) / 1000


def _forget(page: Page, address: str) -> None:
    """Clear what an earlier test stored."""
    session = page.context.new_cdp_session(page)
    origin = address.removesuffix(BELOW)
    everything = {"origin": origin, "storageTypes": "all"}
    session.send("Storage.clearDataForOrigin", everything)
    session.detach()
