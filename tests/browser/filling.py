"""What tests of the form pages do as a person does: open, write, look at what is saved."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import Any

from patience import settle
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from lawbook.site.testparts import browser as installed_browser

PLAN = "forms/pilot-plan/"
APPLICATION = "forms/review-application/"
SAVED = "Object.keys(localStorage).filter((key) => key.startsWith('lawbook:draft:'))"
# A store that takes nothing, as a full one does; small writes fail as well.
FULL = """
Storage.prototype.setItem = function () {
  throw new DOMException("full", "QuotaExceededError");
};
"""
# Browsers that forbid site data throw as soon as the store is touched.
CLOSED = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});
"""


def opened(page: Page, address: str = APPLICATION) -> Page:
    page.goto(address)
    return alive(page)


def alive(page: Page) -> Page:
    """Wait until the page has opened what it has, and can be written on."""
    page.wait_for_selector(".fill--on .step__fields:enabled", state="attached")
    return page


def step(page: Page, key: str) -> None:
    page.locator(f'.stages a[href="#section-{key}"]').click()
    expect(page.locator(f"#section-{key}")).to_be_visible()


def saved(page: Page) -> None:
    """Wait until what was typed is stored."""
    settle(page)
    expect(page.locator("#state-saved")).to_contain_text("已保存")


def drafts(page: Page) -> list[dict[str, Any]]:
    found = page.evaluate(f"{SAVED}.map((key) => JSON.parse(localStorage.getItem(key)))")
    return sorted(found, key=lambda one: one["saved"])


def own_browser(browser: Browser, profile: Path, address: str | None = None) -> BrowserContext:
    """A browser of its own, whose profile outlives it."""
    return browser.browser_type.launch_persistent_context(
        str(profile),
        executable_path=installed_browser(),
        args=["--no-sandbox", "--disable-gpu"],
        base_url=address,
    )


def kill(context: BrowserContext, profile: Path) -> None:
    """End the browser of this profile as a power cut does: no page, no process hears of it."""
    for process in _of_profile(profile):
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    with contextlib.suppress(Error):
        context.close()


def _of_profile(profile: Path) -> list[int]:
    """The processes of the browser that a test started, known by its own profile folder."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            words = (one / "cmdline").read_bytes()
        except OSError:
            continue
        if str(profile).encode() in words:
            found.append(int(one.name))
    return found


def altered(page: Page, change: str) -> None:
    """Change the only draft that is stored, behind the page's back."""
    page.evaluate(
        f"""() => {{ const [key] = {SAVED};
        const draft = JSON.parse(localStorage.getItem(key)); {change};
        localStorage.setItem(key, JSON.stringify(draft)); }}"""
    )


def drafts_box(page: Page) -> None:
    """Open what stands folded: the drafts, and the place for files."""
    page.locator("#drafts-box > summary").click()


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


def second_window(context: BrowserContext, address: str = APPLICATION) -> Page:
    return opened(context.new_page(), address)
