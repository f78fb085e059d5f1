"""Checks of quantities: what one answer counts has the same number in the others.

There is no list of what is counted: it is the words around a number and its unit (60名老人,
老人60名).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import behind, plain_lines
from lawbook.law.record import Record, Text

HUNDREDTHS: Shared[re.Pattern[str]] = re.compile("百分之([一二三四五六七八九十百]+)(?!点)")
SIGNS_OF_NUMERAL: Shared[str] = "[一二两三四五六七八九十百千][一二三四五六七八九十百千零〇]{0,6}"
BEFORE_QUANTITY: Shared[re.Pattern[str]] = re.compile(
    "(?:不(?:低于|高于|少于|超过|晚于|早于|大于|小于|多于|足|得)|达到?|约|最多|最少|至[少多]|[共合总]计|共|[为是在有各的由从每到至降]"
    "|[≥≤><：（]|超过|[低高少多小大]于|保[存留]|留存|存储|[降提增升](?:到|至|高到|加到))+$"
)
QUANTITY: Shared[str] = "([0-9]{1,9}(?:[.][0-9]{1,4})?)(万)?余?多?"
BEHIND_QUANTITY: Shared[re.Pattern[str]] = re.compile(
    "(?:以[内上下来前后]|左右|之内|及以上|[内的后前）])+"
)
_ENDS = tuple("于足得达到约多少计共为是在有各的由每从至降≥≤><：（过存留储")
_NOT_HAN = re.compile("[^一-龥]")
_WORDS_BEHIND = re.compile("[一-龥]+")
NO_BEFORE: Shared[re.Pattern[str]] = re.compile("(?:[第前.月年/0-9—-]|[每各][一-龥]{0,2})$")
LONGEST_NO = 3  # characters of the thing
SAMPLED: Shared[re.Pattern[str]] = re.compile(
    "(?:抽[查检取样]|首批|第[一二三四五]批)[^，。；0-9]{0,8}$"
)
LONGER_UNIT: Shared[re.Pattern[str]] = re.compile("(?:月|百分|工作|自然|学期|小时|星期|季)")
CHANGED: Shared[re.Pattern[str]] = re.compile(
    "[左右多以]{0,2}(?:提高|提升|上升|升|增|扩大|扩展|降|下降|减|缩短|缩小|压)[一-龥]{0,3}[到至为]"
)
GROWN_TO: Shared[re.Pattern[str]] = re.compile("(?:扩大|扩展|增加|追加|扩|增)[到至为]$")
_TO = ("到", "至", "为")
REACH = 24
MOST_ALIKE = 2.5
SLIPS = (10, 100)  # ten times as much: a zero too many
MIN_TOLD = 2
Quantity = tuple[float, str]
ByField = dict[str, list[Quantity]]


class Quantities(Record):
    """Quantities in several answers, which contradict each other if their numbers differ.

    A number agrees if it is in the other answer, or is a sum of numbers there; the first of
    52%提高到75% is ignored. ``exact``: any other number contradicts, unless the other answer has it
    for another thing. Otherwise a number contradicts if two other answers share one that it differs
    from, if it exceeds the one in the first of ``fields``, or if it is near the only other one;
    those below ``least`` may be parts. In ``fewer`` a smaller number is allowed: parts, phases.
    ``bare`` units need no words around them; ``alike`` are units or words of one kind; ``unsaid``
    are words without meaning, ``weak`` ones of many meanings: they contradict two near ones or one
    with the same digits (46, 64), and none with the number of another thing. 扩大到200名 after
    20名患者 counts 患者 too.
    """

    kind: Literal["quantities"]
    fields: tuple[str, ...]
    units: tuple[Text, ...]
    alike: dict[str, Text] = {}
    bare: tuple[Text, ...] = ()
    fewer: tuple[str, ...] = ()
    unsaid: tuple[Text, ...] = ()
    weak: tuple[Text, ...] = ()
    exact: bool = False
    least: int = 3

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each pair of answers once, with both numbers and what is counted."""
        done: set[tuple[str, str]] = set()
        told = self._told(paper)
        for (thing, unit), by_field in told.items():
            if len(by_field) < MIN_TOLD or not (thing or unit in self.bare):
                continue
            for key in filter(by_field.__contains__, self.fields):
                other = self._other(thing, key, by_field, told["", unit])
                if other and not {(key, other), (other, key)} & done:
                    done.add((key, other))
                    shown, limit = (by_field[field][0][1] for field in (key, other))
                    words = {"part": thing or unit, "found": shown, "limit": limit}
                    yield Hit(key, (), {**words, "other": paper.label(other)})

    def _told(self, paper: Paper) -> dict[tuple[str, str], ByField]:
        """Return (thing, unit) → field → quantities; those without a thing include all."""
        told: dict[tuple[str, str], ByField] = {}
        alike = self.alike.get
        for key in self.fields:
            for size, words, unit, things in _quantities(paper.words(key), self.units):
                counted, quantity = alike(unit, unit), (size, words)
                for thing in {"": None} | {alike(word, word): None for word in things}:
                    if thing not in self._says_nothing:
                        here = told.setdefault((thing, counted), {})
                        here.setdefault(key, []).append(quantity)
        return told

    @cached_property
    def _says_nothing(self) -> frozenset[str]:
        return frozenset(self.unsaid)

    def _other(self, thing: str, key: str, by_field: ByField, every: ByField) -> str | None:
        """Return the answer that a field contradicts, if any."""
        sizes = {
            field: {size for size, _ in by_field[field]}
            for field in self.fields
            if field in by_field
        }
        mine = sizes.pop(key)
        told = ({size for size, _ in every[field]} for field in sizes)
        is_told = not self.exact and any(mine <= theirs for theirs in told)
        if is_told or any(_agree(mine, theirs) for theirs in sizes.values()):
            return None
        may = {
            field: theirs
            for field, theirs in sizes.items()
            if self._counts(key, mine, field, theirs)
            and not (self.exact and mine <= {size for size, _ in every[field]})
        }
        twice = [
            field
            for field in may
            if any(may[field] & sizes[second] for second in sizes if second != field)
        ]
        if twice and len(mine) == 1:
            weak = thing in self.weak
            near = not weak or self._are_near(mine, may[twice[0]], slips=())
            return twice[0] if near else None
        if thing in self.weak:
            earlier = self.fields[: self.fields.index(key)]
            return next(
                (field for field in earlier if _are_swapped(mine, may.get(field, mine))), None
            )
        both = {key: mine, **may}
        return next((field for field in may if self._is_apart(thing, key, field, both)), None)

    def _counts(self, key: str, mine: set[float], other: str, theirs: set[float]) -> bool:
        """Return whether two answers may be compared."""
        if not self.exact and max(mine) <= self.least:
            return False
        less, more = (key, other) if max(mine) < max(theirs) else (other, key)
        return less not in self.fewer or more in self.fewer

    def _is_apart(self, thing: str, key: str, other: str, sizes: dict[str, set[float]]) -> bool:
        mine, theirs = sizes[key], sizes[other]
        is_first = self.fields.index(key) < self.fields.index(other)
        if self.exact or is_first:
            return self.exact and not is_first
        if thing and other == self.fields[0] and max(mine) > max(theirs):
            return True
        alone = len(sizes) == len((mine, theirs)) and len(mine) == len(theirs) == 1
        return alone and self._are_near(mine, theirs)

    def _are_near(
        self, mine: set[float], theirs: set[float], slips: tuple[int, ...] = SLIPS
    ) -> bool:
        low, high = sorted((max(mine), max(theirs)))
        if low <= self.least:
            return False  # zero of a thing included
        return high <= low * MOST_ALIKE or high / low in slips or _are_swapped(mine, theirs)


def _are_swapped(mine: set[float], theirs: set[float]) -> bool:
    """Return whether two numbers have the same digits: 46 and 64."""
    here, there = f"{max(mine):.0f}", f"{max(theirs):.0f}"
    return len(here) > 1 and here != there and sorted(here) == sorted(there)


def _agree(mine: set[float], theirs: set[float]) -> bool:
    return bool(mine & theirs) or sum(mine) in theirs or sum(theirs) in mine


@lru_cache(maxsize=1024)
def _quantities(
    text: str, units: tuple[str, ...]
) -> tuple[tuple[float, str, str, tuple[str, ...]], ...]:
    """Return size, text as written, unit, and the character pairs that identify the thing."""
    quantities: list[tuple[float, str, str, tuple[str, ...]]] = []
    figures, line, first = _in_figures(plain_lines(text), units), -1, 0
    for match in _number(units).finditer(figures):
        begins = figures.rfind("\n", 0, match.start()) + 1
        first, line = first if begins == line else len(quantities), begins
        before = figures[max(match.start() - REACH, begins) : match.start()]
        after = figures[match.end() : match.end() + REACH].partition("\n")[0]
        is_apart = NO_BEFORE.search(before[-LONGEST_NO:]) or SAMPLED.search(before)
        if not is_apart and not _is_other(match, after):
            size = float(match[1]) * (10000 if match[2] else 1)
            things = _things(before, after)
            is_grown = (
                before.endswith(_TO) and GROWN_TO.search(before) and not _WORDS_BEHIND.match(after)
            )
            if is_grown and quantities[first:] and quantities[-1][2] == match[3]:
                things += quantities[-1][3]
            quantities.append((size, match[0], match[3], things))
    return tuple(quantities)


def _is_other(match: re.Match[str], after: str) -> bool:
    """Return whether it is a year, the first of two numbers or part of a longer unit (个月)."""
    is_year = match[3] == "年" and len(match[1]) > 3
    longer = match[3] == "个" and LONGER_UNIT.match(after)
    return bool(is_year or longer or CHANGED.match(after))


def _things(before: str, after: str) -> tuple[str, ...]:
    """Return the character pairs before a number, before 的 there, and the first after it."""
    # Their last characters are compared first: searching them everywhere takes long.
    bare = BEFORE_QUANTITY.sub("", before) if before.endswith(_ENDS) else before
    words = _NOT_HAN.split(bare[::-1], maxsplit=1)[0][::-1]
    last = _WORDS_BEHIND.match(behind(BEHIND_QUANTITY, after))
    later = last[0] if last else ""
    owner = words[: max(words[:-1].rfind("的"), 0)]
    pairs = [words[-2:], words[-4:-2], owner[-2:], later[:2]]  # written out: a loop takes longer
    pairs += [later[1:3], later[2:4], later[3:5], later[4:6]]
    return tuple({pair: None for pair in pairs if len(pair) > 1})


def _in_figures(text: str, units: tuple[str, ...]) -> str:
    """Return a text with Chinese numerals before a unit as digits; 一名 stays, 百分之八 is 8%."""
    if "百分之" in text:
        text = HUNDREDTHS.sub(lambda match: f"{from_han(match[1])}%", text)
    return _numeral(units).sub(
        lambda match: match[0] if match[0] == "一" else str(from_han(match[0])), text
    )


def _any(units: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(units, key=len, reverse=True)))


@lru_cache(maxsize=64)
def _numeral(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{SIGNS_OF_NUMERAL}(?={_any(units)})")


@lru_cache(maxsize=64)
def _number(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{QUANTITY}({_any(units)})")
