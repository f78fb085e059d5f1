"""The search index: entries of the whole site as a script that the search's worker loads.

A script (``lawbookIndex(…)``) rather than JSON, so that the same file works over http and from
a folder on disk. The worker builds its index of character pairs from the text itself, so that
text and query are cut by one and the same code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lawbook.library import Library
from lawbook.pages.page import Page
from lawbook.problem import Problem, ProblemsFound
from lawbook.web import duties, fields, sections, shards, texts, words
from lawbook.web.entry import KINDS, ORDER, Entry, Group

# The theme asks for an index of its own on every page; it is empty, ours is asked for on use.
THEME_INDEX = {"config": {"lang": ["en"], "separator": r"[\s]+", "pipeline": []}, "docs": []}
DOORS = ("start/lead", "start/committee", "start/city", "start/reader")


def files(library: Library, pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Path and content of each file of the search. Raises ProblemsFound for stray wordings."""
    vocabulary = words.read(library.root)
    found = tuple(entries(library, pages, vocabulary))
    homes = groups(library, pages)
    made = index(found, homes, vocabulary)
    return {**made, "search/search_index.js": f"var __index={json.dumps(THEME_INDEX)};\n"}


def index(
    found: tuple[Entry, ...],
    homes: tuple[Group, ...],
    vocabulary: words.Words,
    *,
    large: int = shards.LARGE,
) -> Mapping[str, str]:
    """The index of entries: whole in one script, or above ``large`` signs of text in many."""
    rows = list(_rows(homes, found))
    signs = sum(len(part.text) for entry in found for part in entry.parts)
    readings, traditional = vocabulary.characters.readings, vocabulary.characters.traditional
    if signs <= large:
        return {
            "search/index.js": _script(homes, vocabulary, {"entries": rows, "readings": readings})
        }
    facts, small = shards.files(rows, found, homes, traditional, readings)
    return {**small, "search/index.js": _script(homes[: shards.LISTED], vocabulary, facts)}


def _script(homes: tuple[Group, ...], vocabulary: words.Words, more: Mapping[str, object]) -> str:
    data = {
        "kinds": KINDS,
        "groups": [one.row() for one in homes],
        "doors": DOORS,
        "asking": vocabulary.synonyms.asking,
        "names": vocabulary.synonyms.names,
        "order": ORDER,
        "synonyms": [[one.one_way, *one.words] for one in vocabulary.synonyms.groups],
        "traditional": vocabulary.characters.traditional,
        **more,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"lawbookIndex({text});\n"


def check(library: Library, pages: tuple[Page, ...]) -> None:
    """Raise ProblemsFound for wordings of nothing, and for provisions without wordings."""
    vocabulary = words.read(library.root)
    found = entries(library, pages, vocabulary)
    bare = [one.key for one in found if _needs_wording(library, one) and not one.wordings]
    if vocabulary.file and bare:
        message = f"缺少日常问法：{'、'.join(bare[:20])}"
        raise ProblemsFound([Problem(vocabulary.file.where(("wordings",)), message)])


def _needs_wording(library: Library, entry: Entry) -> bool:
    """Articles of the text in force and its draft, and sections of guides."""
    document = entry.key.partition("/")[0]
    in_pair = document in _older(library) or document in _older(library).values()
    article = in_pair and entry.kind == "text" and "/" in entry.key
    return article or (entry.kind == "guide" and entry.key.startswith("guides/"))


def entries(library: Library, pages: tuple[Page, ...], vocabulary: words.Words) -> Iterator[Entry]:
    """Everything that can be found, with its wordings."""
    found = (
        *texts.entries(library),
        *sections.entries(pages),
        *fields.entries(library),
        *duties.entries(library),
    )
    yield from words.worded(found, vocabulary, _older(library))


def groups(library: Library, pages: tuple[Page, ...]) -> tuple[Group, ...]:
    """All groups under which results are shown."""
    return (*texts.groups(library), *sections.groups(pages), *fields.groups(library))


def _older(library: Library) -> dict[str, str]:
    """The superseded document of each document that replaced one."""
    return {one.superseded_by: key for key, one in library.sources.items() if one.superseded_by}


def _rows(homes: tuple[Group, ...], found: tuple[Entry, ...]) -> Iterator[list[object]]:
    """Entries as lists: group, kind, key, title, page, rank, wordings, then parts in threes."""
    place = {group.key: number for number, group in enumerate(homes)}
    for entry in found:
        home = place[entry.group]
        page = "" if entry.url == homes[home].url else entry.url
        parts = [text for part in entry.parts for text in (part.anchor, part.name, part.text)]
        kind = KINDS.index(entry.kind)
        yield [home, kind, entry.key, entry.title, page, entry.rank, list(entry.wordings), *parts]
