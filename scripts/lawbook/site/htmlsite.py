"""The finished pages as HTML by MkDocs: what ``mkdocs build --strict`` makes of them."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

import jinja2

from lawbook.base.problem import Problem, ProblemsFound


def htmlsite(root: Path, target: Path, ready: Callable[[], object] = lambda: None) -> None:
    """Build the site below ``target``. Raises ProblemsFound with every warning of MkDocs.

    ``ready`` is called once MkDocs is loaded: it reads the pages when that returns.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice about another product
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _messages() as messages:
        try:
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
            ready()
            build(config)
        except MkDocsException as error:
            said = messages or [error.format_message()]
            raise ProblemsFound(Problem("mkdocs", line.strip()) for line in said) from error
        except jinja2.TemplateError as error:  # in a template of ours beside the theme's
            where = getattr(error, "name", None) or "templates/theme"
            raise ProblemsFound([Problem(where, f"模板有误（{error}）")]) from error


@contextmanager
def _messages() -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile, as its command would print it."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(f"{record.levelname} - {record.getMessage()}")  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs")
    passing, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield messages
    finally:
        log.removeHandler(handler)
        log.propagate = passing


class HtmlProcess:
    """MkDocs in a process of its own: it loads while pages are made, and builds beside the rest.

    As a context it never outlives what it is for.
    """

    def __init__(self, root: Path, target: Path) -> None:
        # A copy of this process is there at once, but only one without threads can be copied.
        copied = sys.platform == "linux" and threading.active_count() == 1
        context = get_context("fork") if copied else get_context("spawn")
        self._line, theirs = context.Pipe()
        ends = self._line, theirs
        self._process = context.Process(target=_work, args=(*ends, root, target), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self) -> None:
        """Let it read the pages: all of them are in place."""
        with suppress(OSError):  # it ended before, and finish() says why
            self._line.send(None)

    def finish(self) -> None:
        """Wait until the site is built. Raises what htmlsite raises."""
        try:
            fault = self._line.recv()
        except EOFError:
            raise RuntimeError("MkDocs ended without a word") from None
        if fault is not None:
            raise fault

    def __enter__(self) -> HtmlProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._line.close()
        if error is not None:
            self._process.kill()
        self._process.join()


def _work(other: Connection, line: Connection, root: Path, target: Path) -> None:
    """Build once told to; send what went wrong, or None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    other.close()  # so that the line breaks when that process is gone
    with suppress(EOFError, OSError):
        line.send(_fault(lambda: htmlsite(root, target, line.recv)))


def _fault(action: Callable[[], object]) -> Exception | None:
    """What an action raises, as another process can take it."""
    try:
        action()
    except (EOFError, ProblemsFound, OSError) as fault:
        return fault
    except Exception:
        return RuntimeError(traceback.format_exc())
    return None
