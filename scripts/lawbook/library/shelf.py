"""The index against which citations are checked: documents by name, provisions, their words.

A shelf is plain data: the page's scripts get the same (``lawbook.export.citations``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from lawbook.law.document import Document, Provision
from lawbook.law.document_names import Names
from lawbook.law.fact import FactBook, checked
from lawbook.law.misnomer import Misnomers
from lawbook.law.spelling import PATTERNS, fold, name_key
from lawbook.library.library import Library

TITLES = re.compile("《([^《》\n]{2,60})》")


@dataclass(frozen=True)
class HeldProvision:
    """A provision: its name, its page's address, its own words ("" if not held).

    ``cut``: the text continues with words that nobody has seen.
    """

    display: str
    url: str
    text: str = ""
    cut: bool = False


@dataclass(frozen=True)
class Volume:
    """A document: ``name`` and ``title`` for readers, ``whole`` if all its text is held.

    ``extent`` is the number of provisions by unit, where known; ``mark`` is what readers are told
    about the text held; ``provisions`` are keyed by steps: art-1/par-2.
    """

    key: str
    name: str
    title: str
    number: str
    authority: str
    status: str
    in_force: bool
    draft: bool
    whole: bool
    checked: str
    mark: str
    extent: dict[str, int] = field(default_factory=dict)
    provisions: dict[str, HeldProvision] = field(default_factory=dict)

    def words(self, key: str) -> str:
        """Return the text held of a provision and all below it; of the document for ""."""
        if key not in self._words:
            inside = (
                provision.text
                for name, provision in self.provisions.items()
                if not key or name == key or name.startswith(f"{key}/")
            )
            self._words[key] = "\n".join(text for text in inside if text)
        return self._words[key]

    def cut(self, key: str) -> bool:
        """Return whether a provision, or a part of it, continues with words that are not held."""
        return any(
            provision.cut
            for name, provision in self.provisions.items()
            if f"{name}/".startswith(f"{key}/")
        )

    @cached_property
    def _words(self) -> dict[str, str]:
        return {}


@dataclass(frozen=True)
class Shelf:
    """All documents by key, and their names."""

    names: Names
    volumes: dict[str, Volume]


def shelf(library: Library) -> Shelf:
    """Return the shelf of a Library, made once for each."""
    kept = _MADE.get(id(library))
    if kept is None or kept[0] is not library:
        kept = _MADE[id(library)] = (library, _shelf(library))
    return kept[1]


_MADE: dict[int, tuple[Library, Shelf]] = {}


def _shelf(library: Library) -> Shelf:
    volumes = {holder.key: _volume(library, holder) for holder in _citable(library)}
    names = _names(library, volumes)
    return Shelf(names, volumes)


def _citable(library: Library) -> Iterator[Document | FactBook]:
    """Yield all documents except the collections that we made ourselves."""
    for holder in library.holders:
        if library.sources[holder.key].authority != "guide":
            yield holder


def _names(library: Library, volumes: dict[str, Volume]) -> Names:
    keys: dict[str, str] = {}
    bare: set[str] = set()
    numbers: dict[str, str] = {}
    for key in volumes:
        source = library.sources[key]
        called = (source.title, source.name, *source.called)
        keys |= {name_key(name): key for name in called if name_key(name) not in keys}
        bare |= {re.sub("[《》]", "", fold(name)) for name in called} | {name_key(source.title)}
        if source.number:
            numbers[fold(source.number)] = key
    in_force = [volume for volume in volumes.values() if volume.in_force]
    newest = max(
        in_force, key=lambda volume: library.sources[volume.key].in_force or "", default=None
    )
    current = newest.key if newest else next(iter(volumes), "")
    drafts = (key for key in volumes if library.sources[key].superseded_by == current)
    ordered = tuple(sorted(bare, key=lambda name: (-len(name), name)))
    draft = next(drafts, "")
    return Names(keys, ordered, numbers, current, draft, _misnomers(library, keys, current, draft))


def _misnomers(library: Library, keys: dict[str, str], current: str, draft: str) -> Misnomers:
    """Return the full titles to compare wrong ones with; those of other documents are right."""
    drafts = {}
    if draft:
        bare = re.sub(PATTERNS["draft"], "", name_key(library.sources[draft].title))
        drafts[bare] = current
    titles = {
        name_key(source.title): key
        for key, source in library.sources.items()
        if key in keys.values() and re.search(PATTERNS["kinds"], name_key(source.title))
    }
    others = {key for title in _titles(library) if (key := name_key(title)) not in keys}
    return Misnomers(titles, drafts, frozenset(others - set(drafts)))


def _titles(library: Library) -> Iterator[str]:
    """Yield every title in 《》 that official texts, facts and sources name."""
    for part in library.walk():
        yield from TITLES.findall(part.text + part.heading)
    for fact in library.facts:
        yield from TITLES.findall(fact.fact)
    for source in library.sources.values():
        yield from TITLES.findall(source.title + (source.note or ""))


def _volume(library: Library, holder: Document | FactBook) -> Volume:
    key = holder.key
    source = library.sources[key]
    words = library.vocabularies
    days = library.books[key].facts if key in library.books else ()
    return Volume(
        key=key,
        name=source.name,
        title=source.title,
        number=source.number or "",
        authority=words["authorities"][source.authority].label,
        status=words["statuses"][source.status].label,
        in_force=source.status == "in_force",
        draft=source.authority == "draft",
        whole=isinstance(holder, Document) and source.authority != "expert",
        checked=checked(days) or source.seen or "",
        mark=_mark(library, key, source.authority),
        extent=dict(source.extent),
        provisions={
            "/".join(map(str, part.citation.steps)): _provision(library, part)
            for part in holder.walk()
        },
    )


def _mark(library: Library, key: str, authority: str) -> str:
    """Return what is said of a held text; for one known from a public copy, that it is one."""
    if key in library.documents or not library.books[key].copy:
        return library.vocabularies["authorities"][authority].label
    copy = library.sources[library.books[key].copy].name
    mark = library.vocabularies["confidences"]["one"].label
    return f"据公开副本整理，未与官方文本核对（{copy}）【{mark}】"


def _provision(library: Library, part: Provision) -> HeldProvision:
    held = "" if part.summary else part.label + part.heading + part.text
    if part.label and not part.text and not part.heading:
        held = part.label
    return HeldProvision(
        library.display(part.citation), library.url(part.citation), held, bool(part.cut)
    )
