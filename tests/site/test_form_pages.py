"""The data file of a form's page: one script, complete, small."""

import gzip
import json

from lawbook.export import citations, envelope, plan_data, tools
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.site import form_pages

# Bytes with gzip.
MOST = 58_500  # what a form says itself, its rules 38,000 of it
MOST_CITES = 27_000  # the shelf its citations are held against: one script for all pages
MOST_LEAN = 6_500  # the shelf without texts, inside every single-file form


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


def test_every_form_is_known_by_its_title(library: Library) -> None:
    called = [
        {"key": one.key, "title": one.title, "version": one.version}
        for one in library.forms.values()
    ]
    for form in library.forms.values():
        assert form_pages.data(library, form)["known"] == called


def test_a_file_that_stands_alone_knows_the_kinds_of_all_its_rules(library: Library) -> None:
    few = 0
    for form in library.forms.values():
        tree = json.loads(envelope.compact(form_pages.data(library, form)))
        plans = [tree["plan"], *(one["plan"] for one in tree.get("checks", {}).values())]
        asked = {rule["checks"]["kind"] for plan in plans if plan for rule in plan["rules"]}
        known = plan_data.kinds(library, form)
        assert set(known) == asked, form.key
        few += len(known) <= 4
    assert few >= 10
    assert "found" in plan_data.kinds(library, library.forms["review-application"])


def test_a_paper_that_lists_what_another_lacks_has_none_of_its_advice(library: Library) -> None:
    data = json.loads(
        envelope.compact(form_pages.data(library, library.forms["review-supplement"]))
    )
    own = json.loads(
        envelope.compact(form_pages.data(library, library.forms["review-application"]))
    )
    plan, kept = own["plan"], data["checks"]["review-application"]["plan"]
    listed = ("rules", "messages", "remedies")
    every = list(zip(*(plan[name] for name in listed), strict=True))
    firm = [one for one in every if one[0].get("level") == "fails" or one[0].get("last_word")]
    assert list(zip(*(kept[name] for name in listed), strict=True)) == firm
    assert 0 < len(firm) < len(every)
