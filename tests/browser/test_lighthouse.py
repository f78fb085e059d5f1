"""Lighthouse: accessibility, best practices and SEO; the bytes of a first visit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from lighthouse import PAGES, QUALITIES, report
from playwright.sync_api import Browser

from gzipped import serving

MOST = 150 * 1024
TEXT = 2000


@pytest.fixture(scope="module")
def packed(root: Path) -> Iterator[str]:
    with serving(Path(os.environ.get("SITE_DIR", root / "site"))) as address:
        yield address


@pytest.mark.deep
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_at_least_95_points(packed: str, path: str) -> None:
    found = report(packed + path)
    assert set(found.points) == set(QUALITIES)
    assert min(found.points.values()) >= 95, (dict(found.points), found.lost)


@pytest.mark.parametrize("path", ["documents/measures-2026/art-12/", "guides/procedure/"])
def test_a_first_visit_transfers_at_most_150_kilobytes(
    browser: Browser, packed: str, path: str
) -> None:
    context = browser.new_context(base_url=packed)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda one: sizes.append(one["encodedDataLength"]))
    page.goto(f"./{path}")
    page.wait_for_load_state("networkidle", timeout=120_000)
    context.close()
    print(f"{path}: {len(sizes)} 个请求，{sum(sizes) / 1024:.1f} KB")
    assert len(sizes) > 5
    assert TEXT < sum(sizes) <= MOST


def test_the_server_packs_what_it_gives(browser: Browser, packed: str) -> None:
    context = browser.new_context(base_url=packed)
    answer = context.new_page().goto("./")
    assert answer is not None
    assert answer.headers["content-encoding"] == "gzip"
    context.close()
