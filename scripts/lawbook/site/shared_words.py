"""What Python and the page's scripts share: patterns, signs, sentences, written once, in Python.

``lawbook schemas`` makes modules of the scripts of the constants that are marked ``Shared``
(base/shared.py); a pattern reaches the page as the text of a regular expression that both
languages read alike.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import lawbook
from lawbook.base import output
from lawbook.base.problem import Problem, ProblemsFound

ASSETS = Path("content/assets")
# The first that a module's name begins with: its file in the page's scripts.
_FILES = {
    "lawbook.forms.plan.": "forms/plan_shared.js",
    "lawbook.word.": "forms/word_shared.js",
    "lawbook.base.": "forms/shared.js",
    "lawbook.forms.": "forms/shared.js",
    "lawbook.checks.": "forms/shared.js",
    "lawbook.desk.": "cases/shared.js",
    "lawbook.law.": "cites/shared.js",
    "lawbook.library.": "cites/shared.js",
    "lawbook.rules.": "tools/shared.js",
}
_HEAD = "// Made by `lawbook schemas` of what scripts/lawbook marks Shared: change it there.\n"


def shared() -> dict[str, dict[str, object]]:
    """File below the scripts → name there → text, number, list or map. Raises ProblemsFound."""
    files: dict[str, dict[str, object]] = {}
    for module in _modules():
        file = next(file for start, file in _FILES.items() if module.__name__.startswith(start))
        for name, annotation in inspect.get_annotations(module).items():
            if not annotation.startswith("Shared["):
                continue
            if name in files.setdefault(file, {}):
                advice = f"{file} 中已有 {name}；请改名"
                raise ProblemsFound([Problem(module.__name__, advice)])
            files[file][name] = getattr(module, name)
    return files


def _modules() -> Iterator[ModuleType]:
    """The modules of the rooms that have twins, in the order of their names."""
    for info in pkgutil.walk_packages(lawbook.__path__, "lawbook."):
        if info.name.startswith(tuple(_FILES)):
            yield importlib.import_module(info.name)


def scripts() -> dict[str, str]:
    """File below the scripts → the module as it stands in the repository."""
    return {file: _HEAD + "".join(_lines(values)) for file, values in shared().items()}


def _lines(values: dict[str, object]) -> Iterator[str]:
    return (f"export const {name} = {spelt(value)};\n" for name, value in values.items())


def spelt(value: object) -> str:
    """A value as JSON, with an escape for each character that nobody would see."""
    text = json.dumps(
        value, ensure_ascii=False, indent=2 if isinstance(value, dict) else None, default=_plain
    )
    return "".join(sign if _is_seen(sign) else json.dumps(sign)[1:-1] for sign in text)


def _plain(value: object) -> object:
    """A pattern as its text, a set as a list."""
    return value.pattern if isinstance(value, re.Pattern) else sorted(value)  # type: ignore[call-overload]


def _is_seen(sign: str) -> bool:
    return sign == "\n" or (sign.isprintable() and unicodedata.category(sign) != "Mn")


def write(root: Path) -> None:
    """Renew the modules below a project."""
    for file, script in scripts().items():
        output.write(root / ASSETS / file, script)
