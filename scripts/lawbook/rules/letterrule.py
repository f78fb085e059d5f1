"""What must hold in the letters of a case, as ``data/rules/cases.yml`` says it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.base.pattern import Pattern
from lawbook.law.record import FieldKey, Key, Record, Text

Audience = Literal["applicant", "internal", "re-review", "received"]


class Unnamed(Record):
    """Letters to an audience name nobody of some spots, ``besides`` some fields.

    What after a family name means the person too, unless somebody of ``others`` has that family
    name: ``always``; ``titles`` and ``weak``, where the name is not inside other words. A name is
    not inside other words after ``before`` or a stop, and before ``spoke`` (what only people do),
    ``after`` or a stop. ``compound``: family names of two signs; ``some``: what after 某 makes it
    another word. ``theirs``: who stands before a name that is none of the committee's.
    ``whole_in``: fields that name others too; there only a whole name is surely one.
    """

    kind: Literal["unnamed"] = "unnamed"
    audience: Audience
    people: Annotated[tuple[Text, ...], Setting(min_length=1)]
    always: Pattern
    titles: Pattern
    weak: Pattern
    compound: Pattern
    before: Pattern
    after: Pattern
    spoke: Pattern
    some: Pattern
    theirs: Pattern
    whole_in: tuple[FieldKey, ...] = ()
    others: tuple[Text, ...] = ()
    besides: tuple[FieldKey, ...] = ()


class Unsure(Record):
    """What ``rule`` would find if a name that may be inside other words were no name."""

    kind: Literal["unsure"] = "unsure"
    rule: Key


class Unsaid(Record):
    """Letters to an audience say nothing that fits a pattern, ``besides`` some fields.

    ``unless``: words that speak of others than a committee; they are not read.
    """

    kind: Literal["unsaid"] = "unsaid"
    audience: Audience
    pattern: Pattern
    unless: Pattern | None = None
    besides: tuple[FieldKey, ...] = ()


class Distinct(Record):
    """No two papers for an audience say the same in a field."""

    kind: Literal["distinct"] = "distinct"
    audience: Audience
    field: FieldKey


class Meant(Record):
    """An option and how it is told in words."""

    option: Text
    pattern: Pattern


class Retells(Record):
    """A text of a paper tells the option that the newest other one says, and not another.

    ``tells``: how each option is told; what one pattern fits is not read for the next.
    ``finds``: ``contrary``, nothing or another option alone; ``unclear``, none or several.
    """

    kind: Literal["retells"] = "retells"
    act: Key
    field: FieldKey
    other: Key
    other_field: FieldKey
    tells: Annotated[tuple[Meant, ...], Setting(min_length=2)]
    finds: Literal["contrary", "unclear"]
    since: tuple[Key, ...] = ()
