"""Checks of names: one name for a body, no place that is not the answer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Literal

from lawbook.forms.plan.paper import Hit, Paper, Units, full_sentences
from lawbook.forms.plan.words import Fields, Pattern
from lawbook.law.record import Record, Text

REACH = 40  # what stands before a name and the name are shorter


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
        told = self._told("\n".join(text for _, text in texts))
        for group in self.names:
            if sum(name in told for name in group) < 2:
                continue  # most bodies are named in one way or not at all
            first = ""
            for key, name in self._used(texts, group):
                first = first or name
                if name != first:
                    yield Hit(key, (), {"found": name, "other": first})
                    break

    def _told(self, text: str) -> str:
        """What stands at each place at which a name begins."""
        match = self._any.search(text)
        pieces = []
        while match:
            pieces.append(text[match.start() : match.start() + REACH])
            match = self._any.search(text, match.start() + 1)
        return "\n".join(pieces)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return _ways(self.before, tuple(name for group in self.names for name in group))

    def _used(
        self, texts: list[tuple[str, str]], group: tuple[str, ...]
    ) -> Iterator[tuple[str, str]]:
        pattern = _ways(self.before, group)
        for key, text in texts:
            if any(name in text for name in group):
                yield from ((key, match[1]) for match in pattern.finditer(text))


@lru_cache(maxsize=128)
def _ways(before: str, group: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, group), key=len, reverse=True))
    return re.compile(f"(?:{before})({words})")


class OtherPlace(Record):
    """Names of places of a sort (市) that are not the answer's own.

    Known names count wherever they stand; others where a clause begins with them and they do not
    end in a character of ``stop`` (会同市…) nor hold one of ``none_of``. ``when``: only where the
    first of ``own`` begins so.
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
    when: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Each foreign name once, where it stands first."""
        own, told = "\n".join(paper.text(key) for key in self.own), set[str]()
        if not own.strip() or (self.when and not re.match(self.when, own)):
            return
        for key, place, text in paper.texts(self.fields):
            for sentence in full_sentences(text) if key not in self.own else ():
                for name in self._names(sentence):
                    if name in told or _is_own(name, own):
                        continue
                    if re.search(self.unless, sentence):
                        break
                    told.add(name)
                    yield Hit(key, place, {"found": name})

    @cached_property
    def _sorts(self) -> re.Pattern[str]:
        return re.compile(self.sort)

    @cached_property
    def _leads(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.lead})([一-龥]{{2,3}}{self.sort})")

    def _names(self, sentence: str) -> Iterator[str]:
        if not self._sorts.search(sentence):
            return
        if self.known:
            yield from (match[0] for match in _named(self.known, self.sort).finditer(sentence))
        for match in self._leads.finditer(sentence):
            name = match[1][:-1]
            if name[-1] not in self.stop and not set(name) & set(self.none_of):
                yield match[1]


def _is_own(name: str, own: str) -> bool:
    """Whether a name is one's own, also with a word before it (供东江省) or behind (东江集市)."""
    return (
        name in own or name[:2] in own or any(name[cut:] in own for cut in range(1, len(name) - 2))
    )


@lru_cache(maxsize=8)
def _named(known: tuple[str, ...], sort: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, known))}){sort}")
