"""Pages of a disk share one store: each copy of a form opens its own drafts only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import axe
import pytest
import stray
from filling import alive, drafts, drafts_box, opened, saved, told, warned
from patience import becomes, settle, until
from playwright.sync_api import Browser, BrowserContext, Page, expect
from twoplaces import KEY, LEADER, put_spare, secured, spares, spares_without

from params import deep

FORM = "review-application"
OFF = "Object.keys(localStorage).filter((key) => key.startsWith('lawbook:off:'))"
OTHERS = "#others li"
# What any page of the disk may write under a name of ours.
ODD = """() => {
  const odd = [{v: 1, state: {}, name: 5, saved: "x"}, {v: 1}, null, 7,
    {v: 1, state: {}, name: {}, saved: null, named: true, form: "review-application"}];
  for (const [n, draft] of odd.entries())
    for (const area of ["review-application", "review-application@%E7", "review-application@x"])
      localStorage[`lawbook:draft:${area}:odd${n}`] = JSON.stringify(draft);
}"""


def built(root: Path) -> Path:
    return Path(os.environ.get("SITE_DIR", root / "site"))


def copied(root: Path, folder: Path, name: str = "申请书.html") -> str:
    """The form as one file in a folder; its address."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes((built(root) / "forms" / FORM / f"{FORM}.html").read_bytes())
    return (folder / name).as_uri()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser for all pages of a disk; afterwards no page of it has complained."""
    made = browser.new_context(viewport={"width": 1280, "height": 800})
    made.add_init_script(stray.WATCH)
    said: list[str] = []
    made.on("console", lambda message: said.append(message.text))
    made.on("weberror", lambda error: said.append(str(error.error)))
    yield made
    made.close()
    assert said == []


def named(page: Page, words: str, name: str = "一份") -> None:
    page.locator(LEADER).fill(words)
    page.locator("#draft-name").fill(name)
    saved(page)


def leaders(page: Page) -> list[str]:
    return sorted(one["state"]["leader"] for one in drafts(page))


def test_a_copy_in_another_folder_opens_nothing_and_offers_it(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    first = opened(context.new_page(), copied(root, tmp_path / "项目 甲"))
    named(first, "甲写的", "甲的草稿")
    other = opened(context.new_page(), copied(root, tmp_path / "项目 乙"))
    expect(other.locator(LEADER)).to_have_value("")
    expect(other.locator("#draft-count")).to_have_text("0")
    expect(told(other)).to_contain_text("其他文件（或者旧版填写页）的 1 份草稿，没有打开")
    told(other).get_by_role("button", name="看列表").click()
    expect(other.locator(OTHERS)).to_contain_text("甲的草稿")
    expect(other.locator(OTHERS)).to_contain_text("项目 甲/申请书.html")
    other.get_by_role("button", name="打开：甲的草稿").click()
    expect(told(other)).to_contain_text("抄成这里的一份；原来的没有动")
    expect(other.locator(LEADER)).to_have_value("甲写的")
    other.locator(LEADER).fill("乙接着写")
    saved(other)
    assert leaders(other) == ["乙接着写", "甲写的"]
    first.reload()
    expect(told(alive(first))).to_contain_text("已打开上次的草稿“甲的草稿”")
    expect(first.locator(LEADER)).to_have_value("甲写的")
    expect(warned(first)).to_be_empty()


@pytest.mark.parametrize("more", ["#section-basic", *map(deep, ("?a=1", "#field-leader"))])
def test_the_same_file_is_the_same_copy_however_its_address_ends(
    context: BrowserContext, root: Path, tmp_path: Path, more: str
) -> None:
    address = copied(root, tmp_path / "100% 甲", "申请书 (1).html")
    page = opened(context.new_page(), address)
    named(page, "写下的")
    page.close()
    page = opened(context.new_page(), address.replace("(", "%28") + more)
    expect(page.locator(LEADER)).to_have_value("写下的")
    expect(page.locator("#draft-count")).to_have_text("1")
    expect(page.locator("#others-box")).to_be_hidden()


@pytest.mark.parametrize(
    "name",
    ["申请书@甲.html", *map(deep, ("申请书:.html", "申请书%3A.html", "申请书#1.html"))],
)
def test_files_with_odd_names_beside_each_other_are_different_copies(
    context: BrowserContext, root: Path, tmp_path: Path, name: str
) -> None:
    page = opened(context.new_page(), copied(root, tmp_path, name))
    named(page, "写下的")
    beside = opened(context.new_page(), copied(root, tmp_path))
    expect(beside.locator(LEADER)).to_have_value("")
    drafts_box(beside)
    expect(beside.locator(OTHERS)).to_contain_text(name)
    page.reload()
    expect(alive(page).locator(LEADER)).to_have_value("写下的")


def test_two_unpacked_folders_of_the_site_are_two_copies(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).symlink_to(built(root))
    place = f"forms/{FORM}/index.html"
    page = opened(context.new_page(), (tmp_path / "甲" / place).as_uri())
    named(page, "甲写的")
    expect(page.locator("#on-disk")).to_be_visible()
    page.reload()
    expect(alive(page).locator(LEADER)).to_have_value("甲写的")
    other = opened(context.new_page(), (tmp_path / "乙" / place).as_uri())
    expect(other.locator(LEADER)).to_have_value("")
    expect(told(other)).to_contain_text("1 份草稿，没有打开")


def of_old(page: Page) -> dict[str, object]:
    """Make what is stored a draft of a page that knew nothing of copies."""
    draft = drafts(page)[-1]
    page.evaluate(
        "([key, text]) => { localStorage.clear(); if (text) localStorage[key] = text; }",
        [KEY + draft["id"], page.evaluate("JSON.stringify", draft)],
    )
    return draft


@pytest.mark.parametrize("place", ["second", deep("first")])
def test_a_draft_of_a_page_that_knew_no_copies_is_offered(
    context: BrowserContext, root: Path, tmp_path: Path, place: str
) -> None:
    address = copied(root, tmp_path)
    page = opened(context.new_page(), address)
    named(page, "从前写的", "从前的")
    secured(page, "从前写的")
    page.goto(copied(root, tmp_path, "别处.html"))
    draft = of_old(alive(page))
    if place == "second":  # killed before the first place was written
        page.evaluate("localStorage.clear()")
        text = page.evaluate("JSON.stringify", draft)
        put_spare(page, {"key": f"{KEY}{draft['id']}", "text": text})
    page.goto(copied(root, tmp_path / "新"))
    expect(told(alive(page))).to_contain_text("其他文件（或者旧版填写页）的 1 份草稿，没有打开")
    expect(page.locator(LEADER)).to_have_value("")
    drafts_box(page)
    expect(page.locator(OTHERS)).to_contain_text("没有记下是哪一份文件")
    page.get_by_role("button", name="打开：从前的").click()
    expect(page.locator(LEADER)).to_have_value("从前写的")
    assert leaders(page) == ["从前写的", "从前写的"]


def test_another_copys_draft_is_deleted_only_when_told_to(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    first = opened(context.new_page(), copied(root, tmp_path / "甲"))
    named(first, "甲写的", "甲的")
    first.close()
    page = opened(context.new_page(), copied(root, tmp_path / "乙"))
    named(page, "乙写的", "乙的")
    drafts_box(page)
    page.get_by_role("button", name="清空全部草稿").click()
    expect(warned(page)).to_contain_text("共 1 份")
    warned(page).get_by_role("button", name="全部删除").click()
    expect(page.locator("#draft-count")).to_have_text("0")
    assert leaders(page) == ["甲写的"]
    page.get_by_role("button", name="删除：甲的").click()
    expect(warned(page)).to_contain_text("甲/申请书.html）？删除后找不回来")
    warned(page).get_by_role("button", name="删除", exact=True).click()
    expect(page.locator("#others-box")).to_be_hidden()
    assert drafts(page) == []
    spares_without(page, "甲写的")


@pytest.mark.deep
def test_what_another_page_of_the_disk_wrote_breaks_nothing(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    address = copied(root, tmp_path)
    page = opened(context.new_page(), address)
    named(page, "写下的")
    page.evaluate(ODD)
    page.reload()
    expect(alive(page).locator(LEADER)).to_have_value("写下的")
    drafts_box(page)
    expect(page.locator(OTHERS)).to_have_count(15)
    expect(page.locator("#other-count")).to_have_text("，其他文件的 15 份")


def test_the_switch_says_what_goes_and_then_nothing_is_stored(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    other = opened(context.new_page(), copied(root, tmp_path / "别处"))
    named(other, "别处写的", "别处的")
    other.close()
    page = opened(context.new_page(), copied(root, tmp_path))
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


# What the first place held, for a browser that is killed before it has written there what follows.
HELD = "() => JSON.stringify({...localStorage})"
KILLED = """(held) => { localStorage.clear(); Object.assign(localStorage, JSON.parse(held)); }"""


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


@pytest.mark.deep
def test_the_switch_holds_for_its_copy_and_all_its_windows(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    address = copied(root, tmp_path / "甲")
    page = opened(context.new_page(), address)
    named(page, "写下的")
    window = opened(context.new_page(), address)
    expect(window.locator(LEADER)).to_have_value("写下的")
    page.get_by_label("不在浏览器中保存").click()
    warned(page).get_by_role("button", name="停止保存").click()
    expect(window.get_by_label("不在浏览器中保存")).to_be_checked()
    expect(warned(window)).to_be_empty()
    window.locator(LEADER).fill("那边写的")
    settle(window, 1000)
    assert drafts(window) == []
    assert "那边写的" not in str(spares(window))
    expect(window.locator("#state-saved")).to_have_text("不在浏览器中保存")
    other = opened(context.new_page(), copied(root, tmp_path / "乙"))
    expect(other.get_by_label("不在浏览器中保存")).not_to_be_checked()
    named(other, "乙写的")
    assert leaders(other) == ["乙写的"]


@pytest.mark.deep
def test_two_windows_that_store_again_overwrite_nothing(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    address = copied(root, tmp_path)
    page = opened(context.new_page(), address)
    named(page, "写下的")
    window = opened(context.new_page(), address)
    expect(window.locator(LEADER)).to_have_value("写下的")
    page.get_by_label("不在浏览器中保存").click()
    warned(page).get_by_role("button", name="停止保存").click()
    expect(window.get_by_label("不在浏览器中保存")).to_be_checked()
    window.locator(LEADER).fill("那边写的")
    page.locator(LEADER).fill("这边写的")
    page.get_by_label("不在浏览器中保存").click()
    expect(window.locator("#state-saved")).to_contain_text("已保存")
    saved(page)
    assert leaders(page) == sorted(["那边写的", "这边写的"])


@pytest.mark.deep
def test_a_full_store_still_lets_nothing_be_stored(
    context: BrowserContext, root: Path, tmp_path: Path
) -> None:
    page = opened(context.new_page(), copied(root, tmp_path))
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


@pytest.mark.parametrize("width", [360, deep(1366)])
def test_the_list_of_other_copies_fits_and_axe_finds_nothing(
    context: BrowserContext, root: Path, tmp_path: Path, width: int
) -> None:
    first = opened(context.new_page(), copied(root, tmp_path / ("很长的文件夹名称" * 6)))
    named(first, "甲写的", "甲的")
    page = opened(context.new_page(), copied(root, tmp_path))
    page.set_viewport_size({"width": width, "height": 740})
    drafts_box(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe.faults(page, "html") == []
    if "PICTURES" in os.environ:
        page.screenshot(path=f"{os.environ['PICTURES']}/copies-{width}.png")
