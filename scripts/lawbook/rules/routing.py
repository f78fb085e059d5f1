"""Evaluate the self-test: from answers to the next question, the verdict and what follows.

The evaluation knows no question by name: everything is in ``data/rules/decision.yml``, and the
page's script does the same with the same data (tests/cases/routes.yml and tests/cases/probes.yml
drive both).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest, trimmed
from lawbook.rules.condition import Conditions, Given, Sheet
from lawbook.rules.decision import (
    Answer,
    Consequence,
    Decision,
    Fill,
    Listed,
    Pointer,
    Question,
    Reason,
    Term,
    Verdict,
    Wording,
)  # fmt: skip

Keys = tuple[str, ...]


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question and an answer that was given to it."""

    question: Question
    answer: Answer


@dataclass(frozen=True)
class Route:
    """How far the answers lead: ``question`` comes next, or is None at the end.

    ``reasons``: strongest first. ``verdict`` is None while it is open; one that is certain early
    has only ``heading``: ``facts``, ``next`` and ``consequences`` come at the end. ``hit`` and
    ``maybe`` are items of the lists. ``unused`` are answers to questions that were not asked.
    """

    said: tuple[AnsweredQuestion, ...]
    question: Question | None
    reasons: tuple[Reason, ...]
    hit: tuple[Listed, ...]
    maybe: tuple[Listed, ...]
    verdict: Verdict | None
    heading: str
    facts: tuple[tuple[str, str], ...]
    next: Keys
    trigger: str
    consequences: tuple[Consequence, ...]
    fills: tuple[Fill, ...]
    pointers: tuple[Pointer, ...]
    unused: Keys = ()

    @property
    def sentence(self) -> str:
        """Return the verdict as one line, its parts joined by ``｜``; empty while it is open."""
        return " ｜ ".join((self.heading, *(words for _, words in self.facts)))

    @property
    def result(self) -> Keys | None:
        """Return the keys of the consequences, None while a question is open."""
        return (
            None if self.question else tuple(consequence.key for consequence in self.consequences)
        )


def route(decision: Decision, answers: Mapping[str, str]) -> Route:
    """Follow the answers (question key → answer keys joined by commas).

    Raises ProblemsFound for unknown and for contradictory ones.
    """
    sheet = _checked(decision, answers)
    said, question = _asked(decision, sheet)
    names = set(_names(decision, given_by(said)))
    held = Sheet(given_by(said), names)
    reasons = [
        reason.with_words(_holding(reason.found, held))
        for reason in decision.reasons
        if reason.key in names
    ]
    verdict = _verdict(decision, held, still_asked=question is not None)
    if verdict:
        names.add(verdict.key)
    final = verdict if question is None else None
    used = {reply.question.key for reply in said}
    return Route(
        said=said,
        question=question,
        reasons=tuple(sorted(reasons, key=lambda reason: reason.level != "need")),
        hit=tuple(item for item in decision.lists if item.hit in names),
        maybe=tuple(item for item in decision.lists if item.maybe in names),
        verdict=verdict,
        heading=first(verdict.says, held) if verdict else "",
        facts=_slots(final, held) if final else (),
        next=tuple(_holding(final.next, held)) if final else (),
        trigger=first(final.trigger, held) if final else "",
        consequences=tuple(_following(decision, held, names)) if final else (),
        fills=tuple(fill for fill in decision.filled if holds(fill.only_if, held)),
        pointers=tuple(pointer for pointer in decision.pointers if holds(pointer.only_if, held)),
        unused=tuple(key for key in answers if key not in used),
    )


def holds(conditions: Conditions, sheet: Sheet) -> bool:
    """Return whether all conditions hold for a sheet."""
    for condition in conditions:  # noqa: SIM110 - half the time of a generator
        if not condition.holds(sheet):
            return False
    return True


def first(wordings: Iterable[Wording], sheet: Sheet) -> str:
    """Return the first wording that holds; empty if none does."""
    return next(_holding(wordings, sheet), "")


def _holding(wordings: Iterable[Wording], sheet: Sheet) -> Iterator[str]:
    return (wording.text for wording in wordings if holds(wording.only_if, sheet))


def _asked(
    decision: Decision, sheet: Given
) -> tuple[tuple[AnsweredQuestion, ...], Question | None]:
    """Return the answers to the questions asked, and the first question without one.

    A condition of a question may refer to its own answers, so that what is ticked stays.
    """
    answered: list[AnsweredQuestion] = []
    terms = {term.key: term for term in decision.terms}
    for question in decision.questions:
        own = {question.key: sheet[question.key]} if question.key in sheet else {}
        given = {**given_by(answered), **own}
        if question.only_if and not holds(question.only_if, Sheet(given, _Terms(terms, given))):
            continue
        if not own:
            return tuple(answered), question
        answered += [
            AnsweredQuestion(question, answer)
            for answer in question.answers
            if answer.key in own[question.key]
        ]
    return tuple(answered), None


class _Terms:
    """The terms that hold, each evaluated on demand: most are never needed."""

    def __init__(self, terms: Mapping[str, Term], given: Given) -> None:
        self.terms = terms
        self.sheet = Sheet(given, self)
        self.known: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str) or name not in self.terms:
            return False
        if name not in self.known:
            self.known[name] = False  # a term rests only on those before it
            self.known[name] = holds(self.terms[name].only_if, self.sheet)
        return self.known[name]


def _terms(decision: Decision, given: Given) -> Iterator[str]:
    names: set[str] = set()
    sheet = Sheet(given, names)
    for term in decision.terms:
        if holds(term.only_if, sheet):
            names.add(term.key)
            yield term.key


def _names(decision: Decision, given: Given) -> Iterator[str]:
    """Yield the terms that hold, then the reasons and their levels."""
    names = set(_terms(decision, given))
    yield from names
    for reason in decision.reasons:
        if holds(reason.only_if, Sheet(given, names)):
            yield reason.key
            yield reason.level


def _verdict(decision: Decision, sheet: Sheet, *, still_asked: bool) -> Verdict | None:
    for verdict in decision.verdicts:
        if holds(verdict.only_if, sheet) and (verdict.early or not still_asked):
            return verdict
    return None


def _slots(verdict: Verdict, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    slots = ((slot.title, first(slot.says, sheet)) for slot in verdict.slots)
    return tuple(shown for shown in slots if shown[1])


def _following(decision: Decision, sheet: Sheet, names: set[str]) -> Iterator[Consequence]:
    """Yield what follows, in the order of the file; each may use those before it."""
    for consequence in decision.consequences:
        if holds(consequence.only_if, sheet):
            names.add(consequence.key)
            yield consequence


def given_by(said: Iterable[AnsweredQuestion]) -> dict[str, frozenset[str]]:
    """Return the answers given to each question, as conditions need them."""
    given: dict[str, frozenset[str]] = {}
    for reply in said:
        given[reply.question.key] = given.get(reply.question.key, frozenset()) | {reply.answer.key}
    return given


def given_to(said: Iterable[AnsweredQuestion]) -> dict[str, str]:
    """Return question key → answers as ``route`` takes them: joined by commas in file order."""
    given: dict[str, list[str]] = {}
    for reply in said:
        given.setdefault(reply.question.key, []).append(reply.answer.key)
    return {key: ",".join(values) for key, values in given.items()}


def _checked(decision: Decision, answers: Mapping[str, str]) -> Given:
    faults = [fault for key, value in answers.items() for fault in _faults(decision, key, value)]
    if faults:
        raise ProblemsFound([Problem("", fault) for fault in faults])
    return {key: frozenset(_keys(decision.question(key), value)) for key, value in answers.items()}


def _keys(question: Question | None, value: str) -> list[str]:
    return value.split(",") if question and question.kind == "several" else [value]


def _faults(decision: Decision, key: str, value: str) -> Iterator[str]:
    question = decision.question(key)
    if question is None:
        known = {question.key: question.ask for question in decision.questions}
        yield f"没有问题“{_short(key)}”；{nearest(key, known)}"
        return
    keys = _keys(question, value)
    labels = {answer.key: answer.label for answer in question.answers}
    for named in keys:
        if question.answer(named) is None:
            yield f"问题 {key} 没有答案“{_short(named)}”；{nearest(named, labels)}"
            return
    chosen = [answer for answer in question.answers if answer.key in keys]
    for mine, other in _clashes(chosen):
        both = f"{mine.key}（{mine.label}）不能和 {other.key}（{other.label}）"
        yield f"问题 {key} 的答案 {both}一起选"
        return


def _clashes(chosen: list[Answer]) -> Iterator[tuple[Answer, Answer]]:
    for number, answer in enumerate(chosen):
        for other in chosen[number + 1 :]:
            if answer.alone or other.alone or (answer.clash and answer.clash == other.clash):
                yield (other, answer) if other.alone else (answer, other)


def _short(text: str) -> str:
    return trimmed(text)[:40]
