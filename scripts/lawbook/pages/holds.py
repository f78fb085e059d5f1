"""Give the mark of a list or section once if all its statements share one that is not safe.

If at least ``FEW`` consecutive statements have the same mark, one line gives it for all; their own
marks are then shown only on request, with their basis in their place.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from lawbook.law.fact import Fact
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.rule import Based

FEW = 3
_MARK = re.compile(r'class="conf conf--(\w+)"')
_SAFE = '<small class="ground">'
_MORE = '<small class="ground ground--more">'
_ITEM = re.compile(r"( *)(?:[-*+]|\d+\.) ")
_HEADING = re.compile(r"#{1,6} ")

Line = Callable[[str, str], Markup]


@dataclass(frozen=True)
class Lines:
    """What templates say of marks that statements share; ``mark`` renders a mark as HTML."""

    library: Library
    mark: Callable[[str], Markup]

    @property
    def functions(self) -> tuple[Callable[..., object], ...]:
        """Return the functions that templates see."""
        return self.holds, self.grouped, self.shared

    def holds(self, words: str, mark: str) -> Markup:
        """Return the line itself: 以下3项：待核实."""
        return Markup('<p class="holds">{}：{}</p>').format(words, self.mark(mark))

    def grouped(
        self, statements: Iterable[Fact | Based], *, safe_first: bool = True
    ) -> list[tuple[str, list[Fact | Based]]]:
        """Group consecutive statements with one mark, the safe ones first, else in order.

        Each group is the mark that one line gives for all its statements (or an empty text if each
        has its own), and the statements.
        """
        ordered = list(statements)
        if safe_first:
            ordered.sort(key=lambda statement: rank(self.library, statement))
        runs = itertools.groupby(ordered, lambda statement: _unsafe(self.library, statement))
        listed = [(mark, list(run)) for mark, run in runs]
        return [(mark if len(run) >= FEW else "", run) for mark, run in listed]

    def shared(self, statements: Iterable[Fact | Based]) -> str:
        """Return the unsafe mark shared by all of at least ``FEW`` statements, or an empty text."""
        marks = [_unsafe(self.library, statement) for statement in statements]
        return marks[0] if len(marks) >= FEW and len(set(marks)) == 1 else ""


def rank(library: Library, statement: Fact | Based) -> int:
    """Return how far a statement's mark is from safe; -1 for every safe one."""
    mark = _unsafe(library, statement)
    return library.vocabularies["confidences"].keys.index(mark) if mark else -1


def _unsafe(library: Library, statement: Fact | Based) -> str:
    mark = grounds.mark(library, statement)
    return "" if mark is None or library.vocabularies["confidences"][mark].quiet else mark


def gathered(body: str, said: Line) -> str:
    """Return a page in which marks shared by a section or list are given once.

    ``said`` makes the line from some words and a mark.
    """
    return "\n".join(line for section in _sections(body) for line in section.lines(said))


@dataclass
class _Section:
    """A heading's line, if there is one, and the lines up to the next heading."""

    head: list[str]
    own: list[str] = field(default_factory=list)

    def lines(self, said: Line) -> Iterator[str]:
        """Yield the lines of the section, with a shared mark given once."""
        mark = _common(line for line in self.own if line.strip())
        if mark and self.head:
            yield from (*self.head, "", str(said("本节各项", mark)))
            yield from map(_held, self.own)
            return
        yield from self.head
        for _, run in itertools.groupby(self.own, _kind):
            yield from _run(list(run), said)


def _sections(body: str) -> Iterator[_Section]:
    section = _Section([])
    for text in body.split("\n"):
        if _HEADING.match(text):
            yield section
            section = _Section([text])
        else:
            section.own.append(text)
    yield section


def _kind(text: str) -> str:
    """Return what makes lines one list: the indentation of their items, or an empty text."""
    item = _ITEM.match(text)
    return f"item{item[1]}" if item else ""


def _run(lines: list[str], said: Line) -> Iterator[str]:
    item = _ITEM.match(lines[0])
    mark = _common(lines) if item else ""
    if item and mark:
        yield from (f"{item[1]}{said(f'以下{len(lines)}项', mark)}", "")
        yield from map(_held, lines)
    else:
        yield from lines


def _common(lines: Iterable[str]) -> str:
    """Return the one mark that every line has, if there are enough lines; else an empty text."""
    marked = [(line, _MARK.findall(line)) for line in lines]
    marks = {mark for _, own in marked for mark in own}
    alike = len(marks) == 1 and all(own and _SAFE not in line for line, own in marked)
    return marks.pop() if alike and sum(len(own) for _, own in marked) >= FEW else ""


def _held(text: str) -> str:
    return _MARK.sub(r'class="conf conf--held conf--\1"', text).replace(_MORE, _SAFE)
