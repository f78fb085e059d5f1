"""The second place of drafts: asked for the disk itself, and nothing is missed without it."""

from __future__ import annotations

import pytest
from filling import APPLICATION, CLOSED, FULL, drafts, drafts_box, opened, saved, told, warned
from patience import becomes, settle
from playwright.sync_api import Browser, Page, expect
from twoplaces import FOUND, LEADER, given, secured, spares, states, written

pytestmark = pytest.mark.deep

# Ways in which a browser has no second place.
MISSING = 'Object.defineProperty(window, "indexedDB", {value: undefined});'
DENIED = """
Object.defineProperty(window, "indexedDB", {
  get() { throw new DOMException("denied", "SecurityError"); },
});
"""
REFUSED = """
IDBFactory.prototype.open = function () {
  const asked = {};
  setTimeout(() => { asked.error = new DOMException("private", "InvalidStateError");
    asked.onerror({preventDefault() {}}); }, 10);
  return asked;
};
"""
SILENT = "IDBFactory.prototype.open = () => ({});"
NO_ROOM = """
IDBObjectStore.prototype.put = function () {
  throw new DOMException("full", "QuotaExceededError");
};
"""
# The second place first answers when the page is open already, after its 4 s of patience.
SLOW = """
const { open } = IDBFactory.prototype;
const begun = Date.now();
IDBFactory.prototype.open = function (...words) {
  const asked = {};
  setTimeout(() => { const real = open.apply(this, words);
    real.onupgradeneeded = () => { asked.result = real.result; asked.onupgradeneeded(); };
    real.onsuccess = () => { asked.result = real.result; asked.onsuccess(); };
  }, Math.max(0, begun + 6000 - Date.now()));
  return asked;
};
"""


@pytest.mark.parametrize(
    "way", [MISSING, DENIED, REFUSED, NO_ROOM], ids=["missing", "denied", "refused", "no room"]
)
def test_without_a_second_place_all_works_as_it_did(page: Page, way: str) -> None:
    page.add_init_script(way)
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    page.locator(LEADER).fill("甲乙")
    saved(page)
    expect(warned(page)).to_be_empty()
    opened(page)
    expect(told(page)).to_contain_text("已打开上次的草稿“未命名”")
    expect(page.locator(LEADER)).to_have_value("甲乙")
    drafts_box(page)
    page.get_by_role("button", name="清空全部草稿").click()
    warned(page).get_by_role("button", name="全部删除").click()
    opened(page)
    expect(page.locator("#state-saved")).to_have_text("还没有写")


def test_a_second_place_that_never_answers_holds_nobody_up(page: Page) -> None:
    page.add_init_script(SILENT)
    opened(page)  # after a moment
    page.locator(LEADER).fill("甲")
    saved(page)
    opened(page)
    expect(page.locator(LEADER)).to_have_value("甲")


def test_what_is_found_late_changes_nothing_on_the_screen(page: Page) -> None:
    opened(page)
    found = states(written(page, "写下的"))
    page.goto(f"{APPLICATION}../")
    given(page, found["base"], found["after"], gone=False)
    page.add_init_script(SLOW)
    opened(page)
    expect(page.locator(LEADER)).to_have_value("写下的")
    page.locator(LEADER).fill("接着写的")
    expect(told(page)).to_contain_text(f"{FOUND}，在草稿列表里：“一份（找回的另一份）”。")
    expect(page.locator(LEADER)).to_have_value("接着写的")
    told(page).get_by_role("button", name="打开").click()
    expect(page.locator(LEADER)).to_have_value("后来的")
    becomes(
        page, lambda: sorted(one["state"]["leader"] for one in drafts(page)), ["后来的", "接着写的"]
    )


def test_a_full_first_place_is_backed_by_the_second(page: Page) -> None:
    opened(page)
    written(page, "写下的")
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator(LEADER).fill("满了以后写的")
    expect(warned(page)).to_contain_text("浏览器存草稿的空间满了")
    page.on("dialog", lambda dialog: dialog.accept())
    secured(page, "满了以后写的")
    opened(page)
    expect(told(page)).to_contain_text(FOUND)
    expect(page.locator(LEADER)).to_have_value("满了以后写的")
    becomes(page, lambda: [one["state"]["leader"] for one in drafts(page)], ["满了以后写的"])


def test_found_while_the_first_place_is_still_full(page: Page) -> None:
    opened(page)
    written(page, "写下的")
    page.add_init_script(FULL)
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator(LEADER).fill("满了以后写的")
    page.on("dialog", lambda dialog: dialog.accept())
    secured(page, "满了以后写的")
    for _ in range(2):
        opened(page)
        expect(told(page)).to_contain_text(FOUND)
        expect(warned(page)).to_contain_text("浏览器存草稿的空间满了")
        expect(page.locator(LEADER)).to_have_value("满了以后写的")


def test_what_was_put_away_unsaved_is_not_found_again(page: Page) -> None:
    opened(page)
    written(page, "写下的")
    page.evaluate(f"() => {{ {FULL} }}")
    page.locator(LEADER).fill("不要了")
    expect(warned(page)).to_contain_text("空间满了")
    drafts_box(page)
    page.get_by_role("button", name="新建一份").click()
    warned(page).get_by_role("button", name="换掉").click()
    settle(page)
    opened(page)
    expect(told(page)).not_to_contain_text(FOUND)
    expect(page.locator(LEADER)).to_have_value("写下的")


def test_where_site_data_is_forbidden_the_second_place_stays_empty(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)  # the theme itself complains of a closed store
    page = context.new_page()
    page.add_init_script(CLOSED)
    opened(page)
    page.locator(LEADER).fill("甲")
    expect(warned(page)).to_contain_text("这个浏览器不让本页存草稿")
    settle(page)
    assert spares(page) == []
    context.close()


def test_the_disk_itself_is_asked_for(page: Page) -> None:
    page.add_init_script(
        """const { transaction } = IDBDatabase.prototype; window.asked = [];
        IDBDatabase.prototype.transaction = function (...words) {
          const made = transaction.apply(this, words);
          if (made.mode === "readwrite") window.asked.push(made.durability);
          return made; };"""
    )
    opened(page)
    page.locator(LEADER).fill("甲")
    saved(page)
    becomes(page, "window.asked", ["strict"])
