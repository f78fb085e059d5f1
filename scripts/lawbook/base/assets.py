"""Styles, scripts and drawings of the site: as they are, or several joined to one file.

Each file that a page waits for costs a reader on a slow link a way there and back, so
``content/assets/joined.yml`` names the files that reach the reader as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lawbook.base import yamlfile
from lawbook.base.minifier import minified
from lawbook.base.problem import Problem, ProblemsFound

FOLDER = "assets"
LIST = f"{FOLDER}/joined.yml"


def assets(content: Path) -> Iterator[tuple[str, bytes]]:
    """Path below ``content`` and bytes of everything there that is not a page.

    Raises ProblemsFound for a list of joined files that names what is not there.
    """
    made = joined(content)
    parts = {file for files in made.values() for file in files}
    for path, files in made.items():
        yield path, minified(text(files), path).encode()
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content).as_posix()
        if file.is_file() and file.suffix != ".md" and path != LIST and file not in parts:
            yield path, file.read_bytes()


def joined(content: Path) -> Mapping[str, tuple[Path, ...]]:
    """The files that each joined file is made of, in their order, by its path."""
    if not (content / LIST).is_file():
        return {}
    file = yamlfile.read(content / LIST, f"content/{LIST}")
    listed = file.tree if isinstance(file.tree, dict) else {}
    problems: list[Problem] = []
    made: dict[str, tuple[Path, ...]] = {}
    for name, patterns in listed.items():
        found: list[Path] = []
        for place, pattern in enumerate(patterns if isinstance(patterns, list) else [patterns]):
            files = sorted((content / FOLDER).glob(str(pattern)))
            if not files:
                problems.append(Problem(file.where((name, place)), f"没有文件 {pattern}"))
            found += files
        made[f"{FOLDER}/{name}"] = tuple(found)
    if problems:
        raise ProblemsFound(problems)
    return made


def text(files: Iterable[Path]) -> str:
    """The texts of styles or scripts, one after another."""
    return "".join(file.read_text(encoding="utf-8") for file in files)
