"""The forms of a project, for commands that need no more of its data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks.across import checked
from lawbook.forms.form import Form


@lru_cache(maxsize=2)
def forms_of(root: Path) -> dict[str, Form]:
    """Return a project's forms if its data passes all checks. Raises ProblemsFound."""
    return dict(checked(root).forms)


def the_form(root: Path, name: str) -> Form:
    """Return the form with this key. Raises ProblemsFound listing those that exist."""
    forms = forms_of(root)
    if name not in forms:
        raise ProblemsFound([Problem("", f"没有表单 {name}；现有：{'、'.join(forms)}")])
    return forms[name]
