"""Checks of the procedures and the navigator; each docstring states a rule."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.base.problem import Problem
from lawbook.library.library import Library
from lawbook.rules.condition import Conditions
from lawbook.rules.decision import Decision, Fill


def every_step_leads_somewhere(library: Library) -> Iterator[Problem]:
    """What follows a step of a procedure exists, and each step can be reached."""
    book = library.rules.procedures
    known = set(book.step_names)
    reached = {f"{procedure.key}/{procedure.steps[0].key}" for procedure in book.procedures}
    for procedure in book.procedures:
        for step, to, _ in procedure.edges():
            name = to if "/" in to else f"{procedure.key}/{to}"
            reached.add(name)
            if name not in known:
                where = library.rules.line_of(f"procedures/{procedure.key}/{step.key}")
                yield Problem(where, f"没有步骤 {name}")
    for name in sorted(known - reached):
        yield Problem(library.rules.line_of(f"procedures/{name}"), f"步骤 {name} 从哪里都到不了")


def every_question_has_its_part(library: Library) -> Iterator[Problem]:
    """A question belongs to a part of the self-test."""
    decision = library.rules.decision
    parts = {part.key for part in decision.parts}
    for question in decision.questions:
        if question.part not in parts:
            yield Problem(
                library.rules.line_of(f"decision/questions/{question.key}"),
                f"没有部分 {question.part}",
            )


def every_condition_can_hold(library: Library) -> Iterator[Problem]:
    """A condition names questions and answers that exist, or a name defined before it."""
    decision = library.rules.decision
    for record, conditions, names in _conditioned(decision):
        where = library.rules.line_of(record)
        for condition in (each for whole in conditions for each in whole.within()):
            if condition.term is not None and condition.term not in names:
                yield Problem(where, f"only_if 中没有在前面写明的名字 {condition.term}")
            if condition.question is None:
                continue
            question = decision.question(condition.question)
            known = {answer.key for answer in question.answers} if question else set()
            for key in sorted(set(condition.answers) - known):
                yield Problem(where, f"only_if 中没有问题 {condition.question} 的答案 {key}")


def _conditioned(decision: Decision) -> Iterator[tuple[str, Conditions, frozenset[str]]]:
    """Yield each record's path and conditions, with the names that it may use."""
    names = frozenset(term.key for term in decision.terms)
    for question in decision.questions:
        for own in (question.only_if, *(answer.only_if for answer in question.answers)):
            yield f"decision/questions/{question.key}", own, names
    for number, term in enumerate(decision.terms):
        before = frozenset(term.key for term in decision.terms[:number])
        yield f"decision/terms/{term.key}", term.only_if, before
    for reason in decision.reasons:
        for conditions in (reason.only_if, *(wording.only_if for wording in reason.found)):
            yield f"decision/reasons/{reason.key}", conditions, names
    names |= {reason.key for reason in decision.reasons} | {
        reason.level for reason in decision.reasons
    }
    yield from _concluded(decision, names)


def _concluded(
    decision: Decision, names: frozenset[str]
) -> Iterator[tuple[str, Conditions, frozenset[str]]]:
    for verdict in decision.verdicts:
        words = [
            *verdict.says,
            *verdict.next,
            *verdict.trigger,
            *(say for slot in verdict.slots for say in slot.says),
        ]
        for own in (verdict.only_if, *(wording.only_if for wording in words)):
            yield f"decision/verdicts/{verdict.key}", own, names
    yield from (("decision", fill.only_if, names) for fill in decision.filled)
    yield from (("decision", pointer.only_if, names) for pointer in decision.pointers)
    names |= {verdict.key for verdict in decision.verdicts}
    for consequence in decision.consequences:
        yield f"decision/consequences/{consequence.key}", consequence.only_if, names
        names |= {consequence.key}


def no_name_stands_for_two_things(library: Library) -> Iterator[Problem]:
    """Terms, reasons and consequences do not share a name."""
    decision = library.rules.decision
    named = [term.key for term in decision.terms] + [reason.key for reason in decision.reasons]
    named += [consequence.key for consequence in decision.consequences]
    for key in sorted({name for name in named if named.count(name) > 1}):
        yield Problem(library.origins["rules/decision"], f"名字 {key} 用了两次")
    terms = {term.key for term in decision.terms}
    for item in decision.lists:
        for key in sorted({item.hit, item.maybe} - terms):
            yield Problem(library.rules.line_of(f"decision/lists/{item.key}"), f"没有名字 {key}")


def one_more_tick_never_lowers_a_verdict(library: Library) -> Iterator[Problem]:
    """No reason, and nothing that a reason uses, holds because something was not ticked."""
    decision = library.rules.decision
    terms = {term.key: term.only_if for term in decision.terms}
    for reason in decision.reasons:
        waiting, seen = list(reason.only_if), set[str]()
        while waiting:
            condition = waiting.pop()
            waiting += [*condition.any, *condition.all]
            if condition.none:
                where = library.rules.line_of(f"decision/reasons/{reason.key}")
                yield Problem(where, f"理由 {reason.key} 的条件里不能有 none")
            if condition.term and condition.term not in seen:
                seen.add(condition.term)
                waiting += terms.get(condition.term, ())


def every_answer_is_asked_about(library: Library) -> Iterator[Problem]:
    """Each answer of a question with several is named by some condition, so none is superfluous."""
    decision = library.rules.decision
    named = {
        (each.question, key)
        for _, conditions, _ in _conditioned(decision)
        for whole in conditions
        for each in whole.within()
        for key in each.answers
    }
    for question in (question for question in decision.questions if question.kind == "several"):
        for answer in question.answers:
            if (question.key, answer.key) not in named and not answer.alone:
                where = library.rules.line_of(f"decision/questions/{question.key}")
                yield Problem(where, f"答案 {answer.key} 没有带来任何结果")


def every_exclusion_is_of_what_exists(library: Library) -> Iterator[Problem]:
    """What a consequence excludes exists; a route that gave both would fail the tests."""
    decision = library.rules.decision
    known = {consequence.key for consequence in decision.consequences}
    for consequence in decision.consequences:
        for key in sorted(set(consequence.excludes) - known):
            where = library.rules.line_of(f"decision/consequences/{consequence.key}")
            yield Problem(where, f"excludes 写的结果 {key} 不存在")


def every_pointer_leads_somewhere(library: Library) -> Iterator[Problem]:
    """The focus or example that an answer points to, and the trigger of a verdict, exist."""
    known = {criterion.key for criterion in library.rules.criteria.criteria}
    moments = {trigger.key for trigger in library.rules.deadlines.triggers}
    for verdict in library.rules.decision.verdicts:
        for key in sorted({wording.text for wording in verdict.trigger} - moments):
            yield Problem(library.origins["rules/decision"], f"没有起算事项 {key}")
    for pointer in library.rules.decision.pointers:
        if pointer.criterion and pointer.criterion not in known:
            yield Problem(library.origins["rules/decision"], f"没有审查要点 {pointer.criterion}")
        if pointer.example and pointer.example not in library.examples:
            yield Problem(library.origins["rules/decision"], f"没有例子 {pointer.example}")


def every_fill_finds_its_field(library: Library) -> Iterator[Problem]:
    """What a sheet fills in a form exists there: the field, and its option or a short text."""
    for rows in library.rules.decision.rows:
        if library.rules.decision.question(rows.question) is None:
            where = library.origins["rules/decision"]
            yield Problem(where, f"rows 中 {rows.key} 的问题 {rows.question} 不存在")
    for fill in library.rules.decision.filled:
        if fault := _misfilled(library, fill):
            yield Problem(library.origins["rules/decision"], f"fills 中 {fill.key} 填的{fault}")


def _misfilled(library: Library, fill: Fill) -> str:
    form = library.forms.get(fill.form)
    if form is None:
        return f"表单 {fill.form} 不存在"
    field = next((field for _, field in form.fields if field.key == fill.field), None)
    if field is None:
        return f"栏目 {fill.field} 不存在"
    if fill.column is not None:
        columns = {column.key for column in field.columns}
        return "" if fill.column in columns else f"「{field.called}」没有 {fill.column} 这一列"
    if fill.option is None:
        return "" if field.kind == "text" else f"「{field.called}」不是文字栏"
    known = {option.key for option in field.options}
    return "" if fill.option in known else f"「{field.called}」没有选项 {fill.option}"


ROUTE_CHECKS = (
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
