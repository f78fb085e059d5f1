"""What happens by mistake or behind one's back: text dragged, drafts gone, links cut."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from filling import (
    APPLICATION,
    PLAN,
    drafts,
    drafts_box,
    opened,
    saved,
    second_window,
    step,
    told,
    warned,
)
from patience import becomes
from playwright.sync_api import Page, expect

LEADER = "#in-leader"
NAME = '#rows-people [data-column="name"]'
# A file as a mouse brings it: what was made on the page, dropped on a place.
DROP = """([names, place]) => {
  const brought = new DataTransfer();
  for (const [name, data] of names) {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    brought.items.add(new File([bytes], name));
  }
  const target = document.querySelector(place);
  return ["dragenter", "dragover", "drop"].map((name) => !target.dispatchEvent(
    new DragEvent(name, {dataTransfer: brought, bubbles: true, cancelable: true})));
}"""
DRAG_TEXT = """() => {
  const brought = new DataTransfer();
  brought.setData("text/plain", "甲");
  const input = document.querySelector("#in-leader");
  return ["dragover", "drop"].map((name) => !input.dispatchEvent(
    new DragEvent(name, {dataTransfer: brought, bubbles: true, cancelable: true})));
}"""

# What the paper shows in the very moment of an input.
TYPED = """([key, text]) => {
  const box = document.querySelector(`#in-${key}`);
  box.value = text;
  box.dispatchEvent(new Event("input", {bubbles: true}));
  return document.querySelector(`#field-${key} .paper`).textContent;
}"""


def named(page: Page, name: str, leader: str) -> None:
    page.locator(LEADER).fill(leader)
    page.locator("#draft-name").fill(name)
    saved(page)


def dropped(page: Page, files: list[tuple[str, bytes]], place: str) -> list[bool]:
    """Whether the page took each of the three events of a drop for itself."""
    names = [[name, base64.b64encode(data).decode()] for name, data in files]
    return list(page.evaluate(DROP, [names, place]))


def test_a_word_file_dropped_anywhere_on_the_page_is_checked(page: Page) -> None:
    file = page.request.get("files/pilot-plan-yunlan.docx").body()
    opened(page, PLAN)
    assert dropped(page, [("云澜.docx", file)], "#in-city") == [False, True, True]
    head = page.locator("#opened h2")
    expect(head).to_have_text("检查“云澜.docx”：必改 0 处，提醒 0 处")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport()
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(page.locator("#in-city")).to_have_value("云澜市人民政府")


@pytest.mark.deep
def test_of_several_files_dropped_the_others_are_named(page: Page) -> None:
    opened(page, PLAN)
    assert dropped(page, [("甲.docx", b""), ("乙.docx", b"")], "#drop")[2]
    expect(page.locator("#opened")).to_contain_text("一次只看一份：另外 1 份没有读，请逐份拖入。")
    expect(page.locator("#opened")).to_contain_text("甲.docx: 文件是空的")


@pytest.mark.deep
def test_text_that_is_dragged_is_left_to_the_browser(page: Page) -> None:
    opened(page)
    assert page.evaluate(DRAG_TEXT) == [False, False]
    expect(page.locator("#drop")).to_be_hidden()


def test_a_file_that_was_mended_can_be_chosen_again(page: Page, tmp_path: Path) -> None:
    opened(page)
    drafts_box(page)
    file = tmp_path / "甲.yml"
    for text, words in (("form: [", "不是有效的 YAML"), ("form: x\n", "另一份表单（x）")):
        file.write_text(text, encoding="utf-8")
        page.locator("#file").set_input_files(file)
        expect(page.locator("#opened")).to_contain_text(words)
        becomes(page, lambda: page.locator("#file").input_value(), "")


@pytest.mark.deep
def test_a_row_is_not_put_back_into_another_draft(page: Page) -> None:
    opened(page)
    named(page, "第一份", "甲")
    drafts_box(page)
    page.get_by_role("button", name="新建一份").click()
    named(page, "第二份", "乙")
    step(page, "team")
    page.locator(NAME).fill("丙")
    page.get_by_role("button", name="删除第 1 行").click()
    expect(told(page)).to_contain_text("放回去")
    page.get_by_role("button", name="打开：第一份").click()
    expect(told(page)).to_contain_text("已打开草稿“第一份”。")
    expect(page.get_by_role("button", name="放回去")).to_have_count(0)


@pytest.mark.deep
def test_the_only_row_is_put_back_without_an_empty_one(page: Page) -> None:
    opened(page)
    step(page, "team")
    page.locator(NAME).fill("丙")
    page.get_by_role("button", name="删除第 1 行").click()
    page.get_by_role("button", name="放回去").click()
    becomes(page, lambda: [one.input_value() for one in page.locator(NAME).all()], ["丙"])


@pytest.mark.deep
def test_a_draft_that_is_gone_meanwhile_is_said_to_be_gone(page: Page) -> None:
    opened(page)
    named(page, "第一份", "甲")
    drafts_box(page)
    page.get_by_role("button", name="新建一份").click()
    named(page, "第二份", "乙")
    page.evaluate(
        """() => Object.keys(localStorage).filter((key) => localStorage[key].includes("第一份"))
        .forEach((key) => localStorage.removeItem(key))"""
    )
    page.get_by_role("button", name="打开：第一份").click()
    expect(told(page)).to_contain_text("这份草稿已经不在了")
    expect(page.locator(LEADER)).to_have_value("乙")
    expect(page.locator("#draft-count")).to_have_text("1")


@pytest.mark.deep
def test_the_list_of_drafts_follows_what_other_windows_do(page: Page) -> None:
    opened(page)
    other = second_window(page.context)
    named(other, "那边的", "乙")
    expect(page.locator("#draft-count")).to_have_text("1")
    expect(page.locator("#drafts")).to_contain_text("那边的")


@pytest.mark.deep
def test_a_page_that_slept_hears_what_another_window_wrote(page: Page) -> None:
    opened(page)
    named(page, "同一份", "甲")
    page.evaluate(
        """() => { const key = Object.keys(localStorage).find((one) => one.includes("draft"));
        const draft = JSON.parse(localStorage[key]);
        localStorage[key] = JSON.stringify({...draft, rev: "x"});
        window.dispatchEvent(new PageTransitionEvent("pageshow", {persisted: true})); }"""
    )
    expect(warned(page)).to_contain_text("这份草稿正在另一个窗口里填写")
    page.evaluate(
        """() => { Object.keys(localStorage).filter((one) => one.includes("draft"))
        .forEach((key) => localStorage.removeItem(key));
        document.dispatchEvent(new Event("visibilitychange")); }"""
    )
    expect(warned(page)).to_contain_text("草稿“同一份”在另一个窗口被删除了")
    expect(page.locator(LEADER)).to_have_value("甲")
    becomes(page, lambda: drafts(page), [])


@pytest.mark.deep
@pytest.mark.parametrize("fragment", ["#prefill=", "#prefill=x%3Dy", "#prefill=%E0%A4%A"])
def test_a_link_that_fills_nothing_opens_what_was_there(page: Page, fragment: str) -> None:
    opened(page)
    named(page, "第一份", "甲")
    page.goto("about:blank")
    opened(page, APPLICATION + fragment)
    expect(told(page)).to_contain_text("链接里没有可以填进这份表单的回答")
    expect(page.locator(LEADER)).to_have_value("甲")
    becomes(page, lambda: len(drafts(page)), 1)


@pytest.mark.deep
def test_an_example_that_does_not_exist_is_not_asked_for(page: Page) -> None:
    opened(page, APPLICATION + "#example-nobody")
    expect(page.locator("#state-saved")).to_have_text("还没有写")


@pytest.mark.deep
def test_what_is_not_there_is_not_deleted(page: Page) -> None:
    opened(page)
    drafts_box(page)
    for button in ("删除这份草稿", "清空全部草稿"):
        page.locator(".desk").get_by_role("button", name=button).click()
        expect(told(page)).to_contain_text("没有草稿可以删除。")
        expect(warned(page)).to_be_empty()
    page.get_by_role("button", name="新建一份").click()
    expect(told(page)).to_contain_text("眼前就是一份空白的。")


@pytest.mark.deep
@pytest.mark.parametrize(
    "date", ["2026.12.1", "2026/12/01", "２０２６年１２月１日", "二〇二六年十二月一日"]
)
def test_a_date_in_any_hand_is_a_date(page: Page, date: str) -> None:
    opened(page)
    page.locator("#in-submit_date").fill(date)
    page.locator(LEADER).click()
    expect(page.locator("#fault-submit_date")).to_be_hidden()
    saved(page)
    expect(page.locator("#in-submit_date")).to_have_value("2026-12-01")
    becomes(page, lambda: drafts(page)[0]["state"]["submit_date"], "2026-12-01")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#paper")).to_contain_text("2026年12月1日")


def test_words_beside_a_box_are_asked_for_once_it_is_ticked(page: Page) -> None:
    opened(page)
    step(page, "basic")
    words = page.locator("#section-basic .option__words").first
    expect(words).to_be_hidden()
    words.locator("xpath=..").locator("input[name]").check()
    expect(words).to_be_visible()


@pytest.mark.deep
def test_a_long_text_is_set_when_its_writer_rests(page: Page) -> None:
    opened(page)
    step(page, "plan")
    paper = page.locator("#field-overview .paper")
    page.locator("#field-overview").get_by_text("看版面").click()
    page.locator("#in-overview").fill("短")
    expect(paper).to_have_text("短")
    assert page.evaluate(TYPED, ["overview", "长" * 10000]) == "短"
    expect(paper).to_have_text("长" * 10000)


def test_the_link_to_the_check_opens_its_place(page: Page) -> None:
    page.goto("forms/pilot-plan/")
    page.get_by_role("link", name="检查填好的 Word 文件").click()
    page.wait_for_selector(".fill--on")
    expect(page.locator("#drop")).to_be_in_viewport()
    expect(page.locator("label", has_text="选文件")).to_be_visible()
