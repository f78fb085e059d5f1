"""A fictional next version of the application form, in which some names are others."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from lawbook.forms.form import Form
from lawbook.library.library import Library

KEY = "review-application"
FIELDS = {"unit": "unit_name", "people": "members", "submit_date": "day", "reviewer": "reviewed_by"}
OPTIONS = {"centre": "service_centre", "none": "nothing"}
COLUMNS = {"work": "task"}
HEADING = "承担的任务"  # instead of the old heading of that column


def next_version(library: Library, root: Path) -> Library:
    """The same library with that form; every renamed part says what it was called.

    ``root`` is an empty project: the rules of 检查 name the fields of the present version.
    """
    tree = library.forms[KEY].model_dump(mode="json", exclude_defaults=True)
    for section in (*tree["sections"], *tree.get("attachments", [])):
        for field in section["fields"]:
            _rename(field, FIELDS)
            if "only_if" in field:
                field["only_if"] = {
                    FIELDS.get(asked, asked): [OPTIONS.get(option, option) for option in options]
                    for asked, options in field["only_if"].items()
                }
            for option in field.get("options", []):
                _rename(option, OPTIONS)
            for column in field.get("columns", []):
                if column["key"] in COLUMNS:
                    column["formerly"] = [column["key"], column["label"]]
                    column |= {"key": COLUMNS[column["key"]], "label": HEADING}
    form = Form.model_validate(tree | {"version": "2027.1"})
    return dataclasses.replace(library, root=root, forms={**library.forms, KEY: form})


def _rename(part: dict[str, Any], names: dict[str, str]) -> None:
    if part["key"] in names:
        part["formerly"] = [part["key"]]
        part["key"] = names[part["key"]]
