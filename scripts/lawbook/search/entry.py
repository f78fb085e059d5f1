"""What the search can find: entries with parts, and the groups under which they are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["text", "guide", "form", "duty"]
KINDS: tuple[Kind, ...] = ("text", "guide", "form", "duty")


@dataclass(frozen=True)
class Group:
    """A document, page or form: its title, its address below the site's root, whose words it has.

    ``authority`` and ``status`` are labels for readers (官方原文, 已被取代). ``rank`` weighs its
    entries against the same words elsewhere (a superseded text is found, but after the one in
    force).
    """

    key: str
    title: str
    url: str
    authority: str = ""
    status: str = ""
    rank: float = 1.0

    def row(self) -> list[object]:
        """Return the group as a row of the index."""
        badges = [badge for badge in (self.authority, self.status) if badge]
        return [self.key, self.title, self.url, badges, self.rank]


@dataclass(frozen=True)
class Part:
    """A piece of an entry with an anchor of its own; ``name`` is shown to readers."""

    anchor: str
    text: str
    name: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing to be found: an article, a fact, a section, a field, a duty.

    ``key`` is its citation, or page and section; ``wordings`` are indexed but never shown.
    ``citation`` says in words where it is, or what a field or a duty rests on.
    """

    key: str
    kind: Kind
    group: str
    title: str
    url: str
    parts: tuple[Part, ...]
    wordings: tuple[str, ...] = ()
    rank: float = 1.0
    citation: str = ""

    def saying(self, wordings: tuple[str, ...]) -> Entry:
        """Return this entry with more wordings."""
        return replace(self, wordings=(*self.wordings, *wordings)) if wordings else self


def address(url: str) -> tuple[str, str]:
    """Split an address below the root into page and anchor.

    >>> address("documents/measures-2026/art-9/#fact-art-9-committee")
    ('documents/measures-2026/art-9/', 'fact-art-9-committee')
    """
    page, _, anchor = url.partition("#")
    return page, anchor
