"""The flow of a committee's case: steps, states, and the effect of each paper and event.

Papers are forms, named by their key; an event is something that happened without a form. Whatever
is added to ``data/rules/cases.yml`` is offered by the command and the page, without code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import FieldKey, Key, Record, Text, no_key_twice
from lawbook.rules.caserule import CaseRule, Options, acts_named
from lawbook.rules.letterrule import Audience
from lawbook.rules.rule import Named

PREVIOUS = "previous"


class Group(Record):
    """Whose turn it is; the register lists the groups in this order."""

    key: Key
    label: Text
    what: Text


class Step(Named):
    """A stage of a case; ``listed``: only for activities on the list."""

    label: Text
    short: Text
    listed: bool = False


class Source(Record):
    """A field of a form that states a fact; ``yes`` and ``no``: the options that mean so."""

    form: Key
    field: FieldKey
    yes: tuple[FieldKey, ...] = ()
    no: tuple[FieldKey, ...] = ()


class CaseFact(Record):
    """What is known of a case; the newest paper that states it counts."""

    key: Key
    label: Text
    sources: Annotated[tuple[Source, ...], Setting(min_length=1)]


class Near(Record):
    """The state a case enters by itself ``days`` before its last day."""

    days: int
    to: Key


class State(Named):
    """A state of a case: whose turn it is, at which step, what comes next, what runs.

    ``offers`` are papers and events, the next step first; ``due`` are keys of deadlines, ``also``
    of those that run beside them. ``lacking``: the act that comes first while the opening paper
    lacks something, until it has come once.
    """

    label: Text
    group: Key
    step: Key | None = None
    offers: tuple[Key, ...] = ()
    due: tuple[Key, ...] = ()
    also: tuple[Key, ...] = ()
    near: Near | None = None
    lacking: Key | None = None


class Lead(Record):
    """The effect of a paper or an event, if its options and the list match.

    ``within``: only from these states. ``starts``: a trigger of deadlines → the field with the day,
    ``day`` for the act's own; ``stops``: triggers from which nothing runs any more. ``sets``: facts
    that the case knows from then on. ``previous``: back to the last state in which the act could
    not come. ``first``: the act that leads to one of the states of ``within``; ``next``: the act to
    be done first in the new state.
    """

    to: Key | None = None
    when: dict[FieldKey, Options] = Setting(default_factory=dict)
    listed: bool | None = None
    within: tuple[Key, ...] = ()
    first: Key | None = None
    next: Key | None = None
    starts: dict[Key, FieldKey] = Setting(default_factory=dict)
    stops: tuple[Key, ...] = ()
    sets: dict[Key, Text] = Setting(default_factory=dict)


class Ask(Record):
    """A detail that is recorded with an event."""

    key: FieldKey
    label: Text
    kind: Literal["text", "date"] = "text"
    required: bool = False
    options: tuple[Text, ...] = ()


class Act(Named):
    """A paper or an event: when it can come, what it needs, where it leads.

    ``after``: the states in which it can come; ``needs``: one of these papers of the case, on which
    it builds, must check clean; ``extends``: a deadline that then ends on the day of ``until``.
    ``many``: several papers of the kind stand side by side, one for each person. ``follows``: acts,
    if they came, before whose day it cannot be. ``turn``: whose turn it is while this is the next
    step, whatever the state says. ``ends``: deadlines met once it has come. ``approved``: only for
    what was once approved. ``afresh``: a field that takes nothing from before the newest of some
    acts. ``verb`` is the button's text, ``word`` the name on the command line.
    """

    label: Text
    word: Key | None = None
    verb: Text
    audience: Audience = "internal"
    day: FieldKey | None = None
    after: Annotated[tuple[Key, ...], Setting(min_length=1)]
    needs: tuple[Key, ...] = ()
    follows: tuple[Key, ...] = ()
    asks: tuple[Ask, ...] = ()
    fills: dict[FieldKey, Text] = Setting(default_factory=dict)
    afresh: dict[FieldKey, tuple[Key, ...]] = Setting(default_factory=dict)
    extends: Key | None = None
    ends: tuple[Key, ...] = ()
    approved: bool = False
    turn: Key | None = None
    many: bool = False
    leads: Annotated[tuple[Lead, ...], Setting(min_length=1)]

    @property
    def called(self) -> str:
        """Return its name on the command line.

        >>> Act(key="served", label="送达", verb="记送达", after=["closed"], leads=[{}]).called
        'served'
        """
        return self.word or self.key


class Roll(Record):
    """Where the members of a committee are listed, and where in minutes they occur, as spots."""

    members: Text
    minutes: Text
    points: Text


class CaseFlow(Record):
    """``data/rules/cases.yml``; ``plans`` are spots of future days, in columns as well."""

    key: Literal["cases"] = "cases"
    groups: tuple[Group, ...] = ()
    steps: Annotated[tuple[Step, ...], AfterValidator(no_key_twice)] = ()
    facts: tuple[CaseFact, ...] = ()
    states: Annotated[tuple[State, ...], AfterValidator(no_key_twice)] = ()
    papers: Annotated[tuple[Act, ...], AfterValidator(no_key_twice)] = ()
    roll: Roll | None = None
    plans: tuple[Text, ...] = ()
    events: Annotated[tuple[Act, ...], AfterValidator(no_key_twice)] = ()
    rules: Annotated[tuple[CaseRule, ...], AfterValidator(no_key_twice)] = ()

    @property
    def acts(self) -> Mapping[str, Act]:
        """Return papers and events by key."""
        return {act.key: act for act in (*self.papers, *self.events)}

    @property
    def opening(self) -> Act:
        """Return the paper with which a case begins."""
        return self.papers[0]

    def state(self, key: str) -> State:
        """Return the state of a key, which validation has found to exist."""
        return next(state for state in self.states if state.key == key)

    def way(self, *, listed: bool | None) -> tuple[Step, ...]:
        """Return the steps of a case; those for listed activities only if it may be on the list."""
        return tuple(step for step in self.steps if listed is not False or not step.listed)

    @model_validator(mode="after")
    def _every_key_named_is_there(self) -> CaseFlow:
        if lost := sorted(set(_lost(self))):
            raise ValueError(f"没有{'、'.join(lost)}")
        return self


def _lost(flow: CaseFlow) -> Iterator[str]:
    """Yield names in the flow that refer to nothing."""
    groups, steps = {group.key for group in flow.groups}, {step.key for step in flow.steps}
    states, acts = {state.key for state in flow.states}, set(flow.acts)
    for state in flow.states:
        near = {state.near.to} if state.near else set()
        yield from _missing("分组", {state.group}, groups)
        yield from _missing("步骤", {state.step} - {None}, steps)  # type: ignore[arg-type]
        yield from _missing("文书或者事项", {*state.offers, *filter(None, [state.lacking])}, acts)
        yield from _missing("状态", near, states)
        here = {key for key, act in flow.acts.items() if state.key in act.after}
        yield from _missing(f"“{state.label}”时能有的", {*state.offers} & set(flow.acts), here)
    for act in flow.acts.values():
        ends = {lead.to for lead in act.leads} - {None, PREVIOUS}
        ends |= {key for lead in act.leads for key in lead.within}
        sets = {key for lead in act.leads for key in lead.sets}
        yield from _missing("要素", sets, {fact.key for fact in flow.facts})
        yield from _missing("分组", {act.turn} - {None}, groups)  # type: ignore[arg-type]
        yield from _missing("状态", {*act.after, *ends}, states)  # type: ignore[arg-type]
        firsts = {lead.first for lead in act.leads if lead.first}
        firsts |= {key for some in act.afresh.values() for key in some}
        yield from _missing("文书", {*act.needs, *act.follows, *firsts}, acts)
    spots = flow.roll.model_dump().values() if flow.roll else ()
    yield from _missing("文书", {spot.partition(".")[0] for spot in spots}, acts)
    for rule in flow.rules:
        yield from _missing("文书或者事项", set(acts_named(rule.checks)), acts)


def _missing(what: str, named: set[str], known: set[str]) -> Iterator[str]:
    yield from (f"{what} {key}" for key in named - known)
