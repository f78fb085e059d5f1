"""Checks across the rules: one rule, one small generator, whose docstring states the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from lawbook.base.problem import Problem
from lawbook.checks.cases import CASE_CHECKS
from lawbook.checks.routes import ROUTE_CHECKS
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.rulebook import Statement

_OURS = re.compile(r"由本指南编|不是官方")


def _sound(library: Library) -> Iterator[Statement]:
    """Yield the statements whose grounds all exist (the others are reported once)."""
    for statement in library.rules.statements:
        if not any(grounds.fault(library, ground) for ground in statement.record.basis):
            yield statement


def every_ground_leads_somewhere(library: Library) -> Iterator[Problem]:
    """A ground of a rule is a provision, a document or a fact that exists."""
    for statement in library.rules.statements:
        for ground in (*statement.record.basis, *statement.record.see):
            if message := grounds.fault(library, ground):
                yield Problem(statement.where, message)
    for row in library.rules.crosswalk.rows:
        for citation in (cited for column in row.columns for cited in column):
            if message := grounds.fault(library, citation):
                yield Problem(library.rules.line_of(f"crosswalk/rows/{row.key}"), message)
    for duty in library.rules.obligations.obligations:
        if duty.responsible and (message := grounds.fault(library, duty.responsible)):
            yield Problem(library.rules.line_of(f"obligations/{duty.key}"), message)


def every_ground_can_carry(library: Library) -> Iterator[Problem]:
    """A rule does not rest on a provision whose text we do not hold, but on facts about it."""
    for statement in _sound(library):
        for ground in statement.record.basis:
            if grounds.surety(library, ground) is None:
                yield Problem(
                    statement.where, f"{ground} 未收录原文；basis 请写事实编号，或移到 see"
                )


def every_rule_is_as_sure_as_its_weakest_ground(library: Library) -> Iterator[Problem]:
    """The confidence of a rule is that of its weakest ground, or unknown."""
    for statement in _sound(library):
        record = statement.record
        if record.basis and record.confidence != "unknown":
            wanted = grounds.weakest(library, record.basis)
            if record.confidence != wanted:
                own = f"{statement.id} 的 confidence 是 {record.confidence}"
                message = f"{own}，basis 中最弱的是 {wanted}"
                yield Problem(statement.where, f"{message}；请改为 {wanted}")


def no_mark_contradicts_what_stands_beside_it(library: Library) -> Iterator[Problem]:
    """What is ours rests on no text; what a text says rests on a text that was seen."""
    for statement in _sound(library):
        text = str(getattr(statement.record, "text", ""))
        if statement.record.basis and _OURS.search(text):
            yield Problem(
                statement.where, f"{statement.id} 写明是本指南的，不能写 basis；请移到 see"
            )
        unseen = statement.record.final_unseen and grounds.rests_on_unseen_text(
            library, statement.record
        )
        if unseen and grounds.mark(library, statement.record) == "official":
            message = f"{statement.id} 的“原文载明”与“正式文字未见”矛盾；请核对 basis 中事实的来源"
            yield Problem(statement.where, message)


def every_rule_says_whether_the_final_text_is_unseen(library: Library) -> Iterator[Problem]:
    """``final_unseen`` says whether a rule rests on a final text that was not seen."""
    for statement in _sound(library):
        wanted = grounds.rests_on_unseen_text(library, statement.record)
        if statement.record.final_unseen != wanted:
            advice = "请加上 final_unseen: true" if wanted else "请删去 final_unseen"
            yield Problem(
                statement.where,
                f"{statement.id} 的依据中正式文字{'未' if wanted else '已'}见；{advice}",
            )


def every_role_is_described_once(library: Library) -> Iterator[Problem]:
    """``roles.yml`` describes each role of the vocabulary, and no other."""
    words = library.vocabularies.get("roles")
    described = {role.key for role in library.rules.roles.roles}
    if words is None or not described:
        return
    where = library.origins["rules/roles"]
    for key in sorted(set(words.keys) ^ described):
        advice = "词表 roles 中没有" if key in described else "没有说明这个角色做什么"
        yield Problem(where, f"{key}：{advice}")


def _named_actors(library: Library) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    rules = library.rules
    for deadline in rules.deadlines.deadlines:
        yield f"deadlines/{deadline.key}", "actor", deadline.actor
    for duty in rules.obligations.obligations:
        yield f"obligations/{duty.key}", "who", duty.who
    for procedure in rules.procedures.procedures:
        for step in procedure.steps:
            yield f"procedures/{procedure.key}/{step.key}", "actor", step.actor


def every_actor_is_a_role_or_a_unit(library: Library) -> Iterator[Problem]:
    """Who does something is a role, or a responsible unit of a place."""
    for record, name, actors in _named_actors(library):
        for actor in actors:
            if actor not in library.actors:
                where = library.rules.line_of(record)
                yield Problem(where, f"{name} 的 {actor} 不在词表 roles 或 units 中")


def _deadlines_named(library: Library) -> Iterator[tuple[str, str]]:
    rules = library.rules
    for deadline in rules.deadlines.deadlines:
        for key in deadline.instead_of:
            yield f"deadlines/{deadline.key}", key
    for duty in rules.obligations.obligations:
        if duty.deadline:
            yield f"obligations/{duty.key}", duty.deadline
    for consequence in rules.decision.consequences:
        for key in consequence.deadlines:
            yield f"decision/consequences/{consequence.key}", key
    for procedure in rules.procedures.procedures:
        for step in procedure.steps:
            for key in step.deadlines:
                yield f"procedures/{procedure.key}/{step.key}", key


def every_deadline_named_exists(library: Library) -> Iterator[Problem]:
    """A deadline that a rule names exists, and each deadline runs from known triggers."""
    book = library.rules.deadlines
    known = {deadline.key for deadline in book.deadlines}
    for record, key in _deadlines_named(library):
        if key not in known:
            yield Problem(library.rules.line_of(record), f"没有期限 {key}")
    triggers = {trigger.key for trigger in book.triggers}
    for deadline in book.deadlines:
        for key in sorted(set(deadline.triggers) - triggers):
            yield Problem(library.rules.line_of(f"deadlines/{deadline.key}"), f"没有起算事项 {key}")
    for key in sorted(triggers - {key for deadline in book.deadlines for key in deadline.triggers}):
        yield Problem(library.origins["rules/deadlines"], f"起算事项 {key} 没有引出期限")


def every_form_named_exists(library: Library) -> Iterator[Problem]:
    """A form that the navigator offers exists."""
    for consequence in library.rules.decision.consequences:
        for key in consequence.forms:
            if key not in library.forms:
                where = library.rules.line_of(f"decision/consequences/{consequence.key}")
                yield Problem(where, f"没有表单 {key}；现有：{'、'.join(library.forms)}")


def every_open_term_named_exists(library: Library) -> Iterator[Problem]:
    """An open term that a row of the crosswalk names exists, and each is named."""
    book = library.rules.crosswalk
    known = {term.key for term in book.open_terms}
    named = {key for row in book.rows for key in row.opens}
    for row in book.rows:
        for key in sorted(set(row.opens) - known):
            yield Problem(library.rules.line_of(f"crosswalk/rows/{row.key}"), f"没有开放用语 {key}")
    for key in sorted(known - named):
        yield Problem(
            library.rules.line_of(f"crosswalk/open_terms/{key}"),
            f"开放用语 {key} 没有出现在任何一行",
        )


def every_calendar_says_what_its_facts_say(library: Library) -> Iterator[Problem]:
    """The days of a calendar are those of the facts on which it rests."""
    for year in library.calendars.values():
        where = library.origins[f"calendar/{year.key}"]
        if year.source not in library.sources:
            yield Problem(where, f"没有来源 {year.source}")
        faults = [message for ground in year.basis if (message := grounds.fault(library, ground))]
        yield from (Problem(where, message) for message in faults)
        if faults:
            continue
        values = [library.fact(str(ground)).value or "" for ground in year.basis]
        stated = {day for value in values for day in _days(value)}
        for day in sorted(stated ^ (year.days_off | set(year.working))):
            yield Problem(where, f"{day} 与 basis 中的事实不一致")


def _days(value: str) -> Iterator[date]:
    """The days of a fact's value: ``2026-01-01/2026-01-03`` or days with blanks between."""
    if "/" not in value:
        yield from map(date.fromisoformat, value.split())
        return
    first, last = map(date.fromisoformat, value.split("/"))
    while first <= last:
        yield first
        first += timedelta(days=1)


RULE_CHECKS = (
    every_ground_leads_somewhere,
    every_ground_can_carry,
    every_rule_is_as_sure_as_its_weakest_ground,
    every_rule_says_whether_the_final_text_is_unseen,
    no_mark_contradicts_what_stands_beside_it,
    every_role_is_described_once,
    every_actor_is_a_role_or_a_unit,
    every_deadline_named_exists,
    every_form_named_exists,
    every_open_term_named_exists,
    every_calendar_says_what_its_facts_say,
    *CASE_CHECKS,
    *ROUTE_CHECKS,
)
