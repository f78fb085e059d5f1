"""What tests of the form pages do as a person does: open, write, look at what is saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

PLAN = "forms/pilot-plan/fill/"
APPLICATION = "forms/review-application/fill/"
SAVED = "Object.keys(localStorage).filter((key) => key.startsWith('lawbook:draft:'))"
AXE = "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def opened(page: Page, address: str = APPLICATION) -> Page:
    page.goto(address)
    page.wait_for_selector(".fill--on .bar:not([hidden])")
    return page


def step(page: Page, key: str) -> None:
    page.locator(f'.stages a[href="#section-{key}"]').click()
    expect(page.locator(f"#section-{key}")).to_be_visible()


def saved(page: Page) -> None:
    """Wait until what was typed is stored."""
    page.wait_for_timeout(400)
    expect(page.locator("#state-saved")).to_contain_text("已保存")


def drafts(page: Page) -> list[dict[str, Any]]:
    found = page.evaluate(f"{SAVED}.map((key) => JSON.parse(localStorage.getItem(key)))")
    return sorted(found, key=lambda one: one["saved"])


def told(page: Page) -> Locator:
    return page.locator("#told")


def warned(page: Page) -> Locator:
    return page.locator("#warned")


def downloaded(page: Page, button: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.locator(".bar").get_by_role("button", name=button).click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def violations(page: Page, root: Path, place: str = ".md-content") -> list[str]:
    """What axe says against the page as it stands: rule and elements.

    The theme's own frame is looked at with all pages of the site, not here.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate((root / AXE).read_text(encoding="utf-8"))
    run = "([place, values]) => axe.run(place, {runOnly: {type: 'tag', values}})"
    found = page.evaluate(run, [place, TAGS])["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:4]}" for one in found]


def second_window(context: BrowserContext, address: str = APPLICATION) -> Page:
    return opened(context.new_page(), address)
