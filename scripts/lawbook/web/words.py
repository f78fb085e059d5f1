"""The search's own vocabulary: synonyms, everyday wordings, readings, traditional forms.

These files are content: what is searched often and found badly is mended here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import StringConstraints
from pydantic import Field as Setting

from lawbook import yamlfile
from lawbook.problem import Problem, ProblemsFound
from lawbook.record import Record, Text
from lawbook.web.entry import Entry
from lawbook.yamlfile import YamlFile

FOLDER = "data/vocabulary"
Syllable = Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]


class Synonyms(Record):
    """Words that one may write for another in a query, and why.

    ``one_way``: only the first is also looked up as the others, not the others as the first.
    """

    words: Annotated[tuple[Text, ...], Setting(min_length=2)]
    why: Text
    one_way: bool = False


class SynonymFile(Record):
    """``data/vocabulary/synonyms.yml``."""

    key: Literal["synonyms"]
    asking: tuple[Text, ...] = ()
    names: tuple[tuple[Text, Text], ...] = ()
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
    """All of them; ``places`` are the lines of the wordings."""

    synonyms: SynonymFile = SynonymFile(key="synonyms")
    wordings: WordingFile = WordingFile(key="wordings", wordings={})
    characters: CharacterFile = CharacterFile(key="characters")
    file: YamlFile | None = None


def read(root: Path) -> Words:
    """Read the files that are there; a small project can do without. Raises ProblemsFound."""
    synonyms, wordings, characters = (
        _file(root, name) for name in ("synonyms", "wordings", "characters")
    )
    empty = Words()
    return Words(
        synonyms.validated(SynonymFile) if synonyms else empty.synonyms,
        wordings.validated(WordingFile) if wordings else empty.wordings,
        characters.validated(CharacterFile) if characters else empty.characters,
        wordings,
    )


def _file(root: Path, name: str) -> YamlFile | None:
    path = root / FOLDER / f"{name}.yml"
    return yamlfile.read(path, f"{FOLDER}/{name}.yml") if path.is_file() else None


def worded(entries: tuple[Entry, ...], words: Words, older: dict[str, str]) -> Iterator[Entry]:
    """Entries with their wordings; an ``older`` text takes those of the one that replaced it.

    Raises ProblemsFound with every wording that belongs to nothing.
    """
    left = dict(words.wordings.wordings)
    homes = {key: entry.key for entry in entries for key in _answers_to(entry)}
    found: dict[str, tuple[str, ...]] = {}
    for key, said in left.items():
        for home in _homes(key, homes, older):
            found[home] = (*found.get(home, ()), *said)
    if words.file and (strange := [key for key in left if key not in homes]):
        raise ProblemsFound(_unknown(words.file, key) for key in strange)
    for entry in entries:
        yield entry.saying(found.get(entry.key, ()))


def _homes(key: str, homes: dict[str, str], older: dict[str, str]) -> Iterator[str]:
    document, _, rest = key.partition("/")
    for name in (key, f"{older.get(document, '')}/{rest}"):
        if name in homes:
            yield homes[name]


def _answers_to(entry: Entry) -> Iterator[str]:
    yield entry.key


def _unknown(file: YamlFile, key: str) -> Problem:
    return file.problem(("wordings", key), f"没有 {key}；请写有页面的条款，或者“页面#小标题”")
