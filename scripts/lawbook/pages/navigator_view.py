"""The navigator laid open for a lawyer: every question, answer, conclusion and result, numbered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawbook.rules import routing
from lawbook.rules.decision import Answer, Condition, Consequence, Decision, Part, Question

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Result:
    """A distinct result: the numbers of its conclusions, and the first way that leads to it."""

    number: int
    conclusions: tuple[int, ...]
    way: tuple[str, ...]


@dataclass(frozen=True)
class Navigator:
    """The navigator with everything counted.

    Questions are numbered 1, 2 …, their answers 1a, 1b …, conclusions 1, 2 … in the order of
    the file, so that a remark on paper can name each.
    """

    decision: Decision

    @cached_property
    def questions(self) -> Mapping[str, int]:
        """The number of each question."""
        return {one.key: n for n, one in enumerate(self.decision.questions, start=1)}

    @cached_property
    def conclusions(self) -> Mapping[str, int]:
        """The number of each conclusion."""
        return {one.key: n for n, one in enumerate(self.decision.consequences, start=1)}

    @cached_property
    def _consequences(self) -> Mapping[str, Consequence]:
        return {one.key: one for one in self.decision.consequences}

    def conclusion(self, key: str) -> Consequence:
        """The conclusion of a key; KeyError when there is none."""
        return self._consequences[key]

    def letter(self, question: Question, answer: Answer) -> str:
        """The number of an answer: 3b."""
        return f"{self.questions[question.key]}{_LETTERS[question.answers.index(answer)]}"

    def answers_to(self, question: str, keys: tuple[str, ...]) -> str:
        """The labels of answers to a question."""
        found = self.decision.question(question)
        assert found is not None
        return "或".join(f"“{one.label}”" for one in found.answers if one.key in keys)

    def condition(self, one: Condition) -> str:
        """A condition in words: the numbers of questions and the labels of answers."""
        if one.question is not None:
            return (
                f"问题{self.questions[one.question]}答{self.answers_to(one.question, one.answers)}"
            )
        words = "，或者".join(self.condition(part) for part in (*one.any, *one.none))
        return words if one.any else f"不是：{words}"

    def of(self, part: Part) -> tuple[Question, ...]:
        """The questions of a part, in the order of the file."""
        return tuple(one for one in self.decision.questions if one.part == part.key)

    def added_by(self, key: str) -> tuple[str, ...]:
        """The numbers of the answers that bring a conclusion."""
        return tuple(
            self.letter(question, answer)
            for question in self.decision.questions
            for answer in question.answers
            if key in answer.adds
        )

    @property
    def edges(self) -> int:
        """How many answers there are to all questions."""
        return sum(len(question.answers) for question in self.decision.questions)

    @cached_property
    def paths(self) -> int:
        """How many ways lead from the first question to the end."""
        return routing.count_paths(self.decision)

    @cached_property
    def outcomes(self) -> routing.Outcomes:
        """All distinct results, as the evaluation itself gives them."""
        return routing.outcomes(self.decision)

    @cached_property
    def results(self) -> Mapping[tuple[str, str], tuple[Result, ...]]:
        """All distinct results by the first two answers of the way that leads to each."""
        groups: dict[tuple[str, str], list[Result]] = {}
        for number, (keys, way) in enumerate(self.outcomes.whole.items(), start=1):
            named = tuple(self.letter(one.question, one.answer) for one in way)
            labels = [one.answer.label for one in way[:2]]
            case = (labels[0] if labels else "", labels[1] if len(labels) > 1 else "")
            numbers = tuple(self.conclusions[key] for key in keys)
            groups.setdefault(case, []).append(Result(number, numbers, named))
        return {case: tuple(found) for case, found in groups.items()}

    @cached_property
    def digest(self) -> str:
        """A digest of all questions and conclusions, so that a signature says what was signed."""
        text = self.decision.model_dump_json(exclude_defaults=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def judged(self) -> Iterator[Question]:
        """The questions that only a person can answer."""
        return (one for one in self.decision.questions if one.human_judgement)
