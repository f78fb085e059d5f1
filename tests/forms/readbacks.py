"""What the command line says of a Word file, in the shape in which the browser says it."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from chromium import asked
from scripts import in_browser

from lawbook.base.problem import ProblemsFound
from lawbook.checks import filled_form
from lawbook.checks.filled_form import Remark
from lawbook.library.library import Library
from lawbook.word.read.readback import read

NAME = "方案.docx"
OTHERWISE = "pilot-plan"  # the page to which a file is given that nobody recognises


def act(library: Library, data: bytes, wanted: str = "", name: str = NAME) -> dict[str, Any]:
    """What to ask of the page about a file; a page is always that of a form."""
    wanted = wanted or _form_of(library, data)
    encoded = base64.b64encode(data).decode()
    return {"data": encoded, "name": name, "wanted": wanted, "keys": list(library.forms)}


def _form_of(library: Library, data: bytes) -> str:
    try:
        return read(library.forms, data, NAME).form.key
    except ProblemsFound:
        return OTHERWISE


def different(library: Library, cases: Mapping[str, bytes]) -> list[str]:
    """The cases of which page and command line say different things."""
    return compared(library, cases)[0]


def compared(library: Library, cases: Mapping[str, bytes]) -> tuple[list[str], list[Any]]:
    """Where page and command line differ, and what the page answers; prints the times."""
    told = [_said_of_a_form(library, data) for data in cases.values()]
    acts = [
        act(library, data, wanted) for data, (wanted, _) in zip(cases.values(), told, strict=True)
    ]
    found = []
    answers = asked(library, acts)
    for name, (_, ours), theirs in zip(cases, told, answers, strict=True):
        found += [f"{name}: {one}" for one in differences(ours, theirs)]
    times = sorted(sum(one["ms"]) for one in answers)
    print(f"{len(times)} files, median {times[len(times) // 2]:.0f} ms, most {times[-1]:.0f} ms")
    return found, answers


def _said_of_a_form(library: Library, data: bytes) -> tuple[str, dict[str, Any]]:
    """The form that a file is taken for, and what is said of it; what is none is asked as one."""
    ours = said(library, data)
    if "form" in ours:
        return ours["form"], ours
    return OTHERWISE, said(library, data, OTHERWISE)


def said(library: Library, data: bytes, wanted: str = "") -> dict[str, Any]:
    """What Python says of the same file."""
    try:
        back = read(library.forms, data, NAME, wanted)
    except ProblemsFound as found:
        return {"refused": [str(problem) for problem in found.problems]}
    origin = {key: getattr(back.origin, key) for key in ("form", "version", "title", "mark")}
    found = filled_form.remarks(library, back.answers, back.faults, back.altered)
    return {
        "form": back.form.key,
        "answers": in_browser(back.answers),
        "origin": origin,
        "faults": [list(fault) for fault in back.faults],
        "notes": [str(note) for note in back.notes],
        "altered": list(back.altered),
        "remarks": remarks(found),
    }


def remarks(found: Iterable[Remark]) -> list[dict[str, Any]]:
    """Findings as the page gives them."""
    return [vars(remark) | {"line": str(remark)} for remark in found]


def differences(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """Where the page (``theirs``) says something else; each with both sayings."""
    page = {key: value for key, value in theirs.items() if key not in ("ms", "unpacked")}
    page["remarks"] = [
        {key: value for key, value in one.items() if key != "path"}
        for one in theirs.get("remarks", [])
    ]
    if "refused" in ours:
        page.pop("remarks")
    keys = {**ours, **page}
    return [
        f"{key}: {ours.get(key)!r} / {page.get(key)!r}"
        for key in keys
        if ours.get(key) != page.get(key)
    ]
