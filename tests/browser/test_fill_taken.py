"""A form filled and taken away: the Word file, the official layout, the answers' file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from filling import (
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
    page.locator("#in-contact_phone").fill("+86 138 0013 8000")
    page.locator("#in-contact_email").fill("a＠b.com，c@d.cn")
    page.get_by_label("受委托的人工智能科技伦理审查与服务中心").check()
    expect(page.locator("#in-contact_phone")).to_have_value("13800138000")
    expect(page.locator("#in-contact_email")).to_have_value("a@b.com；c@d.cn")
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
  contact_phone: '13800138000'
  contact_email: a@b.com；c@d.cn
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


@pytest.mark.deep
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
