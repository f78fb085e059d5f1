"""The navigator as people use it: by keyboard, by link, back and forth, on paper."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from patience import becomes, ends, fits
from playwright.sync_api import Browser, Locator, Page, expect

LISTED = (
    "place=elsewhere&event=new&kind=research&risk=yes&committee=has&able=yes&urgent=no"
    "&low-risk=no&listed=item-2&exempt=none&lead=single&central=no"
)
FOCUSED = "document.activeElement.matches('.choice input')"
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


def tab_to_answers(page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED):
            return
    raise AssertionError("the answers cannot be reached with the Tab key")


def test_by_keyboard_from_the_first_question_to_a_result(page: Page) -> None:
    opened(page)
    tab_to_answers(page)
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".tool .asked")).to_have_text("现在遇到的是哪一种情况？")
    expect(page.locator(".tool .asked")).to_be_focused()
    tab_to_answers(page)
    page.keyboard.press("ArrowUp")  # the last answer
    page.keyboard.press("Enter")
    expect(page.locator(".tool .asked")).to_have_text("结果")
    expect(page.locator(".tool .asked")).to_be_focused()
    expect(page.locator(".tool [role=status]")).to_have_text("已有结果，共5条")
    ends(page, "/tools/navigator/#place=beijing&event=appeal")
    becomes(page, lambda: page.locator(".way__done").all_inner_texts(), ["您的情况"])
    becomes(page, lambda: results(page), [
        "appeal-right", "beijing-units", "appeal-days", "redecision-days", "beijing-as-general",
    ])  # fmt: skip


def test_a_result_stays_after_reload_and_back_goes_one_question_back(page: Page) -> None:
    opened(page, "place=beijing&event=new")
    page.get_by_label("还没有判断").check()
    page.get_by_role("button", name="继续").click()
    expect(heading(page)).to_have_text("结果")
    page.reload()
    expect(page.locator(".tool .asked")).to_have_text("结果")
    becomes(page, lambda: results(page)[:1], ["scope-open"])
    page.go_back()
    expect(page.locator(".tool .asked")).to_have_text("要开展的是不是人工智能科技活动？")
    page.go_forward()
    expect(page.locator(".tool .asked")).to_have_text("结果")
    page.get_by_role("button", name="上一步").click()
    expect(page.locator(".tool .asked")).to_have_text("要开展的是不是人工智能科技活动？")
    page.get_by_role("button", name="重新开始").click()
    expect(page.locator(".tool .asked")).to_contain_text("单位在哪里？")


def test_what_people_judge_is_marked_and_never_chosen_for_them(page: Page) -> None:
    opened(page, "place=beijing&event=new")
    expect(page.locator(".asked__judge .judged")).to_have_text("由人判断")
    expect(page.locator(".asked__basis")).to_contain_text("仅见于征求意见稿")
    expect(page.locator(".quoted .verbatim")).to_contain_text("本办法所指的人工智能科技活动")
    becomes(page, CHECKED, 0)
    page.get_by_label("还没有判断").check()
    page.get_by_role("button", name="继续").click()
    page.get_by_role("button", name="上一步").click()
    becomes(page, CHECKED, 0)


def test_without_an_answer_there_is_a_sentence(page: Page) -> None:
    opened(page)
    page.get_by_role("button", name="继续").click()
    expect(page.get_by_role("alert")).to_have_text("还没有选答案，请先选一个。")
    expect(page).not_to_have_url(re.compile("#"))


def test_one_answer_is_changed_and_the_others_stay(page: Page) -> None:
    opened(page, LISTED)
    becomes(page, lambda: "own-committee" in results(page), True)
    page.get_by_role("link", name="修改：本单位的委员会能不能胜任这次审查？").click()
    expect(page.locator(".tool .asked")).to_have_text("本单位的委员会能不能胜任这次审查？")
    page.get_by_label("不能").check()
    page.get_by_role("button", name="继续").click()
    expect(heading(page)).to_have_text("结果")
    becomes(page, lambda: {"entrust", "re-review", "where-locality"} <= set(results(page)), True)
    becomes(page, lambda: "own-committee" not in results(page), True)


def test_answers_that_are_no_longer_on_the_way_leave_the_link(page: Page) -> None:
    opened(page, LISTED)
    page.get_by_role("link", name=re.compile("^修改：活动是否列入专家复核清单")).click()
    page.get_by_label("都不在").check()
    page.get_by_role("button", name="继续").click()
    becomes(page, lambda: "not-listed" in results(page), True)
    ends(page, "&listed=none")


def test_a_result_gives_reasons_marks_deadlines_and_forms(page: Page) -> None:
    opened(page, LISTED)
    row = page.locator("#result-re-review-answer")
    expect(row.locator(".conf").first).to_have_text("官方解读载明")
    expect(row).to_contain_text("收到复核申请后30日内")
    row.locator("summary").first.click()
    expect(row.locator(".because > ul > li")).to_contain_text(["申请单位是不是中央企业"])
    form = page.locator("#result-form-application a.download")
    expect(form).to_have_attribute("href", re.compile("files/review-application-blank.docx$"))
    expect(page.locator(".reasons li")).to_have_count(12)
    for one in page.locator(".follows").all():
        expect(one.locator(".basis a")).not_to_have_count(0)
    row.get_by_role("link", name="算日期：反馈专家复核意见").click()
    expect(page.get_by_label("发生了什么")).to_have_value("re-review-received")


@pytest.mark.deep
@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("<script>alert(1)</script>", "看不懂，请从头开始。"),
        ("1e9", "链接中的“1e9”看不懂"),
        ("place=mars", "没有答案“mars”"),
        ("nowhere=1", "没有问题“nowhere”"),
        ("__proto__=x", "没有问题“__proto__”"),
        ("constructor=toString", "没有问题“constructor”"),
        ("place=beijing&place=elsewhere", "有两个不同的答案"),
        ("place=%3Cimg%20src=x%20onerror=alert(1)%3E", "没有答案“<img src=x onerror=alert(1)>”"),
        ("%E0%A4%A", "看不懂，请从头开始。"),
        ("=", "没有问题“”"),
        ("place=" + "x" * 5000, "没有答案“" + "x" * 40 + "”"),
    ],
)
def test_a_bad_link_gives_a_sentence_and_a_way_on(page: Page, fragment: str, words: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    opened(page, fragment)
    expect(page.locator(".tool [role=alert]")).to_contain_text(words)
    expect(page.locator(".tool :is(img, script)")).to_have_count(0)
    page.get_by_role("link", name="从头开始").click()
    expect(page.locator(".tool .asked")).to_contain_text("单位在哪里？")


def test_a_place_of_the_page_is_no_answer_and_is_shown(page: Page) -> None:
    opened(page, "question-central")
    expect(heading(page)).to_contain_text("单位在哪里？")
    expect(page.locator("#question-central")).to_be_in_viewport()
    opened(page, "place=beijing&event=new")
    page.evaluate("location.hash = '#question-risk'")
    expect(page.locator(".tool .asked")).to_have_text("要开展的是不是人工智能科技活动？")


def test_on_paper_there_is_the_result_or_else_the_text(page: Page) -> None:
    opened(page, "place=beijing&event=appeal")
    page.emulate_media(media="print")
    expect(page.locator("#result-appeal-right")).to_be_visible()
    expect(page.locator(".tool__buttons").first).to_be_hidden()
    for twin in (".tally", "#question-place", ".conclusions"):
        expect(page.locator(twin).first).to_be_hidden()
    opened(page, "conclusions")
    page.reload()
    page.emulate_media(media="print")
    expect(page.locator("#tool-navigator")).to_be_hidden()
    expect(page.locator("#question-place")).to_be_visible()


@pytest.mark.parametrize("tool", ["navigator", "deadlines", "obligations"])
def test_without_scripts_the_text_serves(browser: Browser, address: str, tool: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"tools/{tool}/")
    expect(page.locator(f"#tool-{tool}")).to_be_hidden()
    wanted = {
        "navigator": "#answer-central-unsure", "deadlines": "#deadline-decision",
        "obligations": "#duty-principles",
    }[tool]  # fmt: skip
    expect(page.locator(wanted)).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "state",
    [
        "navigator/", "navigator/#place=beijing&event=new&kind=research", f"navigator/#{LISTED}",
        "deadlines/#trigger=approved&date=2026-09-05&place=beijing&project=" + "x" * 60,
        "deadlines/#trigger=urgent&date=2026-02-31", "obligations/#role=committee&place=北京",
    ],
)  # fmt: skip
def test_no_tool_is_wider_than_a_phone(page: Page, state: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"tools/{state}")
    page.wait_for_selector(".tool:not([hidden])")
    page.evaluate("document.querySelectorAll('.tool details').forEach(one => one.open = true)")
    fits(page, 360)


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
