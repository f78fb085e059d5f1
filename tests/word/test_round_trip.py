"""What was filled in is read back, whatever it is."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from answersets import FEW, MANY, TEXT, answer_sets
from hypothesis import given, settings
from hypothesis import strategies as st
from lint import lint
from wordfile import EXAMPLES, FORMS, deflated, example

from lawbook import word
from lawbook.base.text import trimmed
from lawbook.forms import letter, passage
from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.forms.normal import normalised
from lawbook.forms.values import clean
from lawbook.library.library import Library
from lawbook.word.layout.package import member, stored
from lawbook.word.read.readback import ReadBack, read, walked
from lawbook.word.read.unpack import unpacked
from lawbook.word.read.untouched import untouched

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


def read_in_both_ways(library: Library, data: bytes) -> ReadBack:
    """What a file said; nobody has touched it, and that it is read as such changes nothing."""
    back, seen = read(library.forms, data, "x"), walked(library.forms, unpacked(data, "x"))
    told = (back.answers, back.origin, back.faults, back.notes, back.altered)
    assert told == (seen.answers, seen.origin, seen.faults, seen.notes, seen.altered)
    return back


SHORT = sorted({path.stem for path in FOLDER.glob("*.yml")} - {*FORMS})
VERY_FEW = settings(MANY, max_examples=4)


@pytest.mark.parametrize(
    "many", [FEW, pytest.param(MANY, marks=pytest.mark.deep)], ids=["few", "many"]
)
@pytest.mark.parametrize("key", FORMS)
def test_what_is_filled_in_is_read_back(key: str, many: settings, library: Library) -> None:
    _is_read_back(library, key, many)


@pytest.mark.parametrize(
    "many", [VERY_FEW, pytest.param(FEW, marks=pytest.mark.deep)], ids=["few", "many"]
)
@pytest.mark.parametrize("key", SHORT)
def test_what_is_filled_in_a_short_form_is_read_back(
    key: str, many: settings, library: Library
) -> None:
    _is_read_back(library, key, many)


def _is_read_back(library: Library, key: str, how: settings) -> None:
    form = library.forms[key]

    @how
    @given(answer_sets(form))
    def holds(answers):  # type: ignore[no-untyped-def]
        normal = normalised(form, answers)
        data = word.fill(form, answers)
        assert lint(data) == ()
        back = read_in_both_ways(library, data)
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
    back = read_in_both_ways(library, files[name])
    assert back.answers == normalised(form, answers).answers
    is_plain = not form.computes and not any(section.letter for section in form.sections)
    known = untouched(library.forms, unpacked(files[name], name), files[name])
    assert known == (back.answers if is_plain else None)
    assert (back.faults, back.notes, back.altered) == ((), (), ())
    assert (back.form.key, back.origin.version) == (form.key, form.version)


@pytest.mark.parametrize("key", FORMS)
def test_a_blank_form_is_empty(key: str, library: Library, files: dict[str, bytes]) -> None:
    back = read_in_both_ways(library, files[f"{key}-blank"])
    assert dict(back.answers.values) == {}
    assert (back.answers.title, back.answers.mark) == ("", "")
    assert (back.faults, back.notes, back.altered) == ((), (), ())


def test_empty_answers_are_empty(library: Library) -> None:
    from lawbook.forms.answers import Answers

    for form in library.forms.values():
        back = read(library.forms, word.fill(form, Answers(form.key)), "x")
        assert (dict(back.answers.values), back.faults, back.notes) == ({}, (), ())


TOUCHED = {
    "a word of the form": (">必要性</w:t>", ">需要性</w:t>"),
    "words beside a control": ("</w:sdt></w:p>", "</w:sdt><w:r><w:t>另有</w:t></w:r></w:p>"),
    "a ticked box without its sign": ('w14:checked w14:val="0"', 'w14:checked w14:val="1"'),
    "hidden words": ("<w:r><w:rPr>", "<w:r><w:rPr><w:vanish/>"),
    "a paragraph more": ("<w:body>", "<w:body><w:p><w:r><w:t>附言</w:t></w:r></w:p>"),
}


@pytest.mark.parametrize("change", TOUCHED)
def test_a_file_that_was_touched_is_read_as_people_see_it(change: str, library: Library) -> None:
    form, answers = example(library, "review-application-suifang")
    old, new = TOUCHED[change]
    with zipfile.ZipFile(io.BytesIO(word.fill(form, answers))) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new, 1)
    data = stored([member(name, text.encode()) for name, text in parts.items()])
    assert untouched(library.forms, unpacked(data, "x"), data) is None
    assert read_in_both_ways(library, data).origin.form == form.key


def test_a_file_that_was_packed_anew_says_the_same(library: Library) -> None:
    form, answers = example(library, "review-application-suifang")
    data = deflated(word.fill(form, answers))
    assert untouched(library.forms, unpacked(data, "x"), data) is None
    assert read(library.forms, data, "x").answers == normalised(form, answers).answers
