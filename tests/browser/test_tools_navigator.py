"""The navigator as people use it: by keyboard, by link, back and forth, on paper."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from patience import becomes, fits
from playwright.sync_api import Browser, Locator, Page, expect

from params import deep

LISTED = (
    "stage=new&work=build&territory=home&people=personal&effects=content&traits=public-voice"
    "&rules=none&reviewer=own-able&unit=none&urgent=no"
)
CLEAR = (
    "stage=new&work=theory&territory=home&people=none&effects=none&rules=none&reviewer=own-able"
    "&unit=none&urgent=no"
)
CHECKED = "document.querySelectorAll('.tool input:checked').length"


def opened(page: Page, state: str = "") -> Page:
    page.goto(f"tools/navigator/{state and '#' + state}")
    page.wait_for_selector("#tool-navigator:not([hidden])")
    return page


def heading(page: Page) -> Locator:
    return page.locator(".tool .asked")


def results(page: Page) -> list[str]:
    return [
        str(one.get_attribute("id")).removeprefix("result-")
        for one in page.locator(".follows").all()
    ]


def sentence(page: Page) -> str:
    return page.locator(".verdict__line").text_content() or ""


def test_a_result_stays_after_reload_and_back_goes_one_question_back(page: Page) -> None:
    opened(page, CLEAR)
    expect(heading(page)).to_have_text("下面七句都对吗？")
    page.get_by_label("七句都对", exact=True).check()
    page.get_by_role("button", name="继续").click()
    expect(heading(page)).to_have_text("看来不在审查范围内（保留判断依据）")
    page.reload()
    expect(heading(page)).to_have_text("看来不在审查范围内（保留判断依据）")
    becomes(page, lambda: "out-record" in results(page), True)
    page.go_back()
    expect(heading(page)).to_have_text("下面七句都对吗？")
    page.go_forward()
    expect(heading(page)).to_have_text("看来不在审查范围内（保留判断依据）")
    page.get_by_role("button", name="上一步").click()
    expect(heading(page)).to_have_text("下面七句都对吗？")
    page.get_by_role("button", name="重新开始").click()
    expect(heading(page)).to_have_text("现在到了哪一步？")


def test_nothing_is_ticked_beforehand_and_a_box_alone_unticks_the_others(page: Page) -> None:
    opened(page, "stage=new&work=build&territory=home")
    becomes(page, CHECKED, 0)
    page.get_by_label("使用实验动物").check()
    page.get_by_label("使用血液、组织、基因等人的生物样本").check()
    becomes(page, CHECKED, 2)
    page.get_by_label("都没有").check()
    becomes(page, CHECKED, 1)
    page.get_by_label("使用实验动物").check()
    expect(page.get_by_label("都没有")).not_to_be_checked()


def test_without_an_answer_there_is_a_sentence(page: Page) -> None:
    opened(page)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("alert")).to_have_text("还没有选答案，请先选一个。")
    expect(page).not_to_have_url(re.compile("#"))


def test_what_is_certain_is_told_at_once(page: Page) -> None:
    opened(page, "stage=new&work=build&territory=home&people=personal")
    expect(page.locator(".asked__certain")).to_have_text(
        "已经可以确定：要审。其余问题决定找谁、用什么程序。"
    )


def test_details_are_asked_only_beside_what_they_detail(page: Page) -> None:
    opened(page, "stage=new&work=build&territory=home&people=none&effects=content")
    expect(page.locator(".choice label")).to_have_text(
        [re.compile("^公众可以发布"), "都没有", "说不清"]
    )


def test_one_answer_is_changed_and_the_others_stay(page: Page) -> None:
    opened(page, LISTED)
    expect(heading(page)).to_have_text("要审")
    becomes(page, lambda: "reviewer-own" in results(page), True)
    page.get_by_role("link", name="修改：谁能审？").click()
    expect(heading(page)).to_have_text("谁能审？")
    page.get_by_label("没有委员会").check()
    page.get_by_role("button", name="继续").click()
    expect(heading(page)).to_have_text("要审")
    becomes(page, lambda: {"reviewer-centre", "where-locality"} <= set(results(page)), True)
    becomes(page, lambda: "reviewer-own" not in results(page), True)


@pytest.mark.deep
def test_details_of_what_is_unticked_leave_the_link(page: Page) -> None:
    opened(page, LISTED)
    page.get_by_role("link", name=re.compile("^修改：做出来的东西")).click()
    page.get_by_label(re.compile("^向公众推荐")).uncheck()
    page.get_by_label("都没有").check()
    page.get_by_role("button", name="继续").click()
    expect(heading(page)).to_have_text("要审")
    becomes(page, lambda: "traits" not in page.url, True)
    becomes(page, lambda: "not-listed" in results(page), True)


def test_a_result_is_one_sentence_three_buttons_then_reasons(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, LISTED)
    assert sentence(page) == (
        "要审 ｜ 本单位委员会 ｜ 一般程序，由审查机构定 ｜ 按列入复核清单准备，要专家复核"
        " ｜ 受理后30日内决定，可延长"
    )
    box = page.locator(".verdict").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 560
    expect(page.locator(".verdict .tool__buttons").locator("a, button")).to_have_text(
        ["填申请书（已带入6栏）", "算期限", "打印"]
    )
    expect(page.locator("#reason-human")).to_contain_text("属于2023年《科技伦理审查办法（试行）》")
    expect(page.locator("#reason-listed-ai")).to_contain_text("本指南的理解")
    expect(page.locator("#reason-listed-ai .conf")).to_have_text(["本指南的理解"])
    for one in page.locator(".follows").all():
        expect(one.locator(".basis a, .auth, .step__more")).not_to_have_count(0)
    page.get_by_role("button", name="改答案").click()
    expect(page.get_by_role("heading", name="您的回答（可改）")).to_be_focused()
    page.get_by_role("link", name="算期限").click()
    expect(page.get_by_label("发生了什么")).to_have_value("accepted")


def test_the_sheet_for_the_committee_says_what_was_answered(page: Page) -> None:
    opened(page, LISTED.replace("people=personal", "people=none").replace(
        "public-voice", "none"))  # fmt: skip
    expect(heading(page)).to_have_text("很可能要审，先问委员会")
    with page.expect_download() as taken:
        page.get_by_role("button", name="生成咨询单").click()
    assert re.fullmatch(r"要不要审-咨询单-20\d\d-\d\d-\d\d\.txt", taken.value.suggested_filename)
    words = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    for wanted in ("很可能要审，先问委员会", "可能列入：《办法》第二类", "向公众推荐、排序",
                   "3. 用什么程序？"):  # fmt: skip
        assert wanted in words


@pytest.mark.deep
@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("<script>alert(1)</script>", "看不懂，请从头开始。"),
        ("1e9", "链接中的“1e9”看不懂"),
        ("stage=mars", "没有答案“mars”"),
        ("nowhere=1", "没有问题“nowhere”"),
        ("__proto__=x", "没有问题“__proto__”"),
        ("constructor=toString", "没有问题“constructor”"),
        ("stage=new&stage=change", "有两个不同的答案"),
        ("stage=new&people=none,personal", "不能和"),
        ("stage=%3Cimg%20src=x%20onerror=alert(1)%3E", "没有答案“<img src=x onerror=alert(1)>”"),
        ("%E0%A4%A", "看不懂，请从头开始。"),
        ("=", "没有问题“”"),
        ("stage=" + "x" * 5000, "没有答案“" + "x" * 40 + "”"),
    ],
)
def test_a_bad_link_gives_a_sentence_and_a_way_on(page: Page, fragment: str, words: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, fragment)
    expect(page.locator(".tool [role=alert]")).to_contain_text(words)
    expect(page.locator(".tool :is(img, script)")).to_have_count(0)
    page.get_by_role("link", name="从头开始").click()
    expect(page.locator(".tool .asked")).to_have_text("现在到了哪一步？")


@pytest.mark.deep
def test_a_fault_of_one_answer_leads_back_to_its_question(page: Page) -> None:
    opened(page, "stage=new&work=mars")
    page.get_by_role("link", name="回到这个问题").click()
    expect(page.locator(".tool .asked")).to_have_text("要做的是哪些事？")
    page.goto("tools/navigator/?stage=new#stage=new&work=")
    expect(page.locator(".tool .asked")).to_have_text("要做的是哪些事？")
    expect(page.locator(".tool [role=status].notice")).to_contain_text("旧式链接")


def test_on_paper_there_is_the_result(page: Page) -> None:
    opened(page, LISTED)
    page.emulate_media(media="print")
    expect(page.locator("#result-reviewer-own")).to_be_visible()
    expect(page.locator(".verdict__line")).to_be_visible()
    expect(page.locator(".tool__buttons").first).to_be_hidden()


def test_without_scripts_the_text_serves(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    for tool, wanted in (
        ("navigator", "a[href$='outcomes/']"),
        ("deadlines", "#deadline-decision"),
        ("obligations", "#duty-principles"),
    ):
        page.goto(f"tools/{tool}/")
        expect(page.locator(f"#tool-{tool}")).to_be_hidden()
        expect(page.locator(wanted)).to_be_visible()
    context.close()


WIDE = (
    f"navigator/#{LISTED}",
    "deadlines/#trigger=approved&date=2026-09-05&place=beijing&project=" + "x" * 60,
    "obligations/#role=committee",
)
LESS_WIDE = (
    "navigator/", "navigator/#stage=new&work=build&territory=home",
    "deadlines/#trigger=urgent&date=2026-02-31", "obligations/#role=committee&place=北京",
)  # fmt: skip


@pytest.mark.parametrize(("states", "widths"), [(WIDE, (320,)), deep(WIDE + LESS_WIDE, (360, 320))])
def test_no_tool_is_wider_than_a_phone(
    page: Page, states: tuple[str, ...], widths: tuple[int, ...]
) -> None:
    for state in states:
        page.goto("about:blank")
        page.goto(f"tools/{state}")
        page.wait_for_selector(".tool:not([hidden])")
        page.evaluate("document.querySelectorAll('.tool details').forEach(one => one.open = true)")
        for width in widths:
            page.set_viewport_size({"width": width, "height": 640})
            fits(page, width)


def addresses(tree: Any) -> set[str]:
    """All addresses below the site's root that a tool's data knows."""
    if isinstance(tree, list):
        return set().union(*map(addresses, tree)) if tree else set()
    if not isinstance(tree, dict):
        return set()
    own = {tree[name] for name in ("address", "blank") if name in tree}
    return own.union(*(addresses(value) for value in tree.values()))


@pytest.mark.parametrize("tool", ["navigator", "deadlines", "obligations"])
def test_every_link_of_a_tool_leads_somewhere(page: Page, root: Path, tool: str) -> None:
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    page.goto(f"tools/{tool}/")
    page.wait_for_selector(".tool:not([hidden])")
    known = addresses(page.evaluate("name => lawbookData.held.get(`tools/${name}`)", tool))
    assert len(known) > 25
    for one in sorted(known):
        path, _, anchor = one.partition("#")
        file = site / path / "index.html" if path.endswith("/") else site / path
        assert file.is_file(), one
        assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), one
