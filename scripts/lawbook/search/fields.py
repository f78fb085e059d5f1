"""Entries from forms: the form itself and each of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.forms.form import OUR_ADVICE, Field, Form
from lawbook.library.library import Library, field_basis
from lawbook.search.entry import Entry, Group, Part


def groups(library: Library) -> Iterator[Group]:
    """Yield one group for each form."""
    for form in library.forms.values():
        yield Group(f"forms/{form.key}", form.title, f"forms/{form.key}/", "本指南编写", "表单")


def entries(library: Library) -> Iterator[Entry]:
    """Yield a form, then each of its fields with help, hint, options and basis."""
    for form in library.forms.values():
        key, url = f"forms/{form.key}", f"forms/{form.key}/"
        parts = (Part("", form.notice),)
        yield Entry(key, "form", key, form.title, url, parts, citation=form.title)
        for _, field in form.fields:
            yield _entry(library, form, field)


def _entry(library: Library, form: Form, field: Field) -> Entry:
    key, anchor = f"forms/{form.key}", f"field-{field.key}"
    names = (*(option.label for option in field.options), *(col.label for col in field.columns))
    basis = "、".join(library.display(ground) for ground in field_basis(field))
    words = (field.help, field.hint, field.text, "、".join(names))
    parts = (Part(anchor, "\n".join(line for line in words if line), field.standing),)
    where = basis or OUR_ADVICE
    return Entry(f"{key}#{anchor}", "form", key, field.called, f"{key}/", parts, citation=where)
