"""Checks of numbers that only one answer has although others should have them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.numerals import in_figures
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import plain_lines
from lawbook.law.record import Record, Text

_BEFORE, _BEHIND = 14, 8
_BESIDE = 2  # numbers before and after it, of which one may be a part
FIGURE: Shared[str] = "([0-9]{1,6}(?:[.][0-9]{1,2})?)(万)?[余多]?"
BEHIND_FIGURE: Shared[str] = "(?![月次工小民类员])"  # 个月, 个工作日, 个小时, 人民, 人类, 人员
REST_TOLD: Shared[re.Pattern[str]] = re.compile("其余|其他|另|还有|没有|未|剩余|尚")
_DATED = frozenset("0123456789.年月/—-")


class Figure(NamedTuple):
    """A number: its size, its sort, as written, and its context."""

    size: float
    sort: str
    words: str
    before: str
    behind: str


class Lonely(Record):
    """Numbers in a field that no other field has.

    ``units`` gives the sort of each unit; ``judged``: field → units of the numbers that are
    checked. A number also counts as found elsewhere if it is the sum or difference of a neighbour
    and one found elsewhere, or the rest (其余) of two. Those below ``least`` are not checked, nor
    those whose context contains ``unless``; # is the number.
    """

    kind: Literal["lonely"]
    judged: dict[str, tuple[Text, ...]]
    known: tuple[str, ...]
    units: dict[Text, Text]
    unless: Pattern
    least: int = 4

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each judged field once, with its first number that no other field has."""
        told = {key: _figures(paper.text(key), self._units) for key in self.known}
        for key, judged in self.judged.items():
            others = [told[other] for other in told if other != key]
            elsewhere = {(figure.sort, figure.size) for some in others for figure in some}
            mine = told[key]
            for number, figure in enumerate(mine):
                asked = figure.size >= self.least and figure.words.lstrip(_FIGURES) in judged
                if not asked or (figure.sort, figure.size) in elsewhere or self._is_apart(figure):
                    continue
                beside = mine[max(number - _BESIDE, 0) : number + _BESIDE + 1]
                known = {size for sort, size in elsewhere if sort == figure.sort}
                own = {other.size for other in mine if other.sort == figure.sort}
                even = any(_is_whole(figure, some) for some in others)
                if even or _is_reckoned(figure, beside, known):
                    continue
                if not _is_rest(figure, known | own, known):
                    yield Hit(key, (), {"found": figure.words})
                    break

    def _is_apart(self, figure: Figure) -> bool:
        return bool(compiled(self.unless).search(f"{figure.before}#{figure.behind}"))

    @cached_property
    def _units(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.units.items())


_FIGURES = "0123456789.万余多"


def _is_reckoned(figure: Figure, beside: tuple[Figure, ...], known: set[float]) -> bool:
    """Return whether it is the sum or difference of a neighbour and a number found elsewhere."""
    near = [other.size for other in beside if other is not figure and other.sort == figure.sort]
    return any(figure.size + size in known or figure.size - size in known for size in near)


def _is_whole(figure: Figure, told: tuple[Figure, ...]) -> bool:
    """Return whether an answer states it in two parts: a number, and what is left."""
    same = [other for other in told if other.sort == figure.sort]
    rest = [other.size for other in same if REST_TOLD.search(other.before[-6:])]
    return any(other.size + size == figure.size for other in same for size in rest)


def _is_rest(figure: Figure, all_: set[float], known: set[float]) -> bool:
    said = REST_TOLD.search(figure.before[-6:] + figure.behind)
    return bool(said) and any(more - less == figure.size for more in all_ for less in known)


@lru_cache(maxsize=512)
def _figures(text: str, units: tuple[tuple[str, str], ...]) -> tuple[Figure, ...]:
    """Return the numbers of a text that precede a unit."""
    sorts: Mapping[str, str] = dict(units)
    pattern = _number(tuple(sorts))
    numbers, last = [], 0
    figures = in_figures(plain_lines(text), tuple(sorts))
    figures = figures.replace("。", "\n").replace("；", "\n")
    for match in pattern.finditer(figures):
        before = figures[max(last, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        last = match.end()
        size = float(match[1]) * (10000 if match[2] else 1)
        if before[-1:] not in _DATED:
            behind = figures[last : last + _BEHIND].partition("\n")[0]
            numbers.append(Figure(size, sorts[match[3]], match[0], before, behind))
    return tuple(numbers)


@lru_cache(maxsize=16)
def _number(units: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    return re.compile(f"{FIGURE}({longest_first}){BEHIND_FIGURE}")
