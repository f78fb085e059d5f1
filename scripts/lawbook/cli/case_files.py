"""Read what the commands ``lawbook case …`` need: cases, papers, names of acts, days."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest
from lawbook.desk.case import Case, counted_day, read_case
from lawbook.desk.folder import case_yaml
from lawbook.library.library import Library
from lawbook.rules.caseflow import Act
from lawbook.rules.counting import WRITTEN

TODAY = click.option("--today", help="以哪一天为今天，默认是北京时间的今天。")


def case_at(library: Library, path: Path) -> Case:
    """Return the case in a file. Raises ProblemsFound."""
    if path.is_dir():
        raise ProblemsFound([Problem(str(path), "这里是文件夹；请写一件案件的 .yml 文件")])
    return read_case(library, case_yaml(path))


def act_named(library: Library, word: str, *, papers_only: bool) -> Act:
    """Return the paper or event of this name. Raises ProblemsFound listing those that exist."""
    flow = library.rules.cases
    known = {act.called: act for act in (flow.papers if papers_only else flow.events)}
    for name, act in known.items():
        if word in (name, act.key, act.label):
            return act
    labels = {name: act.label for name, act in known.items()}
    what = "文书" if papers_only else "事项"
    raise ProblemsFound([Problem("", f"没有{what}“{word[:30]}”；{nearest(word[:40], labels)}")])


def given_day(text: str | None, option: str) -> datetime.date | None:
    """Return the day given as an option, or None if it was not. Raises ProblemsFound."""
    if text is None:
        return None
    if (day := counted_day(text)) is None:
        raise ProblemsFound([Problem(option, f"“{text[:20]}”不能用作日期；请{WRITTEN}")])
    return day
