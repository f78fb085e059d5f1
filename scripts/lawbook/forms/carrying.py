"""Prefill a form from the answers to another one: the report on a plan from its goals.

A field's ``carries`` names the field from which it is prefilled. What is carried is a starting
point: it can be changed, and nothing in it is reworded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from lawbook.base.shared import Shared
from lawbook.forms.answers import Answers
from lawbook.forms.carry import Carry
from lawbook.forms.form import OUR_ADVICE, Field, Form
from lawbook.forms.passage import Grid, parsed
from lawbook.forms.values import Row, Value

WRITE_FIELD: Shared[str] = "请补写这一栏"

MISSING: Shared[str] = "没有填写"
# 不少于60项, 24家, 98%; not 6个月 or 2个工作日, which are periods.
_FIGURE = re.compile(
    "(?:不少于|不低于|不超过|至少|累计达到|达到)?[0-9]+(?:[.][0-9]+)?"
    "(?:[%％]|[个项家名期册份件场台类篇套](?:次)?|人次|次|人)(?!月|工作日)(?:以上|以内)?"
)


def sources(form: Form) -> tuple[str, ...]:
    """Return the keys of the forms from which a form carries answers."""
    keys = (carry.form for _, field in form.fields for carry in field.carries)
    return tuple(dict.fromkeys(keys))


class FieldRemark(Protocol):
    """A check's finding on a field of the other form."""

    @property
    def field(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def remedy(self) -> str: ...  # noqa: D102
    @property
    def basis(self) -> str: ...  # noqa: D102
    @property
    def advice(self) -> bool: ...  # noqa: D102


def is_lacking(remark: FieldRemark) -> bool:
    """Return whether a finding says that something is missing or must be changed."""
    return not remark.advice or remark.reason == MISSING


def takes_findings(form: Form) -> tuple[str, ...]:
    """Return the keys of the forms whose missing parts this one lists."""
    keys = (carry.form for _, field in form.fields for carry in field.carries if carry.lacks)
    return tuple(dict.fromkeys(keys))


def carried(
    form: Form, source: Form, answers: Answers, remarks: Sequence[FieldRemark] = ()
) -> Answers:
    """Return the answers with which a form begins, from those of another, with its mark.

    ``remarks`` are the check's findings on the other form.
    """
    values: dict[str, Value] = {}
    for _, field in form.fields:
        for carry in field.carries:
            if carry.form != source.key:
                continue
            if value := _value(field, carry, source, answers, remarks):
                values[field.key] = value
    return Answers(form.key, MappingProxyType(values), mark=answers.mark)


def together(form: Form, begun: Mapping[str, Answers]) -> Answers:
    """Combine answers carried from several forms; if two fill a field, the later form wins.

    The order is that of the field's ``carries``, whichever file was read first.
    """
    values: dict[str, Value] = {}
    for _, field in form.fields:
        for carry in field.carries:
            if carry.form in begun and field.key in begun[carry.form].values:
                values[field.key] = begun[carry.form].values[field.key]
    mark = next((answers.mark for answers in begun.values() if answers.mark), "")
    return Answers(form.key, MappingProxyType(values), mark=mark)


def _value(
    field: Field, carry: Carry, source: Form, answers: Answers, remarks: Sequence[FieldRemark]
) -> Value | None:
    if carry.field is None:
        return tuple(_lacking(field, carry, source, remarks))
    if carry.field not in answers.values:
        return None
    origin = source.field(carry.field)
    if carry.into:
        return tuple(_split(field, carry, answers.text(origin.key)))
    if field.kind == "rows":
        numbers = {column.key: number for number, column in enumerate(origin.columns)}
        return tuple(_picked(field, carry, numbers, row) for row in answers.rows(origin.key))
    return answers.values[origin.key]


def _lacking(
    field: Field, carry: Carry, source: Form, remarks: Sequence[FieldRemark]
) -> Iterator[Row]:
    """Yield a row for each thing that is missing or must be changed, without mere advice."""
    for remark in remarks:
        if is_lacking(remark):
            asked = source.field(remark.field)
            mend = asked.hint or asked.help or WRITE_FIELD
            cells = {
                "what": asked.called,
                "reason": remark.reason,
                "remedy": (mend if remark.reason == MISSING else remark.remedy).rstrip("。"),
                "basis": "" if remark.basis == OUR_ADVICE else remark.basis,
            }
            yield tuple(
                cells.get(carry.columns.get(column.key, ""), "") for column in field.columns
            )


def _picked(field: Field, carry: Carry, numbers: Mapping[str, int], row: Row) -> Row:
    wanted = (carry.columns.get(column.key) for column in field.columns)
    return tuple(row[numbers[key]] if key else "" for key in wanted)


def _split(field: Field, carry: Carry, text: str) -> Iterator[Row]:
    """Yield a row for each paragraph, with its numbers in the column for figures."""
    for paragraph in _paragraphs(text):
        cells = {carry.into: paragraph}
        if carry.figures:
            cells[carry.figures] = figures(paragraph)
        yield tuple(cells.get(column.key, "") for column in field.columns)


def _paragraphs(text: str) -> Iterator[str]:
    for block in parsed(text):
        if isinstance(block, Grid):
            for row in block.rows:
                yield "｜".join("".join(words for words, _ in cell) for cell in row)
        elif line := "".join(words for words, _ in block.runs):
            yield line


def figures(text: str) -> str:
    """Return the numbers in a text with what they count, in order.

    >>> figures("新设15家，累计达到24家，自6个月内起不低于98%。")
    '15家、累计达到24家、不低于98%'
    """
    return "、".join(_FIGURE.findall(text))


def faults(forms: Mapping[str, Form], form: Form) -> Iterator[tuple[Field, str]]:
    """Yield what is wrong with a form's ``carries``: field and message."""
    for _, field in form.fields:
        for carry in field.carries:
            message = _fault(forms, field, carry) or _told_too_much(forms, form, carry)
            if message:
                yield field, message


def _told_too_much(forms: Mapping[str, Form], form: Form, carry: Carry) -> str:
    """Return why an answer may not go into a paper for an applicant; empty if it may."""
    source = forms[carry.form]
    origin = source.field(carry.field) if carry.field else None
    known = source.addressee or source.by or (origin and origin.addressee)
    if form.addressee and not known:
        label = origin.label if origin else "检查结果"
        return f"carries：{source.title}「{label}」没有写 for: {form.addressee}，不能带入"
    return ""


def _fault(forms: Mapping[str, Form], field: Field, carry: Carry) -> str:
    if carry.form not in forms:
        return f"carries 中没有表单 {carry.form}；现有：{'、'.join(forms)}"
    named = {*carry.columns, *filter(None, (carry.into, carry.figures))}
    if unknown := sorted(named - {column.key for column in field.columns}):
        return f"carries：这一栏没有列 {'、'.join(unknown)}"
    return _of_origin(forms[carry.form], field, carry) if carry.field else ""


def _of_origin(source: Form, field: Field, carry: Carry) -> str:
    """Return why a field cannot begin with an answer to another form; empty if it can."""
    try:
        origin = source.field(carry.field or "")
    except KeyError:
        return f"carries：表单 {source.key} 没有栏目 {carry.field}"
    theirs = {column.key for column in origin.columns}
    if unknown := sorted(set(carry.columns.values()) - theirs):
        return f"carries：栏目 {carry.field} 没有列 {'、'.join(unknown)}"
    wanted = "rows" if field.kind == "rows" and not carry.into else field.kind
    if carry.into:
        wanted = "long_text"
    if origin.kind != wanted:
        return f"carries：栏目 {carry.field} 是 {origin.kind}，应为 {wanted}"
    return ""
