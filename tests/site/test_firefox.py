"""What Firefox does otherwise than Chromium is kept out of the built site."""

from __future__ import annotations

from pathlib import Path


def test_no_page_asks_firefox_to_fetch_the_next_one(root: Path) -> None:
    pages = list((root / "site").rglob("*.html"))
    assert pages, "请先运行 make site"
    asking = [page for page in pages if '<link rel="next"' in page.read_text(encoding="utf-8")]
    assert asking == []


def test_punctuation_keeps_its_width(root: Path) -> None:
    style = (root / "site/assets/site.css").read_text(encoding="utf-8")
    assert "body,input,aside{font-feature-settings:normal}" in style
