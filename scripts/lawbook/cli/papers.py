"""Read files that came back: find them, convert them if need be, plan where results go."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawbook.base import yamlfile
from lawbook.base.problem import Problem, ProblemsFound, reason
from lawbook.cli.batch import files_of
from lawbook.cli.destination import STDOUT, Destination, keep_apart
from lawbook.forms.answers import Answers, reading_of
from lawbook.forms.form import Form
from lawbook.word.read.refusals import FILLED_FORM

if TYPE_CHECKING:
    from lawbook.word.read.readback import ReadBack

STDIN, CALLED_STDIN = STDOUT, "标准输入"
WORD = ".docx"
OTHERS = (".doc", ".rtf", ".odt", ".wps")
ANSWERS = (".yml", ".yaml", ".json")
TEXTS = (".md", ".txt")


@dataclass(frozen=True)
class Paper:
    """A file to read: its name in messages, where its .docx is, its data if from stdin.

    ``target`` is where the result goes, None if it is only shown; ``wanted`` is the kind of file
    named when it is too large.
    """

    name: str
    path: Path
    data: bytes = b""
    target: Path | None = None
    wanted: str = FILLED_FORM


Targets = Callable[[Sequence[Path], bool], "list[Path | None]"]


def _nowhere(files: Sequence[Path], _many: bool) -> list[Path | None]:
    return [None for _ in files]


@contextmanager
def papers(
    paths: tuple[Path, ...],
    endings: tuple[str, ...] = (WORD, *OTHERS, *ANSWERS),
    targets: Targets = _nowhere,
    wanted: str = FILLED_FORM,
) -> Iterator[list[Paper]]:
    """Yield the files to read; those that only LibreOffice can read are converted in one call.

    Raises ProblemsFound before anything is read if the results could not all be written.
    """
    picked = files_of(paths, endings)
    many = len(picked.files) > 1 or any(given.is_dir() for given in paths)
    goals = targets(picked.files, many)
    for line in picked.passed_over:
        click.echo(line, err=True)
    others = [path for path in picked.files if path.suffix.lower() in OTHERS]
    with tempfile.TemporaryDirectory(prefix="lawbook-") as scratch:
        converted = _converted(others, Path(scratch)) if others else {}
        pairs = zip(picked.files, goals, strict=True)
        yield [paper_at(path, goal, converted.get(path), wanted) for path, goal in pairs]


def paper_at(
    path: Path, target: Path | None = None, docx: Path | None = None, wanted: str = FILLED_FORM
) -> Paper:
    """Return a file as named, or standard input; ``docx`` is its converted copy, if any.

    Raises ProblemsFound if standard input exceeds the size of what is wanted.
    """
    from lawbook.word.read.unpack import bounded

    if path == STDIN:
        data = bounded(sys.stdin.buffer, CALLED_STDIN, wanted)
        return Paper(CALLED_STDIN, path, data, target, wanted)
    return Paper(str(path), docx or path, target=target, wanted=wanted)


def answer_files(
    into: Path | None, force: bool, files: Sequence[Path], many: bool
) -> list[Path | None]:
    """Return where the answers of each file go. Raises ProblemsFound."""
    if into is None or into == STDOUT:
        return _nowhere(files, many)
    folder = Destination(into, ".yml", many)
    return _kept_apart(files, [folder.of(f"{stem(path)}.yml") for path in files], force)


def copies(
    into: Path | None,
    switches: Mapping[str, bool],
    files: Sequence[Path],
    many: bool,
    *,
    called: str = "检查",
) -> list[Path | None]:
    """Return where the commented copy of each Word file goes. Raises ProblemsFound."""
    if not switches["docx"]:
        return _nowhere(files, many)
    goals = []
    for path in files:
        name = f"{stem(path)}-{called}.docx"
        beside = path.with_name(name) if into is None else Destination(into, WORD, many).of(name)
        goals.append(None if path.suffix.lower() in (*ANSWERS, *TEXTS) else beside)
    return _kept_apart(files, goals, switches["force"])


def _kept_apart(
    files: Sequence[Path], goals: Sequence[Path | None], force: bool
) -> list[Path | None]:
    pairs = [(str(path), goal) for path, goal in zip(files, goals, strict=True) if goal]
    keep_apart(pairs, [path for path in files if path != STDIN], force=force)
    return list(goals)


def stem(path: Path) -> str:
    """Return the name of a file without its ending."""
    return CALLED_STDIN if path == STDIN else path.stem


def _converted(paths: list[Path], scratch: Path) -> dict[Path, Path]:
    """Return where each file's .docx is; copies are numbered, so that names never clash."""
    from lawbook.word import office

    copies = {}
    for number, path in enumerate(paths):
        copies[path] = scratch / f"{number}{path.suffix.lower()}"
        copies[path].write_bytes(data_of(Paper(str(path), path)))
    office.converted(copies.values(), "docx", scratch / "docx")
    return {path: scratch / "docx" / f"{copy.stem}.docx" for path, copy in copies.items()}


def answers_of(
    forms: Mapping[str, Form], paper: Paper, wanted: str = ""
) -> tuple[Answers, tuple[str, ...]]:
    """Return a file's answers and the notes on them. Raises ProblemsFound if it has none."""
    from lawbook.word.read.readback import read as read_back

    if paper.path.suffix.lower() not in ANSWERS:
        back = read_back(forms, data_of(paper), paper.name, wanted)
        return back.answers, (*faults_of(back, paper.name), *notes_of(back, paper.name))
    some = {wanted: forms[wanted]} if wanted else forms
    read = reading_of(some, yamlfile.read(paper.path))
    return read.answers, tuple(f"提示：{note}" for note in read.notes)


def faults_of(back: ReadBack, name: str) -> tuple[str, ...]:
    """Return a line for each thing in a Word file that could not be read."""
    called = {key: f"「{back.form.field(key).called}」" for key, _ in back.faults}
    return tuple(f"{name}: {called[key]}{fault}" for key, fault in back.faults if fault)


def notes_of(back: ReadBack, name: str) -> tuple[str, ...]:
    """Return a line for each note on how a Word file was read."""
    return tuple(f"提示：{name}: {note}" for note in back.notes)


def data_of(paper: Paper) -> bytes:
    """Return a file's bytes, within the size limit of what is wanted. Raises ProblemsFound."""
    from lawbook.word.read.unpack import bounded

    if paper.path == STDIN:
        return paper.data
    try:
        with paper.path.open("rb") as file:
            return bounded(file, paper.name, paper.wanted)
    except FileNotFoundError as error:
        gone = paper.name == str(paper.path)
        message = "没有这个文件；请核对路径" if gone else "LibreOffice 打不开；请另存为 .docx"
        raise ProblemsFound([Problem(paper.name, message)]) from error
    except OSError as error:
        raise ProblemsFound([Problem(paper.name, f"无法读取（{reason(error)}）")]) from error
