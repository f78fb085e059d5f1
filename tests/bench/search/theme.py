"""The theme's own search on the same pages, in a real browser: what the same queries find."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from searching import Query

from lawbook.testparts import browser

PLUGIN = r"""plugins:
  - search:
      lang: zh
      separator: '[\s\u200b\u3000\-，。、；：？！（）()《》〈〉【】“”‘’「」…·/|]+'
"""
BOX = "[data-md-component=search-query]"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing."""


def site(root: Path, place: Path) -> Path:
    """The site as it was before: every page in the theme's index, its own worker."""
    shutil.copytree(root / "build/pages", place / "pages")
    for page in (place / "pages").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace('search: {"exclude": true}\n', ""), encoding="utf-8")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"plugins:\n(?:[ #].*\n)+", lambda _: PLUGIN, text)
    text = text.replace("docs_dir: build/pages", "docs_dir: pages")
    text = text.replace("  - assets/search/box.js\n", "")
    text = text.replace("custom_dir: templates/theme", "custom_dir: theme")
    (place / "mkdocs.yml").write_text(text, encoding="utf-8")
    shutil.copytree(root / "templates/theme", place / "theme")
    main = place / "theme/main.html"
    main.write_text(main.read_text().split("{#- The site's own search")[0], encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(place / "site")]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=place, env=quiet, check=True, capture_output=True)
    return place / "site"


@contextmanager
def opened(folder: Path) -> Iterator[Page]:
    """A page of the site in the folder."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = started.new_page(base_url=f"http://127.0.0.1:{server.server_port}/")
        page.goto("./")
        page.wait_for_timeout(2000)
        yield page
        started.close()
    server.shutdown()


def found(page: Page, words: str) -> list[str]:
    """Addresses of the results as a reader sees them: what is folded away comes last."""
    page.locator(BOX).fill(words)
    page.locator(BOX).press("End")
    page.wait_for_timeout(350)
    links = page.evaluate(
        """() => [...document.querySelectorAll(".md-search-result__item a")]
        .map(a => [!!a.closest("details"), a.getAttribute("href")])"""
    )
    links.sort(key=lambda link: link[0])
    return [_address(str(href)) for _, href in links]


def _address(href: str) -> str:
    place = re.sub(r"^https?://[^/]+/|\?[^#]*", "", href)
    return place.removeprefix("./")


def scores(page: Page, queries: Sequence[Query]) -> tuple[float, float, int]:
    """Recall in the first five, at the first place, and how many queries find nothing."""
    places, empty = [], 0
    for query in queries:
        urls = found(page, query.text)
        empty += not urls
        places.append(next((n for n, url in enumerate(urls) if query.fits(url)), None))
    five = sum(place is not None and place < 5 for place in places) / len(places)
    return five, sum(place == 0 for place in places) / len(places), empty
