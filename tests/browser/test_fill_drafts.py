"""What a person typed is never lost: each trouble has its sentence, and the words stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import (
    APPLICATION,
    CLOSED,
    FULL,
    PLAN,
    altered,
    drafts,
    drafts_box,
    opened,
    saved,
    second_window,
    told,
    warned,
)
from patience import becomes, settle
from playwright.sync_api import Browser, Page, expect

LEADER = "#in-leader"


def rename(page: Page, name: str) -> None:
    page.locator("#draft-name").fill(name)
    saved(page)


def test_drafts_save_themselves_with_a_visible_time(page: Page) -> None:
    opened(page)
    expect(page.locator("#state-saved")).to_have_text("还没有写")
    page.locator(LEADER).press_sequentially("甄样例", delay=50)
    settle(page)
    becomes(page, lambda: [one["state"]["leader"] for one in drafts(page)], ["甄样例"])
    [draft] = drafts(page)
    time = page.evaluate("(at) => new Date(at).toTimeString().slice(0, 5)", draft["saved"])
    expect(page.locator("#state-saved")).to_have_text(f"已保存 {time}")
    expect(page.locator("#draft-saved")).to_have_text(f"已保存 {time}")


def test_several_drafts_with_names_are_opened_and_deleted(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    rename(page, "第一份")
    drafts_box(page)
    page.get_by_role("button", name="新建一份").click()
    expect(page.locator(LEADER)).to_have_value("")
    page.locator(LEADER).fill("乙")
    rename(page, "第二份")
    becomes(
        page,
        lambda: [(one["name"], one["state"]["leader"]) for one in drafts(page)],
        [
            ("第一份", "甲"),
            ("第二份", "乙"),
        ],
    )
    page.get_by_role("button", name="打开：第一份").click()
    expect(page.locator(LEADER)).to_have_value("甲")
    page.get_by_role("button", name="删除：第二份").click()
    expect(warned(page)).to_contain_text("删除草稿“第二份”？")
    warned(page).get_by_role("button", name="取消").click()
    becomes(page, lambda: len(drafts(page)), 2)
    page.get_by_role("button", name="删除：第二份").click()
    warned(page).get_by_role("button", name="删除", exact=True).click()
    becomes(page, lambda: [one["name"] for one in drafts(page)], ["第一份"])
    page.get_by_role("button", name="清空全部草稿").click()
    warned(page).get_by_role("button", name="全部删除").click()
    becomes(page, lambda: drafts(page), [])
    expect(page.locator(LEADER)).to_have_value("")


def test_the_drafts_of_one_form_are_not_those_of_the_other(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    opened(page, PLAN)
    expect(page.locator("#draft-count")).to_have_text("0")


@pytest.mark.deep
@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (FULL, "浏览器存草稿的空间满了，写的内容还没有存下来，不要关闭本页。"),
        (CLOSED, "这个浏览器不让本页存草稿（可能是无痕窗口，或者设置里禁止了网站数据）。"),
    ],
    ids=["full", "closed"],
)
def test_what_cannot_be_stored_is_told_and_can_be_taken_away(
    browser: Browser, address: str, tmp_path: Path, trouble: str, words: str
) -> None:
    context = browser.new_context(base_url=address)  # the theme itself complains of a closed store
    page = context.new_page()
    page.add_init_script(trouble)
    opened(page)
    page.locator(LEADER).fill("甄样例")
    expect(warned(page)).to_contain_text(words)
    with page.expect_download() as waiting:
        warned(page).get_by_role("button", name="保存答案文件").click()
    waiting.value.save_as(tmp_path / "a.yml")
    assert "leader: 甄样例" in (tmp_path / "a.yml").read_text(encoding="utf-8")
    expect(page.locator(LEADER)).to_have_value("甄样例")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]
    context.close()


@pytest.mark.deep
def test_what_is_not_stored_is_not_put_away_without_a_question(page: Page) -> None:
    opened(page)
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator(LEADER).fill("甄样例")
    expect(warned(page)).to_contain_text("空间满了")
    drafts_box(page)
    page.get_by_role("button", name="新建一份").click()
    expect(warned(page)).to_contain_text("眼前这份还没有存下来，换掉就找不回来")
    warned(page).get_by_role("button", name="取消").click()
    expect(page.locator(LEADER)).to_have_value("甄样例")
    page.get_by_role("button", name="新建一份").click()
    warned(page).get_by_role("button", name="换掉").click()
    expect(page.locator(LEADER)).to_have_value("")


@pytest.mark.deep
def test_room_made_again_is_used_at_once(page: Page) -> None:
    opened(page)
    page.evaluate("void (window.kept = Storage.prototype.setItem)")
    page.locator(LEADER).fill("甲")
    saved(page)
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator(LEADER).fill("甲乙")
    expect(warned(page)).to_contain_text("以后写的还没有存下来")
    page.evaluate("void (Storage.prototype.setItem = window.kept)")
    warned(page).get_by_role("button", name="再存一次").click()
    expect(warned(page)).to_be_empty()
    becomes(page, lambda: [one["state"]["leader"] for one in drafts(page)], ["甲乙"])


@pytest.mark.deep
def test_a_really_full_store_loses_nothing_that_was_saved(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    page.evaluate(
        """() => { let size = 1 << 22, n = 0;
        while (size > 0) try { localStorage.setItem("x" + n++, "x".repeat(size)); }
        catch (full) { size = size >> 1; } }"""
    )
    page.locator(LEADER).fill("甲" * 4000)
    expect(warned(page)).to_contain_text("空间满了")
    becomes(page, lambda: [one["state"]["leader"] for one in drafts(page)], ["甲"])
    expect(page.locator(LEADER)).to_have_value("甲" * 4000)


def test_two_windows_on_one_draft_warn_and_never_overwrite(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    rename(page, "同一份")
    other = second_window(page.context)
    expect(other.locator(LEADER)).to_have_value("甲")
    other.locator("#in-unit").fill("那边写的")
    saved(other)
    expect(warned(page)).to_contain_text("这份草稿正在另一个窗口里填写")
    page.locator("#in-unit").fill("这边写的")
    expect(warned(page)).to_contain_text("本窗口写的已另存为“同一份（另一份）”")
    saved(page)
    becomes(
        page,
        lambda: [(one["name"], one["state"]["unit"]) for one in drafts(page)],
        [
            ("同一份", "那边写的"),
            ("同一份（另一份）", "这边写的"),
        ],
    )


@pytest.mark.deep
@pytest.mark.parametrize(
    ("choice", "units"),
    [("换成那边的内容", ["那边写的"]), ("两份都留", ["那边写的", ""])],
)
def test_of_two_windows_the_person_chooses(page: Page, choice: str, units: list[str]) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    other = second_window(page.context)
    other.locator("#in-unit").fill("那边写的")
    saved(other)
    warned(page).get_by_role("button", name=choice).click()
    settle(page)
    becomes(page, lambda: [one["state"]["unit"] for one in drafts(page)], units)
    expect(page.locator("#in-unit")).to_have_value(units[-1])


@pytest.mark.deep
def test_a_draft_deleted_in_another_window_lives_on_where_it_is_written(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    rename(page, "留着的")
    other = second_window(page.context)
    drafts_box(other)
    other.get_by_role("button", name="删除这份草稿").first.click()
    warned(other).get_by_role("button", name="删除", exact=True).click()
    expect(warned(page)).to_contain_text("草稿“留着的”在另一个窗口被删除了。本窗口的内容还在")
    page.locator(LEADER).fill("甲乙")
    expect(warned(page)).to_contain_text("本窗口的内容已重新保存")
    becomes(page, lambda: [one["state"]["leader"] for one in drafts(page)], ["甲乙"])


def test_what_was_typed_is_stored_while_the_page_goes_away(page: Page) -> None:
    opened(page)
    page.evaluate("void (window.setTimeout = () => 0)")  # no timer runs any more
    page.locator(LEADER).press_sequentially("甄样例", delay=30)
    page.reload()  # nothing waited for
    expect(told(page)).to_contain_text("已打开上次的草稿“未命名”")
    expect(page.locator(LEADER)).to_have_value("甄样例")


def test_a_draft_of_an_older_form_keeps_what_has_a_place_and_names_the_rest(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    altered(page, "draft.version = '2025.1'; draft.state.old_field = '从前写的'")
    page.reload()
    expect(warned(page)).to_contain_text("这份草稿按 2025.1 版表单填写")
    expect(warned(page)).to_contain_text("从前写的")
    expect(page.locator(LEADER)).to_have_value("甲")


@pytest.mark.deep
def test_a_draft_that_cannot_be_read_is_shown_and_harms_nothing(page: Page) -> None:
    opened(page)
    page.evaluate("localStorage.setItem('lawbook:draft:review-application:x', '{broken')")
    page.reload()
    drafts_box(page)
    expect(page.locator("#drafts")).to_contain_text("读不出来的草稿")
    page.locator(LEADER).fill("甲")
    saved(page)
    expect(page.locator("#draft-count")).to_have_text("2")


def test_without_scripts_there_is_a_page_to_read_and_the_word_form(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(APPLICATION)
    expect(page.locator(".fill__off a.download")).to_be_visible()
    expect(page.locator("#in-leader")).to_be_disabled()
    for shown in ("#field-promise", "#section-risk", ".fill__grounds figure >> nth=0"):
        expect(page.locator(shown)).to_be_visible()
    for gone in (".desk", ".bar", "#section-finish .finish"):
        expect(page.locator(gone)).to_be_hidden()
    context.close()
