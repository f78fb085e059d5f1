"""``lawbook form carry``: begin a form with the answers of another one."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks import filled_form
from lawbook.checks.filled_form import Remark
from lawbook.cli.batch import Outcome, over_all
from lawbook.cli.begun import OUTPUT, YAML, begin, target_of
from lawbook.cli.check import library_of, tell
from lawbook.cli.destination import FORCE, keep_apart
from lawbook.cli.papers import Paper, answers_of, papers
from lawbook.cli.project_forms import the_form
from lawbook.cli.reporting import UNUSABLE, in_project
from lawbook.forms import carrying
from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.library.library import Library


@click.command()
@click.argument("name", metavar="FORM")
@click.argument(
    "origins",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
)
@OUTPUT
@FORCE
@in_project(UNUSABLE)
def carry(root: Path, name: str, origins: tuple[Path, ...], goal: Path, *, force: bool) -> None:
    """用另一份表单已经写好的内容开头；带入的内容都可以改。

    例：lawbook form carry pilot-summary 方案.docx 台账.docx -o 总结.docx

    FILE 是填好的 Word 文件或者答案文件；能从几种表单带入的，各给一份，一起带入。
    """
    form = the_form(root, name)
    library = library_of(root)
    if not carrying.sources(form):
        raise ProblemsFound([Problem("", f"表单 {name} 没有从别的表单带入的栏目")])
    target = target_of(goal, name, bare=YAML)
    keep_apart([(str(origins[0]), target)], origins, force=force)
    with papers(origins) as read:
        sys.exit(tell(over_all(partial(_carried, library, form, target), [read], name)))


def _carried(library: Library, form: Form, target: Path, read: list[Paper]) -> Outcome:
    allowed = {key: library.forms[key] for key in carrying.sources(form)}
    begun: dict[str, Answers] = {}
    lines: list[str] = []
    for paper in read:
        answers, notes = answers_of(allowed, paper)
        source = library.forms[answers.form]
        if source.key in begun:
            twice = f"给了两份{source.title}；每种表单只给一份"
            raise ProblemsFound([Problem(paper.name, twice)])
        lacking = _lacking(library, form, answers)
        begun[source.key] = carrying.carried(form, source, answers, lacking)
        lines += [*notes, f"从{source.title}带入 {len(begun[source.key].values)} 栏"]
    return begin(form, carrying.together(form, begun), target, lines)


def _lacking(library: Library, form: Form, answers: Answers) -> tuple[Remark, ...]:
    """Return the check's findings on the other form, if this form lists them."""
    if answers.form not in carrying.takes_findings(form):
        return ()
    return filled_form.remarks(library, answers)
