"""A report begun on the page with the plan's own file."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import drafts, drafts_box, opened, told
from patience import becomes
from playwright.sync_api import Page, expect

from params import deep

SUMMARY = "forms/pilot-summary/"


@pytest.mark.parametrize(
    "file", ["site/files/pilot-plan-yunlan.docx", deep("data/examples/pilot-plan-yunlan.yml")]
)
def test_the_plans_file_begins_the_report(page: Page, root: Path, file: str) -> None:
    opened(page, SUMMARY)
    drafts_box(page)
    page.locator("#file").set_input_files(root / file)
    found = page.locator("#opened")
    expect(found.locator("h2")).to_have_text(f"用“{Path(file).name}”开头")
    expect(found).to_contain_text("行动实施方案带入 15 栏，都可以改；其余的栏目还是空的。")
    expect(found).not_to_contain_text("必改")
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("作为新草稿打开")
    becomes(page, lambda: len(drafts(page)), 1)
    [draft] = drafts(page)
    assert draft["state"]["city"] == "云澜市人民政府"
    assert len(draft["state"]["goals"]) == 7
    assert draft["head"]["mark"].startswith("虚构示例")
    expect(page.locator("#mark")).to_be_visible()


@pytest.mark.deep
def test_plan_and_ledger_begin_it_together(page: Page, root: Path) -> None:
    opened(page, SUMMARY)
    drafts_box(page)
    names = ("pilot-tasks-yunlan", "pilot-plan-yunlan")
    page.locator("#file").set_input_files([root / f"data/examples/{name}.yml" for name in names])
    found = page.locator("#opened")
    expect(found.locator("h2")).to_have_text(
        "用“pilot-tasks-yunlan.yml、pilot-plan-yunlan.yml”开头"
    )
    expect(found).not_to_contain_text("没有读")
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("作为新草稿打开")
    becomes(page, lambda: len(drafts(page)), 1)
    [draft] = drafts(page)
    assert len(draft["state"]["goals"]) == 7  # of the plan
    planned, done, evidence, _ = draft["state"]["schedule"][0]  # of the ledger
    assert (bool(planned), bool(done), bool(evidence)) == (True, True, True)


def test_a_file_of_another_form_is_still_sent_to_its_own_page(page: Page, root: Path) -> None:
    opened(page, SUMMARY)
    drafts_box(page)
    page.locator("#file").set_input_files(root / "data/examples/review-application-tuijian.yml")
    link = page.locator("#opened a")
    expect(link).to_have_attribute("href", "../review-application/")


def test_a_letter_with_an_empty_place_is_not_built(page: Page, root: Path) -> None:
    opened(page, "forms/review-decision/")
    drafts_box(page)
    page.locator("#file").set_input_files(root / "data/examples/review-application-suifang.yml")
    expect(page.locator("#opened h2")).to_have_text("用“review-application-suifang.yml”开头")
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("作为新草稿打开")
    page.locator('.bar [data-act="word"]').click()
    expect(page.locator("#warned, #told").filter(has_text="信函不生成草稿")).to_be_visible()
