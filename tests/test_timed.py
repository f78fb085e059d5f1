"""The test commands say how long they took, and fail as what they run fails."""

import re
import subprocess
import sys
from pathlib import Path

TIMED = Path(__file__).with_name("timed.py")
WORK = "sum(i * i for i in range(3_000_000))"


def told(*words: str) -> tuple[int, str]:
    command = [sys.executable, str(TIMED), "make test", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_both_times_stand_in_the_last_line() -> None:
    code, said = told("--", sys.executable, "-c", WORK, "--", sys.executable, "-c", "print('two')")
    assert code == 0
    assert re.fullmatch(r"two\nmake test：用时 \d+\.\d 分钟，处理器时间 \d+\.\d 分钟\n", said)


def test_the_first_failure_ends_the_run_with_its_code() -> None:
    code, said = told("--", sys.executable, "-c", "exit(3)", "--", sys.executable, "-c", "print(1)")
    assert code == 3
    assert said.startswith("make test：用时 ")
