"""Checks of names: one name for a body, no place other than the answer's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import full_sentences
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text

NAME: Shared[str] = "[一-龥]{2,3}"  # of a place, without its sort

NEVER = "(?!)"  # the lead of a rule that looks for known names only


class Offices(Record):
    """Offices of a city, district or province: for one thing, only one name may be used.

    ``names`` finds them: the level, then the name. They are for one thing if they begin in one of
    the ways of a topic, or with the same two characters. An answer with ``unless`` is skipped.
    """

    kind: Literal["offices"]
    fields: Fields
    names: Pattern
    topics: tuple[Pattern, ...]
    unless: Pattern | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field of the second name, with both, once for each thing."""
        first: dict[tuple[str, str], str] = {}
        told: set[tuple[str, str]] = set()
        topics: dict[str, str] = {}
        for key, _, text in paper.texts(self.fields):
            if self.unless and compiled(self.unless).search(text):
                continue
            for level, name in self._named(text):
                if name not in topics:
                    topics[name] = self._topic(name)
                thing = (level, topics[name])
                known = first.setdefault(thing, name)
                if name != known and thing not in told:
                    told.add(thing)
                    yield Hit(key, (), {"found": name, "other": known})

    def _named(self, text: str) -> Iterator[tuple[str, str]]:
        match = self._name.search(text)
        while match:
            yield match[1], match[2]
            match = self._name.search(text, match.start() + 1)

    @cached_property
    def _name(self) -> re.Pattern[str]:
        return re.compile(self.names)

    def _topic(self, name: str) -> str:
        return next((topic for topic in self.topics if compiled(topic).match(name)), name[:2])


class OtherPlace(Record):
    """Names of places of a sort (市) that are not the answer's own.

    Known names count wherever they are; others if a clause begins with them and they neither end in
    a character of ``stop`` (会同市…) nor contain one of ``none_of``. ``when``: only if the first of
    ``own`` begins so.
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
        """Yield each foreign name once, at its first occurrence."""
        own, told = "\n".join(paper.text(key) for key in self.own), set[str]()
        if not own.strip("\n") or (self.when and not compiled(self.when).match(own)):
            return
        known = bool(self.known) and paper.may_hold(self.known)
        for key, spot, text in paper.texts(self.fields) if known or self.lead != NEVER else ():
            is_asked = key not in self.own and self._sorts.search(text)
            for sentence in filter(self._sorts.search, full_sentences(text)) if is_asked else ():
                for name in self._names(sentence, own, known=known):
                    if name in told or _is_own(name, own):
                        continue
                    if compiled(self.unless).search(sentence):
                        break
                    told.add(name)
                    yield Hit(key, spot, {"found": name})

    @cached_property
    def _sorts(self) -> re.Pattern[str]:
        return re.compile(self.sort)

    @cached_property
    def _leads(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.lead})({NAME}{self.sort})")

    def _names(self, sentence: str, own: str, *, known: bool) -> Iterator[str]:
        ends = [match.start() for match in self._sorts.finditer(sentence)]
        if known:
            yield from (match[0] for match in _named(self.known, self.sort).finditer(sentence))
        may = any(self._may_end(sentence, at, own) for at in ends)
        for match in self._leads.finditer(sentence) if may else ():
            name = match[1][:-1]
            if name[-1] not in self.stop and not set(name) & set(self.none_of):
                yield match[1]

    def _may_end(self, sentence: str, at: int, own: str) -> bool:
        """Return whether a foreign name may end here, judged by its last two characters."""
        signs = sentence[max(at - 2, 0) : at]
        apart = signs[-1:] in self.stop or not self._not_in_names.isdisjoint(signs)
        return not apart and sentence[at - 2 : at + 1] not in own

    @cached_property
    def _not_in_names(self) -> frozenset[str]:
        return frozenset(self.none_of)


def _is_own(name: str, own: str) -> bool:
    """Return whether a name is the answer's own, also with a word before (供东江省) or after it."""
    return (
        name in own or name[:2] in own or any(name[cut:] in own for cut in range(1, len(name) - 2))
    )


@lru_cache(maxsize=8)
def _named(known: tuple[str, ...], sort: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, known))}){sort}")
