"""The forms of a project, for commands that need no more of its data."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks.across import checked
from lawbook.forms.form import Form


@lru_cache(maxsize=2)
def forms_of(root: Path) -> dict[str, Form]:
    """The forms of a project whose data is in order. Raises ProblemsFound."""
    return dict(checked(root).forms)


def the_form(root: Path, name: str) -> Form:
    """The form of a key. Raises ProblemsFound with those that exist."""
    forms = forms_of(root)
    if name not in forms:
        raise ProblemsFound([Problem("", f"没有表单 {name}；现有：{'、'.join(forms)}")])
    return forms[name]
