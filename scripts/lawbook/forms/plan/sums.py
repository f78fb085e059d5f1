"""Checks of sums: what is listed after 其中 or before 合计 adds up to the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.forms.plan.hints import may_stand
from lawbook.forms.plan.numerals import in_figures
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import (
    full_sentences,
    has_three_figures,
    most_numbers,
    without_number,
)
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text

_BRACKETS = re.compile("（[^（）]*）")
_EVEN = 0.0001
LEAST = 3  # a whole and two parts
MOST_PARTS = 12
Part = tuple[float, str]  # size, as written


class Sums(Record):
    """A whole and its parts in one sentence, in one kind of unit (words → the worth of each).

    The parts come after one of ``among`` up to one of ``stops``, or before one of ``in_all``; there
    are at least two. ``short``: from this many parts on, a smaller sum is reported too.
    """

    kind: Literal["sums"]
    fields: Fields
    counted: dict[Text, float]
    among: Pattern
    in_all: Pattern | None = None
    stops: Pattern
    short: int | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first whole that its parts do not add up to, and their sum."""
        for key, spot, written in paper.holding(self._units, self.fields):
            text = in_figures(written, self._units) if most_numbers(written) >= LEAST else ""
            if not has_three_figures(text) or not self._may_stand(text):
                continue
            pairs = [pair for sentence in full_sentences(text) for pair in self._pairs(sentence)]
            for wholes, parts in (*pairs, *self._below(text)):
                total = sum(part for part, _ in parts)
                size, words = wholes[-1]
                is_short = self.short is not None and len(parts) >= self.short
                even = any(abs(total - other) < _EVEN for other, _ in wholes)
                even = even or _is_twice(size, parts)
                if not even and (total > size or is_short):
                    unit = next(unit for unit in self._units if words.endswith(unit))
                    shown = f"{total / self.counted[unit]:.4f}".rstrip("0").rstrip(".")
                    yield Hit(key, spot, {"found": words, "limit": f"{shown}{unit}"})
                    break

    def _may_stand(self, text: str) -> bool:
        """Return whether a text may contain a listing, with or without bracketed text."""
        both = f"{text}\n{_BRACKETS.sub('', text)}" if "（" in text else text
        return self._is_said(both)

    def _is_said(self, text: str) -> bool:
        return may_stand(self.among, text) or bool(self.in_all and may_stand(self.in_all, text))

    def _pairs(self, sentence: str) -> Iterator[tuple[list[Part], list[Part]]]:
        """Yield, for each listing of a sentence, the candidates for its whole, and its parts."""
        sentence = _BRACKETS.sub("", sentence) if "（" in sentence else sentence
        enough = has_three_figures(sentence) and self._is_said(sentence)
        matches = list(compiled(self.among).finditer(sentence)) if enough else []
        for match in matches:
            wholes = self._numbers(sentence[: match.end()])
            parts = self._numbers(compiled(self.stops).split(sentence[match.end() :])[0])
            if wholes and len(parts) > 1:
                yield wholes, parts
        may = enough and self.in_all and not matches
        in_all = compiled(str(self.in_all)).search(sentence) if may else None
        if in_all:
            parts = self._numbers(sentence[: in_all.start()])
            wholes = self._numbers(sentence[in_all.end() :])[:1]
            if wholes and len(parts) > 1:
                yield wholes, parts

    def _below(self, text: str) -> Iterator[tuple[list[Part], list[Part]]]:
        """Yield each line 合计 with the first numbers of the lines above it."""
        above: list[Part] = []
        lines = text.split("\n") if self.in_all else []
        if not any(map(compiled(str(self.in_all)).match, map(without_number, lines[1:]))):
            return
        for line in lines:
            leading = self._numbers(_BRACKETS.sub("", line))[:1]
            if leading and self.in_all and compiled(self.in_all).match(without_number(line)):
                if len(above) > 1:
                    yield leading, above
                above = []
            else:
                above = [*above, *leading]

    def _numbers(self, text: str) -> list[Part]:
        return _amounts(text, self.counted)

    @cached_property
    def _units(self) -> tuple[str, ...]:
        return tuple(sorted(self.counted, key=len, reverse=True))


class Whole(Record):
    """Amounts in an answer, the greatest of which must be the sum of others, or of all."""

    kind: Literal["whole"]
    fields: tuple[str, ...]
    counted: dict[Text, float]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer whose other amounts exceed it together, with none of them as great."""
        for key in self.fields:
            text = in_figures(paper.text(key), tuple(self.counted))
            amounts = _amounts(text, self.counted)
            sizes = sorted(size for size, _ in amounts)
            rest, most = sizes[:-1], sizes[-1] if sizes else 0.0
            if len(rest) > 1 and sum(rest) > most + _EVEN and not _adds_up(rest, most):
                yield Hit(
                    key, (), {"found": next(words for size, words in amounts if size == most)}
                )


def _is_twice(whole: float, parts: list[Part]) -> bool:
    """Return whether the parts give the whole twice: by where it comes from, and by use."""
    sizes = [size for size, _ in parts]
    return abs(sum(sizes) - 2 * whole) < _EVEN and any(
        abs(sum(sizes[:end]) - whole) < _EVEN for end in range(1, len(sizes))
    )


def _amounts(text: str, counted: Mapping[str, float]) -> list[Part]:
    """Return the numbers in a text before one of some units (→ the worth of each)."""
    matches = _number(tuple(counted)).finditer(text)
    return [(float(match[1]) * counted[match[2]], match[0]) for match in matches]


@lru_cache(maxsize=64)
def _number(units: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(sorted(units, key=len, reverse=True))
    return re.compile(f"([0-9]{{1,9}}(?:\\.[0-9]{{1,4}})?)({longest_first})")


def _adds_up(sizes: list[float], whole: float) -> bool:
    """Return whether some of the sizes (at most the twelve greatest) add up to the whole."""
    sums = [0.0]
    for size in sizes[-MOST_PARTS:]:
        sums += [total + size for total in sums]
    return any(f"{total:.4f}" == f"{whole:.4f}" for total in sums)
