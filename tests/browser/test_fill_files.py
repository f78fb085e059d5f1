"""Answer files and old drafts opened on the page: nothing that stands in them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import altered, drafts, drafts_box, opened, saved, told, warned
from patience import becomes
from playwright.sync_api import Page, Route, expect

LEADER = '[data-field="leader"] .quest__in'
FILE = """form: review-application
answers:
  leader: 甄样例
  submit_date: 2026-12
  fax: 010-12345678
  reviewer: [committee, centre]
"""


def given(page: Page, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    page.locator("#file").set_input_files(file)


def test_an_unfinished_answer_file_is_opened_as_it_was_typed(page: Page, tmp_path: Path) -> None:
    opened(page)
    drafts_box(page)
    given(page, tmp_path / "甲.yml", FILE)
    found = page.locator("#opened")
    expect(found.get_by_text("fax")).to_have_text(
        "提示：表单没有“fax”这一栏；请对照表单的栏目填写，或删去这一行。"
        "需要的内容请抄到合适的地方：「fax」：010-12345678"
    )
    expect(found).to_contain_text("「审查机构」：committee；centre")
    expect(found).to_contain_text('"2026-12" 不是日期')
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("已把“甲.yml”作为新草稿打开")
    becomes(page, lambda: len(drafts(page)), 1)
    [draft] = drafts(page)
    assert draft["state"]["submit_date"] == "2026-12"
    assert draft["state"]["leader"] == "甄样例"


def test_answers_to_another_form_and_broken_files_are_named(page: Page, tmp_path: Path) -> None:
    opened(page)
    drafts_box(page)
    given(page, tmp_path / "乙.yml", "form: pilot-plan\nanswers: {}\n")
    expect(page.locator("#opened")).to_contain_text(
        "行动实施方案》的答案，不是《人工智能科技伦理审查申请书》的"
    )
    expect(page.locator("#opened a")).to_have_attribute("href", "../pilot-plan/")
    given(page, tmp_path / "丙.json", '{"form": "review-application",\n}')
    expect(page.locator("#opened")).to_contain_text("丙.json:2: 不是有效的 JSON")
    given(page, tmp_path / "丁.yml", "form: review-application\nanswers:\n\tleader: 甲\n")
    expect(page.locator("#opened")).to_contain_text("丁.yml:3: 不是有效的 YAML")


def renamed(page: Page) -> None:
    """Serve the form as if its field 负责人 had been called chief before."""

    def served(route: Route) -> None:
        text = route.fetch().text()
        assert text.count('{"key":"leader",') == 1
        changed = text.replace('{"key":"leader",', '{"key":"leader","formerly":["chief"],')
        route.fulfill(body=changed, content_type="text/javascript")

    page.route("**/data/forms/review-application.js*", served)


@pytest.mark.deep
def test_an_old_draft_and_an_old_file_come_under_present_names(page: Page, tmp_path: Path) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    altered(
        page,
        """draft.version = "2025.1"; draft.name = "旧稿"; draft.named = true;
        draft.state.chief = draft.state.leader; delete draft.state.leader;
        draft.shape.chief = {...draft.shape.leader, called: "首席"}""",
    )
    renamed(page)
    page.reload()
    expect(warned(page)).to_contain_text("这份草稿按 2025.1 版表单填写，现在是")
    expect(warned(page)).to_contain_text("「首席」写的内容转到了「科技活动负责人」")
    expect(page.locator(LEADER)).to_have_value("甲")
    saved(page)
    becomes(page, lambda: len(drafts(page)), 1)
    [draft] = drafts(page)
    assert [draft["name"], draft["state"]["leader"]] == ["旧稿", "甲"]
    assert "chief" not in draft["state"]
    drafts_box(page)
    given(page, tmp_path / "甲.yml", "form: review-application\nanswers: {chief: 乙}\n")
    expect(page.locator("#opened")).to_contain_text(
        "“chief”是「科技活动负责人」从前的名称，已按 leader 读入"
    )
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(page.locator(LEADER)).to_have_value("乙")


@pytest.mark.deep
def test_an_old_draft_that_does_not_fit_whole_stays_beside_its_copy(page: Page) -> None:
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    altered(
        page,
        """draft.version = "2025.1"; draft.name = "旧稿"; draft.named = true;
        draft.state.fax = "010-12345678";
        draft.shape.fax = {kind: "text", called: "传真", parts: []}""",
    )
    page.reload()
    expect(warned(page)).to_contain_text("下列内容没有对应的栏目")
    expect(warned(page)).to_contain_text("「传真」：010-12345678")
    expect(warned(page)).to_contain_text("原来的草稿没有动")
    page.locator(LEADER).fill("乙")
    saved(page)
    becomes(page, lambda: len(drafts(page)), 2)
    old, new = drafts(page)
    assert [old["name"], old["version"], old["state"]["leader"]] == ["旧稿", "2025.1", "甲"]
    assert old["state"]["fax"] == "010-12345678"
    assert [new["name"], new["state"]["leader"]] == [f"旧稿（{new['version']} 版）", "乙"]
