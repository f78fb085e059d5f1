"""``lawbook case list`` and ``lawbook case check``: all cases at once."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from lawbook.base import output, tables
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.cli.batch import Outcome, files_of, refused
from lawbook.cli.case_files import TODAY
from lawbook.cli.check import library_of, tell
from lawbook.cli.deadlines import today_of
from lawbook.cli.destination import FORCE, STDOUT, Destination, keep_apart
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project
from lawbook.cli.rules import chosen
from lawbook.desk.calendar import calendar
from lawbook.desk.case import Case
from lawbook.desk.findings import case_findings
from lawbook.desk.folder import ENDINGS, cases_in
from lawbook.desk.register import HEADER, WIDTHS, Row, cells, register
from lawbook.desk.standing import next_act
from lawbook.desk.taking import unclean
from lawbook.library.library import Library
from lawbook.word.workbook import workbook

TITLE = "案件台账"
STYLES = {"table": "表格", "csv": "CSV", "xlsx": "Excel", "json": "JSON", "ics": "日历"}


@click.command("check")
@click.argument("paths", metavar="CASE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@in_project(UNUSABLE)
def check_cases(root: Path, paths: tuple[Path, ...]) -> None:
    """检查案件：各份文书之间是否相合，写明原因、依据和改法。

    只有提醒，退出码 0；有必改的问题，退出码 1；文件不能用，退出码 2。
    """
    library = library_of(root)
    picked = files_of(paths, ENDINGS)
    cases, problems = cases_in(library, picked.files)
    outcomes = [refused(ProblemsFound([problem])) for problem in problems]
    outcomes += [_checked(library, case) for case in cases]
    sys.exit(tell(outcomes))


def _checked(library: Library, case: Case) -> Outcome:
    findings = case_findings(library, case)
    must = sum(not finding.advice for finding in findings)
    lines = "".join(f"{case.number}: {finding}\n" for finding in findings)
    summary = f"{case.number}: 必改 {must} 处，提醒 {len(findings) - must} 处"
    return Outcome(FINDINGS if must else 0, (summary,), lines)


@click.command("list")
@click.argument("paths", metavar="PLACE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "style", help="table 表格（默认）、csv、xlsx、json、ics 日历。")
@click.option(
    "-o",
    "--output",
    "goal",
    type=click.Path(path_type=Path, allow_dash=True),
    help="写到文件：.xlsx、.csv、.ics、.json，按结尾定格式；不写则输出到屏幕。",
)
@TODAY
@FORCE
@in_project(UNUSABLE)
def list_cases(
    root: Path, /, paths: tuple[Path, ...], goal: Path | None, *, force: bool, **given: str | None
) -> None:
    """台账：每一件的状态、下一步、到期日；先是要办的，急的在前。

    例：lawbook case list cases -o 台账.xlsx

    PLACE 是案卷文件夹、案件文件，或者工作台保存的 .json。
    """
    library = library_of(root)
    style = _style(given["style"], goal)
    cases, problems = cases_in(library, files_of(paths, ENDINGS).files)
    rows = register(library, cases, today_of(given["today"]))
    shown = _shown(library, rows, style)
    if goal is None or goal == STDOUT:
        click.echo(shown, nl=isinstance(shown, str) and style != "ics")
    else:
        target = Destination(goal, f".{style}").of(f"案件台账.{style}")
        keep_apart([("台账", target)], paths, force=force)
        output.write(target, shown)
        click.echo(f"写好 {target}：{len(rows)} 件", err=True)
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(UNUSABLE if problems else 0)


def _style(asked: str | None, goal: Path | None) -> str:
    """Return the format asked for, or that of the file's ending. Raises ProblemsFound."""
    ending = goal.suffix.lower().removeprefix(".") if goal else ""
    style = chosen(asked or (ending if ending in STYLES else "table"), STYLES, "输出格式")
    written = goal is not None and goal != STDOUT
    if written and style == "table":
        known = "、".join(f".{key}" for key in STYLES if key != "table")
        raise ProblemsFound([Problem(f"-o {goal}", f"不知道写成什么格式；请以 {known} 结尾")])
    if style == "xlsx" and not written and sys.stdout.isatty():
        raise ProblemsFound([Problem("--format xlsx", "不能显示在屏幕上；请写 -o 台账.xlsx")])
    return style


def _line(library: Library, row: Row) -> tuple[str, ...]:
    """Return a row as texts; if the next paper cannot build on what exists, that comes first."""
    *texts, step = cells(library, row)
    act = next_act(library, row.now, row.state)
    why = unclean(library, row.now.case, act) if act and act.needs else ""
    return (*texts, why.partition("；")[0] if why else step)


def _shown(library: Library, rows: tuple[Row, ...], style: str) -> str | bytes:
    if style == "ics":
        return calendar(library, rows, datetime.datetime.now(datetime.UTC))
    lines = [_line(library, row) for row in rows]
    if style == "xlsx":
        return workbook(TITLE, (HEADER, *lines), WIDTHS)
    return tables.styled(style, HEADER, lines)
