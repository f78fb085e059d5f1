"""The same work on many files: over all cores, with a progress bar, answers in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.cli.reporting import UNUSABLE

Item = TypeVar("Item")
# Below this many files a second process costs more time than it saves.
FEW = 8


@dataclass(frozen=True)
class Outcome:
    """What became of one file: the exit code, lines for people, lines or bytes for programs."""

    code: int = 0
    told: tuple[str, ...] = ()
    made: str | bytes = ""


def refused(found: ProblemsFound) -> Outcome:
    """The outcome of a file that cannot be used."""
    return Outcome(UNUSABLE, tuple(map(str, found.problems)))


def over_all(
    work: Callable[[Item], Outcome], items: Sequence[Item], what: str
) -> Iterator[Outcome]:
    """The outcome of each item in order; ``what`` is shown beside the progress bar."""
    if len(items) == 1:
        yield work(items[0])
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=len(items))
        for outcome in _outcomes(work, items):
            progress.advance(task)
            yield outcome


def _outcomes(work: Callable[[Item], Outcome], items: Sequence[Item]) -> Iterator[Outcome]:
    cores = min(os.cpu_count() or 1, len(items))
    if len(items) < FEW or cores < 2:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(cores) as pool:
        yield from pool.map(work, items, chunksize=max(1, len(items) // (cores * 8)))


def files_of(places: Iterable[Path], endings: tuple[str, ...]) -> list[Path]:
    """Files as they are named, folders as the files in them with one of the endings.

    Files that offices put beside an open document (``~$…``) are left out. Raises ProblemsFound.
    """
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            inside = sorted(one for one in place.iterdir() if one.suffix.lower() in endings)
            inside = [one for one in inside if not one.name.startswith(("~$", "."))]
            if not inside:
                message = f"文件夹里没有可用的文件（{'、'.join(endings)}）"
                raise ProblemsFound([Problem(str(place), message)])
            found += inside
        else:
            found.append(place)
    return found
