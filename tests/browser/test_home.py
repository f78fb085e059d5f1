"""The first screen of the home page, on a desk and on a phone: search and four tasks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

SCREENS = ((1366, 768), (360, 740))


def _end(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_search_and_four_tasks_stand_in_the_first_screen(
    width: int, height: int, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("./")
    search, tasks = page.locator("[data-open-search]"), page.locator(".task")
    expect(search).to_be_visible()
    expect(tasks).to_have_count(4)
    assert _end(search) < _end(tasks.first) <= _end(tasks.last) <= height
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_validity_of_the_documents_is_one_line_with_a_page_behind_it(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto("./")
    line = page.locator(".validity")
    box = line.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 768
    assert box["height"] <= 40
    line.get_by_role("link", name="详细").click()
    expect(page.locator("h1#force")).to_contain_text("文件效力")
    expect(page.locator(".state")).to_contain_text("现行有效")


def test_the_tabs_name_what_people_come_for_and_the_foot_the_guide(page: Page) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto("./")
    tabs = page.locator(".md-tabs__item:visible")
    expect(tabs).to_have_text(["我要办事", "办理工具", "条文库", "表格", "问答"])
    ways = page.locator(".page-foot__ways a")
    expect(ways).to_have_text(["关于", "来源", "数据", "更正", "无障碍"])


def test_on_a_phone_the_cells_of_an_example_stand_below_each_other(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("examples/pilot-plan-yunlan/")
    widths = page.locator("main td").evaluate_all("all => all.map((one) => one.clientWidth)")
    assert len(widths) > 20
    assert min(widths) > 250


def test_the_city_begins_with_the_report_that_is_due(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("start/city/")
    answer = page.locator(".verdict")
    expect(answer).to_contain_text("写首轮总结评估")
    assert _end(answer.get_by_role("link", name="填总结评估报告")) <= 740
    answer.get_by_role("link", name="填总结评估报告").click()
    expect(page).to_have_url(re.compile("/forms/pilot-summary/$"))


def test_one_page_a_form_has_filling_blank_and_examples(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("forms/review-application/")
    assert _end(page.get_by_role("button", name="开始填写")) <= 540
    page.set_viewport_size({"width": 1366, "height": 768})
    assert _end(page.get_by_role("textbox", name="科技活动名称")) <= 690
    blank = page.locator(".form-ways a.download")
    expect(blank).to_have_attribute("download", "人工智能科技伦理审查申请书（空白模板）.docx")
    assert page.locator(".lines--files a.download").count() >= 6
    expect(page.get_by_role("link", name="为什么这样写").first).to_be_visible()
    page.locator(".form-fields").get_by_role("link", name="知情同意").click()
    expect(page.locator("#in-consent")).to_be_focused()


def test_on_a_phone_the_law_begins_below_its_name_and_its_state(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("documents/measures-2026/art-12/")
    words = page.locator(".verbatim .v").first
    expect(words).to_contain_text("对属于本办法第二条所列")
    box = words.bounding_box()
    assert box is not None
    assert box["y"] <= 220
    for told in ("现行有效", "待核实"):
        mark = page.locator("main").get_by_text(told, exact=True).first
        expect(mark).to_be_visible()
        assert _end(mark) <= box["y"] + 4
