"""Data for the script of a form's page: the declaration, and how to tell other forms apart.

The Word side (``lawbook.word.export``) is added on the floor above.
"""

from __future__ import annotations

from lawbook.export import citations
from lawbook.forms import carrying
from lawbook.forms.computed import Way
from lawbook.forms.form import Form
from lawbook.library.library import Library


def formdata(library: Library, form: Form) -> dict[str, object]:
    """Return the form as declared, and the names of all forms.

    ``cites`` names the data its citations are checked against: one script for all pages.
    """
    return {
        "form": declaration(form),
        "known": [_known(form) for form in library.forms.values()],
        "cites": citations.NAME if "verdicts" in library.vocabularies else None,
        **_origins(library, form),
        **_periods(form),
    }


# Keys that only the check of a form needs, not a page that merely reads its files.
_OF_THE_CHECK = frozenset(("help", "basis", "see", "advised", "pattern_message", "max_length"))


def _origins(library: Library, form: Form) -> dict[str, object]:
    """Return the forms from which this one carries answers, whose files its page can read."""
    checked = carrying.takes_findings(form)
    declarations = [
        declared if key in checked else _to_read(declared)
        for key in carrying.sources(form)
        for declared in [declaration(library.forms[key])]
    ]
    return {"origins": declarations} if declarations else {}


def _to_read(told: object) -> object:
    """Return a declaration without what only the check of its form needs."""
    if isinstance(told, dict):
        return {key: _to_read(part) for key, part in told.items() if key not in _OF_THE_CHECK}
    return [_to_read(part) for part in told] if isinstance(told, list) else told


def _periods(form: Form) -> dict[str, object]:
    """Return the deadlines by which the form counts days, by key, as its page needs them."""
    ways = [way for _, field in form.fields if field.computed for way in field.computed.ways]
    periods = {way.deadline: _period(way) for way in ways if way.deadline and way.rule}
    return {"periods": periods} if periods else {}


def _period(way: Way) -> dict[str, object]:
    assert way.rule
    parts = way.rule.model_dump(mode="json", include={"period", "unit", "length", "on", "kind"})
    return {**parts, "tag": way.tag, "years": [year.plain for year in way.years]}


def declaration(form: Form) -> dict[str, object]:
    """Return the form's declaration, without defaults (those of ``lawbook.forms.form``)."""
    return form.model_dump(mode="json", exclude_defaults=True)


def _known(form: Form) -> dict[str, object]:
    return {"key": form.key, "title": form.title, "version": form.version}
