"""The data for scripts of the form pages: the declaration and the compiled Word form."""

from __future__ import annotations

from lawbook.export import envelope, form_data, plan_data
from lawbook.forms import carrying
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.word import export


def scripts(library: Library) -> dict[str, bytes]:
    """Return ``forms/<key>.js`` below ``data/``: each form's data, passed to ``lawbookData``."""
    return {script_path(form): script(library, form) for form in library.forms.values()}


def script_path(form: Form) -> str:
    """Return the path of a form's script below ``data/``."""
    return f"forms/{form.key}.js"


def script(library: Library, form: Form) -> bytes:
    """Return a form's data as a script, so that a page opened from a disk can load it too."""
    return envelope.script(f"forms/{form.key}", data(library, form))


def data(library: Library, form: Form) -> dict[str, object]:
    """Return declaration, compiled Word form and what else the page's scripts read.

    ``checks`` are the firm rules of those forms whose missing parts this one lists.
    """
    origins = [library.forms[key] for key in carrying.takes_findings(form)]
    plans = {other.key: plan_data.plandata(library, other, firm=True) for other in origins}
    return {
        **form_data.formdata(library, form),
        **plan_data.plandata(library, form),
        **({"checks": plans} if plans else {}),
        "word": export.exported(form),
    }
