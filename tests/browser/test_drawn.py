"""What a reader waits for before a page is drawn, and that it then stays where it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from patience import settle
from playwright.sync_api import Browser, expect

TOOLS = ("navigator", "deadlines", "obligations")
# How far the page moved by itself, as browsers count it (Layout Instability); 0.1 is called good.
_MOVED = """() => { window.moved = 0;
  new PerformanceObserver((list) => {
    list.getEntries().forEach((one) => { window.moved += one.value; });
  }).observe({ type: "layout-shift", buffered: true }); }"""


@pytest.mark.parametrize("path", ["", "documents/measures-2026/art-12/", "tools/navigator/"])
def test_a_page_waits_for_three_styles_and_no_script(root: Path, path: str) -> None:
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    head = (site / path / "index.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert head.count('rel="stylesheet"') == 3
    assert "<script src" not in head


@pytest.mark.parametrize("size", [(360, 740), (412, 823), (1280, 800)])
@pytest.mark.parametrize("tool", TOOLS)
def test_nothing_moves_when_a_tool_has_come(
    browser: Browser, address: str, tool: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.goto(f"tools/{tool}/")
    expect(page.locator(f"#tool-{tool} .md-button").first).to_be_visible()
    page.evaluate(_MOVED)
    settle(page, 300)
    assert page.evaluate("window.moved") < 0.02
    context.close()
