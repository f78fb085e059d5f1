"""The list of duties as people use it: narrowed, shared as a link, taken away, printed."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from patience import becomes
from playwright.sync_api import Page, expect
from takeaway import complaints, table, taken, workbook

import page_modules
from lawbook.library.grounds import mark
from lawbook.library.library import Library
from lawbook.rules.rule import Obligation

STATE = "role=committee&stage=审查&place=全国"
OPTIONS = ("role", "stage", "topic", "place", "confidence")


def opened(page: Page, state: str = "") -> Page:
    page.goto(f"tools/obligations/{state and '#' + state}")
    page.wait_for_selector("#tool-obligations:not([hidden])")
    page.evaluate(page_modules.script("tools"))
    return page


def told(run: Callable[..., Result], form: str, **limits: str) -> bytes:
    words = [word for name, value in limits.items() for word in (f"--{name}", value)]
    answer = run("obligations", *words, "--format", form)
    assert answer.exit_code == 0, answer.output
    return answer.stdout_bytes


def test_each_limit_narrows_the_list_and_stands_in_the_link(page: Page) -> None:
    opened(page)
    expect(page.locator(".tool [role=status]")).to_contain_text("共186项，全部列在下面")
    page.get_by_label("角色", exact=True).select_option(label="科技人员（3）")
    expect(page.locator(".tool [role=status]")).to_have_text("科技人员，共3项。")
    expect(page.locator(".sheet--found tbody tr")).to_have_count(3)
    page.get_by_label("把握", exact=True).select_option(index=1)
    expect(page).to_have_url(re.compile("role=staff&confidence="))
    page.reload()
    expect(page.locator(".tool [role=status]")).to_contain_text("科技人员，")
    page.go_back()
    expect(page.locator(".tool [role=status]")).to_have_text("科技人员，共3项。")


@pytest.mark.deep
def test_by_keyboard_the_choice_keeps_the_focus(page: Page) -> None:
    opened(page)
    role = page.get_by_label("角色", exact=True)
    role.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tool [role=status]")).to_have_text("单位，共54项。")
    expect(role).to_be_focused()
    expect(role).to_have_value("unit")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tool [role=status]")).to_have_text("项目负责人，共19项。")


def _shown(library: Library, duty: Obligation, name: str) -> str | None:
    return mark(library, duty) if name == "confidence" else str(getattr(duty, name))


def test_every_limit_gives_what_the_command_line_gives(page: Page, library: Library) -> None:
    script = """names => names.flatMap(name => Lawbook.choices(Lawbook.data, name).map(
      ([value]) => [name, value, Lawbook.duties(Lawbook.data, new Map([[name, value]]))
        .map(one => one.key)]))"""
    found = opened(page).evaluate(script, list(OPTIONS))
    book = library.rules.obligations.obligations
    for name, value, keys in found:
        wanted = [
            one.key
            for one in book
            if value in (one.who if name == "role" else (_shown(library, one, name),))
        ]
        assert keys == wanted, (name, value)
        assert keys
    assert len(found) > 50


@pytest.mark.deep
def test_the_workbook_holds_just_what_is_shown(
    page: Page, run: Callable[..., Result], root: Path, tmp_path: Path
) -> None:
    opened(page, STATE)
    name, data = taken(page, "下载 Excel")
    assert name == "职责与权利清单-科技伦理委员会-审查-全国.xlsx"
    assert complaints(data, root, tmp_path) == []
    header, *rows = workbook(data, tmp_path)
    assert header == [
        "角色", "性质", "环节", "主题", "地域", "把握", "做什么", "何时", "依据", "提示",
        "责任单位", "决定", "备注",
    ]  # fmt: skip
    text = told(run, "csv", role="committee", stage="审查", place="全国")
    wanted = table(text)[1:]
    assert [row[1:9] for row in rows] == [row[1:9] for row in wanted]
    assert {tuple(row[-2:]) for row in rows} == {("", "")}
    expect(page.locator(".sheet--found tbody tr")).to_have_count(len(rows))
    assert len(rows) > 10


@pytest.mark.deep
def test_a_workbook_of_all_duties_is_sound(page: Page, root: Path, tmp_path: Path) -> None:
    name, data = taken(opened(page), "下载 Excel")
    assert name == "职责与权利清单.xlsx"
    assert complaints(data, root, tmp_path) == []
    assert taken(opened(page), "下载 Excel")[1] == data
    rows = workbook(data, tmp_path)
    assert len(rows) == 187
    hints = {row[6]: row[9] for row in rows}
    assert hints["原则上应当采取会议审查方式。"] == ""
    assert hints["判断科技活动是否属于复核清单的范围。"] == "是否适用由人判断。"


@pytest.mark.deep
def test_any_text_survives_the_workbook(page: Page, root: Path, tmp_path: Path) -> None:
    texts = [
        "A & B <c> \"d\" 'e'",
        "=1+1",
        " 前后 ",
        "两行\n第二行",
        "\u0001\ud83d\ude00",
        "@x",
        "]]>",
    ]
    script = (
        """texts => Array.from(Lawbook.xlsx("表", [["列"], ...texts.map(one => [one])], [20]))"""
    )
    data = bytes(opened(page).evaluate(script, texts))
    assert complaints(data, root, tmp_path) == []
    rows = [row[0] for row in workbook(data, tmp_path)[1:]]
    assert rows == [*texts[:4], "\ufffd😀", "@x", "]]>"]


def test_csv_and_json_hold_just_what_is_shown(page: Page, run: Callable[..., Result]) -> None:
    opened(page, STATE)
    limits = {"role": "committee", "stage": "审查", "place": "全国"}
    rows = table(taken(page, "下载 CSV")[1])
    wanted = table(told(run, "csv", **limits))
    assert [row[1:9] for row in rows] == [row[1:9] for row in wanted]
    records = json.loads(taken(page, "下载 JSON")[1])
    known = json.loads(told(run, "json", **limits))
    assert len(records) == len(known)
    for record, one in zip(records, known, strict=True):
        filled = {name: value for name, value in one.items() if value is not None}
        assert {**filled, **record} == filled


def test_on_paper_each_duty_has_room_for_a_decision(page: Page, tmp_path: Path) -> None:
    opened(page, "role=committee")
    expect(page.locator(".sheet--found tbody tr")).to_have_count(53)
    page.pdf(path=tmp_path / "duties.pdf", prefer_css_page_size=True)
    about = subprocess.run(
        ["pdfinfo", tmp_path / "duties.pdf"], check=True, capture_output=True, text=True
    )
    sheets = re.search(r"Pages:\s+(\d+)", about.stdout)
    assert sheets is not None
    assert int(sheets[1]) <= 10
    opened(page, STATE)
    expect(page.locator(".sheet--found .sheet__empty").first).to_be_hidden()
    page.emulate_media(media="print")
    becomes(
        page,
        lambda: page.locator(".sheet--found th.sheet__empty").all_inner_texts(),
        ["决定", "备注"],
    )
    expect(page.locator(".sheet--found td.sheet__empty").first).to_be_visible()
    expect(page.locator(".tool [role=status]")).to_contain_text("科技伦理委员会，审查，全国")
    expect(page.locator("#duty-principles")).to_be_hidden()
    expect(page.locator(".asks--limits")).to_be_hidden()


def test_a_row_has_the_number_it_has_in_the_whole_list(page: Page) -> None:
    opened(page, STATE)
    link = page.locator(".sheet--found .sheet__number a").first
    number = link.inner_text()
    link.click()
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    expect(row.locator(".sheet__number")).to_have_text(number)
    expect(page.locator(".sheet--found")).to_have_count(0)


@pytest.mark.deep
@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [
        ("role=king", "没有角色“king”，请重新选择。"),
        ("stage=<b>x</b>", "没有环节“<b>x</b>”"),
        ("colour=red", "“colour”看不懂"),
        ("__proto__=1", "“__proto__”看不懂"),
        ("<script>alert(1)</script>", "看不懂，请从头开始。"),
        ("role=", "没有角色“”"),
    ],
)
def test_a_bad_link_gives_a_sentence_and_a_way_on(page: Page, fragment: str, sentence: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, fragment)
    expect(page.locator(".tool [role=alert]")).to_contain_text(sentence)
    page.get_by_role("link", name="从头开始").click()
    expect(page.locator(".tool [role=status]")).to_contain_text("共186项")


def test_a_narrowed_list_stands_alone_until_a_number_leads_to_the_whole(page: Page) -> None:
    opened(page, "role=unit")
    contents = page.locator(".md-sidebar--secondary").get_by_role("link", name="先找角色")
    expect(contents).to_be_hidden()
    numbers = [int(one) for one in page.locator(".sheet--found .sheet__number").all_inner_texts()]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 54
    whole = page.locator("#duty-entrust")
    found = page.locator(".sheet--found")
    expect(found).to_contain_text("没有委员会，或者委员会不能胜任的，应当委托服务中心")
    expect(page.locator("#roles")).to_be_hidden()
    found.get_by_role("link", name=re.compile("^全表第")).first.click()
    expect(page.locator("#roles")).to_be_visible()
    expect(contents).to_be_visible()
    expect(whole).to_be_visible()
    expect(page.locator(".tool [role=status]")).to_contain_text("共186项，全部列在下面")
    expect(page.get_by_label("角色", exact=True)).to_have_value("")
    page.go_back()
    expect(page.locator(".tool [role=status]")).to_have_text("单位，共54项。")
