"""A real browser on the built site, served below a path as it may be served anywhere."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import stray
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lawbook.site.testparts import browser as installed_browser

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
# A machine with other work takes longer; what is wrong stays wrong however long one waits.
expect.set_options(timeout=20_000)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing: the tests speak."""


@pytest.fixture(scope="session")
def address(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site (``site/``, or what SITE_DIR names), below a path."""
    built = Path(os.environ.get("SITE_DIR", root / "site"))
    assert (built / "index.html").is_file(), "请先运行 make site"
    folder = tmp_path_factory.mktemp("served")
    (folder / BELOW.strip("/")).symlink_to(built)
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BELOW}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = installed_browser()
        assert path is not None, "没有找到 Chromium；请运行 make test"
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page at 1280 × 800; afterwards: no other host was asked, the console is clean,
    and no script printed a word such as false."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(stray.WATCH)
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    elsewhere = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert elsewhere == []
    assert said == []
