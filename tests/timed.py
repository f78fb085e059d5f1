"""Run commands one after another; print how long they took and their processor time.

``python tests/timed.py NAME -- command … -- command …``: the first that fails ends the run and
gives the exit code. Processor time counts whatever the commands start, browsers and offices too.
The day is that of the beginning for all of them: past midnight in China no test builds anew the
site that others read.
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress

_SUBREAPER = 36  # of Linux' prctl: what a browser leaves behind comes back to us


def _commands(words: Sequence[str]) -> Iterator[list[str]]:
    command: list[str] = []
    for word in [*words, "--"]:
        if word != "--":
            command.append(word)
        elif command:
            yield command
            command = []


def main(name: str, words: Sequence[str]) -> int:
    """Run the commands, print both times, give the first exit code that is not 0, else 0."""
    start, code = time.monotonic(), 0
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(time.time())))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    for command in _commands(words):
        code = subprocess.run(command, check=False).returncode
        if code:
            break
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall, processor = time.monotonic() - start, used.ru_utime + used.ru_stime
    print(f"{name}：用时 {wall / 60:.1f} 分钟，处理器时间 {processor / 60:.1f} 分钟")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
