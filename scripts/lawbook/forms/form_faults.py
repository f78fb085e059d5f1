"""Faults in a form's declaration as a whole: keys, references, conditions, addressee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lawbook.forms import computed
from lawbook.forms.clashes import Named, clashes
from lawbook.forms.conditions import unknown_options

if TYPE_CHECKING:
    from lawbook.forms.form import Field, Form


def faults(form: Form) -> Iterator[str]:
    """Yield one sentence for each fault."""
    keys = [field.key for _, field in form.fields]
    if again := sorted({key for key in keys if keys.count(key) > 1}):
        yield f"栏目的 key 重复：{'、'.join(again)}"
        return
    yield from clashes("栏目", [field for _, field in form.fields])
    known = {
        field.key for _, field in form.fields if any(column.unique for column in field.columns)
    }
    named = {column.refers for _, field in form.fields for column in field.columns if column.refers}
    if lost := sorted(named - known):
        yield f"refers：没有栏目 {'、'.join(lost)}，或者它没有 unique 的列"
    yield from computed.faults(form)
    yield from _of_conditions(form)
    if form.layout.title.field not in {None, *keys}:
        yield f"标题中的栏目 {form.layout.title.field} 不存在"
    if form.addressee:
        for _, field in form.fields:
            if field.addressee != form.addressee:
                yield f"「{field.label}」没有写 for: {form.addressee}，不能放进发给申请人的文书"


def _of_conditions(form: Form) -> Iterator[str]:
    """Yield conditions that do not rest on earlier choices which are always asked."""
    before: dict[str, Field] = {}
    for section, field in form.fields:
        both = {**section.only_if, **field.only_if}
        for fault in unknown_options(both, before):
            yield f"「{field.label}」{fault}（只能用前面的、没有条件的栏目）"
        if field.only_if and (field.group or field.layout.half or section.letter):
            yield f"「{field.label}」有 only_if，不能放在组里、半行或者信函里"
        if not both:
            before[field.key] = field
    for section in (*form.sections, *form.attachments):
        if section.only_if and section.layout.arrange in {"cover", "letter"}:
            yield f"「{section.title}」有 only_if，不能是封面或者信函"
        if section.only_if and section.layout.heading == "band":
            yield f"「{section.title}」有 only_if，heading 应为 line"


def of_kind(field: Field) -> Iterator[str]:
    """Yield what a field's kind needs, or cannot have."""
    for part, kinds in (
        ("options", ("choice", "choices")),
        ("columns", ("rows",)),
        ("text", ("fixed",)),
        ("computed", ("computed",)),
    ):
        has = bool(getattr(field, part))
        if has != (field.kind in kinds):
            yield f"{field.kind} {'不能有' if has else '须写出'} {part}"
    if field.kind == "computed" and (field.required or field.advised or field.carries):
        yield "computed 是算出的，不写 required、advised、carries"
    yield from (*_repeated("选项", field.options), *_repeated("列", field.columns))


def _repeated(what: str, items: Sequence[Named]) -> list[str]:
    keys = [item.key for item in items]
    return [f"{what} {key} 重复" for key in sorted({key for key in keys if keys.count(key) > 1})]
