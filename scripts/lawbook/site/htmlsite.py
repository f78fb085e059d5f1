"""Build the HTML as ``mkdocs build --strict`` does, and collect MkDocs' warnings."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import jinja2

from lawbook.base.problem import Problem, ProblemsFound

EVERY_PAGE = ""  # sent over the line once the last page is there


def htmlsite(root: Path, target: Path, line: Connection | None = None) -> None:
    """Build the site below ``target``. Raises ProblemsFound with every warning of MkDocs.

    Over a line, pages arrive as they are made, and are reported as written (``as_made``).
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice about another product
    if line is not None:  # in a process of its own: it would cut the words of an empty index
        sys.modules.setdefault("jieba", None)  # type: ignore[arg-type]
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _messages() as messages:
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
            if line is not None:
                from lawbook.site.as_made import AsMade

                config.plugins["as_made"] = AsMade(line, EVERY_PAGE)
            build(config)
        except MkDocsException as error:
            warnings = messages or [error.format_message()]
            raise ProblemsFound(Problem("mkdocs", line.strip()) for line in warnings) from error
        except jinja2.TemplateError as error:  # in a template of ours that overrides the theme's
            where = getattr(error, "name", None) or "templates/theme"
            raise ProblemsFound([Problem(where, f"模板有误（{error}）")]) from error


@contextmanager
def _messages() -> Iterator[list[str]]:
    """Collect MkDocs' warnings meanwhile, as its command would print them."""
    handler = _Kept(logging.WARNING)
    log = logging.getLogger("mkdocs")
    passing, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield handler.messages
    finally:
        log.removeHandler(handler)
        log.propagate = passing


class _Kept(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} - {record.getMessage()}")
