from typing import Any

from small import tree_of

from lawbook.forms.findings import findings
from lawbook.forms.form import Form
from lawbook.forms.values import Value


def found(value: Value | None, **more: Any) -> list[tuple[str, bool]]:
    field = {"key": "k", "label": "栏", "basis": "本指南建议", **more}
    arrange = "open" if more.get("kind") == "rows" else "table"
    section = {"key": "s", "title": "一", "fields": [field], "layout": {"arrange": arrange}}
    form = Form.model_validate(tree_of("f", "表", "[]") | {"sections": [section]})
    values = {} if value is None else {"k": value}
    return [(finding.message, finding.advice) for finding in findings(form, values)]


def test_length_is_counted_in_characters() -> None:
    assert found("四个汉字", max_length="3") == [("「栏」有 4 字，最多 3 字；请精简", False)]
    assert found("刚好", max_length="2") == []


def test_a_pattern_fits_the_whole_answer() -> None:
    rule = {"pattern": "[0-9]{2}", "pattern_message": "不是两位数，例如 10"}
    assert found("10", **rule) == []
    assert found("101", **rule) == [('「栏」"101" 不是两位数，例如 10', False)]


def test_a_missing_answer_weighs_as_the_field_does() -> None:
    assert found(None, required="true") == [("「栏」没有填写；这一栏必填", False)]
    assert found(None, advised="true") == [("「栏」没有填写；建议填写", True)]
    assert found(None) == []


def test_a_word_outside_a_columns_options_is_advice() -> None:
    columns = [{"key": "x", "label": "类型", "options": ["企业", "其他"]}]
    assert found((("公司",),), kind="rows", columns=columns) == [
        ("「栏」第 1 行的“类型”写的是“公司”；可写：企业、其他", True)
    ]
