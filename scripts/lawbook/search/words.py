"""The search's own vocabulary: synonyms, everyday wordings, readings, traditional forms.

These files are content: what is searched often and found badly is corrected here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Setting
from pydantic import StringConstraints

from lawbook.base import yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.yamlfile import YamlFile
from lawbook.law.record import Key, Record, Text
from lawbook.search.entry import Entry

FOLDER = "data/vocabulary"
Syllable = Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]


class Synonyms(Record):
    """Words used in a query for one another, and why.

    ``one_way``: only the first is also looked up as the others, not the others as the first.
    ``said``: everyday words, each looked up as the words, never the other way round.
    """

    words: Annotated[tuple[Text, ...], Setting(min_length=1)]
    why: Text
    one_way: bool = False
    said: tuple[Text, ...] = ()

    def row(self) -> list[object]:
        """Return the group's row in the index: spoken words or whether it is one-way, words."""
        return [list(self.said) or int(self.one_way), *self.words]


class Task(Record):
    """What is done with a tool or a page: verbs that begin a query, and their objects."""

    paths: Annotated[tuple[Text, ...], Setting(min_length=1)]
    verbs: Annotated[tuple[Text, ...], Setting(min_length=1)]
    what: Annotated[tuple[Text, ...], Setting(min_length=1)]

    def row(self) -> list[tuple[str, ...]]:
        """Return the task's row in the index."""
        return [self.paths, self.verbs, self.what]


class SynonymFile(Record):
    """``data/vocabulary/synonyms.yml``.

    ``order``: whose article comes first if a query names a number and no document. ``elsewhere``:
    subjects of other offices, answered as not held if the query adds only ``formalities``, which
    every office has, or part of the subject, and none of ``ours``. ``laws``: those whose articles
    are not held, and are none of ours.
    """

    key: Literal["synonyms"]
    asking: tuple[Text, ...] = ()
    names: tuple[tuple[Text, Text], ...] = ()
    order: tuple[Key, ...] = ()
    elsewhere: tuple[Text, ...] = ()
    formalities: tuple[Text, ...] = ()
    ours: tuple[Text, ...] = ()
    laws: tuple[Text, ...] = ()
    tasks: tuple[Task, ...] = ()
    groups: tuple[Synonyms, ...] = ()


class WordingFile(Record):
    """``data/vocabulary/wordings.yml``: wordings by citation, or by page and section."""

    key: Literal["wordings"]
    wordings: dict[Text, tuple[Text, ...]]


class CharacterFile(Record):
    """``data/vocabulary/characters.yml``: readings by syllable, traditional forms in pairs."""

    key: Literal["characters"]
    readings: dict[Syllable, Text] = {}
    traditional: Text = "-"


@dataclass(frozen=True)
class Words:
    """The whole vocabulary; ``file`` knows the lines of wordings (None: no such file)."""

    synonyms: SynonymFile
    wordings: WordingFile
    characters: CharacterFile
    file: YamlFile | None = None


def read(root: Path) -> Words:
    """Read the files that exist; a small project can do without. Raises ProblemsFound."""
    synonyms, wordings, characters = (
        _file(root, name) for name in ("synonyms", "wordings", "characters")
    )
    return Words(
        synonyms.validated(SynonymFile) if synonyms else SynonymFile(key="synonyms"),
        wordings.validated(WordingFile) if wordings else WordingFile(key="wordings", wordings={}),
        characters.validated(CharacterFile) if characters else CharacterFile(key="characters"),
        wordings,
    )


def _file(root: Path, name: str) -> YamlFile | None:
    path = root / FOLDER / f"{name}.yml"
    return yamlfile.read(path, f"{FOLDER}/{name}.yml") if path.is_file() else None


def worded(entries: tuple[Entry, ...], words: Words, older: dict[str, str]) -> Iterator[Entry]:
    """Yield entries with their wordings; a superseded text takes those of its successor.

    Raises ProblemsFound with every wording that belongs to nothing.
    """
    known = {entry.key for entry in entries}
    lists: dict[str, tuple[str, ...]] = {}
    for key, items in words.wordings.wordings.items():
        for name in (key, _older(key, older)):
            lists[name] = (*lists.get(name, ()), *items)
    strange = [key for key in words.wordings.wordings if key not in known]
    if words.file and strange:
        raise ProblemsFound(_unknown(words.file, key) for key in strange)
    for entry in entries:
        yield entry.saying(lists.get(entry.key, ()))


def _older(key: str, older: dict[str, str]) -> str:
    """Return the key of the provision in the superseded text, or "" if there is none."""
    document, slash, rest = key.partition("/")
    return f"{older[document]}{slash}{rest}" if document in older else ""


def _unknown(file: YamlFile, key: str) -> Problem:
    return file.problem(("wordings", key), f"没有 {key}；请写有页面的条款，或者“页面#小标题”")
