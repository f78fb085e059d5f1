from typing import Any

import pytest
from pydantic import ValidationError

from lawbook.forms.form import Field, Form, Section
from lawbook.library.library import Library


def field(**more: Any) -> Field:
    return Field.model_validate({"key": "phone", "label": "手机", "basis": "本指南建议", **more})


def refusal(**more: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        field(**more)
    return str(refused.value)


def test_a_basis_is_citations_or_our_own_advice() -> None:
    assert field().basis == ("本指南建议",)
    assert field(basis=["measures-2026/art-12"]).basis == ("measures-2026/art-12",)
    assert "“第十二条”不是条款引用" in refusal(basis=["第十二条"])
    assert "at least 1 item" in refusal(basis=[])


def test_a_field_cannot_be_both_required_and_advised() -> None:
    assert "required 与 advised 只能有一个为 true" in refusal(required="true", advised="true")


def test_a_kind_needs_its_parts_and_has_no_others() -> None:
    assert "choice 须写出 options" in refusal(kind="choice")
    assert "text 不能有 options" in refusal(options=[{"key": "a", "label": "甲"}])
    assert "rows 须写出 columns" in refusal(kind="rows")
    assert "fixed 须写出 text" in refusal(kind="fixed")


def test_a_pattern_names_its_characters_and_has_a_message() -> None:
    assert "请写明字符，例如 [0-9]" in refusal(pattern=r"\d{11}", pattern_message="不是手机号")
    for loose in (".+", "^1", "1$", r"\u4e00", "(?:1)", "[0-9]++", r"[\w]"):
        assert "含义因环境而异" in refusal(pattern=loose, pattern_message="不是手机号")
    assert "不是有效的正则表达式" in refusal(pattern="[0-9", pattern_message="不是手机号")
    assert "pattern 与 pattern_message 应同时写出" in refusal(pattern="[0-9]{11}")


def test_the_lines_of_a_label_are_the_label() -> None:
    assert "label_lines 连起来是“手表”" in refusal(layout={"label_lines": ["手", "表"]})


def test_the_same_key_twice_is_refused() -> None:
    options = [{"key": "a", "label": "甲"}, {"key": "a", "label": "乙"}]
    assert "选项 a 重复" in refusal(kind="choices", options=options)
    again = {"key": "s", "title": "一", "fields": [field(), field()]}
    tree = {"key": "f", "title": "表", "version": "1", "follows": ["measures-2026"]}
    tree |= {"notice": "提示", "sections": [again], "layout": {"title": {"text": "表"}}}
    with pytest.raises(ValidationError, match="栏目的 key 重复：phone"):
        Form.model_validate(tree)


def test_a_group_must_be_declared() -> None:
    lonely = field(group="paths")
    with pytest.raises(ValidationError, match="「手机」的 group paths 未在 groups 中写出"):
        Section.model_validate({"key": "s", "title": "一", "fields": [lonely]})


def test_a_list_cannot_stand_in_the_table() -> None:
    rows = field(kind="rows", columns=[{"key": "a", "label": "甲"}])
    with pytest.raises(ValidationError, match="「手机」是 rows，不能放在 table 中"):
        Section.model_validate({"key": "s", "title": "一", "fields": [rows]})


def test_standing_says_what_is_asked() -> None:
    assert [field(required="true").standing, field(advised="true").standing, field().standing] == [
        "必填",
        "建议填写",
        "选填",
    ]


def test_the_plan_asks_what_the_official_template_asks(library: Library) -> None:
    plan = library.forms["pilot-plan"]
    assert [option.label for option in plan.field("focus_areas").options] == [
        "制造",
        "科技",
        "文化",
        "医疗",
        "金融",
        "农业",
        "旅游",
        "消费",
        "其他",
    ]
    kinds = [option.label for option in plan.field("participants").options]
    assert kinds == ["企业", "高等学校", "科研机构", "医疗卫生机构", "其他"]
    assert plan.field("focus_base").text == "人工智能基础底座领域（如数据、算法、模型等）"
    duties = [item.label for _, item in plan.fields if item.group == "duties"]
    assert duties == ["省级统筹层", "先导城市执行层", "创新主体实施层"]
    assert sum(item.group == "paths" for _, item in plan.fields) == 4


def test_every_field_of_the_official_template_is_the_basis_of_a_field(library: Library) -> None:
    wanted = {
        str(part.citation)
        for part in library.documents["pilot-plan-2026"].walk()
        if part.citation.steps[-1].unit in {"field", "option"}
    }
    plan = library.forms["pilot-plan"]
    cited = {basis for _, item in plan.fields for basis in item.basis}
    cited |= {basis for _, item in plan.fields for one in item.options for basis in one.basis or ()}
    covered = {
        part for part in wanted if any(f"{basis}/".startswith(f"{part}/") for basis in cited)
    }
    assert covered == wanted


def test_what_only_the_draft_asks_is_never_required(library: Library) -> None:
    application = library.forms["review-application"]
    only_draft = {item.key: item for _, item in application.fields if item.only_draft}
    assert set(only_draft) == {"steps", "data_type", "data_cleaning", "risk_misuse"}
    for item in only_draft.values():
        assert item.standing == "选填"
        assert all(basis.startswith("measures-2025-draft/") for basis in item.basis)


def test_the_risk_file_and_the_commitment_are_attachments(library: Library) -> None:
    application = library.forms["review-application"]
    assert [section.title for section in application.attachments] == [
        "科技伦理风险评估情况、防控及应急处理预案",
        "科技伦理风险清单",
        "承诺书",
    ]
    assert application.fields[-1][1].key == "promise_date"


def test_both_forms_open_with_the_notice(library: Library) -> None:
    for form in library.forms.values():
        assert form.notice.startswith("请勿填写国家秘密、工作秘密")
