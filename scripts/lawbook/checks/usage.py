"""One word for one thing, in everything that readers see (``data/vocabulary/usage.yml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lawbook.base.problem import Problem
from lawbook.law.usage import Usage
from lawbook.library.library import Library

FILES = (
    *("content/**/*.md", "content/assets/**/*.js", "templates/**/*.*"),
    *("scripts/lawbook/**/*.py", "data/**/*.yml", "mkdocs.yml"),
)
# Official texts, what readers type into the search, and what maintainers write for each other.
_COMMENT = re.compile(r"<!--.*?-->")
NOT_OURS = ("data/documents/", "data/vocabulary/", "content/about/decisions/")


def every_thing_has_one_word(library: Library) -> Iterator[Problem]:
    """No text of ours uses a word that the usage list refuses in favour of another."""
    ways = {other: word for word in library.usage for other in word.never}
    if not ways:
        return
    pattern = re.compile("|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True)))
    for name, path in _texts(library.root):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield from _faults(f"{name}:{number}", line, pattern, ways)


def _texts(root: Path) -> Iterator[tuple[str, Path]]:
    for folder in FILES:
        for path in sorted(root.glob(folder)):
            name = path.relative_to(root).as_posix()
            if path.is_file() and not name.startswith(NOT_OURS):
                yield name, path


def _faults(
    where: str, line: str, pattern: re.Pattern[str], ways: Mapping[str, Usage]
) -> Iterator[Problem]:
    for written in dict.fromkeys(pattern.findall(_COMMENT.sub("", line))):
        word = ways[written]
        if where.rpartition(":")[0] not in word.unless:
            yield Problem(where, f"“{written}”请改为“{word.write}”（data/vocabulary/usage.yml）")
