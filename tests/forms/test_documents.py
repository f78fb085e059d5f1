"""What holds of every form: each field says its basis; no letter tells an applicant a secret."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from pathlib import Path
from random import Random
from types import MappingProxyType

import hostile
import pytest
import scripts
from readbacks import different
from wordfile import FORMS

from lawbook import word
from lawbook.forms import carrying, letter
from lawbook.forms.answers import Answers, reading
from lawbook.forms.form import OUR_ADVICE, UNASKED, Field, Form
from lawbook.forms.normal import normalised
from lawbook.forms.values import Chosen, Value
from lawbook.law.citation import Citation
from lawbook.library.library import Library
from lawbook.word.read.readback import read

SECRET = "机密委员"
FEW, MANY = 10, 300  # of each form, other ones in each run
FOLDER = Path(__file__).resolve().parents[2] / "data" / "forms"
SHORT = sorted({path.stem for path in FOLDER.glob("*.yml")} - {*FORMS})


def test_every_field_rests_on_a_provision_or_on_our_advice(library: Library) -> None:
    for form in library.forms.values():
        for _, field in form.fields:
            assert field.basis, (form.key, field.key)
            for basis in field.basis:
                if basis != OUR_ADVICE:
                    assert library.exists(Citation.parse(basis)), (form.key, field.key, basis)


def test_the_title_of_an_example_names_its_subject(library: Library) -> None:
    for name, file in library.examples.items():
        kind = library.form_of_example(name).title
        said = str(file.tree["title"]).removesuffix("（虚构示例）")
        assert said not in {kind, kind.removeprefix("人工智能科技伦理")}, name


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
    assert _tell_nothing(library, Random(seed), FEW) >= 60
    minutes = library.forms["review-minutes"]
    assert SECRET in _text(word.fill(minutes, _random(Random(seed), minutes)))


@pytest.mark.deep
def test_no_letter_of_a_thousand_cases_tells_a_secret(library: Library, seed: int) -> None:
    assert _tell_nothing(library, Random(seed), 1000) >= 6000


def _dated(answers: Answers) -> Answers:
    """Answers whose years have four figures: a year of three is no date to whoever reads it."""
    values = {
        key: value.replace(year=value.year % 9000 + 1000)
        if isinstance(value, datetime.date) and (value.month, value.day) != (2, 29)
        else value
        for key, value in answers.values.items()
    }
    kept = {
        key: value
        for key, value in values.items()
        if not isinstance(value, datetime.date) or value.year >= 1000
    }
    return Answers(answers.form, kept, title=answers.title, mark=answers.mark)


def _printed(form: Form, answers: Answers) -> dict[str, Value]:
    """The answers that stand in the file: a letter leaves out what its choices leave out."""
    letters = [section for section in form.sections if section.letter]
    idle = {field.key for one in letters for field in letter.idle(one, answers.values)}
    return {key: value for key, value in answers.values.items() if key not in idle}


@pytest.mark.deep
@pytest.mark.parametrize("key", SHORT)
def test_hundreds_of_answers_are_read_back_and_alike_in_the_page(
    key: str, library: Library, seed: int
) -> None:
    form, dice = library.forms[key], Random(seed)
    made = (_dated(scripts.held(hostile.answers(dice, form))) for _ in range(MANY))
    some = [normalised(form, answers).answers for answers in made]
    acts = [{"act": "fill", "key": key, "answers": scripts.in_browser(one)} for one in some]
    for answers, digest in zip(some, scripts.asked(library, acts), strict=True):
        data = word.fill(form, answers)
        assert hashlib.sha256(data).hexdigest() == digest
        back = read(library.forms, data, "x.docx")
        assert dict(back.answers.values) == _printed(form, answers)
        assert back.faults == ()


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
