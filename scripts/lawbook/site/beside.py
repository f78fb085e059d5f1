"""Run work in a process of its own, in parallel with this one."""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Generic, NamedTuple, TypeVar

from lawbook.base.problem import ProblemsFound

T = TypeVar("T")


def can_copy() -> bool:
    """Return whether to fork: the copy starts at once and has all that this process holds.

    A process with threads is not forked, as a lock held by another thread would never open.
    """
    return sys.platform == "linux" and threading.active_count() == 1


class _Outcome(NamedTuple):
    """What the work returned or raised: the last thing that it sends over the line."""

    made: object
    fault: Exception | None


class Beside(Generic[T]):
    """Work done in parallel; it may read from the line what ``tell`` sends, and send words.

    As a context manager it never outlives its block.
    """

    def __init__(self, work: Callable[[Connection], T]) -> None:
        context = get_context("fork") if can_copy() else get_context("spawn")
        self._line, theirs = context.Pipe()
        self._outcome: _Outcome | None = None
        ends = self._line, theirs
        self._process = context.Process(target=_done, args=(*ends, work), daemon=True)
        self._process.start()
        theirs.close()

    def tell(self, word: object) -> None:
        """Send a word to the work."""
        with suppress(OSError):  # the work has ended, and result() says why
            self._line.send(word)

    def words(self) -> Iterator[object]:
        """Yield what the work sends, as it comes, until the work is done."""
        while self._outcome is None:
            try:
                word = self._line.recv()
            except (EOFError, ConnectionError):
                raise RuntimeError("a process beside this one ended without a word") from None
            if isinstance(word, _Outcome):
                self._outcome = word
            else:
                yield word

    def result(self) -> T:
        """Wait for the work; return or raise its outcome."""
        for _ in self.words():
            pass
        assert self._outcome is not None
        if self._outcome.fault is not None:
            raise self._outcome.fault
        result: T = self._outcome.made  # type: ignore[assignment]
        return result

    def __enter__(self) -> Beside[T]:
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


def _done(other: Connection, line: Connection, work: Callable[[Connection], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent ends it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    other.close()  # so that the line closes when that process is gone
    with suppress(OSError):
        line.send(_outcome(lambda: work(line)))


def _end_with_parent() -> None:
    """Do not outlive a parent that was killed (SIGTERM, SIGKILL)."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _outcome(action: Callable[[], object]) -> _Outcome:
    """Return what an action returned, or raised in a form that can be pickled."""
    try:
        return _Outcome(action(), None)
    except (EOFError, ProblemsFound, OSError) as fault:
        return _Outcome(None, fault)
    except Exception:
        return _Outcome(None, RuntimeError(traceback.format_exc()))
