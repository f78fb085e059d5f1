"""The self-test laid open for a lawyer: every question, reason, list, verdict and result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawbook.rules.decision import (
    Answer,
    Condition,
    Conditions,
    Consequence,
    Decision,
    Part,
    Question,
)  # fmt: skip

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = {"need": "要审", "ask": "先问委员会"}


@dataclass(frozen=True)
class Navigator:
    """The self-test with everything counted.

    Questions are numbered 1, 2 …, their answers 1a, 1b …, conclusions 1, 2 … in the order of
    the file, so that a remark on paper can name each.
    """

    decision: Decision
    levels = _LEVELS

    @cached_property
    def questions(self) -> Mapping[str, int]:
        """The number of each question."""
        return {one.key: n for n, one in enumerate(self.decision.questions, start=1)}

    @cached_property
    def conclusions(self) -> Mapping[str, int]:
        """The number of each conclusion."""
        return {one.key: n for n, one in enumerate(self.decision.consequences, start=1)}

    @cached_property
    def _named(self) -> Mapping[str, Conditions]:
        return {one.key: one.only_if for one in self.decision.terms}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        reasons = {one.key: one.title for one in self.decision.reasons}
        return _LEVELS | reasons | {one.key: one.title for one in self.decision.consequences}

    def letter(self, question: Question, answer: Answer) -> str:
        """The number of an answer: 3b."""
        return f"{self.questions[question.key]}{_LETTERS[question.answers.index(answer)]}"

    def words(self, conditions: Conditions) -> str:
        """Conditions in words: the numbers of answers, the titles of what holds."""
        return "；".join(self.condition(one) for one in conditions)

    def condition(self, one: Condition) -> str:
        """A condition in words. A term is told as that for which it stands."""
        if one.question is not None:
            question = self.decision.question(one.question)
            assert question is not None
            chosen = (answer for answer in question.answers if answer.key in one.answers)
            return "选了" + "、".join(self.letter(question, answer) for answer in chosen)
        if one.term is not None:
            return self._term(one.term)
        if one.any:
            return "（" + "，或者".join(map(self.condition, one.any)) + "）"
        if one.all:
            return "（" + "，并且".join(map(self.condition, one.all)) + "）"
        return "没有：" + "、".join(map(self.condition, one.none))

    def _term(self, key: str) -> str:
        if key in self._titles:
            return f"“{self._titles[key]}”"
        listed = {item.hit: f"按列入{item.key}" for item in self.decision.lists}
        listed |= {item.maybe: f"可能列入{item.key}" for item in self.decision.lists}
        if key in listed:
            return listed[key]
        found = self._named.get(key)
        if found is None:
            return next(one.says[-1].text for one in self.decision.verdicts if one.key == key)
        return self.condition(found[0]) if len(found) == 1 else self.condition(Condition(all=found))

    def of(self, part: Part) -> tuple[Question, ...]:
        """The questions of a part, in the order of the file."""
        return tuple(one for one in self.decision.questions if one.part == part.key)

    def follows(self, kind: str) -> Iterator[Consequence]:
        """The conclusions of a kind."""
        return (one for one in self.decision.consequences if one.kind == kind)

    @property
    def edges(self) -> int:
        """How many answers there are to all questions."""
        return sum(len(question.answers) for question in self.decision.questions)

    @cached_property
    def digest(self) -> str:
        """A digest of all questions and conclusions, so that a signature says what was signed."""
        text = self.decision.model_dump_json(exclude_defaults=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]
