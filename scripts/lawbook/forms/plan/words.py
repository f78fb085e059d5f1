"""Checks of wording: what an answer must not contain, and what contradicts what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache, partial
from math import ceil
from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.pairs import pairs, set_of
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import (
    SHORTEST_SENTENCE,
    full_sentences,
    pieces_of,
    without_number,
)
from lawbook.forms.plan.rows import cells
from lawbook.law.record import Record, Text

Fields = Literal["all"] | tuple[str, ...]
SHOWN = 16
SHORTEST_PIECE = 8
ORDINAL: Shared[re.Pattern[str]] = re.compile(
    "[。；：\n](?:第[一二三四五六七八九十]{1,2}[，、：]|[一二三四五六七八九]是)"
)
STOPS_OF_NAME: Shared[re.Pattern[str]] = re.compile("[：:。；]|，(?=可能|程度|概率|影响|后果|发生)")


class Found(Record):
    """A wording that must not be in an answer, or in some columns of its rows.

    ``whole``: only as the whole answer; ``unless``: not in a sentence that contains this too.
    """

    kind: Literal["found"]
    fields: Fields
    columns: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    pattern: Pattern
    whole: bool = False
    unless: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer with the first such wording in it."""
        some = (paper.ending if self.whole else paper.matching)(self.pattern, self.fields)
        for key, spot, text in some:
            column = str(spot[1]) if spot else ""
            if key in self.besides or (self.columns and column not in self.columns):
                continue
            if match := self._found(text):
                yield Hit(key, spot, {"found": match[:SHOWN], **_row(paper, key, spot)})

    @cached_property
    def _wording(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def _found(self, text: str) -> str | None:
        if self.whole:
            return text if self._wording.fullmatch(text) else None
        if self.unless is None:
            match = self._wording.search(text)
            return match[0].strip("\n") if match else None
        for sentence in full_sentences(text):
            match = self._wording.search(sentence)
            if match and not compiled(self.unless).search(sentence):
                return match[0]
        return None


def _row(paper: Paper, key: str, spot: tuple[str | int, ...]) -> dict[str, str]:
    if not spot:
        return {}
    column = next(column for column in paper.form.field(key).columns if column.key == spot[1])
    return {"label": f"{paper.label(key)}第{int(spot[0]) + 1}行的{column.label}"}


class Given(Record):
    """A condition on a field: boxes ticked, words found, words missing, nothing said.

    ``of``: only sentences that contain this, each with the next of its line, are read, and there
    must be one. The words of the fields ``beside`` count too; with a name from the column
    ``names_column`` of the rows ``names_of``, words are never missing.
    """

    field: str
    beside: tuple[str, ...] = ()
    names_of: str | None = None
    names_column: str | None = None
    ticked: tuple[str, ...] = ()
    unticked: tuple[str, ...] = ()
    of: Pattern | None = None
    has: Pattern | None = None
    lacks: Pattern | None = None
    empty: bool | None = None

    def holds(self, paper: Paper) -> bool:
        """Return whether all of it holds; words are missing only if something is written."""
        chosen = paper.answers.chosen(self.field)
        if (self.ticked and chosen.keys().isdisjoint(self.ticked)) or not (
            chosen.keys().isdisjoint(self.unticked)
        ):
            return False
        text = paper.words(self.field)
        if self.beside:
            text = "\n".join(filter(None, (text, *map(paper.words, self.beside))))
        text = text if self.of is None else "\n".join(_speaking_of(self.of, text))
        if self.of is not None and not text:
            return False
        if self.empty is not None and self.empty == bool(chosen or text):
            return False
        if self.has and not compiled(self.has).search(text):
            return False
        return not self.lacks or bool(text and not self._stands_in(paper, text))

    def _stands_in(self, paper: Paper, text: str) -> bool:
        names = filter(None, cells(paper, self.names_of, self.names_column))
        return bool(compiled(str(self.lacks)).search(text)) or any(name in text for name in names)


def _speaking_of(pattern: str, text: str) -> Iterator[str]:
    """Yield the sentences that match a pattern, each with the next one of its line."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        pieces = full_sentences(line)
        below = lines[at + 1 : at + 2] if len(line) < SHORTEST_SENTENCE else []  # in a heading
        for number, piece in enumerate(pieces):
            if compiled(pattern).search(piece):
                yield "。".join((*pieces[number : number + 2], *below))


class Together(Record):
    """Conditions that must not hold at once."""

    kind: Literal["together"]
    field: str
    given: tuple[Given, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field if all of them hold."""
        if all(given.holds(paper) for given in self.given):
            yield Hit(self.field)


class Each(Record):
    """Items of an answer (lines that begin in a given way), each of which must have something.

    A name in the column ``names_column`` of the rows ``names_of`` counts as well; a line shorter
    than an item is a heading. ``sentences``: each one that contains ``item`` is one.
    """

    kind: Literal["each"]
    fields: tuple[str, ...]
    item: Pattern
    says: Pattern
    sentences: bool = False
    names_of: str | None = None
    names_column: str | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each item without it, by its beginning."""
        names = list(filter(None, cells(paper, self.names_of, self.names_column)))
        for key, spot, text in paper.texts(self.fields):
            for line in self._items(text):
                named = any(name in line for name in names) or compiled(self.says).search(line)
                if len(line) >= SHORTEST_SENTENCE and not named:
                    yield Hit(key, spot, {"found": without_number(line)[:SHOWN]})

    def _items(self, text: str) -> Iterator[str]:
        if self.sentences:
            return filter(re.compile(self.item).search, full_sentences(text))
        return filter(partial(re.match, self.item), text.split("\n"))


class Copied(Record):
    """An answer that repeats another: ``share`` of its sentences, ``length`` characters or more.

    ``alike``: a sentence also counts as repeated if the other text has this share of its character
    pairs.
    """

    kind: Literal["copied"]
    fields: tuple[str, ...]
    share: float
    length: int
    alike: float | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each later field that repeats an earlier one, with that one's label."""
        earlier: list[str] = []
        known: set[str] = set()
        near: set[int] = set()
        for key in filter(paper.text, self.fields):
            text = paper.text(key)
            mine = _pieces(text)
            # What does not repeat all of them together repeats none of them.
            if sum(map(len, mine)) >= self.length and self._repeats(mine, known, near):
                for other in earlier:
                    there = paper.text(other)
                    if self._repeats(mine, {*_pieces(there)}, set_of(there)):
                        yield Hit(key, (), {"other": paper.label(other)})
                        break
            earlier.append(key)
            known.update(mine)
            near.update(pairs(text) if self.alike else ())

    def _repeats(self, mine: tuple[str, ...], other: set[str], near: set[int]) -> bool:
        """Return whether enough of some pieces are in a text; stops once that is impossible."""
        left = sum(map(len, mine))
        least = self.share * left
        for piece in mine:
            if piece in other or (self.alike and _is_near(piece, near, self.alike)):
                continue
            left -= len(piece)
            if left < least:
                return False
        return left >= least


def _is_near(piece: str, known: set[int], alike: float) -> bool:
    """Return whether a text with these pairs contains enough of a piece."""
    if len(piece) < SHORTEST_PIECE:
        return False
    first, mine, least = _measured(piece, alike)
    return not first.isdisjoint(known) and sum(map(known.__contains__, mine)) >= least


@lru_cache(maxsize=1024)  # only the longest pieces are looked for
def _measured(piece: str, alike: float) -> tuple[frozenset[int], list[int], float]:
    """Return the bigrams of which one must occur, all bigrams, and how many of them must."""
    mine = pairs(piece)
    least = alike * len(mine)
    return frozenset(mine[: len(mine) - ceil(least) + 1]), mine, least


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str, ...]:
    """Split a text at punctuation, the longest pieces first: they differ soonest."""
    pieces = filter(None, (without_number(piece) for piece in pieces_of(text)))
    return tuple(sorted(pieces, key=len, reverse=True))


class Answered(Record):
    """Items of an answer (lines that begin in a given way, or 第一，…第二，…) that others take up.

    A name ends at the first stop of its item; two consecutive characters in common are enough. If
    the first of ``within`` has items too, each is taken to answer one: no more may be missing than
    it has fewer, and words used in the fields ``spoken_in`` anyway do not count.
    """

    kind: Literal["answered"]
    field: str
    within: Annotated[tuple[str, ...], Setting(alias="in")]
    item: Pattern
    common: tuple[Text, ...] = ()
    spoken_in: tuple[str, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each name that is not taken up."""
        mine = self._items(paper.text(self.field))
        answers = paper.answers.rows(self.within[0]) or self._items(paper.text(self.within[0]))
        within = self.within[:1] if answers else self.within
        body = "\n".join(paper.words(key) for key in within)
        known = "\n".join(paper.text(key) for key in self.spoken_in) if answers else ""
        names = [STOPS_OF_NAME.split(without_number(item))[0] for item in mine]
        open_ = [name for name in names if body and self._is_open(name, body, known)]
        for name in open_[: max(len(mine) - len(answers), 0)]:
            yield Hit(self.field, (), {"found": name[:SHOWN]})

    def _items(self, text: str) -> list[str]:
        lines = [line for line in text.split("\n") if compiled(self.item).match(line)]
        return lines if len(lines) > 1 else ORDINAL.split(f"\n{text}")[1:]

    def _is_open(self, name: str, body: str, known: str) -> bool:
        pairs = {name[at : at + 2] for at in range(len(name) - 1)} - set(self.common)
        telling = {pair for pair in pairs if pair not in known} or pairs
        return bool(telling) and not any(pair in body for pair in telling)
