import datetime
from typing import Any

import pytest

from lawbook.base.dates import shown_date
from lawbook.base.text import nearest, trimmed
from lawbook.forms.form import Field
from lawbook.forms.values import Chosen, value_of

OPTIONS = [{"key": "a", "label": "甲"}, {"key": "b", "label": "乙", "requires_text": "true"}]


def read(tree: Any, **more: Any) -> tuple[Any, list[str]]:
    field = Field.model_validate({"key": "k", "label": "栏", "basis": "本指南建议", **more})
    messages: list[str] = []
    value = value_of(field, tree, lambda _, message: messages.append(message))
    return value, messages


@pytest.mark.parametrize("text", ["2026-09-03", "2026-9-3", "2026年9月3日", "2026年09月03日"])
def test_a_date_is_read_in_the_ways_people_write_it(text: str) -> None:
    assert read(text, kind="date") == (datetime.date(2026, 9, 3), [])


def test_a_date_is_shown_without_leading_zeros() -> None:
    assert shown_date(datetime.date(2026, 9, 3)) == "2026年9月3日"


def test_an_option_is_named_by_key_or_label_and_stands_in_the_forms_order() -> None:
    value, messages = read([{"乙": "说明"}, "a"], kind="choices", options=OPTIONS)
    assert (value, messages) == ((Chosen("a"), Chosen("b", "说明")), [])


def test_a_choice_takes_one_option() -> None:
    assert read("甲", kind="choice", options=OPTIONS) == ((Chosen("a"),), [])
    assert read(["a", "b"], kind="choice", options=OPTIONS)[1] == ["「栏」只能选一项；请只写一个"]


def test_an_option_written_twice_is_refused() -> None:
    _, messages = read(["a", "甲"], kind="choices", options=OPTIONS)
    assert messages == ["「栏」有选项写了两遍；请只保留一个"]


def test_empty_rows_fall_away() -> None:
    columns = [{"key": "x", "label": "列"}]
    assert read([{"x": " "}, {"x": "一"}], kind="rows", columns=columns)[0] == (("一",),)


def test_long_text_keeps_its_lines() -> None:
    assert read("一\r\n\r\n二\n", kind="long_text")[0] == "一\n\n二"


def test_no_answer_is_none() -> None:
    assert read(None) == (None, [])
    assert read("　") == (None, [])
    assert trimmed("\u00a0甲\u3000") == "甲"


@pytest.mark.parametrize(
    ("word", "best"),
    [
        ("not_well_founded", ""),
        ("well_founde", "well_founded"),
        ("founded", "well_founded"),
        ("理由不够充分", "unfounded"),
        ("不充分", "unfounded"),
        ("no_well_founded", ""),
    ],
)
def test_no_word_stands_for_its_opposite(word: str, best: str) -> None:
    known = {"well_founded": "理由充分", "unfounded": "理由不充分"}
    every = "可写：well_founded（理由充分）、unfounded（理由不充分）"
    said = nearest(word, known)
    assert said == (f"最接近的是 {best}（{known[best]}）；{every}" if best else every)


def test_the_nearest_word_is_found_by_key_and_by_label() -> None:
    known = {"contact_mobile": "手机", "unit": "单位"}
    assert nearest("contact_mobil", known) == (
        "最接近的是 contact_mobile（手机）；可写：contact_mobile（手机）、unit（单位）"
    )
    assert nearest("单 位", known, many=True) == "最接近的是 unit（单位）"
    assert nearest("zzzz", known) == "可写：contact_mobile（手机）、unit（单位）"
