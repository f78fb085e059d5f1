"""A letter: whole sentences or none, never an empty place; what a person changes is read back."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from small import tree_of

from lawbook import word
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answers import Answers, reading
from lawbook.forms.findings import findings
from lawbook.forms.form import Form
from lawbook.forms.values import Chosen
from lawbook.library.library import Library
from lawbook.word.read.readback import ReadBack, read

FORM = tree_of(
    "letter",
    "决定书",
    """
- key: letter
  title: 决定书
  layout: {arrange: letter, heading: none}
  fields:
    - {key: unit, label: 单位}
    - {key: decision, label: 决定, kind: choice, options: [
       {key: "yes", label: 批准}, {key: "no", label: 不予批准}]}
    - {key: reason, label: 理由}
    - {key: day, label: 日期, kind: date}
  letter:
    - {text: "{unit}：", at: to}
    - {text: "决定：{decision}。"}
    - {text: "理由（{unit}）：{reason}。", only_if: {decision: "no"}}
    - {text: 特此通知。}
    - {text: "{day}", at: day}
""",
)
LETTER = Form.model_validate(FORM)


def _answers(**values: object) -> Answers:
    return reading(LETTER, YamlFile("a.yml", {"form": "letter", "answers": values}, {})).answers


def _text(data: bytes) -> str:
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    lines = xml.split("</w:p>")
    return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", line)) for line in lines)


def _changed(data: bytes, old: str, new: str) -> ReadBack:
    """The letter read back after a person changed its text."""
    return read({"letter": LETTER}, _with(data, old, new), "x.docx")


def _edited(library: Library, data: bytes, old: str, new: str) -> ReadBack:
    """A letter of ours read back after a person changed its text."""
    return read(library.forms, _with(data, old, new), "x.docx")


def _with(data: bytes, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                assert old in part.decode()
                part = part.decode().replace(old, new, 1).encode()
            made.writestr(name, part)
    return out.getvalue()


YES = {"unit": "甲公司", "decision": "yes", "day": "2026-12-16"}
NO = {**YES, "decision": "no", "reason": "风险过高"}


def test_a_sentence_is_printed_only_with_its_option() -> None:
    assert "甲公司：\n决定：批准。\n特此通知。\n2026年12月16日" in _text(
        word.fill(LETTER, _answers(**YES))
    )
    assert "决定：不予批准。\n理由（甲公司）：风险过高。\n特此通知。" in _text(
        word.fill(LETTER, _answers(**NO))
    )


@pytest.mark.parametrize("key", ["unit", "decision", "reason", "day"])
def test_an_empty_place_is_a_fault(key: str) -> None:
    values = {name: value for name, value in NO.items() if name != key}
    must = [one.field for one in findings(LETTER, _answers(**values).values) if not one.advice]
    assert must == [key]


def test_a_place_that_the_letter_does_not_print_may_stay_empty() -> None:
    assert list(findings(LETTER, _answers(**YES).values)) == []
    idle = list(findings(LETTER, _answers(**YES, reason="没有用到").values))
    assert [(one.field, one.advice) for one in idle] == [("reason", True)]


@pytest.mark.parametrize("values", [YES, NO])
def test_a_letter_is_read_back(values: dict[str, object]) -> None:
    back = read({"letter": LETTER}, word.fill(LETTER, _answers(**values)), "x.docx")
    assert back.answers.values == _answers(**values).values
    assert (back.faults, back.notes) == ((), ())


def test_what_a_person_writes_over_a_place_is_read() -> None:
    back = _changed(word.fill(LETTER, _answers(**NO)), ">风险过高<", ">数据来源不明<")
    assert back.answers.text("reason") == "数据来源不明"


def test_two_places_of_a_field_that_differ_are_named() -> None:
    back = _changed(word.fill(LETTER, _answers(**NO)), ">甲公司<", ">乙公司<")
    assert back.answers.text("unit") == "乙公司"
    assert [note.message for note in back.notes] == [
        "几处写的不同（“乙公司”、“甲公司”），读入了第一处；请核对"
    ]


def test_a_decision_that_is_none_is_refused() -> None:
    back = _changed(word.fill(LETTER, _answers(**YES)), ">批准<", ">原则同意<")
    assert back.faults == (
        ("decision", "“原则同意”不是可选的一项；请写成其中一项：批准、不予批准"),
    )


def test_changed_words_of_a_sentence_are_named_and_its_places_read() -> None:
    back = _changed(word.fill(LETTER, _answers(**YES)), ">决定：<", ">经研究，决定：<")
    assert "decision" in back.answers.values
    assert [note.message for note in back.notes] == [
        "固定的文字与表单不同，只读了各栏的内容：“经研究，决定：批准。”"
    ]


def test_a_field_without_a_place_is_no_letter() -> None:
    section = {**FORM["sections"][0], "letter": [{"text": "{unit}：{fax}"}]}
    with pytest.raises(ValueError, match=r"fax 不在这一节.*decision 在信函中没有位置"):
        Form.model_validate({**FORM, "sections": [section]})


def test_what_an_applicant_receives_asks_for_no_votes(library: Library) -> None:
    letters = [form for form in library.forms.values() if form.is_letter]
    assert len(letters) >= 6
    for form in letters:
        names = [field.called for _, field in form.fields]
        names += [one.label for _, field in form.fields for one in field.columns]
        assert not [name for name in names if re.search("表决|讨论|委员姓名|内部", name)]


def test_an_approval_of_a_listed_activity_needs_the_expert_opinion(library: Library) -> None:
    form = library.forms["review-decision"]
    file = library.examples["review-decision-suifang"]
    values = dict(reading(form, file).answers.values)
    assert not [one for one in findings(form, values) if not one.advice]
    values["listed"] = (Chosen("listed_yes"),)
    assert [one.field for one in findings(form, values) if not one.advice] == ["expert"]


def test_our_letters_are_read_back_and_stand_whole(library: Library) -> None:
    for name, file in library.examples.items():
        form = library.form_of_example(name)
        if not form.is_letter:
            continue
        answers = reading(form, file).answers
        back = read(library.forms, word.fill(form, answers), "x.docx")
        assert (name, back.answers.values) == (name, answers.values)
        assert (back.faults, back.notes) == ((), ())


def test_a_day_that_the_letter_counts_is_printed_and_never_read(library: Library) -> None:
    form = library.forms["review-acceptance"]
    answers = reading(form, library.examples["review-acceptance-naoji"]).answers
    data = word.fill(form, answers)
    assert "本机构预计不晚于2027年2月5日（含当日）作出审查决定" in _text(data)
    back = _edited(library, data, ">2027年2月5日<", ">2027年3月1日<")
    assert back.answers.values == answers.values
    assert [str(note) for note in back.notes] == [
        "「预计决定日期」: 这一栏是算出的，文件中的“2027年3月1日”没有读入；"
        "按现在的内容是“2027年2月5日（星期五）：受理申请后30日内，自受理日期2027年1月6日起算（待核实）”"
    ]


def test_a_day_that_cannot_be_counted_leaves_its_place_empty(library: Library) -> None:
    form = library.forms["review-acceptance"]
    values = dict(reading(form, library.examples["review-acceptance-naoji"]).answers.values)
    del values["accepted"]
    must = {one.field: one.remedy for one in findings(form, values) if not one.advice}
    assert must == {"accepted": "填好以前不能生成", "expected": "填好算它要用的栏目"}
