"""A page that may connect to nobody serves; a script that was slipped in is dead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from patience import becomes, until
from playwright.sync_api import Browser, Page, expect

from lawbook.site import policy
from quiet import serving

NOTE_VIOLATIONS = """
  window.broken = [];
  document.addEventListener("securitypolicyviolation", (event) => window.broken.push(
    event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""


def test_a_page_may_connect_to_nobody_and_still_be_searched(
    browser: Browser, root: Path, tmp_path: Path
) -> None:
    """``connect: none`` in the front matter: the theme's own requests are not even tried."""
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    for name in ("assets", "search"):
        (tmp_path / name).symlink_to(site / name)
    text = policy.without_policy((site / "guides/procedure/index.html").read_text("utf-8"))
    asks = f'{policy.NOTHING_ASKED}<script src="../../assets/search/unasked.js"></script>'
    closed = text.replace('<link rel="stylesheet"', f'{asks}<link rel="stylesheet"', 1)
    (tmp_path / "forms/fill").mkdir(parents=True)
    (tmp_path / "forms/fill/index.html").write_text(closed, encoding="utf-8")
    policy.apply(tmp_path)
    page = browser.new_page()
    page.add_init_script(NOTE_VIOLATIONS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    with serving(tmp_path) as address:
        page.goto(f"{address}forms/fill/")
        page.keyboard.press("/")
        page.locator("[data-md-component=search-query]").press_sequentially("专家复核", delay=5)
        expect(page.locator(".md-search-result__item a").first).to_be_visible()
        becomes(page, "window.broken", [])
        page.evaluate("fetch('/assets/site.css').catch(() => 0)")
        until(page, "() => window.broken.length === 1")
    page.close()
    assert not {"xhr", "fetch"} & set(asked)


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page of whose policy a test wants to hear."""
    context = browser.new_context(base_url=address)
    context.add_init_script(NOTE_VIOLATIONS)
    page = context.new_page()
    page.goto("documents/measures-2026/art-16/")
    yield page
    context.close()


@pytest.mark.deep
@pytest.mark.parametrize(
    ("slipped_in", "directive"),
    [
        ("const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
         "document.body.append(s)", "script-src-elem inline"),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=\"window.ran = 1\">')",
         "script-src-attr inline"),
        ("const s = document.createElement('script'); s.src = 'http://127.0.0.2:9/a.js';"
         "document.body.append(s)", "script-src-elem http://127.0.0.2:9/a.js"),
        ("document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.2:9/a.png\">')",
         "img-src http://127.0.0.2:9/a.png"),
        ("fetch('http://127.0.0.2:9/').catch(() => 0)", "connect-src http://127.0.0.2:9/"),
        ("navigator.sendBeacon('http://127.0.0.2:9/', 'a')", "connect-src http://127.0.0.2:9/"),
        ("const f = document.createElement('form'); f.action = 'http://127.0.0.2:9/';"
         "document.body.append(f); f.submit()", "form-action http://127.0.0.2:9/"),
        ("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">x</p>')",
         "style-src-attr inline"),
        ("document.body.insertAdjacentHTML('beforeend', '<iframe src=\"http://127.0.0.2:9/\">')",
         "frame-src http://127.0.0.2:9"),
        ("const b = document.createElement('base'); b.href = 'http://127.0.0.2:9/';"
         "document.head.append(b)", "base-uri http://127.0.0.2:9"),
    ],
)  # fmt: skip
def test_what_is_slipped_in_is_blocked(slipped_in: str, directive: str, opened: Page) -> None:
    opened.evaluate(f"() => {{ {slipped_in} }}")
    until(opened, "() => window.broken.length > 0")
    assert opened.evaluate("window.broken[0]").startswith(directive)
    becomes(opened, "window.ran", None)
