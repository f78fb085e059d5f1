"""One version for everything that a build's pages load: scripts, styles, data, drawings.

A server that says nothing of caches lets browsers keep each file for days, and a script of one
build must not work on data or a page of another. So pages name these files with ``?v=…``, the
digest of all of them together; scripts carry it, and data that come as scripts say for which
they were made. ``shell/data.js`` refuses what does not belong together (decision 0017).
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Container, Mapping
from pathlib import Path
from typing import NamedTuple

from lawbook.site import policy

UNVERSIONED = "unversioned"  # stands in shell/data.js where a build writes its version
_LENGTH = 10
# The theme's own files in assets/ bear a digest in their names.
_LOADED = re.compile(
    r"(?:assets/(?!images/|javascripts/|stylesheets/)|data/|search/).+\.(?:css|js|svg)"
)
_HANDED, _END = b'lawbookData("', b");\n"  # how data begin and end that come as a script
_ADDRESS = re.compile(r'(<(?:script|link|img)\b[^>]*?\s(?:src|href)=")([^"?#]+)(?=")')
Files = Mapping[str, bytes | str]


class Versioned(NamedTuple):
    """Files that bear the version of their build, among others, and that version."""

    files: dict[str, bytes | str]
    version: str


def is_versioned(path: str) -> bool:
    """Whether pages name a file of the site by its version.

    >>> is_versioned("assets/site.css"), is_versioned("data/facts.json")
    (True, False)
    """
    return bool(_LOADED.fullmatch(path))


def versioned(files: Files) -> Versioned:
    """All files of a build: those that pages load bear their version, and pages name it."""
    plain = {path: _bytes(held) for path, held in files.items() if is_versioned(path)}
    version = _digest(plain)
    result = dict(files)
    result |= {path: _marked(held, version) for path, held in plain.items() if path.endswith(".js")}
    for path, held in files.items():
        # A page that brings its own policy stands alone: it loads nothing.
        if path.endswith(".html") and isinstance(held, str) and not policy.protected(held):
            result[path] = named(held, path, version)
    return Versioned(result, version)


def named(page: str, name: str, version: str) -> str:
    """The page with the version behind the address of everything that bears it.

    An address that leads above the site is taken as a browser takes it: from the top (the next
    engine puts one ``../`` too many before what stands as HTML in a page).

    >>> named('<script src="../data/a.js"></script>', "b/index.html", "0123456789")
    '<script src="../data/a.js?v=0123456789"></script>'
    """
    folder = posixpath.join("/", posixpath.dirname(name))

    def address(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, match[2]))
        return f"{match[0]}?v={version}" if is_versioned(path[1:]) else match[0]

    return _ADDRESS.sub(address, page)


def name_in(site: Path, name: str, version: str) -> None:
    """Name the version in a page that is already written; nobody reads that site yet."""
    file = site / name
    file.write_bytes(named(file.read_bytes().decode(), name, version).encode())


def apply(site: Path, version: str, done: Container[str] = ()) -> None:
    """Name the version in every page below ``site`` but those that are done."""
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if name not in done:
            name_in(site, name, version)


def _digest(plain: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, held in sorted(plain.items()):
        digest.update(f"{path} {len(held)}\n".encode())
        digest.update(held)
    return digest.hexdigest()[:_LENGTH]


def _bytes(held: bytes | str) -> bytes:
    return held.encode() if isinstance(held, str) else held


def _marked(plain: bytes, version: str) -> bytes:
    """A file with its version: what hands data over says it last, a script knows it."""
    if plain.startswith(_HANDED):
        return plain.removesuffix(_END) + f',"{version}"'.encode() + _END
    return plain.replace(UNVERSIONED.encode(), version.encode())
