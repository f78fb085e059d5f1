"""Checks of wording: what must not stand in an answer, and what contradicts what.

Patterns are written so that Python and browsers read them alike: no look-behind, no ``$``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
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
            if found := self._found(text):
                yield Hit(key, place, {"found": found[:SHOWN], **_row(paper, key, place)})

    def _found(self, text: str) -> str | None:
        if self.whole:
            return text if re.fullmatch(self.pattern, text) else None
        if self.unless is None:
            match = re.search(self.pattern, text)
            return match[0].strip("\n") if match else None
        for sentence in full_sentences(text):
            match = re.search(self.pattern, sentence)
            if match and not re.search(self.unless, sentence):
                return match[0]
        return None


def _row(paper: Paper, key: str, place: tuple[str | int, ...]) -> dict[str, str]:
    if not place:
        return {}
    column = next(one for one in paper.form.field(key).columns if one.key == place[1])
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
        if all(one.holds(paper) for one in self.given):
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
    """An answer that repeats another one: ``share`` of its sentences, from ``length`` signs on."""

    kind: Literal["copied"]
    fields: tuple[str, ...]
    share: float
    length: int

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Each later field that repeats an earlier one, with what that one is called."""
        told: set[str] = set()
        texts = {key: paper.text(key) for key in self.fields}
        for number, key in enumerate(self.fields):
            for earlier in self.fields[:number]:
                if key not in told and self._repeats(texts[key], texts[earlier]):
                    told.add(key)
                    yield Hit(key, (), {"other": paper.label(earlier)})

    def _repeats(self, text: str, earlier: str) -> bool:
        if not text or not earlier:
            return False
        mine, other = _pieces(text), set(_pieces(earlier))
        long = sum(len(one) for one in mine)
        same = sum(len(one) for one in mine if one in other)
        return long >= self.length and same >= self.share * long


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (without_number(one) for one in re.split("[。；\n]", text))))


class OneName(Record):
    """Names of one body: of each group only one way may be used, in all fields together."""

    kind: Literal["one_name"]
    fields: Fields
    before: Pattern
    names: tuple[tuple[Text, ...], ...]
    unless: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """The field of the second way, with both ways."""
        texts = [
            (key, text)
            for key, _, text in paper.texts(self.fields)
            if not (self.unless and re.search(self.unless, text))
        ]
        for group in self.names:
            first = ""
            for key, name in self._used(texts, group):
                first = first or name
                if name != first:
                    yield Hit(key, (), {"found": name, "other": first})
                    break

    def _used(
        self, texts: list[tuple[str, str]], group: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        pattern = _ways(self.before, group)
        for key, text in texts:
            yield from ((key, match[1]) for match in pattern.finditer(text))


@lru_cache(maxsize=128)
def _ways(before: str, group: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, group), key=len, reverse=True))
    return re.compile(f"(?:{before})({words})")


class OtherPlace(Record):
    """Names of places of a sort (市) that are not the answer's own.

    Known names count wherever they stand; others where a clause begins with them and they do not
    end in a sign of ``stop`` (会同市…) nor hold one of ``none_of``.
    """

    kind: Literal["other_place"]
    fields: Fields
    own: tuple[str, ...]
    sort: Pattern
    known: tuple[Text, ...] = ()
    lead: Pattern
    stop: Text
    none_of: Text
    unless: Pattern

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Each foreign name once, where it stands first."""
        own, told = "\n".join(paper.text(key) for key in self.own), set[str]()
        if not own.strip():
            return
        for key, place, text in paper.texts(self.fields):
            for sentence in full_sentences(text):
                if key in self.own or re.search(self.unless, sentence):
                    continue
                for name in self._names(sentence):
                    if name not in told and not _is_own(name, own):
                        told.add(name)
                        yield Hit(key, place, {"found": name})

    def _names(self, sentence: str) -> Iterator[str]:
        if self.known:
            yield from (one[0] for one in _named(self.known, self.sort).finditer(sentence))
        for match in re.finditer(f"(?:{self.lead})([一-龥]{{2,3}}{self.sort})", sentence):
            name = match[1][:-1]
            if name[-1] not in self.stop and not set(name) & set(self.none_of):
                yield match[1]


def _is_own(name: str, own: str) -> bool:
    """Whether a name is one's own, also with a word before it (供东江省)."""
    return any(name[cut:] in own for cut in range(len(name) - 2)) or name in own


@lru_cache(maxsize=8)
def _named(known: tuple[str, ...], sort: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, known))}){sort}")


class Answered(Record):
    """Items of an answer (lines that begin in a way) whose names other answers must take up.

    A name stands before the first stop of its line; two signs in a row that it shares are enough.
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
            [one for one in paper.text(key).split("\n") if re.match(self.item, one)]
            for key in (self.field, self.within[0])
        )
        for line in mine if body and len(answers) < len(mine) else ():
            name = re.split("[：:。；]", without_number(line))[0]
            pairs = {name[at : at + 2] for at in range(len(name) - 1)} - set(self.common)
            if pairs and not any(pair in body for pair in pairs):
                yield Hit(self.field, (), {"found": name[:SHOWN]})
