"""What a form keeps in the browser: nothing once that is switched off, longer when it asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from copies import copied, leaders, named
from filling import alive, drafts, opened, saved, told, warned
from patience import becomes, settle, until
from playwright.sync_api import BrowserContext, Page, expect
from twoplaces import LEADER, secured, spares, spares_without

OFF = "Object.keys(localStorage).filter((key) => key.startsWith('lawbook:off:'))"
# What the first place held, for a browser that is killed before it has written there what follows.
HELD = "() => JSON.stringify({...localStorage})"
KILLED = """(held) => { localStorage.clear(); Object.assign(localStorage, JSON.parse(held)); }"""


def test_the_switch_says_what_goes_and_then_nothing_is_stored(
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    other = opened(disk.new_page(), copied(root, tmp_path / "别处"))
    named(other, "别处写的", "别处的")
    other.close()
    page = opened(disk.new_page(), copied(root, tmp_path))
    named(page, "写下的")
    secured(page, "写下的")
    switch = page.get_by_label("不在浏览器中保存")
    switch.click()
    expect(warned(page)).to_contain_text("这里存的 1 份草稿会从浏览器中删除，删除后找不回来")
    expect(warned(page)).to_contain_text("其他文件的 1 份不受影响")
    warned(page).get_by_role("button", name="取消").click()
    expect(switch).not_to_be_checked()
    assert leaders(page) == sorted(["写下的", "别处写的"])
    switch.click()
    warned(page).get_by_role("button", name="停止保存").click()
    expect(switch).to_be_checked()
    expect(page.locator("#state-saved")).to_have_text("不在浏览器中保存")
    expect(page.locator(LEADER)).to_have_value("写下的")
    page.locator(LEADER).fill("只在窗口里")
    settle(page, 1000)
    assert leaders(page) == ["别处写的"]
    held = str(spares_without(page, '写下的"'))
    assert "只在窗口里" not in held
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    expect(told(alive(page))).to_contain_text("这里已选“不在浏览器中保存”")
    assert asked == ["beforeunload"]
    expect(switch).to_be_checked()
    expect(page.locator(LEADER)).to_have_value("")
    page.locator(LEADER).fill("再写的")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="保存答案文件").click()
    assert "leader: 再写的" in waiting.value.path().read_text(encoding="utf-8")
    page.reload()  # what was taken away is asked about no more
    alive(page)
    assert asked == ["beforeunload"]
    page.locator(LEADER).fill("又存的")
    switch.click()
    expect(switch).not_to_be_checked()
    saved(page)
    assert "又存的" in leaders(page)
    assert page.evaluate(OFF) == []


@pytest.mark.deep
def test_a_kill_loses_neither_the_choice_nor_that_it_was_taken_back(page: Page) -> None:
    switch = page.get_by_label("不在浏览器中保存")
    opened(page)
    named(page, "写下的")
    before = page.evaluate(HELD)
    switch.click()
    warned(page).get_by_role("button", name="停止保存").click()
    spares_without(page, '写下的"')
    stopped = page.evaluate(HELD)
    page.goto("faq/")  # no page writes drafts any more
    page.evaluate(KILLED, before)
    opened(page)
    expect(switch).to_be_checked()
    becomes(page, lambda: drafts(page), [])
    page.locator(LEADER).fill("只在窗口里")
    settle(page, 1000)
    assert drafts(page) == []
    switch.click()
    expect(switch).not_to_be_checked()
    secured(page, "只在窗口里")
    page.goto("faq/")
    page.evaluate(KILLED, stopped)
    opened(page)
    expect(switch).not_to_be_checked()
    expect(page.locator(LEADER)).to_have_value("只在窗口里")


def two_that_store_no_more(disk: BrowserContext, address: str) -> tuple[Page, Page]:
    """Two windows of one copy, switched off in the first, which the second has taken over."""
    page = opened(disk.new_page(), address)
    named(page, "写下的")
    window = opened(disk.new_page(), address)
    expect(window.locator(LEADER)).to_have_value("写下的")
    page.get_by_label("不在浏览器中保存").click()
    warned(page).get_by_role("button", name="停止保存").click()
    expect(window.get_by_label("不在浏览器中保存")).to_be_checked()
    return page, window


@pytest.mark.deep
def test_the_switch_holds_for_its_copy_and_all_its_windows(
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    _, window = two_that_store_no_more(disk, copied(root, tmp_path / "甲"))
    expect(warned(window)).to_be_empty()
    window.locator(LEADER).fill("那边写的")
    settle(window, 1000)
    assert drafts(window) == []
    assert "那边写的" not in str(spares(window))
    expect(window.locator("#state-saved")).to_have_text("不在浏览器中保存")
    other = opened(disk.new_page(), copied(root, tmp_path / "乙"))
    expect(other.get_by_label("不在浏览器中保存")).not_to_be_checked()
    named(other, "乙写的")
    assert leaders(other) == ["乙写的"]


@pytest.mark.deep
def test_two_windows_that_store_again_overwrite_nothing(
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    page, window = two_that_store_no_more(disk, copied(root, tmp_path))
    window.locator(LEADER).fill("那边写的")
    page.locator(LEADER).fill("这边写的")
    page.get_by_label("不在浏览器中保存").click()
    expect(window.locator("#state-saved")).to_contain_text("已保存")
    saved(page)
    assert leaders(page) == sorted(["那边写的", "这边写的"])


@pytest.mark.deep
def test_a_full_store_still_lets_nothing_be_stored(
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    page = opened(disk.new_page(), copied(root, tmp_path))
    named(page, "写下的")
    page.evaluate(
        """() => { Storage.prototype.setItem = function () {
        throw new DOMException("full", "QuotaExceededError"); }; }"""
    )
    page.get_by_label("不在浏览器中保存").click()
    warned(page).get_by_role("button", name="停止保存").click()
    expect(told(page)).to_contain_text("这个选择没能记下，下次打开要再选")
    page.locator(LEADER).fill("只在窗口里")
    settle(page, 1000)
    expect(warned(page)).to_be_empty()
    assert drafts(page) == []
    spares_without(page, "写下的")


@pytest.mark.deep
def test_a_new_draft_asks_the_browser_to_keep_it(page: Page) -> None:
    page.add_init_script(
        """window.asked = 0; navigator.storage.persisted = () => Promise.resolve(false);
        navigator.storage.persist = () => {
          window.asked += 1; return Promise.reject(new Error("no")); };"""
    )
    opened(page)
    assert page.evaluate("window.asked") == 0
    named(page, "写下的")
    named(page, "接着写的")
    until(page, "window.asked === 1")
    opened(page)
    named(page, "又写的")
    assert page.evaluate("window.asked") == 0
    expect(page.locator("#on-disk")).to_be_hidden()


@pytest.mark.deep
def test_without_a_way_to_ask_drafts_are_kept_as_ever(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'storage', {value: undefined})")
    opened(page)
    named(page, "写下的")
    assert leaders(page) == ["写下的"]
