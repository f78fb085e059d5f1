"""委员会工作台: applications come in, the next paper is written and comes back, nothing is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import axe
import pytest
from desk_page import bring, example, folder, today
from filling import kill, own_browser
from patience import becomes, until
from playwright.sync_api import Browser, Page, expect

PLACE = "tools/committee/"
ONE = "data/examples/review-application-suifang.yml"
FILES = "#files"
STORED = "Object.keys(localStorage).filter((key) => key.startsWith('lawbook:draft:cases:')).length"
ON_DISK = """() => new Promise((done) => {
  const asked = indexedDB.open("lawbook", 1);
  asked.onerror = () => done(false);
  asked.onsuccess = () => {
    const all = asked.result.transaction("drafts").objectStore("drafts").getAll();
    all.onsuccess = () => {
      asked.result.close();
      done(all.result.some((one) => one.text && one.text.includes("慢性病随访对话助手研发")));
    };
  };
})"""


def opened(page: Page, address: str = PLACE) -> Page:
    page.goto(address)
    expect(page.locator(".folder")).to_be_visible()
    return page


def test_a_case_goes_from_the_application_to_the_next_step(
    page: Page, root: Path, tmp_path: Path
) -> None:
    opened(page)
    expect(page.locator(".act--main")).to_have_text("选申请书")
    alien = tmp_path / "别的.docx"
    alien.write_bytes(b"PK no form")
    page.set_input_files(FILES, [root / ONE, root / ONE, alien])
    results = page.locator(".results li")
    expect(results).to_have_count(3)
    expect(results.nth(0)).to_contain_text("“慢性病随访对话助手研发”登记为")
    expect(results.nth(0)).to_contain_text("检查没有必改的问题")
    expect(results.nth(1)).to_contain_text("没有再建案")
    expect(results.nth(2)).to_contain_text("别的.docx")
    expect(page.locator(".caserow")).to_have_count(1)
    main = page.locator(".act--main")
    expect(main).to_have_count(1)
    expect(main).to_have_text("写受理通知书")
    page.keyboard.press("Tab")  # the result has the focus: on by keys alone
    main.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#case-name")).to_be_focused()
    expect(page.locator(".path__step")).to_have_count(4)
    expect(page.locator(".path__step--here")).to_contain_text("受理")
    main.click()
    expect(page.locator("#draft-name")).to_have_value(f"{today().year}-001 受理通知书")
    expect(page.locator("#in-activity")).to_have_value("慢性病随访对话助手研发")
    page.locator("#in-number").fill("云伦受〔2026〕1号")
    page.locator("#in-contact").fill("沈示意，0000-00000000")
    page.locator("#in-procedure-general").check()
    page.locator("#in-way-meeting").check()
    expect(page.locator("#state-saved")).to_contain_text("已保存")
    becomes(
        page,
        """JSON.stringify(Object.keys(localStorage).map((key) => localStorage[key]))
        .includes("沈示意")""",
        True,
    )
    opened(page, f"{PLACE}#case={number_of(page)}")
    expect(main).to_have_text("记入案件")
    main.click()
    expect(page.locator("#told")).to_contain_text("受理通知书已记入")
    expect(page.locator(".path__step--here")).to_contain_text("审查")
    expect(page.locator(".next h3")).to_contain_text("审查会议记录")
    with page.expect_download() as taken:
        page.get_by_role("button", name="保存为文件").click()
    tree = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
    (case,) = tree["cases"]
    assert [entry["paper"] for entry in case["entries"]] == [
        "review-application",
        "review-acceptance",
    ]


def number_of(page: Page) -> str:
    kept = page.evaluate(
        """Object.keys(localStorage).filter((key) => key.startsWith("lawbook:draft:cases:"))
        .map((key) => JSON.parse(localStorage[key]).state.cases[0].case)[0]"""
    )
    return str(kept)


def test_the_examples_are_a_folder_of_their_own_and_break_no_rule(
    browser: Browser, address: str
) -> None:
    context = axe.prepared(
        browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    )
    fresh = context.new_page()
    fresh.clock.set_fixed_time("2027-09-01T09:00:00+08:00")  # no day to come is taken
    page = opened(fresh)
    page.get_by_role("button", name="看三件示例").last.click()
    rows = page.locator(".caserow")
    expect(rows).to_have_count(3)
    assert axe.faults(page) == []
    rows.nth(0).locator("a").click()
    expect(page.locator(".next")).to_be_visible()
    expect(page.locator(".path__step")).to_have_count(6)
    expect(page.locator(".papers li")).to_have_count(7)
    assert axe.faults(page) == []
    tracked = page.locator(".event").first
    tracked.locator("input[type=text]").fill("没有变化")
    tracked.locator("input[type=date]").fill("2027-03-01")
    page.get_by_role("button", name="记跟踪审查").click()
    expect(tracked.locator(".refused")).to_contain_text("早于它接着的“完成清单活动登记”")
    expect(page.locator(".past li")).to_have_count(12)
    tracked.locator("input[type=date]").fill("2027-08-18")
    page.get_by_role("button", name="记跟踪审查").click()
    expect(page.locator(".past li")).to_have_count(13)
    context.close()


@pytest.mark.deep
def test_a_killed_browser_loses_no_case(
    browser: Browser, address: str, root: Path, tmp_path: Path
) -> None:
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    page.set_input_files(FILES, [root / ONE])
    expect(page.locator(".caserow")).to_have_count(1)
    until(page, ON_DISK)
    kill(context, tmp_path)
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    expect(page.locator(".caserow")).to_contain_text("慢性病随访对话助手研发")
    becomes(page, STORED, 1)
    context.close()


def test_a_registration_is_shown_as_done_and_can_be_corrected(
    browser: Browser, address: str, root: Path
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    case = example(root, "2026-004")
    written = {"paper": "registration-activity", "day": "2027-03-10"}
    entries = [*case["entries"][:11], {**written, "answers": {"day": "2027-03-10", "leader": "甲"}}]
    page.clock.set_fixed_time("2027-03-12T09:00:00+08:00")
    opened(page)
    bring(page, "案卷.json", folder([{**case, "entries": entries}]))
    expect(page.locator(".caserow")).to_have_count(1)
    page.locator(".caserow a").click()
    done = page.locator(".settled li")
    expect(done).to_have_text(
        [
            re.compile("^✓ 已办 清单活动登记信息表，2027年3月10日"),
            "✓ 已办 决定送达申请人，2027年3月4日",
        ]
    )
    expect(page.locator(".more > summary")).not_to_contain_text("清单活动登记")
    becomes(page, "document.documentElement.scrollWidth <= 360", True)
    done.locator("summary").first.click()
    done.get_by_role("button", name="写清单活动登记信息表").click()
    expect(page.locator("#in-leader")).to_have_value("甲")
    page.locator("#in-leader").fill("甄示例")
    becomes(
        page,
        """Object.values(localStorage).some((text) => text.includes('"leader":"甄示例"'))""",
        True,
    )
    opened(page, f"{PLACE}#case=2026-004")
    done.get_by_role("button", name="记入案件").click()
    expect(done.first).to_contain_text("3月12日")
    expect(page.locator(".papers li")).to_have_count(8)  # it took the place of the first
    context.close()
