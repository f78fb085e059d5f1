"""The navigator evaluated: from answers to the next question, or to the result and its reasons.

The evaluation knows no question by name: all that it does stands in ``data/rules/decision.yml``,
and the page's script does the same with the same data (tests/cases/routes.yml drives both).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest, trimmed
from lawbook.rules.decision import Answer, Condition, Consequence, Decision, Given, Question

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
    used = {reason.question.key for reason in reasons}
    return Route(
        reasons=reasons,
        question=_next(decision, reasons),
        branches=_branches(decision, reasons),
        unused=tuple(key for key in answers if key not in used),
    )


def _followed(decision: Decision, answers: Mapping[str, str]) -> Iterator[Reason]:
    reasons: list[Reason] = []
    while (question := _next(decision, reasons)) and question.key in answers:
        chosen = _chosen(question, answers[question.key])
        reasons += [Reason(question, answer) for answer in chosen]
    yield from reasons


def _next(decision: Decision, reasons: Sequence[Reason]) -> Question | None:
    """The question after these answers; one whose conditions do not hold is passed over."""
    key = decision.start
    if reasons:
        last = reasons[-1].question.key
        key = next(one.answer.next for one in reasons if one.question.key == last)
    given = given_by(reasons)
    question = decision.question(key)
    while question and not all(one.holds(given) for one in question.only_if):
        question = decision.question(question.otherwise)
    return question


def given_by(reasons: Iterable[Reason]) -> Given:
    """The answers given to each question, as conditions want them."""
    given: dict[str, frozenset[str]] = {}
    for one in reasons:
        given[one.question.key] = given.get(one.question.key, frozenset()) | {one.answer.key}
    return given


def given_to(reasons: Iterable[Reason]) -> dict[str, str]:
    """Question key to answer, as ``route`` takes it: several answers are joined by commas."""
    given: dict[str, list[str]] = {}
    for one in reasons:
        given.setdefault(one.question.key, []).append(one.answer.key)
    return {key: ",".join(values) for key, values in given.items()}


def _chosen(question: Question, value: str) -> tuple[Answer, ...]:
    """The answers that a value names, in the order of the file."""
    named = set(value.split(",")) if question.kind == "several" else {value}
    return tuple(answer for answer in question.answers if answer.key in named)


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
    for one in value.split(",") if question.kind == "several" else (value,):
        if question.answer(one) is None:
            labels = {answer.key: answer.label for answer in question.answers}
            return f"问题 {key} 没有答案“{_short(one)}”；{nearest(one, labels)}"
    chosen = _chosen(question, value)
    single = next((answer for answer in chosen if answer.alone), None)
    if single and len(chosen) > 1:
        return f"问题 {key} 的答案 {single.key}（{single.label}）不能和别的答案一起选"
    return None


def _short(text: str) -> str:
    return trimmed(text)[:40]


def _branches(decision: Decision, reasons: tuple[Reason, ...]) -> tuple[Branch, ...]:
    return tuple(Branch(one, _because(one, reasons)) for one in _following(decision, reasons))


def _following(decision: Decision, reasons: tuple[Reason, ...]) -> Iterator[Consequence]:
    """What the answers add and whose conditions hold, in the order of the file."""
    given = given_by(reasons)
    added = {key for reason in reasons for key in reason.answer.adds}
    for one in decision.consequences:
        if one.key in added and all(only.holds(given) for only in one.only_if):
            yield one


def _because(consequence: Consequence, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The answers that added a consequence, and those on which it depends."""
    asked = {one.question for only in consequence.only_if for one in only.plain()}
    return tuple(
        reason
        for reason in reasons
        if consequence.key in reason.answer.adds or reason.question.key in asked
    )


def paths(decision: Decision) -> Iterator[tuple[Reason, ...]]:
    """Every way from the first question to the end."""

    def onward(above: tuple[Reason, ...]) -> Iterator[tuple[Reason, ...]]:
        question = _next(decision, above)
        if question is None:
            yield above
            return
        for chosen in _choices(question, question.answers):
            yield from onward((*above, *(Reason(question, answer) for answer in chosen)))

    yield from onward(())


def _choices(question: Question, answers: Iterable[Answer]) -> Iterator[tuple[Answer, ...]]:
    """Each answer; of a question of kind ``several`` each set that may be given at once."""
    if question.kind == "one":
        yield from ((answer,) for answer in answers)
        return
    together = [answer for answer in answers if not answer.alone]
    for size in range(1, len(together) + 1):
        yield from combinations(together, size)
    yield from ((answer,) for answer in answers if answer.alone)


def _unlike(decision: Decision, question: Question) -> Iterator[Answer]:
    """One of all answers that lead to the same, add the same and fulfil the same conditions.

    It stands for the others: so the sets of a question of many answers stay few.
    """
    seen: set[object] = set()
    for answer in question.answers:
        fulfils = tuple(
            answer.key in one.answers for one in _asked(decision) if one.question == question.key
        )
        looks = (answer.next, answer.adds, answer.alone, fulfils)
        if looks not in seen or question.kind == "one":
            seen.add(looks)
            yield answer


def _asked(decision: Decision) -> Iterator[Condition]:
    """Every condition of a single question, of consequences and of questions."""
    conditions = [only for one in decision.consequences for only in one.only_if]
    conditions += [only for one in decision.questions for only in one.only_if]
    for only in conditions:
        yield from only.plain()


def count_paths(decision: Decision) -> int:
    """How many ways there are."""
    return sum(1 for _ in paths(decision))


def _telling(decision: Decision) -> Iterator[tuple[Reason, ...]]:
    """The ways that can tell something new.

    Two ways that meet at a question, having added the same in each part and fulfilled the same
    conditions, have the same results from there on: only the first of them is followed.
    """
    asked = tuple(dict.fromkeys(_asked(decision)))
    unlike = {one.key: tuple(_unlike(decision, one)) for one in decision.questions}
    met: set[tuple[str, frozenset[Keys]]] = set()

    def onward(above: tuple[Reason, ...], said: frozenset[Keys]) -> Iterator[tuple[Reason, ...]]:
        question = _next(decision, above)
        state = (question.key if question else "", said)
        if state in met:
            return
        met.add(state)
        if question is None:
            yield above
            return
        for chosen in _choices(question, unlike[question.key]):
            now: set[Keys] = {(question.part,)}
            now |= {(question.part, one) for answer in chosen for one in answer.adds}
            given = {question.key: frozenset(answer.key for answer in chosen)}
            now |= {("", str(n)) for n, one in enumerate(asked) if one.holds(given)}
            reasons = (Reason(question, answer) for answer in chosen)
            yield from onward((*above, *reasons), said | now)

    yield from onward((), frozenset())


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
