"""What must hold over the papers of a case, as ``data/rules/cases.yml`` says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Template
from typing import Annotated, Literal

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Setting

from lawbook.law.record import FieldKey, Key, Record, Text
from lawbook.rules.rule import Named

FIRM = ("official", "two")
Audience = Literal["applicant", "internal", "re-review", "received"]
# Keys of options of a form, or the words of an event.
Options = Annotated[
    tuple[Text, ...],
    BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
]


class Once(Record):
    """A paper comes at most once."""

    kind: Literal["once"] = "once"
    act: Key


class Apart(Record):
    """Nobody (nothing) named in one place is named in the other.

    A place is ``act.field`` or ``act.field.column`` of a list.
    """

    kind: Literal["apart"] = "apart"
    one: Text
    other: Text


class Rests(Record):
    """A paper with such options rests on one of ``on``, or says so in ``field``."""

    kind: Literal["rests"] = "rests"
    act: Key
    when: dict[FieldKey, Options] = Setting(default_factory=dict)
    listed: bool | None = None
    on: tuple[Key, ...] = ()
    field: FieldKey | None = None
    pattern: Text | None = None


class InTime(Record):
    """A paper is not later than a deadline, or than the day to which it was extended."""

    kind: Literal["in_time"] = "in_time"
    act: Key
    deadline: Key


class Agrees(Record):
    """An option of one paper goes with those of the newest other one: ours → theirs."""

    kind: Literal["agrees"] = "agrees"
    act: Key
    field: FieldKey
    other: Key
    other_field: FieldKey
    fitting: dict[FieldKey, Options]


class Unnamed(Record):
    """Letters to an audience name nobody of a list, ``besides`` some fields."""

    kind: Literal["unnamed"] = "unnamed"
    audience: Audience
    people: Text
    besides: tuple[FieldKey, ...] = ()


class Same(Record):
    """A fact is the same in all papers."""

    kind: Literal["same"] = "same"
    fact: Key


class Ordered(Record):
    """No entry has a day before the one above it."""

    kind: Literal["ordered"] = "ordered"


Check = Annotated[
    Once | Apart | Rests | InTime | Agrees | Unnamed | Same | Ordered,
    Setting(discriminator="kind"),
]


class CaseRule(Named):
    """What must hold over the papers of a case; weak grounds only warn."""

    checks: Check
    message: Text
    remedy: Text
    level: Literal["fails", "warns"]

    @model_validator(mode="after")
    def _weak_ground_only_warns(self) -> CaseRule:
        if self.level == "fails" and self.confidence not in FIRM:
            raise ValueError(f"{self.key} 的依据弱于 two，level 只能是 warns")
        return self


def acts_named(check: Check) -> Iterator[str]:
    """The papers and events that a rule names."""
    for name in ("act", "other"):
        if value := getattr(check, name, ""):
            yield value.partition(".")[0]
    for name in ("one", "people"):
        if value := getattr(check, name, ""):
            yield value.partition(".")[0]
    yield from getattr(check, "on", ())


def words(message: str, known: Mapping[str, str]) -> str:
    """A message with its places filled.

    >>> words("“$name”重复", {"name": "甲"})
    '“甲”重复'
    """
    return Template(message).safe_substitute(known)
