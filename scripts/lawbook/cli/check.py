"""``lawbook form read`` and ``lawbook form check``: files that came back."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

import click

from lawbook.base import output, yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks import filled_form
from lawbook.checks.across import checked
from lawbook.checks.filled_form import Remark
from lawbook.cli.batch import Outcome, files_of, over_all, refused
from lawbook.cli.reporting import FINDINGS, UNUSABLE, project_root, reporting
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import reading
from lawbook.forms.plan.checks import PlanChecks
from lawbook.library.library import Library

Decorated = TypeVar("Decorated", bound=Callable[..., object])

STDIN = Path("-")
WORD = ".docx"
OTHERS = (".doc", ".rtf", ".odt", ".wps")
ANSWERS = (".yml", ".yaml", ".json")
FILES = click.argument(
    "places",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
)


def into(words: str) -> Callable[[Decorated], Decorated]:
    """The option -o, the folder into which results are written; ``words`` say of what."""
    return click.option("-o", "--output", "folder", type=click.Path(path_type=Path), help=words)


WANTED = click.option("--form", "wanted", default="", help="应当是哪份表单；不是的，不读。")


@dataclass(frozen=True)
class Paper:
    """One file to be read: how messages call it, where its .docx is, its data from stdin."""

    name: str
    path: Path
    data: bytes = b""


@click.command()
@FILES
@WANTED
@into("把答案写进这个文件夹，一份一个 .yml；不写则显示出来。")
@click.pass_obj
@reporting(UNUSABLE)
def read(start: Path, places: tuple[Path, ...], wanted: str, folder: Path | None) -> None:
    """把填好的 Word 文件读成 YAML 答案；FILE 可以是文件夹，- 表示标准输入。

    例：lawbook form read 方案.docx -o answers

    读不出来的栏目按名称列出，退出码 1；文件不能用，退出码 2。
    """
    root = project_root(start)
    library_of(root)
    with tempfile.TemporaryDirectory(prefix="lawbook-") as scratch:
        papers = _papers(places, (WORD, *OTHERS), Path(scratch))
        work = partial(_read, root, wanted, folder)
        sys.exit(tell(over_all(work, papers, "读取")))


@click.command("check")
@FILES
@WANTED
@click.option("--docx", is_flag=True, help="另存一份，把问题写成批注（文件名加“-体检”）。")
@into("带批注的文件写进这个文件夹；不写则放在原文件旁边。")
@click.pass_obj
@reporting(UNUSABLE)
def check(
    start: Path, places: tuple[Path, ...], wanted: str, folder: Path | None, *, docx: bool
) -> None:
    """体检：一次列出填好的文件的全部问题，写明位置、原因、依据和改法。

    例：lawbook form check 方案.docx --docx

    只有提醒，退出码 0；有必改的问题，退出码 1；文件不能用，退出码 2。
    也可以检查 YAML 或 JSON 答案文件。
    """
    root = project_root(start)
    library_of(root)
    with tempfile.TemporaryDirectory(prefix="lawbook-") as scratch:
        papers = _papers(places, (WORD, *OTHERS, *ANSWERS), Path(scratch))
        work = partial(_check, root, wanted, folder, docx)
        sys.exit(tell(over_all(work, papers, "体检")))


@lru_cache(maxsize=2)
def library_of(root: Path) -> tuple[Library, PlanChecks | None]:
    """The data of a project and its plan's rules, once a process. Raises ProblemsFound."""
    library = checked(root)
    return library, filled_form.rules(library)


def _papers(places: tuple[Path, ...], endings: tuple[str, ...], scratch: Path) -> list[Paper]:
    """The files to be read; those that only LibreOffice reads are converted in one call."""
    files = files_of(places, endings)
    others = [path for path in files if path.suffix.lower() in OTHERS]
    made = _converted(others, scratch) if others else {}
    return [_paper(path, made) for path in files]


def _paper(path: Path, made: dict[Path, Path]) -> Paper:
    from lawbook.word.read.unpack import bounded

    if path == STDIN:
        return Paper("标准输入", path, bounded(sys.stdin.buffer, "标准输入"))
    return Paper(str(path), made.get(path, path))


def _converted(paths: list[Path], scratch: Path) -> dict[Path, Path]:
    """Where the .docx of each file stands; copies have numbers, so that names never meet."""
    from lawbook.word import office

    copies = {}
    for number, path in enumerate(paths):
        copies[path] = scratch / f"{number}{path.suffix.lower()}"
        copies[path].write_bytes(_bytes(Paper(str(path), path)))
    office.converted(copies.values(), "docx", scratch / "docx")
    return {path: scratch / "docx" / f"{copy.stem}.docx" for path, copy in copies.items()}


def _bytes(paper: Paper) -> bytes:
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
        raise ProblemsFound([Problem(paper.name, f"无法读取（{error.strerror}）")]) from error


def _read(root: Path, wanted: str, folder: Path | None, paper: Paper) -> Outcome:
    from lawbook.word.read.readback import read as read_back

    library, _ = library_of(root)
    try:
        back = read_back(library.forms, _bytes(paper), paper.name, wanted)
        told = [f"{paper.name}: {_called(back, key)}{message}" for key, message in back.faults]
        told += [f"提示：{paper.name}: {note}" for note in back.notes]
        code = FINDINGS if back.faults else 0
        stem = Path(paper.name).stem
        text = answer_file(back.form, back.answers, stem if folder else "")
        if folder is None:
            return Outcome(code, tuple(told), text)
        place = folder / f"{stem}.yml"
        output.write(place, text)
        return Outcome(code, (*told, f"已生成 {place}"))
    except ProblemsFound as found:
        return refused(found)


def _called(back: object, key: str) -> str:
    return f"「{back.form.field(key).called}」"  # type: ignore[attr-defined]


def _check(root: Path, wanted: str, folder: Path | None, docx: bool, paper: Paper) -> Outcome:
    library, rules = library_of(root)
    try:
        if paper.path.suffix.lower() in ANSWERS:
            return _check_answers(library, rules, paper)
        return _check_word(library, rules, paper, wanted, (folder, docx))
    except ProblemsFound as found:
        return refused(found)


def _check_answers(library: Library, rules: PlanChecks | None, paper: Paper) -> Outcome:
    file = yamlfile.read(paper.path)
    key = str(file.tree.get("form")) if isinstance(file.tree, dict) else ""
    if key not in library.forms:
        known = "、".join(library.forms)
        raise ProblemsFound([file.problem((), f"没有写明是哪份表单（form）；现有：{known}")])
    found = reading(library.forms[key], file)
    if found.faults:
        raise ProblemsFound(found.faults)
    told = [f"提示：{note}" for note in found.notes]
    return _outcome(paper, filled_form.remarks(library, rules, found.answers), told)


def _check_word(
    library: Library,
    rules: PlanChecks | None,
    paper: Paper,
    wanted: str,
    copy: tuple[Path | None, bool],
) -> Outcome:
    from lawbook.word.read.readback import read as read_back
    from lawbook.word.remarks import Comment, commented

    back = read_back(library.forms, _bytes(paper), paper.name, wanted)
    found = filled_form.remarks(library, rules, back.answers, back.faults, back.altered)
    told = [f"提示：{paper.name}: {note}" for note in back.notes]
    folder, copied = copy
    if copied and found:
        comments = [Comment(one.field, _lines(one)) for one in found]
        stem = Path(paper.name).stem
        place = (folder or Path(paper.name).parent) / f"{stem}-体检.docx"
        output.write(place, commented(back, comments))
        told.append(f"已生成 {place}")
    return _outcome(paper, found, told)


def _lines(remark: Remark) -> tuple[str, ...]:
    weight = "提醒" if remark.advice else "必改"
    said = f"{weight}：{remark.place}{remark.reason}"
    return said, f"依据：{remark.basis}", f"改法：{remark.remedy}"


def _outcome(paper: Paper, found: Iterable[Remark], told: Iterable[str] = ()) -> Outcome:
    remarks = tuple(found)
    lines = "".join(f"{paper.name}: {remark}\n" for remark in remarks)
    must = sum(not remark.advice for remark in remarks)
    ready = f"{paper.name}: 必改 {must} 处，提醒 {len(remarks) - must} 处"
    return Outcome(FINDINGS if must else 0, (*told, ready), lines)


def tell(outcomes: Iterable[Outcome]) -> int:
    """Show each outcome, findings and answers on stdout; the exit code is the worst."""
    worst = 0
    for outcome in outcomes:
        if outcome.made:
            click.echo(outcome.made, nl=False)
        for line in outcome.told:
            click.echo(line, err=True)
        worst = max(worst, outcome.code)
    return worst
