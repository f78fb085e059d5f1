"""A page of the site as a Markdown file, and its front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lawbook.base import yamlfile
from lawbook.library.address import address

_FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A Markdown file below the pages' folder: ``path`` such as ``guides/procedure.md``."""

    path: str
    text: str

    @property
    def address(self) -> str:
        """Return the page's address below the site's root."""
        return address(self.path)


def front_matter(values: Mapping[str, object]) -> str:
    """Return a front matter block; as JSON, which is YAML in which every text stays text.

    No page is in the theme's own index: the search's index is made from the Library.

    >>> print(front_matter({"title": "第十二条: 申请"}))
    ---
    title: "第十二条: 申请"
    search: {"exclude": true}
    ---
    <BLANKLINE>
    """
    all_values = {**values, "search": {"exclude": True}}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in all_values.items()]
    return "\n".join(["---", *lines, "---", ""])


def split_front_matter(text: str, name: str) -> tuple[dict[str, object], str]:
    """Split a page into front matter and body. Raises ProblemsFound for faulty YAML."""
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    tree = yamlfile.parse("\n" + match[1], name).tree
    return (dict(tree) if isinstance(tree, dict) else {}), text[match.end() :]
