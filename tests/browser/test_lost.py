"""The page for addresses that lead nowhere, below a path that nobody told the build."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from patience import becomes, fits
from playwright.sync_api import Browser, Page, expect

from params import deep
from quiet import Quiet, serving


@pytest.fixture(scope="module")
def lost(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server below /guide/ that answers unknown addresses with the site's 404 page."""
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    folder = tmp_path_factory.mktemp("lost")
    (folder / "guide").symlink_to(site)

    class Answering(Quiet):
        def send_error(self, code: int, *_: object, **__: object) -> None:
            body = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with serving(folder, Answering) as home:
        yield f"{home}guide/"


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "path", [deep("nowhere"), deep("documents/measures-2026/art-99/"), "a/b/c/d.html"]
)
def test_it_has_its_style_and_finds_the_way_home(visitor: Page, lost: str, path: str) -> None:
    answer = visitor.goto(lost + path)
    assert answer is not None
    assert answer.status == 404
    expect(visitor.get_by_role("heading", level=1)).to_have_text("没有这个页面")
    becomes(visitor, "getComputedStyle(document.body).backgroundColor", "rgb(20, 26, 33)")
    link = visitor.get_by_role("link", name="条文查询")
    expect(link).to_have_attribute("href", "/guide/documents/")
    expect(visitor.locator(".address")).to_contain_text(f"/guide/{path}")
    fits(visitor, 360)
    link.click()
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("条文库")


def test_its_policy_names_its_script(root: Path) -> None:
    page = (root / "templates/theme/404.html").read_text(encoding="utf-8")
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page
