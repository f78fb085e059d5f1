"""Checks of sums: what is listed after 其中 or before 合计 adds up to the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from lawbook.forms.plan.paper import Hit, Paper, Units, full_sentences
from lawbook.forms.plan.words import Fields, Pattern
from lawbook.law.record import Record, Text

_BRACKETS = re.compile("（[^（）]*）")
_EVEN = 0.0001
Part = tuple[float, str]  # size, as it is written


class Sums(Record):
    """A whole and its parts in one sentence, of one kind of unit (words → how much each is worth).

    The parts stand after one of ``among`` up to one of ``stops``, or before one of ``in_all``;
    there are two or more. ``short``: from so many parts on a sum that is less is named too.
    """

    kind: Literal["sums"]
    fields: Fields
    counted: dict[Text, float]
    among: Pattern
    in_all: Pattern | None = None
    stops: Pattern
    short: int | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Each answer with the first whole that its parts do not add up to, and their sum."""
        for key, place, text in paper.texts(self.fields):
            pairs = (pair for sentence in full_sentences(text) for pair in self._pairs(sentence))
            for (size, words), parts in pairs:
                total = sum(part for part, _ in parts)
                is_short = self.short is not None and len(parts) >= self.short
                if total > size + _EVEN or (is_short and total < size - _EVEN):
                    unit = next(unit for unit in self._units if words.endswith(unit))
                    shown = f"{total / self.counted[unit]:.4f}".rstrip("0").rstrip(".")
                    yield Hit(key, place, {"found": words, "limit": f"{shown}{unit}"})
                    break

    def _pairs(self, sentence: str) -> Iterator[tuple[Part, list[Part]]]:
        sentence = _BRACKETS.sub("", sentence)
        among = re.search(self.among, sentence)
        in_all = re.search(self.in_all, sentence) if self.in_all else None
        if among:
            before = self._numbers(sentence[: among.start()])
            parts = self._numbers(re.split(self.stops, sentence[among.end() :])[0])
            if before and len(parts) > 1:
                yield before[-1], parts
        elif in_all:
            parts, after = (
                self._numbers(text)
                for text in (sentence[: in_all.start()], sentence[in_all.end() :])
            )
            if after and len(parts) > 1:
                yield after[0], parts

    def _numbers(self, text: str) -> list[Part]:
        matches = self._number.finditer(text)
        return [(float(match[1]) * self.counted[match[2]], match[0]) for match in matches]

    @cached_property
    def _units(self) -> list[str]:
        return sorted(self.counted, key=len, reverse=True)

    @cached_property
    def _number(self) -> re.Pattern[str]:
        return re.compile(f"([0-9]{{1,9}}(?:\\.[0-9]{{1,4}})?)({'|'.join(self._units)})")
