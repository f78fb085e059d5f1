"""``lawbook case open``: register incoming applications, each as a case of its own."""

from __future__ import annotations

import datetime
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from lawbook.base import output, yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import EVERY_BLANK
from lawbook.checks import filled_form
from lawbook.cli.batch import Outcome, over_all
from lawbook.cli.case_files import TODAY, given_day
from lawbook.cli.check import FILES, library_of, tell
from lawbook.cli.deadlines import today_of
from lawbook.cli.papers import Paper, answers_of, papers
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project
from lawbook.desk.case import Case, Entry, case_file
from lawbook.desk.folder import ENDINGS, cases_in, next_number
from lawbook.desk.taking import is_taken
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import reading
from lawbook.library.library import Library

# Two applications are the same if these, the first facts known of a case, are.
_ABOUT = 3
_BLANKS = re.compile(f"[{EVERY_BLANK}]+")


@dataclass(frozen=True)
class Opened(Outcome):
    """An application that can become a case: its answers as a file, and its subject."""

    answers: str = ""
    about: tuple[str, ...] = ()
    reminders: int = 0


@click.command("open")
@FILES
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="案卷文件夹；一件一个 .yml，按年编号。",
)
@click.option("--received", help="收到日期，例如 2026-12-01；默认今天。")
@click.option("--place", "where", default="", help="单位所在地：用那里的期限。")
@TODAY
@in_project(UNUSABLE)
def open_cases(
    root: Path, /, paths: tuple[Path, ...], folder: Path, where: str, **given: str | None
) -> None:
    """登记申请：读入申请书（.docx、.yml，可以多份），检查，一份建一件案件。

    例：lawbook case open 申请书.docx -o cases

    别的文件不建案；已经登记过的申请不再建案；从不改动已有的案件。
    """
    library = library_of(root)
    today = today_of(given["today"])
    day = given_day(given["received"], "--received") or today
    if day > today:
        message = f"收到日期 {day} 晚于今天 {today}；请写实际收到的日期"
        raise ProblemsFound([Problem("--received", message)])
    known, problems = cases_in(library, _case_files(folder) if folder.is_dir() else ())
    if problems:
        raise ProblemsFound(problems)
    with papers(paths) as applications:
        read = over_all(partial(_application, root), applications, "登记")
        shelf = _Shelf(library, folder, day, where, known)
        sys.exit(tell(list(map(shelf.put, read))))


def _application(root: Path, paper: Paper) -> Outcome:
    """Read and check one application."""
    library = library_of(root)
    first = library.rules.cases.opening
    answers, told = answers_of(library.forms, paper, first.key)
    remarks = filled_form.remarks(library, answers)
    must = [remark for remark in remarks if not remark.advice]
    lines = [f"{paper.name}: {remark}" for remark in remarks]
    lines.append(f"{paper.name}: 必改 {len(must)} 处，提醒 {len(remarks) - len(must)} 处")
    form = library.forms[first.key]
    about = tuple(answers.text(key) for key in _about_fields(library))
    text = answer_file(form, answers)
    return Opened(
        FINDINGS if must else 0, (*told, *lines), answers=text, about=about, reminders=len(remarks)
    )


class _Shelf:
    """The folder in which applications become cases, numbered in the order they are given."""

    def __init__(
        self, library: Library, folder: Path, day: datetime.date, where: str, known: Sequence[Case]
    ) -> None:
        self.library, self.folder, self.day, self.where = library, folder, day, where
        self.numbers = [case.number for case in known]
        self.known: dict[tuple[str, ...], list[Case]] = {}
        for case in known:
            self.known.setdefault(_closed(_about(library, case)), []).append(case)

    def put(self, outcome: Outcome) -> Outcome:
        """Return the outcome of an application: where its case is, or why there is none."""
        if not isinstance(outcome, Opened):
            return outcome
        act = self.library.rules.cases.opening
        read = reading(self.library.forms[act.key], yamlfile.parse(outcome.answers, act.label))
        same = self.known.setdefault(_closed(outcome.about), [])
        for before in same:
            if is_taken(self.library, before, read.answers):
                who = f"“{outcome.about[0]}”（{outcome.about[1]}）"
                return Outcome(UNUSABLE, (f"{who}已经登记为 {before.number}，没有再建案",))
        number = next_number(self.numbers, self.day)
        self.numbers.append(number)
        case = Case(number, (Entry(act, self.day, read.answers),), read.answers.mark, self.where)
        earlier = "、".join(other.number for other in same)
        same.append(case)
        return self._written(outcome, case, earlier)

    def _written(self, opened: Opened, case: Case, earlier: str) -> Outcome:
        path = self.folder / f"{case.number}.yml"
        if path.exists():
            return Outcome(UNUSABLE, (f"{path}: 已经有这个文件，没有改动它",))
        output.write(path, case_file(self.library, case))
        wanted = "写补正材料告知书" if opened.code else "写受理通知书"
        if opened.reminders and not opened.code:
            wanted += f"；先看 {opened.reminders} 处提醒，缺材料的写补正材料告知书"
        if earlier:
            wanted += f"；同名的 {earlier} 已经办结，这一件另编号"
        line = f"{case.number}  {opened.about[0]}：已登记，收到日期 {self.day}；下一步{wanted}"
        return Outcome(opened.code, (*opened.told, line), written=path)


def _about(library: Library, case: Case) -> tuple[str, ...]:
    return tuple(case.entries[0].text(key) for key in _about_fields(library))


def _closed(about: tuple[str, ...]) -> tuple[str, ...]:
    """Return the subject of applications as it is compared: blanks make no difference."""
    return tuple(_BLANKS.sub("", unicodedata.normalize("NFKC", text)) for text in about)


def _about_fields(library: Library) -> Iterator[str]:
    flow = library.rules.cases
    for fact in flow.facts[:_ABOUT]:
        yield from (source.field for source in fact.sources if source.form == flow.opening.key)


def _case_files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS))
