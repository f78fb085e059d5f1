"""What must hold over the papers of a case, as ``data/rules/cases.yml`` says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Template
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic import Field as Setting

from lawbook.base.pattern import Pattern
from lawbook.law.record import FieldKey, Key, Record, Text
from lawbook.rules.letterrule import Distinct, Retells, Unnamed, Unsaid, Unsure
from lawbook.rules.rule import Checked

CASE = "case"  # stands before a fact where a spot names no act
# Keys of options of a form, or the words of an event.
Options = Annotated[
    tuple[Text, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
]


class Once(Record):
    """A paper or an event comes at most once, or once after each of ``since``."""

    kind: Literal["once"] = "once"
    act: Key
    since: tuple[Key, ...] = ()


class Apart(Record):
    """Nobody (nothing) named in a spot of ``one`` is named in one of ``other``.

    A spot is ``act.field`` or ``act.field.column`` of a list; rows of the other spot that say
    what ``but`` asks do not count. ``parts``: a name and such words after it is the same, as of a
    body and its group. ``inside``: of two that are not the same, one stands in the other.
    """

    kind: Literal["apart"] = "apart"
    one: Options
    other: Options
    but: dict[FieldKey, Options] = Setting(default_factory=dict)
    parts: Pattern | None = None
    inside: bool = False


class Rests(Record):
    """A paper with such options rests on one of ``on``, or says so in ``field``."""

    kind: Literal["rests"] = "rests"
    act: Key
    when: dict[FieldKey, Options] = Setting(default_factory=dict)
    listed: bool | None = None
    on: tuple[Key, ...] = ()
    field: FieldKey | None = None
    pattern: Pattern | None = None


class InTime(Record):
    """An act is not later than a deadline, or than the day to which it was extended.

    ``field``: a day of the paper is asked, by what runs once it is there. ``start``: the spot of
    the day from which is counted, where nothing runs by itself; hours count as whole days.
    """

    kind: Literal["in_time"] = "in_time"
    act: Key
    deadlines: Annotated[tuple[Key, ...], Setting(min_length=1)]
    when: dict[FieldKey, Options] = Setting(default_factory=dict)
    field: FieldKey | None = None
    start: Text | None = None


class Extends(Record):
    """An extension comes before the period has ended (``late``) and ends after it (``short``)."""

    kind: Literal["extends"] = "extends"
    finds: Literal["late", "short"]


class Agrees(Record):
    """An option of one paper goes with those of the newest other one: ours → theirs.

    ``since``: not asked where one of these came after that other one.
    """

    kind: Literal["agrees"] = "agrees"
    act: Key
    field: FieldKey
    other: Key
    other_field: FieldKey
    fitting: dict[FieldKey, Options]
    since: tuple[Key, ...] = ()


class Keeps(Record):
    """An act that leaves a decision as it is goes with the newest other paper since it was asked.

    ``kept``: the papers that decide, each with its field; ``fitting``: what was decided → what
    ``other_field`` says then. Not asked where no ``other`` came after ``since``.
    """

    kind: Literal["keeps"] = "keeps"
    act: Key
    when: dict[FieldKey, Options] = Setting(default_factory=dict)
    since: Annotated[tuple[Key, ...], Setting(min_length=1)]
    other: Key
    other_field: FieldKey
    kept: dict[Key, FieldKey]
    fitting: dict[FieldKey, Options]


class Fits(Record):
    """What a paper says in a field is one of some options, of cases (not) on the list.

    ``within``: only where it came in one of these states; ``known``: only where the case knew that.
    """

    kind: Literal["fits"] = "fits"
    act: Key
    field: FieldKey
    listed: bool | None = None
    known: dict[FieldKey, Options] = Setting(default_factory=dict)
    within: tuple[Key, ...] = ()
    options: Annotated[tuple[FieldKey, ...], Setting(min_length=1)]


class Whole(Record):
    """A paper lacks nothing, or somebody was told: one of ``since`` came after it."""

    kind: Literal["whole"] = "whole"
    act: Key
    before: Key
    since: tuple[Key, ...] = ()


class Enough(Record):
    """At least so many people are named in a spot."""

    kind: Literal["enough"] = "enough"
    people: Text
    at_least: int


class AllNamed(Record):
    """Whoever is named in one spot is named in the other, once that is there."""

    kind: Literal["all_named"] = "all_named"
    people: Text
    within: Text


class Repeated(Record):
    """What stands in each of some spots, as the newest (``first``: the oldest) before says it.

    A spot is ``act.field``; ``act.day`` is the day of an event; ``case.fact`` what the case
    knew then.
    """

    of: Annotated[tuple[Text, ...], Setting(min_length=1)]
    first: bool = False
    spots: Annotated[tuple[Text, ...], Setting(min_length=1)]


class Repeats(Record):
    """Papers repeat what others say."""

    kind: Literal["repeats"] = "repeats"
    spots: Annotated[tuple[Repeated, ...], Setting(min_length=1)]


class Dated(Record):
    """A paper stands in the case under the day that is written in it."""

    kind: Literal["dated"] = "dated"


class Ordered(Record):
    """No entry has a day before what it follows, or (``above``) before the one above it.

    What moves a case follows what brought it to its state; the others follow what brought the
    first of the states in which they could come; all follow what their ``follows`` names.
    """

    kind: Literal["ordered"] = "ordered"
    finds: Literal["followed", "above"]


Check = Annotated[
    Once
    | Apart
    | Rests
    | InTime
    | Extends
    | Agrees
    | Retells
    | Keeps
    | Fits
    | Whole
    | Unnamed
    | Unsure
    | Unsaid
    | Distinct
    | Enough
    | AllNamed
    | Repeats
    | Dated
    | Ordered,
    Setting(discriminator="kind"),
]


class CaseRule(Checked):
    """What must hold over the papers of a case; weak grounds only warn.

    ``evident``: the papers of the case contradict each other, or a letter tells what is not for
    whom it goes to. That is no question of a source.
    """

    checks: Check


def spots_named(check: Check) -> Iterator[str]:
    """The spots ``act.field`` that a rule names."""
    if isinstance(check, Agrees | Retells):
        yield from (f"{check.act}.{check.field}", f"{check.other}.{check.other_field}")
    elif isinstance(check, Keeps):
        yield from (f"{check.act}.{key}" for key in check.when)
        yield f"{check.other}.{check.other_field}"
        yield from (f"{act}.{field}" for act, field in check.kept.items())
    elif isinstance(check, Fits):
        yield f"{check.act}.{check.field}"
    elif isinstance(check, Rests | InTime):
        yield from (f"{check.act}.{key}" for key in (*check.when, check.field or "") if key)
    elif isinstance(check, Repeats):
        yield from (spot for pair in check.spots for spot in (*pair.of, *pair.spots))
    for name in ("one", "other", "people", "others", "within", "start"):
        value = getattr(check, name, None) or ""
        some = (value,) if isinstance(value, str) else value
        yield from (spot for spot in some if "." in spot)


def acts_named(check: Check) -> Iterator[str]:
    """The papers and events that a rule names."""
    if act := getattr(check, "act", ""):
        yield act
    for name in ("on", "since"):
        yield from getattr(check, name, ())
    for spot in spots_named(check):
        if (act := spot.partition(".")[0]) != CASE:
            yield act


def words(message: str, known: Mapping[str, str]) -> str:
    """A message with its names filled.

    >>> words("“$name”重复", {"name": "甲"})
    '“甲”重复'
    """
    return Template(message).safe_substitute(known)
