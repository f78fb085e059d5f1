"""What the pages on which forms are filled need of web and Word together."""

from __future__ import annotations

from lawbook.checks import filled_form
from lawbook.export import envelope, form_data, plan_data
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.word import export


def scripts(library: Library) -> dict[str, bytes]:
    """``forms/<key>.js`` below ``data/``: the form's data handed to ``lawbookData``."""
    return {f"forms/{form.key}.js": script(library, form) for form in library.forms.values()}


def script(library: Library, form: Form) -> bytes:
    """One form's data as a script, which a page opened from a disk can load too."""
    return envelope.script(f"forms/{form.key}", data(library, form))


def data(library: Library, form: Form) -> dict[str, object]:
    """Declaration, compiled Word form and what else the page's scripts read."""
    rules = plan_data.plandata(library, form, filled_form.rules(library))
    return form_data.formdata(library, form) | rules | {"word": export.exported(form)}
