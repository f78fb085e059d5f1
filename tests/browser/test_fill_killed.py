"""A browser that is killed loses nothing that was typed; what was deleted stays deleted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from filling import (
    APPLICATION,
    drafts,
    drafts_box,
    kill,
    opened,
    own_browser,
    saved,
    second_window,
    told,
    warned,
)
from patience import becomes
from playwright.sync_api import Browser, expect
from twoplaces import FOUND, LEADER, secured, spares_without

pytestmark = pytest.mark.deep

ALONE = "forms/review-application/review-application.html"


def place(address: str, root: Path, name: str) -> str:
    """Where the form stands: on the site, or as one file on a disk."""
    if name == "site":
        return address + APPLICATION
    return (Path(os.environ.get("SITE_DIR", root / "site")) / ALONE).as_uri()


def on_the_disk(profile: Path, words: str) -> bool:
    """Whether Chromium has written its first place to the disk, as it does every 5 seconds."""
    files = (profile / "Default/Local Storage/leveldb").glob("*.log")
    return any(words.encode("utf-16-le") in file.read_bytes() for file in files)


@pytest.mark.parametrize("name", ["site", "one file"])
def test_what_was_typed_just_before_the_kill_is_not_lost(
    browser: Browser, address: str, root: Path, tmp_path: Path, name: str
) -> None:
    context = own_browser(browser, tmp_path)
    page = opened(context.pages[0], place(address, root, name))
    page.locator(LEADER).press_sequentially("甄样例，", delay=20)
    page.locator("#in-unit").press_sequentially("虚构市虚构局", delay=20)
    secured(page, "虚构市虚构局")  # 0.3 s after the last key, where the machine is free
    kill(context, tmp_path)
    context = own_browser(browser, tmp_path)
    page = opened(context.pages[0], place(address, root, name))
    expect(told(page)).to_contain_text(f"{FOUND}：草稿“未命名”。已打开上次的草稿“未命名”（今天 ")
    expect(page.locator(LEADER)).to_have_value("甄样例，")
    expect(page.locator("#in-unit")).to_have_value("虚构市虚构局")
    page.reload()
    expect(told(page)).to_contain_text("已打开上次的草稿")
    expect(told(page)).not_to_contain_text(FOUND)
    context.close()


def test_two_windows_on_one_draft_and_a_kill(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    page.locator("#draft-name").fill("同一份")
    page.locator(LEADER).fill("甲")
    saved(page)
    other = second_window(context)
    other.locator(LEADER).fill("那边写的")
    saved(other)
    expect(warned(page)).to_contain_text("这份草稿正在另一个窗口里填写")
    page.locator(LEADER).fill("这边写的")
    secured(page, "这边写的")
    kill(context, tmp_path)
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    expect(told(page)).to_contain_text(f"{FOUND}：草稿“同一份（另一份）”")
    becomes(
        page,
        lambda: [(one["name"], one["state"]["leader"]) for one in drafts(page)],
        [
            ("同一份", "那边写的"),
            ("同一份（另一份）", "这边写的"),
        ],
    )
    context.close()


def test_what_was_deleted_before_the_kill_stays_deleted(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    page.locator(LEADER).fill("删掉的")
    becomes(page, lambda: on_the_disk(tmp_path, "删掉的"), True)
    drafts_box(page)
    page.get_by_role("button", name="清空全部草稿").click()
    warned(page).get_by_role("button", name="全部删除").click()
    spares_without(page, "删掉的")
    kill(context, tmp_path)
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    expect(page.locator("#state-saved")).to_have_text("还没有写")
    expect(page.locator("#draft-count")).to_have_text("0")
    becomes(page, lambda: drafts(page), [])
    context.close()
