"""The search index: everything that can be found on the site, as scripts for the search box.

``search/index.js`` has the search's vocabulary and the head of each entry (title, anchors),
``search/words-*.js`` wordings and synonyms by their characters (``shards.py``): with the files of
its own characters a query gets a first answer. ``search/texts.js`` has everything else, which
follows later; ``search/sounds.js`` what pinyin and typing errors need. ``assets/search/store.js``
reads them and builds the postings. They are scripts (``lawbookData(…)``) rather than JSON, so that
the same files work over http and from a folder on disk.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.search import duties, fields, sections, shards, texts, words
from lawbook.search.entry import KINDS, Entry, Group

# The theme requests its own index on every page; that one is empty, ours is loaded on use.
THEME_INDEX = {"config": {"lang": ["en"], "separator": r"[\s]+", "pipeline": []}, "docs": []}
# What restates a text or a form is loaded with the texts, as are old changes and rows of sources.
LATER = re.compile(
    "rules/|tools/(?:crosswalk|outcomes)#|forms/[^#]*#|about/(?:changes#|sources#source-)"
)
COLUMNS = ("home", "kind", "key", "title", "page", "rank", "anchor", "part")
DOORS = ("start/lead", "start/committee", "start/city", "start/reader")


def files(library: Library, pages: tuple[Page, ...]) -> Mapping[str, str]:
    """Return path → content of each file of the search. Raises ProblemsFound for stray wordings."""
    vocabulary = words.read(library.root)
    all_entries = tuple(entries(library, pages, vocabulary))
    names = (*vocabulary.synonyms.names, *_numbers(library))
    scripts = index(all_entries, groups(library, pages), vocabulary, names)
    theme = f"var __index={json.dumps(THEME_INDEX)};\n"
    return {**scripts, "search/search_index.js": theme}


def index(
    held: tuple[Entry, ...],
    homes: tuple[Group, ...],
    vocabulary: words.Words,
    names: tuple[tuple[str, str], ...],
) -> Mapping[str, str]:
    """Return the files of the index by path; ``names`` are the names of documents."""
    groups = [group for group in vocabulary.synonyms.groups if not group.said]
    early = tuple(entry for entry in held if not LATER.match(entry.key))
    twins = _twins(early)
    signs = shards.Signs(word for entry in early for word in entry.wordings)
    filed, everywhere = shards.shards(early, twins, groups, signs)
    shares = {f"words-{number}": shard for number, shard in enumerate(filed)}
    scripts = {name: _script(name, shard) for name, shard in shares.items()}
    first = {
        "doors": DOORS,
        "order": vocabulary.synonyms.order,
        "asking": vocabulary.synonyms.asking,
        "names": names,
        "laws": vocabulary.synonyms.laws,
        "synonyms": [group.row() for group in everywhere],
        "traditional": _traditional(vocabulary),
        "groups": [group.row() for group in homes],
        "heads": _columns(homes, early),
        "twins": list(twins.items()),
        "shards": _filed(signs, scripts.values()),
    }
    scripts["index"] = _script("index", first)
    scripts["texts"] = _script("texts", _texts(held, homes, vocabulary.synonyms))
    scripts["sounds"] = _script("sounds", vocabulary.characters.readings)
    return {f"search/{name}.js": script for name, script in scripts.items()}


def _texts(
    held: tuple[Entry, ...], homes: tuple[Group, ...], synonyms: words.SynonymFile
) -> dict[str, object]:
    """Return everything that a first answer can do without."""
    late = [index for index, entry in enumerate(held) if LATER.match(entry.key)]
    return {
        "texts": [[part.text for part in entry.parts] for entry in held],
        "late": late,
        "heads": _columns(homes, tuple(held[index] for index in late)),
        "wordings": _wordings(held),
        "grounds": [_grounds(entry) for entry in held],
        "synonyms": [group.row() for group in synonyms.groups if not group.said],
        "spoken": [group.row() for group in synonyms.groups if group.said],
        "elsewhere": synonyms.elsewhere,
        "formalities": synonyms.formalities,
        "ours": synonyms.ours,
        "tasks": [task.row() for task in synonyms.tasks],
    }


def _filed(signs: shards.Signs, scripts: Iterable[str]) -> dict[str, object]:
    """Return which characters are in which files, and each file's size with gzip."""
    sizes = [len(gzip.compress(script.encode())) for script in scripts]
    return {"sizes": sizes, "most": shards.MOST, "silent": shards.SILENT, "common": signs.common}


def _twins(held: tuple[Entry, ...]) -> dict[int, int]:
    """Return entry → the earlier one with the same wordings, which a superseded text shares."""
    first: dict[tuple[str, ...], int] = {}
    for number, entry in enumerate(held):
        if entry.wordings:
            first.setdefault(entry.wordings, number)
    befores = ((at, first.get(entry.wordings, at)) for at, entry in enumerate(held))
    return {at: before for at, before in befores if at != before}


def _wordings(held: tuple[Entry, ...]) -> list[str | int]:
    """Return each entry's wordings, one a line, or the number of the entry with the same ones."""
    twins = _twins(held)
    return [twins.get(at, "\n".join(entry.wordings)) for at, entry in enumerate(held)]


def _grounds(entry: Entry) -> str:
    """Return what an entry rests on; a text's citation is its title."""
    return entry.citation if entry.kind in {"form", "duty"} else ""


def _numbers(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the numbers by which documents are cited: 工信部联科〔2026〕75号, 75号文."""
    for key in dict.fromkeys((*library.documents, *library.books)):
        if number := library.sources[key].number:
            short = number.rpartition("〕")[2]
            yield from ((number, key), (f"{short}文", key), (short, key))


def _script(name: str, part: object) -> str:
    """Return a part of the index as a script, so that it loads over http and from a disk."""
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    return f'lawbookData("search/{name}",{text});\n'


def _traditional(vocabulary: words.Words) -> str:
    """Return traditional characters, each followed by its simplified form."""
    pairs = vocabulary.characters.traditional.split(" ")
    return "".join(pair for pair in pairs if len(pair) == 2)


def check(library: Library, pages: tuple[Page, ...]) -> None:
    """Raise ProblemsFound for stray wordings, and for provisions without wordings."""
    vocabulary = words.read(library.root)
    held = tuple(entries(library, pages, vocabulary))
    bare = [entry.key for entry in held if _needs_wording(library, entry) and not entry.wordings]
    if vocabulary.file and bare:
        message = f"缺少日常问法：{'、'.join(bare[:20])}"
        raise ProblemsFound([Problem(vocabulary.file.where(("wordings",)), message)])


def _needs_wording(library: Library, entry: Entry) -> bool:
    """Return whether an entry needs a wording: articles in force or draft, guides' sections."""
    document = entry.key.partition("/")[0]
    in_pair = document in _older(library) or document in _older(library).values()
    article = in_pair and entry.kind == "text" and "/" in entry.key
    return article or (entry.kind == "guide" and entry.key.startswith("guides/"))


def entries(library: Library, pages: tuple[Page, ...], vocabulary: words.Words) -> Iterator[Entry]:
    """Yield everything that can be found, with its wordings."""
    every = (
        *texts.entries(library),
        *sections.entries(pages),
        *fields.entries(library),
        *duties.entries(library),
    )
    yield from words.worded(every, vocabulary, _older(library))


def groups(library: Library, pages: tuple[Page, ...]) -> tuple[Group, ...]:
    """Return all groups under which results are shown."""
    parts = (texts.groups(library), sections.groups(pages), fields.groups(library))
    rule_groups = {group.key: group for group in duties.groups(library)}
    return tuple((rule_groups | {group.key: group for some in parts for group in some}).values())


def _older(library: Library) -> dict[str, str]:
    """Return document → the superseded document that it replaced."""
    return {
        source.superseded_by: key for key, source in library.sources.items() if source.superseded_by
    }


def _columns(homes: tuple[Group, ...], held: tuple[Entry, ...]) -> dict[str, list[object]]:
    """Return entries by column: values of one kind together compress 10 % better than rows."""
    numbers = {group.key: number for number, group in enumerate(homes)}
    columns: dict[str, list[object]] = {name: [] for name in COLUMNS}
    for entry in held:
        home = homes[numbers[entry.group]]
        row = (
            numbers[entry.group],
            KINDS.index(entry.kind),
            entry.key.replace(home.key, "~", 1),
            entry.title,
            "" if entry.url == home.url else entry.url,
            entry.rank,
            "\n".join(_anchor(entry, part.anchor) for part in entry.parts),
            "\n".join(part.name for part in entry.parts),
        )
        for name, value in zip(COLUMNS, row, strict=True):
            columns[name].append(value)
    return columns


def _anchor(entry: Entry, anchor: str) -> str:
    """Return an anchor with ``~`` in place of what the entry's key says already: fact-~-days."""
    _, _, own = entry.key.partition("#" if "#" in entry.key else "/")
    return anchor.replace(own.replace("/", "-"), "~", 1) if own else anchor
