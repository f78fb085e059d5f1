"""Rules over the letters of a case, as declared in ``data/rules/cases.yml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Setting

from lawbook.base.pattern import Pattern
from lawbook.law.record import FieldKey, Key, Record, Text

Audience = Literal["applicant", "internal", "re-review", "received"]


class Unnamed(Record):
    """Letters to an audience name nobody in some spots, except in the fields ``besides``.

    What follows a family name and means the person too, unless one of ``others`` has that family
    name: ``always``; ``titles`` and ``weak``, if the name is not inside other words. A name is not
    inside other words after ``before`` or a stop, and before ``spoke`` (what only people do),
    ``after`` or a stop. ``compound``: family names of two characters; ``some``: what follows 某 to
    form another word. ``theirs``: what precedes a name of somebody outside the committee.
    ``whole_in``: fields that name others too, where only a whole name is certain.
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
    """What ``rule`` would find if names that may be inside other words counted."""

    kind: Literal["unsure"] = "unsure"
    rule: Key


class Unsaid(Record):
    """Letters to an audience contain nothing that fits a pattern, except in ``besides``.

    ``unless``: words about others than a committee, which are skipped.
    """

    kind: Literal["unsaid"] = "unsaid"
    audience: Audience
    pattern: Pattern
    unless: Pattern | None = None
    besides: tuple[FieldKey, ...] = ()


class Distinct(Record):
    """No two papers for an audience have the same text in a field."""

    kind: Literal["distinct"] = "distinct"
    audience: Audience
    field: FieldKey


class Meant(Record):
    """An option and how texts express it."""

    option: Text
    pattern: Pattern


class Retells(Record):
    """A text of a paper expresses the option of the newest other one, and not another.

    ``tells``: how each option is expressed; what one pattern matches is not read for the next.
    ``finds``: ``contrary``, nothing or only another option; ``unclear``, none or several.
    """

    kind: Literal["retells"] = "retells"
    act: Key
    field: FieldKey
    other: Key
    other_field: FieldKey
    tells: Annotated[tuple[Meant, ...], Setting(min_length=2)]
    finds: Literal["contrary", "unclear"]
    since: tuple[Key, ...] = ()
