"""What Markdown became on each page, remembered from one build to the next.

A page's HTML depends on its Markdown, its place, where every other page and file of the site
stands (its links are resolved and checked), the settings and the versions of what converts it.
All of that is in the digest under which it is kept; a page that MkDocs warned of is not kept.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

from lawbook.base import output

FOLDER = "build/converted"
_CONVERTERS = ("markdown", "pymdown-extensions", "mkdocs")
_OWN = ("conversion.py", "htmlsite.py")  # what is done to MkDocs while it converts
Render = Callable[[Any, Any, Any], None]


class Conversions:
    """The conversions of one build; ``warnings`` grows when MkDocs warns of something."""

    def __init__(self, root: Path, config: Any, warnings: list[str]) -> None:
        self._folder = root / FOLDER
        self._settings = repr((config.markdown_extensions, config.mdx_configs))
        self._links = repr(sorted(dict(config.validation.links).items()))
        self._warnings = warnings
        self._files: Any = None

    def wrapped(self, render: Render) -> Render:
        """MkDocs' own rendering of a page, left out where its result is known."""

        def rendered(page: Any, config: Any, files: Any) -> None:
            self._files = files
            place = self._folder / f"{page.file.src_uri}.json"
            key = self._key(page)
            if not self._restored(page, place, key):
                before = len(self._warnings)
                render(page, config, files)
                if len(self._warnings) == before:
                    self._keep(page, place, key)

        return rendered

    def _key(self, page: Any) -> str:
        what = (page.markdown, page.file.src_uri, page.file.url, self._around)
        return hashlib.sha256(repr(what).encode()).hexdigest()

    @cached_property
    def _around(self) -> str:
        """Everything outside a page on which its HTML depends."""
        own = [(Path(__file__).parent / name).read_bytes() for name in _OWN]
        versions = [sys.version, *map(metadata.version, _CONVERTERS), *own]
        places = sorted((one.src_uri, one.url, one.inclusion.name) for one in self._files)
        what = (versions, self._settings, self._links, places)
        return hashlib.sha256(repr(what).encode()).hexdigest()

    def _restored(self, page: Any, place: Path, key: str) -> bool:
        try:
            held = json.loads(place.read_bytes())
        except (OSError, ValueError):
            return False
        if held.get("key") != key:
            return False
        page.content = held["content"]
        page.toc = _contents(held["toc"])
        page._title_from_render = held["title"]
        page.present_anchor_ids = set(held["anchors"])
        page.links_to_anchors = {
            self._files.get_file_from_path(path): links for path, links in held["links"].items()
        }
        return True

    @staticmethod
    def _keep(page: Any, place: Path, key: str) -> None:
        made = {
            "key": key,
            "content": page.content,
            "toc": list(_entries(page.toc)),
            "title": page._title_from_render,
            "anchors": sorted(page.present_anchor_ids),
            "links": {file.src_uri: links for file, links in page.links_to_anchors.items()},
        }
        output.write(place, json.dumps(made, ensure_ascii=False))


def _entries(links: Any) -> Iterator[dict[str, Any]]:
    """The table of contents as plain values."""
    for one in links:
        below = list(_entries(one.children))
        yield {"name": one.title, "id": one.id, "level": one.level, "children": below}


def _contents(entries: list[dict[str, Any]]) -> Any:
    from mkdocs.structure.toc import get_toc

    return get_toc(entries)  # type: ignore[arg-type]
