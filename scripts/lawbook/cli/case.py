"""``lawbook case …``: a committee's cases, from the application to the register."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from lawbook.base import output
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks import filled_form
from lawbook.cli.batch import Outcome
from lawbook.cli.begun import OUTPUT, begin, target_of
from lawbook.cli.case_files import TODAY, act_named, case_at
from lawbook.cli.case_list import check_cases, list_cases
from lawbook.cli.case_open import open_cases
from lawbook.cli.case_record import Listing, record, saved
from lawbook.cli.case_year import year_of_cases
from lawbook.cli.check import library_of, tell
from lawbook.cli.deadlines import today_of
from lawbook.cli.destination import FORCE, keep_apart
from lawbook.cli.papers import answers_of, papers
from lawbook.cli.reporting import UNUSABLE, in_project
from lawbook.desk import papers as of_case
from lawbook.desk.case import Case, case_file
from lawbook.desk.standing import standing
from lawbook.desk.taking import taken
from lawbook.forms.answers import Answers
from lawbook.forms.carrying import is_lacking

CASE = click.argument("file", metavar="CASE", type=click.Path(path_type=Path))


@click.group("case")
def case_group() -> None:
    """案件：登记审查申请、写文书、读回文书、列台账（委员会用）。"""


@case_group.command(cls=Listing)
@click.argument("kind", metavar="KIND")
@CASE
@OUTPUT
@TODAY
@FORCE
@in_project(UNUSABLE)
def letter(root: Path, /, kind: str, file: Path, goal: Path, **given: str | bool | None) -> None:
    """写下一份文书：已经知道的都带入，其余接着写。

    例：lawbook case letter accept cases/2026-001.yml -o 受理通知书.docx
    """
    library = library_of(root)
    act = act_named(library, kind, papers_only=True)
    case = case_at(library, file)
    answers = of_case.begun(
        library, case, act, today_of(str(given["today"]) if given["today"] else None)
    )
    target = target_of(goal, f"{case.number}-{act.called}")
    keep_apart([(str(file), target)], [file], force=bool(given["force"]))
    form = library.forms[act.key]
    remarks = filled_form.remarks(library, answers)
    open_ = [form.field(remark.field).called for remark in remarks if is_lacking(remark)]
    lines = [f"{case.number} {act.label}：带入 {len(answers.values)} 栏"]
    lines += [f"还要写：{'、'.join(dict.fromkeys(open_))}"] if open_ else []
    sys.exit(tell([begin(form, answers, target, lines)]))


@case_group.command("read")
@click.argument("paper", metavar="LETTER", type=click.Path(path_type=Path))
@CASE
@TODAY
@FORCE
@in_project(UNUSABLE)
def read_letter(root: Path, /, paper: Path, file: Path, today: str | None, *, force: bool) -> None:
    """把改好的文书读进案件；案件的状态随着改变。

    例：lawbook case read 受理通知书.docx cases/2026-001.yml

    不是这一件的文书、这时候不能有的文书、有必改问题的文书，都不读入，案件不变。
    --force：案件的最后一件就是这种文书时，用新的替换它。
    """
    library = library_of(root)
    case = case_at(library, file)
    with papers((paper,)) as (opened,):
        answers, notes = answers_of(library.forms, opened)
    case = _without_the_same(case, answers, paper, force=force)
    entry = taken(library, case, answers, today_of(today))
    saved(library, case.with_entry(entry), file, notes)


def _without_the_same(case: Case, answers: Answers, paper: Path, *, force: bool) -> Case:
    """Return the case without the last paper if ``paper`` replaces it. Raises ProblemsFound."""
    last = case.entries[-1]
    if last.answers is None or last.act.key != answers.form:
        return case
    if last.answers.values == answers.values:
        raise ProblemsFound([Problem(str(paper), f"已经在案件 {case.number} 中，没有改动")])
    if last.act.many and not force:
        return case
    if len(case.entries) > 1 and not force:
        advice = f"案件 {case.number} 的最后一件就是{last.act.label}；要替换它，请加 --force"
        raise ProblemsFound([Problem(str(paper), advice)])
    kept = case.entries[:-1] or case.entries
    return replace(case, entries=kept)


@case_group.command()
@CASE
@in_project(UNUSABLE)
def undo(root: Path, /, file: Path) -> None:
    """撤销案件的最后一件文书或者事项；开头的申请书不撤销。

    例：lawbook case undo cases/2026-001.yml
    """
    library = library_of(root)
    case = case_at(library, file)
    if len(case.entries) == 1:
        raise ProblemsFound([Problem(case.number, "只有申请书，没有可以撤销的")])
    last, kept = case.entries[-1], replace(case, entries=case.entries[:-1])
    output.write(file, case_file(library, kept))
    now = standing(library, kept).state.label
    message = f"{case.number}：撤销了{last.day}的{last.act.label}；现在{now}"
    sys.exit(tell([Outcome(0, (message,))]))


for command in (open_cases, record, check_cases, list_cases, year_of_cases):
    case_group.add_command(command)
