"""Run the same work on many files: on all cores, with a progress bar, results in order."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from lawbook.base.problem import DiskFull, Problem, ProblemsFound
from lawbook.cli.reporting import UNUSABLE

Item = TypeVar("Item")
# With fewer files, starting a second process costs more time than it saves.
FEW = 8
NAMES_SHOWN = 8
WORDS = {0: "没有问题", 1: "有问题", UNUSABLE: "不能用"}


@dataclass(frozen=True)
class Outcome:
    """The outcome of one file: exit code, lines for people, lines or bytes for programs.

    ``written`` is the file that was written, None if there was none.
    """

    code: int = 0
    told: tuple[str, ...] = ()
    made: str | bytes = ""
    written: Path | None = None


def refused(fault: ProblemsFound) -> Outcome:
    """Return the outcome of an unusable file. Raises DiskFull, which ends the whole run."""
    if isinstance(fault, DiskFull):
        raise fault
    return Outcome(UNUSABLE, tuple(map(str, fault.problems)))


def over_all(
    work: Callable[[Item], Outcome], items: Sequence[Item], what: str
) -> Iterator[Outcome]:
    """Return each item's outcome, in order; ProblemsFound from ``work`` becomes a refused one.

    ``what`` is the label of the progress bar. Raises DiskFull.
    """
    work = partial(_tried, work)
    if len(items) == 1:
        yield work(items[0])
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    hidden = not console.is_terminal  # otherwise it would end with an empty line
    with Progress(console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task(what, total=len(items))
        for outcome in _outcomes(work, items):
            progress.advance(task)
            yield outcome


def _tried(work: Callable[[Item], Outcome], item: Item) -> Outcome:
    try:
        return work(item)
    except ProblemsFound as error:
        return refused(error)


def _outcomes(work: Callable[[Item], Outcome], items: Sequence[Item]) -> Iterator[Outcome]:
    cores = min(os.cpu_count() or 1, len(items))
    if len(items) < FEW or cores < 2:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor

    # Only this process handles an interruption: the others finish the file they are writing.
    with ProcessPoolExecutor(cores, initializer=_leave_interruptions) as pool:
        yield from pool.map(work, items, chunksize=max(1, len(items) // (cores * 8)))


def _leave_interruptions() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def totals(outcomes: Iterable[Outcome]) -> str:
    """Return one line that sums up a run over many files."""
    done = list(outcomes)
    counted = Counter(outcome.code for outcome in done)
    parts = [f"{word} {counted[code]} 份" for code, word in WORDS.items()]
    written = sum(outcome.written is not None for outcome in done)
    return f"共 {len(done)} 份：{'，'.join(parts)}；已生成 {written} 个文件。"


@dataclass(frozen=True)
class Picked:
    """The files that a command works on, and a line about each folder that has others."""

    files: tuple[Path, ...]
    passed_over: tuple[str, ...] = ()


def files_of(paths: Iterable[Path], endings: tuple[str, ...]) -> Picked:
    """Return the files named, and those in the folders named that have one of the endings.

    A file that is named twice is taken once. Temporary files of offices and systems (``~$…``,
    ``.…``) are skipped silently. Raises ProblemsFound.
    """
    chosen: dict[Path, Path] = {}
    notes = []
    for given in paths:
        inside, others = _inside(given, endings) if given.is_dir() else ([given], [])
        if not inside:
            message = f"文件夹里没有可用的文件（{'、'.join(endings)}）{_among(others)}"
            raise ProblemsFound([Problem(str(given), message)])
        for path in inside:
            chosen.setdefault(path.resolve(), path)
        if others:
            advice = "需要的，请另存为可用的格式，或者直接写出它的路径"
            notes.append(f"{given}: 跳过 {len(others)} 项{_among(others)}；{advice}")
    return Picked(tuple(chosen.values()), tuple(notes))


def _inside(folder: Path, endings: tuple[str, ...]) -> tuple[list[Path], list[Path]]:
    """Return a folder's files with one of the endings, and the other files in it."""
    seen = sorted(path for path in folder.iterdir() if not path.name.startswith(("~$", ".")))
    seen = [path for path in seen if path.name.casefold() not in {"thumbs.db", "desktop.ini"}]
    inside = [path for path in seen if path.suffix.lower() in endings and not path.is_dir()]
    return inside, [path for path in seen if path not in inside]


def _among(others: Sequence[Path]) -> str:
    if not others:
        return ""
    names = [f"子文件夹 {path.name}" if path.is_dir() else path.name for path in others]
    more = "等" if len(names) > NAMES_SHOWN else ""
    return f"：{'、'.join(names[:NAMES_SHOWN])}{more}"
