"""Rules over the papers of a case, as declared in ``data/rules/cases.yml``."""

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

CASE = "case"  # precedes a fact in a spot, in place of an act
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

    A spot is ``act.field`` or ``act.field.column`` of a list; rows of the other spot that match
    ``but`` do not count. ``parts``: a name followed by such words is the same name, as with a body
    and its group. ``inside``: two different names, one of which contains the other.
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

    ``field``: the day checked is in the paper, against what runs once it is there. ``start``: the
    spot of the day to count from if nothing runs by itself; hours count as whole days.
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
    """An option of one paper matches that of the newest other one: ours → theirs.

    ``since``: not checked if one of these came after that other one.
    """

    kind: Literal["agrees"] = "agrees"
    act: Key
    field: FieldKey
    other: Key
    other_field: FieldKey
    fitting: dict[FieldKey, Options]
    since: tuple[Key, ...] = ()


class Keeps(Record):
    """An act that keeps a decision matches the newest other paper since it was requested.

    ``kept``: the papers that decide, each with its field; ``fitting``: what was decided → allowed
    options of ``other_field``. Not checked if no ``other`` came after ``since``.
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
    """A field of a paper has one of some options, in cases (not) on the list.

    ``within``: only if it came in one of these states; ``known``: only if the case knew that.
    """

    kind: Literal["fits"] = "fits"
    act: Key
    field: FieldKey
    listed: bool | None = None
    known: dict[FieldKey, Options] = Setting(default_factory=dict)
    within: tuple[Key, ...] = ()
    options: Annotated[tuple[FieldKey, ...], Setting(min_length=1)]


class Whole(Record):
    """A paper lacks nothing, or the applicant was told: one of ``since`` came after it."""

    kind: Literal["whole"] = "whole"
    act: Key
    before: Key
    since: tuple[Key, ...] = ()


class Enough(Record):
    """At least a given number of people are named in a spot."""

    kind: Literal["enough"] = "enough"
    people: Text
    at_least: int


class AllNamed(Record):
    """Whoever is named in one spot is named in the other, once that is there."""

    kind: Literal["all_named"] = "all_named"
    people: Text
    within: Text


class Repeated(Record):
    """A text repeated from one of some spots of the newest (``first``: the oldest) entry before.

    A spot is ``act.field``; ``act.day`` is the day of an event; ``case.fact`` is a fact that the
    case knew then.
    """

    of: Annotated[tuple[Text, ...], Setting(min_length=1)]
    first: bool = False
    spots: Annotated[tuple[Text, ...], Setting(min_length=1)]


class Repeats(Record):
    """Papers repeat the texts of others."""

    kind: Literal["repeats"] = "repeats"
    spots: Annotated[tuple[Repeated, ...], Setting(min_length=1)]


class Dated(Record):
    """A paper's entry has the day that is written in it."""

    kind: Literal["dated"] = "dated"


class Ordered(Record):
    """No entry is dated before the one it follows, or (``above``) before the one above it.

    What moves a case follows the entry that led to its state; the others follow the entry that led
    to the first state in which they could come; all follow the acts that ``follows`` names.
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
    """A rule over the papers of a case; on weak grounds it only warns.

    ``evident``: the papers contradict each other, or a letter tells its recipient what they must
    not know. That does not depend on any source.
    """

    checks: Check


def spots_named(check: Check) -> Iterator[str]:
    """Yield the spots ``act.field`` that a rule names."""
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
    """Yield the papers and events that a rule names."""
    if act := getattr(check, "act", ""):
        yield act
    for name in ("on", "since"):
        yield from getattr(check, name, ())
    for spot in spots_named(check):
        if (act := spot.partition(".")[0]) != CASE:
            yield act


def words(message: str, known: Mapping[str, str]) -> str:
    """Return a message with its placeholders filled.

    >>> words("“$name”重复", {"name": "甲"})
    '“甲”重复'
    """
    return Template(message).safe_substitute(known)
