"""The search box of the site, as the tests use it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

BOX = "[data-md-component=search-query]"
RESULTS = ".md-search-result__item a"
META = ".md-search-result__meta"


def open_search(page: Page, path: str = "./") -> None:
    """Open a page, and its search by the key for it."""
    page.goto(path)
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()


def type_words(page: Page, words: str) -> None:
    """Words as from an input method: all at once, then the key that ends it."""
    page.locator(BOX).press_sequentially(words, delay=5)
