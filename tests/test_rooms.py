"""What the docstring of a room says that it knows is what its modules import."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "scripts" / "lawbook"
ROOMS = {
    ".".join(path.parent.relative_to(PACKAGE).parts): path
    for path in sorted(PACKAGE.rglob("*/__init__.py"))
}
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
FLOORS = [re.findall("[a-z]+", floor) for floor in LINTER["contracts"][0]["layers"]]
GRAPH = grimp.build_graph("lawbook", cache_dir=None)
MODULES = sorted(GRAPH.modules - {"lawbook", "lawbook.__main__"})


def imported(module: str) -> set[str]:
    """The modules of the rooms that a module imports, also for types only."""
    return GRAPH.find_modules_directly_imported_by(module) - {"lawbook"}


def room_of(module: str) -> str:
    """The innermost room of a module."""
    parts = module.split(".")[1:]
    return next(name for n in (2, 1) if (name := ".".join(parts[:n])) in ROOMS)


def known(room: str) -> set[str]:
    """The rooms from which a room's modules import; an inner room of another counts as that."""
    rooms = {room_of(m) for module in MODULES if room_of(module) == room for m in imported(module)}
    seen = {other if outermost(other) == outermost(room) else outermost(other) for other in rooms}
    return {other for other in seen if other != room and not other.startswith(f"{room}.")}


def outermost(room: str) -> str:
    return room.partition(".")[0]


def said(docstring: str) -> tuple[set[str], set[str]]:
    """What a room says that it knows, by name, and what it may know besides."""
    sentence = re.search(r"Knows [^;]*?(?=;|\.(?:\s|$))", docstring)
    assert sentence is not None, docstring
    named = set(re.findall("``([a-z.]+)``", sentence[0]))
    if "what lies below" not in sentence[0]:
        return named, set()
    highest = min(number for number, floor in enumerate(FLOORS) if named & {*floor})
    return named, {room for floor in FLOORS[highest + 1 :] for room in floor}


def test_what_a_docstring_promises_is_read() -> None:
    assert said("The end. Knows ``rules`` and what lies below it; not ``x``.") == (
        {"rules"},
        {"law", "base"},
    )
    assert said("Knows ``word.layout`` and ``forms``.") == ({"word.layout", "forms"}, set())
    assert said("Knows no other room.") == (set(), set())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_what_it_says(room: str) -> None:
    named, besides = said(ast.get_docstring(ast.parse(ROOMS[room].read_text("utf-8"))) or "")
    assert named <= known(room)
    assert known(room) - named <= besides


def test_no_module_imports_the_room_in_which_it_stands() -> None:
    above = {
        f"{module} imports {other}"
        for module in MODULES
        for other in imported(module)
        if module.startswith(f"{other}.")
    }
    assert above == set()
