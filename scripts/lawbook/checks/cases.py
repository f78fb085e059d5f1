"""Checks of the data on cases: its papers are forms, its fields and days exist."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.base.problem import Problem
from lawbook.forms.form import UNASKED, Field, Form
from lawbook.library.library import Library
from lawbook.rules.caseflow import Act, Lead
from lawbook.rules.caserule import CASE, spots_named

# What an act's fields can be filled from, besides ``due:…`` and sentences with keys in them.
WAYS = ("due:", "day:", "came:", "names:")
FILLS = ("today", "received", "completed", "same", "known", "listed", "agrees")


def every_paper_of_a_case_is_a_form(library: Library) -> Iterator[Problem]:
    """A paper is a form; the fields, options and triggers that it names exist."""
    flow = library.rules.cases
    for act in flow.papers:
        form = library.forms.get(act.key)
        if form is None:
            if act.key not in library.unread:
                yield _problem(library, act.key, f"没有表单 {act.key}")
            continue
        if (act.audience == "applicant") != (form.addressee == "applicant"):
            yield _problem(library, act.key, "audience 与表单的 for 不一致：只有一处写 applicant")
        named = {*filter(None, [act.day]), *act.fills}
        yield from _fields(library, act.key, form, named)
        for lead in act.leads:
            yield from _lead(library, act, form, lead)
        yield from _fills(library, act)
    for event in flow.events:
        for lead in event.leads:
            yield from _triggers(library, event.key, lead)


def _problem(library: Library, key: str, message: str) -> Problem:
    return Problem(library.file_of("rules/cases"), f"{key}：{message}")


def _fields(library: Library, key: str, form: Form, named: set[str]) -> Iterator[Problem]:
    known = {field.key for _, field in form.fields}
    for name in sorted(named - known):
        yield _problem(library, key, f"表单 {form.key} 没有栏目 {name}")


def _lead(library: Library, act: Act, form: Form, lead: Lead) -> Iterator[Problem]:
    yield from _fields(library, act.key, form, set(lead.when))
    yield from _options(library, act.key, form, lead.when)
    yield from _triggers(library, act.key, lead)
    days = {key for key in lead.starts.values() if key != "day"}
    yield from _fields(library, act.key, form, days)


def _options(
    library: Library, key: str, form: Form, when: dict[str, tuple[str, ...]]
) -> Iterator[Problem]:
    for name, options in when.items():
        field = _field(form, name)
        known = {option.key for option in field.options} if field else set(options)
        for option in sorted(set(options) - known):
            yield _problem(library, key, f"栏目 {name} 没有选项 {option}")


def _field(form: Form, key: str) -> Field | None:
    return next((field for _, field in form.fields if field.key == key), None)


def _triggers(library: Library, key: str, lead: Lead) -> Iterator[Problem]:
    known = {trigger.key for trigger in library.rules.deadlines.triggers}
    for trigger in sorted(set(lead.starts) - known):
        yield _problem(library, key, f"没有起算事项 {trigger}")


def _fills(library: Library, act: Act) -> Iterator[Problem]:
    for key in act.fills:
        field = _field(library.forms[act.key], key)
        if field and field.kind in UNASKED:
            yield _problem(library, act.key, f"fills：栏目 {key} 不用填写")
    for how in act.fills.values():
        if not how.startswith(WAYS) and "{" not in how and how not in FILLS:
            yield _problem(library, act.key, f"fills 不能写 {how}；可写：{'、'.join(FILLS)}")
        if how.startswith("due:"):
            keys = how.removeprefix("due:").split(",")
            yield from _deadlines(library, act.key, keys)
        if how.startswith("names:"):
            yield from _spot(library, act.key, how.removeprefix("names:"))
        named = how.removeprefix("day:").removeprefix("came:")
        if named != how and named not in library.rules.cases.acts:
            yield _problem(library, act.key, f"fills：没有文书或者事项 {named}")


def _deadlines(library: Library, key: str, keys: list[str]) -> Iterator[Problem]:
    known = {deadline.key for deadline in library.rules.deadlines.deadlines}
    for name in sorted(set(keys) - known):
        yield _problem(library, key, f"没有期限 {name}")


def every_spot_that_a_case_names_exists(library: Library) -> Iterator[Problem]:
    """Facts, states and rules of cases name fields, options and deadlines that exist."""
    flow = library.rules.cases
    for fact in flow.facts:
        for source in fact.sources:
            form = library.forms.get(source.form)
            if form is None:
                yield _problem(library, fact.key, f"没有表单 {source.form}")
                continue
            yield from _fields(library, fact.key, form, {source.field})
            wanted = {source.field: (*source.yes, *source.no)}
            yield from _options(library, fact.key, form, wanted)
    for state in flow.states:
        yield from _deadlines(library, state.key, [*state.due, *state.also])
    for act in flow.acts.values():
        yield from _deadlines(library, act.key, [*act.ends])
    for dotted in flow.plans:
        yield from _spot(library, "plans", dotted)
    for rule in flow.rules:
        for key in spots_named(rule.checks):
            yield from _spot(library, rule.key, key)


def _spot(library: Library, key: str, dotted: str) -> Iterator[Problem]:
    name, field, *column = dotted.split(".")
    if name == CASE:
        if field not in {fact.key for fact in library.rules.cases.facts}:
            yield _problem(library, key, f"没有要素 {field}")
        return
    act = library.rules.cases.acts[name]
    if act in library.rules.cases.events:
        if field not in {"day"} | {ask.key for ask in act.asks}:
            yield _problem(library, key, f"事项 {name} 没有 {field}")
        return
    form = library.forms.get(name)
    answered = _field(form, field) if form else None
    if field == "day" and answered is None:  # the day on which the case came in
        return
    if form and (
        answered is None or not set(column) <= {column.key for column in answered.columns}
    ):
        yield _problem(library, key, f"表单 {name} 没有 {'.'.join((field, *column))}")


CASE_CHECKS = (
    every_paper_of_a_case_is_a_form,
    every_spot_that_a_case_names_exists,
)
