"""``lawbook form …``: list the forms, write blank ones, fill them, read and check them."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from lawbook.base import output, yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.cli.batch import Outcome, files_of, over_all
from lawbook.cli.carry import carry
from lawbook.cli.check import check, read, tell
from lawbook.cli.destination import FORCE, Destination, keep_apart
from lawbook.cli.papers import STDIN, WORD, Paper, paper_at, stem
from lawbook.cli.project_forms import forms_of, the_form
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project

OUT = click.option(
    "-o",
    "--output",
    "destination",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="写到哪个 .docx 文件或者文件夹；多份时写文件夹；- 表示标准输出。",
)


@click.group()
def form() -> None:
    """表单：列出、生成空白表、用答案文件填写、读回、检查。"""


@form.command("list")
@in_project(FINDINGS)
def list_forms(root: Path) -> None:
    """列出全部表单：名称、版本、标题。"""
    for listed in forms_of(root).values():
        click.echo(f"{listed.key}\t{listed.version}\t{listed.title}")


@form.command()
@click.argument("names", metavar="FORM…", nargs=-1, required=True)
@OUT
@FORCE
@in_project(UNUSABLE)
def blank(root: Path, names: tuple[str, ...], destination: Path, *, force: bool) -> None:
    """生成空白表；多份或 all（全部）时 -o 写文件夹。

    例：lawbook form blank pilot-plan -o 方案.docx
    """
    wanted = list(forms_of(root)) if names == ("all",) else list(dict.fromkeys(names))
    for name in wanted:
        the_form(root, name)
    goal = Destination(destination, WORD, many=len(wanted) > 1)
    pairs = [(name, goal.of(f"{name}{WORD}")) for name in wanted]
    keep_apart(pairs, [], force=force)
    outcomes = over_all(partial(_blank, root), pairs, "空白表")
    sys.exit(tell(outcomes))


@form.command()
@click.argument("name", metavar="FORM")
@click.argument("answers", type=click.Path(path_type=Path, allow_dash=True))
@OUT
@click.option("--draft", is_flag=True, help="还有必填栏没填好时，仍生成一份草稿。")
@click.option(
    "--like",
    type=click.Choice(["ministry"]),
    help="ministry：按官方模板的版式生成上报稿，没有本指南的标记和控件。",
)
@FORCE
@in_project(UNUSABLE)
def fill(
    root: Path, /, name: str, answers: Path, destination: Path, like: str | None, **switches: bool
) -> None:
    """用 YAML 答案文件填表；答案是文件夹时填其中每一份，-o 写文件夹。

    例：lawbook form fill pilot-plan 答案.yml -o 方案.docx

    答案有误（栏目名不对、选项不存在）时不生成文件，退出码 2；
    有栏目没填好时列出各处，退出码 1，加 --draft 仍可生成草稿。
    """
    wanted = the_form(root, name)
    if like and not wanted.layout.official:
        raise ProblemsFound([Problem("", f"{name} 没有官方模板；请去掉 --like")])
    picked = files_of([answers], (".yml", ".yaml"))
    goal = Destination(destination, WORD, many=answers.is_dir())
    pairs = [(path, goal.of(f"{stem(path)}{WORD}")) for path in picked.files]
    inputs = [path for path in picked.files if path != STDIN]
    keep_apart([(str(path), target) for path, target in pairs], inputs, force=switches["force"])
    for line in picked.passed_over:
        click.echo(line, err=True)
    items = [paper_at(path, target) for path, target in pairs]
    sys.exit(tell(over_all(partial(_fill, root, name, like, switches["draft"]), items, "填表")))


def _blank(root: Path, item: tuple[str, Path]) -> Outcome:
    from lawbook import word

    name, target = item
    return _written(target, word.blank(the_form(root, name)), 0, ())


def _fill(root: Path, name: str, like: str | None, draft: bool, item: Paper) -> Outcome:
    from lawbook import word
    from lawbook.forms.answers import reading
    from lawbook.forms.normal import normalised

    wanted = the_form(root, name)
    given = item.path == STDIN
    file = yamlfile.decoded(item.data, item.name) if given else yamlfile.read(item.path)
    read = reading(wanted, file)
    if read.faults:
        raise ProblemsFound((*read.faults, *read.findings))
    lines = [f"提示：{note}" for note in read.notes]
    lines += [*map(str, read.findings), *(f"建议：{advice}" for advice in read.advice)]
    changes = normalised(wanted, read.answers).changes
    lines += [f"提示：{file.name}: {change}" for change in changes if _shows(change)]
    code = FINDINGS if read.findings else 0
    if read.findings and (wanted.is_letter or not draft):
        again = "信函不生成草稿" if wanted.is_letter else "或加 --draft 先生成草稿"
        lines.append(f"没有生成文件；改好后重做，{again}。")
        return Outcome(code, tuple(lines))
    filled = word.fill_like_ministry if like else word.fill
    return _written(item.target, filled(wanted, read.answers), code, tuple(lines))


def _shows(change: Problem) -> bool:
    """Return whether a change is worth reporting: control characters, digits made half width."""
    return "控制字符" in change.message or "半角" in change.message


def _written(target: Path | None, data: bytes, code: int, told: tuple[str, ...]) -> Outcome:
    if target is None or target == STDIN:
        return Outcome(code, told, data)
    output.write(target, data)
    return Outcome(code, told, written=target)


form.add_command(read)
form.add_command(check)
form.add_command(carry)
