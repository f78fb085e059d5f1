"""The data file of a form's page: one script, complete, small."""

import gzip
import json

from lawbook.export import citations, envelope, tools
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.site import form_pages

# Bytes with gzip.
MOST = 50_000  # what a form says itself, its rules 27,000 of it
MOST_CITES = 28_000  # the shelf its citations are held against: one script for all pages
MOST_LEAN = 8_000  # the shelf without texts, inside every single-file form


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
        assert Form.model_validate(tree["form"]).model_dump() == form.model_dump()
        assert tree["cites"] == "tools/citations"
        assert len(gzip.compress(text.encode(), 9)) < MOST


def test_the_shelf_is_one_script_and_lean_in_files_that_stand_alone(library: Library) -> None:
    made = tools.extracts(library)["citations.js"]
    assert made.startswith(b'lawbookData("tools/citations", {"lean":false,')
    assert len(gzip.compress(made, 9)) < MOST_CITES
    lean = citations.script(library, lean=True)
    assert lean.startswith(b'lawbookData("tools/citations", {"lean":true,')
    assert len(gzip.compress(lean, 9)) < MOST_LEAN


def test_every_form_is_known_by_its_title_and_labels(library: Library) -> None:
    for form in library.forms.values():
        known = json.loads(envelope.compact(form_pages.data(library, form)))["known"]
        assert [one["key"] for one in known] == list(library.forms)
        mine = next(one for one in known if one["key"] == form.key)
        assert mine["title"] == form.title
        assert mine["version"] == form.version
        fields = [field for _, field in form.fields]
        assert [keys for keys, _ in mine["fields"]] == [[one.key, *one.formerly] for one in fields]
        assert [words[0] for _, words in mine["fields"]] == [one.label for one in fields]


def test_a_field_is_known_by_its_other_words_and_its_group_as_well(library: Library) -> None:
    data = form_pages.data(library, library.forms["pilot-plan"])
    known = json.loads(envelope.compact(data))["known"]
    plan = next(one for one in known if one["key"] == "pilot-plan")
    assert [["city"], ["申报城市"]] in plan["fields"]
    words = ["先导城市执行层", "城市执行层", "市级执行层", "职责分工"]
    assert [["duty_city"], words] in plan["fields"]
