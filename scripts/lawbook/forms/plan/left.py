"""Checks for instructions and placeholders that were left in answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from lawbook.base.shared import Shared
from lawbook.forms.form import Form
from lawbook.forms.form_cache import per_form
from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import behind, folded, without_number
from lawbook.forms.plan.words import SHOWN, Fields
from lawbook.law.record import Record, Text

# A hint this short is also an ordinary word; placeholders have a rule of their own.
SHORTEST_HINT = 8
ASKING: Shared[re.Pattern[str]] = re.compile(
    "(?:逐[一项条]|依次|分别)?(?:写明|写出|写|说明|列出|列明)"
)


class Left(Record):
    """Instructions and placeholders that were left in answers.

    ``share``: the share of a short answer's character pairs that its own hint may have.
    """

    kind: Literal["left"]
    fields: Fields
    hints: bool = False
    at: Literal["anywhere", "line"]
    phrases: tuple[Text, ...]
    share: float | None = None

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each answer with the first such phrase in it."""
        words = _words(self.phrases, _hints(paper.form) if self.hints else ())
        phrases = _one_of(words)
        may_hold = paper.may_hold(words)
        for key, spot, text in paper.texts(self.fields) if self.share or may_hold else ():
            if may_hold and (match := self._found(phrases, text)):
                yield Hit(key, spot, {"found": match[0]})
            elif self.share and not spot and self._is_hint(paper.form, key, text):
                yield Hit(key, spot, {"found": text[:SHOWN]})

    def _is_hint(self, form: Form, key: str, text: str) -> bool:
        own = _own_hints(form).get(key, "")
        if not own or not SHORTEST_HINT < len(text) <= 2 * len(own):
            return False
        pairs = list(map("".join, pairwise(without_number(text))))
        return sum(pair in own for pair in pairs) >= (self.share or 1) * len(pairs)

    def _found(self, phrases: re.Pattern[str], text: str) -> re.Match[str] | None:
        if self.at == "anywhere":
            return phrases.search(text)
        if not phrases.search(text):
            return None
        starts = (phrases.match(without_number(line)) for line in text.split("\n"))
        return next(filter(None, starts), None)


@per_form
def _own_hints(form: Form) -> dict[str, str]:
    """Return the text beside each long answer: its hint, its help, its group's hint."""
    hints: dict[str, str] = {}
    for section, field in form.fields:
        group = section.group(field.group).hint if field.group else None
        if field.kind == "long_text":
            hints[field.key] = folded("".join(filter(None, (field.hint, field.help, group))))
    return hints


@per_form
def _hints(form: Form) -> tuple[str, ...]:
    """Return the sentences of a form's hints and helps, without the 写明 at their beginning."""
    hints = []
    for section, field in form.fields:
        group = section.group(field.group).hint if field.group else None
        hints += [hint for hint in (field.hint, field.help, group) if hint]
    pieces = (behind(ASKING, piece) for piece in re.split("[。；]", "。".join(hints)))
    return tuple(piece for piece in pieces if len(piece) >= SHORTEST_HINT)


@lru_cache(maxsize=64)
def _words(phrases: tuple[str, ...], hints: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(folded, (*phrases, *hints)))


@lru_cache(maxsize=64)
def _one_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, phrases)))
