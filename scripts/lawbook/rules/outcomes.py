"""List the result of the self-test for every choice of one or two facts: for lawyers and tests.

All choices are judged at once: what holds of a choice is a bit of a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations
from operator import or_
from typing import TypeVar

from lawbook.rules.condition import Condition, Conditions
from lawbook.rules.decision import Answer, Decision, Question, Verdict, Wording
from lawbook.rules.routing import route

Offered = TypeVar("Offered", Verdict, Wording)
Tick = tuple[Question, Answer]
Choices = Sequence[Sequence[Tick]]
Part = tuple[str, int]  # a text of a column, and the choices in whose cell it stands
HEADER = ("勾选", "结论", "一句话", "理由", "按列入", "可能列入", "结果")


def rows(decision: Decision) -> Iterator[tuple[str, ...]]:
    """For the plain sheet, each tick and each two ticks of questions with several: a row.

    A row whose details were not asked (their parent is unticked) is left out.
    """
    plain = {key: ",".join(answers) for key, answers in _plain(decision).items()}
    route(decision, plain)  # raises ProblemsFound for a plain sheet that is none
    ticks = [
        (question, answer)
        for question in decision.questions
        if question.kind == "several" and question.key in plain
        for answer in question.answers
        if not answer.alone
    ]
    pairs = combinations(ticks, 2)
    choices = [chosen for chosen in ((), *zip(ticks), *pairs) if _apart(chosen)]
    judged = _Judged(decision, choices)
    columns = list(judged.columns())
    for number, chosen in enumerate(choices):
        if judged.ended >> number & 1:
            label = "；".join(answer.label for _, answer in chosen) or "都没有"
            yield label, *(_cell(sign, parts, number) for sign, parts in columns)


def _cell(sign: str, parts: Iterable[Part], number: int) -> str:
    return sign.join(text for text, where in parts if where >> number & 1)


def _apart(chosen: Sequence[Tick]) -> bool:
    clashes = [answer.clash for _, answer in chosen if answer.clash]
    return len(set(clashes)) == len(clashes)


def _plain(decision: Decision) -> dict[str, tuple[str, ...]]:
    return {plain.question: plain.answers for plain in decision.plain}


def _ticked(
    plain: Mapping[str, tuple[str, ...]], question: Question, choices: Choices
) -> dict[tuple[str, str], int]:
    """The choices on whose sheet each answer to a question stands: ticked there, or else plain."""
    ticked: dict[tuple[str, str], int] = {}
    for number, chosen in enumerate(choices):
        own = [answer.key for asked, answer in chosen if asked is question]
        for key in own or plain.get(question.key, ()):
            pair = question.key, key
            ticked[pair] = ticked.get(pair, 0) | 1 << number
    return ticked


class _Judged:
    """Choices on the plain sheet, each with what ``route`` says of it.

    ``given`` and ``names``: the choices of which an answer or a name holds; ``ended``: those that
    leave no question open.
    """

    def __init__(self, decision: Decision, choices: Choices) -> None:
        self.decision = decision
        self.all = self.ended = (1 << len(choices)) - 1
        self.given: dict[tuple[str, str], int] = {}
        self.names: dict[str, int] = {}
        for question in decision.questions:
            self._ask(question, choices)
        self._find_terms()
        reasons = [(reason, self.where(reason.only_if)) for reason in decision.reasons]
        for reason, where in reasons:
            self._name(reason.key, where)
            self._name(reason.level, where)
        self.verdicts = list(self._first(decision.verdicts, self.all))
        for verdict, where in self.verdicts:
            self._name(verdict.key, where)
        concluded = reduce(or_, (where for _, where in self.verdicts), 0)
        for consequence in decision.consequences:
            self._name(consequence.key, concluded & self.where(consequence.only_if))

    def columns(self) -> Iterator[tuple[str, list[Part]]]:
        """What joins the parts of each cell behind the first, and the parts."""
        decision, names = self.decision, self.names
        yield "", [(verdict.key, where) for verdict, where in self.verdicts]
        yield " ｜ ", list(self._sentence())
        reasons = sorted(decision.reasons, key=lambda reason: reason.level != "need")
        yield "；", [(reason.title, names[reason.key]) for reason in reasons]
        yield "；", [(item.title, names.get(item.hit, 0)) for item in decision.lists]
        yield "；", [(item.title, names.get(item.maybe, 0)) for item in decision.lists]
        yield "；", [(item.title, names[item.key]) for item in decision.consequences]

    def _sentence(self) -> Iterator[Part]:
        for verdict, where in self.verdicts:
            for says in (verdict.says, *(slot.says for slot in verdict.slots)):
                yield from ((wording.text, held) for wording, held in self._first(says, where))

    def _first(self, offered: Iterable[Offered], where: int) -> Iterator[tuple[Offered, int]]:
        """Of some choices, those for which each is the first whose conditions hold."""
        for item in offered:
            held = where & self.where(item.only_if)
            where &= ~held
            yield item, held

    def _ask(self, question: Question, choices: Choices) -> None:
        """A condition of a question may look at its own answers."""
        ticked = _ticked(_plain(self.decision), question, choices)
        before = self.given
        self.given = {**before, **ticked}
        self._find_terms()
        asked = self.where(question.only_if)
        self.ended &= ~asked | reduce(or_, ticked.values(), 0)
        self.given = {**before, **{pair: where & asked for pair, where in ticked.items()}}

    def _find_terms(self) -> None:
        self.names = {}
        for term in self.decision.terms:
            self._name(term.key, self.where(term.only_if))

    def _name(self, name: str, where: int) -> None:
        self.names[name] = self.names.get(name, 0) | where

    def where(self, conditions: Conditions) -> int:
        """The choices of which all conditions hold."""
        held = self.all
        for condition in conditions:
            held &= self._of(condition)
        return held

    def _of(self, condition: Condition) -> int:
        if condition.question is not None:
            pairs = ((condition.question, answer) for answer in condition.answers)
            return reduce(or_, (self.given.get(pair, 0) for pair in pairs))
        if condition.term is not None:
            return self.names.get(condition.term, 0)
        if condition.all:
            return self.where(condition.all)
        either = reduce(or_, map(self._of, condition.any or condition.none))
        return either if condition.any else self.all & ~either
