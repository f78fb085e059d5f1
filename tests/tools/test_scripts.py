"""What no script of the tools may do, and how large it may grow."""

import re
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "content" / "assets"
FOLDER = ASSETS / "tools"
SCRIPTS = sorted(FOLDER.glob("*.js"))
# Ways to fill an element past the one place that looks at what it is given.
PAST = r"\.(append|prepend|replaceChildren|replaceWith|insertAdjacent\w+|createTextNode)\("
# Ways by which data could become markup, code or a request to another host.
NEVER = (
    "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(",
    "new Function", "createContextualFragment", "srcdoc", "fetch(", "XMLHttpRequest",
    "sendBeacon", "localStorage", "sessionStorage", "document.cookie", ".style",
)  # fmt: skip


def test_each_tool_has_its_scripts() -> None:
    names = {path.stem for path in SCRIPTS}
    assert {"navigator", "deadlines", "obligations"} <= names
    assert all(
        name.split("-")[0] in {"common", "navigator", "deadlines", "obligations"} for name in names
    )


def test_data_never_becomes_markup_and_nothing_leaves_the_page() -> None:
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert [word for word in NEVER if word in text] == [], path
        assert re.findall(r"[\"'`]on[a-z]+[\"'`]\s*[:,]", text) == [], path


def test_a_script_says_what_it_is_and_is_short() -> None:
    for path in SCRIPTS:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("// "), path
        assert len(lines) < 200, path
        assert max(map(len, lines)) <= 120, path


def test_no_script_depends_on_another_host() -> None:
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        allowed = ("http://schemas.openxmlformats.org/", "http://www.w3.org/2000/svg")
        addresses = re.findall(r"https?://[^\s\"'`]+", text)
        assert [one for one in addresses if not one.startswith(allowed)] == [], path


def test_elements_are_filled_in_one_place() -> None:
    for path in [*SCRIPTS, *sorted((ASSETS / "filling").glob("*.js"))]:
        text = path.read_text(encoding="utf-8").replace("document.head.append(", "")
        assert bool(re.search(PAST, text)) == (path.name == "common-elements.js"), path
