"""Drafts in both their places, and states of a draft that a killed browser may leave there."""

from __future__ import annotations

import json
from typing import Any

from filling import saved
from playwright.sync_api import Page

_LOOKS = 400  # 50 ms apart
LEADER = "#in-leader"
FOUND = "已找回上次意外关闭前填写的内容"
BASE = """new Promise((done, failed) => { const asked = indexedDB.open("lawbook", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("drafts", {keyPath: "key"});
  asked.onsuccess = () => done(asked.result); asked.onerror = () => failed(asked.error); })"""
SPARES = f"""async () => {{ const base = await {BASE};
  const found = base.transaction("drafts").objectStore("drafts").getAll();
  await new Promise((done) => (found.onsuccess = done));
  base.close(); return found.result; }}"""
PUT_SPARE = f"""async (entry) => {{ const base = await {BASE};
  const transaction = base.transaction("drafts", "readwrite");
  transaction.objectStore("drafts").put(entry);
  await new Promise((done) => (transaction.oncomplete = done)); base.close(); }}"""
KEY = "lawbook:draft:review-application:"
FIRST = "([key, text]) => text === null ? localStorage.removeItem(key) : (localStorage[key] = text)"


def spares(page: Page) -> list[dict[str, Any]]:
    """What the second place of drafts holds."""
    return list(page.evaluate(SPARES))


def spares_without(page: Page, words: str) -> list[dict[str, Any]]:
    """What the second place holds as soon as these words do not stand in it any more."""
    for _ in range(_LOOKS):
        held = spares(page)
        if words not in json.dumps(held, ensure_ascii=False):
            return held
        page.wait_for_timeout(50)
    raise AssertionError(f"the second place still holds {words}")


def put_spare(page: Page, entry: dict[str, Any]) -> None:
    page.evaluate(PUT_SPARE, entry)


def written(page: Page, words: str) -> dict[str, Any]:
    """A draft as both places hold it."""
    page.locator(LEADER).fill(words)
    page.locator("#draft-name").fill("一份")
    saved(page)
    return secured(page, words)


def secured(page: Page, words: str) -> dict[str, Any]:
    """The draft with these words, as soon as the second place has it on the disk."""
    for _ in range(_LOOKS):
        held = [one for one in spares(page) if words in one.get("text", "")]
        if held:
            return dict(json.loads(held[0]["text"]))
        page.wait_for_timeout(50)
    raise AssertionError(f"the second place does not hold {words}")


def given(page: Page, first: dict[str, Any] | None, second: dict[str, Any], *, gone: bool) -> None:
    """Put states of one draft into both places, as a killed browser may leave them."""
    key = KEY + second["id"]
    page.evaluate(FIRST, [key, None if first is None else json.dumps(first)])
    if gone:
        put_spare(page, {"key": key, "gone": {**second, "at": 0}})
    else:
        put_spare(page, {"key": key, "text": json.dumps(second)})


def states(base: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Other states of a draft: one before it, one after it, one on top of it, a stranger."""

    def state(words: str, **marks: object) -> dict[str, Any]:
        return {**base, "rev": words, "state": {**base["state"], "leader": words}, **marks}

    turn, line = base["turn"], base["line"]
    return {
        "before": state("从前的", turn=turn - 1),
        "base": base,
        "after": state("后来的", turn=turn + 1),
        "on top": state("再开的", line="l2", turn=1, base={"line": line, "turn": turn}),
        "strange": state("不相干的", line="l3", turn=9, base={"line": "l4", "turn": 2}),
    }
