"""No test of the browser looks at a page directly after it did something there.

What this cannot see shows with pages that come late: ``LAWBOOK_TARDY=0.5`` (quiet.py).
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

BROWSER = Path(__file__).parent / "browser"
# One look, which waits for nothing.
LOOKS = {
    "evaluate", "eval_on_selector_all", "count", "inner_text", "text_content", "get_attribute",
    "input_value", "all_inner_texts", "all_text_contents", "bounding_box", "is_visible", "url",
    "drafts", "second_entries", "results",
}  # fmt: skip
ACTS = {
    "goto", "reload", "go_back", "go_forward", "click", "tap", "check", "fill", "press", "type",
    "press_sequentially", "select_option", "set_input_files", "emulate_media", "focus",
    "set_viewport_size",
}  # fmt: skip
# What may lead to another page and does not wait until that one is whole.
LEAVES = {"click", "tap", "press"}


def names(node: ast.AST) -> set[str]:
    """What is called in a statement, and the attributes that are read."""
    called = {one.func.id for one in calls(node) if isinstance(one.func, ast.Name)}
    return called | {one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)}


def calls(node: ast.AST) -> Iterator[ast.Call]:
    yield from (one for one in ast.walk(node) if isinstance(one, ast.Call))


def once(node: ast.AST) -> bool:
    """Whether a statement looks or acts on a page at once, without the waiting of the browser."""
    if isinstance(node, ast.Assert):
        return bool(names(node) & LOOKS)
    made = node.value if isinstance(node, ast.Expr | ast.Assign) else None
    return isinstance(made, ast.Call) and getattr(made.func, "attr", "") in LOOKS


def hasty(tree: ast.AST) -> Iterator[int]:
    """Lines of statements that look once, directly after a statement that acts."""
    for block in ast.walk(tree):
        for body in (getattr(block, "body", None), getattr(block, "orelse", None)):
            if not isinstance(body, list):
                continue
            for before, here in itertools.pairwise(body):
                acts = isinstance(before, ast.Expr) and names(before) & ACTS
                leaves = isinstance(before, ast.Expr) and names(before) & LEAVES
                if (acts if isinstance(here, ast.Assert) else leaves) and once(here):
                    yield here.lineno


def test_nothing_looks_once_directly_after_an_action() -> None:
    files = sorted(BROWSER.glob("*.py"))
    assert len(files) > 30
    found = [
        f"{file.name}:{line}"
        for file in files
        for line in hasty(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_a_hasty_assertion_is_seen() -> None:
    text = """
def test(page):
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("colour") == "black"
    page.goto("./")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("h1").count() == 1
    page.get_by_role("link").click()
    page.evaluate("window.print = null")
    page.get_by_role("link").click()
    becomes(page, "document.title", "甲")
"""
    assert list(hasty(ast.parse(text))) == [4, 9]
