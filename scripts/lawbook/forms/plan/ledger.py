"""Checks of numbers told once only: goals, schedule and results name what others name too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from lawbook.base.pattern import compiled
from lawbook.forms.plan.numerals import in_figures
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import plain_lines
from lawbook.forms.plan.words import Pattern
from lawbook.law.record import Record, Text

_BEFORE, _BEHIND = 14, 8
_BESIDE = 2  # numbers before and behind, of which one may be a part
_REST = re.compile("其余|其他|另|还有|没有|未|剩余|尚")
_DATED = frozenset("0123456789.年月/—-")


class Told(NamedTuple):
    """A number: its size, its sort, as it is written, and what stands around it."""

    size: float
    sort: str
    words: str
    before: str
    behind: str


class Lonely(Record):
    """Numbers of a field that no other field tells.

    ``units`` gives the sort of each unit; ``judged``: field → units of which its numbers are
    asked. A number stands elsewhere too if it is the sum or the difference of one beside it and
    one told elsewhere, or what is left (其余) of two. Small ones (``least``) are not asked, nor
    those around which ``unless`` stands; # is the number.
    """

    kind: Literal["lonely"]
    judged: dict[str, tuple[Text, ...]]
    known: tuple[str, ...]
    units: dict[Text, Text]
    unless: Pattern
    least: int = 4

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Each such field once, with its first number that no other tells."""
        told = {key: _told(paper.text(key), self._units) for key in self.known}
        for key, judged in self.judged.items():
            others = [told[one] for one in told if one != key]
            elsewhere = {(one.sort, one.size) for some in others for one in some}
            mine = told[key]
            for number, one in enumerate(mine):
                asked = one.size >= self.least and one.words.lstrip(_FIGURES) in judged
                if not asked or (one.sort, one.size) in elsewhere or self._is_apart(one):
                    continue
                beside = mine[max(number - _BESIDE, 0) : number + _BESIDE + 1]
                known = {size for sort, size in elsewhere if sort == one.sort}
                own = {two.size for two in mine if two.sort == one.sort}
                even = any(_is_whole(one, some) for some in others)
                if even or _is_reckoned(one, beside, known):
                    continue
                if not _is_rest(one, known | own, known):
                    yield Hit(key, (), {"found": one.words})
                    break

    def _is_apart(self, one: Told) -> bool:
        return bool(compiled(self.unless).search(f"{one.before}#{one.behind}"))

    @cached_property
    def _units(self) -> tuple[tuple[str, str], ...]:
        return tuple(self.units.items())


_FIGURES = "0123456789.万余多"


def _is_reckoned(one: Told, beside: tuple[Told, ...], known: set[float]) -> bool:
    """Whether it is a sum or difference with a number beside it that stands elsewhere."""
    near = [two.size for two in beside if two is not one and two.sort == one.sort]
    return any(one.size + size in known or one.size - size in known for size in near)


def _is_whole(one: Told, told: tuple[Told, ...]) -> bool:
    """Whether an answer tells it in two: so many, and what is left."""
    same = [two for two in told if two.sort == one.sort]
    rest = [two.size for two in same if _REST.search(two.before[-6:])]
    return any(two.size + size == one.size for two in same for size in rest)


def _is_rest(one: Told, all_: set[float], known: set[float]) -> bool:
    said = _REST.search(one.before[-6:] + one.behind)
    return bool(said) and any(more - less == one.size for more in all_ for less in known)


@lru_cache(maxsize=512)
def _told(text: str, units: tuple[tuple[str, str], ...]) -> tuple[Told, ...]:
    """The numbers of a text that stand before a unit."""
    sorts: Mapping[str, str] = dict(units)
    pattern = _number(tuple(sorts))
    found, last = [], 0
    figures = in_figures(plain_lines(text), tuple(sorts))
    figures = figures.replace("。", "\n").replace("；", "\n")
    for match in pattern.finditer(figures):
        before = figures[max(last, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
        last = match.end()
        size = float(match[1]) * (10000 if match[2] else 1)
        if before[-1:] not in _DATED:
            behind = figures[last : last + _BEHIND].partition("\n")[0]
            found.append(Told(size, sorts[match[3]], match[0], before, behind))
    return tuple(found)


@lru_cache(maxsize=16)
def _number(units: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    behind = "(?![月次工小民类员])"  # 个月, 个工作日, 个小时, 人民, 人类, 人员
    return re.compile(f"([0-9]{{1,6}}(?:[.][0-9]{{1,2}})?)(万)?[余多]?({longest_first}){behind}")
