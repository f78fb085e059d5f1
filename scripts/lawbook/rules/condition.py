"""Conditions of the self-test on a sheet: on answers, and on names defined by them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from pydantic import model_validator

from lawbook.law.record import Key, Record

Given = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Sheet:
    """What conditions are evaluated on: the answers to each question, and the names that hold."""

    given: Given
    names: Container[str]


class Condition(Record):
    """A condition on a sheet: one of ``answers`` was given to ``question``, or a combination.

    ``term``: a term, level, reason, verdict or consequence of this name holds. ``any``: one of
    these holds. ``all``: each of them. ``none``: not one; a question that was not asked has no
    answer.
    """

    question: Key | None = None
    answers: tuple[Key, ...] = ()
    term: Key | None = None
    any: tuple[Condition, ...] = ()
    all: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _one_of_them(self) -> Condition:
        if (self.question is not None) != bool(self.answers):
            raise ValueError("条件中 question 和 answers 应同时写出")
        kinds = [self.question, self.term, self.any, self.all, self.none]
        if [bool(kind) for kind in kinds].count(True) != 1:
            raise ValueError("一个条件应写 question、term、any、all 或 none，且只写一个")
        return self

    def holds(self, sheet: Sheet) -> bool:
        """Return whether it holds for a sheet."""
        if self.question is not None:
            given = sheet.given.get(self.question)
            return given is not None and not given.isdisjoint(self.answers)
        if self.term is not None:
            return self.term in sheet.names
        # Loops, not generators: tables of outcomes evaluate this hundreds of thousands of times.
        for condition in self.any or self.none:
            if condition.holds(sheet):
                return bool(self.any)
        for condition in self.all:
            if not condition.holds(sheet):
                return False
        return not self.any

    def within(self) -> Iterator[Condition]:
        """Yield this condition and every condition that it is made of."""
        yield self
        for condition in (*self.any, *self.all, *self.none):
            yield from condition.within()


Conditions = tuple[Condition, ...]
