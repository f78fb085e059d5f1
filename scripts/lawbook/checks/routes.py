"""What must hold of the ways through procedures and the navigator; each docstring is a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lawbook.base.problem import Problem
from lawbook.library.library import Library
from lawbook.rules.decision import END, Fill, Question
from lawbook.rules.routing import given_to, outcomes

Check = Callable[[Library], Iterator[Problem]]


def place_of(library: Library, record: str) -> str:
    """The line of a record of the rules, by its id."""
    places = {one.id: one.where for one in library.rules.statements}
    return places.get(record, record)


def _question_place(library: Library, key: str) -> str:
    return place_of(library, f"decision/questions/{key}")


def every_step_leads_somewhere(library: Library) -> Iterator[Problem]:
    """What follows a step of a procedure exists, and each step can be reached."""
    book = library.rules.procedures
    known = set(book.step_names)
    reached = {f"{one.key}/{one.steps[0].key}" for one in book.procedures}
    for procedure in book.procedures:
        for step, to, _ in procedure.edges():
            name = to if "/" in to else f"{procedure.key}/{to}"
            reached.add(name)
            if name not in known:
                where = place_of(library, f"procedures/{procedure.key}/{step.key}")
                yield Problem(where, f"没有步骤 {name}")
    for name in sorted(known - reached):
        yield Problem(place_of(library, f"procedures/{name}"), f"步骤 {name} 从哪里都到不了")


def every_answer_leads_on(library: Library) -> Iterator[Problem]:
    """An answer leads to a question that exists or to the end, and adds what exists."""
    decision = library.rules.decision
    questions = {one.key for one in decision.questions} | {END}
    consequences = {one.key for one in decision.consequences}
    parts = {one.key for one in decision.parts}
    for question in decision.questions:
        where = _question_place(library, question.key)
        if question.part not in parts:
            yield Problem(where, f"没有部分 {question.part}")
        for answer in question.answers:
            if answer.next not in questions:
                yield Problem(where, f"答案 {answer.key} 之后没有问题 {answer.next}")
            for key in sorted(set(answer.adds) - consequences):
                yield Problem(where, f"答案 {answer.key} 的结果 {key} 不存在")
        if question.otherwise not in questions:
            yield Problem(where, f"跳过以后没有问题 {question.otherwise}")
    if library.rules and decision.questions and decision.start not in questions:
        yield Problem(library.places["rules/decision"], f"没有第一个问题 {decision.start}")


def every_question_and_consequence_is_reached(library: Library) -> Iterator[Problem]:
    """From the first question each question can be reached; each consequence is added."""
    decision = library.rules.decision
    reached = _reached(library)
    added = {key for one in decision.questions for a in one.answers for key in a.adds}
    for question in decision.questions:
        if question.key not in reached:
            yield Problem(
                _question_place(library, question.key), f"问题 {question.key} 从哪里都到不了"
            )
    for one in decision.consequences:
        if one.key not in added:
            where = place_of(library, f"decision/consequences/{one.key}")
            yield Problem(where, f"结果 {one.key} 没有答案带来")


def _reached(library: Library) -> set[str]:
    decision = library.rules.decision
    reached: set[str] = set()
    waiting = [decision.start]
    while waiting:
        question = decision.question(waiting.pop())
        if question and question.key not in reached:
            reached.add(question.key)
            waiting += _onward(question)
    return reached


def _onward(question: Question) -> list[str]:
    passed = [question.otherwise] if question.only_if else []
    return [*(answer.next for answer in question.answers), *passed]


def no_question_comes_again(library: Library) -> Iterator[Problem]:
    """The questions form no circle."""
    decision = library.rules.decision
    done: set[str] = set()

    def circle(question: Question | None, above: tuple[str, ...]) -> Iterator[Problem]:
        if question is None or question.key in done:
            return
        if question.key in above:
            way = "→".join((*above[above.index(question.key) :], question.key))
            yield Problem(_question_place(library, question.key), f"问题绕成了圈：{way}")
            return
        for key in _onward(question):
            yield from circle(decision.question(key), (*above, question.key))
        done.add(question.key)

    yield from circle(decision.question(decision.start), ())


def every_condition_can_hold(library: Library) -> Iterator[Problem]:
    """A condition of a consequence or a question names a question and answers that exist."""
    decision = library.rules.decision
    named = [(f"decision/consequences/{one.key}", one.only_if) for one in decision.consequences]
    named += [(f"decision/questions/{one.key}", one.only_if) for one in decision.questions]
    for record, conditions in named:
        where = place_of(library, record)
        for condition in (each for one in conditions for each in one.plain()):
            question = decision.question(condition.question or "")
            known = {answer.key for answer in question.answers} if question else set()
            for key in sorted(set(condition.answers) - known):
                yield Problem(where, f"条件 {condition.question}={key} 不存在")


def no_result_contradicts_itself(library: Library) -> Iterator[Problem]:
    """No way leads to two consequences of which one excludes the other."""
    decision = library.rules.decision
    known = {one.key for one in decision.consequences}
    excluded = {one.key: one.excludes for one in decision.consequences if one.excludes}
    for key, others in excluded.items():
        for other in sorted(set(others) - known):
            where = place_of(library, f"decision/consequences/{key}")
            yield Problem(where, f"excludes 写的结果 {other} 不存在")
    if any(every_answer_leads_on(library)):
        return  # ways that break off are told there
    told: set[tuple[str, str]] = set()
    for result, reasons in outcomes(decision).whole.items() if excluded else ():
        for pair in ((one, other) for one in result for other in excluded.get(one, ())):
            if pair[1] in result and pair not in told:
                told.add(pair)
                way = " ".join(f"{key}={value}" for key, value in given_to(reasons).items())
                where = place_of(library, f"decision/consequences/{pair[0]}")
                yield Problem(where, f"和结果 {pair[1]} 不能同时得出，但这样回答就会：{way}")


def every_fill_finds_its_field(library: Library) -> Iterator[Problem]:
    """What an answer fills in a form exists there: the field, and its option or a short text."""
    for question in library.rules.decision.questions:
        for answer in question.answers:
            for fill in answer.fills:
                if fault := _misfilled(library, fill):
                    where = _question_place(library, question.key)
                    yield Problem(where, f"答案 {answer.key} 填的{fault}")


def _misfilled(library: Library, fill: Fill) -> str:
    form = library.forms.get(fill.form)
    if form is None:
        return f"表单 {fill.form} 不存在"
    field = next((one for _, one in form.fields if one.key == fill.field), None)
    if field is None:
        return f"栏目 {fill.field} 不存在"
    if fill.option is None:
        return "" if field.kind == "text" else f"「{field.called}」不是文字栏"
    known = {option.key for option in field.options}
    return "" if fill.option in known else f"「{field.called}」没有选项 {fill.option}"


ROUTE_CHECKS: tuple[Check, ...] = (
    every_step_leads_somewhere,
    every_answer_leads_on,
    every_question_and_consequence_is_reached,
    no_question_comes_again,
    every_condition_can_hold,
    no_result_contradicts_itself,
    every_fill_finds_its_field,
)
