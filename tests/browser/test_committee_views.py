"""委员会工作台 for everybody: what is next at once, by keys, in every colour, at 360 px."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import axe
import pytest
from desk_page import MEMBERS, PLACE, TODAY, bring, folder, opened, rows, twelve
from focus import walk
from patience import becomes, fits
from playwright.sync_api import Browser, Page, expect
from targets import SMALL

from params import deep

WIDTHS = {360: 740, 1366: 768}
# View → how low its first button may end at 360 and at 1,366 px (measures of the drafts).
BUTTONS = {"": (481, 470), "#case=2026-013": (453, 496), "#view=year": (379, 422)}
VIEWS = (*BUTTONS, "#view=members")
OFTEN = ("", "#case=2026-013")
BOTTOM = "document.querySelector('.act--main').getBoundingClientRect().bottom + scrollY"

# Votes as they were kept before, by the case's number alone.
OLD_VOTES = """() => {
  const [key] = Object.keys(localStorage).filter((one) => one.startsWith("lawbook:draft:cases:"));
  const draft = JSON.parse(localStorage[key]);
  draft.state.votes["2026-019"] = { 周示例: { vote: "不同意" } };
  localStorage[key] = JSON.stringify(draft);
}"""


@pytest.fixture(scope="module")
def desk(browser: Browser, address: str, root: Path) -> Iterator[Page]:
    """Twelve cases on a day in 2027."""
    context = axe.prepared(browser.new_context(base_url=address, reduced_motion="reduce"))
    page = context.new_page()
    page.clock.install(time=TODAY)
    opened(page)
    bring(page, "a.json", folder(twelve(root), members=MEMBERS))
    expect(rows(page)).to_have_count(12)
    yield page
    context.close()


def shown(desk: Page, view: str, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": WIDTHS[width]})
    desk.goto("about:blank")
    desk.goto(PLACE + view)
    expect(desk.locator(".caserow, .path, .yearly, .member").first).to_be_visible()
    desk.wait_for_load_state("networkidle")


def next_step_first(desk: Page, view: str, width: int) -> None:
    """The next step stands in the first screen."""
    expect(desk.locator(".act--main")).to_have_count(1)
    assert desk.evaluate(BOTTOM) <= BUTTONS[view][width == 1366]


@pytest.mark.deep
@pytest.mark.parametrize("view", BUTTONS)
def test_the_next_step_stands_in_the_first_screen_of_a_desk(desk: Page, view: str) -> None:
    shown(desk, view, 1366)
    next_step_first(desk, view, 1366)


@pytest.mark.parametrize(("width", "in_both"), [(360, False), deep(360, True), deep(1366, True)])
@pytest.mark.parametrize("view", [one if one in OFTEN else deep(one) for one in VIEWS])
def test_nothing_is_wrong_for_anybody(
    desk: Page, view: str, width: int, in_both: bool, seed: int
) -> None:
    shown(desk, view, width)
    if view in BUTTONS:
        next_step_first(desk, view, width)
    fits(desk, width)
    # In the light or in the dark; among the rest of the tests, on a phone and a desk, in both.
    assert (axe.both(desk) if in_both else axe.either(desk, seed)) == []
    if width == 360:
        becomes(desk, lambda: desk.evaluate(SMALL), [])
    stops = walk(desk)
    assert len(stops) > 10
    assert [one.html for one in stops if not one.seen] == []
    assert [one.html for one in stops if not one.outlined] == []


@pytest.mark.deep
def test_where_the_system_sets_the_colours_every_state_keeps_a_shape(desk: Page) -> None:
    shown(desk, "", 360)
    desk.emulate_media(forced_colors="active")
    edge = "(one) => getComputedStyle(one).borderTopStyle"
    for look in (".casedue--late", ".casedue--open", ".chip[aria-current]", ".act--main"):
        style = desk.locator(look).first.evaluate(edge)
        assert style in {"solid", "dashed"}, look
    here, ahead = (
        desk.locator(f".caseway__step--{one}").first.evaluate(
            "(one) => [getComputedStyle(one).backgroundColor, one.offsetHeight]"
        )
        for one in ("here", "ahead")
    )
    assert here != ahead
    desk.emulate_media(forced_colors="none")


def test_what_is_overdue_stands_first(desk: Page) -> None:
    shown(desk, "", 1366)
    next_step_first(desk, "", 1366)
    first = rows(desk).first
    expect(first).to_contain_text("逾期")
    expect(first.locator(".act--main")).to_be_visible()


def test_the_register_is_filtered_by_turn_overdue_year_and_words(desk: Page) -> None:
    shown(desk, "", 1366)
    chips = desk.locator(".chips")
    chips.get_by_text("等对方").click()
    expect(rows(desk)).to_have_count(2)
    expect(chips.locator("[aria-current]")).to_have_text("等对方 2")
    chips.get_by_text("逾期").click()
    expect(rows(desk).locator(".casedue--late")).to_have_count(4)
    expect(rows(desk)).to_have_count(4)
    chips.get_by_text("全部").click()
    expect(rows(desk)).to_have_count(12)
    chips.locator("summary").click()
    chips.get_by_label("活动、申请人、单位、案号").fill("食用菌 梅")
    expect(rows(desk)).to_have_count(2)
    chips.get_by_label("活动、申请人、单位、案号").fill("没有的")
    expect(desk.locator(".notice")).to_contain_text("没有这样的案件")


def test_a_year_is_counted_and_begins_its_report(desk: Page) -> None:
    shown(desk, "#view=year", 1366)
    tally = desk.locator(".yearly li")
    expect(tally.filter(has_text="收到申请").locator("b")).to_have_text("12")
    expect(tally.filter(has_text="告知补正").locator("b")).to_have_text("7")
    expect(tally.filter(has_text="不予批准").locator("b")).to_have_text("2")
    desk.get_by_role("button", name="写年度工作报告").click()
    expect(desk.locator("#in-received")).to_have_value("12", timeout=30_000)
    expect(desk.locator("#in-rejected")).to_have_value("2")


def test_members_are_written_once_and_stand_in_the_minutes(desk: Page) -> None:
    shown(desk, "#view=members", 360)
    desk.get_by_role("button", name="加一名委员").click()
    desk.locator(".member").last.get_by_label("姓名").fill("郑样章")
    desk.locator(".member").last.get_by_label("性别").select_option("男")
    desk.locator(".member").last.get_by_label("姓名").focus()
    expect(desk.locator(".roll [role=status]")).to_contain_text("共 3 人：男 2，女 1")
    shown(desk, "#case=2026-013", 1366)
    expect(desk.locator(".next h3")).to_contain_text("审查会议记录")
    desk.get_by_role("button", name="写审查会议记录").click()
    names = desk.locator('[data-field="members"] .rows [data-column="name"]')
    expect(names).to_have_count(3, timeout=30_000)
    expect(names.nth(2)).to_have_value("郑样章")


def test_an_event_is_written_down_only_as_it_can_be_read_again(desk: Page) -> None:
    shown(desk, "#case=2026-013", 360)
    desk.locator(".more > summary").click()
    form = desk.locator(".event").filter(has=desk.locator("#ask-extended-until"))
    desk.locator("#ask-extended-reason").fill("补充材料")
    desk.locator("#ask-extended-until").fill("2100-01-31")
    form.get_by_role("button", name="记延长期限").click()
    expect(form.locator(".refused")).to_have_text(
        "“延长到”写的是“2100-01-31”；应写成 2026-12-01，年份在 2000 至 2099 之间"
    )
    desk.locator("#ask-extended-until").fill("2027-03-01")
    form.get_by_role("button", name="记延长期限").click()
    expect(desk.locator("#told")).to_contain_text("已记下：延长审查期限")


def test_votes_are_those_of_one_meeting(desk: Page) -> None:
    shown(desk, "#case=2026-019", 360)
    desk.locator(".more > summary").click()
    desk.locator(".votes > summary").click()
    desk.get_by_role("button", name="没有选的都记同意").click()
    desk.locator("#ask-to-general-reason").fill("意见不一致")
    desk.get_by_role("button", name="记改用一般程序").click()
    expect(desk.locator(".next h3")).to_contain_text("审查会议记录")
    desk.locator(".votes > summary").click()
    sums = desk.locator(".votes__sum")
    expect(sums).to_have_text(re.compile("到会0人：同意0，.*还有[23]人没有选。"))
    desk.evaluate(OLD_VOTES)
    shown(desk, "#case=2026-019", 360)
    expect(desk.locator(".votes__old")).to_contain_text("以前记过1人的到会和表决")
    expect(sums).to_contain_text("到会0人")
    desk.get_by_role("button", name="是这一次的，带入").click()
    expect(sums).to_contain_text("到会1人：同意0，不同意1")
    expect(desk.locator(".votes__old")).to_have_count(0)
    desk.get_by_role("button", name="带入会议记录").click()
    votes = desk.locator('[data-field="members"] .rows [data-column="vote"]')
    expect(votes.first).to_have_value("不同意", timeout=30_000)
    expect(votes.nth(1)).to_have_value("")
