"""A template engine that keeps compiled templates from one run to the next.

Compiling the templates and the hand-written pages takes longer than rendering them. A compiled
template's name covers all that it depends on: its text and path, the engine, Python, and this
package's own code for pages, as that configures the engine and filters on constants are evaluated
at compile time.
"""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2

from lawbook.base import output
from lawbook.base.problem import ProblemsFound

FOLDER = "build/templates"
MOST = 2000  # files; old ones are never used again


class Remembering(jinja2.Environment):
    """An Environment that keeps compiled templates in ``folder``, which must hold nothing else."""

    def __init__(self, folder: Path, **settings: Any) -> None:
        super().__init__(**settings)
        self.folder = folder

    def compile(  # type: ignore[override]
        self,
        source: str,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,
        defer_init: bool = False,
    ) -> Any:
        """Return a template's code, cached or compiled. Raises TemplateSyntaxError."""
        if raw:
            return super().compile(source, name, filename, raw=True, defer_init=defer_init)
        what = (_version(), source, name, filename, defer_init)
        file = self.folder / f"{hashlib.sha256(repr(what).encode()).hexdigest()}.code"
        code = _remembered(file)
        if code is None:
            code = super().compile(source, name, filename, defer_init=defer_init)
            _remember(file, code)
        return code


def _remembered(file: Path) -> CodeType | None:
    try:
        code = marshal.loads(file.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return code if isinstance(code, CodeType) else None


def _remember(file: Path, code: CodeType) -> None:
    if not file.parents[1].is_dir():
        return  # a project in which nothing was built yet is only read
    try:
        output.write(file, marshal.dumps(code))
    except ProblemsFound:
        return  # a project that cannot be written to is compiled anew each time


def tidy(folder: Path) -> None:
    """Empty the folder once it holds more than ``MOST`` templates."""
    held = list(folder.glob("*.code"))
    if len(held) > MOST:
        for file in held:
            file.unlink(missing_ok=True)


@cache
def _version() -> str:
    """Return a digest of everything outside the template that its code depends on."""
    digest = hashlib.sha256(jinja2.__version__.encode() + importlib.util.MAGIC_NUMBER)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
