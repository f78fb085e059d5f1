"""Old addresses: at each, a page that redirects, keeping what follows ? and #.

``data/redirects.yml`` lists them. Without scripts the browser's refresh or a link leads on;
``lawbook.site.sitecheck`` checks the link, so a dead address is a fault.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.base import yamlfile
from lawbook.law.record import Record, Text
from lawbook.library.address import relative

FILE = "data/redirects.yml"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>页面已移动</title>
<link rel="canonical" href="{canonical}">
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
</head>
<body>
<main><h1 id="moved">页面已移动</h1><p><a data-moved href="{to}">到新地址</a></p></main>
<script src="{script}"></script>
</body>
</html>
"""


class Moved(Record):
    """A page that moved: its old address below the site, and the new one, down to a heading."""

    old: Annotated[Text, Setting(alias="from")]
    to: Text

    @property
    def target(self) -> str:
        """Return the new address with the slash of a page: ``guides/procedure/#steps``."""
        page, mark, anchor = self.to.partition("#")
        return f"{page}/{mark}{anchor}"


class RedirectFile(Record):
    """``data/redirects.yml``."""

    key: Literal["redirects"]
    moved: tuple[Moved, ...]


def moved(root: Path) -> tuple[Moved, ...]:
    """Return the pages that moved; none if the project lists none. Raises ProblemsFound."""
    path = root / FILE
    return yamlfile.read(path, FILE).validated(RedirectFile).moved if path.is_file() else ()


def files(root: Path, base: str = "") -> dict[str, str]:
    """Return the page of each old address, by path; ``base`` is the site's address, or empty."""
    return {f"{move.old}/index.html": page(move, base) for move in moved(root)}


def page(move: Moved, base: str = "") -> str:
    """Return the page at an old address.

    >>> found = page(Moved.model_validate({"from": "tools/a", "to": "guides/b#c"}))
    >>> 'href="../../guides/b/#c"' in found, 'rel="canonical" href="../../guides/b/"' in found
    (True, True)
    """
    here = f"{move.old}/"
    way = relative(here, move.target)
    whole = move.target.partition("#")[0]
    return _PAGE.format(
        to=escape(way),
        canonical=escape(f"{base}{whole}" if base else relative(here, whole)),
        script=relative(here, "assets/moved.js"),
    )
