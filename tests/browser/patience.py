"""Wait for what a page's own scripts say.

The browser's own waiting evaluates text inside the page, which the site's content security
policy forbids as soon as the first look is not the last one.
"""

from __future__ import annotations

import time

from playwright.sync_api import Page

_BETWEEN = 50.0  # milliseconds between two looks


def until(page: Page, expression: str, argument: object = None, *, seconds: float = 20.0) -> None:
    """Return when the expression is true on the page; AssertionError when time has run out."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"{expression}: still not so after {seconds} seconds"
        page.wait_for_timeout(_BETWEEN)


def settle(page: Page, milliseconds: int = 400) -> None:
    """Return when the page itself has had that time: what it was to do before then is done.

    A page that gets no processor for a while is waited for; a clock of ours would run on.
    """
    page.evaluate("(time) => new Promise((done) => { setTimeout(done, time); })", milliseconds)
