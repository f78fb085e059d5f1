"""The calculator as people use it: a moment, a date, what follows, what they take away."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from click.testing import Result
from patience import becomes, ends
from playwright.sync_api import Page, expect
from takeaway import calendar, table, taken

from params import deep


def opened(page: Page, state: str = "") -> Page:
    page.goto(f"tools/deadlines/{state and '#' + state}")
    page.wait_for_selector("#tool-deadlines:not([hidden])")
    return page


def reckoned(page: Page, trigger: str, date: str, **more: str) -> None:
    page.get_by_label("发生了什么").select_option(label=trigger)
    page.get_by_label("日期", exact=True).fill(date)
    for label, choice in more.items():
        page.get_by_label(label).select_option(label=choice)
    page.get_by_role("button", name="计算").click()


def test_a_date_gives_every_deadline_with_the_convention_beside_it(page: Page) -> None:
    opened(page)
    reckoned(page, "作出批准决定", "2026年9月1日", 是否列入专家复核清单="列入")
    expect(page.locator(".answer .asked")).to_have_text("2项期限")
    expect(page.locator(".answer .asked")).to_be_focused()
    registration = page.locator("#due-listed-registration")
    expect(registration.locator(".due__day b")).to_have_text("2026年10月1日 周四")
    expect(registration.locator(".due__rolled")).to_have_text(
        "顺延到 2026年10月8日 周四 约定，不是规定"
    )
    expect(registration.locator(".conf")).to_have_count(0)  # two sources: safe, so not marked
    expect(registration.locator(".sure--two")).to_have_text("两源互证")
    expect(registration.locator(".sure--two")).to_be_hidden()
    expect(registration.locator(".undefined")).to_have_count(0)
    tracking = page.locator("#due-tracking-listed")
    expect(tracking.locator(".due__day b")).to_have_text("2027年3月1日 周一")
    expect(tracking.locator(".undefined")).to_have_text("起算点未规定")
    expect(tracking).to_contain_text("2027年的放假安排，本指南尚未收录。不判断最后一日是否顺延。")
    ends(page, "#trigger=approved&date=2026-09-01&listed=yes")


def test_beijing_has_its_own_rule_in_place_of_the_national_one(page: Page) -> None:
    opened(page, "trigger=committee-founded&date=2026-09-01")
    expect(page.locator(".due")).to_have_count(1)
    expect(page.locator("#due-committee-registration")).to_be_visible()
    opened(page, "trigger=committee-founded&date=2026-09-01&place=beijing")
    page.reload()
    expect(page.locator("#due-beijing-committee-registration")).to_be_visible()
    expect(page.locator(".due")).to_have_count(1)


def test_a_picture_shows_each_deadline_and_says_them_in_words(page: Page) -> None:
    opened(page, "trigger=approved&date=2026-09-01")
    picture = page.get_by_role("img", name="时间线：")
    expect(picture).to_have_attribute(
        "aria-label",
        "时间线：登记清单内的活动 2026-10-01，清单内活动的跟踪审查 2027-03-01，跟踪审查 2027-09-01",
    )
    expect(picture.locator(".line__due")).to_have_count(3)
    expect(picture.locator(".line__roll")).to_have_count(1)
    page.set_viewport_size({"width": 360, "height": 740})
    expect(picture).not_to_have_attribute("width", "760")
    becomes(page, lambda: int(picture.get_attribute("width") or 0) < 330, True)


def test_hours_need_a_time_and_run_through_the_holiday(page: Page) -> None:
    opened(page)
    expect(page.get_by_label("时刻（北京时间）")).to_be_hidden()
    reckoned(page, "紧急状态下启动应急审查", "2026-09-30")
    expect(page.get_by_role("alert")).to_contain_text("按小时计算，请写明时刻")
    page.get_by_label("时刻（北京时间）").fill("18:00")
    page.get_by_role("button", name="计算").click()
    expect(page.locator("#due-emergency .due__day b")).to_have_text(
        "2026年10月3日 周六 18:00（北京时间）"
    )


def test_working_days_beyond_the_schedule_have_no_date(page: Page) -> None:
    opened(page, "trigger=served&date=2026-12-29")
    expect(page.locator("#due-appeal .due__day")).to_have_text("无法计算")
    expect(page.locator("#due-appeal")).to_contain_text("2027年的放假安排，本指南尚未收录。不推算")
    expect(page.locator(".answer svg")).to_have_count(0)
    expect(page.get_by_role("button", name="下载日历")).to_have_count(0)


def test_an_undefined_start_is_chosen_by_the_reader_for_that_deadline_alone(page: Page) -> None:
    opened(page, "trigger=approved&date=2026-09-01")
    tracking = page.locator("#due-tracking")
    tracking.get_by_label("这一项从哪天起算").fill("2026-11-20")
    tracking.get_by_role("button", name="重算").click()
    expect(tracking.locator(".due__day b")).to_have_text("2027年11月20日 周六")
    expect(page.locator("#due-tracking-listed .due__day b")).to_have_text("2027年3月1日 周一")
    ends(page, "&at-tracking=2026-11-20")
    page.go_back()
    expect(tracking.locator(".due__day b")).to_have_text("2027年9月1日 周三")
    tracking.get_by_label("这一项从哪天起算").fill("2026-02-31")
    tracking.get_by_role("button", name="重算").click()
    expect(page.get_by_role("alert")).to_have_text(
        "「跟踪审查」: “2026-02-31”不能用作日期；没有这一天或者这一刻"
    )


def test_a_bad_date_gives_a_sentence_and_the_form_stays(page: Page) -> None:
    opened(page)
    for date, sentence in (
        ("", "“”不能用作日期；请写成 2026-12-01"),
        ("2026-02-31", "没有这一天或者这一刻"),
        ("1e9", "“1e9”不能用作日期"),
        ("9999-01-01", "年份应在 2000 至 2099 之间"),
        ("<img src=x onerror=alert(1)>", "“<img src=x onerror=alert(1)>”不能用作日期"),
    ):
        reckoned(page, "受理申请", date)
        expect(page.locator(".tool").get_by_role("alert")).to_contain_text(sentence)
        expect(page.get_by_label("日期", exact=True)).to_have_value(date)
        expect(page).not_to_have_url(re.compile("#"))
        expect(page).to_have_title(re.compile("^有错误："))
    reckoned(page, "受理申请", "２０２６．１２．０１")
    expect(page.get_by_label("日期", exact=True)).to_have_value("2026-12-01")
    expect(page.locator(".tool")).to_contain_text("受理申请：2026-12-01。")
    expect(page).to_have_url(re.compile("#.*date=2026-12-01"))
    expect(page).not_to_have_title(re.compile("有错误"))


@pytest.mark.deep
@pytest.mark.parametrize(
    ("fragment", "sentence"),
    [
        ("trigger=accepted&date=2026-02-31", "没有这一天或者这一刻"),
        ("trigger=accepted&date=", "“”不能用作日期"),
        ("trigger=nothing&date=2026-01-01", "没有起算事项“nothing”"),
        ("date=2026-01-01", "请先选择发生了什么。"),
        ("trigger=approved&date=2026-01-01&at-tracking=1e9", "「跟踪审查」: “1e9”不能用作日期"),
        ("trigger=accepted&date=2026-01-01&listed=maybe", "“maybe”看不懂"),
        ("trigger=zzz", "没有起算事项“zzz”，请重新选择。"),
        ("place=%3Cscript%3Ealert(1)%3C/script%3E", "“<script>alert(1)</script>”看不懂"),
        ("__proto__=1", "“__proto__”看不懂"),
        ("<script>alert(1)</script>", "看不懂，请从头开始。"),
    ],
)
def test_a_bad_link_gives_a_sentence(page: Page, fragment: str, sentence: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, fragment)
    expect(page.locator(".tool [role=alert]")).to_contain_text(sentence)
    expect(page.locator(".tool :is(img, script)")).to_have_count(0)


def test_without_a_moment_there_is_a_sentence(page: Page) -> None:
    opened(page)
    page.get_by_role("button", name="计算").click()
    expect(page.locator(".tool").get_by_role("alert")).to_have_text("请先选择发生了什么。")


def test_the_calendar_file_holds_whole_days(page: Page) -> None:
    state = "trigger=approved&date=2026-09-01&listed=yes&project=云澜；导诊,一期"
    name, data = taken(opened(page, state), "下载日历")
    events = calendar(data)
    assert name == "期限-云澜；导诊,一期.ics"
    first, second = events
    assert first["SUMMARY"] == "云澜；导诊,一期：登记清单内的活动"
    assert first["DTSTART;VALUE=DATE"] == "20261001"
    assert first["DTEND;VALUE=DATE"] == "20261002"
    assert "按顺延的约定：2026-10-08" in first["DESCRIPTION"].split("\n")
    assert "【两源互证】" in first["DESCRIPTION"]
    assert second["DTSTART;VALUE=DATE"] == "20270301"
    assert "起算点未规定" in second["DESCRIPTION"]
    again = calendar(taken(opened(page, state), "下载日历")[1])
    assert [one["UID"] for one in again] == [one["UID"] for one in events]
    other = calendar(taken(opened(page, state + "二"), "下载日历")[1])
    assert not {one["UID"] for one in other} & {one["UID"] for one in events}


def test_the_calendar_file_holds_moments_in_beijing_time(page: Page) -> None:
    opened(page, "trigger=urgent&date=2026-09-30&time=18:00&listed=yes")
    data = taken(page, "下载日历")[1]
    events = calendar(data)
    starts = [one["DTSTART;TZID=Asia/Shanghai"] for one in events]
    assert starts == ["20261002T060000", "20261003T180000"]
    assert b"BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n" in data


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("trigger=approved&date=2026-09-05&place=beijing", "approved 2026-09-05 --place 北京"),
        *(
            deep(*one)
            for one in (
                ("trigger=served&date=2026-12-31&listed=no", "served 2026-12-31 --listed 否"),
                ("trigger=approved&date=2026-12-20&listed=yes", "approved 2026-12-20 --listed 是"),
                ("trigger=reported-year&date=2026-05-01", "reported-year 2026-05-01"),
                ("trigger=submitted&date=2026-11-22", "submitted 2026-11-22"),
            )
        ),
    ],
)
def test_the_table_is_the_one_of_the_command_line(
    page: Page, run: Callable[..., Result], state: str, words: str
) -> None:
    trigger, date, *limits = words.split()
    told = run("deadlines", "--trigger", trigger, "--date", date, *limits, "--format", "csv")
    assert told.exit_code == 0, told.output
    wanted = table(told.stdout_bytes)
    name, data = taken(opened(page, state), "下载表格")
    assert name == "期限.csv"
    assert sorted(row[:5] for row in table(data)) == sorted(wanted)


@pytest.mark.deep
def test_a_project_named_like_a_formula_is_only_a_name(page: Page) -> None:
    opened(page, "trigger=accepted&date=2026-09-01&project=%3DHYPERLINK(1)")
    expect(page.locator(".answer")).to_contain_text("=HYPERLINK(1)")
    assert table(taken(page, "下载表格")[1])[1][-1] == "'=HYPERLINK(1)"
