"""Checks of boxes: words beside them, a list that must agree, answers that must mention them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.forms.plan.paper import Hit, Paper, Units
from lawbook.forms.plan.pieces import folded
from lawbook.forms.plan.rows import cells
from lawbook.law.record import Record, Text


class TickedText(Record):
    """A ticked option that needs words beside it."""

    kind: Literal["ticked_text"]
    field: str
    option: str

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield the field if the option is ticked and nothing is written."""
        if paper.answers.chosen(self.field).get(self.option) == "":
            yield Hit(self.field)


class TickedListed(Record):
    """Ticked kinds and the kinds of a list, which must agree."""

    kind: Literal["ticked_listed"]
    field: str
    rows: str
    column: str
    name_column: str
    direction: Literal["ticked_listed", "listed_ticked"]
    words: dict[str, tuple[Text, ...]] = {}

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each kind that is ticked and not listed, or listed and not ticked."""
        names = {option.key: option.label for option in paper.form.field(self.field).options}
        ticked = paper.answers.chosen(self.field)
        columns = (cells(paper, self.rows, key) for key in (self.column, self.name_column))
        rows: list[tuple[str, str]] = list(zip(*columns, strict=True))
        if not rows or not ticked:
            return
        if self.direction == "ticked_listed":
            missing = [key for key in ticked if not self._listed(key, names[key], rows)]
            yield from (Hit(self.field, (), {"part": names[key]}) for key in missing)
            return
        kinds = {kind for kind, _ in rows}
        extra = [name for key, name in names.items() if key not in ticked and folded(name) in kinds]
        yield from (Hit(self.rows, (), {"part": name}) for name in extra)

    def _listed(self, key: str, name: str, rows: list[tuple[str, str]]) -> bool:
        words = self.words.get(key, ())
        return any(
            kind == folded(name) or (not kind and any(word in unit for word in words))
            for kind, unit in rows
        )


class TickedMentioned(Record):
    """Ticked options that the answers must mention; phrases of ``without`` do not count."""

    kind: Literal["ticked_mentioned"]
    field: str
    within: Annotated[tuple[str, ...], Setting(alias="in")]
    beside: bool = False
    words: dict[str, tuple[Text, ...]] = {}
    without: tuple[Text, ...] = ()

    def hits(self, paper: Paper, units: Units) -> Iterator[Hit]:  # noqa: ARG002
        """Yield each ticked option that no answer mentions."""
        body = "\n".join(text for _, _, text in paper.texts(self.within))
        for phrase in self.without:
            body = body.replace(phrase, "")
        names = {option.key: option.label for option in paper.form.field(self.field).options}
        for key, beside in paper.answers.chosen(self.field).items():
            own = re.split("[、，, ]", folded(beside)) if self.beside else []
            words = self.words.get(key) or tuple(filter(None, own))
            if words and not any(word in body for word in words):
                yield Hit(self.field, (), {"part": beside or names[key]})
