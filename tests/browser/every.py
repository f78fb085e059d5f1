"""The pages of the built site: all of them, or one of each kind by chance."""

from __future__ import annotations

import os
import re
from pathlib import Path
from random import Random

# Pages of one template: the same address when names and numbers are taken out of it. The tools
# are each looked at in use, too (test_axe.py, test_committee_views.py, test_tools_*.py).
_NAMES = (
    (re.compile(r"^(documents)/[^/]+/.*(art|part|item|q)-[^/]+/$"), r"\1/*/one"),
    (re.compile(r"\d+"), "#"),
    (re.compile(r"^(documents|forms|examples|about|guides|start|tools)/[^/]+"), r"\1/*"),
    (re.compile(r"[^/]+\.html$"), "*.html"),
)
_MOVED = b'<meta http-equiv="refresh"'


def addresses(root: Path) -> list[str]:
    """Every page of the built site, below its root; not what only leads to a new address."""
    site = Path(os.environ.get("SITE_DIR", root / "site"))
    whole = (file for file in site.rglob("*.html") if _MOVED not in file.read_bytes()[:1200])
    found = sorted(file.relative_to(site).as_posix() for file in whole)
    assert len(found) > 190, "请先运行 make site"
    return [name.removesuffix("index.html") for name in found]


def some(root: Path, seed: int) -> list[str]:
    """One page of each kind."""
    dice, kinds = Random(seed), dict[str, list[str]]()
    for name in addresses(root):
        kinds.setdefault(_kind(name), []).append(name)
    return [dice.choice(names) for names in kinds.values()]


def _kind(name: str) -> str:
    for pattern, instead in _NAMES:
        name = pattern.sub(instead, name)
    return name
