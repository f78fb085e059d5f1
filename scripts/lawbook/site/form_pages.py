"""The script data of the form pages: the declaration joined with the compiled Word form."""

from __future__ import annotations

from lawbook.export import envelope, form_data, plan_data
from lawbook.forms import carrying
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.word import export


def scripts(library: Library) -> dict[str, bytes]:
    """``forms/<key>.js`` below ``data/``: the form's data handed to ``lawbookData``."""
    return {script_path(form): script(library, form) for form in library.forms.values()}


def script_path(form: Form) -> str:
    """Where a form's script stands below ``data/``."""
    return f"forms/{form.key}.js"


def script(library: Library, form: Form) -> bytes:
    """One form's data as a script, which a page opened from a disk can load too."""
    return envelope.script(f"forms/{form.key}", data(library, form))


def data(library: Library, form: Form) -> dict[str, object]:
    """Declaration, compiled Word form and what else the page's scripts read.

    ``checks`` are the rules of the forms of which this one lists what they lack: the firm ones.
    """
    origins = [library.forms[key] for key in carrying.takes_findings(form)]
    plans = {other.key: plan_data.plandata(library, other, firm=True) for other in origins}
    return {
        **form_data.formdata(library, form),
        **plan_data.plandata(library, form),
        **({"checks": plans} if plans else {}),
        "word": export.exported(form),
    }
