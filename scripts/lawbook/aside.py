"""Work in a second process while this one goes on, where the machine has a second core.

The process is a copy of this one (fork), so that it begins at once and knows all that was read so
far. Where that cannot be had, or only one core is there, the work is done when it is asked for:
what comes out is the same. A fault over there is met again here, and told as ever.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")


@contextmanager
def aside(action: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin an action that changes nothing here; calling what is given waits for its result.

    Whatever is not done by the end of the block is given up.
    """
    if not possible():
        done = action()
        yield lambda: done
        return
    from multiprocessing import get_context

    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(action, here, there), daemon=True)
    process.start()
    there.close()
    try:
        yield lambda: _awaited(here, action)
    finally:
        process.kill()
        process.join()
        here.close()


def possible() -> bool:
    """Whether there is a second core, and a copy of this process would be a whole one.

    Other threads would not be in it (and what they hold would stay locked); macOS warns of it.
    """
    return sys.platform == "linux" and cores() > 1 and threading.active_count() == 1


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _work(action: Callable[[], object], here: Connection, there: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for the result ends this process
    here.close()
    try:
        there.send_bytes(pickle.dumps(action(), pickle.HIGHEST_PROTOCOL))
    except Exception:
        return  # it is done again where it was asked for, and the fault is met there


def _awaited(here: Connection, action: Callable[[], T]) -> T:
    try:
        made: T = pickle.loads(here.recv_bytes())
    except (EOFError, OSError):
        return action()
    return made
