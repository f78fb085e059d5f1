"""The folder of 委员会工作台: large, killed, in two windows, on another machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_page import (
    APPLICATION,
    FILES,
    FOLDERS,
    bring,
    example,
    folder,
    many,
    opened,
    results,
    rows,
    today,
)
from filling import kill, own_browser
from patience import becomes
from playwright.sync_api import Browser, Page, expect

NO_SECOND = "IDBObjectStore.prototype.put = () => { throw new DOMException('x', 'DataError'); };"
FULL = """
const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (key, text) {
  if (text.length > 2000) throw new DOMException("full", "QuotaExceededError");
  return setItem.call(this, key, text);
};
"""
LARGE = 320  # cases: more than localStorage holds
SAVED = ".folder__saved"


@pytest.mark.deep
def test_a_folder_larger_than_the_small_store_is_kept(page: Page, root: Path) -> None:
    text = folder(many(root, LARGE))
    assert len(text) > 5_300_000
    opened(page)
    bring(page, "大.json", text)
    expect(results(page)).to_contain_text(f"共 {LARGE} 件")
    expect(rows(page)).to_have_count(LARGE)
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    expect(page.locator("#warned")).to_be_empty()
    assert [one["state"] for one in page.evaluate(FOLDERS)] == [{"away": True}]
    page.set_input_files(FILES, root / APPLICATION)
    expect(results(page)).to_contain_text(f"登记为 {today().year}-321")
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    opened(page)
    expect(rows(page)).to_have_count(LARGE + 1)


@pytest.mark.deep
def test_a_large_folder_outlives_a_killed_browser(
    browser: Browser, address: str, root: Path, tmp_path: Path
) -> None:
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    bring(page, "大.json", folder(many(root, LARGE)))
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    page.set_input_files(FILES, root / APPLICATION)
    expect(results(page)).to_contain_text("登记为")
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    kill(context, tmp_path)
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    expect(rows(page)).to_have_count(LARGE + 1)
    expect(rows(page).filter(has_text="慢性病随访对话助手研发")).to_have_count(1)
    context.close()


def test_what_neither_place_takes_is_said_and_can_be_taken_away(page: Page, root: Path) -> None:
    page.add_init_script(NO_SECOND + FULL)
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(results(page)).to_contain_text("登记为")
    warned = page.locator("#warned")
    expect(warned).to_contain_text("还没有存下来，不要关闭本页")
    expect(page.locator(SAVED)).to_have_text("没有存下来")
    with page.expect_download() as taken:
        warned.get_by_role("button", name="保存为文件").click()
    tree = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
    assert len(tree["cases"]) == 1


@pytest.mark.deep
def test_a_full_small_store_is_no_trouble_for_a_folder(page: Page, root: Path) -> None:
    page.add_init_script(FULL)
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    expect(page.locator("#warned")).to_be_empty()
    becomes(page, lambda: [one["state"] for one in page.evaluate(FOLDERS)], [{"away": True}])
    opened(page)
    expect(rows(page)).to_contain_text("慢性病随访对话助手研发")


def test_saved_and_opened_on_another_machine(
    page: Page, browser: Browser, address: str, root: Path
) -> None:
    opened(page)
    bring(page, "a.json", folder([example(root, "2026-003")], members=[{"name": "程举例"}]))
    expect(rows(page)).to_have_count(1)
    with page.expect_download() as taken:
        page.get_by_role("button", name="保存为文件").click()
    expect(page.locator("#told")).to_contain_text("共 1 件案件；在别的电脑上用“打开文件”打开")
    assert taken.value.suggested_filename == "测试案卷.json"
    there = browser.new_context(base_url=address).new_page()
    opened(there)
    there.set_input_files(FILES, taken.value.path())
    expect(results(there)).to_contain_text("×")  # a download has no ending while it lies there
    bring(there, "测试案卷.json", Path(taken.value.path()).read_bytes())
    expect(results(there)).to_contain_text("已打开案卷夹“测试案卷”，共 1 件")
    expect(rows(there)).to_contain_text("不予批准")  # an end, whatever day it is
    there.locator(".views a", has_text="委员名册").click()
    expect(there.locator(".member input")).to_have_value("程举例")
    there.context.close()


def test_two_windows_on_one_folder(page: Page, root: Path) -> None:
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(rows(page)).to_have_count(1)
    other = opened(page.context.new_page())
    expect(rows(other)).to_have_count(1)
    other.set_input_files(FILES, root / "data/examples/review-application-naoji.yml")
    expect(rows(other)).to_have_count(2)
    expect(page.locator("#told")).to_contain_text("另一个窗口刚改过这个案卷夹，本页已换成最新的")
    expect(rows(page)).to_have_count(2)
    page.set_input_files(FILES, root / "data/examples/review-application-damoxing.yml")
    expect(rows(page)).to_have_count(3)
    expect(rows(other)).to_have_count(3)
    becomes(page, f"{FOLDERS}.length", 1)


def test_what_is_being_written_is_not_taken_away_by_another_window(page: Page, root: Path) -> None:
    opened(page)
    bring(page, "a.json", folder([example(root, "2026-004")]))
    rows(page).locator("a").click()
    words = page.locator(".event input[type=text]").first
    words.fill("正在写")
    other = opened(page.context.new_page())
    other.set_input_files(FILES, root / APPLICATION)
    expect(rows(other)).to_have_count(2)
    expect(page.locator("#warned")).to_contain_text("这个案卷夹在另一个窗口里")
    expect(words).to_have_value("正在写")
    page.locator("#warned").get_by_role("button", name="换成那边的内容").click()
    page.locator(".back a").click()
    expect(rows(page)).to_have_count(2)


def test_a_case_of_the_command_line_goes_into_the_folder(page: Page, root: Path) -> None:
    opened(page)
    path = root / "data/examples/cases/2026-004.yml"
    page.set_input_files(FILES, [path, path])
    expect(results(page).nth(0)).to_contain_text("案件 2026-004 已放入案卷夹")
    expect(results(page).nth(1)).to_contain_text("已经有案件 2026-004，没有改动它")
    expect(rows(page)).to_have_count(1)


@pytest.mark.deep
def test_a_second_place_that_never_answers_holds_nobody_up(page: Page, root: Path) -> None:
    page.add_init_script("IDBFactory.prototype.open = () => ({});")
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(rows(page)).to_have_count(1)
    opened(page)
    expect(rows(page)).to_have_count(1)
