"""The data file of a form's page: one script, complete, small."""

import gzip
import json

from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.site import form_pages

MOST = 40_000  # bytes with gzip; the single-file page holds it beside all scripts and styles


def test_each_form_has_a_script_that_hands_over_its_data(library: Library) -> None:
    made = form_pages.scripts(library)
    assert set(made) == {f"forms/{key}.js" for key in library.forms}
    assert "forms/pilot-plan.js" in made
    for form in library.forms.values():
        text = made[f"forms/{form.key}.js"].decode()
        start, end = f'lawbookData("forms/{form.key}", ', ");\n"
        assert text.startswith(start)
        assert text.endswith(end)
        tree = json.loads(text[len(start) : -len(end)])
        assert Form.model_validate(tree["form"]) == form
        assert len(gzip.compress(text.encode(), 9)) < MOST


def test_every_form_is_known_by_its_title_and_labels(library: Library) -> None:
    for form in library.forms.values():
        known = form_pages.data(library, form)["known"]
        assert [one["key"] for one in known] == list(library.forms)
        mine = next(one for one in known if one["key"] == form.key)
        assert mine["title"] == form.title
        assert mine["version"] == form.version
        assert mine["fields"] == [[field.key, field.label] for _, field in form.fields]
