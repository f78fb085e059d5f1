import datetime
from typing import Any

from lawbook.forms.answers import Answers
from lawbook.forms.normal import normalised, one_line, without_hint
from lawbook.forms.values import Chosen
from lawbook.library.library import Library


def of(library: Library, **values: Any) -> tuple[dict[str, Any], list[str]]:
    form = library.forms["pilot-plan"]
    normal = normalised(form, Answers("pilot-plan", values))
    return dict(normal.answers.values), [str(change) for change in normal.changes]


def test_what_is_in_order_is_not_changed(library: Library) -> None:
    values = {
        "city": "云澜市人民政府",
        "apply_date": datetime.date(2026, 9, 3),
        "focus_areas": (Chosen("medicine"), Chosen("other", "航运")),
        "units": (("甲", "企业", ""),),
        "goals": "一、目标\n- 甲",
    }
    assert of(library, **values) == (values, [])


def test_each_change_is_reported_under_its_label(library: Library) -> None:
    values, changes = of(
        library,
        city=" 云澜市\n人民政府",
        contact_mobile="１３８０００００００００",
        goals="甲\0乙",
        results="　甲\n\n\n乙　",
        focus_areas=(Chosen("other", "：航运"), Chosen("medicine", "影像")),
        units=(("", "", ""),),
        schedule="主要包括各项工作的时间安排。",
    )
    assert values == {
        "city": "云澜市人民政府",
        "contact_mobile": "１３８０００００００００",  # one figure too many: no mobile number
        "goals": "甲\ufffd乙",
        "results": "甲\n乙",
        "focus_areas": (Chosen("medicine"), Chosen("other", "航运")),
    }
    assert changes == [
        "「申报城市」: 多余的空白和空行已去掉",
        "「可选的重点领域」: 空行、重复项或不需要的文字已去掉",
        "「工作目标」: 不能保存的控制字符已换成“\ufffd”",
        "「工作计划」: 只有空白或填写说明，按未填处理",
        "「预期成效」: 多余的空白和空行已去掉",
        "「单位清单」: 只有空白或填写说明，按未填处理",
    ]


def test_figures_become_narrow_where_a_pattern_asks_for_them(library: Library) -> None:
    values, changes = of(library, contact_mobile="１３８００００００００", contact_name="甲１")
    assert values == {"contact_mobile": "13800000000", "contact_name": "甲１"}
    assert changes == ["「联系人手机」: 全角字符已改为半角：13800000000"]


def test_instructions_around_an_answer_go() -> None:
    assert without_hint("（说明）云澜", ("（说明）",)) == "云澜"
    assert without_hint(" （说 明）", ("（说明）",)) == ""
    assert without_hint("云（说明）澜", ("（说明）",)) == "云（说明）澜"


def test_a_title_that_the_form_makes_is_left_to_it(library: Library) -> None:
    form = library.forms["pilot-plan"]
    made = "云澜市“人工智能科技伦理审查与服务先导计划”行动实施方案"
    for title, kept in ((made, ""), (form.title, ""), (f"{made}（草稿）", f"{made}（草稿）")):
        assert normalised(form, Answers(form.key, {}, title=title)).answers.title == kept


def test_lines_are_joined_without_a_blank_between_chinese_signs() -> None:
    assert one_line("甲\r\n 乙\n\nA\rB") == "甲乙 A B"
