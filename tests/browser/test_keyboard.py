"""Every tool by keyboard alone: no mouse moves in this file."""

from __future__ import annotations

import csv
from functools import partial

import pytest
from focus import stop, tab_to, walk
from patience import becomes, drawn, ends, fits
from playwright.sync_api import Page, expect

from params import deep

DRAWER = "document.getElementById('__drawer').checked"
RESULTS = "[...document.querySelectorAll('.follows')].map(e => e.id.replace('result-', ''))"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
STOPS = [
    deep("", 1280),
    ("documents/measures-2026/art-12/", 1280),
    deep("guides/procedure/", 360),
    deep("tools/deadlines/", 360),
    deep("forms/review-acceptance/#example-review-acceptance-naoji", 360),
    deep("", 360),
    deep("documents/measures-2026/art-12/", 360),
    deep("guides/procedure/", 1280),
    deep("tools/deadlines/", 1280),
    deep("correct/", 1280),
    deep("correct/", 360),
]


@pytest.mark.parametrize(("path", "width"), STOPS)
def test_each_stop_of_the_tab_key_can_be_seen(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"./{path}")
    drawn(page)
    stops = walk(page)
    assert len(stops) > 10
    assert [one.html for one in stops if not one.seen] == []
    assert [one.html for one in stops if not one.outlined] == []


def test_the_first_stop_leads_past_the_bar(page: Page) -> None:
    page.goto("guides/procedure/")
    page.keyboard.press("Tab")
    first = stop(page)
    assert first is not None
    assert first.words == "跳到正文"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.closest('article') !== null", True)


def test_the_navigator_to_a_result_and_back(page: Page) -> None:
    page.goto("tools/navigator/")
    page.wait_for_selector(".choice")
    tab_to(page, "new")
    page.keyboard.press("ArrowUp")  # the choices are a ring: the last one
    page.keyboard.press("Enter")
    expect(page.locator(".tool .asked")).to_have_text("可以申诉")
    expect(page.locator(".tool .asked")).to_be_focused()
    expect(page.locator(".tool [role=status]")).to_have_text("已有结果：可以申诉")
    ends(page, "/tools/navigator/#stage=objection")
    becomes(page, RESULTS, ["appeal", "appeal-days", "redecision-days", "local-rules"])
    tab_to(page, "依据")
    page.keyboard.press("Enter")
    expect(page.locator(".because").first).to_have_attribute("open", "")
    tab_to(page, "上一步")
    page.keyboard.press("Enter")
    expect(page.locator(".tool .asked")).to_have_text("现在到了哪一步？")


def moment(page: Page) -> None:
    """Opens the calculator, chooses the moment 批准, and goes on to the date."""
    page.goto("tools/deadlines/")
    page.wait_for_selector("#due-trigger")
    while page.evaluate("document.activeElement.id") != "due-trigger":
        page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.value") != "approved":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    becomes(page, "document.activeElement.id", "due-date")


def test_dates_and_their_calendar(page: Page) -> None:
    moment(page)
    page.keyboard.type("2026-02-31")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("2026-02-31")
    expect(page.locator("#due-date")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("2026-09-05")
    page.keyboard.press("Enter")
    heading = page.locator(".tool .asked")
    expect(heading).to_be_focused()
    expect(heading).to_contain_text("项期限")
    tab_to(page, "下载日历（.ics）")
    with page.expect_download() as calendar:
        page.keyboard.press("Enter")
    assert calendar.value.suggested_filename == "期限.ics"
    assert calendar.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_duties_filtered_and_taken_away(page: Page) -> None:
    page.goto("tools/obligations/")
    page.wait_for_selector("#limit-role")
    while page.evaluate("document.activeElement.id") != "limit-role":
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    count = page.locator(".tool .count")
    expect(count).to_have_attribute("role", "status")
    expect(count).to_contain_text("单位，共")
    becomes(page, "document.activeElement.id", "limit-role")
    tab_to(page, "下载 CSV")
    with page.expect_download() as table:
        page.keyboard.press("Enter")
    rows = list(csv.reader(table.value.path().read_text("utf-8-sig").splitlines()))
    expect(count).to_contain_text(f"共{len(rows) - 1}项")


def test_light_and_dark(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("about/")
    becomes(page, BACKGROUND, "rgb(20, 26, 33)")
    tab_to(page, "当前跟随系统，切换为浅色")
    page.keyboard.press("Enter")
    becomes(page, BACKGROUND, "rgb(255, 255, 255)")
    page.keyboard.press("Enter")
    becomes(page, BACKGROUND, "rgb(20, 26, 33)")


def test_the_menu_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto("guides/procedure/")
    tab_to(page, "导航")
    sign = page.get_by_role("button", name="导航")
    expect(sign).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(sign).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary :focus")).to_have_count(1)
    first = stop(page)
    assert first is not None
    assert first.seen
    page.keyboard.press("Escape")
    expect(sign).to_be_focused()
    becomes(page, DRAWER, False)
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary :focus")).to_have_count(1)
    tab_to(page, "专家复核")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("专家复核")


@pytest.mark.deep
def test_leaving_the_menu_closes_it(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    page.goto("guides/procedure/")
    tab_to(page, "导航")
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary :focus")).to_have_count(1)
    tab_to(page, "一件申请怎样办")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="导航")).to_have_attribute("aria-expanded", "false")


@pytest.mark.deep
@pytest.mark.parametrize("width", [1280, 360])
def test_the_search(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("about/")
    tab_to(page, "搜索" if width == 360 else "")
    if width == 360:
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("/")
    expect(page.get_by_role("textbox", name="搜条文、搜词语")).to_be_focused()
    page.keyboard.type("专家复核")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(page.locator(".md-search-result__meta")).to_have_attribute("aria-live", "polite")
    page.keyboard.press("ArrowDown")
    becomes(page, "document.activeElement.matches('.md-search-result__link')", True)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/about/" not in address)


@pytest.mark.deep
def test_the_report_of_an_error(page: Page) -> None:
    page.goto("correct/?at=measures-2026/art-12")
    while page.evaluate("document.activeElement.id") != "report-now":
        page.keyboard.press("Tab")
    page.keyboard.type("三类")
    tab_to(page, "复制报告")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="报告")).to_have_text("报告已复制")


@pytest.mark.deep
def test_text_at_twice_its_size_is_whole(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 400})  # 1280 × 800 at 200 %
    for path in ("", "documents/measures-2026/art-12/", "tools/deadlines/"):
        page.goto(f"./{path}")
        fits(page, 640)


def test_the_name_of_the_site_is_whole_on_a_phone(page: Page) -> None:
    page.goto("about/")
    for width in (320, 360, 414, 768):
        page.set_viewport_size({"width": width, "height": 740})
        name = page.locator(".md-header__topic .md-ellipsis").first
        becomes(page, partial(name.evaluate, "e => e.scrollHeight <= e.clientHeight + 1"), True)
        becomes(page, partial(name.evaluate, "e => e.scrollWidth <= e.clientWidth + 1"), True)


def test_who_asked_for_less_motion_gets_less(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("./")
    slow = """() => [...document.querySelectorAll("*")].filter(e => {
      const style = getComputedStyle(e);
      return [style.transitionDuration, style.animationDuration]
        .some(each => each.split(",").some(one => parseFloat(one) > 0.01));
    }).map(e => e.className)"""
    becomes(page, slow, [])


@pytest.mark.deep
def test_where_the_system_sets_the_colours_marks_keep_an_edge(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("documents/measures-2026/art-16/")
    edge = page.locator(".conf--one").first
    becomes(page, lambda: edge.evaluate("e => getComputedStyle(e).borderTopWidth"), "1px")
    becomes(page, lambda: edge.evaluate("e => getComputedStyle(e).borderTopStyle"), "solid")
