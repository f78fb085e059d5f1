"""What was filled in is read back, whatever it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from answersets import FEW, MANY, TEXT, answer_sets
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfile import EXAMPLES, FORMS, example

from lawbook import word
from lawbook.base.text import trimmed
from lawbook.forms import letter, passage
from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.forms.normal import normalised
from lawbook.forms.values import clean
from lawbook.library.library import Library
from lawbook.word.lint import lint
from lawbook.word.read.readback import read

FOLDER = Path(__file__).resolve().parents[2] / "data" / "forms"


def printed(form: Form, answers: Answers) -> Answers:
    """The answers that stand in the file: a letter leaves out what its choices leave out."""
    idle = {
        field.key
        for section in form.sections
        if section.letter
        for field in letter.idle(section, answers.values)
    }
    kept = {key: value for key, value in answers.values.items() if key not in idle}
    return replace(answers, values=kept)


SHORT = sorted({path.stem for path in FOLDER.glob("*.yml")} - {*FORMS})
VERY_FEW = settings(MANY, max_examples=10)


@pytest.mark.parametrize(
    "many", [FEW, pytest.param(MANY, marks=pytest.mark.deep)], ids=["few", "many"]
)
@pytest.mark.parametrize("key", FORMS)
def test_what_is_filled_in_is_read_back(key: str, many: settings, library: Library) -> None:
    _is_read_back(library, key, many)


@pytest.mark.parametrize("key", SHORT)
def test_what_is_filled_in_a_short_form_is_read_back(key: str, library: Library) -> None:
    _is_read_back(library, key, VERY_FEW)


def _is_read_back(library: Library, key: str, how: settings) -> None:
    form = library.forms[key]

    @how
    @given(answer_sets(form))
    def holds(answers):  # type: ignore[no-untyped-def]
        normal = normalised(form, answers)
        data = word.fill(form, answers)
        assert lint(data) == ()
        back = read(library.forms, data, "x.docx")
        assert back.answers == printed(form, normal.answers)
        assert back.faults == ()
        assert back.altered == ()
        again = normalised(form, normal.answers)
        assert again.answers == normal.answers
        assert again.changes == ()
        changed = {
            field.called
            for _, field in form.fields
            if answers.values.get(field.key) != normal.answers.values.get(field.key)
        }
        named = {change.where.strip("「」") for change in normal.changes}
        assert changed == named - {"标题", "标注"}

    holds()


@MANY
@given(st.one_of(TEXT, st.lists(TEXT).map("\n".join)))
def test_a_long_answer_has_one_spelling_and_loses_no_sign(text: str) -> None:
    made = passage.canonical(trimmed(clean(text)))
    assert passage.canonical(made) == made
    assert passage.written(passage.parsed(made)) == made
    lost = " \t\n\u00a0\u3000*|-:\\"  # blanks and the signs of the Markdown itself
    plain = str.maketrans("", "", lost)
    assert made.translate(plain) == trimmed(clean(text)).translate(plain)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_back_without_a_note(
    name: str, library: Library, files: dict[str, bytes]
) -> None:
    form, answers = example(library, name)
    back = read(library.forms, files[name], name)
    assert back.answers == normalised(form, answers).answers
    assert (back.faults, back.notes, back.altered) == ((), (), ())
    assert (back.form.key, back.origin.version) == (form.key, form.version)


@pytest.mark.parametrize("key", FORMS)
def test_a_blank_form_is_empty(key: str, library: Library, files: dict[str, bytes]) -> None:
    back = read(library.forms, files[f"{key}-blank"], key)
    assert dict(back.answers.values) == {}
    assert (back.answers.title, back.answers.mark) == ("", "")
    assert (back.faults, back.notes, back.altered) == ((), (), ())


def test_empty_answers_are_empty(library: Library) -> None:
    from lawbook.forms.answers import Answers

    for form in library.forms.values():
        back = read(library.forms, word.fill(form, Answers(form.key)), "x")
        assert (dict(back.answers.values), back.faults, back.notes) == ({}, (), ())
