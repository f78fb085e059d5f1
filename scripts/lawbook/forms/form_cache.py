"""Cache what is derived from a form, keyed by the identity of the form object."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from lawbook.forms.form import Form

Made = TypeVar("Made")
MOST = 16


def per_form(function: Callable[[Form], Made]) -> Callable[[Form], Made]:
    """Cache a function of a form, keyed by the object's identity."""
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
