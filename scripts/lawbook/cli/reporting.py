"""How commands speak to people: problems one a line, exit codes, no traceback.

Exit codes: 0 fine, 1 findings (the data or the answers have faults), 2 unusable input,
130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from lawbook.base.problem import Problem, ProblemsFound, reason, usual

F = TypeVar("F", bound=Callable[..., Any])
FINDINGS, UNUSABLE, INTERRUPTED = 1, 2, 130


def project_root(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that is a project. Raises ProblemsFound."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "data" / "documents").is_dir():
            return folder
    message = "不在项目文件夹内；请进入项目文件夹，或用 --root 指定"
    raise ProblemsFound([Problem(str(start), message)])


def in_project(code: int) -> Callable[[F], F]:
    """Pass the project's root to a command; print its problems on stderr and exit with ``code``."""

    def decorate(function: F) -> F:
        @click.pass_obj
        @wraps(function)
        def wrapped(start: Path, /, *args: Any, **kwargs: Any) -> Any:
            try:
                return function(project_root(start), *args, **kwargs)
            except ProblemsFound as error:
                for problem in error.problems:
                    click.echo(str(problem), err=True)
                if len(error.problems) > 1 and not error.says_how_many:
                    click.echo(f"共 {len(error.problems)} 处问题。", err=True)
                sys.exit(FINDINGS if error.is_finding else code)
            except KeyboardInterrupt:
                click.echo("已中断；已经写好的文件是完整的，其余的没有写。", err=True)
                sys.exit(INTERRUPTED)
            except OSError as error:
                if not usual(error):
                    raise
                _drop_what_is_left()
                where = f"{error.filename}: " if error.filename else "输出没有写完："
                click.echo(f"{where}{reason(error)}", err=True)
                sys.exit(UNUSABLE)

        return wrapped  # type: ignore[return-value]

    return decorate


def _drop_what_is_left() -> None:
    """Redirect standard output to nowhere; Python would flush it again at exit and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
