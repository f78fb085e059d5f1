import multiprocessing
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lawbook import aside as module
from lawbook.aside import aside
from lawbook.problem import Problem, ProblemsFound


def test_the_work_is_done_by_another_process_where_one_can_be_had(two: bool) -> None:
    with aside(os.getpid) as made:
        assert (made() != os.getpid()) is two


def test_both_go_on_at_the_same_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "possible", lambda: True)

    def met(mine: str, other: str) -> bool:
        (tmp_path / mine).touch()
        until = time.monotonic() + 20
        while not (tmp_path / other).exists() and time.monotonic() < until:
            time.sleep(0.005)
        return (tmp_path / other).exists()

    with aside(lambda: met("there", "here")) as made:
        assert met("here", "there")
        assert made()


def test_what_was_read_before_is_known_and_much_can_come_back(two: bool) -> None:
    known = dict.fromkeys(range(1000), "字" * 1000)
    with aside(lambda: dict(known)) as made:
        assert made() == known


def test_a_fault_is_told_as_it_always_is(two: bool) -> None:
    def faulty() -> None:
        raise ProblemsFound([Problem("a.yml:3", "缺少 key")])

    with pytest.raises(ProblemsFound) as found, aside(faulty) as made:
        made()
    assert [str(one) for one in found.value.problems] == ["a.yml:3: 缺少 key"]


def test_what_cannot_be_sent_is_made_here(two: bool) -> None:
    def function() -> Callable[[], int]:
        return lambda: 7

    with aside(function) as made:
        assert made()() == 7


def test_work_that_dies_over_there_is_done_here(two: bool) -> None:
    home = os.getpid()

    def dying() -> str:
        if os.getpid() != home:
            os._exit(9)
        return "done"

    with aside(dying) as made:
        assert made() == "done"


def test_what_nobody_waits_for_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "possible", lambda: True)
    begun = time.monotonic()
    with aside(lambda: time.sleep(60)):
        pass
    with pytest.raises(ZeroDivisionError), aside(lambda: time.sleep(60)):
        raise ZeroDivisionError
    assert time.monotonic() - begun < 30
    assert multiprocessing.active_children() == []


def test_one_core_or_another_thread_is_reason_to_do_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "cores", lambda: 2)
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert module.possible()
    for where, name, value in (
        (module, "cores", lambda: 1),
        (module.sys, "platform", "darwin"),
        (module.sys, "platform", "win32"),
        (threading, "active_count", lambda: 2),
    ):
        with monkeypatch.context() as other:
            other.setattr(where, name, value)
            assert not module.possible()
