"""What a person reads when an answer file is wrong: the exact lines."""

import pytest
from small import small_form

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.forms.answers import Answers, read_answers, reading

FORM = small_form(
    "note",
    "登记表",
    """
- key: all
  title: 全部
  fields:
    - {key: unit, label: 单位, required: "true"}
    - {key: contact_mobile, label: 手机, name: 联系人手机, pattern: "1[3-9][0-9]{9}",
       pattern_message: "不是 11 位手机号，例如 13800000000"}
    - {key: day, label: 日期, kind: date}
    - {key: areas, label: 领域, kind: choices, advised: "true", options: [
       {key: medicine, label: 医疗}, {key: other, label: 其他, requires_text: "true"}]}
    - {key: base, label: 必选, kind: fixed, text: 基础}
- key: list
  title: 清单
  layout: {arrange: open}
  fields:
    - {key: units, label: 单位清单, kind: rows, columns: [
       {key: name, label: 单位名称, required: "true"},
       {key: kind, label: 类型, options: [企业, 高等学校]}]}
""",
)


def lines(text: str) -> list[str]:
    read = reading(FORM, yamlfile.parse(f"form: note\nanswers:\n{text}", "a.yml"))
    return [str(problem) for problem in (*read.faults, *read.findings)]


def advice(text: str) -> list[str]:
    file = yamlfile.parse(f"form: note\nanswers:\n{text}", "a.yml")
    return [str(problem) for problem in reading(FORM, file).advice]


def test_a_good_file_gives_answers() -> None:
    text = """\
key: note-one
form: note
title: 示例
mark: 虚构示例
answers:
  unit: 　甲单位
  day: 2026年9月3日
  areas: [其他: 航运, medicine]
  units:
    - {name: 乙单位, kind: 企业}
"""
    answers = read_answers(FORM, yamlfile.parse(text, "a.yml"))
    assert (answers.key, answers.title, answers.mark) == ("note-one", "示例", "虚构示例")
    assert answers.text("unit") == "甲单位"
    assert answers.text("day") == "2026年9月3日"
    assert answers.chosen("areas") == {"medicine": "", "other": "航运"}
    assert answers.rows("units") == (("乙单位", "企业"),)
    assert "contact_mobile" not in answers.values


def test_a_wrong_number_is_named_by_the_label_with_an_example() -> None:
    assert lines("  unit: 甲\n  contact_mobile: '1380000'\n") == [
        'a.yml:4: 「联系人手机」"1380000" 不是 11 位手机号，例如 13800000000'
    ]


def test_a_number_takes_its_one_spelling_and_that_is_said() -> None:
    text = "form: note\nanswers:\n  unit: 甲\n  contact_mobile: 电话：１３８ 0013 8000\n"
    read = reading(FORM, yamlfile.parse(text, "a.yml"))
    assert read.answers.values["contact_mobile"] == "13800138000"
    told = "a.yml:4: 「联系人手机」的写法已统一为 13800138000"
    assert [str(note) for note in read.notes] == [told]


def test_full_width_digits_are_not_a_phone_number() -> None:
    found = lines("  unit: 甲\n  contact_mobile: １３８０００００００００\n")
    assert len(found) == 1 and "不是 11 位手机号" in found[0]


def test_a_missing_required_field_is_a_finding() -> None:
    assert lines("  day: 2026-09-03\n") == ["a.yml:2: 「单位」没有填写；这一栏必填"]
    assert lines("  unit: '  '\n") == ["a.yml:3: 「单位」没有填写；这一栏必填"]


def test_an_unknown_field_is_refused_with_the_nearest_one() -> None:
    assert lines("  unit: 甲\n  contact_mobil: '1'\n") == [
        "a.yml:4: 表单没有“contact_mobil”这一栏；最接近的是 contact_mobile（联系人手机）"
    ]
    assert lines("  unit: 甲\n  zzz: '1'\n") == [
        "a.yml:4: 表单没有“zzz”这一栏；请对照表单的栏目填写，或删去这一行"
    ]


def test_a_misspelt_field_is_told_once_and_not_as_missing_too() -> None:
    assert lines("  unitt: 甲\n") == ["a.yml:3: 表单没有“unitt”这一栏；最接近的是 unit（单位）"]
    assert lines("  zzz: 甲\n") == [
        "a.yml:3: 表单没有“zzz”这一栏；请对照表单的栏目填写，或删去这一行",
        "a.yml:2: 「单位」没有填写；这一栏必填",
    ]


def test_a_wrong_option_is_refused_with_those_that_exist() -> None:
    assert lines("  unit: 甲\n  areas: [金融]\n") == [
        "a.yml:4: 「领域」没有选项“金融”；可写：medicine（医疗）、other（其他）"
    ]


def test_text_beside_an_option_that_asks_for_none_is_refused() -> None:
    assert lines("  unit: 甲\n  areas:\n    - medicine: 影像\n") == [
        "a.yml:5: 「领域」的选项“医疗”后面不写文字；请删去“影像”"
    ]


def test_what_is_no_date_is_refused() -> None:
    for text in ("12/10", "2026-02-30", "明天"):
        assert lines(f"  unit: 甲\n  day: {text}\n") == [
            f'a.yml:4: 「日期」"{text}" 不是日期；请写成 2026-12-10'
        ]


def test_a_fixed_line_is_not_answered() -> None:
    assert lines("  unit: 甲\n  base: 别的\n") == [
        "a.yml:4: 「必选」是固定内容，不用填写；请删去这一行"
    ]


def test_faults_of_a_list_name_row_and_column() -> None:
    text = "  unit: 甲\n  units:\n    - {kind: 企业}\n    - {name: 乙, work: 测试}\n"
    assert lines(text) == [
        "a.yml:6: 「单位清单」第 2 行没有“work”这一列；可写：name（单位名称）、kind（类型）"
    ]
    assert lines("  unit: 甲\n  units:\n    - {kind: 企业}\n") == [
        "a.yml:5: 「单位清单」第 1 行没有填写“单位名称”"
    ]


def test_the_wrong_shape_is_refused() -> None:
    assert lines("  unit: [甲]\n") == ["a.yml:3: 「单位」应为文字；请直接写在冒号后"]
    assert lines("  unit: 甲\n  areas: 医疗\n") == [
        "a.yml:4: 「领域」应为列表；每项一行，以“- ”开头"
    ]
    assert lines('  unit: "甲\\n乙"\n') == ["a.yml:3: 「单位」只写一行；请去掉换行"]


def test_all_faults_come_at_once() -> None:
    text = "  unit: [甲]\n  contact_mobile: '1'\n  day: x\n  areas: [y]\n  other: z\n"
    found = lines(text)
    assert [line.split(":")[1] for line in found] == ["7", "3", "5", "6", "4"]


def test_what_only_we_advise_refuses_nothing() -> None:
    assert advice("  unit: 甲\n") == ["a.yml:2: 「领域」没有填写；建议填写"]
    assert advice("  unit: 甲\n  areas: [other]\n") == [
        "a.yml:4: 「领域」选了“其他”，但没有写明内容；请写成 other: 内容"
    ]
    assert lines("  unit: 甲\n  areas: [other]\n") == []


def test_the_head_is_checked() -> None:
    with pytest.raises(ProblemsFound) as refused:
        read_answers(FORM, yamlfile.parse("form: plan\ntitel: 甲\n", "a.yml"))
    assert [str(problem) for problem in refused.value.problems] == [
        "a.yml:2: 不认识的键 titel；最接近的是 title（标题）；可写：key（答案文件名）、"
        "form（表单）、title（标题）、mark（标注）、answers（答案）",
        "a.yml:1: form 写的是 plan，这份表单是 note；请改成一致",
        "a.yml:1: 缺少 answers；请在其下逐栏写“栏目: 内容”",
        "a.yml:1: 「单位」没有填写；这一栏必填",
    ]


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("[x]", "form 写的是 一组内容，这份表单是 note；请改成一致"),
        ("{x: y}", "form 写的是 一组内容，这份表单是 note；请改成一致"),
        ("", "缺少 form；请写上“form: note”"),
    ],
)
def test_a_form_that_is_no_name_is_told_in_words(named: str, message: str) -> None:
    found = reading(FORM, yamlfile.parse(f"form: {named}\nanswers: {{}}\n", "a.yml")).faults
    assert str(found[0]) == f"a.yml:1: {message}"


def test_answers_are_empty_where_nothing_was_written() -> None:
    nothing = Answers("note")
    assert (nothing.text("unit"), nothing.chosen("areas"), nothing.rows("units")) == ("", {}, ())
