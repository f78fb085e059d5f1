"""Addresses inside the site: a page's file, its address, and links between addresses.

An address is relative to the site's root and ends with a slash (``guides/procedure/``; the home
page is the empty text). Links are written relative to the page they are on, so that the site works
below any path.
"""

from __future__ import annotations

import posixpath
from functools import cache


@cache  # every page asks for the same addresses
def address(path: str) -> str:
    """Return the address of a page's Markdown file.

    >>> [address(path) for path in ("index.md", "documents/index.md", "guides/procedure.md")]
    ['', 'documents/', 'guides/procedure/']
    """
    stem = path.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""


def relative(page: str, target: str) -> str:
    """Return the link from a page's address to a target below the root, maybe with ``#anchor``.

    >>> relative("documents/a/art-1/", "documents/b/#art-2")
    '../../b/#art-2'
    >>> relative("guides/procedure/", "guides/procedure/#steps")
    '#steps'
    >>> relative("guides/procedure/", "")
    '../../'
    """
    path, mark, anchor = target.partition("#")
    if path == page and mark:
        return f"#{anchor}"
    return f"{_way(page, path)}{mark}{anchor}"


@cache
def _way(page: str, target: str) -> str:
    """Return the relative path from one folder to another or to a file, as the target ends."""
    here, there = _steps(page), _steps(target)
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    way = "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
    return f"{way}/" if target.endswith("/") or not target else way


def _steps(address: str) -> list[str]:
    return [step for step in address.split("/") if step]


def markdown_link(page: str, target: str) -> str:
    """Return the path from one Markdown file to another, for links that MkDocs checks.

    >>> markdown_link("guides/procedure.md", "documents/index.md")
    '../documents/index.md'
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
