"""A program that is started once and answers as often as it is asked, until the tests end."""

from __future__ import annotations

import atexit
import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any


class Companion:
    """The program takes a line ``{"given": path, "made": path}`` and says a line when it is done.

    Both files hold one JSON value a line.
    """

    def __init__(self, command: Iterable[str | Path]) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        said = Path(self._folder.name, "stderr")
        self._said = said.open("w+", encoding="utf-8")
        self._program = subprocess.Popen(
            [*map(str, command)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            encoding="utf-8",
        )
        atexit.register(self.end)

    @property
    def alive(self) -> bool:
        return self._program.poll() is None

    def ask(self, acts: Iterable[Any]) -> list[Any]:
        """What the program answers to each act. AssertionError with its words if it fails."""
        given, made = (Path(self._folder.name, name) for name in ("given", "made"))
        given.write_text("".join(json.dumps(act) + "\n" for act in acts), encoding="utf-8")
        if self.alive:
            to, of = _pipes(self._program)
            to.write(json.dumps({"given": str(given), "made": str(made)}) + "\n")
            to.flush()
            if of.readline():
                with made.open(encoding="utf-8") as lines:
                    return [json.loads(line) for line in lines]
        self._program.wait()
        self._said.seek(0)
        raise AssertionError(self._said.read()[-3000:])

    def end(self) -> None:
        """Let the program end."""
        _pipes(self._program)[0].close()
        try:
            self._program.wait(10)
        except subprocess.TimeoutExpired:
            self._program.kill()
        self._said.close()
        self._folder.cleanup()


def _pipes(program: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert program.stdin is not None
    assert program.stdout is not None
    return program.stdin, program.stdout
