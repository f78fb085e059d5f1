"""The basic kinds of checks: one short class a kind; the words to look for are in the data.

Each kind finds hits: the field, the spot inside its answer, and the words for the message.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.forms.plan.hints import has_one
from lawbook.forms.plan.numbers import around
from lawbook.forms.plan.paper import Day, Hit, Paper, Units, periods, whole_days
from lawbook.forms.plan.pieces import clauses, full_sentences, sentences
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text


class Same(Record):
    """Fields whose answers must be the same."""

    kind: Literal["same"]
    fields: tuple[str, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield the first field if two answers differ."""
        texts = [paper.text(key) for key in self.fields]
        if all(texts) and len(set(texts)) > 1:
            yield Hit(self.fields[0])


class Where(Record):
    """Words that count if the answer to one of some fields begins in one of some ways.

    Whatever the first group of ``within`` matches in it counts as well.
    """

    fields: tuple[str, ...]
    starts: tuple[Text, ...]
    any: tuple[Text, ...]
    within: Pattern | None = None

    def words(self, paper: Paper) -> tuple[str, ...]:
        """Return the words, empty if no answer begins so."""
        texts = [paper.text(key) for key in self.fields]
        matches = (compiled(self.within).match(text) for text in texts) if self.within else ()
        own = tuple(match[1] for match in matches if match)
        return own + (self.any if any(text.startswith(self.starts) for text in texts) else ())


class Matches(Record):
    """A field whose whole answer must match a pattern, or begin with a word that counts there."""

    kind: Literal["matches"]
    field: str
    pattern: Text
    where: Where | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field if its answer does not match."""
        text, pattern = paper.text(self.field), paper.filled(self.pattern, exactly=True)
        if not text or not pattern or compiled(pattern).fullmatch(text):
            return
        if not (self.where and text.startswith(self.where.words(paper))):
            yield Hit(self.field)


class Printed(Record):
    """A fixed text that must be unchanged; known for Word files only."""

    kind: Literal["printed"]
    field: str

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field if its text was changed."""
        if self.field in (paper.altered or ()):
            yield Hit(self.field)


class Part(Record):
    """One thing that an answer must mention.

    ``lead``: near the beginning of a sentence; the words of ``or_anywhere`` count wherever they
    are; the phrases of ``without`` are removed first.
    """

    part: Text
    any: tuple[Text, ...]
    lead: int | None = None
    or_anywhere: tuple[Text, ...] = ()
    without: tuple[Text, ...] = ()
    where: Where | None = None

    def stands_in(self, paper: Paper, text: str) -> bool:
        """Return whether one of the words occurs in a text."""
        for phrase in self.without:
            text = text.replace(phrase, "")
        if self.lead is None and (has_one(self._plain, text) or has_one(self.or_anywhere, text)):
            return True
        words = [word for key in self.any if (word := paper.filled(key))]
        words += self.where.words(paper) if self.where else ()
        if self.lead is None or has_one(self.or_anywhere, text):
            return has_one((*words, *self.or_anywhere), text)
        return has_one(words, text) and any(
            0 <= said.find(word) < self.lead for said in sentences(text) for word in words
        )

    @cached_property
    def _plain(self) -> tuple[str, ...]:
        """Return the words that contain no placeholder for an answer."""
        return tuple(word for word in self.any if "{" not in word)


class Parts(Record):
    """An answer that must mention several things."""

    kind: Literal["parts"]
    field: str
    parts: tuple[Part, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field, once for each part that is missing."""
        text = paper.text(self.field)
        for part in self.parts if text else ():
            if not part.stands_in(paper, text):
                yield Hit(self.field, (), {"part": part.part})


class AtLeast(Record):
    """Answers that must have a minimum length."""

    kind: Literal["at_least"]
    fields: Fields
    chars: int
    unless: tuple[Pattern, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each answer that is shorter and does not contain all that ``unless`` asks for."""
        for key, spot, text in paper.texts(self.fields):
            told = self.unless and all(compiled(pattern).search(text) for pattern in self.unless)
            if len(text.replace("\n", "")) < self.chars and not told:
                yield Hit(key, spot, {"limit": str(self.chars)})


class Count(Record):
    """Numbers with a unit that must not exceed a limit."""

    kind: Literal["number"]
    fields: Fields
    sentence: tuple[Text, ...]
    span: tuple[Text, ...]
    not_span: tuple[Text, ...] = ()
    unit: Text
    must_be: Literal["at_most", "at_least"]
    limit: Text
    unless: tuple[Text, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:
        """Yield each number over the limit, with its answer."""
        said, span = paper.standing(self.sentence), paper.standing(self.span)
        for key, spot, text in paper.holding(self.span, self.fields) if said else ():
            for sentence in full_sentences(text) if has_one(said, text) else ():
                if has_one(said, sentence) and has_one(span, sentence):
                    for beyond in self._beyond(paper, sentence, units):
                        yield Hit(key, spot, {"found": beyond, "limit": self.limit})

    def _beyond(self, paper: Paper, sentence: str, units: Units) -> Iterator[str]:
        limit = float(self.limit.replace("-", ""))
        before = 0
        for number in paper.numbers(sentence, self.unit, units):
            start, stop = around(sentence, number, before)
            span, told = sentence[start:stop], sentence[:stop]
            before = number.end
            beyond = number.size > limit if self.must_be == "at_most" else number.size < limit
            # A word that only comes after it (应急 after 一般) is about another number.
            if beyond and self._is_meant(span) and has_one(self.sentence, told):
                yield number.words

    def _is_meant(self, span: str) -> bool:
        return has_one(self.span, span) and not has_one((*self.not_span, *self.unless), span)


class Periods(Record):
    """Periods that may not end before they begin, and plans not before their date.

    A clause that contains ``past`` is about what was done before.
    """

    kind: Literal["periods"]
    fields: Fields
    not_before: str
    in_future: tuple[str, ...] = ()
    past: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each period or date that is out of order."""
        earliest = _day(paper.answers.values.get(self.not_before))
        for key, spot, text in paper.texts(self.fields):
            for start, end, words in periods(text):
                if end < start:
                    yield Hit(key, spot, {"found": words})
            for day, words in whole_days(self._to_come(text)) if key in self.in_future else ():
                if day < earliest:
                    yield Hit(key, spot, {"found": words})

    def _to_come(self, text: str) -> str:
        past = re.compile(self.past) if self.past else None
        return "，".join(part for part in clauses(text) if not (past and past.search(part)))


def _day(value: object) -> Day:
    """Return year, month and day of a date; the earliest of all days if it is missing."""
    if isinstance(value, datetime.date):
        return value.year, value.month, value.day
    return 0, 0, 0
