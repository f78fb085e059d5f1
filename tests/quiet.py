"""A folder served over HTTP without a word on the terminal."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

# Seconds for which a page stops in its head and again in its text, and a script before it begins:
# with LAWBOOK_TARDY=0.5 a test is red that does not wait for the page to which it went.
TARDY = float(os.environ.get("LAWBOOK_TARDY", "0"))
_HEAD, _HALF = 200, 12_000  # bytes


class _Writes(Protocol):
    def write(self, given: bytes, /) -> object: ...

    def flush(self) -> object: ...


class _Reads(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Quiet(http.server.SimpleHTTPRequestHandler):
    """The standard library's handler; the tests speak."""

    def log_message(self, *words: object) -> None:
        """Say nothing."""

    def copyfile(self, source: _Reads, outputfile: _Writes) -> None:
        """Send the file; where time is set, a page in three pieces and any file after a while."""
        if TARDY:
            page = self.path.partition("?")[0].endswith(("/", ".html"))
            for size in (_HEAD, _HALF) if page else (0,):
                outputfile.write(source.read(size))
                outputfile.flush()
                time.sleep(TARDY)
        shutil.copyfileobj(source, outputfile)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of readers that go away."""


@contextmanager
def serving(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address at which a folder is served while the context lasts."""
    made = functools.partial(handler, directory=str(folder))
    server = _Server(("127.0.0.1", 0), made)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
