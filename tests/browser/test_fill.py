"""A form filled as a person fills it: checked, previewed, its rows moved, begun by a link."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from filling import (
    APPLICATION,
    PLAN,
    downloaded,
    drafts,
    drafts_box,
    opened,
    saved,
    step,
    told,
)
from patience import becomes
from playwright.sync_api import Page, expect


def test_the_check_says_what_the_command_line_says(
    page: Page, run: Callable[..., Result], tmp_path: Path
) -> None:
    opened(page, PLAN)
    page.locator("#in-city").fill("云澜市人民政府（虚构）")
    step(page, "basic")
    page.locator("#in-contact_mobile").fill("1380000")
    file = downloaded(page, "下载 Word", tmp_path)
    lines = run("form", "check", file).stdout.replace(f"{file}: ", "").splitlines()
    page.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    summary = page.locator("#summary")
    must = sum(line.startswith("必改") for line in lines)
    advice = len(lines) - must
    expect(summary.locator("summary").first).to_have_text(
        f"检查结果：必改 {must} 处，提醒 {advice} 处"
    )
    expect(summary.locator(".remarks li")).to_have_count(len(lines))
    shown = summary.locator(".remarks li").all_text_contents()
    for line, said in zip(lines, shown, strict=True):
        _, place, reason, basis, remedy = line.split("｜")
        assert said.startswith(f"{place} {reason}改法：{remedy.removeprefix('改法：')}。{basis}")


def test_a_finding_leads_to_its_field(page: Page) -> None:
    opened(page)
    page.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    expect(page.locator("#summary")).to_be_focused()
    page.locator("#summary").get_by_role("link", name="一、基本情况「审查机构」").click()
    expect(page.locator("#section-basic")).to_be_visible()
    expect(page.get_by_label("本单位人工智能科技伦理委员会")).to_be_focused()
    expect(page.locator("#fault-reviewer")).to_contain_text("必改：没有填写；这一栏必填")
    expect(page.locator('.stages a[href="#section-basic"]')).to_contain_text("待改 1 处")
    page.get_by_label("本单位人工智能科技伦理委员会").check()
    expect(page.locator("#fault-reviewer")).to_be_hidden()


def test_what_cannot_be_read_stops_the_word_file_and_is_kept_as_typed(
    page: Page, tmp_path: Path
) -> None:
    opened(page)
    page.locator("#in-submit_date").fill("明天")
    page.locator("#in-leader").fill("甄样例")
    page.locator("#in-unit").click()
    expect(page.locator("#fault-submit_date")).to_have_text(
        '必改："明天" 不是日期；请写成 2026-12-10'
    )
    page.locator(".bar").get_by_role("button", name="下载 Word").click()
    expect(told(page)).to_contain_text("有 1 栏读不出来，没有生成 Word 文件")
    step(page, "finish")
    with page.expect_download() as waiting:
        page.locator(".finish").get_by_role("button", name="保存答案文件").click()
    waiting.value.save_as(tmp_path / "a.json")
    tree = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert tree["answers"] == {"submit_date": "明天", "leader": "甄样例"}


def test_the_navigator_fills_in_what_it_knows(page: Page) -> None:
    state = (
        "stage=new&work=build&territory=home&people=none&effects=decides,content&traits=public-voice"
        "&rules=none&reviewer=own-able&unit=none&urgent=no"
    )
    page.goto(f"tools/navigator/#{state}")
    page.locator(".verdict").get_by_role("link", name="填申请书（已带入6栏）").click()
    page.wait_for_selector(".fill--on")
    expect(told(page)).to_contain_text("按自测的回答填好 6 栏")
    expect(page).not_to_have_url(re.compile("prefill"))
    step(page, "basic")
    for label in ("本单位人工智能科技伦理委员会", "一般程序"):
        expect(page.get_by_label(label)).to_be_checked()
    expect(page.locator("#in-review_list-opinion")).to_be_checked()
    expect(page.locator("#from-reviewer")).to_have_text(
        "已按自测的回答填好，请核对：本单位的委员会能审"
    )
    step(page, "risk_list")
    risks = page.locator("#rows-risks [data-column=risk]")
    expect(risks).to_have_count(2)
    expect(risks.nth(0)).to_have_value(re.compile("^给人打分、筛选、排序"))
    expect(risks.nth(1)).to_have_value("向公众推荐、排序、搜索、生成、对话、摘要信息内容")
    expect(page.locator("#from-risks")).to_contain_text("所选的每一项影响写一行（本指南建议）")
    page.reload()
    expect(told(page)).to_contain_text("已打开上次的草稿“自测带来的申请”")
    becomes(page, lambda: len(drafts(page)), 1)


@pytest.mark.deep
@pytest.mark.parametrize(
    "fragment",
    [
        "#prefill=nobody%26x%3D%3Cimg%3E",
        "#prefill=",
        "#prefill=%E0%A4%A",
        "#__proto__",
    ],
)
def test_a_bad_link_fills_nothing_that_the_page_does_not_know(page: Page, fragment: str) -> None:
    opened(page, APPLICATION + fragment)
    step(page, "basic")
    checked = page.locator("#section-basic input:checked")
    expect(checked).to_have_count(1 if "able" in fragment else 0)
    expect(page.locator("#fill img")).to_have_count(0)


@pytest.mark.deep
def test_another_forms_file_is_named_as_such(page: Page, tmp_path: Path) -> None:
    body = page.request.get("files/pilot-plan-blank.docx").body()
    (tmp_path / "甲.docx").write_bytes(body)
    (tmp_path / "乙.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    opened(page)
    drafts_box(page)
    page.locator("#file").set_input_files(tmp_path / "甲.docx")
    expect(page.locator("#opened")).to_contain_text(
        "行动实施方案》，不是《人工智能科技伦理审查申请书》"
    )
    link = page.locator("#opened a")
    expect(link).to_have_text("到《“人工智能科技伦理审查与服务先导计划”行动实施方案》的填写页面")
    page.locator("#file").set_input_files(tmp_path / "乙.doc")
    expect(page.locator("#opened h2")).to_have_text("这个文件不能用")
    expect(link).to_have_count(0)
    page.locator("#file").set_input_files(tmp_path / "甲.docx")
    link.click()
    expect(page.locator("#fill")).to_have_attribute("data-form", "pilot-plan")


def test_rows_are_moved_removed_and_put_back(page: Page) -> None:
    opened(page, PLAN)
    page.goto(
        page.url.split("#")[0]
        + "#field-"
        + page.evaluate("document.querySelector('[data-kind=rows]').dataset.field")
    )
    names = page.locator('.step:not([hidden]) [data-column="name"]')
    names.fill("甲")
    for name in ("乙", "丙"):
        page.get_by_role("button", name="加一行").click()
        expect(names.last).to_be_focused()
        page.keyboard.type(name)
    page.get_by_role("button", name="上移第 3 行").click()
    page.get_by_role("button", name="删除第 1 行").click()
    becomes(page, lambda: [one.input_value() for one in names.all()], ["丙", "乙"])
    told(page).get_by_role("button", name="放回去").click()
    becomes(page, lambda: [one.input_value() for one in names.all()], ["甲", "丙", "乙"])
    saved(page)
    page.reload()
    becomes(page, lambda: [one.input_value() for one in names.all()], ["甲", "丙", "乙"])


def test_preview_counter_basis_and_print(page: Page) -> None:
    opened(page)
    step(page, "plan")
    entry = page.locator("#field-overview")
    entry.get_by_text("看版面").click()
    page.locator("#in-overview").fill("**粗**细\n- 项\n|甲|乙|\n|-|-|\n|<b>1</b>|2|")
    expect(entry.locator(".paper p b").first).to_have_text("粗")
    expect(entry.locator(".paper li")).to_have_text("项")
    expect(entry.locator(".paper td").first).to_have_text("<b>1</b>")
    page.locator("#in-overview").fill("𠮷" * 10001)
    expect(page.locator("#count-overview")).to_have_text("10001 / 10000 字，多了 1 字")
    entry.get_by_text("依据", exact=True).click()
    expect(entry.locator("figure.verbatim figcaption a")).to_have_text(
        "《科技伦理审查办法（试行）》第九条"
    )
    page.locator("#in-overview").fill("概况一句")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator("#paper")).to_be_visible()
    expect(page.locator("#paper")).to_contain_text("概况一句")
    for gone in (".bar", ".stages", "#section-plan", ".desk"):
        expect(page.locator(gone)).to_be_hidden()
