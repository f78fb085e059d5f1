"""The navigator evaluated: from answers to the next question, or to the result and its reasons.

The evaluation knows no question by name: all that it does stands in ``data/rules/decision.yml``,
and the page's script does the same with the same data (tests/cases/routes.yml drives both).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest, trimmed
from lawbook.rules.decision import Answer, Consequence, Decision, Question

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """A question and the answer that was given to it."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Branch:
    """A consequence and the answers because of which it follows."""

    consequence: Consequence
    because: tuple[Reason, ...]


@dataclass(frozen=True)
class Route:
    """How far the answers lead: ``question`` comes next, or is None at the end.

    ``branches`` is the result with its reasons, so far as it is certain; ``unused`` are
    answers to questions that were not on the way.
    """

    reasons: tuple[Reason, ...]
    question: Question | None
    branches: tuple[Branch, ...]
    unused: Keys = ()

    @property
    def result(self) -> Keys | None:
        """The keys of the consequences, None while a question is open."""
        return None if self.question else tuple(one.consequence.key for one in self.branches)


def route(decision: Decision, answers: Mapping[str, str]) -> Route:
    """Follow the answers (question key to answer key). Raises ProblemsFound for unknown ones."""
    reasons = tuple(_followed(decision, _checked(decision, answers)))
    last = reasons[-1].answer.next if reasons else decision.start
    used = {reason.question.key for reason in reasons}
    return Route(
        reasons=reasons,
        question=decision.question(last),
        branches=_branches(decision, reasons),
        unused=tuple(key for key in answers if key not in used),
    )


def _followed(decision: Decision, answers: Mapping[str, str]) -> Iterator[Reason]:
    question = decision.question(decision.start)
    while question and (answer := question.answer(answers.get(question.key, ""))):
        yield Reason(question, answer)
        question = decision.question(answer.next)


def _checked(decision: Decision, answers: Mapping[str, str]) -> Mapping[str, str]:
    problems = [
        Problem("", fault)
        for key, value in answers.items()
        if (fault := _fault(decision, key, value))
    ]
    if problems:
        raise ProblemsFound(problems)
    return answers


def _fault(decision: Decision, key: str, value: str) -> str | None:
    question = decision.question(key)
    if question is None:
        known = {one.key: one.ask for one in decision.questions}
        return f"没有问题“{_short(key)}”；{nearest(key, known)}"
    if question.answer(value) is None:
        labels = {answer.key: answer.label for answer in question.answers}
        return f"问题 {key} 没有答案“{_short(value)}”；{nearest(value, labels)}"
    return None


def _short(text: str) -> str:
    return trimmed(text)[:40]


def _branches(decision: Decision, reasons: tuple[Reason, ...]) -> tuple[Branch, ...]:
    return tuple(Branch(one, _because(one, reasons)) for one in _following(decision, reasons))


def _following(decision: Decision, reasons: tuple[Reason, ...]) -> Iterator[Consequence]:
    """What the answers add and whose conditions hold, in the order of the file."""
    given = {reason.question.key: reason.answer.key for reason in reasons}
    added = {key for reason in reasons for key in reason.answer.adds}
    for one in decision.consequences:
        if one.key in added and _holds(one, given):
            yield one


def _holds(consequence: Consequence, given: Mapping[str, str]) -> bool:
    return all(given.get(one.question) in one.answers for one in consequence.only_if)


def _because(consequence: Consequence, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The answers that added a consequence, and those on which it depends."""
    asked = {condition.question for condition in consequence.only_if}
    return tuple(
        reason
        for reason in reasons
        if consequence.key in reason.answer.adds or reason.question.key in asked
    )


def paths(decision: Decision) -> Iterator[tuple[Reason, ...]]:
    """Every way from the first question to the end."""

    def onward(key: str, above: tuple[Reason, ...]) -> Iterator[tuple[Reason, ...]]:
        question = decision.question(key)
        if question is None:
            yield above
            return
        for answer in question.answers:
            yield from onward(answer.next, (*above, Reason(question, answer)))

    yield from onward(decision.start, ())


def count_paths(decision: Decision) -> int:
    """How many ways there are, counted without walking them one by one."""

    @cache
    def below(key: str) -> int:
        question = decision.question(key)
        return sum(below(answer.next) for answer in question.answers) if question else 1

    return below(decision.start)


def _telling(decision: Decision) -> Iterator[tuple[Reason, ...]]:
    """The ways that can tell something new.

    Two ways that meet at a question, having added the same in each part and answered alike what
    conditions ask, have the same results from there on: only the first of them is followed.
    """
    asked = {only.question for one in decision.consequences for only in one.only_if}
    met: set[tuple[str, frozenset[Keys]]] = set()

    def onward(
        key: str, above: tuple[Reason, ...], said: frozenset[Keys]
    ) -> Iterator[tuple[Reason, ...]]:
        if (key, said) in met:
            return
        met.add((key, said))
        question = decision.question(key)
        if question is None:
            yield above
            return
        for answer in question.answers:
            now: set[Keys] = {(question.part,), *((question.part, one) for one in answer.adds)}
            if question.key in asked:
                now.add(("", question.key, answer.key))
            yield from onward(answer.next, (*above, Reason(question, answer)), said | now)

    yield from onward(decision.start, (), frozenset())


@dataclass(frozen=True)
class Outcomes:
    """All distinct results, and what each part of the navigator contributes to them.

    ``whole``: a result and the first way that leads to it. ``parts``: for each part the
    distinct sets of consequences that its answers add. A result is the union over its parts,
    less the consequences whose conditions do not hold, so a lawyer who has read all parts and
    all conditions has read all results.
    """

    whole: Mapping[Keys, tuple[Reason, ...]]
    parts: Mapping[str, tuple[Keys, ...]]


def outcomes(decision: Decision) -> Outcomes:
    """Collect the results of all ways, in the order in which the ways first lead to them."""
    whole: dict[Keys, tuple[Reason, ...]] = {}
    parts: dict[str, dict[frozenset[str], None]] = {part.key: {} for part in decision.parts}
    for reasons in _telling(decision):
        result = tuple(one.key for one in _following(decision, reasons))
        whole.setdefault(result, reasons)
        for part, added in _added_by_part(reasons).items():
            parts[part][frozenset(added)] = None
    return Outcomes(whole, {part: _ordered(decision, sets) for part, sets in parts.items()})


def _added_by_part(reasons: Iterable[Reason]) -> dict[str, set[str]]:
    added: dict[str, set[str]] = {}
    for reason in reasons:
        added.setdefault(reason.question.part, set()).update(reason.answer.adds)
    return added


def _ordered(decision: Decision, sets: Iterable[frozenset[str]]) -> tuple[Keys, ...]:
    order = {one.key: number for number, one in enumerate(decision.consequences)}
    return tuple(tuple(sorted(keys, key=order.__getitem__)) for keys in sets)
