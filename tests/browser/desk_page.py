"""What a secretary does on the page 委员会工作台: opens a folder, brings files, goes on."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

PLACE = "tools/committee/"
FILES = "#files"
APPLICATION = "data/examples/review-application-suifang.yml"
REGISTRATION = "data/examples/registration-committee-yunlan.yml"
FOLDERS = """Object.keys(localStorage).filter((key) => key.startsWith("lawbook:draft:cases:"))
  .map((key) => JSON.parse(localStorage[key]))"""


def opened(page: Page, address: str = PLACE) -> Page:
    page.goto(address)
    expect(page.locator(".folder, .path").first).to_be_visible()
    return page


def example(root: Path, number: str) -> dict[str, Any]:
    """A fictional case as the tree of its file."""
    text = (root / "data" / "examples" / "cases" / f"{number}.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, yaml.BaseLoader))


def today() -> datetime.date:
    """The day in Beijing, as the page has it where its clock is not set."""
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()


def folder(cases: Iterable[object], **more: object) -> str:
    """The text of a folder's file."""
    tree = {"kind": "lawbook-cases", "version": 1, "name": "测试案卷", **more, "cases": [*cases]}
    return json.dumps(tree, ensure_ascii=False)


def many(root: Path, count: int) -> list[dict[str, Any]]:
    """So many cases of this year, each with a long application; none like another."""
    first = example(root, "2026-005")["entries"][0]
    made = []
    for n in range(1, count + 1):
        answers = {**first["answers"], "activity_name": f"虚构活动{n}", "overview": "概况。" * 5000}
        made.append({"case": f"{today().year}-{n:03}", "entries": [{**first, "answers": answers}]})
    return made


def bring(page: Page, name: str, text: str | bytes) -> None:
    """One file, as if it had been chosen."""
    data = text.encode() if isinstance(text, str) else text
    page.set_input_files(FILES, [{"name": name, "mimeType": "", "buffer": data}])


def results(page: Page) -> Locator:
    return page.locator(".results li")


def rows(page: Page) -> Locator:
    return page.locator(".caserow")


TODAY = "2027-02-10T10:00:00+08:00"
WAYS = {  # number of an example → after how many entries a case is shown
    "2026-004": (1, 2, 4, 5, 7, 9, 10, 12),
    "2026-005": (2, 4),
    "2026-003": (6, 7),
}
MEMBERS = [
    {"name": "周示例", "post": "主任委员", "kind": "人工智能技术", "outside": "否", "sex": "女"},
    {"name": "吴拟文", "post": "副主任委员", "kind": "伦理", "outside": "是", "sex": "男"},
]


def twelve(root: Path) -> list[dict[str, Any]]:
    """Twelve cases in twelve places of their way."""
    made = []
    for number, counts in WAYS.items():
        whole = example(root, number)
        for count in counts:
            case = {"case": f"2026-{len(made) + 11:03}", "mark": whole["mark"]}
            made.append({**case, "entries": whole["entries"][:count]})
    return made
