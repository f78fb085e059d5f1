"""The folder of 委员会工作台: large, killed, hostile, in two windows, on another machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from desk_page import (
    APPLICATION,
    FILES,
    FOLDERS,
    bring,
    example,
    folder,
    many,
    opened,
    results,
    rows,
)
from filling import kill, own_browser
from patience import becomes
from playwright.sync_api import Browser, Page, expect

NO_SECOND = "IDBObjectStore.prototype.put = () => { throw new DOMException('x', 'DataError'); };"
NO_SECOND_PLACE = 'Object.defineProperty(window, "indexedDB", {value: undefined});'
FULL = """
const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (key, text) {
  if (text.length > 2000) throw new DOMException("full", "QuotaExceededError");
  return setItem.call(this, key, text);
};
"""
LARGE = 320  # cases: more than localStorage holds
SAVED = ".folder__saved"


@pytest.mark.deep
def test_a_folder_larger_than_the_small_store_is_kept(page: Page, root: Path) -> None:
    text = folder(many(root, LARGE))
    assert len(text) > 5_300_000
    opened(page)
    bring(page, "大.json", text)
    expect(results(page)).to_contain_text(f"共 {LARGE} 件")
    expect(rows(page)).to_have_count(LARGE)
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    expect(page.locator("#warned")).to_be_empty()
    assert [one["state"] for one in page.evaluate(FOLDERS)] == [{"away": True}]
    page.set_input_files(FILES, root / APPLICATION)
    expect(results(page)).to_contain_text("登记为 2026-321")
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    opened(page)
    expect(rows(page)).to_have_count(LARGE + 1)


@pytest.mark.deep
def test_a_large_folder_outlives_a_killed_browser(
    browser: Browser, address: str, root: Path, tmp_path: Path
) -> None:
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    bring(page, "大.json", folder(many(root, LARGE)))
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    page.set_input_files(FILES, root / APPLICATION)
    expect(results(page)).to_contain_text("登记为")
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    kill(context, tmp_path)
    context = own_browser(browser, tmp_path, address)
    page = opened(context.pages[0])
    expect(rows(page)).to_have_count(LARGE + 1)
    expect(rows(page).filter(has_text="慢性病随访对话助手研发")).to_have_count(1)
    context.close()


def test_what_neither_place_takes_is_said_and_can_be_taken_away(page: Page, root: Path) -> None:
    page.add_init_script(NO_SECOND + FULL)
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(results(page)).to_contain_text("登记为")
    warned = page.locator("#warned")
    expect(warned).to_contain_text("还没有存下来，不要关闭本页")
    expect(page.locator(SAVED)).to_have_text("没有存下来")
    with page.expect_download() as taken:
        warned.get_by_role("button", name="保存为文件").click()
    tree = json.loads(Path(taken.value.path()).read_text(encoding="utf-8"))
    assert len(tree["cases"]) == 1


def test_a_full_small_store_is_no_trouble_for_a_folder(page: Page, root: Path) -> None:
    page.add_init_script(FULL)
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    expect(page.locator("#warned")).to_be_empty()
    becomes(page, lambda: [one["state"] for one in page.evaluate(FOLDERS)], [{"away": True}])
    opened(page)
    expect(rows(page)).to_contain_text("慢性病随访对话助手研发")


def test_saved_and_opened_on_another_machine(
    page: Page, browser: Browser, address: str, root: Path
) -> None:
    opened(page)
    bring(page, "a.json", folder([example(root, "2026-004")], members=[{"name": "程举例"}]))
    expect(rows(page)).to_have_count(1)
    with page.expect_download() as taken:
        page.get_by_role("button", name="保存为文件").click()
    expect(page.locator("#told")).to_contain_text("共 1 件案件；在别的电脑上用“打开文件”打开")
    assert taken.value.suggested_filename == "测试案卷.json"
    there = browser.new_context(base_url=address).new_page()
    opened(there)
    there.set_input_files(FILES, taken.value.path())
    expect(results(there)).to_contain_text("×")  # a download has no ending while it lies there
    bring(there, "测试案卷.json", Path(taken.value.path()).read_bytes())
    expect(results(there)).to_contain_text("已打开案卷夹“测试案卷”，共 1 件")
    expect(rows(there)).to_contain_text("跟踪期内")
    there.locator(".views a", has_text="委员名册").click()
    expect(there.locator(".member input")).to_have_value("程举例")
    there.context.close()


def test_two_windows_on_one_folder(page: Page, root: Path) -> None:
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(rows(page)).to_have_count(1)
    other = opened(page.context.new_page())
    expect(rows(other)).to_have_count(1)
    other.set_input_files(FILES, root / "data/examples/review-application-naoji.yml")
    expect(rows(other)).to_have_count(2)
    expect(page.locator("#told")).to_contain_text("另一个窗口刚改过这个案卷夹，本页已换成最新的")
    expect(rows(page)).to_have_count(2)
    page.set_input_files(FILES, root / "data/examples/review-application-damoxing.yml")
    expect(rows(page)).to_have_count(3)
    expect(rows(other)).to_have_count(3)
    becomes(page, f"{FOLDERS}.length", 1)


def test_what_is_being_written_is_not_taken_away_by_another_window(page: Page, root: Path) -> None:
    opened(page)
    bring(page, "a.json", folder([example(root, "2026-004")]))
    rows(page).locator("a").click()
    words = page.locator(".event input[type=text]").first
    words.fill("正在写")
    other = opened(page.context.new_page())
    other.set_input_files(FILES, root / APPLICATION)
    expect(rows(other)).to_have_count(2)
    expect(page.locator("#warned")).to_contain_text("这个案卷夹在另一个窗口里")
    expect(words).to_have_value("正在写")
    page.locator("#warned").get_by_role("button", name="换成那边的内容").click()
    page.locator(".back a").click()
    expect(rows(page)).to_have_count(2)


def paper(**more: Any) -> dict[str, Any]:
    answers = {"activity_name": "甲", "leader": "乙", "unit": "丙"}
    return {"paper": "review-application", "day": "2026-12-01", "answers": answers, **more}


def case(*entries: object, **more: Any) -> dict[str, Any]:
    return {"case": "2026-001", "entries": [*(entries or [paper()])], **more}


def event(name: str, **said: object) -> dict[str, Any]:
    return {"event": name, "day": "2026-12-02", "said": said}


DEEP = "[" * 3000 + "]" * 3000
HOSTILE = {
    "no JSON": ('{"kind": "lawbook-cases",', "不是案卷文件"),
    "a list of numbers": (folder([1, 2]), "不是案件文件；案件文件写有 case（案号）"),
    "cases that are words": ('{"kind": "lawbook-cases", "cases": "x"}', "不是案卷文件"),
    "no number": (folder([{"entries": []}]), "不是案件文件；案件文件写有 case（案号）"),
    "a path as number": (folder([case(case="../../etc")]), "案号“../../etc”不能用"),
    "a mark that is a list": (folder([case(mark=["x"])]), "标注应是文字"),
    "no entries": (folder([case() | {"entries": []}]), "缺少 entries；每件文书、事项一项"),
    "entries that are none": (folder([case(None)]), "写 paper（文书）或者 event（事项），只写一个"),
    "a name of the language": (folder([case({"event": "constructor"})]), "没有事项“constructor”"),
    "a prototype": (
        '{"kind":"lawbook-cases","cases":[{"case":"1","entries":[{"paper":"review-application",'
        '"day":"2026-01-01","answers":{"activity_name":"甲"},"__proto__":{"said":1}}]}]}',
        "不认识的键 __proto__；可用的键：paper、event",
    ),
    "a prototype as answers": (
        folder([case(paper(answers={"a": 1}))]).replace('"a"', '"__proto__"'),
        "表单没有“__proto__”这一栏",
    ),
    "answers that are a list": (folder([case(paper(answers=[]))]), "缺少 answers；请在其下逐栏写"),
    "an answer of another type": (
        folder([case(paper(answers={"activity_name": {"x": "y"}}))]), "应为文字",
    ),
    "rows that are words": (folder([case(paper(answers={"people": "x"}))]), "应为列表"),
    "an option of the language": (
        folder([case(paper(answers={"review_list": ["constructor"]}))]), "没有选项“constructor”",
    ),
    "a day that is none": (folder([case(paper(day="2026-02-31"))]), "日期应写成 2026-12-01"),
    "a day that is a number": (folder([case(paper(day=20260101))]), "日期应写成 2026-12-01"),
    "a day beyond time": (folder([case(paper(day="0000-01-01"))]), "日期应写成 2026-12-01"),
    "an extension to nowhere": (
        folder([case(paper(), event("extended", until="明天", reason="x"))]),
        "“延长到”写的是“明天”；应写成 2026-12-01",
    ),
    "words that nobody asked for": (
        folder([case(paper(), event("served", toString="x"))]), "没有 toString 这一项；可写：无",
    ),
    "words that are no words": (
        folder([case(paper(), event("appealed", grounds={"x": 1}))]), "没有写“理由”（grounds）",
    ),
    "the same number twice": (folder([case(), case()]), "案号 2026-001 与 "),
    "too deep": (folder([case(paper(answers="@"))]).replace('"@"', DEEP), "内容套得太深"),
    "too many": (folder([case(case=f"2026-{n}") for n in range(5001)]), "案件超过 5000 件"),
    "too many entries": (folder([case(*[paper()] * 501)]), "经过超过 500 项"),
}  # fmt: skip


def test_a_hostile_file_is_refused_in_a_sentence_and_changes_nothing(
    page: Page, root: Path
) -> None:
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(rows(page)).to_have_count(1)
    for name, (text, said) in HOSTILE.items():
        bring(page, f"{len(name)}{name}.json", text)
        result = results(page)
        expect(result).to_contain_text(f"{len(name)}{name}.json")
        expect(result).to_contain_text(said)
        words = result.inner_text()
        assert words.startswith("×"), name
        assert words.count("。") < 3, words
        assert "出错" not in words, name
        assert len(words) < 700, words
        expect(rows(page)).to_have_count(1)
    bring(page, "手写.yml", "case: 1/2\nentries:\n  - event: served\n    day: 2月\n")
    expect(results(page)).to_contain_text("手写.yml：没有打开，有 2 处要改。")
    expect(results(page).locator(".results__line")).to_have_text(
        [
            "手写.yml:1: 案号“1/2”不能用；请写成 2026-001 这样的编号",
            "手写.yml:4: 日期应写成 2026-12-01",
        ]
    )
    becomes(page, "({}).said === undefined", True)
    opened(page)
    expect(rows(page)).to_have_count(1)


SIGNS = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>&amp;'


def test_signs_of_markup_are_shown_as_they_are_written(page: Page) -> None:
    answers = {"activity_name": SIGNS, "leader": SIGNS, "unit": SIGNS}
    text = folder(
        [case(paper(answers=answers), mark=SIGNS), case(case="2026-002")],
        name=SIGNS,
        members=[{"name": SIGNS, "kind": SIGNS, "x": 1}, 7, "y"],
    )
    opened(page)
    bring(page, f"{SIGNS[:20]}.json".replace("/", ""), text)
    expect(rows(page)).to_have_count(2)
    expect(rows(page).filter(has_text=SIGNS)).to_have_count(1)
    rows(page).filter(has_text=SIGNS).locator("a").click()
    expect(page.locator("#case-name")).to_have_text(SIGNS)
    page.goto(f"{page.url.partition('#')[0]}#view=members")
    expect(page.locator(".member input").first).to_have_value(SIGNS[:60])
    page.goto(f"{page.url.partition('#')[0]}#view=year")
    expect(page.locator(".yearly").first).to_be_visible()
    becomes(page, "window.hit === undefined && !document.querySelector('.tool img')", True)


def test_a_stored_folder_that_cannot_be_read_is_named_and_left_alone(
    page: Page, root: Path
) -> None:
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(page.locator(SAVED)).to_contain_text("已存在本机")
    page.add_init_script(NO_SECOND_PLACE)
    page.evaluate(
        """() => { const [key] = Object.keys(localStorage).filter((one) => one.includes(":cases:"));
        const draft = JSON.parse(localStorage[key]); draft.state.cases[0].entries = 7;
        draft.name = "坏的";
        localStorage[key] = JSON.stringify(draft); }"""
    )
    opened(page)
    expect(page.locator("#told")).to_contain_text("案卷夹“坏的”没有打开：第1件案件：缺少 entries")
    expect(rows(page)).to_have_count(0)
    becomes(page, f"{FOLDERS}.length", 1)
    page.locator(".folder__more summary").click()
    expect(page.locator(".folder__list")).to_contain_text("坏的")


def test_a_case_of_the_command_line_goes_into_the_folder(page: Page, root: Path) -> None:
    opened(page)
    path = root / "data/examples/cases/2026-004.yml"
    page.set_input_files(FILES, [path, path])
    expect(results(page).nth(0)).to_contain_text("案件 2026-004 已放入案卷夹")
    expect(results(page).nth(1)).to_contain_text("已经有案件 2026-004，没有改动它")
    expect(rows(page)).to_have_count(1)


def test_a_second_place_that_never_answers_holds_nobody_up(page: Page, root: Path) -> None:
    page.add_init_script("IDBFactory.prototype.open = () => ({});")
    opened(page)
    page.set_input_files(FILES, root / APPLICATION)
    expect(rows(page)).to_have_count(1)
    opened(page)
    expect(rows(page)).to_have_count(1)
