"""The result of the self-test for every choice of one or two facts: for lawyers and tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from lawbook.rules.decision import Answer, Decision, Question
from lawbook.rules.routing import Route, route

Tick = tuple[Question, Answer]
HEADER = ("勾选", "结论", "理由", "按列入", "可能列入", "结果")


def rows(decision: Decision) -> Iterator[tuple[str, ...]]:
    """Yield a row for the plain sheet, for each tick and for each pair of ticks.

    Rows with details that were not asked (their parent is not ticked) are left out.
    """
    ticks = [
        (question, answer)
        for question in decision.questions
        if question.kind == "several" and question.key in _plain(decision)
        for answer in question.answers
        if not answer.alone
    ]
    for chosen in ((), *((tick,) for tick in ticks), *combinations(ticks, 2)):
        if _apart(chosen):
            result = route(decision, _sheet(decision, chosen))
            if not result.question:
                yield _row(chosen, result)


def _apart(chosen: Sequence[Tick]) -> bool:
    clashes = [answer.clash for _, answer in chosen if answer.clash]
    return len(set(clashes)) == len(clashes)


def _plain(decision: Decision) -> dict[str, str]:
    return {plain.question: ",".join(plain.answers) for plain in decision.plain}


def _sheet(decision: Decision, chosen: Sequence[Tick]) -> dict[str, str]:
    ticked: dict[str, list[str]] = {}
    for question, answer in chosen:
        ticked.setdefault(question.key, []).append(answer.key)
    return _plain(decision) | {key: ",".join(keys) for key, keys in ticked.items()}


def _row(chosen: Sequence[Tick], result: Route) -> tuple[str, ...]:
    return (
        "；".join(answer.label for _, answer in chosen) or "都没有",
        result.sentence,
        "；".join(reason.title for reason in result.reasons),
        "；".join(item.title for item in result.hit),
        "；".join(item.title for item in result.maybe),
        "；".join(consequence.title for consequence in result.consequences),
    )
