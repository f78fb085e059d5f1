"""What no script of the form pages may do, and how large it may grow."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[2] / "content" / "assets"
OWN = sorted((ASSETS / "filling").glob("*.js"))
ALL = [*OWN, *sorted((ASSETS / "forms").glob("*.js"))]
# Ways by which data could become markup or code, or leave the page.
NEVER = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
    "createContextualFragment", "srcdoc", "fetch(", "XMLHttpRequest", "WebSocket", "EventSource",
    "sendBeacon", "sessionStorage", "document.cookie", ".style.", "importScripts",
)  # fmt: skip
# What the oldest browsers do not know.
TOO_NEW = (
    "replaceChildren", ".at(", "structuredClone", ".replaceAll(", "Object.hasOwn", ".findLast(",
    "||=", "&&=", "??=", "(?<=", "(?<!", "randomUUID", "toSorted", "AggregateError",
)  # fmt: skip


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_data_never_becomes_markup_and_nothing_leaves_the_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [word for word in NEVER if word in text] == []
    assert re.findall(r"[\"'`]on[a-z]+[\"'`]\s*[:,]", text) == []
    if path.name != "drafts.js":
        assert "localStorage" not in text
    if path.name != "spare.js":
        assert "indexedDB" not in text


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_browser_of_2020_understands_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [word for word in TOO_NEW if word in text] == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_script_says_what_it_is_and_is_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("// ")
    assert len(lines) <= 200
    assert max(map(len, lines)) <= 120
