"""The self-test in full for a lawyer: every question, reason, list, verdict and result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawbook.rules.condition import Condition, Conditions
from lawbook.rules.decision import Answer, Consequence, Decision, Part, Question

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEVELS = {"need": "要审", "ask": "先问委员会"}


@dataclass(frozen=True)
class Navigator:
    """The self-test with everything numbered.

    Questions are numbered 1, 2 …, their answers 1a, 1b …, conclusions 1, 2 … in the order of the
    file, so that a remark on paper can name each.
    """

    decision: Decision
    levels = _LEVELS

    @cached_property
    def questions(self) -> Mapping[str, int]:
        """Return the number of each question."""
        return {question.key: n for n, question in enumerate(self.decision.questions, start=1)}

    @cached_property
    def conclusions(self) -> Mapping[str, int]:
        """Return the number of each conclusion."""
        return {
            consequence.key: n for n, consequence in enumerate(self.decision.consequences, start=1)
        }

    @cached_property
    def _named(self) -> Mapping[str, Conditions]:
        return {term.key: term.only_if for term in self.decision.terms}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        reasons = {reason.key: reason.title for reason in self.decision.reasons}
        return (
            _LEVELS
            | reasons
            | {consequence.key: consequence.title for consequence in self.decision.consequences}
        )

    def letter(self, question: Question, answer: Answer) -> str:
        """Return the number of an answer: 3b."""
        return f"{self.questions[question.key]}{_LETTERS[question.answers.index(answer)]}"

    def words(self, conditions: Conditions) -> str:
        """Return conditions in words: the numbers of answers, the titles of other names."""
        return "；".join(self.condition(condition) for condition in conditions)

    def condition(self, condition: Condition) -> str:
        """Return a condition in words. A term is replaced by its own condition."""
        if condition.question is not None:
            question = self.decision.question(condition.question)
            assert question is not None
            chosen = (answer for answer in question.answers if answer.key in condition.answers)
            return "选了" + "、".join(self.letter(question, answer) for answer in chosen)
        if condition.term is not None:
            return self._term(condition.term)
        if condition.any:
            return "（" + "，或者".join(map(self.condition, condition.any)) + "）"
        if condition.all:
            return "（" + "，并且".join(map(self.condition, condition.all)) + "）"
        return "没有：" + "、".join(map(self.condition, condition.none))

    def _term(self, key: str) -> str:
        if key in self._titles:
            return f"“{self._titles[key]}”"
        listed = {item.hit: f"按列入{item.key}" for item in self.decision.lists}
        listed |= {item.maybe: f"可能列入{item.key}" for item in self.decision.lists}
        if key in listed:
            return listed[key]
        conditions = self._named.get(key)
        if conditions is None:
            return next(
                verdict.says[-1].text for verdict in self.decision.verdicts if verdict.key == key
            )
        return (
            self.condition(conditions[0])
            if len(conditions) == 1
            else self.condition(Condition(all=conditions))
        )

    def of(self, part: Part) -> tuple[Question, ...]:
        """Return the questions of a part, in the order of the file."""
        return tuple(question for question in self.decision.questions if question.part == part.key)

    def follows(self, kind: str) -> Iterator[Consequence]:
        """Yield the conclusions of a kind."""
        return (
            consequence for consequence in self.decision.consequences if consequence.kind == kind
        )

    @property
    def edges(self) -> int:
        """Return the number of answers to all questions."""
        return sum(len(question.answers) for question in self.decision.questions)

    @cached_property
    def digest(self) -> str:
        """Return a digest of all questions and conclusions, which fixes what a signature covers."""
        text = self.decision.model_dump_json(exclude_defaults=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]
