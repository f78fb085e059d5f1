"""What the pages on which forms are filled need of web and Word together."""

from __future__ import annotations

from lawbook.checks import filled_form
from lawbook.export import envelope, form_data, plan_data
from lawbook.forms import carrying
from lawbook.forms.form import Form
from lawbook.forms.plan.checks import PlanChecks
from lawbook.library.library import Library
from lawbook.word import export


def scripts(library: Library) -> dict[str, bytes]:
    """``forms/<key>.js`` below ``data/``: the form's data handed to ``lawbookData``."""
    checks = filled_form.rules(library)
    return {script_path(form): _script(library, form, checks) for form in library.forms.values()}


def script_path(form: Form) -> str:
    """Where a form's script stands below ``data/``."""
    return f"forms/{form.key}.js"


def script(library: Library, form: Form) -> bytes:
    """One form's data as a script, which a page opened from a disk can load too."""
    return _script(library, form, filled_form.rules(library))


def _script(library: Library, form: Form, checks: PlanChecks | None) -> bytes:
    return envelope.script(f"forms/{form.key}", _data(library, form, checks))


def data(library: Library, form: Form) -> dict[str, object]:
    """Declaration, compiled Word form and what else the page's scripts read."""
    return _data(library, form, filled_form.rules(library))


def _data(library: Library, form: Form, checks: PlanChecks | None) -> dict[str, object]:
    rules = plan_data.plandata(library, form, checks)
    return {
        **form_data.formdata(library, form),
        **rules,
        **_checks_of_origins(library, form, checks),
        "word": export.exported(form),
    }


def _checks_of_origins(
    library: Library, form: Form, checks: PlanChecks | None
) -> dict[str, object]:
    """The rules of the forms of which this one lists what they lack: none that only advise."""
    keys, firm = carrying.takes_findings(form), checks and checks.firm
    plans = {key: plan_data.plandata(library, library.forms[key], firm) for key in keys}
    return {"checks": plans} if plans else {}
