"""The site over HTTP as a web server gives it: text is packed, connections are kept."""

from __future__ import annotations

import functools
import gzip
import io
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

import quiet
from quiet import Quiet

PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")


@functools.lru_cache(maxsize=4000)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Packing(Quiet):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as web servers do; else each file waits 40 ms for its body
    cached = "max-age=3600"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The head, and the packed body if the browser takes one; else as the base class does."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (accepts and path.is_file() and path.suffix in PACKED):
            return super().send_head()
        body = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) + "; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", self.cached)
        self.end_headers()
        return io.BytesIO(body)


class _Afresh(_Packing):
    cached = "no-store"


def serving(site: Path, *, afresh: bool = False) -> AbstractContextManager[str]:
    """The address at which the folder is served, packed, while the context lasts.

    ``afresh``: no reader keeps anything of it.
    """
    return quiet.serving(site, _Afresh if afresh else _Packing)
