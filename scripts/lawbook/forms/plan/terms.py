"""Checks of related numbers: one length for one thing, batches, heads, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from lawbook.base.numerals import from_han
from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import pieces_of
from lawbook.law.record import Record, Text

FIGURES: Shared[str] = "([0-9]{1,6}(?:[.][0-9]{1,2})?|[一二两三四五六七八九十]{1,3}|半)"
_SORT = "(?:批|轮|组|期|次|阶段|片|班)"
_UNITS = "(名|人|例|位|户|辆|台|架|份|件|张|条|间|家|头|株)"
_ALIKE = {"名": "人", "例": "人", "位": "人"}
EACH_BATCH: Shared[re.Pattern[str]] = re.compile(
    f"{FIGURES}个?{_SORT}[^。；\n0-9]{{0,10}}?[每各]个?{_SORT}?[^，。；\n0-9]{{0,4}}?{FIGURES}{_UNITS}"
)
IN_ALL: Shared[re.Pattern[str]] = re.compile(
    f"每个?{_SORT}[^，。；\n0-9]{{0,4}}?{FIGURES}{_UNITS}，?[共分计为成]{{1,3}}{FIGURES}个?{_SORT}"
)
MANY_MORE = 4
AMOUNT: Shared[re.Pattern[str]] = re.compile("([0-9]+(?:[.][0-9]+)?)(亿|万)?元")
SHARE_TOLD: Shared[re.Pattern[str]] = re.compile(
    "([0-9]+(?:[.][0-9]+)?)(亿|万)?元[^。；\n0-9]{0,8}占[^0-9，。；\n]{0,6}([0-9]+(?:[.][0-9]+)?)%"
)
_WORTH = {"亿": 1e8, "万": 1e4}
REST_OF_BATCHES: Shared[re.Pattern[str]] = re.compile(f"(?:其余|剩余|余下)的?{FIGURES}{_UNITS}")
WHOLE: Shared[re.Pattern[str]] = re.compile(f"{FIGURES}{_UNITS}")


def size_of(numeral: str) -> float:
    """Return the value of a numeral.

    >>> [size_of(one) for one in ("30", "2.5", "十二", "半")]
    [30.0, 2.5, 12.0, 0.5]
    """
    if numeral == "半":
        return 0.5
    return float(numeral) if numeral[0].isdigit() else float(from_han(numeral))


class OneTerm(Record):
    """Things for each of which all answers give the same length of time.

    A sentence is about a thing if one of ``things`` matches it, and if it has just one length.
    ``worth`` gives the size of each unit.
    """

    kind: Literal["one_term"]
    fields: tuple[str, ...]
    things: tuple[Pattern, ...]
    worth: dict[Text, float]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each later answer that has none of an earlier one's lengths, with both."""
        for thing in self.things:
            told: dict[str, dict[float, str]] = {}
            for key in self.fields:
                here = dict(self._lengths(paper.words(key), thing))
                other = next(
                    (earlier for earlier in told if here and not {*told[earlier]} & {*here}), None
                )
                if other:
                    shown, limit = (next(iter(lengths.values())) for lengths in (here, told[other]))
                    words = {"found": shown, "limit": limit}
                    yield Hit(key, (), {**words, "other": paper.label(other)})
                    break
                if here:
                    told[key] = here

    def _lengths(self, text: str, thing: str) -> Iterator[tuple[float, str]]:
        for sentence in pieces_of(text):
            for match in compiled(thing).finditer(sentence):
                numbers = self._numbers.findall(match[0])
                if len(numbers) == 1:
                    number, unit = numbers[0]
                    yield size_of(number) * self.worth[unit], f"{number}{unit}"

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        longest_first = "|".join(sorted(self.worth, key=len, reverse=True))
        return re.compile(f"{FIGURES}({longest_first})")


class Batches(Record):
    """Batches and their size, whose product is the whole in the sentence or in ``own``."""

    kind: Literal["batches"]
    fields: tuple[str, ...]
    own: tuple[str, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with its first wrong batches, and their product."""
        own = "\n".join(filter(None, map(paper.words, self.own)))
        for key, spot, text in paper.texts(self.fields):
            told = next((hit for piece in pieces_of(text) if (hit := _batches(piece, own))), None)
            if told:
                yield Hit(key, spot, {"found": told[0], "limit": told[1]})


def _batches(sentence: str, own: str) -> tuple[str, str] | None:
    """Return a batch's words and their product, if that is not the whole."""
    if match := EACH_BATCH.search(sentence):
        each, unit, all_ = match[2], match[3], size_of(match[1]) * size_of(match[2])
    elif match := IN_ALL.search(sentence):
        each, unit, all_ = match[1], match[2], size_of(match[3]) * size_of(match[1])
    elif match := REST_OF_BATCHES.search(sentence):
        return _rest(sentence, match, own)
    else:
        return None
    wholes = _wholes(sentence[: match.start()], unit)[-1:] or _wholes(own, unit)
    if not wholes or all_ in wholes or max(wholes) <= size_of(each):
        return None
    return match[0], f"{all_:.0f}{unit}"


def _rest(sentence: str, match: re.Match[str], own: str) -> tuple[str, str] | None:
    """Return the words on the rest, and its sum with the part before it."""
    *wholes, part = _wholes(sentence[: match.start()], match[2]) or [0.0]
    all_ = part + size_of(match[1])
    told = [*wholes, *_wholes(own, match[2])]
    return (match[0], f"{all_:.0f}{match[2]}") if part and told and all_ not in told else None


def _wholes(text: str, unit: str) -> list[float]:
    """Return the numbers of a unit, or of one like it, in a text."""
    kind = _ALIKE.get(unit, unit)
    numbers = WHOLE.findall(text)
    return [size_of(number) for number, word in numbers if _ALIKE.get(word, word) == kind]


class Heads(Record):
    """The number of persons that answers give (the first group of ``pattern``): as many as rows.

    Many more than the rows are allowed, since then only the main ones are listed.
    """

    kind: Literal["heads"]
    fields: tuple[str, ...]
    rows: str
    pattern: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first number that is not that of the rows."""
        count = len(paper.answers.rows(self.rows))
        for key, spot, text in paper.texts(self.fields) if count else ():
            match = compiled(self.pattern).search(text)
            if match and count != size_of(match[1]) <= count + MANY_MORE:
                yield Hit(key, spot, {"found": match[0], "limit": str(count)})


class Shares(Record):
    """Amounts with their stated share of the whole: 480万元，占20%."""

    kind: Literal["shares"]
    fields: tuple[str, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first share that fits none of its amounts."""
        for key, spot, text in paper.texts(self.fields):
            amounts = [float(size) * _WORTH.get(unit, 1) for size, unit in AMOUNT.findall(text)]
            for match in SHARE_TOLD.finditer(text):
                part, share = float(match[1]) * _WORTH.get(match[2], 1), float(match[3])
                if not any(abs(part / amount * 100 - share) < 1 for amount in amounts if amount):
                    yield Hit(key, spot, {"found": match[0]})
                    break
