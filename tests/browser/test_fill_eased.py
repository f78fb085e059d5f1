"""What spares whoever fills a form: one name typed once, rows pasted, examples beside a field."""

from __future__ import annotations

import pytest
from filling import APPLICATION, PLAN, drafts, opened, saved, step, told
from patience import becomes
from playwright.sync_api import Locator, Page, expect

from params import deep

PASTE = """([at, kinds]) => { const data = new DataTransfer();
  for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
  const made = { clipboardData: data, bubbles: true, cancelable: true };
  return document.querySelector(at).dispatchEvent(new ClipboardEvent("paste", made)); }"""
CELL = '#field-units .row [data-column="name"]'
CITY, PLACE, ORGANISER = "#in-city", "#in-place", "#in-organiser"


def pasted(page: Page, **kinds: str) -> bool:
    """Paste into the first cell of the list; whether the page leaves that to the browser."""
    named = {f"text/{kind}": text for kind, text in kinds.items()}
    return bool(page.evaluate(PASTE, [CELL, named]))


def cells(page: Page) -> list[str]:
    return [one.input_value() for one in page.locator("#field-units [data-column]").all()]


def panel(page: Page) -> Locator:
    return page.get_by_role("group", name="粘贴的表格")


def test_the_city_is_typed_once_and_the_title_tells_of_errors(page: Page) -> None:
    opened(page, PLAN)
    page.locator(CITY).fill("东江省云澜市人民政府")
    page.locator(CITY).blur()
    step(page, "basic")
    expect(page.locator(ORGANISER)).to_have_value("东江省云澜市人民政府")
    expect(page.locator(PLACE)).to_have_value("云澜市")
    expect(page.locator("#from-place")).to_have_text("从“申报城市”带入，可以改。")
    with page.expect_download() as taken:
        page.locator(".bar").get_by_role("button", name="下载 Word").click()
    assert taken.value.suggested_filename == (
        "云澜市“人工智能科技伦理审查与服务先导计划”行动实施方案.docx"
    )
    page.locator(ORGANISER).fill("云澜市人民政府")
    expect(page.locator("#from-organiser")).to_be_hidden()
    step(page, "cover")
    for written in (
        "望西市人民政府（虚构）",
        "东江省云澜市",
        "望西市",
    ):  # also without its last words
        page.locator(CITY).fill(written)
        page.locator(CITY).blur()
        expect(page.locator(PLACE)).to_have_value(written[-3:] if written[-1] == "市" else "望西市")
    expect(page.locator(ORGANISER)).to_have_value("云澜市人民政府")  # somebody wrote it
    saved(page)
    becomes(page, lambda: [one["state"]["place"] for one in drafts(page)], ["望西市"])
    page.reload()
    expect(page.locator("#from-place")).to_have_text("从“申报城市”带入，可以改。")
    title = page.title()
    page.locator(".bar").get_by_role("button", name="检查", exact=True).click()
    becomes(page, page.title, f"有错误：{title}")
    expect(page.locator(".stages__wrong").nth(1)).to_contain_text("待改 ")
    page.locator("#drafts-box > summary").click()
    page.get_by_role("button", name="新建一份").click()
    becomes(page, page.title, title)


def test_what_may_stay_empty_is_not_carried(page: Page) -> None:
    opened(page, APPLICATION)
    for key in ("leader", "unit"):
        page.locator(f"#in-{key}").fill("虚构")
        page.locator(f"#in-{key}").blur()
    saved(page)
    expect(page.locator("#in-promise_unit")).to_have_value("")
    expect(page.locator("#in-promise_signer")).to_have_value("")


def test_rows_of_a_spreadsheet_and_of_a_document_are_shown_and_then_taken(page: Page) -> None:
    opened(page, PLAN)
    page.goto(page.url + "#field-units")
    expect(page.locator(CELL)).to_be_visible()
    assert pasted(page, plain="甲单位")  # one cell is pasted as ever
    assert not pasted(page, plain='序号\t单位名称\t备注\n1\t甲单位\t好\n2\t"乙\t单位\n二"\t\n')
    expect(panel(page)).to_contain_text("剪贴板里是 2 行")
    expect(panel(page)).to_contain_text("这里没有对应的列，不放入：备注。")
    assert cells(page) == ["", "", ""]  # nothing is taken without a word
    panel(page).get_by_role("button", name="取消").click()
    expect(panel(page)).to_be_hidden()
    assert cells(page) == ["", "", ""]
    pasted(page, plain="x", html=WORD)
    panel(page).get_by_role("button", name="确认放入").click()
    expect(told(page)).to_contain_text("已放入 2 行")
    assert cells(page) == ["甲单位", "企业", "一段\n二段", "乙单位", "高等学校", ""]
    pasted(page, plain="丙单位\t企业\t试点")
    panel(page).get_by_role("button", name="确认放入").click()
    becomes(page, lambda: cells(page)[3:6], ["丙单位", "企业", "试点"])
    told(page).get_by_role("button", name="撤回").click()
    becomes(page, lambda: len(cells(page)), 6)


@pytest.mark.deep
def test_serial_numbers_of_pasted_rows_stay_behind(page: Page) -> None:
    opened(page, PLAN)
    page.goto(page.url + "#field-units")
    expect(page.locator(CELL)).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    for plain, rows in NUMBERED:
        assert not pasted(page, plain=plain)
        texts = [text for row in rows for text in row]
        expect(panel(page).locator("tbody td")).to_have_text(texts)
    said = "node => getComputedStyle(node, '::before').content"
    name = panel(page).locator("tbody td").nth(1)
    becomes(page, lambda: name.evaluate(said), '"单位类型"')
    expect(panel(page)).not_to_contain_text("序号不放入")
    assert not pasted(page, plain=NUMBERED[0][0])
    expect(panel(page)).to_contain_text("各行前面的序号不放入。")


NUMBERED = [
    ("1\t云澜大学\t高等学校", [["云澜大学", "高等学校", ""]]),
    ("一、\t甲\t企业\n二、\t乙\t其他", [["甲", "企业", ""], ["乙", "其他", ""]]),
    ("（１）甲\t企业\n（２）乙\t其他", [["甲", "企业", ""], ["乙", "其他", ""]]),
    ("1.云澜大学\t高等学校", [["云澜大学", "高等学校", ""]]),
    ("序号\t名\t类\n1\t甲\t企业", [["甲", "企业", ""]]),
    ("序号\t单位名称\n1\t1、甲", [["甲", "", ""]]),
    ("1.5米科技\t企业\t1", [["1.5米科技", "企业", "1"]]),
    ("2\t甲\t企业", [["2", "甲", "企业"]]),  # one row is no row 2
    ("3\t甲\t企业\n4\t乙\t其他", [["甲", "企业", ""], ["乙", "其他", ""]]),
    ("1\t甲\t企业\n3\t乙\t其他", [["1", "甲", "企业"], ["3", "乙", "其他"]]),
]


WORD = """<html><head><style>td {color: red}</style></head><body><table style="width: 1px">
<tr><td style='color:red'><p>1</p></td><td><p>甲单位</p></td><td>企业</td>
<td><p>一段</p><p>二段</p></td></tr>
<tr><td>2</td><td>乙单位</td><td>高等学校</td><td></td></tr></table></body></html>"""


@pytest.mark.parametrize("field", ["units", deep("goals")])
def test_the_examples_stand_beside_a_field(page: Page, field: str) -> None:
    opened(page, PLAN)
    page.goto(page.url + f"#field-{field}")
    sample = page.locator(f"#field-{field} .quest__sample")
    sample.locator("summary").click()
    expect(sample.locator(".sample__of")).to_have_count(3)
    expect(sample).to_contain_text(
        "云澜市“人工智能科技伦理审查与服务先导计划”行动实施方案（虚构示例）"
    )
    expect(sample.locator(".paper").first).to_contain_text(
        {"goals": "针对上述五项不足", "units": "（虚构）"}[field]
    )
