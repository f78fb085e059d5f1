"""The navigator as data: questions, answers that lead on, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import FieldKey, Key, Record, Text
from lawbook.rules.rule import Named, Rule, no_key_twice

END = "end"
NOT_JUDGED = "open"
Given = Mapping[str, frozenset[str]]
Kind = Literal["finding", "duty", "where", "material", "form", "deadline", "note"]


class Part(Record):
    """A stretch of the navigator: does it apply, who reviews, which procedure …."""

    key: Key
    title: Text


class Fill(Record):
    """What an answer already says in a form: a box of a choice, or the words of a short text."""

    form: Key
    field: FieldKey
    option: FieldKey | None = None
    text: Text | None = None

    @model_validator(mode="after")
    def _one_of_the_two(self) -> Fill:
        if (self.option is None) == (self.text is None):
            raise ValueError(f"栏目 {self.field} 应写 option 或 text，且只写一个")
        return self


class Answer(Rule):
    """An answer: where it leads (a question, or ``end``) and what it adds to the result.

    ``fills`` are the fields of forms that this answer alone decides; nothing is guessed.
    An answer ``alone`` of a question of kind ``several`` excludes every other.
    """

    label: Text
    next: Key
    adds: tuple[Key, ...] = ()
    fills: tuple[Fill, ...] = ()
    alone: bool = False
    reason: Text


class Condition(Record):
    """Of a set of answers: one of ``answers`` was given to ``question``, or it is made of others.

    ``any``: one of these holds. ``none``: not one of these holds; a question that was not asked
    was given no answer.
    """

    question: Key | None = None
    answers: tuple[Key, ...] = ()
    any: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()

    @model_validator(mode="after")
    def _one_of_the_three(self) -> Condition:
        if (self.question is not None) != bool(self.answers):
            raise ValueError("条件中 question 和 answers 应同时写出")
        if [self.question is not None, bool(self.any), bool(self.none)].count(True) != 1:
            raise ValueError("一个条件应写 question、any 或 none，且只写一个")
        return self

    def holds(self, given: Given) -> bool:
        """Whether it holds of the answers given to each question."""
        if self.question is not None:
            return not given.get(self.question, frozenset()).isdisjoint(self.answers)
        if self.any:
            return any(one.holds(given) for one in self.any)
        return not any(one.holds(given) for one in self.none)

    def plain(self) -> Iterator[Condition]:
        """The conditions of single questions of which this one is made."""
        if self.question is not None:
            yield self
        for one in (*self.any, *self.none):
            yield from one.plain()


class Question(Rule):
    """One question. What no machine decides is ``human_judgement``: it is asked, never guessed.

    Such a question can always be left open: it has an answer ``open``.
    To a question of kind ``several`` more than one answer may be given at once; of these the
    first in the file says what comes next. Where ``only_if`` does not hold, the question is
    passed over to ``otherwise``.
    """

    kind: Literal["one", "several"] = "one"
    only_if: tuple[Condition, ...] = ()
    otherwise: Key = END
    part: Key
    ask: Text
    help: Text | None = None
    human_judgement: bool = False
    answers: Annotated[tuple[Answer, ...], AfterValidator(no_key_twice), Setting(min_length=2)]

    def answer(self, key: str) -> Answer | None:
        """The answer of a key, if the question has it."""
        return next((one for one in self.answers if one.key == key), None)

    @model_validator(mode="after")
    def _can_be_left_open(self) -> Question:
        if self.human_judgement and self.answer(NOT_JUDGED) is None:
            raise ValueError(f"问题 {self.key} 由人判断，须有答案 {NOT_JUDGED}（还没有判断）")
        if self.kind == "one" and any(one.alone for one in self.answers):
            raise ValueError(f"问题 {self.key} 只能选一个答案，不写 alone")
        return self


class Consequence(Named):
    """What follows. It counts only where all conditions ``only_if`` hold as well.

    No result holds it together with one that it ``excludes``.
    """

    title: Text
    text: Text
    kind: Kind
    only_if: tuple[Condition, ...] = ()
    excludes: tuple[Key, ...] = ()
    deadlines: tuple[Key, ...] = ()
    forms: tuple[Key, ...] = ()


class Decision(Record):
    """``data/rules/decision.yml``: a graph without circles from ``start`` to ``end``.

    A result lists its consequences in the order of ``consequences``.
    """

    key: Literal["decision"] = "decision"
    start: Key = END
    parts: tuple[Part, ...] = ()
    questions: Annotated[tuple[Question, ...], AfterValidator(no_key_twice)] = ()
    consequences: Annotated[tuple[Consequence, ...], AfterValidator(no_key_twice)] = ()

    @cached_property
    def _by_key(self) -> dict[str, Question]:
        return {question.key: question for question in self.questions}

    def question(self, key: str) -> Question | None:
        """The question of a key, if there is one (``end`` is none)."""
        return self._by_key.get(key)
