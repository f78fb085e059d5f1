"""Checks for text from another paper: its title, or things that no other answer mentions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from lawbook.base.pattern import Pattern, compiled
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.words import Fields
from lawbook.law.record import Record, Text


class Strange(Record):
    """Answers about another thing than the paper's.

    A title is the first group of ``titles``; it is the paper's own if the fields ``own`` contain
    two of its character pairs. ``words`` are words of trades: an answer with ``least`` of them that
    are in no other answer, and with none that is, belongs to another paper.
    """

    kind: Literal["strange"]
    fields: Fields
    own: tuple[str, ...]
    titles: Pattern
    words: tuple[Text, ...]
    least: int = 2

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002 - one signature
        """Yield each answer once, with the title or the words."""
        own = "\n".join(paper.words(key) for key in self.own)
        every = [(key, text) for key, _, text in paper.texts("all")]
        words = paper.standing(self.words)
        for key, spot, text in paper.texts(self.fields):
            title = compiled(self.titles).search(text) if key not in self.own else None
            if title and _shared(title[1], own) < self.least:
                yield Hit(key, spot, {"found": title[1]})
                continue
            said = [word for word in words if word in text]
            if len(said) < self.least:
                continue
            others = "\n".join(other for name, other in every if name != key)
            if not any(word in others for word in said):
                yield Hit(key, spot, {"found": "、".join(said)})


def _shared(title: str, text: str) -> int:
    return sum("".join(pair) in text for pair in set(pairwise(title)))
