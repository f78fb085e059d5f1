"""What answers of one form say already in another: goals of a plan, in the report on it.

A field's ``carries`` names the field from which it is prefilled. What is carried is a beginning:
it can be changed, and nothing of it is worded anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lawbook.forms.answers import Answers
from lawbook.forms.carry import Carry
from lawbook.forms.form import Field, Form
from lawbook.forms.passage import Grid, parsed
from lawbook.forms.values import Row, Value

# 不少于60项, 24家, 98%; no 6个月 and no 2个工作日, which are times.
_FIGURE = re.compile(
    "(?:不少于|不低于|不超过|至少|累计达到|达到)?[0-9]+(?:[.][0-9]+)?"
    "(?:[%％]|[个项家名期册份件场台类篇套](?:次)?|人次|次|人)(?!月|工作日)(?:以上|以内)?"
)


def sources(form: Form) -> tuple[str, ...]:
    """The keys of the forms from which a form carries answers."""
    found = (carry.form for _, field in form.fields for carry in field.carries)
    return tuple(dict.fromkeys(found))


def carried(form: Form, source: Form, answers: Answers) -> Answers:
    """The answers with which a form begins, from those of another; its mark goes with them."""
    values: dict[str, Value] = {}
    for _, field in form.fields:
        for carry in field.carries:
            if carry.form != source.key or carry.field not in answers.values:
                continue
            if value := _value(field, carry, source.field(carry.field), answers):
                values[field.key] = value
    return Answers(form.key, MappingProxyType(values), mark=answers.mark)


def _value(field: Field, carry: Carry, origin: Field, answers: Answers) -> Value:
    if carry.into:
        return tuple(_split(field, carry, answers.text(origin.key)))
    if field.kind == "rows":
        place = {column.key: number for number, column in enumerate(origin.columns)}
        return tuple(_picked(field, carry, place, row) for row in answers.rows(origin.key))
    return answers.values[origin.key]


def _picked(field: Field, carry: Carry, place: Mapping[str, int], row: Row) -> Row:
    wanted = (carry.columns.get(column.key) for column in field.columns)
    return tuple(row[place[key]] if key else "" for key in wanted)


def _split(field: Field, carry: Carry, text: str) -> Iterator[Row]:
    """A row for each paragraph; its figures in the column for figures."""
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
    """The numbers with what they count, in their order.

    >>> figures("新设15家，累计达到24家，自6个月内起不低于98%。")
    '15家、累计达到24家、不低于98%'
    """
    return "、".join(_FIGURE.findall(text))


def faults(forms: Mapping[str, Form], form: Form) -> Iterator[tuple[Field, str]]:
    """What is wrong with a form's ``carries``: field and message."""
    for _, field in form.fields:
        for carry in field.carries:
            message = _fault(forms, field, carry) or _told_too_much(forms, form, carry)
            if message:
                yield field, message


def _told_too_much(forms: Mapping[str, Form], form: Form, carry: Carry) -> str:
    """Why an answer may not go into a paper that an applicant receives."""
    source = forms[carry.form]
    origin = source.field(carry.field)
    known = source.addressee or source.by or origin.addressee
    if form.addressee and not known:
        return f"carries：{source.title}「{origin.label}」没有写 for: {form.addressee}，不能带入"
    return ""


def _fault(forms: Mapping[str, Form], field: Field, carry: Carry) -> str:
    if carry.form not in forms:
        return f"carries 中没有表单 {carry.form}；现有：{'、'.join(forms)}"
    try:
        origin = forms[carry.form].field(carry.field)
    except KeyError:
        return f"carries：表单 {carry.form} 没有栏目 {carry.field}"
    ours = {column.key for column in field.columns}
    theirs = {column.key for column in origin.columns}
    named = {*carry.columns, *filter(None, (carry.into, carry.figures))}
    if unknown := sorted(named - ours):
        return f"carries：这一栏没有列 {'、'.join(unknown)}"
    if unknown := sorted(set(carry.columns.values()) - theirs):
        return f"carries：栏目 {carry.field} 没有列 {'、'.join(unknown)}"
    wanted = "rows" if field.kind == "rows" and not carry.into else field.kind
    if carry.into:
        wanted = "long_text"
    if origin.kind != wanted:
        return f"carries：栏目 {carry.field} 是 {origin.kind}，应为 {wanted}"
    return ""
