"""Small made-up forms for tests: their sections as YAML, the rest as short as it can be."""

from __future__ import annotations

from typing import Any

from lawbook.base import yamlfile
from lawbook.forms.form import Form


def tree_of(key: str, title: str, sections: str) -> dict[str, Any]:
    """A form's declaration with these sections; a field without ``basis`` is our advice."""
    tree: dict[str, Any] = {"key": key, "title": title, "version": "1", "notice": "虚构。"}
    tree |= {"follows": ["measures-2026"], "layout": {"title": {"text": title}}}
    tree["sections"] = yamlfile.parse(sections, "sections.yml").tree
    for section in tree["sections"]:
        for field in section["fields"]:
            field.setdefault("basis", "本指南建议")
    return tree


def small_form(key: str, title: str, sections: str) -> Form:
    """The form that is declared so."""
    return Form.model_validate(tree_of(key, title, sections))
