"""Two places hold a draft and do not agree: the later state stays, strangers both stay."""

from __future__ import annotations

import json

import pytest
from filling import APPLICATION, drafts, drafts_box, opened, second_window, told, warned
from patience import becomes, until
from playwright.sync_api import Page, expect
from twoplaces import FOUND, KEY, LEADER, given, spares, spares_without, states, written

pytestmark = pytest.mark.deep

GONE_MARKS = "Object.keys(localStorage).filter((key) => key.includes(':gone:'))"


@pytest.mark.parametrize(
    ("first", "second", "left"),
    [
        (None, "base", ["写下的"]),
        ("base", "base", ["写下的"]),
        ("base", "after", ["后来的"]),
        ("base", "on top", ["再开的"]),
        ("before", "on top", ["再开的"]),
        ("base", "before", ["写下的"]),
        ("on top", "before", ["再开的"]),
        ("base", "strange", ["不相干的", "写下的"]),
        ("strange", "base", ["不相干的", "写下的"]),
        ("after", "on top", ["再开的", "后来的"]),
    ],
)
def test_of_two_states_the_later_one_stays_and_strangers_both_stay(
    page: Page, first: str | None, second: str, left: list[str]
) -> None:
    opened(page)
    found = states(written(page, "写下的"))
    page.goto(f"{APPLICATION}../")  # a page of the same site that keeps no drafts
    given(page, found[first] if first else None, found[second], gone=False)
    opened(page)
    back = len(left) > 1 or (first is not None and left != [found[first]["state"]["leader"]])
    if back or first is None:
        expect(told(page)).to_contain_text(FOUND)
    else:
        expect(told(page)).to_contain_text("已打开上次的草稿")
        expect(told(page)).not_to_contain_text(FOUND)
    becomes(page, lambda: sorted(one["state"]["leader"] for one in drafts(page)), sorted(left))
    names = ["一份", *["一份（找回的另一份）"] * (len(left) - 1)]
    becomes(page, lambda: sorted(one["name"] for one in drafts(page)), names)
    opened(page)  # and that was all: the next time nothing is found
    expect(told(page)).not_to_contain_text(FOUND)
    becomes(page, lambda: len(drafts(page)), len(left))


# The first place hears of what another window wrote a moment after the second.
LATE = """const { getAll } = IDBObjectStore.prototype;
IDBObjectStore.prototype.getAll = function (...words) {
  setTimeout(() => (localStorage[%s] = %s), 150);
  return getAll.apply(this, words);
};"""


def test_what_another_window_just_wrote_was_not_lost(page: Page) -> None:
    opened(page)
    found = states(written(page, "写下的"))
    page.goto(f"{APPLICATION}../")
    given(page, found["base"], found["after"], gone=False)
    key = KEY + found["base"]["id"]
    page.add_init_script(LATE % (json.dumps(key), json.dumps(json.dumps(found["after"]))))
    opened(page)
    expect(page.locator(LEADER)).to_have_value("后来的")
    expect(told(page)).not_to_contain_text(FOUND)


@pytest.mark.parametrize(
    ("first", "deleted", "left"),
    [
        ("base", "base", []),  # the first place had not written that it is gone
        ("before", "base", []),
        ("base", "on top", []),
        ("after", "base", ["后来的"]),  # another window went on with it
        ("strange", "base", ["不相干的"]),
    ],
)
def test_a_deleted_draft_does_not_come_back_unless_it_was_written_again(
    page: Page, first: str, deleted: str, left: list[str]
) -> None:
    opened(page)
    found = states(written(page, "写下的"))
    page.goto(f"{APPLICATION}../")
    given(page, found[first], found[deleted], gone=True)
    opened(page)
    becomes(page, lambda: [one["state"]["leader"] for one in drafts(page)], left)
    expect(told(page)).not_to_contain_text(FOUND)


def test_a_draft_deleted_only_in_the_first_place_does_not_come_back(page: Page) -> None:
    opened(page)
    base = written(page, "写下的")
    page.goto(f"{APPLICATION}../")
    given(page, None, base, gone=False)
    page.evaluate(f"localStorage['lawbook:gone:review-application:{base['id']}'] = '1'")
    opened(page)
    expect(page.locator("#state-saved")).to_have_text("还没有写")
    becomes(page, lambda: drafts(page), [])
    spares_without(page, "写下的")
    becomes(page, lambda: spares(page), [])
    until(page, f"{GONE_MARKS}.length === 0")


def test_the_second_place_forgets_in_the_end_what_was_deleted(page: Page) -> None:
    opened(page)
    base = written(page, "写下的")
    page.goto(f"{APPLICATION}../")
    given(page, None, base, gone=True)  # long ago
    opened(page)
    spares_without(page, base["id"])
    becomes(page, lambda: spares(page), [])


def test_deleting_leaves_no_word_of_it_in_either_place(page: Page) -> None:
    opened(page)
    written(page, "写下的")
    drafts_box(page)
    page.get_by_role("button", name="清空全部草稿").click()
    warned(page).get_by_role("button", name="全部删除").click()
    spares_without(page, "写下的")
    becomes(page, lambda: drafts(page), [])
    until(page, f"{GONE_MARKS}.length === 0")


def test_a_window_that_still_writes_is_not_taken_for_a_killed_one(page: Page) -> None:
    opened(page)
    written(page, "写下的")
    page.evaluate(
        """() => { const box = document.querySelector("#in-leader"); let count = 0;
        setInterval(() => { box.value = `第 ${(count += 1)} 字`;
          box.dispatchEvent(new Event("input", {bubbles: true})); }, 20); }"""
    )
    for _ in range(3):
        other = second_window(page.context)
        expect(told(other)).to_contain_text("已打开上次的草稿“一份”")
        expect(told(other)).not_to_contain_text(FOUND)
        other.close()
    becomes(page, lambda: len(drafts(page)), 1)
