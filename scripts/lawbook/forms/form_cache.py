"""Cache what is derived from a form, keyed by the form object itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from lawbook.forms.form import Form

Made = TypeVar("Made")
MOST = 16


def per_form(function: Callable[[Form], Made]) -> Callable[[Form], Made]:
    """Remember what a function makes of a form; a form is known by being the same object."""
    # A form's own hash would go through every field each time.
    known: dict[int, tuple[Form, Made]] = {}

    @wraps(function)
    def remembered(form: Form) -> Made:
        kept = known.get(id(form))
        if kept is None or kept[0] is not form:
            if len(known) > MOST:
                known.clear()
            kept = known[id(form)] = (form, function(form))
        return kept[1]

    return remembered
