"""What all tests make again and again is made once a run: trees of YAML, compiled templates.

Both depend on nothing but the text, and whether it is JSON, where null is nothing. Tests copy the
project's data and change a line; the other files read as they did.
"""

from __future__ import annotations

import marshal
from contextlib import nullcontext
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

from lawbook.base import yamlfile
from lawbook.base.jsontext import is_json
from lawbook.base.yamlfile import YamlFile
from lawbook.pages import template_cache
from lawbook.pages.template_cache import FOLDER, Remembering

ROOT = Path(__file__).resolve().parents[1]

SHORT = 200  # signs; so few are read as quickly as they are remembered
_trees: dict[tuple[str, bool], bytes] = {}
_codes: dict[Any, CodeType] = {}
_parse = yamlfile.parse
_compile = Remembering.compile


def parsed(text: str, name: str) -> YamlFile:
    """What ``yamlfile.parse`` gives: a tree of one's own each time, which a test may change."""
    key = text, is_json(name)
    held = _trees.get(key)
    if held is not None:
        return YamlFile(name, *marshal.loads(held))
    made = _parse(text, name)
    if len(text) > SHORT:
        _trees[key] = marshal.dumps((made.tree, made.lines))
    return made


def compiled(
    engine: Remembering,
    source: str,
    name: str | None = None,
    filename: str | None = None,
    **more: bool,
) -> Any:
    """What ``Remembering.compile`` gives, wherever the project of the template stands."""
    if more or len(source) < SHORT:
        return _compile(engine, source, name, filename, **more)
    key = (source, name, filename is None)
    if key not in _codes:
        _codes[key] = _as_of_this_project(engine, source, name, filename)
    made = _codes[key]
    return made.replace(co_filename=filename or made.co_filename)


def _as_of_this_project(
    engine: Remembering, source: str, name: str | None, filename: str | None
) -> CodeType:
    """The code that the project's own site was built with, where it has this template, too.

    What a copied project compiles is not kept among it.
    """
    own = engine.folder
    tail = (filename or "").partition("/templates/")[2]
    engine.folder = ROOT / FOLDER
    is_copy = own.resolve() != engine.folder
    try:
        with patch.object(template_cache, "_remember") if is_copy else nullcontext():
            path = str(ROOT / "templates" / tail) if tail else filename
            return _compile(engine, source, name, path)
    finally:
        engine.folder = own


yamlfile.parse = parsed
Remembering.compile = compiled  # type: ignore[assignment]
