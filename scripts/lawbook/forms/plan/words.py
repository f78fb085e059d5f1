"""Checks of wording: what must not stand in an answer, and what contradicts what.

Patterns are written so that Python and browsers read them alike: no look-behind, no ``$``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache, partial
from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic import Field as Setting

from lawbook.forms.plan.paper import (
    SHORTEST_SENTENCE,
    Hit,
    Paper,
    Units,
    full_sentences,
    without_number,
)
from lawbook.forms.plan.rows import cells
from lawbook.law.record import Record, Text

Fields = Literal["all"] | tuple[str, ...]
SHOWN = 16


def _portable(pattern: str) -> str:
    if re.search(r"\(\?<|\$|\(\?[aiLmsux]", pattern):
        raise ValueError(f"正则 {pattern} 用了浏览器和程序读法不同的写法")
    re.compile(pattern)
    return pattern


Pattern = Annotated[Text, AfterValidator(_portable)]


class Found(Record):
    """A wording that must not stand in an answer, or in some columns of its rows.

    ``whole``: only as the whole answer; ``unless``: not in a sentence that holds this too.
    """

    kind: Literal["found"]
    fields: Fields
    columns: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    pattern: Pattern
    whole: bool = False
    unless: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Each answer with the first such wording in it."""
        for key, place, text in paper.texts(self.fields):
            column = str(place[1]) if place else ""
            if key in self.besides or (self.columns and column not in self.columns):
                continue
            if match := self._found(text):
                yield Hit(key, place, {"found": match[:SHOWN], **_row(paper, key, place)})

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
            if match and not re.search(self.unless, sentence):
                return match[0]
        return None


def _row(paper: Paper, key: str, place: tuple[str | int, ...]) -> dict[str, str]:
    if not place:
        return {}
    column = next(column for column in paper.form.field(key).columns if column.key == place[1])
    return {"label": f"{paper.label(key)}第{int(place[0]) + 1}行的{column.label}"}


class Given(Record):
    """Something that holds of a field: boxes ticked, words found, words missing, nothing said.

    The words of the fields ``beside`` count too; a name of the column ``names_column`` of the
    rows ``names_of`` is never missing.
    """

    field: str
    beside: tuple[str, ...] = ()
    names_of: str | None = None
    names_column: str | None = None
    ticked: tuple[str, ...] = ()
    has: Pattern | None = None
    lacks: Pattern | None = None
    empty: bool | None = None

    def holds(self, paper: Paper) -> bool:
        """Whether all of it holds; words are missing only where something is written."""
        chosen = paper.answers.chosen(self.field)
        text = "\n".join(filter(None, map(paper.words, (self.field, *self.beside))))
        if self.ticked and not set(self.ticked) & set(chosen):
            return False
        if self.empty is not None and self.empty == bool(chosen or text):
            return False
        if self.has and not re.search(self.has, text):
            return False
        return not self.lacks or bool(text and not self._stands_in(paper, text))

    def _stands_in(self, paper: Paper, text: str) -> bool:
        names = filter(None, cells(paper, self.names_of, self.names_column))
        return bool(re.search(str(self.lacks), text)) or any(name in text for name in names)


class Together(Record):
    """Things that must not hold at once."""

    kind: Literal["together"]
    field: str
    given: tuple[Given, ...]

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """The field, where all of them hold."""
        if all(given.holds(paper) for given in self.given):
            yield Hit(self.field)


class Each(Record):
    """Items of an answer (lines that begin in a way), each of which must say something.

    A name of the column ``names_column`` of the rows ``names_of`` counts as well; a line that is
    shorter than an item is a heading.
    """

    kind: Literal["each"]
    fields: tuple[str, ...]
    item: Pattern
    says: Pattern
    names_of: str | None = None
    names_column: str | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Each item that does not, with its beginning."""
        names = list(filter(None, cells(paper, self.names_of, self.names_column)))
        for key, place, text in paper.texts(self.fields):
            for line in filter(partial(re.match, self.item), text.split("\n")):
                named = any(name in line for name in names) or re.search(self.says, line)
                if len(line) >= SHORTEST_SENTENCE and not named:
                    yield Hit(key, place, {"found": without_number(line)[:SHOWN]})


class Copied(Record):
    """An answer that repeats another: ``share`` of its sentences, ``length`` characters or more."""

    kind: Literal["copied"]
    fields: tuple[str, ...]
    share: float
    length: int

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Each later field that repeats an earlier one, with what that one is called."""
        told: set[str] = set()
        pieces = {key: _pieces(text) for key in self.fields if (text := paper.text(key))}
        known = {key: frozenset(some) for key, some in pieces.items()}
        for number, key in enumerate(self.fields):
            mine = pieces.get(key, ())
            long = sum(map(len, mine))
            for earlier in self.fields[:number] if mine and long >= self.length else ():
                other = known.get(earlier, frozenset())
                same = sum(map(len, filter(other.__contains__, mine)))
                if key not in told and earlier in pieces and same >= self.share * long:
                    told.add(key)
                    yield Hit(key, (), {"other": paper.label(earlier)})


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (without_number(piece) for piece in re.split("[。；\n]", text))))


class Answered(Record):
    """Items of an answer (lines that begin in a way) whose names other answers must take up.

    A name stands before the first stop of its line; two shared characters in a row are enough.
    Where the first of ``within`` has as many items, each is taken to answer one.
    """

    kind: Literal["answered"]
    field: str
    within: Annotated[tuple[str, ...], Setting(alias="in")]
    item: Pattern
    common: tuple[Text, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Each name that is not taken up."""
        body = "\n".join(paper.text(key) for key in self.within)
        mine, answers = (
            [line for line in paper.text(key).split("\n") if re.match(self.item, line)]
            for key in (self.field, self.within[0])
        )
        for line in mine if body and len(answers) < len(mine) else ():
            name = re.split("[：:。；]", without_number(line))[0]
            pairs = {name[at : at + 2] for at in range(len(name) - 1)} - set(self.common)
            if pairs and not any(pair in body for pair in pairs):
                yield Hit(self.field, (), {"found": name[:SHOWN]})
