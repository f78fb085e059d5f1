"""Work beside this process: what it gives and what it raises come back whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from multiprocessing.connection import Connection

import pytest

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.site import beside
from lawbook.site.beside import Beside


def doubled(line: Connection) -> int:
    return 2 * int(line.recv())


def counting(line: Connection) -> str:
    for number in range(3):
        line.send(number)
    return "over"


def faulty(line: Connection) -> None:
    raise ProblemsFound([Problem("a.md:1", "甲"), Problem("b.md:2", "乙")])


def full(line: Connection) -> None:
    raise OSError(errno.ENOSPC, "No space left", "site")


def broken(line: Connection) -> None:
    {}["nothing"]


def gone(line: Connection) -> None:
    os._exit(3)


def test_work_waits_for_a_word_and_its_result_comes_back() -> None:
    with Beside(doubled) as work:
        work.tell(21)
        assert work.result() == 42


def test_words_come_in_their_order_before_the_result() -> None:
    with Beside(counting) as work:
        assert list(work.words()) == [0, 1, 2]
        assert work.result() == "over"
    with Beside(counting) as work:  # who asks for the result only passes them over
        assert work.result() == "over"


def test_another_process_than_a_copy_does_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "can_copy", lambda: False)
    with Beside(doubled) as work:
        work.tell(4)
        assert work.result() == 8


def test_a_process_with_threads_is_not_copied() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert not beside.can_copy()
    finally:
        over.set()
        thread.join()


def test_every_fault_comes_back_in_its_order() -> None:
    with pytest.raises(ProblemsFound) as found, Beside(faulty) as work:
        work.result()
    assert [str(one) for one in found.value.problems] == ["a.md:1: 甲", "b.md:2: 乙"]


def test_a_refusal_of_the_system_keeps_its_reason_and_its_file() -> None:
    with pytest.raises(OSError, match="No space left") as refused, Beside(full) as work:
        work.result()
    assert (refused.value.errno, refused.value.filename) == (errno.ENOSPC, "site")


def test_a_bug_shows_where_it_is() -> None:
    with pytest.raises(RuntimeError, match="in broken") as found, Beside(broken) as work:
        work.result()
    assert "KeyError: 'nothing'" in str(found.value)


def test_a_process_that_dies_is_no_result() -> None:
    with pytest.raises(RuntimeError, match="without a word"), Beside(gone) as work:
        work.tell("nobody hears")
        work.result()


def test_what_nobody_waits_for_any_more_is_ended() -> None:
    with pytest.raises(KeyboardInterrupt), Beside(doubled) as work:
        process = work._process
        raise KeyboardInterrupt
    assert process.exitcode is not None


KILLED = """
import os, signal, time
from lawbook.site.beside import Beside

def work(line):
    line.send("begun")
    time.sleep(600)

with Beside(work) as beside:
    beside._line.recv()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_work_outlives_a_process_that_was_killed() -> None:
    # The work holds the other end of the output: this waits until both are gone.
    done = subprocess.run(
        [sys.executable, "-c", KILLED], check=False, stdout=subprocess.PIPE, timeout=300
    )
    assert done.returncode == -9
