"""``lawbook case year``: begin the committee's yearly report with figures from its cases."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks import filled_form
from lawbook.cli.batch import files_of
from lawbook.cli.begun import OUTPUT, begin, target_of
from lawbook.cli.case_files import TODAY
from lawbook.cli.check import library_of, tell
from lawbook.cli.deadlines import today_of
from lawbook.cli.destination import FORCE, keep_apart
from lawbook.cli.reporting import UNUSABLE, in_project
from lawbook.desk.folder import ENDINGS, cases_in
from lawbook.desk.year import FORM, year_report

YEARS = range(2023, 2100)


@click.command("year")
@click.argument("paths", metavar="PLACE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--year", type=int, required=True, help="报告年度，例如 2026。")
@OUTPUT
@TODAY
@FORCE
@in_project(UNUSABLE)
def year_of_cases(
    root: Path, /, paths: tuple[Path, ...], year: int, goal: Path, **given: str | bool | None
) -> None:
    """年度工作报告：从案件数出各项数字和清单活动，其余接着写。

    例：lawbook case year cases --year 2026 -o 年度工作报告.docx

    年度内收到的和上年度没有办结的都数在内；暂停、投诉、培训等案件不知道的，由人填写。
    """
    if year not in YEARS:
        raise ProblemsFound([Problem("--year", f"“{year}”不能用；请写 2026 这样的年度")])
    day = today_of(str(given["today"]) if given["today"] else None)
    if year > day.year:
        raise ProblemsFound([Problem("--year", f"{year}年度还没有开始，今天是 {day}")])
    library = library_of(root)
    cases, problems = cases_in(library, files_of(paths, ENDINGS).files)
    if problems:
        raise ProblemsFound(problems)
    answers = year_report(library, cases, year)
    target = target_of(goal, f"{year}年度工作报告")
    keep_apart([("年度工作报告", target)], paths, force=bool(given["force"]))
    form = library.forms[FORM]
    remarks = filled_form.remarks(library, answers)
    unsaid = {*answers.values, "listed"}  # a year may have no listed activity
    open_ = [form.field(remark.field).label for remark in remarks if remark.field not in unsaid]
    lines = [f"{year}年度：{len(cases)} 件案件，收到申请 {answers.text('received')} 件"]
    if year == day.year:
        lines.append(f"{year}年度还没有结束，数到 {day} 为止记入案件的")
    lines += [f"还要写：{'、'.join(dict.fromkeys(open_))}"] if open_ else []
    lines += [f"请核对：{remark.reason}" for remark in remarks if remark.field in answers.values]
    sys.exit(tell([begin(form, answers, target, lines)]))
