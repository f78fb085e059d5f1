"""Write answers as an answer file, which reads back as the same answers."""

from __future__ import annotations

import datetime
import re
from typing import Any

import yaml

from lawbook.forms.answers import Answers
from lawbook.forms.form import UNASKED, Field, Form
from lawbook.forms.values import Chosen, Value

_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_WIDEST = 1 << 20  # lines are never folded: a fold could fall inside a word


class _Writer(yaml.SafeDumper):
    """A YAML writer: multi-line texts as ``|-`` blocks, quotes only where needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent the items of a list below their key."""
        super().increase_indent(flow, False)


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    # YAML takes some more characters for line ends; as escapes they are preserved.
    style = '"' if _ODD.search(text) else "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _text)


def answer_file(form: Form, answers: Answers, key: str = "") -> str:
    """Return the text of an answer file; ``key`` is its name without ending."""
    return _dumped(_head(form, answers, key) | {"answers": tree_of(form, answers)})


def answer_sheet(form: Form, answers: Answers, key: str = "") -> str:
    """Return an answer file with a line for every field, to be filled in with an editor."""
    known = tree_of(form, answers)
    lines = [_dumped(_head(form, answers, key)), "answers:\n"]
    for _, field in form.fields:
        if field.key in known:
            some = _dumped({field.key: known[field.key]}).splitlines()
            lines += [f"  {line}\n" if line else "\n" for line in some]
        elif field.kind not in UNASKED:
            lines.append(f"  {field.key}:  # {_asked(field)}\n")
    return "".join(lines)


_WRITTEN = {
    "rows": "每行写作 - {列: 内容, …}，列：",
    "date": "写成 2026-12-01",
    "choices": "可选几项：",
}


def _asked(field: Field) -> str:
    """Return what is asked, as a comment beside an empty line."""
    words = [f"{option.key} {option.label}" for option in field.options]
    words += [f"{column.key} {column.label}" for column in field.columns]
    parts = [field.called, _WRITTEN.get(field.kind, "") + "、".join(words), field.help or ""]
    return re.sub("[ \n]+", " ", "；".join(filter(None, parts))).strip(" ")


def _head(form: Form, answers: Answers, key: str) -> dict[str, Any]:
    head = {"key": key, "form": form.key, "title": answers.title, "mark": answers.mark}
    return {name: text for name, text in head.items() if text}


def _dumped(tree: dict[str, Any]) -> str:
    return yaml.dump(
        tree, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDEST, indent=2
    )


def tree_of(form: Form, answers: Answers) -> dict[str, Any]:
    """Return the answers as the tree of a file, in the form's order."""
    return {
        field.key: _tree(field, answers.values[field.key])
        for _, field in form.fields
        if field.key in answers.values
    }


def _tree(field: Field, value: Value) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    if field.kind == "rows":
        return [_row(field, item) for item in value if isinstance(item, tuple)]
    items = [_option(item) for item in value if isinstance(item, Chosen)]
    return items[0] if field.kind == "choice" else items


def _row(field: Field, row: tuple[str, ...]) -> dict[str, str]:
    pairs = zip(field.columns, row, strict=True)
    return {column.key: text for column, text in pairs if text}


def _option(item: Chosen) -> str | dict[str, str]:
    return {item.option: item.text} if item.text else item.option
