"""Checks of denials: one answer says that something is not done, another says that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.base.pattern import Pattern, compiled
from lawbook.base.shared import Shared
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import clauses, without_number
from lawbook.forms.plan.words import SHOWN
from lawbook.law.record import Record, Text

DENIED_ITEMS: Shared[re.Pattern[str]] = re.compile("[、和或及与]")
DENIED_VERBS: Shared[re.Pattern[str]] = re.compile(
    "(?:相连|连接|关联|挂钩|共享|开放|提供|使用|发布|用|看)$"
)


class Denied(Record):
    """Things that an answer denies (the first group of ``denial``) and another affirms.

    A clause of the answers ``within`` that contains all words of such a thing and nothing of
    ``unless`` affirms it. ``common`` things are ignored. ``alike`` words stand for one another
    (摄像头, 相机); ``says``: only a clause with this affirms; ``itself``: another clause of the
    same answer counts too.
    """

    kind: Literal["denied"]
    fields: tuple[str, ...]
    within: Annotated[tuple[str, ...], Setting(alias="in")]
    denial: Pattern
    unless: Pattern
    common: tuple[Text, ...] = ()
    alike: tuple[tuple[Text, ...], ...] = ()
    says: Pattern | None = None
    itself: bool = False

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer that affirms such a thing, once, with the answer that denies it."""
        told = dict.fromkeys(
            (thing, key) for key in self.fields for thing in self._things(paper.words(key))
        )
        for other in self.within if told else ():
            saying = list(filter(self._says, clauses(paper.words(other))))
            hit = next(
                (
                    Hit(other, (), {"found": clause, "part": "的".join(thing), "other": key})
                    for thing, key in told
                    for clause in saying
                    if (self.itself or key != other) and self._tells(clause, thing)
                ),
                None,
            )
            if hit:
                words = {**hit.words, "found": without_number(hit.words["found"])[:SHOWN]}
                yield Hit(other, (), {**words, "other": paper.label(hit.words["other"])})

    def _says(self, clause: str) -> bool:
        said = self.says is None or compiled(self.says).search(clause)
        return bool(clause and said) and not compiled(self.unless).search(clause)

    def _tells(self, clause: str, thing: tuple[str, ...]) -> bool:
        """Return whether a clause contains each word of a thing, or one like it."""
        return all(
            word in clause or any(map(clause.__contains__, self._like(word))) for word in thing
        )

    def _like(self, word: str) -> tuple[str, ...]:
        return next((group for group in self.alike if word in group), ())

    def _things(self, text: str) -> Iterator[tuple[str, ...]]:
        for match in self._denial.finditer(text):
            for item in DENIED_ITEMS.split(match[1]):
                words = tuple(
                    word for word in DENIED_VERBS.sub("", item).split("的") if len(word) > 1
                )
                if words and not set(words) & set(self.common):
                    yield words

    @cached_property
    def _denial(self) -> re.Pattern[str]:
        return re.compile(self.denial)
