"""What holds of every form: each field says its basis; no letter tells an applicant a secret."""

from __future__ import annotations

import datetime
import io
import zipfile
from random import Random
from types import MappingProxyType

import hostile
import pytest
from readbacks import different
from wordfile import FORMS

from lawbook import word
from lawbook.forms import carrying
from lawbook.forms.answers import Answers, reading
from lawbook.forms.form import OUR_ADVICE, UNASKED, Field, Form
from lawbook.forms.normal import normalised
from lawbook.forms.values import Chosen, Value
from lawbook.law.citation import Citation
from lawbook.library.library import Library

SECRET = "机密委员"
SMALL, MANY = 40, 1000


def test_every_field_rests_on_a_provision_or_on_our_advice(library: Library) -> None:
    for form in library.forms.values():
        for _, field in form.fields:
            assert field.basis, (form.key, field.key)
            for basis in field.basis:
                if basis != OUR_ADVICE:
                    assert library.exists(Citation.parse(basis)), (form.key, field.key, basis)


def test_every_document_of_a_committee_is_there(library: Library) -> None:
    assert {
        "review-acceptance",
        "review-refusal",
        "review-supplement",
        "review-pledge",
        "review-minutes",
        "review-opinion",
        "review-decision",
        "rereview-application",
        "rereview-opinion",
        "review-tracking",
        "review-appeal",
        "registration-committee",
        "registration-activity",
        "yearly-report",
    } <= set(library.forms)


def _letters(library: Library) -> list[Form]:
    return [form for form in library.forms.values() if form.addressee == "applicant"]


def test_all_that_an_applicant_receives_is_marked_for_them(library: Library) -> None:
    letters = {form.key for form in _letters(library)}
    committee = {form.key for form in library.forms.values() if form.is_letter}
    assert letters == committee - {"pilot-request"}
    for form in _letters(library):
        assert {field.addressee for _, field in form.fields} == {"applicant"}


def _spoken(dice: Random, form: Form, field: Field) -> Value:
    """An answer of a field; one that no applicant may see says so in every word."""
    open_ = form.by or form.addressee or field.addressee
    say = "公开" if open_ else SECRET
    if field.kind == "date":
        return datetime.date(2026, dice.randint(1, 12), dice.randint(1, 28))
    if field.kind in {"choice", "choices"}:
        return (Chosen(dice.choice(field.options).key),)
    if field.kind == "rows":
        rows = range(dice.randint(1, 6))
        return tuple(tuple(f"{say}{n}" for _ in field.columns) for n in rows)
    return f"{say}{dice.randint(1, 99)}"


def _random(dice: Random, form: Form) -> Answers:
    fields = [field for _, field in form.fields if field.kind not in UNASKED]
    values = {field.key: _spoken(dice, form, field) for field in fields}
    return Answers(form.key, MappingProxyType(values))


def _text(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def _tell_nothing(library: Library, dice: Random, cases: int) -> int:
    """How many letters were begun with all papers of a random case, and told no secret."""
    letters = 0
    for _ in range(cases):
        papers = {key: _random(dice, form) for key, form in library.forms.items()}
        for form in _letters(library):
            values = dict(papers[form.key].values)
            for key, source in library.forms.items():
                values |= carrying.carried(form, source, papers[key]).values
            assert SECRET not in _text(word.fill(form, Answers(form.key, values)))
            letters += 1
    return letters


def test_no_letter_tells_a_vote_or_a_name_of_a_voter(library: Library, seed: int) -> None:
    assert _tell_nothing(library, Random(seed), SMALL // 4) >= 60
    minutes = library.forms["review-minutes"]
    assert SECRET in _text(word.fill(minutes, _random(Random(seed), minutes)))


@pytest.mark.deep
def test_no_letter_of_a_thousand_cases_tells_a_secret(library: Library, seed: int) -> None:
    assert _tell_nothing(library, Random(seed), MANY) >= 6000


def test_the_page_reads_and_checks_every_short_form_alike(library: Library, seed: int) -> None:
    dice, files = Random(seed), {}
    for key, form in library.forms.items():
        if key not in FORMS:
            files[f"{key}-blank"] = word.blank(form)
            files[f"{key}-any"] = word.fill(
                form, normalised(form, hostile.answers(dice, form)).answers
            )
    for name, file in library.examples.items():
        form = library.form_of_example(name)
        if form.key not in FORMS:
            files[name] = word.fill(form, reading(form, file).answers)
    assert len(files) > 25
    assert different(library, files) == []
