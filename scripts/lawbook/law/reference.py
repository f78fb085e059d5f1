"""References inside official text: 本办法第二条, 《伦理办法》第五条至第八条, 《办法》第三节."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lawbook.base.numerals import from_han
from lawbook.law.citation import Citation, Step

_UNITS = {"章": "ch", "节": "sec", "条": "art", "款": "par", "项": "item"}
_RANK = {"ch": 0, "sec": 1, "art": 0, "par": 1, "item": 2, "annex": 0}
_NUMERAL = "[〇零一二三四五六七八九十百千0-9]+"
_PART = re.compile(rf"第[（(]?({_NUMERAL})[）)]?(章|节|条|款|项)(?:之({_NUMERAL}))?|附件")
_JOIN = re.compile("[、和及与至]?")
# What a check looks for: an article named in a text, of whatever document.
ARTICLE = re.compile(rf"第{_NUMERAL}条")


@dataclass(frozen=True)
class Reference:
    """A stretch ``text[start:end]`` that names provisions (a range names all between)."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def references(text: str, aliases: Mapping[str, str]) -> Iterator[Reference]:
    """Find the references of a text; ``aliases`` tell which document a name means.

    >>> found = references("依照《伦理办法》第五条至第八条进行", {"《伦理办法》": "g-2023"})
    >>> [(r.start, r.end, [str(c) for c in r.citations]) for r in found]
    [(2, 11, ['g-2023/art-5']), (12, 15, ['g-2023/art-6', 'g-2023/art-7', 'g-2023/art-8'])]
    """
    if not aliases:
        return
    names = "|".join(re.escape(name) for name in sorted(aliases, key=len, reverse=True))
    for match in re.finditer(names, text):
        yield from _chain(text, match.start(), match.end(), aliases[match[0]])


def _chain(text: str, start: int, position: int, document: str) -> Iterator[Reference]:
    """Read the parts that follow a document's name, the first of them with the name."""
    last: Citation | None = None
    while True:
        join = _JOIN.match(text, position)
        assert join is not None
        part = _PART.match(text, join.end() if last else position)
        if part is None:
            return
        start = part.start() if last else start
        citation = _cited(part, last, joined=bool(join[0]), document=document)
        reached = _between(last, citation) if last and join[0] == "至" else (citation,)
        yield Reference(start, part.end(), reached)
        position = part.end()
        last = citation


def _cited(part: re.Match[str], last: Citation | None, *, joined: bool, document: str) -> Citation:
    step = _step(part)
    kept = () if last is None else last.steps
    if joined or step.unit == "art":
        kept = tuple(old for old in kept if _RANK[old.unit] < _RANK[step.unit])
    return Citation(document, (*kept, step))


def _step(part: re.Match[str]) -> Step:
    if part[1] is None:
        return Step("annex")
    inserted = (from_han(part[3]),) if part[3] else ()
    return Step(_UNITS[part[2]], (from_han(part[1]), *inserted))


def _between(first: Citation, last: Citation) -> tuple[Citation, ...]:
    """Return all citations after ``first`` up to ``last``, which differ in their last number."""
    a, b = first.last, last.last
    if a is None or b is None or a.unit != b.unit or first.parent != last.parent:
        return (last,)
    numbers = range(a.number[0] + 1, b.number[0] + 1)
    return tuple(last.parent / Step(b.unit, (number,)) for number in numbers)
