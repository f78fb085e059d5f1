"""How commands speak to people: problems one a line, exit codes, no traceback.

Exit codes: 0 fine, 1 findings (the data or the answers have faults), 2 unusable input.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from lawbook.base.problem import Problem, ProblemsFound

F = TypeVar("F", bound=Callable[..., Any])
FINDINGS, UNUSABLE = 1, 2


def project_root(start: Path) -> Path:
    """The nearest folder at or above ``start`` that is this project. Raises ProblemsFound."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "data" / "documents").is_dir():
            return folder
    message = "不在项目文件夹内；请进入项目文件夹，或用 --root 指定"
    raise ProblemsFound([Problem(str(start), message)])


def reporting(code: int) -> Callable[[F], F]:
    """Show problems one a line on stderr and leave with ``code``, without a traceback."""

    def decorate(function: F) -> F:
        @wraps(function)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            try:
                return function(*args, **kwargs)
            except ProblemsFound as found:
                for problem in found.problems:
                    click.echo(str(problem), err=True)
                if len(found.problems) > 1:
                    click.echo(f"共 {len(found.problems)} 处问题。", err=True)
                sys.exit(code)

        return wrapped  # type: ignore[return-value]

    return decorate
