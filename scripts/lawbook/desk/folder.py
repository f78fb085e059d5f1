"""A folder of cases: one file each, or the single file that the page 委员会工作台 saves."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from lawbook.base import yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.yamlfile import Tree, YamlFile
from lawbook.desk.case import Case, case_of, read_case
from lawbook.library.library import Library

ENDINGS = (".yml", ".yaml", ".json")
# The keys at the head of the page's file.
KIND = "lawbook-cases"
VERSION = "1"
EXAMPLES = "data/examples/cases"


def cases_in(library: Library, paths: Iterable[Path]) -> tuple[tuple[Case, ...], list[Problem]]:
    """Return the cases that can be read, and the problems with the other files."""
    cases: list[Case] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            cases += cases_of(library, case_yaml(path))
        except ProblemsFound as error:
            problems += error.problems
    return tuple(cases), [*problems, *_twice(cases)]


def case_yaml(path: Path) -> YamlFile:
    """Return the tree of a case's file. Raises ProblemsFound, also for a file of another kind."""
    if not path.exists():
        raise ProblemsFound([Problem(str(path), "没有这个文件夹或者文件")])
    if path.suffix.lower() not in ENDINGS:
        message = f"不是案件文件（{'、'.join(ENDINGS)}）；登记申请书请用 lawbook case open"
        raise ProblemsFound([Problem(str(path), message)])
    return yamlfile.read(path)


def cases_of(library: Library, file: YamlFile) -> list[Case]:
    """Return the cases of a file: one, or all in a file of the page. Raises ProblemsFound."""
    tree = file.tree
    if not isinstance(tree, dict) or tree.get("kind") != KIND:
        return [case_of(library, file, (), tree)]
    if (version := tree.get("version", VERSION)) != VERSION:
        message = (
            f"文件的版本是“{str(version)[:20]}”，现在只认识 {VERSION}；请更新本指南，或者重新保存"
        )
        raise ProblemsFound([file.problem(("version",), message)])
    if not isinstance(tree.get("name", ""), str):
        raise ProblemsFound([file.problem(("name",), "案卷夹的名称应是文字；请用工作台重新保存")])
    listed = tree.get("cases")
    if not isinstance(listed, list):
        raise ProblemsFound([file.problem(("cases",), "缺少 cases；请用工作台重新保存")])
    cases: list[Case] = []
    problems: list[Problem] = []
    for number, item in enumerate(listed):
        try:
            cases.append(case_of(library, file, ("cases", number), item))
        except ProblemsFound as error:
            problems += error.problems
    if problems:
        raise ProblemsFound(problems)
    return [replace(case, members=_members(tree.get("members"))) for case in cases]


def _members(tree: Tree) -> tuple[str, ...]:
    """Return the names of the members listed in a file of the page."""
    rows = [row for row in tree if isinstance(row, dict)] if isinstance(tree, list) else []
    names = (row.get("name") for row in rows)
    return tuple(name for name in names if isinstance(name, str) and name)


def examples(library: Library) -> Iterator[Case]:
    """Yield the project's fictional cases, in the order of their numbers. Raises ProblemsFound."""
    for path in sorted((library.root / EXAMPLES).glob("*.yml")):
        yield read_case(library, yamlfile.read(path, f"{EXAMPLES}/{path.name}"))


def _twice(cases: Iterable[Case]) -> list[Problem]:
    first: dict[str, str] = {}
    problems = []
    for case in cases:
        if case.number in first:
            problems.append(Problem(case.where, f"案号 {case.number} 与 {first[case.number]} 重复"))
        first.setdefault(case.number, case.where)
    return problems


def next_number(numbers: Iterable[str], day: datetime.date) -> str:
    """Return the number after the highest one of a year.

    >>> next_number(["2026-001", "2026-009", "2025-040"], datetime.date(2026, 12, 1))
    '2026-010'
    """
    of_year = (re.fullmatch(rf"{day.year}-([0-9]+)", number) for number in numbers)
    highest = max((int(match[1]) for match in of_year if match), default=0)
    return f"{day.year}-{highest + 1:03}"
