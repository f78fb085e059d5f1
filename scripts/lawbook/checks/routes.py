"""What must hold of the ways through procedures and the navigator; each docstring is a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lawbook.base.problem import Problem
from lawbook.library.library import Library
from lawbook.rules.decision import Conditions, Decision, Fill

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


def every_question_has_its_part(library: Library) -> Iterator[Problem]:
    """A question belongs to a part of the self-test."""
    decision = library.rules.decision
    parts = {part.key for part in decision.parts}
    for question in decision.questions:
        if question.part not in parts:
            yield Problem(_question_place(library, question.key), f"没有部分 {question.part}")


def every_condition_can_hold(library: Library) -> Iterator[Problem]:
    """A condition names a question and answers that exist, or a name that stands before it."""
    decision = library.rules.decision
    for record, conditions, names in _conditioned(decision):
        where = place_of(library, record)
        for condition in (each for one in conditions for each in one.within()):
            if condition.term is not None and condition.term not in names:
                yield Problem(where, f"only_if 中没有在前面写明的名字 {condition.term}")
            if condition.question is None:
                continue
            question = decision.question(condition.question)
            known = {answer.key for answer in question.answers} if question else set()
            for key in sorted(set(condition.answers) - known):
                yield Problem(where, f"only_if 中没有问题 {condition.question} 的答案 {key}")


def _conditioned(decision: Decision) -> Iterator[tuple[str, Conditions, frozenset[str]]]:
    """Each record with its conditions and the names that it may use."""
    names = frozenset(one.key for one in decision.terms)
    for question in decision.questions:
        own = (question.only_if, *(answer.only_if for answer in question.answers))
        yield from ((f"decision/questions/{question.key}", one, names) for one in own)
    for number, term in enumerate(decision.terms):
        before = frozenset(one.key for one in decision.terms[:number])
        yield f"decision/terms/{term.key}", term.only_if, before
    for reason in decision.reasons:
        words = [one.only_if for one in reason.found]
        yield from (
            (f"decision/reasons/{reason.key}", one, names) for one in (reason.only_if, *words)
        )
    names |= {one.key for one in decision.reasons} | {one.level for one in decision.reasons}
    yield from _concluded(decision, names)


def _concluded(
    decision: Decision, names: frozenset[str]
) -> Iterator[tuple[str, Conditions, frozenset[str]]]:
    for verdict in decision.verdicts:
        words = [
            *verdict.says,
            *verdict.next,
            *verdict.trigger,
            *(say for one in verdict.slots for say in one.says),
        ]
        for own in (verdict.only_if, *(one.only_if for one in words)):
            yield f"decision/verdicts/{verdict.key}", own, names
    yield from (("decision", one.only_if, names) for one in decision.fills)
    yield from (("decision", one.only_if, names) for one in decision.pointers)
    names |= {one.key for one in decision.verdicts}
    for one in decision.consequences:
        yield f"decision/consequences/{one.key}", one.only_if, names
        names |= {one.key}


def no_name_stands_for_two_things(library: Library) -> Iterator[Problem]:
    """Terms, reasons and consequences do not share a name."""
    decision = library.rules.decision
    named = [one.key for one in decision.terms] + [one.key for one in decision.reasons]
    named += [one.key for one in decision.consequences]
    for key in sorted({one for one in named if named.count(one) > 1}):
        yield Problem(library.places["rules/decision"], f"名字 {key} 用了两次")
    terms = {one.key for one in decision.terms}
    for item in decision.lists:
        for key in sorted({item.hit, item.maybe} - terms):
            yield Problem(place_of(library, f"decision/lists/{item.key}"), f"没有名字 {key}")


def one_more_tick_never_lowers_a_verdict(library: Library) -> Iterator[Problem]:
    """No reason, and nothing that a reason uses, holds because something was not ticked."""
    decision = library.rules.decision
    terms = {one.key: one.only_if for one in decision.terms}
    for reason in decision.reasons:
        waiting, seen = list(reason.only_if), set[str]()
        while waiting:
            one = waiting.pop()
            waiting += [*one.any, *one.all]
            if one.none:
                where = place_of(library, f"decision/reasons/{reason.key}")
                yield Problem(where, f"理由 {reason.key} 的条件里不能有 none")
            if one.term and one.term not in seen:
                seen.add(one.term)
                waiting += terms.get(one.term, ())


def every_answer_is_asked_about(library: Library) -> Iterator[Problem]:
    """Each answer of a question with several is named by some condition: none is asked in vain."""
    decision = library.rules.decision
    named = {
        (each.question, key)
        for _, conditions, _ in _conditioned(decision)
        for one in conditions
        for each in one.within()
        for key in each.answers
    }
    for question in (one for one in decision.questions if one.kind == "several"):
        for answer in question.answers:
            if (question.key, answer.key) not in named and not answer.alone:
                where = _question_place(library, question.key)
                yield Problem(where, f"答案 {answer.key} 没有带来任何结果")


def every_exclusion_is_of_what_exists(library: Library) -> Iterator[Problem]:
    """What a consequence excludes exists; a route that gave both would be refused by the tests."""
    decision = library.rules.decision
    known = {one.key for one in decision.consequences}
    for one in decision.consequences:
        for key in sorted(set(one.excludes) - known):
            where = place_of(library, f"decision/consequences/{one.key}")
            yield Problem(where, f"excludes 写的结果 {key} 不存在")


def every_pointer_leads_somewhere(library: Library) -> Iterator[Problem]:
    """A focus or an example that helps to judge exists, and the moment that a verdict names."""
    known = {one.key for one in library.rules.criteria.criteria}
    moments = {one.key for one in library.rules.deadlines.triggers}
    for verdict in library.rules.decision.verdicts:
        for key in sorted({one.text for one in verdict.trigger} - moments):
            yield Problem(library.places["rules/decision"], f"没有起算事项 {key}")
    for one in library.rules.decision.pointers:
        if one.criterion and one.criterion not in known:
            yield Problem(library.places["rules/decision"], f"没有审查要点 {one.criterion}")
        if one.example and one.example not in library.examples:
            yield Problem(library.places["rules/decision"], f"没有例子 {one.example}")


def every_fill_finds_its_field(library: Library) -> Iterator[Problem]:
    """What a sheet fills in a form exists there: the field, and its option or a short text."""
    for fill in library.rules.decision.fills:
        if fault := _misfilled(library, fill):
            yield Problem(library.places["rules/decision"], f"fills 中 {fill.key} 填的{fault}")


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
    every_question_has_its_part,
    every_condition_can_hold,
    no_name_stands_for_two_things,
    one_more_tick_never_lowers_a_verdict,
    every_answer_is_asked_about,
    every_exclusion_is_of_what_exists,
    every_pointer_leads_somewhere,
    every_fill_finds_its_field,
)
