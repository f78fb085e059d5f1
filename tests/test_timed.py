"""The test commands say how long they took, and fail as what they run fails."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

TIMED = Path(__file__).with_name("timed.py")
DAY = "SOURCE_DATE_EPOCH"
WORK = "sum(i * i for i in range(3_000_000))"


def told(*words: str, **environment: str) -> tuple[int, str]:
    command = [sys.executable, str(TIMED), "make test", *words]
    mine = {name: value for name, value in os.environ.items() if name != DAY} | environment
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=mine)
    return done.returncode, done.stdout


def test_both_times_stand_in_the_last_line() -> None:
    code, said = told("--", sys.executable, "-c", WORK, "--", sys.executable, "-c", "print('two')")
    assert code == 0
    assert re.fullmatch(r"two\nmake test：用时 \d+\.\d 分钟，处理器时间 \d+\.\d 分钟\n", said)


def test_the_day_of_the_beginning_is_that_of_all_commands() -> None:
    """A run over midnight in China builds its site once: its day is one of the inputs."""
    shown = f"import os; print(os.environ['{DAY}'])"
    command = ("--", sys.executable, "-c", shown)
    start = int(time.time())
    code, said = told(*command, *command)
    first, second = said.splitlines()[:2]
    assert code == 0
    assert first == second
    assert start <= int(first) <= time.time()
    assert told(*command[:4], **{DAY: "1795276800"})[1].startswith("1795276800\n")


def test_the_first_failure_ends_the_run_with_its_code() -> None:
    code, said = told("--", sys.executable, "-c", "exit(3)", "--", sys.executable, "-c", "print(1)")
    assert code == 3
    assert said.startswith("make test：用时 ")
