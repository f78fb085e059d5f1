"""A secretary's cases from the application to their outcome, on the page alone, one after another.

``CASES=10`` does ten of them.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest
from desk_page import APPLICATION, FILES, FOLDERS, REGISTRATION, opened, results, rows, today
from filling import alive, step
from patience import becomes
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.deep
COUNT = int(os.environ.get("CASES", "3"))
OUTCOMES = {
    "approve": ("批准", "跟踪期内"),
    "revise": ("修改后再审", "待修改"),
    "reject": ("不予批准", "待送达"),
}
MAIN = ".act--main"
HELP = ".next .next__help"


def named(root: Path, number: int) -> dict[str, Any]:
    """An application of a name of its own, as a file of answers."""
    text = (root / APPLICATION).read_text(encoding="utf-8")
    other = text.replace("慢性病随访对话助手研发", f"虚构活动{number}号")
    return {"name": f"{number}.yml", "mimeType": "", "buffer": other.encode()}


def back(page: Page) -> None:
    """To the case, once what was written is stored; and into it."""
    expect(page.locator("#state-saved")).to_contain_text("已保存")
    page.locator("#state-desk a").click()
    expect(page.locator("#case-name")).to_be_focused()
    expect(page.locator(HELP).first).to_contain_text("没有必改的")
    expect(page.locator(MAIN)).to_have_text("记入案件")
    page.locator(MAIN).click()
    expect(page.locator("#told")).to_contain_text("已记入")


def last_day() -> str:
    """Thirty days after today in Beijing."""
    day = today() + datetime.timedelta(days=30)
    return f"{day.year}年{day.month}月{day.day}日"


def accepted(page: Page, number: int) -> None:
    expect(page.locator(".next h3")).to_contain_text("受理通知书")
    expect(page.locator(HELP).first).to_contain_text("文书编号、审查程序、审查形式、联系人和电话")
    page.locator(MAIN).click()
    expect(alive(page).locator("#in-number")).to_be_focused()
    page.locator("#in-number").fill(f"云伦受〔2026〕{number}号")
    page.locator("#in-contact").fill("沈示意，0000-00000000")
    page.locator("#in-procedure-general").check()
    page.locator("#in-way-meeting").check()
    back(page)


def met(page: Page, number: int, outcome: str) -> None:
    """The meeting: the second member steps aside, one is away in every second case."""
    expect(page.locator(".next h3")).to_contain_text("审查会议记录")
    page.locator(".votes summary").click()
    members = page.locator(".votes__one")
    expect(members).to_have_count(7)
    members.nth(1).get_by_text("有利益冲突").click()
    away = number % 2
    if away:
        members.nth(6).get_by_text("未到会").click()
    page.get_by_role("button", name="没有选的都记同意").click()
    expect(page.locator(".votes__sum")).to_have_text(
        f"到会{7 - away}人：同意{6 - away}，不同意0，弃权0，回避1；未到会{away}人。"
    )
    page.get_by_role("button", name="带入会议记录").click()
    expect(alive(page).locator("#in-chair")).to_be_focused()
    page.locator("#in-chair").fill("委员甲，主任委员")
    step(page, "review")
    views = page.locator('[data-field="focuses"] .row [data-column="view"]')
    expect(views).to_have_count(7)
    for view in views.all():
        view.fill("材料写明了措施。")
    step(page, "result")
    votes = page.locator('[data-computed="votes"]')
    expect(votes).to_contain_text(f"到会{7 - away}人")
    expect(votes).to_contain_text(f"同意{6 - away}票")
    page.locator(f"#in-outcome-{outcome}").check()
    page.locator("#in-reasons").fill("理由写明在案。")
    page.locator("#in-recorder").fill("沈示意")
    back(page)


def decided(page: Page, number: int, outcome: str) -> None:
    expect(page.locator(".next h3")).to_contain_text("审查决定书")
    page.locator(MAIN).click()
    expect(alive(page).locator("#in-number")).to_be_focused()
    expect(page.locator(f"#in-decision-{outcome}")).to_be_checked()
    page.locator("#in-number").fill(f"云伦决〔2026〕{number}号")
    page.locator("#in-reason").fill("理由写明在案。")
    if outcome == "revise":
        page.locator("#in-changes").fill("补写应急处置。")
    back(page)


def test_cases_in_a_row_end_as_they_should(page: Page, root: Path) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    opened(page)
    files = [named(root, number) for number in range(1, COUNT + 1)]
    page.set_input_files(FILES, root / REGISTRATION)
    expect(results(page)).to_contain_text("委员名册现有 7 人")
    page.set_input_files(FILES, files)
    expect(rows(page)).to_have_count(COUNT)
    outcomes = [list(OUTCOMES)[n % 3] for n in range(COUNT)]
    for number, outcome in enumerate(outcomes, 1):
        opened(page)
        row = rows(page).filter(has_text=f"虚构活动{number}号")
        row.get_by_role("link").click()
        accepted(page, number)
        expect(page.locator(".days b").first).to_contain_text(last_day())
        met(page, number, outcome)
        decided(page, number, outcome)
        expect(page.locator(".casefound")).to_have_text("检查：没有查出问题")
    opened(page)
    for number, outcome in enumerate(outcomes, 1):
        row = rows(page).filter(has_text=f"虚构活动{number}号")
        expect(row.locator(".caseway__state")).to_have_text(OUTCOMES[outcome][1])
    becomes(page, f"{FOLDERS}[0].state.cases.map((one) => one.entries.length)", [4] * COUNT)
    page.locator(".views a", has_text="年度统计").click()
    tally = page.locator(".yearly li")
    for outcome, (label, _) in OUTCOMES.items():
        count = tally.filter(has=page.get_by_text(label, exact=True)).locator("b")
        expect(count).to_have_text(str(outcomes.count(outcome)))
