"""Checks of wholes and their members: 专职10名（算法4名、法律6名）, 4期、每期60人, 培训240人次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.base.shared import Shared
from lawbook.forms.plan.numerals import PARTED, SEVERAL, in_figures
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import has_three_figures, most_numbers, pieces_of, without_number
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text

# What introduces the members of a whole: a bracket, a colon, 其中.
MEMBERS_OPEN: Shared[re.Pattern[str]] = re.compile(
    "(?:（[^（）0-9]{0,12}）)?[^0-9，。；、：（＝=｜\n—]{0,8}"
    "(?:（|：|＝|=|｜|—{1,2}|，(?=其中|包括|由|分别|即|含)|(?=其中|包括|分别))"
    "(?:其中|包括|由|分别[为是]?|即|含|分为)?[：，]?"
)
MEMBERS_APART: Shared[re.Pattern[str]] = re.compile("(?:（[^（）]*）)?([、＋+，和及与])(?:其中)?")
SIZE: Shared[str] = "([0-9]{1,7}(?:[.][0-9]{1,2})?)"
NO_MEASURE: Shared[str] = "(?![次月工])"
MEMBER_NAME: Shared[str] = "[^0-9。；、，＋+\n（）：＝=｜每各]{1,14}?约?"
BEHIND_MEMBER: Shared[str] = "(?![次月])|(?![0-9.%一-龥A-Za-z])|(?=[和及与])"  # its unit, or none
MEMBERS_LOOSE: Shared[re.Pattern[str]] = re.compile("其中|包括|含")  # not all need to be listed
MEMBERS_BESIDE: Shared[re.Pattern[str]] = re.compile("兼职|外聘|另|志愿")
_EVEN = 0.0001
MANY = 3  # a whole and two members, or a list of three

ROUNDS_HELD: Shared[re.Pattern[str]] = re.compile(
    "([0-9]{1,3}|[一两二三四五六七八九十]{1,3})([期次场批班轮])"
)
EACH_ROUND: Shared[re.Pattern[str]] = re.compile(
    "每([期次场批班轮])(?:培训|参训|约|不少于|至少|各){0,2}"
    "([0-9]{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?)[人名]"
)
PERSONS_TOLD: Shared[re.Pattern[str]] = re.compile("([0-9]{1,7})(?:人次|[人名])")
VISITS: Shared[re.Pattern[str]] = re.compile("([0-9]{1,7})人次")
TRAINED: Shared[re.Pattern[str]] = re.compile("训|班|讲")


class Members(Record):
    """Wholes followed by a list of their members, which must add up.

    ``units``: their units, ``alike`` those of one sort. A member may omit its unit (审查6、服务4).
    After 其中 not all need to be listed, except those of ``full`` if there are three.
    """

    kind: Literal["members"]
    fields: Fields
    units: tuple[Text, ...]
    alike: dict[Text, Text] = {}
    full: tuple[Text, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first whole that its members do not match, and their sum."""
        for key, spot, text in paper.texts(self.fields):
            wrong = next(self._wrong(text), None)
            if wrong:
                yield Hit(key, spot, wrong)

    def _wrong(self, text: str) -> Iterator[dict[str, str]]:
        number = _number(self.units)
        some = pieces_of(in_figures(text, self.units)) if most_numbers(text) >= MANY else ()
        lines = map(without_number, filter(has_three_figures, some))
        for line in filter(has_three_figures, lines):
            known: list[float] = []
            for match in number.finditer(line):
                known.append(float(match[1]))
                sizes, ends, lead = self._members(match[2], line[match.end() :])
                if len(sizes) > 1 and not _adds_up(sizes, ends, known):
                    total, loose = sum(sizes), bool(MEMBERS_LOOSE.search(lead))
                    is_full = match[2] in self.full and len(sizes) >= MANY
                    if not loose or total > known[-1] or is_full:
                        shown = f"{total:.2f}".rstrip("0").rstrip(".")
                        yield {"found": match[0], "limit": f"{shown}{match[2]}"}

    def _members(self, unit: str, rest: str) -> tuple[list[float], list[int], str]:
        """Return the sizes of the members, the counts after which the list may end, its lead-in."""
        opened = MEMBERS_OPEN.match(rest)
        sizes: list[float] = []
        ends: list[int] = []
        sort = self.alike.get(unit, unit)
        same = tuple(other for other in self.units if self.alike.get(other, other) == sort)
        at = opened.end() if opened else len(rest)
        while match := _member(same).match(rest, at):
            if MEMBERS_BESIDE.search(match[0]):
                break
            sizes.append(float(match[1]))
            apart = MEMBERS_APART.match(rest, match.end())
            if not apart:
                break
            if apart[1] == "，":
                ends.append(len(sizes))
            at = apart.end()
        return sizes, [*ends, len(sizes)], opened[0] if opened else ""


def _adds_up(sizes: list[float], ends: list[int], known: list[float]) -> bool:
    """Return whether the members up to an end add up to the whole or a number before them."""
    sums = [sum(sizes[:end]) for end in ends if end > 1]
    return any(abs(total - whole) < _EVEN for total in sums for whole in known)


@lru_cache(maxsize=16)
def _number(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{SIZE}({_any(units)}){NO_MEASURE}")


@lru_cache(maxsize=64)
def _member(units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"{MEMBER_NAME}{SIZE}(?:(?:{_any(units)}){BEHIND_MEMBER})")


def _any(units: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(units, key=len, reverse=True)))


class Rounds(Record):
    """Rounds and the number for each (4期、每期60人): other answers must have their product."""

    kind: Literal["rounds"]
    fields: tuple[str, ...]
    told: tuple[str, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first different product, there or in the same sentence."""
        for key in self.fields:
            for piece in (part for part in pieces_of(paper.text(key)) if "每" in part):
                size, words = _product(piece)
                rest = EACH_ROUND.sub("", piece) if size else ""
                mine = [int(match[1]) for match in PERSONS_TOLD.finditer(rest)]
                more = [number for number in mine if number > size / 2]
                others = self._others(paper, key) if size and not more else []
                if (more and size not in more) or (others and size not in others):
                    persons = max(more) if more else others[0]
                    yield Hit(
                        key, (), {"found": words, "limit": f"{size}人", "other": f"{persons}人"}
                    )
                    break

    def _others(self, paper: Paper, key: str) -> list[int]:
        told = [
            piece for other in self.told if other != key for piece in pieces_of(paper.text(other))
        ]
        said = [piece for piece in told if TRAINED.search(piece)]
        return [int(match[1]) for piece in said for match in VISITS.finditer(piece)]


def _product(piece: str) -> tuple[int, str]:
    """Return the greatest product of rounds and the number for each, and both as written."""
    each = EACH_ROUND.search(piece)
    if not each:
        return 0, ""
    told = [
        match for match in ROUNDS_HELD.finditer(piece) if not SEVERAL.search(piece[: match.start()])
    ]
    counted = [(from_han(match[1]), match) for match in told]
    rounds = [(size, match[0]) for size, match in counted if match[2] == each[1] and size > 1]
    if not rounds or PARTED.search(piece):
        return 0, ""
    most, words = max(rounds)
    return most * from_han(each[2]), f"{words}、{each[0]}"


class Grown(Record):
    """New ones and the whole (新设8家，总数15家): the rest is in the field ``base``.

    由7家增至15家（新设8家） is computed alike; a rest of one or two may be given in words.
    """

    kind: Literal["grown"]
    fields: tuple[str, ...]
    base: str

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first that does not add up, and the rest."""
        held = {
            int(number) for number in UNITS_HELD.findall(in_figures(paper.text(self.base), ("家",)))
        }
        for key in self.fields:
            text = in_figures(paper.text(key), ("家",))
            left = [(int(m[2]) - int(m[1]), m[0]) for m in UNITS_NEW.finditer(text)]
            wrong = [
                step for step in left if step[0] < 0 or (step[0] >= MANY and step[0] not in held)
            ]
            grown = [(int(m[2]) - int(m[1]), m[0], int(m[3])) for m in UNITS_FROM.finditer(text)]
            wrong += [(more, words) for more, words, new in grown if more != new]
            if wrong and held:
                yield Hit(key, (), {"found": wrong[0][1], "limit": str(wrong[0][0])})


UNITS_HELD: Shared[re.Pattern[str]] = re.compile("([0-9]{1,6})家")
_ADDED = "(?:新设|新增|新建|增设|再设|净增)"
UNITS_NEW: Shared[re.Pattern[str]] = re.compile(
    f"{_ADDED}[^，。；0-9\n]{{0,20}}([0-9]{{1,6}})家[^，。；0-9\n]{{0,8}}[，；（｜]?"
    "[^，。；0-9由\n]{0,10}(?:累计|总数|合计|共计?|总计|达到?|增至|增加到)"
    "[^，。；0-9由\n]{0,6}([0-9]{1,6})家"
)
UNITS_FROM: Shared[re.Pattern[str]] = re.compile(
    "由([0-9]{1,6})家[^，。；0-9\n]{0,6}(?:增|提|达|扩)[^，。；0-9\n]{0,6}([0-9]{1,6})家"
    f"[^0-9。；\n]{{0,4}}{_ADDED}[^0-9，。；\n]{{0,8}}([0-9]{{1,6}})家"
)

Sizes = Members | Rounds | Grown
