"""Rename the tags and bookmarks of a document made with an older version of a form."""

from __future__ import annotations

from typing import TypeVar

from lawbook.base.problem import Problem
from lawbook.forms import former_names
from lawbook.forms.form import Form
from lawbook.word.read.content import Content

Kept = TypeVar("Kept")


def renamed(form: Form, content: Content) -> tuple[Problem, ...]:
    """Rename old tags and bookmarks in place; return a note for each such field."""
    names = former_names.tags(form)
    if not names:
        return ()
    marks = {f"f_{old}": f"f_{new}" for old, new in names.items() if "." not in old}
    moved = [
        *_moved(content.controls, names),
        *_moved(content.checked, names),
        *(mark.removeprefix("f_") for mark in _moved(content.bookmarks, marks)),
    ]
    for paragraph in content.paragraphs():
        if any(tag in names for _, _, tag in paragraph.pieces):
            paragraph.pieces = [
                (text, bold, names.get(tag, tag)) for text, bold, tag in paragraph.pieces
            ]
    keys = {name.partition(".")[0] for name in moved}
    return tuple(
        Problem(f"「{field.called}」", "按旧版表单的栏目读入；请核对")
        for _, field in form.fields
        if field.key in keys
    )


def _moved(kept: dict[str, Kept], names: dict[str, str]) -> list[str]:
    """Return the present names that replaced an old one in the document."""
    moved = [old for old in names if old in kept and names[old] not in kept]
    for old in moved:
        kept.setdefault(names[old], kept.pop(old))
    return [names[old] for old in moved]
