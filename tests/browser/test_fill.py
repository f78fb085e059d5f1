"""A form filled as a person fills it: written, left, taken up again, taken away as Word."""

from __future__ import annotations

import hashlib
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
from patience import becomes, settle
from playwright.sync_api import Page, expect

from lawbook import word
from lawbook.base import yamlfile
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import read_answers
from lawbook.library.library import Library
from lawbook.site import testparts
from lawbook.word import office
from lawbook.word.read.readback import read as read_back
from params import deep


def written(page: Page) -> None:
    """Some answers of each kind."""
    page.locator("#in-activity_name").fill("慢性病随访对话助手研发")
    page.locator("#in-unit").fill("云澜医联科技有限公司（虚构）")
    page.locator("#in-leader").fill("甄样例")
    page.locator("#in-submit_date").fill("2026年12月1日")
    step(page, "basic")
    page.get_by_label("受委托的人工智能科技伦理审查与服务中心").check()
    page.get_by_label("单位未设立委员会").check()
    page.get_by_label("未列入").check()
    page.get_by_label("正在办理或者拟办理（写明事项）", exact=True).check()
    page.get_by_label("正在办理或者拟办理（写明事项）：写明内容").fill("备案，上线前办理")
    step(page, "plan")
    page.locator("#in-overview").fill("**一段**话。\n- 一项\n- 两项\n|甲|乙|\n|-|-|\n|1|2|")
    step(page, "team")
    page.locator('[data-column="name"]').fill("甄样例")
    page.get_by_role("button", name="加一行").click()
    page.locator('[data-column="name"]').nth(1).fill("任虚拟")
    page.locator('[data-column="work"]').nth(1).fill("算法")


EXPECTED = """\
form: review-application
answers:
  activity_name: 慢性病随访对话助手研发
  unit: 云澜医联科技有限公司（虚构）
  leader: 甄样例
  submit_date: '2026-12-01'
  reviewer: centre
  entrust_reason: no_committee
  review_list:
    - none
  service_filing:
    pending: 备案，上线前办理
  overview: |-
    **一段**话。
    - 一项
    - 两项
    | 甲 | 乙 |
    | --- | --- |
    | 1 | 2 |
  people:
    - name: 甄样例
    - name: 任虚拟
      work: 算法
"""


def test_filled_closed_reopened_downloaded_and_read_back(
    page: Page, library: Library, tmp_path: Path
) -> None:
    written(opened(page))
    saved(page)
    page.close()
    again = opened(page.context.new_page())
    expect(told(again)).to_contain_text("已打开上次的草稿“慢性病随访对话助手研发”")
    expect(again.locator("#in-leader")).to_have_value("甄样例")
    step(again, "team")
    expect(again.locator('[data-column="name"]')).to_have_count(2)
    file = downloaded(again, "下载 Word", tmp_path)
    assert file.name == "慢性病随访对话助手研发：人工智能科技伦理审查申请书.docx"
    expect(told(again)).to_contain_text("还有必改")
    back = read_back(library.forms, file.read_bytes(), file.name)
    assert back.faults == ()
    assert answer_file(back.form, back.answers, "") == EXPECTED
    assert file.read_bytes() == word.fill(back.form, back.answers)


@pytest.mark.deep
def test_what_libreoffice_saved_again_says_the_same(
    page: Page, library: Library, tmp_path: Path
) -> None:
    assert testparts.office() is not None, "没有找到 LibreOffice；请运行 make test"
    written(opened(page))
    file = downloaded(page, "下载 Word", tmp_path)
    office.converted([file], "docx", tmp_path / "again")
    again = tmp_path / "again" / file.name
    back = read_back(library.forms, again.read_bytes(), again.name)
    assert answer_file(back.form, back.answers, "") == EXPECTED
    drafts_box(page)
    page.locator("#file").set_input_files(again)
    expect(page.locator("#opened h2").first).to_contain_text(
        "检查“慢性病随访对话助手研发：人工智能科技伦理审查申请书.docx”"
    )
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("作为新草稿打开")
    becomes(page, lambda: len(drafts(page)), 2)
    first, second = drafts(page)
    assert second["state"]["people"] == [["甄样例", "", "", ""], ["任虚拟", "算法", "", ""]]
    assert first["state"]["reviewer"] == second["state"]["reviewer"]


@pytest.mark.parametrize("name", ["pilot-plan-wangxi", deep("review-application-suifang")])
def test_an_example_gives_the_very_file_of_the_command_line(
    page: Page, library: Library, root: Path, tmp_path: Path, name: str
) -> None:
    form = library.form_of_example(name)
    opened(page, f"forms/{form.key}/#example-{name}")
    expect(told(page)).to_contain_text("全文虚构")
    expect(page.locator("#mark")).to_contain_text("虚构示例")
    file = downloaded(page, "下载 Word", tmp_path)
    site = page.request.get(f"files/{name}.docx").body()
    assert hashlib.sha256(file.read_bytes()).hexdigest() == hashlib.sha256(site).hexdigest()
    answers = read_answers(form, yamlfile.read(root / f"data/examples/{name}.yml"))
    assert file.read_bytes() == word.fill(form, answers)


def test_the_answers_come_in_the_layout_of_the_official_template(
    page: Page, library: Library, root: Path, tmp_path: Path
) -> None:
    name = "pilot-plan-wangxi"
    form = library.form_of_example(name)
    opened(page, f"forms/{form.key}/#example-{name}")
    expect(told(page)).to_contain_text("全文虚构")
    step(page, "finish")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载上报稿").click()
    assert waiting.value.suggested_filename.endswith("（上报稿）.docx")
    waiting.value.save_as(tmp_path / "up.docx")
    answers = read_answers(form, yamlfile.read(root / f"data/examples/{name}.yml"))
    assert (tmp_path / "up.docx").read_bytes() == word.fill_like_ministry(form, answers)


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


@pytest.mark.parametrize("button", ["保存答案文件", deep("保存为 JSON")])
def test_exported_answers_are_read_by_the_command_line_and_by_the_page(
    page: Page, library: Library, run: Callable[..., Result], tmp_path: Path, button: str
) -> None:
    written(opened(page))
    step(page, "finish")
    with page.expect_download() as waiting:
        page.locator(".finish").get_by_role("button", name=button).click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.suffix == (".json" if "JSON" in button else ".yml")
    form = library.forms["review-application"]
    copy = tmp_path / "answers.yml"
    copy.write_bytes(file.read_bytes())
    done = run("form", "fill", form.key, copy, "--draft", "-o", tmp_path / "out.docx")
    assert (tmp_path / "out.docx").is_file(), done.output
    assert (tmp_path / "out.docx").read_bytes() == downloaded(
        page, "下载 Word", tmp_path
    ).read_bytes()
    drafts_box(page)
    page.locator("#file").set_input_files(file)
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("作为新草稿打开")
    becomes(page, lambda: len(drafts(page)), 2)
    first, second = drafts(page)
    assert first["state"].pop("submit_date") == "2026年12月1日"
    assert second["state"].pop("submit_date") == "2026-12-01"
    assert first["state"] == second["state"]


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


@pytest.mark.parametrize(
    "fragment",
    [
        "#prefill=nobody%26x%3D%3Cimg%3E",
        *(deep(one) for one in ("#prefill=", "#prefill=%E0%A4%A", "#__proto__")),
    ],
)
def test_a_bad_link_fills_nothing_that_the_page_does_not_know(page: Page, fragment: str) -> None:
    opened(page, APPLICATION + fragment)
    step(page, "basic")
    checked = page.locator("#section-basic input:checked")
    expect(checked).to_have_count(1 if "able" in fragment else 0)
    expect(page.locator("#fill img")).to_have_count(0)


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


def test_nothing_is_asked_of_any_host_once_the_page_stands(page: Page, tmp_path: Path) -> None:
    opened(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    written(page)
    saved(page)
    page.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    file = downloaded(page, "下载 Word", tmp_path)
    drafts_box(page)
    page.locator("#file").set_input_files(file)
    expect(page.locator("#opened h2").first).to_contain_text("检查")
    page.get_by_role("button", name="删除这份草稿").first.click()
    settle(page)
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == []
