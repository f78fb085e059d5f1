"""Pages of a disk share one store: each copy of a form opens its own drafts only."""

from __future__ import annotations

import os
from pathlib import Path

import axe
import pytest
from copies import FORM, built, copied, leaders, named
from filling import alive, drafts, drafts_box, opened, saved, told, warned
from playwright.sync_api import BrowserContext, Page, expect
from twoplaces import KEY, LEADER, put_spare, secured, spares_without

OTHERS = "#others li"
# What any page of the disk may write under a name of ours.
ODD = """() => {
  const odd = [{v: 1, state: {}, name: 5, saved: "x"}, {v: 1}, null, 7,
    {v: 1, state: {}, name: {}, saved: null, named: true, form: "review-application"}];
  for (const [n, draft] of odd.entries())
    for (const area of ["review-application", "review-application@%E7", "review-application@x"])
      localStorage[`lawbook:draft:${area}:odd${n}`] = JSON.stringify(draft);
}"""


def test_a_copy_in_another_folder_opens_nothing_and_offers_it(
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    first = opened(disk.new_page(), copied(root, tmp_path / "项目 甲"))
    named(first, "甲写的", "甲的草稿")
    other = opened(disk.new_page(), copied(root, tmp_path / "项目 乙"))
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


@pytest.mark.deep
@pytest.mark.parametrize("more", ["#section-basic", "?a=1", "#field-leader"])
def test_the_same_file_is_the_same_copy_however_its_address_ends(
    disk: BrowserContext, root: Path, tmp_path: Path, more: str
) -> None:
    address = copied(root, tmp_path / "100% 甲", "申请书 (1).html")
    page = opened(disk.new_page(), address)
    named(page, "写下的")
    page.close()
    page = opened(disk.new_page(), address.replace("(", "%28") + more)
    expect(page.locator(LEADER)).to_have_value("写下的")
    expect(page.locator("#draft-count")).to_have_text("1")
    expect(page.locator("#others-box")).to_be_hidden()


@pytest.mark.deep
@pytest.mark.parametrize(
    "name", ["申请书@甲.html", "申请书:.html", "申请书%3A.html", "申请书#1.html"]
)
def test_files_with_odd_names_beside_each_other_are_different_copies(
    disk: BrowserContext, root: Path, tmp_path: Path, name: str
) -> None:
    page = opened(disk.new_page(), copied(root, tmp_path, name))
    named(page, "写下的")
    beside = opened(disk.new_page(), copied(root, tmp_path))
    expect(beside.locator(LEADER)).to_have_value("")
    drafts_box(beside)
    expect(beside.locator(OTHERS)).to_contain_text(name)
    page.reload()
    expect(alive(page).locator(LEADER)).to_have_value("写下的")


def test_two_unpacked_folders_of_the_site_are_two_copies(
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    for folder in ("甲", "乙"):
        (tmp_path / folder).symlink_to(built(root))
    place = f"forms/{FORM}/index.html"
    page = opened(disk.new_page(), (tmp_path / "甲" / place).as_uri())
    named(page, "甲写的")
    expect(page.locator("#on-disk")).to_be_visible()
    page.reload()
    expect(alive(page).locator(LEADER)).to_have_value("甲写的")
    other = opened(disk.new_page(), (tmp_path / "乙" / place).as_uri())
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


@pytest.mark.deep
@pytest.mark.parametrize("place", ["second", "first"])
def test_a_draft_of_a_page_that_knew_no_copies_is_offered(
    disk: BrowserContext, root: Path, tmp_path: Path, place: str
) -> None:
    address = copied(root, tmp_path)
    page = opened(disk.new_page(), address)
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
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    first = opened(disk.new_page(), copied(root, tmp_path / "甲"))
    named(first, "甲写的", "甲的")
    first.close()
    page = opened(disk.new_page(), copied(root, tmp_path / "乙"))
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
    disk: BrowserContext, root: Path, tmp_path: Path
) -> None:
    address = copied(root, tmp_path)
    page = opened(disk.new_page(), address)
    named(page, "写下的")
    page.evaluate(ODD)
    page.reload()
    expect(alive(page).locator(LEADER)).to_have_value("写下的")
    drafts_box(page)
    expect(page.locator(OTHERS)).to_have_count(15)
    expect(page.locator("#other-count")).to_have_text("，其他文件的 15 份")


@pytest.mark.deep
@pytest.mark.parametrize("width", [360, 1366])
def test_the_list_of_other_copies_fits_and_axe_finds_nothing(
    disk: BrowserContext, root: Path, tmp_path: Path, width: int
) -> None:
    first = opened(disk.new_page(), copied(root, tmp_path / ("很长的文件夹名称" * 6)))
    named(first, "甲写的", "甲的")
    page = opened(disk.new_page(), copied(root, tmp_path))
    page.set_viewport_size({"width": width, "height": 740})
    drafts_box(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe.faults(page, "html") == []
    if "PICTURES" in os.environ:
        page.screenshot(path=f"{os.environ['PICTURES']}/copies-{width}.png")
