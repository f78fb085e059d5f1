"""Rules as data: who must do what and by when, on which ground, and how sure that is.

Each record names the grounds it needs (``basis``). Its confidence is that of the weakest of them;
grounds that are only compared with are under ``see``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic import Field as Setting
from pydantic.json_schema import WithJsonSchema

from lawbook.base.yamlfile import Path_
from lawbook.law.citation import Citation
from lawbook.law.record import CitationText, Confidence, Key, Record, Text, no_key_twice
from lawbook.rules.place import Place, national

CONFIDENCES: tuple[Confidence, ...] = ("official", "two", "one", "draft", "ours", "unknown")
FIRM = ("official", "two")
Stage = Literal["准备", "申请", "审查", "复核", "跟踪", "登记报告", "监督"]
Force = Literal["must", "must_not", "may", "encouraged"]
FORCES: dict[Force, str] = {"must": "应当", "must_not": "不得", "may": "可以", "encouraged": "鼓励"}
Unit = Literal["natural_day", "working_day", "hour", "month", "date", "unspecified"]
_FACT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*")


class FactId(str):
    """The id of a fact: ``measures-2026#art-16-days``."""

    __slots__ = ()


def _ground(value: object) -> Citation | FactId:
    if isinstance(value, Citation | FactId):
        return value
    text = str(value)
    return FactId(text) if _FACT.fullmatch(text) else Citation.parse(text)


Ground = Annotated[
    Citation | FactId,
    BeforeValidator(_ground),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "description": "条款引用或事实编号"}),
]


class Based(Record):
    """A statement and what it rests on; without ``basis`` it is our own advice (本指南建议)."""

    basis: tuple[Ground, ...] = ()
    see: tuple[Ground, ...] = ()
    confidence: Confidence | None = None
    final_unseen: bool = False

    @property
    def ours(self) -> bool:
        """Return whether it is this guide's advice, resting on no text."""
        return not self.basis

    @model_validator(mode="after")
    def _both_or_neither(self) -> Based:
        if bool(self.basis) != (self.confidence is not None):
            raise ValueError("basis 与 confidence 应同时写出；都不写表示本指南建议")
        return self


class Remark(Based):
    """A sentence with its grounds, or our own advice."""

    text: Text


class Named(Based):
    """A statement with a key, as in a list."""

    key: Key


class Checked(Named):
    """A rule that finds faults; on weak grounds it only warns.

    ``evident``: what is checked contradicts itself, which does not depend on any source.
    """

    message: Text
    remedy: Text
    level: Literal["fails", "warns"]
    evident: bool = False

    def only_warns_as(self) -> str:
        """Return why it may only warn, to follow its key in a message; empty if it may fail."""
        firm = self.evident or self.confidence in FIRM
        return "" if firm else " 的依据弱于 two"

    @model_validator(mode="after")
    def _fails_only_where_it_may(self) -> Checked:
        why = self.only_warns_as() if self.level == "fails" else ""
        if why:
            raise ValueError(f"{self.key}{why}，level 只能是 warns")
        return self


class Rule(Named):
    """A record that rests on a text."""

    basis: Annotated[tuple[Ground, ...], Setting(min_length=1)]
    confidence: Confidence


class Role(Rule):
    """What a role of the vocabulary does, in one sentence; ``place`` where only there."""

    what: Text
    place: Place = ""


class Roles(Record):
    """``data/rules/roles.yml``."""

    key: Literal["roles"] = "roles"
    roles: Annotated[tuple[Role, ...], AfterValidator(no_key_twice)] = ()


class CountingRule(Rule):
    """How periods of some units are counted; ``when_rolled``: shown only with a rolled date."""

    units: tuple[Unit, ...]
    text: Text
    when_rolled: bool = False


class Trigger(Record):
    """A moment from which periods run; ``time``: the hour matters."""

    key: Key
    label: Text
    time: bool = False


class Deadline(Rule):
    """A period: from one of ``triggers``, ``length`` of a unit, or a fixed day ``on`` (03-31).

    ``start_defined``: whether a text fixes the moment from which it runs; ``start`` says which that
    is, or what one can choose from. A ``term`` ends by itself, so it never rolls over a rest day.
    ``listed``: only for activities on the list for expert re-review, only for others, or for any.
    ``instead_of``: the national deadlines that a local one restates.
    """

    title: Text
    triggers: Annotated[tuple[Key, ...], Setting(min_length=1)]
    start_defined: bool
    start: Text
    length: Annotated[int, Setting(ge=1, le=600)] | None = None
    unit: Unit
    on: Annotated[str, Setting(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")] | None = None
    period: Text
    kind: Literal["limit", "interval", "term"] = "limit"
    actor: Annotated[tuple[Key, ...], Setting(min_length=1)]
    listed: Literal["any", "only", "not"] = "any"
    place: Place = ""
    instead_of: tuple[Key, ...] = ()
    extension: tuple[Remark, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _fits_its_unit(self) -> Deadline:
        if (self.unit == "date") != (self.on is not None):
            raise ValueError("unit 为 date 时写 on（例如 03-31），其他单位不写")
        if (self.unit in {"date", "unspecified"}) != (self.length is None):
            raise ValueError("date 和 unspecified 不写 length，其他单位须写 length")
        if self.on in {"02-29", "02-30", "02-31", "04-31", "06-31", "09-31", "11-31"}:
            raise ValueError(f"on 的 {self.on} 不是每年都有的日期")
        return self


class Deadlines(Record):
    """``data/rules/deadlines.yml``."""

    key: Literal["deadlines"] = "deadlines"
    counting: Annotated[tuple[CountingRule, ...], AfterValidator(no_key_twice)] = ()
    triggers: tuple[Trigger, ...] = ()
    deadlines: Annotated[tuple[Deadline, ...], AfterValidator(no_key_twice)] = ()
    _national: str = PrivateAttr("")

    @model_validator(mode="after")
    def _know_the_national_place(self, info: ValidationInfo) -> Deadlines:
        self._national = national(info)
        return self

    def __getitem__(self, key: str) -> Deadline:
        """Return the deadline of a key; KeyError if there is none."""
        return {deadline.key: deadline for deadline in self.deadlines}[key]

    @property
    def local_places(self) -> tuple[str, ...]:
        """Return the places that have deadlines of their own, in the order of the file."""
        places = (deadline.place for deadline in self.deadlines)
        return tuple(dict.fromkeys(place for place in places if place != self._national))

    def after(
        self, trigger: str, *, listed: bool | None = None, place: str | None = None
    ) -> tuple[Deadline, ...]:
        """Return the deadlines that run from a trigger.

        ``listed``: whether the activity is on the list, None if not known; ``place``: a local rule
        applies only in its place, instead of the national ones that it restates.
        """
        deadlines = [deadline for deadline in self.deadlines if trigger in deadline.triggers]
        deadlines = [
            deadline for deadline in deadlines if deadline.place in (self._national, place)
        ]
        replaced = {key for deadline in deadlines for key in deadline.instead_of}
        wrong = None if listed is None else ("not" if listed else "only")
        return tuple(
            deadline
            for deadline in deadlines
            if deadline.key not in replaced and deadline.listed != wrong
        )

    def trigger(self, key: str) -> Trigger:
        """Return the trigger of a key; KeyError if there is none."""
        return {trigger.key: trigger for trigger in self.triggers}[key]


class Criterion(Rule):
    """A focus of the review: what a reviewer asks, what an applicant provides."""

    title: Text
    what: Text
    questions: Annotated[tuple[Remark, ...], Setting(min_length=1)]
    evidence: Annotated[tuple[Remark, ...], Setting(min_length=1)]


class Criteria(Record):
    """``data/rules/criteria.yml``."""

    key: Literal["criteria"] = "criteria"
    criteria: Annotated[tuple[Criterion, ...], AfterValidator(no_key_twice)] = ()


class Obligation(Rule):
    """Who must, may or must not do what, and when.

    ``responsible`` is the provision that names the responsible units (Beijing).
    """

    who: Annotated[tuple[Key, ...], Setting(min_length=1)]
    force: Force = "must"
    what: Text
    when: Text
    stage: Stage
    topic: Text
    place: Place = ""
    deadline: Key | None = None
    responsible: CitationText | None = None
    human_judgement: bool = False
    note: Text | None = None


class Obligations(Record):
    """``data/rules/obligations.yml``; ``topics`` is the closed list of topics."""

    key: Literal["obligations"] = "obligations"
    topics: tuple[Text, ...] = ()
    obligations: Annotated[tuple[Obligation, ...], AfterValidator(no_key_twice)] = ()

    @model_validator(mode="after")
    def _topics_are_listed(self) -> Obligations:
        strange = sorted({duty.topic for duty in self.obligations} - set(self.topics))
        if strange:
            raise ValueError(f"topic 不在 topics 中：{'、'.join(strange)}")
        return self


def based(model: Record, path: Path_ = ()) -> Iterator[tuple[Path_, Based]]:
    """Yield every statement inside a record, with its path in the YAML tree."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        parts = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for number, part in parts:
            if isinstance(part, Record):
                inner = (*path, name) if number is None else (*path, name, number)
                if isinstance(part, Based):
                    yield inner, part
                yield from based(part, inner)
