"""No tool and no message prints false, undefined, null, NaN or [object.

Everything that can be asked of a tool is shown once, or some of it by chance; the watcher behind
each page (stray.py) says what it saw on the console, where the test looks for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
import stray
from filling import (
    APPLICATION,
    PLAN,
    altered,
    downloaded,
    drafts_box,
    opened,
    saved,
    second_window,
    step,
    told,
    warned,
)
from playwright.sync_api import Browser, Page, expect

import page_modules
from lawbook.library.library import Library
from params import deep
from rules.sheets import drawn

SOME = 12  # states of a tool
# Each state shown as a link shows it: the address, and then what the page makes of it.
SHOWN = """async (states) => {
  const counts = [];
  for (const state of states) {
    const heard = new Promise((done) => addEventListener("hashchange", done, {once: true}));
    location.hash = state;
    await heard;
    await new Promise((done) => setTimeout(done));
    counts.push(document.querySelectorAll(".tool *").length);
  }
  return counts;
}"""
TWO_FILES = """() => {
  const dataTransfer = new DataTransfer();
  for (const name of ["一.yml", "二.yml"]) dataTransfer.items.add(new File(["form: x"], name));
  document.body.dispatchEvent(new DragEvent("drop", {dataTransfer, bubbles: true}));
}"""
# Every trouble a draft can meet, with a draft that was stored before and with one that never was.
TROUBLES = """() => {
  const { filling } = Lawbook;
  const names = ["again", "keep", "open", "both", "saved"];
  const acts = Object.fromEntries(names.map((one) => [one, () => {}]));
  for (const draft of [{name: "", saved: 0}, {name: "一份", saved: Date.now()}, {}]) {
    const name = draft.name || "一份";
    for (const [trouble, given] of [["full", draft], ["closed", draft], ["off", draft],
      ["forked", name], ["again", draft.name], ["gone", draft.name],
      ["elsewhere", {...draft, saved: Date.now()}]]) {
      filling.troubles(acts)[trouble](given);
    }
  }
}"""


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the console says while the test runs."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def tool(page: Page, name: str) -> Page:
    page.goto(f"tools/{name}/")
    page.wait_for_selector(f"#tool-{name}:not([hidden])")
    page.evaluate(page_modules.script("tools"))
    return page


MANY = pytest.mark.parametrize("most", [SOME, deep(100_000)])


def shown(page: Page, states: list[str], most: int, seed: int) -> None:
    """Show so many of the states, drawn by chance; each leaves something on the page."""
    assert len(states) == len(set(states))
    assert len(states) > 40
    states = Random(seed).sample(states, min(most, len(states)))
    counts = page.evaluate(SHOWN, ["start=", *states])[1:]  # the first is refused, and told so
    assert min(counts) > 3


def test_the_watcher_sees_what_a_script_prints(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    context.add_init_script(stray.WATCH)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    tool(page, "deadlines")
    page.evaluate(
        """() => { const place = document.querySelector(".tool");
        place.append(false, " ", 3 * undefined); place.title = `${{}}`;
        document.querySelector("h2").firstChild.data = `第${undefined}条`;
        return new Promise((done) => setTimeout(done)); }"""
    )
    context.close()
    assert said == [
        f"stray word: {words}" for words in ("false", "NaN", "[object Object]", "第undefined条")
    ]


def test_children_that_would_be_printed_as_words_throw(page: Page) -> None:
    tool(page, "deadlines")
    tried = """() => [true, NaN, 0, {}, () => {}, Symbol.iterator].map((child) => {
      try { Lawbook.el("p", {}, "甲", [child]); return "taken"; }
      catch (fault) { return fault.name; }
    })"""
    assert page.evaluate(tried) == ["TypeError"] * 6
    valued = """() => [NaN, {}, Infinity].map((value) => {
      try { Lawbook.svg("g", {x: value}); return "taken"; } catch (fault) { return fault.name; }
    })"""
    assert page.evaluate(valued) == ["TypeError"] * 3
    nothing = (
        "Lawbook.put(Lawbook.el('p', {id: null}, 'a'), null, undefined, false, '', [[]]).outerHTML"
    )
    assert page.evaluate(nothing) == "<p></p>"


@MANY
def test_each_moment_of_the_calculator(
    page: Page, said: list[str], library: Library, seed: int, most: int
) -> None:
    moments = [
        {"trigger": one.key, "date": date, "time": "09:30", "listed": listed, "place": place}
        for one in library.rules.deadlines.triggers
        for date, listed, place in itertools.product(
            ("2026-09-30", "2099-12-31"), ("", "yes", "no"), ("", "beijing")
        )
    ]
    states = [
        urlencode({key: value for key, value in one.items() if value != "" or key == "date"})
        for one in moments
    ]
    refused = ["trigger=nothing&date=2026-01-01", "trigger=accepted&date=", "trigger=accepted"]
    shown(tool(page, "deadlines"), states + refused, most, seed)
    assert said == []


def ways(library: Library) -> Iterator[str]:
    """Ways through the self-test, step by step."""
    made: dict[str, None] = {}
    for sheet in drawn(library.rules.decision, 60):
        pairs = list(sheet.items())
        for count in range(1, len(pairs) + 1):
            made[urlencode(pairs[:count])] = None
    yield from made


@MANY
def test_each_answer_of_the_navigator(
    page: Page, said: list[str], library: Library, seed: int, most: int
) -> None:
    states = list(ways(library))
    unused = [f"{states[0]}&confirm=some", "stage=nowhere", "stage=objection&work=use"]
    shown(tool(page, "navigator"), states + unused, most, seed)
    assert said == []


@MANY
def test_each_limit_of_the_list_of_duties(
    page: Page, said: list[str], seed: int, most: int
) -> None:
    tool(page, "obligations")
    values = page.evaluate(
        """Object.keys(Lawbook.LIMITS).map((name) =>
          Lawbook.choices(Lawbook.data, name).map(([value]) => [name, value]))"""
    )
    single = [urlencode([tuple(one)]) for some in values for one in some]
    both = [
        urlencode([tuple(one) for one in pair])
        for some, others in itertools.combinations(values, 2)
        for pair in itertools.product(some, others)
    ]
    shown(page, [*single, *both, "role=nobody"], most, seed)
    assert said == []


@pytest.mark.parametrize("form", [APPLICATION, deep(PLAN)])
def test_each_message_of_a_form(page: Page, said: list[str], tmp_path: Path, form: str) -> None:
    opened(page, form)
    bar = page.locator(".bar")
    bar.get_by_role("button", name="检查", exact=True).click()
    expect(page.locator("#summary")).to_contain_text("检查结果：必改")
    file = downloaded(page, "下载 Word", tmp_path)
    expect(told(page)).to_contain_text("必改")
    drafts_box(page)
    for act in ("新建一份", "删除这份草稿", "清空全部草稿"):
        page.locator(".desk").get_by_role("button", name=act).click()
    expect(told(page)).to_contain_text("没有草稿可以删除")
    brought = tmp_path / "坏.yml"
    for text in (
        "form: nothing\nanswers: {}\n",
        "form: [\n",
        "form: pilot-plan\nanswers: {a: 1}\n",
    ):
        brought.write_text(text, encoding="utf-8")
        page.locator("#file").set_input_files(brought)
        expect(page.locator("#opened h2")).to_be_visible()
    page.evaluate(TWO_FILES)
    expect(page.locator("#opened")).to_contain_text("另外 1 份没有读")
    page.locator("#file").set_input_files(file)
    expect(page.locator("#opened h2").first).to_contain_text("检查")
    page.get_by_role("button", name="作为新草稿打开，接着填").click()
    expect(told(page)).to_contain_text("作为新草稿打开")
    page.evaluate(page_modules.script("filling"))
    page.evaluate(TROUBLES)
    expect(warned(page)).to_contain_text("正在另一个窗口里填写")
    assert said == []


@pytest.mark.deep
@pytest.mark.parametrize("form", [PLAN, APPLICATION])
def test_each_message_of_a_form_that_is_ready(
    page: Page, said: list[str], tmp_path: Path, form: str
) -> None:
    opened(page, form)
    names = page.evaluate(
        "[...document.querySelectorAll('.desk__examples li')].map((one) => one.id)"
    )
    assert len(names) > 1
    for name in names:
        page.evaluate("(name) => { location.hash = name; }", name)
        expect(page.locator("#mark")).to_be_visible()
        expect(told(page)).to_contain_text("已按示例新建一份草稿")
        downloaded(page, "下载 Word", tmp_path)
        expect(told(page)).to_contain_text("已生成")
    step(page, "finish")
    page.locator("#section-finish").get_by_role("button", name="预览", exact=True).click()
    expect(page.locator("#paper .paper__title")).to_be_visible()
    for kind in ("保存答案文件", "保存为 JSON"):
        with page.expect_download():
            page.locator("#section-finish").get_by_role("button", name=kind).click()
        expect(told(page)).to_contain_text("已保存")
    page.get_by_role("button", name="去掉标注").click()
    saved(page)
    page.locator("#section-finish").get_by_role("button", name="删除这份草稿").click()
    warned(page).get_by_role("button", name="删除", exact=True).click()
    expect(told(page)).to_have_text("草稿已删除。知道了")
    assert said == []


@pytest.mark.deep
def test_a_draft_of_another_version_and_of_another_window(page: Page, said: list[str]) -> None:
    opened(page)
    page.locator("#in-leader").fill("甲")
    saved(page)
    altered(page, "draft.version = '2025.1'; draft.name = undefined; draft.state.old = '从前写的'")
    other = second_window(page.context)
    other.on("console", lambda message: said.append(message.text))
    expect(warned(other)).to_contain_text("从前写的")
    page.reload()
    expect(told(page)).to_contain_text("已打开上次的草稿")
    assert said == []
