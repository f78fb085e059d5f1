"""``lawbook form …``: list the forms, write a blank one, fill one from answers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lawbook import output, yamlfile
from lawbook.checks import checked
from lawbook.form import Form
from lawbook.problem import Problem, ProblemsFound
from lawbook.reporting import FINDINGS, UNUSABLE, project_root, reporting
from lawbook.yamlfile import YamlFile

OUT = click.option(
    "-o",
    "--output",
    "place",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="写到哪个 .docx 文件；- 表示标准输出。",
)


@click.group()
def form() -> None:
    """表单：列出、生成空白表、用答案文件填写。"""


@form.command("list")
@click.pass_obj
@reporting(FINDINGS)
def list_forms(start: Path) -> None:
    """列出全部表单：名称、版本、标题。"""
    for one in checked(project_root(start)).forms.values():
        click.echo(f"{one.key}\t{one.version}\t{one.title}")


@form.command()
@click.argument("name", metavar="FORM")
@OUT
@click.pass_obj
@reporting(UNUSABLE)
def blank(start: Path, name: str, place: Path) -> None:
    """生成空白表。例：lawbook form blank pilot-plan -o 方案.docx"""
    from lawbook import word

    _write(place, word.blank(_form(start, name)))


@form.command()
@click.argument("name", metavar="FORM")
@click.argument("answers", type=click.Path(path_type=Path, allow_dash=True))
@OUT
@click.option("--draft", is_flag=True, help="还有必填栏没填好时，仍生成一份草稿。")
@click.pass_obj
@reporting(UNUSABLE)
def fill(start: Path, name: str, answers: Path, place: Path, *, draft: bool) -> None:
    """用 YAML 答案文件填表。例：lawbook form fill pilot-plan 答案.yml -o 方案.docx

    答案有误（栏目名不对、选项不存在）时不生成文件，退出码 2；
    有栏目没填好时列出各处，退出码 1，加 --draft 仍可生成草稿。
    """
    from lawbook import word
    from lawbook.answers import reading

    wanted = _form(start, name)
    read = reading(wanted, _answer_file(answers))
    if read.faults:
        raise ProblemsFound((*read.faults, *read.findings))
    for finding in read.findings:
        click.echo(str(finding), err=True)
    if not read.findings or draft:
        _write(place, word.fill(wanted, read.answers))
    elif read.findings:
        click.echo("没有生成文件；改好后重做，或加 --draft 先生成草稿。", err=True)
    sys.exit(FINDINGS if read.findings else 0)


def _form(start: Path, name: str) -> Form:
    forms = checked(project_root(start)).forms
    if name not in forms:
        raise ProblemsFound([Problem("", f"没有表单 {name}；现有：{'、'.join(forms)}")])
    return forms[name]


def _answer_file(place: Path) -> YamlFile:
    if str(place) == "-":
        return yamlfile.decoded(sys.stdin.buffer.read(), "标准输入")
    return yamlfile.read(place)


def _write(place: Path, data: bytes) -> None:
    if str(place) == "-":
        sys.stdout.buffer.write(data)
        return
    output.write(place, data)
    click.echo(f"已生成 {place}", err=True)
