"""A form as a file on a disk: its copies, and what is written in them."""

from __future__ import annotations

import os
from pathlib import Path

from filling import drafts, saved
from playwright.sync_api import Page
from twoplaces import LEADER

FORM = "review-application"


def built(root: Path) -> Path:
    return Path(os.environ.get("SITE_DIR", root / "site"))


def copied(root: Path, folder: Path, name: str = "申请书.html") -> str:
    """The form as one file in a folder; its address."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes((built(root) / "forms" / FORM / f"{FORM}.html").read_bytes())
    return (folder / name).as_uri()


def named(page: Page, words: str, name: str = "一份") -> None:
    page.locator(LEADER).fill(words)
    page.locator("#draft-name").fill(name)
    saved(page)


def leaders(page: Page) -> list[str]:
    return sorted(one["state"]["leader"] for one in drafts(page))
