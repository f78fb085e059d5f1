"""The same pages with the theme's own search, as it is and mended, and with Pagefind."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import jieba

from lawbook.search.entry import Entry

# Material's search with jieba, which it uses where it is installed.
PLAIN = """plugins:
  - search:
      lang: zh
"""
# The same with the Chinese stops among the separators.
MENDED = r"""plugins:
  - search:
      lang: zh
      separator: '[\s\u200b\u3000\-，。、；：？！（）()《》〈〉【】“”‘’「」…·/|]+'
"""


def site(root: Path, place: Path, plugin: str) -> Path:
    """The site with the theme's search: every page in its index, its own worker."""
    shutil.copytree(root / "build/pages", place / "pages")
    for page in (place / "pages").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace('search: {"exclude": true}\n', ""), encoding="utf-8")
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"plugins:\n(?:[ #].*\n)+", lambda _: plugin, text)
    text = text.replace("docs_dir: build/pages", "docs_dir: pages")
    text = text.replace("  - {path: assets/search/box.js, defer: true}\n", "")
    text = text.replace("custom_dir: templates/theme", "custom_dir: theme")
    (place / "mkdocs.yml").write_text(text, encoding="utf-8")
    shutil.copytree(root / "templates/theme", place / "theme")
    main = place / "theme/main.html"
    main.write_text(main.read_text().split("{#- The site's own search")[0], encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(place / "site")]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=place, env=quiet, check=True, capture_output=True)
    return place / "site"


def enlarge(site: Path, entries: Iterable[Entry]) -> int:
    """Put more entries into the theme's index, cut as its plugin cuts; its bytes with gzip."""
    file = site / "search/search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    for entry in entries:
        text = "".join(f"<p>{_cut(part.text)}</p>" for part in entry.parts)
        index["docs"].append({"location": entry.url, "title": _cut(entry.title), "text": text})
    file.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")
    return len(gzip.compress(file.read_bytes()))


def _cut(text: str) -> str:
    return "\u200b".join(jieba.cut(text))


def pagefind(root: Path, site: Path) -> None:
    """Index a built site with Pagefind."""
    command = [str(root / "node_modules/.bin/pagefind"), "--site", str(site)]
    subprocess.run(command, check=True, capture_output=True)
