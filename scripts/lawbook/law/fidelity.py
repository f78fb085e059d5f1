"""Check that a document's tree matches the scan: not one character lost or added."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from lawbook.base.problem import Problem
from lawbook.law.document import Document

CONTEXT = 12  # characters shown on either side of a difference


def squeeze(text: str) -> str:
    """Return the text without any white space, line and page breaks included."""
    return "".join(text.split())


def mended(document: Document, raw: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the raw text, squeezed, with its repairs applied; and the repairs that did not fit."""
    problems: list[Problem] = []
    for markup in document.scan_markup:
        if markup not in raw:
            problems.append(Problem(document.where, f"scan_markup {markup!r} 不在原文中；请删去"))
        raw = raw.replace(markup, "")
    text = squeeze(raw)
    for number, repair in enumerate(document.repairs, start=1):
        before = squeeze(repair.before)
        count = text.count(before)
        if count != 1:
            message = f"repairs 第 {number} 项的 before 在原文中出现 {count} 次；应恰好 1 次"
            problems.append(Problem(document.where, message))
            continue
        text = text.replace(before, squeeze(repair.after))
    return text, tuple(problems)


def differences(document: Document, raw: str) -> Iterator[Problem]:
    """Yield repairs that did not fit and the first five differences of tree and mended text."""
    expected, problems = mended(document, raw)
    yield from problems
    joined = squeeze(document.joined())
    if joined == expected:
        return
    matcher = difflib.SequenceMatcher(None, expected, joined, autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    for _, a, b, c, d in changes[:5]:
        around = expected[max(0, a - CONTEXT) : a]
        message = f"与原文不符：“{around}”之后应为“{expected[a:b]}”，现为“{joined[c:d]}”"
        yield Problem(document.where, message)
