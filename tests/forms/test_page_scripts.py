"""What no script of the form pages may do, and how large it may grow."""

import re
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "content" / "assets"
OWN = sorted((ASSETS / "filling").glob("*.js"))
ALL = [*OWN, *sorted((ASSETS / "forms").glob("*.js"))]
# Ways by which data could become markup or code, or leave the page.
NEVER = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
    "createContextualFragment", "srcdoc", "fetch(", "XMLHttpRequest", "WebSocket", "EventSource",
    "sendBeacon", "sessionStorage", "document.cookie", ".style.", "importScripts",
)  # fmt: skip
# What Chrome 80 does not know.
TOO_NEW = (
    "replaceChildren", ".at(", "structuredClone", ".replaceAll(", "Object.hasOwn", ".findLast(",
    "||=", "&&=", "??=", "(?<=", "(?<!", "randomUUID", "toSorted", "AggregateError",
)  # fmt: skip


def test_data_never_becomes_markup_and_nothing_leaves_the_page() -> None:
    for path in ALL:
        text = path.read_text(encoding="utf-8")
        assert [word for word in NEVER if word in text] == [], path
        assert re.findall(r"[\"'`]on[a-z]+[\"'`]\s*[:,]", text) == [], path
        if path.name != "draft_store.js":
            assert "localStorage" not in text, path
        if path.name != "second_store.js":
            assert "indexedDB" not in text, path


def test_a_browser_of_2020_understands_it() -> None:
    for path in ALL:
        text = path.read_text(encoding="utf-8")
        assert [word for word in TOO_NEW if word in text] == [], path


def test_no_pattern_takes_a_long_s_for_an_s() -> None:
    """With i and u together ſ is an s and the sign of Kelvin a k, which Python's ASCII is not."""
    flags = re.compile(r"""(?:[/"])(?=[a-z]*i)(?=[a-z]*u)[dgimsuy]{2,6}[)"\s,;.]""")
    found = {path.name for path in ASSETS.rglob("*.js") if flags.search(path.read_text("utf-8"))}
    assert found == {"pinyin.js"}  # to which a text comes in its usual letters


def test_a_script_says_what_it_is_and_is_short() -> None:
    for path in ALL:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("// "), path
        assert len(lines) <= 300, path
        is_made = path.name.endswith("shared.js")
        assert is_made or max(map(len, lines)) <= 120, path
