"""What an application lacks: the fields that its check says must be changed."""

from __future__ import annotations

from lawbook.checks import filled_form
from lawbook.desk.case import Entry
from lawbook.library.library import Library

SHOWN = 6


def lacking(library: Library, entry: Entry) -> tuple[str, ...]:
    """Return the names of the fields that must be changed in a paper, each once."""
    if entry.answers is None:
        return ()
    remarks = filled_form.remarks(library, entry.answers, firm=True)
    form = library.forms[entry.answers.form]
    must = (form.field(remark.field) for remark in remarks if not remark.advice)
    return tuple(dict.fromkeys(field.called for field in must))


def few(names: tuple[str, ...]) -> str:
    """Return the first few of some names, as a list in words."""
    return "、".join(names[:SHOWN]) + ("等" if len(names) > SHOWN else "")
