"""``lawbook citations``: the citations of any file, each with a verdict."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from lawbook.base import output
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.cli.batch import Outcome, over_all
from lawbook.cli.check import FILES, into, library_of, tell
from lawbook.cli.destination import FORCE
from lawbook.cli.papers import (
    ANSWERS,
    OTHERS,
    TEXTS,
    WORD,
    Paper,
    copies,
    data_of,
    papers,
)
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project
from lawbook.library.citations import report
from lawbook.library.shelf import shelf
from lawbook.library.verdict import UNCHECKED, Finding, Report

AUTHOR = "引用核对"
# A text from an older Windows is in GB 18030.
ENCODINGS = ("utf-8-sig", "gb18030")


@click.command()
@FILES
@click.option("--docx", is_flag=True, help="另存一份，把结论写成批注（文件名加“-引用核对”）。")
@into("带批注的文件写到这个 .docx 文件或者文件夹；不写则放在原文件旁边。")
@FORCE
@in_project(UNUSABLE)
def citations(root: Path, /, paths: tuple[Path, ...], into: Path | None, **switches: bool) -> None:
    """引用核对：列出文件中引用的每一条，有没有这一条，引文对不对。

    例：lawbook citations 方案.docx --docx

    可以是 .docx、.md、.txt、.yml 文件或者文件夹，- 表示标准输入的文字。
    没有错误，退出码 0；有错误，退出码 1；文件不能用，退出码 2。
    """
    library_of(root)
    targets = partial(copies, into, switches, called=AUTHOR)
    with papers(paths, (WORD, *OTHERS, *TEXTS, *ANSWERS), targets, "要核对的文稿") as drafts:
        sys.exit(tell(over_all(partial(_checked, root), drafts, AUTHOR)))


def _checked(root: Path, paper: Paper) -> Outcome:
    if paper.path.suffix.lower() in (WORD, *OTHERS):
        return _of_word(root, paper)
    text = _text(paper)
    result = _report(root, text)
    lines = [text.count("\n", 0, finding.start) + 1 for finding in result.findings]
    wheres = [f"第 {line} 行" for line in lines]
    return _outcome(paper, result, wheres)


def _report(root: Path, text: str) -> Report:
    library = library_of(root)
    return report(shelf(library), library.vocabularies["verdicts"], text)


def _of_word(root: Path, paper: Paper) -> Outcome:
    from lawbook.word.prose import prose

    read = prose(data_of(paper), paper.name)
    result = _report(root, read.text)
    wheres = [read.where(finding.start) for finding in result.findings]
    done = _outcome(paper, result, wheres)
    comments = [
        (finding.start, _comment(result, finding)) for finding in result.findings if _noted(finding)
    ]
    if paper.target is None or not comments:
        return done
    output.write(paper.target, read.commented(comments, AUTHOR))
    return replace(done, written=paper.target)


def _noted(finding: Finding) -> bool:
    return finding.wrong or finding.verdict in UNCHECKED or finding.verdict == "draft"


def _comment(made: Report, finding: Finding) -> tuple[str, ...]:
    line = f"{finding.text}：{made.words[finding.verdict].label}"
    return (line, finding.detail) if finding.detail else (line,)


def _outcome(paper: Paper, made: Report, wheres: list[str]) -> Outcome:
    lines = [f"{paper.name}: {made.summary}"]
    for where, finding in zip(wheres, made.findings, strict=True):
        parts = (where, *line(made, finding))
        lines.append(f"{paper.name}: {'｜'.join(part for part in parts if part)}")
    return Outcome(FINDINGS if made.wrong else 0, (), "".join(f"{text}\n" for text in lines))


def line(made: Report, finding: Finding) -> Iterator[str]:
    """Yield the parts of one line: what to do, citation, verdict, reason, and where it leads."""
    yield "必改" if finding.wrong else ""
    yield " ".join(finding.text.split())
    yield made.words[finding.verdict].label
    yield finding.detail
    is_complete = not finding.display or finding.display in finding.text + finding.detail
    yield "" if is_complete else f"见 {finding.display}"


def _text(paper: Paper) -> str:
    data = data_of(paper)
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = "不是文字文件，或者编码认不出；请另存为 UTF-8 的 .txt，或者 .docx"
    raise ProblemsFound([Problem(paper.name, message)])
