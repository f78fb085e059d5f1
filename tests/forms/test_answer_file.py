"""An answer file that was written reads back as the same answers."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "word"))
from answersets import MANY, answer_sets
from scripts import asked

from lawbook.base import yamlfile
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import reading
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from params import deep


@pytest.mark.parametrize("count", [10, deep(200)])
@pytest.mark.parametrize("key", ["pilot-plan", "review-application"])
def test_any_answers_are_read_back_from_their_file(key: str, count: int, library: Library) -> None:
    form = library.forms[key]

    @settings(MANY, max_examples=count)
    @given(answer_sets(form))
    def holds(answers):  # type: ignore[no-untyped-def]
        normal = normalised(form, answers).answers
        file = yamlfile.decoded(answer_file(form, normal).encode(), "a.yml")
        back = reading(form, file)
        assert back.faults == ()
        assert normalised(form, back.answers).answers == normal

    holds()


@pytest.mark.parametrize(
    ("name", "refused"), [("a.json", True), ("a.JSON", True), ("a.jſon", False), ("json", False)]
)
def test_a_file_is_json_by_its_ending_in_ascii(library: Library, name: str, refused: bool) -> None:
    [read] = asked(library, [{"act": "file", "text": "a: 1\n", "name": name}])
    said = {"refused": [f"{name}:1: 不是有效的 JSON；请检查引号、逗号和括号"]}
    assert read == (said if refused else {"map": [["a", "1"]]})


def test_the_file_is_written_as_people_write_it(library: Library) -> None:
    form, file = library.forms["pilot-plan"], library.examples["pilot-plan-yunlan"]
    text = answer_file(form, reading(form, file).answers, "pilot-plan-yunlan")
    assert text.startswith("key: pilot-plan-yunlan\nform: pilot-plan\ntitle: 云澜市“")
    assert "\n  apply_date: '2026-12-10'\n" in text
    assert "\n  focus_areas:\n    - manufacturing\n" in text
    assert "\n    - other: 航运\n" in text
    assert "\n  goals: |-\n    总体目标：" in text
