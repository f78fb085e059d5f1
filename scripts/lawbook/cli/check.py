"""``lawbook form read`` and ``lawbook form check``: read and check files that came back."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

import click

from lawbook.base import output
from lawbook.checks import filled_form
from lawbook.checks.across import checked
from lawbook.checks.filled_form import Remark
from lawbook.cli.batch import Outcome, over_all, totals
from lawbook.cli.destination import FORCE
from lawbook.cli.papers import (
    ANSWERS,
    OTHERS,
    WORD,
    Paper,
    answer_files,
    answers_of,
    copies,
    data_of,
    faults_of,
    notes_of,
    papers,
)
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project
from lawbook.forms.answer_file import answer_file
from lawbook.library.library import Library

Decorated = TypeVar("Decorated", bound=Callable[..., object])

FILES = click.argument(
    "paths",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
)


def into(words: str) -> Callable[[Decorated], Decorated]:
    """Return the option -o, the file or folder for the results; ``words`` describe it."""
    return click.option("-o", "--output", "into", type=click.Path(path_type=Path), help=words)


WANTED = click.option("--form", "wanted", default="", help="应当是哪份表单；不是的，不读。")


@click.command()
@FILES
@WANTED
@into("一份：写到这个 .yml 文件；多份：写进这个文件夹，一份一个 .yml；不写则显示出来。")
@FORCE
@in_project(UNUSABLE)
def read(
    root: Path, paths: tuple[Path, ...], wanted: str, into: Path | None, *, force: bool
) -> None:
    """把填好的 Word 文件读成 YAML 答案；FILE 可以是文件夹，- 表示标准输入。

    例：lawbook form read 方案.docx -o answers

    读不出来的栏目按名称列出，退出码 1；文件不能用，退出码 2。
    """
    library_of(root)
    with papers(paths, (WORD, *OTHERS), partial(answer_files, into, force)) as drafts:
        sys.exit(tell(over_all(partial(_read, root, wanted), drafts, "读取")))


@click.command("check")
@FILES
@WANTED
@click.option("--docx", is_flag=True, help="另存一份，把问题写成批注（文件名加“-检查”）。")
@into("带批注的文件写到这个 .docx 文件或者文件夹；不写则放在原文件旁边。")
@FORCE
@in_project(UNUSABLE)
def check(
    root: Path,
    /,
    paths: tuple[Path, ...],
    wanted: str,
    into: Path | None,
    **switches: bool,
) -> None:
    """检查：一次列出填好的文件的全部问题，写明位置、原因、依据和改法。

    例：lawbook form check 方案.docx --docx

    只有提醒，退出码 0；有必改的问题，退出码 1；文件不能用，退出码 2。
    也可以检查 YAML 或 JSON 答案文件。
    """
    library_of(root)
    with papers(paths, targets=partial(copies, into, switches)) as drafts:
        sys.exit(tell(over_all(partial(_check, root, wanted), drafts, "检查")))


@lru_cache(maxsize=2)
def library_of(root: Path) -> Library:
    """Return a project's data and plan rules, read once per process. Raises ProblemsFound."""
    library = checked(root)
    filled_form.rules(library)
    gc.freeze()  # all of this stays, so the garbage collector need not scan it again and again
    return library


def _read(root: Path, wanted: str, paper: Paper) -> Outcome:
    from lawbook.word.read.readback import read as read_back

    library = library_of(root)
    back = read_back(library.forms, data_of(paper), paper.name, wanted)
    lines = (*faults_of(back, paper.name), *notes_of(back, paper.name))
    code = FINDINGS if back.faults else 0
    called = paper.target.stem if paper.target else ""
    text = answer_file(back.form, back.answers, called)
    if paper.target is None:
        return Outcome(code, lines, text)
    output.write(paper.target, text)
    return Outcome(code, lines, written=paper.target)


def _check(root: Path, wanted: str, paper: Paper) -> Outcome:
    library = library_of(root)
    if paper.path.suffix.lower() not in ANSWERS:
        return _check_word(library, paper, wanted)
    answers, told = answers_of(library.forms, paper)
    return _outcome(paper, filled_form.remarks(library, answers), told)


def _check_word(library: Library, paper: Paper, wanted: str) -> Outcome:
    from lawbook.word.read.readback import read as read_back
    from lawbook.word.remarks import Comment, commented

    back = read_back(library.forms, data_of(paper), paper.name, wanted)
    remarks = filled_form.remarks(library, back.answers, back.faults, back.altered)
    notes = notes_of(back, paper.name)
    if paper.target is None or not remarks:
        return _outcome(paper, remarks, notes)
    output.write(
        paper.target, commented(back, [Comment(remark.field, _lines(remark)) for remark in remarks])
    )
    return replace(_outcome(paper, remarks, notes), written=paper.target)


def _lines(remark: Remark) -> tuple[str, ...]:
    weight = "提醒" if remark.advice else "必改"
    text = f"{weight}：{remark.where}{remark.reason}"
    return text, f"依据：{remark.basis}", f"改法：{remark.remedy}"


def _outcome(paper: Paper, listed: Iterable[Remark], told: Iterable[str] = ()) -> Outcome:
    remarks = tuple(listed)
    lines = "".join(f"{paper.name}: {remark}\n" for remark in remarks)
    must = sum(not remark.advice for remark in remarks)
    ready = f"{paper.name}: 必改 {must} 处，提醒 {len(remarks) - must} 处"
    return Outcome(FINDINGS if must else 0, (*told, ready), lines)


def tell(outcomes: Iterable[Outcome]) -> int:
    """Show each outcome, findings and answers on stdout; return the worst exit code."""
    done: list[Outcome] = []
    for outcome in outcomes:
        if outcome.made:
            click.echo(outcome.made, nl=False)
        for line in outcome.told:
            click.echo(line, err=True)
        if outcome.written:
            click.echo(f"已生成 {outcome.written}", err=True)
        done.append(replace(outcome, told=(), made=""))
    if len(done) > 1:
        click.echo(totals(done), err=True)
    return max((outcome.code for outcome in done), default=0)
