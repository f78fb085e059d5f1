"""The same pages with the theme's own search, as it is and mended, and with Pagefind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

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


def pagefind(root: Path, site: Path) -> None:
    """Index a built site with Pagefind."""
    command = [str(root / "node_modules/.bin/pagefind"), "--site", str(site)]
    subprocess.run(command, check=True, capture_output=True)
