"""Wait for what a page's own scripts say.

The browser's own waiting evaluates text inside the page, which the site's content security
policy forbids as soon as the first look is not the last one.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

_BETWEEN = 50.0  # milliseconds between two looks
_LONGEST = 30.0  # seconds
_LOADED = """() => document.readyState === "complete" && document.fonts.status === "loaded"
  && document.getAnimations().every((one) => one.playState !== "running")"""
_PAINTED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(true))); })"""


def _look(page: Page, expression: str, argument: object = None) -> object:
    """What an expression gives on a page that stands there to its end; scripts may yet come."""
    end = time.monotonic() + _LONGEST
    while page.evaluate("document.readyState") == "loading" and time.monotonic() < end:
        page.wait_for_timeout(_BETWEEN)
    return page.evaluate(expression, argument)


def until(
    page: Page, expression: str, argument: object = None, *, seconds: float = _LONGEST
) -> None:
    """Return when the expression is true on the page; AssertionError when time has run out."""
    end = time.monotonic() + seconds
    while not _look(page, expression, argument):
        assert time.monotonic() < end, f"{expression}: still not so after {seconds} seconds"
        page.wait_for_timeout(_BETWEEN)


def settle(page: Page, milliseconds: int = 400) -> None:
    """Return when the page itself has had that time: what it was to do before then is done.

    A page that gets no processor for a while is waited for; a clock of ours would run on.
    """
    page.evaluate("(time) => new Promise((done) => { setTimeout(done, time); })", milliseconds)


def becomes(page: Page, look: str | Callable[[], object], wanted: object) -> None:
    """Return when the look gives what is wanted; AssertionError with what it last gave instead.

    A look is an expression on the page or a function of ours.
    """
    end = time.monotonic() + _LONGEST
    while (got := _look(page, look) if isinstance(look, str) else look()) != wanted:
        if time.monotonic() > end:
            assert got == wanted
        page.wait_for_timeout(_BETWEEN)


def drawn(page: Page) -> None:
    """Return when the page has loaded, has its letters, moves nothing and was painted since."""
    until(page, _LOADED)
    page.evaluate(_PAINTED)


def fits(page: Page, width: int) -> None:
    """Return when the page is drawn and no wider than so many pixels."""
    drawn(page)
    until(page, "(width) => document.documentElement.scrollWidth <= width", width)


def ends(page: Page, ending: str) -> None:
    """Return when the address ends so."""
    expect(page).to_have_url(re.compile(re.escape(ending) + "$"))
