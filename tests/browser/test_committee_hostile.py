"""Files for 委员会工作台 that nobody wrote by its rules: named, shown as text, left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk_page import (
    APPLICATION,
    FILES,
    FOLDERS,
    bring,
    folder,
    opened,
    results,
    rows,
)
from patience import becomes
from playwright.sync_api import Page, expect

NO_SECOND_PLACE = 'Object.defineProperty(window, "indexedDB", {value: undefined});'
SAVED = ".folder__saved"


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
            "手写.yml:4: 日期应写成 2026-12-01，年份在 2000 至 2099 之间",
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
