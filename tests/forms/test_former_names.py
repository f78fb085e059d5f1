"""Former names of fields, options and columns: what a declaration may say, what is carried over."""

import pytest
from pydantic import ValidationError
from small import tree_of

from lawbook.forms.form import Column, Field, Form, Option
from lawbook.forms.former_names import carried, tags

OURS = "本指南建议"


def form(*fields: Field) -> Form:
    section = {"key": "all", "title": "全部", "layout": {"arrange": "table"}, "fields": fields}
    return Form.model_validate(tree_of("note", "登记表", "[]") | {"sections": [section]})


UNIT = Field(key="unit", label="单位", basis=OURS, formerly=("company", "firm"))
WAY = Field(
    key="way",
    label="方式",
    kind="choice",
    basis=OURS,
    formerly=("how",),
    options=(Option(key="hand", label="当面", formerly=("personal", "亲自")),),
)


def test_old_names_come_under_the_present_ones_in_their_order() -> None:
    made = carried(form(UNIT, WAY), {"how": {"personal": "写明"}, "x": "y", "firm": "甲"})
    assert list(made.tree.items()) == [("way", {"hand": "写明"}), ("x", "y"), ("unit", "甲")]
    assert made.given == {"way": "how", "unit": "firm"}
    assert made.former_path(("answers", "unit")) == ("answers", "firm")
    assert made.former_path(("answers", "x", 1)) == ("answers", "x", 1)
    assert [message for _, message in made.notes] == [
        "“how”是「方式」从前的名称，已按 way 读入",
        "「方式」的“personal”是选项“当面”从前的名称，已按现行的读入",
        "“firm”是「单位」从前的名称，已按 unit 读入",
    ]


def test_of_two_old_names_the_first_counts() -> None:
    made = carried(form(UNIT), {"firm": "甲", "company": "乙"})
    assert made.tree == {"unit": "甲", "company": "乙"}


def test_word_finds_every_combination_of_old_and_present_names() -> None:
    assert tags(form(UNIT, WAY)) == {
        "company": "unit",
        "firm": "unit",
        "how": "way",
        "way.personal": "way.hand",
        "way.亲自": "way.hand",
        "how.hand": "way.hand",
        "how.personal": "way.hand",
        "how.亲自": "way.hand",
    }


def test_a_former_key_is_no_key_of_today() -> None:
    other = Field(key="company", label="公司", basis=OURS)
    with pytest.raises(ValidationError, match="栏目从前的名称 company 现在另有所指；请另取 key"):
        form(UNIT, other)


def test_two_fields_cannot_claim_one_former_key() -> None:
    other = Field(key="office", label="机构", basis=OURS, formerly=("firm",))
    with pytest.raises(ValidationError, match="栏目从前的名称 firm 写了两处；请只留一处"):
        form(UNIT, other)


def test_options_and_columns_are_held_to_the_same() -> None:
    some = (Option(key="a", label="甲"), Option(key="b", label="乙", formerly=("a",)))
    with pytest.raises(ValidationError, match="选项从前的名称 a 现在另有所指"):
        Field(key="way", label="方式", kind="choice", basis=OURS, options=some)
    columns = (Column(key="a", label="甲", formerly=("丙",)), Column(key="b", label="丙"))
    with pytest.raises(ValidationError, match="列从前的名称 丙 现在另有所指"):
        Field(key="list", label="名单", kind="rows", basis=OURS, columns=columns)
