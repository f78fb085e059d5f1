"""How much processor time each test takes, with the browsers and programs that it starts.

``pytest --processor=30`` prints the files and the tests that take most.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_NAME = "processor"
_SUBREAPER = 36  # of Linux' prctl
_START = pytest.StashKey[float]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--processor", type=int, default=0, metavar="N", help="the N dearest tests")


def pytest_configure(config: pytest.Config) -> None:
    """Let what a browser leaves behind come back to us, so that its time is counted."""
    if config.getoption("--processor") and sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def used() -> float:
    """Seconds of processor time of this process and of all that it started; 0 without /proc."""
    children: dict[int, list[int]] = defaultdict(list)
    seconds: dict[int, float] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(errors="replace").rpartition(") ")[2].split()
        except OSError:  # it has just ended
            continue
        number = int(stat.parent.name)
        children[int(fields[1])].append(number)
        seconds[number] = sum(map(int, fields[11:15])) / _TICK
    open_, total = [os.getpid()], 0.0
    while open_:
        number = open_.pop()
        total += seconds.get(number, 0.0)
        open_ += children[number]
    return total


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    if not item.config.getoption("--processor"):
        return (yield)
    item.stash[_START] = used()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if _START in item.stash:
        now = used()
        report.user_properties = [(_NAME, now - item.stash[_START])]
        item.stash[_START] = now
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    most = terminalreporter.config.getoption("--processor")
    if not most:
        return
    tests: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, seconds in getattr(report, "user_properties", ()):
                if name == _NAME:
                    tests[report.nodeid] += seconds
                    files[report.nodeid.partition("::")[0]] += seconds
    terminalreporter.section("processor time (s)")
    for name, seconds in [*files.most_common(), ("", 0), *tests.most_common(most)]:
        terminalreporter.write_line(f"{seconds:8.1f} {name}" if name else "")
    terminalreporter.write_line(f"{sum(files.values()):8.1f} together")
