"""The search index: entries of the whole site as scripts that the search box loads.

Scripts (``lawbookData(…)``) rather than JSON, so that the same files work over http and from a
folder on disk. Text is cut into pairs of signs here and in the browser by twins of one code
(``terms.py``, ``assets/search/text.js``), which a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.search import concepts, duties, fields, sections, shards, texts, words
from lawbook.search.entry import KINDS, Entry, Group
from lawbook.search.postings import postings
from lawbook.search.terms import folding

# The theme asks for an index of its own on every page; it is empty, ours is asked for on use.
THEME_INDEX = {"config": {"lang": ["en"], "separator": r"[\s]+", "pipeline": []}, "docs": []}
# Above so many signs of text the index comes in small files only.
LARGE = 1_000_000
DOORS = ("start/lead", "start/committee", "start/city", "start/reader")


def files(library: Library, pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Path and content of each file of the search. Raises ProblemsFound for stray wordings."""
    vocabulary = words.read(library.root)
    made = index(tuple(entries(library, pages, vocabulary)), groups(library, pages), vocabulary)
    theme = f"var __index={json.dumps(THEME_INDEX)};\n"
    return {**made, "search/search_index.js": theme}


def index(
    found: tuple[Entry, ...],
    homes: tuple[Group, ...],
    vocabulary: words.Words,
    *,
    large: int = LARGE,
) -> Mapping[str, str]:
    """The files of the index by path; above ``large`` signs of text none of them holds all."""
    signs = sum(len(part.text) for entry in found for part in entry.parts)
    small = signs <= large
    traditional = _traditional(vocabulary)
    fold = folding(traditional)
    order = vocabulary.synonyms.order
    posted = postings(found, homes, fold, order, homes=small)
    words_asked = concepts.concepts(vocabulary.synonyms.groups, fold)
    rows, sizes = list(_rows(homes, found)), shards.SMALL if small else shards.LARGE
    facts, files = shards.files(posted, words_asked, rows, homes, sizes)
    sounds = {"readings": vocabulary.characters.readings, "pairs": shards.pairs(posted)}
    data = {
        "kinds": KINDS,
        "doors": DOORS,
        "order": order,
        "documents": [one.row() for one in homes if one.key in order],
        "asking": vocabulary.synonyms.asking,
        "names": vocabulary.synonyms.names,
        "synonyms": [[one.one_way, *one.words] for one in vocabulary.synonyms.groups],
        "ways": concepts.WAYS,
        "traditional": traditional.replace(" ", ""),
        **facts,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return {
        **files,
        "search/sounds.js": shards.script("sounds", sounds),
        "search/index.js": f'lawbookData("search/index",{text});\n',
    }


def _traditional(vocabulary: words.Words) -> str:
    pairs = vocabulary.characters.traditional.split(" ")
    return " ".join(pair for pair in pairs if len(pair) == 2)


def check(library: Library, pages: tuple[Page, ...]) -> None:
    """Raise ProblemsFound for stray wordings, and for provisions without wordings."""
    vocabulary = words.read(library.root)
    found = tuple(entries(library, pages, vocabulary))
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
    found = (texts.groups(library), sections.groups(pages), fields.groups(library))
    made = {one.key: one for one in duties.groups(library)}
    return tuple((made | {one.key: one for some in found for one in some}).values())


def _older(library: Library) -> dict[str, str]:
    """The superseded document of each document that replaced one."""
    return {one.superseded_by: key for key, one in library.sources.items() if one.superseded_by}


def _rows(homes: tuple[Group, ...], found: tuple[Entry, ...]) -> Iterator[list[object]]:
    """Entries as lists: group, kind, key, title, page, rank, wordings, grounds, parts in threes.

    Only what rests on something else names its grounds: a text's citation is its title.
    """
    place = {group.key: number for number, group in enumerate(homes)}
    for entry in found:
        home = place[entry.group]
        page = "" if entry.url == homes[home].url else entry.url
        parts = [text for part in entry.parts for text in (part.anchor, part.name, part.text)]
        kind = KINDS.index(entry.kind)
        grounds = entry.citation if entry.kind in {"form", "duty"} else ""
        wordings = list(entry.wordings)
        yield [home, kind, entry.key, entry.title, page, entry.rank, wordings, grounds, *parts]
