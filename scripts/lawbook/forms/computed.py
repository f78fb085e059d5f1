"""What a form computes from its answers: a day by its rule, numbers and majorities from rows.

Nobody types it and no answer file has it: it is computed anew wherever it is shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import Field as Setting
from pydantic import ValidationInfo, model_validator
from pydantic.json_schema import SkipJsonSchema

from lawbook.base.dates import shown_date
from lawbook.base.shared import Shared
from lawbook.forms.conditions import OnlyIf, allows
from lawbook.forms.tally import RowsOf, TwoThirds, needed, rows_of, unknown_columns
from lawbook.forms.values import Value
from lawbook.law.record import FieldKey, Key, Record, Text
from lawbook.rules.counting import Due, last_day
from lawbook.rules.rule import Deadline
from lawbook.rules.workdays import YearCalendar, calendar_of

DAY_OF_WEEK: Shared[str] = "{day}（星期{weekday}）"
BELOW_SHARE: Shared[str] = "没有达到"
PUT_OFF: Shared[str] = "（按约定顺延到{day}）"

if TYPE_CHECKING:
    from lawbook.forms.answers import Answers
    from lawbook.forms.form import Form

WEEKDAYS: Shared[str] = "一二三四五六日"
# Suffix of a field's key for its value together with how it was computed.
WHOLE = ".whole"


class Way(Record):
    """One way to compute a value: the last day of a deadline that runs from a field, or words.

    ``only_if``: the first way whose options are chosen is used. ``rule``, ``years`` and ``tag``
    (the mark of the rule's confidence) are added when the form is read.
    """

    only_if: OnlyIf = Setting(default_factory=dict)
    text: Text | None = None
    deadline: Key | None = None
    start: FieldKey | None = None
    rule: SkipJsonSchema[Deadline | None] = Setting(default=None, exclude=True)
    years: SkipJsonSchema[tuple[YearCalendar, ...]] = Setting(default=(), exclude=True)
    tag: SkipJsonSchema[str] = Setting(default="", exclude=True)

    @model_validator(mode="before")
    @classmethod
    def _with_its_rule(cls, data: Any, info: ValidationInfo) -> Any:
        """Add the rule of the deadline, if the rules are known."""
        if not isinstance(data, dict) or "deadline" not in data:
            return data
        if typed := {"rule", "years", "tag"} & data.keys():
            raise ValueError(f"{'、'.join(sorted(typed))} 由程序写入，请删去")
        rules = (info.context or {}).get("deadlines")
        if rules is None:
            return data
        if data["deadline"] not in rules:
            raise ValueError(f"没有期限 {data['deadline']}；见 data/rules/deadlines.yml")
        return {**data, **rules[data["deadline"]]}

    @model_validator(mode="after")
    def _one_of_two(self) -> Way:
        if (self.text is None) == (self.deadline is None):
            raise ValueError("ways 的一项写 text 或者 deadline，只写一个")
        if (self.deadline is None) != (self.start is None):
            raise ValueError("deadline 与 start 应同时写出")
        return self

    def value(self, values: Mapping[str, Value]) -> Value | None:
        """Return the day or the words; None if the day from which it runs is not known."""
        if self.text:
            return self.text
        due = self.due(values)
        return due.day if due else None

    def due(self, values: Mapping[str, Value]) -> Due | None:
        """Return when its deadline ends, with the next working day; None if nothing runs."""
        start = values.get(self.start or "")
        if self.rule is None or not isinstance(start, datetime.date):
            return None
        return last_day(start, self.rule, calendar_of(self.years))

    def in_words(self, form: Form, values: Mapping[str, Value], value: Value) -> str:
        """Return the value and how it was computed, in words."""
        start = values.get(self.start or "")
        if not (
            self.rule and isinstance(value, datetime.date) and isinstance(start, datetime.date)
        ):
            return value if isinstance(value, str) else ""
        origin = f"自{form.field(self.start or '').called}{shown_date(start)}起算"
        day = DAY_OF_WEEK.format(day=shown_date(value), weekday=WEEKDAYS[value.weekday()])
        return f"{day}：{self.rule.period}，{origin}（{self.tag}）"


class Computed(Record):
    """What a field computes: by ``ways`` a day or words, or numbers of rows with two thirds.

    ``differ`` is the text for when ways of counting two thirds give different results.
    """

    ways: tuple[Way, ...] = ()
    counts: tuple[RowsOf, ...] = ()
    two_thirds: TwoThirds | None = None
    differ: Text | None = None

    @model_validator(mode="after")
    def _something(self) -> Computed:
        if bool(self.ways) == bool(self.counts):
            raise ValueError("computed 写 ways 或者 counts，只写一个")
        return self

    def way(self, values: Mapping[str, Value]) -> Way | None:
        """Return the first way whose condition these answers meet."""
        return next((way for way in self.ways if allows(way.only_if, values)), None)

    def value(self, form: Form, values: Mapping[str, Value]) -> Value | None:
        """Return the value, or None if an answer that it needs is missing."""
        if self.ways:
            way = self.way(values)
            return way.value(values) if way else None
        if not any(rows_of(values.get(count.rows)) for count in self.counts):
            return None
        return "\n".join(self._lines(form, values))

    def with_way(self, form: Form, values: Mapping[str, Value], value: Value) -> str:
        """Return the value and how it was computed, in words."""
        way = self.way(values)
        if way:
            return way.in_words(form, values, value)
        return value if isinstance(value, str) else ""

    def _lines(self, form: Form, values: Mapping[str, Value]) -> Iterator[str]:
        numbers = (count.in_words(len(count.numbered_rows(form, values))) for count in self.counts)
        yield "，".join(numbers) + "。"
        if self.two_thirds is None:
            return
        results = set()
        yes = self.two_thirds.yes
        for way, all_, agreed in self.two_thirds.reached(form, values):
            least = needed(all_)
            results.add(agreed >= least > 0)
            outcome = "达到" if agreed >= least > 0 else BELOW_SHARE
            every = way.in_words(all_)
            agrees = f"{yes.in_words(agreed)}，{outcome}三分之二以上。"
            yield f"{every}的三分之二是{least}{way.unit}，{agrees}"
        if self.differ and len(results) > 1:
            yield self.differ

    def lists(self) -> Iterator[RowsOf]:
        """Yield the row selections that are counted."""
        yield from self.counts
        if self.two_thirds:
            yield from (self.two_thirds.yes, *self.two_thirds.of)


def computed(form: Form, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values that a form computes from answers: field key → date or text."""
    results: dict[str, Value] = {}
    for _, field in form.fields:
        if field.computed:
            value = field.computed.value(form, values)
            if value:
                results[field.key] = value
    return results


def rolled(form: Form, values: Mapping[str, Value]) -> dict[str, datetime.date]:
    """Return the next working days after computed last days that are rest days, by field."""
    ways = {field.key: field.computed.way(values) for _, field in form.fields if field.computed}
    ends = {key: way.due(values) for key, way in ways.items() if way}
    return {key: due.rolled for key, due in ends.items() if due and due.rolled}


def ending(day: datetime.date, last: datetime.date) -> str:
    """Return a last day, and the working day until which it may be met if that is later."""
    later = PUT_OFF.format(day=shown_date(last)) if last > day else ""
    return f"{shown_date(day)}{later}"


def with_ways(form: Form, values: Mapping[str, Value]) -> dict[str, str]:
    """Return each value with how it was computed, by field, for places with enough room."""
    results = computed(form, values)
    return {
        field.key: field.computed.with_way(form, values, results[field.key])
        for _, field in form.fields
        if field.computed and field.key in results
    }


def shown(form: Form, answers: Answers) -> Answers:
    """Return answers as Word prints them: computed values bare, and with their explanation."""
    if not form.computes:
        return answers
    explained = {f"{key}{WHOLE}": text for key, text in with_ways(form, answers.values).items()}
    values = {**answers.values, **computed(form, answers.values), **explained}
    return replace(answers, values=MappingProxyType(values))


def faults(form: Form) -> Iterator[str]:
    """Yield what is wrong with what a form computes: fields and columns that it does not have."""
    fields = {field.key: field for _, field in form.fields}
    for _, field in form.fields:
        for way in field.computed.ways if field.computed else ():
            if way.start and (way.start not in fields or fields[way.start].kind != "date"):
                yield f"「{field.label}」computed：没有日期栏目 {way.start}"
        for listed in field.computed.lists() if field.computed else ():
            if listed.rows not in fields or fields[listed.rows].kind != "rows":
                yield f"「{field.label}」computed：没有清单 {listed.rows}"
            else:
                for lost in unknown_columns(fields[listed.rows].columns, listed.columns()):
                    yield f"「{field.label}」computed：{lost}"
