"""``lawbook form carry``: begin a form with what another one says already."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from lawbook.base import output, yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks import filled_form
from lawbook.checks.filled_form import Remark
from lawbook.cli.batch import Outcome, refused
from lawbook.cli.check import library_of, tell
from lawbook.cli.destination import FORCE, STDOUT, Destination, keep_apart
from lawbook.cli.papers import ANSWERS, OTHERS, WORD, Paper, data_of, papers
from lawbook.cli.reporting import UNUSABLE, project_root, reporting
from lawbook.forms import carrying
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import Answers, reading
from lawbook.forms.form import Form
from lawbook.library.library import Library


@click.command()
@click.argument("name", metavar="FORM")
@click.argument("origin", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "-o",
    "--output",
    "destination",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="写到哪个 .docx 文件（接着用 Word 写）或者 .yml 答案文件；- 表示标准输出。",
)
@FORCE
@click.pass_obj
@reporting(UNUSABLE)
def carry(start: Path, name: str, origin: Path, destination: Path, *, force: bool) -> None:
    """用另一份表单已经写好的内容开头；带入的内容都可以改。

    例：lawbook form carry pilot-summary 方案.docx -o 总结.docx

    FILE 是填好的 Word 文件或者答案文件。
    """
    from lawbook.cli.form import the_form

    root = project_root(start)
    form = the_form(root, name)
    library, _ = library_of(root)
    if not carrying.sources(form):
        raise ProblemsFound([Problem("", f"表单 {name} 没有从别的表单带入的栏目")])
    ending = ".yml" if destination.suffix.lower() in {".yml", ".yaml", ""} else WORD
    goal = (
        destination
        if destination == STDOUT
        else Destination(destination, ending).of(f"{name}{ending}")
    )
    keep_apart([(str(origin), goal)], [origin], force=force)
    with tempfile.TemporaryDirectory(prefix="lawbook-") as scratch:
        (paper,) = papers(
            (origin,),
            (WORD, *OTHERS, *ANSWERS),
            Path(scratch),
            lambda files, _: [goal for _ in files],
        )
        sys.exit(tell([_carried(library, form, paper, goal)]))


def _carried(library: Library, form: Form, paper: Paper, goal: Path) -> Outcome:
    from lawbook import word

    try:
        answers, told = _origin(library, form, paper)
    except ProblemsFound as found:
        return refused(found)
    begun = carrying.carried(
        form, library.forms[answers.form], answers, _lacking(library, form, answers)
    )
    told = (*told, f"从{library.forms[answers.form].title}带入 {len(begun.values)} 栏")
    written = answer_file(form, begun, "" if goal == STDOUT else goal.stem)
    if goal == STDOUT:
        return Outcome(0, told, written)
    output.write(goal, word.fill(form, begun) if goal.suffix == WORD else written)
    return Outcome(0, told, written=goal)


def _lacking(library: Library, form: Form, answers: Answers) -> tuple[Remark, ...]:
    """What the check says of the other form, where this one lists it."""
    if answers.form not in carrying.takes_findings(form):
        return ()
    return filled_form.remarks(library, filled_form.rules(library), answers)


def _origin(library: Library, form: Form, paper: Paper) -> tuple[Answers, tuple[str, ...]]:
    """The answers of the file from which is carried. Raises ProblemsFound where it is no such."""
    from lawbook.word.read.readback import read as read_back

    allowed = carrying.sources(form)
    if paper.path.suffix.lower() not in ANSWERS:
        some = {key: library.forms[key] for key in allowed}
        back = read_back(some, data_of(paper), paper.name, "")
        notes = [
            f"{paper.name}: {back.form.field(key).called}：{said}" for key, said in back.faults
        ]
        return back.answers, tuple(f"提示：{note}" for note in (*notes, *back.notes))
    file = yamlfile.read(paper.path)
    key = str(file.tree.get("form")) if isinstance(file.tree, dict) else ""
    if key not in allowed:
        titles = "、".join(f"{key}（{library.forms[key].title}）" for key in allowed)
        raise ProblemsFound([file.problem((), f"不能从这份文件带入；能带入的表单：{titles}")])
    read = reading(library.forms[key], file)
    if read.faults:
        raise ProblemsFound(read.faults)
    return read.answers, tuple(f"提示：{note}" for note in read.notes)
