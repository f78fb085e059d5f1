"""What is asked only with certain choices: not printed, not missing, and nothing is lost."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from small import tree_of

from lawbook import word
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answers import Answers, reading
from lawbook.forms.findings import findings
from lawbook.forms.form import Form
from lawbook.word.read.readback import read

FORM = tree_of(
    "report",
    "报告",
    """
- key: first
  title: 一、情况
  layout: {heading: line}
  fields:
    - {key: changed, label: 有没有变化, kind: choice, options: [
       {key: "yes", label: 有}, {key: "no", label: 没有}]}
    - {key: what, label: 变化内容, kind: long_text, advised: "true", only_if: {changed: "yes"}}
    - {key: day, label: 报告日期, kind: date}
- key: second
  title: 二、变化以后的措施
  only_if: {changed: "yes"}
  layout: {arrange: open, heading: line}
  fields:
    - {key: steps, label: 措施, kind: rows, advised: "true", columns: [{key: step, label: 做什么}]}
""",
)
REPORT = Form.model_validate(FORM)
WHOLE = {"what": "换了数据", "steps": [{"step": "重新评估"}]}


def _answers(**values: Any) -> Answers:
    return reading(REPORT, YamlFile("a.yml", {"form": "report", "answers": values}, {})).answers


def _xml(answers: Answers) -> str:
    data = word.fill(REPORT, answers)
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_what_is_not_asked_is_neither_printed_nor_missing() -> None:
    answers = _answers(changed="no")
    assert "变化内容" not in _xml(answers)
    assert "变化以后的措施" not in _xml(answers)
    assert list(findings(REPORT, answers.values)) == []


def test_what_is_asked_is_printed_and_missing() -> None:
    answers = _answers(changed="yes")
    assert "变化内容" in _xml(answers)
    assert "变化以后的措施" in _xml(answers)
    assert [one.field for one in findings(REPORT, answers.values)] == ["what", "steps"]


@pytest.mark.parametrize("choice", [{}, {"changed": "no"}, {"changed": "yes"}])
def test_what_was_answered_is_printed_and_read_back(choice: dict[str, str]) -> None:
    answers = _answers(**choice, **WHOLE, day="2026-12-01")
    back = read({"report": REPORT}, word.fill(REPORT, answers), "x.docx")
    assert (back.answers.values, back.faults, back.notes) == (answers.values, (), ())
    told = [one.reason for one in findings(REPORT, answers.values)]
    asked = choice == {"changed": "yes"}
    assert told == ([] if asked else [_idle("变化内容"), _idle("措施")])


def _idle(label: str) -> str:
    return f"「{label}」填了，但是按现在的选择不用填"


@pytest.mark.parametrize("choice", [{}, {"changed": "no"}, {"changed": "yes"}])
def test_what_is_not_there_is_not_missed(choice: dict[str, str]) -> None:
    answers = _answers(**choice)
    back = read({"report": REPORT}, word.fill(REPORT, answers), "x.docx")
    assert (back.answers.values, back.faults, back.notes) == (answers.values, (), ())


def test_a_required_field_with_a_condition_is_not_always_required() -> None:
    field = {**FORM["sections"][0]["fields"][1], "advised": False, "required": True}
    fields = [FORM["sections"][0]["fields"][0], field]
    section = {**FORM["sections"][0], "fields": fields}
    form = Form.model_validate({**FORM, "sections": [section]})
    values = _answers(changed="yes").values
    assert [one.advice for one in findings(form, values)] == [False]


def test_a_condition_rests_on_a_choice_that_stands_before_it() -> None:
    section = {**FORM["sections"][0], "fields": FORM["sections"][0]["fields"][1:]}
    with pytest.raises(ValueError, match="only_if：栏目 changed 没有选项 yes"):
        Form.model_validate({**FORM, "sections": [section]})


def test_a_paper_for_the_applicant_holds_only_what_is_meant_for_them() -> None:
    with pytest.raises(ValueError, match="「有没有变化」没有写 for: applicant"):
        Form.model_validate({**FORM, "for": "applicant"})
