"""What the pages on which forms are filled need of web and Word together."""

from __future__ import annotations

from lawbook import checkup
from lawbook.form import Form
from lawbook.library import Library
from lawbook.web import envelope, formdata, plandata
from lawbook.word import export


def scripts(library: Library) -> dict[str, bytes]:
    """``forms/<key>.js`` below ``data/``: the form's data handed to ``lawbookData``."""
    return {f"forms/{form.key}.js": script(library, form) for form in library.forms.values()}


def script(library: Library, form: Form) -> bytes:
    """One form's data as a script, which a page opened from a disk can load too."""
    written = envelope.compact(data(library, form)).decode().rstrip()
    return f'lawbookData("forms/{form.key}", {written});\n'.encode()


def data(library: Library, form: Form) -> dict[str, object]:
    """Declaration, compiled Word form and what else the page's scripts read."""
    rules = plandata.plandata(library, form, checkup.rules(library))
    return formdata.formdata(library, form) | rules | {"word": export.exported(form)}
