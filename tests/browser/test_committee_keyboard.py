"""One case from its application to the served decision with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_page import APPLICATION, FILES, REGISTRATION, opened, results, rows, today
from filling import alive
from patience import becomes
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.deep
MAIN = ".next .act--main"
MOST = 250  # stops of the tab key that anything may be away


def to(page: Page, where: str) -> None:
    """Goes on with the tab key to what a selector names."""
    for _ in range(MOST):
        if page.evaluate("(where) => document.activeElement.matches(where)", where):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{where} is no stop of the tab key")


def press(page: Page, where: str, key: str = "Enter") -> None:
    to(page, where)
    page.keyboard.press(key)


def write(page: Page, **answers: str) -> None:
    """Types into fields, in the order in which they stand."""
    for key, text in answers.items():
        to(page, f"#in-{key}")
        page.keyboard.insert_text(text)


def chosen(page: Page, key: str) -> None:
    """Chooses an option of a group: into it with the tab key, on with the arrows."""
    field = key.rpartition("-")[0]
    to(page, f'[id^="in-{field}-"]')
    for _ in range(9):
        if page.evaluate("document.activeElement.id") == f"in-{key}":
            page.keyboard.press("Space")
            break
        page.keyboard.press("ArrowDown")
    expect(page.locator(f"#in-{key}")).to_be_checked()


def taken(page: Page) -> None:
    """Back to the case, and what was written into it."""
    expect(page.locator("#state-saved")).to_contain_text("已保存")
    press(page, "#state-desk a")
    expect(page.locator(MAIN)).to_have_text("记入案件")
    press(page, MAIN)
    expect(page.locator("#told")).to_contain_text("已记入")


def stage(page: Page, key: str) -> None:
    press(page, f'.stages a[href="#section-{key}"]')
    expect(page.locator(f"#section-{key}")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1366])
def test_a_case_needs_no_mouse(page: Page, root: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    opened(page)
    to(page, FILES)
    page.set_input_files(FILES, root / REGISTRATION)
    expect(results(page)).to_contain_text("委员名册现有 7 人")
    page.set_input_files(FILES, root / APPLICATION)
    expect(rows(page)).to_have_count(1)
    press(page, ".caserow a")
    expect(page.locator(".next h3")).to_contain_text("受理通知书")
    press(page, MAIN)
    expect(alive(page).locator("#in-number")).to_be_focused()
    expect(page.locator("#told")).to_contain_text(f"已按案件填好“{today().year}-001 受理通知书”")
    write(page, number="云伦受〔2026〕1号")
    chosen(page, "procedure-general")
    chosen(page, "way-meeting")
    write(page, contact="沈示意，0000-00000000")
    taken(page)
    expect(page.locator(".next h3")).to_contain_text("审查会议记录")
    press(page, ".votes summary")
    press(page, ".votes .act--small")
    expect(page.locator(".votes__sum")).to_contain_text("同意7")
    press(page, ".votes .act:not(.act--small)")
    expect(alive(page).locator("#in-chair")).to_be_focused()
    page.keyboard.insert_text("委员甲，主任委员")
    stage(page, "review")
    views = page.locator('[data-field="focuses"] .row [data-column="view"]')
    for _ in range(views.count()):
        to(page, '[data-field="focuses"] [data-column="view"]')
        page.keyboard.insert_text("材料写明了措施。")
        page.keyboard.press("Tab")
    stage(page, "result")
    chosen(page, "outcome-approve")
    write(page, reasons="理由写明在案。", recorder="沈示意")
    taken(page)
    expect(page.locator(".next h3")).to_contain_text("审查决定书")
    press(page, MAIN)
    expect(alive(page).locator("#in-number")).to_be_focused()
    write(page, number="云伦决〔2026〕1号", reason="理由写明在案。")
    taken(page)
    expect(page.locator(".next h3")).to_contain_text("决定送达申请人")
    press(page, MAIN)
    expect(page.locator(".next h3")).to_contain_text("跟踪审查")
    becomes(page, "document.activeElement !== document.body", True)
    expect(page.locator(".casefound")).to_have_text("检查：没有查出问题")
