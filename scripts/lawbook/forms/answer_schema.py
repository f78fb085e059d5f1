"""The JSON Schema of a form's answer files, for editors; made from the form, never kept."""

from __future__ import annotations

from typing import Any

from lawbook.base.dates import FIGURE_DATE, HAN_DATE, SHORT_DATE, SOLID_DATE
from lawbook.forms.form import UNASKED, Field, Form
from lawbook.forms.handmade import SEVERAL

Schema = dict[str, Any]
DATE = f"^(?:{FIGURE_DATE}|{SOLID_DATE}|{SHORT_DATE}|{HAN_DATE})$"


def answers_schema(form: Form) -> Schema:
    """The schema (draft 2020-12) of the answer files of a form."""
    fields = {field.key: _described(field) for _, field in form.fields if field.kind not in UNASKED}
    required = [
        field.key
        for _, field in form.fields
        if field.required and field.key in fields and not form.is_conditional(field)
    ]
    text = {"type": "string"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{form.title}：答案文件",
        "type": "object",
        "additionalProperties": False,
        "required": ["form", "answers"],
        "properties": {
            "key": {**text, "description": "与文件名相同"},
            "form": {"const": form.key},
            "title": {**text, "description": "文件的标题"},
            "mark": {**text, "description": "印在每页上方的标注，例如“虚构示例”"},
            "answers": {
                "type": "object",
                "additionalProperties": False,
                "required": required,
                "properties": fields,
            },
        },
    }


def _described(field: Field) -> Schema:
    about = "；".join(part for part in (field.standing, field.hint, field.help) if part)
    return {"title": field.called, "description": about, **_shape(field)}


def _shape(field: Field) -> Schema:
    if field.kind == "choice":
        return {"oneOf": _options(field)}
    if field.kind == "choices":
        return {"type": "array", "items": {"oneOf": _options(field)}}
    if field.kind == "rows":
        return {"type": "array", "items": _row(field)}
    if field.kind == "date":
        # Editors read an unquoted 2026-12-10 as text; our reader does too.
        return {"type": "string", "pattern": DATE}
    single = f"(?:{field.pattern})"
    limits = {
        "pattern": f"^{single}({SEVERAL}{single})*$" if field.pattern else None,
        "minLength": field.min_length,
        "maxLength": field.max_length,
    }
    return {"type": "string", **{key: limit for key, limit in limits.items() if limit}}


def _options(field: Field) -> list[Schema]:
    words = [word for option in field.options for word in (option.key, option.label)]
    with_text = [
        word
        for option in field.options
        if option.requires_text
        for word in (option.key, option.label)
    ]
    shapes: list[Schema] = [{"enum": list(dict.fromkeys(words))}]
    if with_text:
        properties = {word: {"type": "string"} for word in dict.fromkeys(with_text)}
        shapes.append(
            {
                "type": "object",
                "properties": properties,
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            }
        )
    return shapes


def _row(field: Field) -> Schema:
    columns: Schema = {}
    for column in field.columns:
        shape: Schema = {"title": column.label, "type": "string"}
        if column.options:
            shape["enum"] = list(column.options)
        columns[column.key] = shape
    required = [column.key for column in field.columns if column.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": columns,
    }
