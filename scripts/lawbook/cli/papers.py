"""The files that came back: which are read, as what, and where the result of each goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lawbook.base.problem import Problem, ProblemsFound, reason
from lawbook.cli.batch import files_of
from lawbook.cli.destination import STDOUT, Destination, keep_apart

STDIN = STDOUT
WORD = ".docx"
OTHERS = (".doc", ".rtf", ".odt", ".wps")
ANSWERS = (".yml", ".yaml", ".json")
TEXTS = (".md", ".txt")


@dataclass(frozen=True)
class Paper:
    """One file to be read: how messages call it, where its .docx is, its data from stdin.

    ``target`` is where the result goes, None where it is only shown.
    """

    name: str
    path: Path
    data: bytes = b""
    target: Path | None = None


Targets = Callable[[Sequence[Path], bool], "list[Path | None]"]


def papers(
    paths: tuple[Path, ...], endings: tuple[str, ...], scratch: Path, targets: Targets
) -> list[Paper]:
    """The files to be read; those that only LibreOffice reads are converted in one call.

    Raises ProblemsFound before anything is read where the results could not all be written.
    """
    picked = files_of(paths, endings)
    many = len(picked.files) > 1 or any(given.is_dir() for given in paths)
    goals = targets(picked.files, many)
    for line in picked.passed_over:
        click.echo(line, err=True)
    others = [path for path in picked.files if path.suffix.lower() in OTHERS]
    made = _converted(others, scratch) if others else {}
    return [_paper(*pair, made) for pair in zip(picked.files, goals, strict=True)]


def _paper(path: Path, target: Path | None, made: dict[Path, Path]) -> Paper:
    from lawbook.word.read.unpack import bounded

    if path == STDIN:
        return Paper("标准输入", path, bounded(sys.stdin.buffer, "标准输入"), target)
    return Paper(str(path), made.get(path, path), target=target)


def answer_files(
    into: Path | None, force: bool, files: Sequence[Path], many: bool
) -> list[Path | None]:
    """Where the answers of each file go. Raises ProblemsFound."""
    if into is None or into == STDOUT:
        return [None for _ in files]
    folder = Destination(into, ".yml", many)
    return _kept_apart(files, [folder.of(f"{_stem(path)}.yml") for path in files], force)


def copies(
    into: Path | None,
    switches: Mapping[str, bool],
    files: Sequence[Path],
    many: bool,
    *,
    called: str = "检查",
) -> list[Path | None]:
    """Where the copy with remarks of each Word file goes. Raises ProblemsFound."""
    if not switches["docx"]:
        return [None for _ in files]
    goals = []
    for path in files:
        name = f"{_stem(path)}-{called}.docx"
        beside = path.with_name(name) if into is None else Destination(into, WORD, many).of(name)
        goals.append(None if path.suffix.lower() in (*ANSWERS, *TEXTS) else beside)
    return _kept_apart(files, goals, switches["force"])


def _kept_apart(
    files: Sequence[Path], goals: Sequence[Path | None], force: bool
) -> list[Path | None]:
    pairs = [(str(path), goal) for path, goal in zip(files, goals, strict=True) if goal]
    keep_apart(pairs, [path for path in files if path != STDIN], force=force)
    return list(goals)


def _stem(path: Path) -> str:
    return "标准输入" if path == STDIN else path.stem


def _converted(paths: list[Path], scratch: Path) -> dict[Path, Path]:
    """Where the .docx of each file stands; copies have numbers, so that names never meet."""
    from lawbook.word import office

    copies = {}
    for number, path in enumerate(paths):
        copies[path] = scratch / f"{number}{path.suffix.lower()}"
        copies[path].write_bytes(data_of(Paper(str(path), path)))
    office.converted(copies.values(), "docx", scratch / "docx")
    return {path: scratch / "docx" / f"{copy.stem}.docx" for path, copy in copies.items()}


def data_of(paper: Paper) -> bytes:
    """The bytes of a file, of no more than a form can have. Raises ProblemsFound."""
    from lawbook.word.read.unpack import bounded

    if paper.path == STDIN:
        return paper.data
    try:
        with paper.path.open("rb") as file:
            return bounded(file, paper.name)
    except FileNotFoundError as error:
        gone = paper.name == str(paper.path)
        message = "没有这个文件；请核对路径" if gone else "LibreOffice 打不开；请另存为 .docx"
        raise ProblemsFound([Problem(paper.name, message)]) from error
    except OSError as error:
        raise ProblemsFound([Problem(paper.name, f"无法读取（{reason(error)}）")]) from error
