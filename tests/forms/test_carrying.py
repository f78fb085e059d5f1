"""What a plan says already stands in the report on it: the same in Python and in the browser."""

from __future__ import annotations

from random import Random
from types import MappingProxyType

import hostile
import pytest
import scripts

from lawbook.forms.answers import Answers, reading
from lawbook.forms.carry import Carry
from lawbook.forms.carrying import carried, faults, figures, together
from lawbook.library.library import Library

PLAN, SUMMARY, TASKS = "pilot-plan", "pilot-summary", "pilot-tasks"


def _plan(library: Library) -> Answers:
    return reading(library.forms[PLAN], library.examples["pilot-plan-yunlan"]).answers


def test_the_report_begins_with_the_plans_goals_numbers_and_units(library: Library) -> None:
    begun = carried(library.forms[SUMMARY], library.forms[PLAN], _plan(library))
    assert begun.text("city") == "云澜市人民政府"
    assert begun.text("recommender") == "东江省工业和信息化厅"
    goal = begun.rows("goals")[4]
    assert goal[0].startswith("（三）服务。建成市人工智能科技伦理审查与服务中心")
    assert goal[1:] == ("12名、不少于60项、不少于100家次", "", "", "", "")
    assert begun.rows("units")[4] == (
        "云澜大学（虚构）",
        "高等学校",
        "结对帮建委员会，承担委员培训",
        "",
    )
    assert len(begun.rows("schedule")) == 5
    assert "虚构示例" in begun.mark
    assert "report_date" not in begun.values


def test_a_list_in_the_plans_text_becomes_rows_too(library: Library) -> None:
    text = "**总体**：新设15家。\n\n- 培训4期\n| 季度 | 数 |\n|---|---|\n| 一 | 3项 |"
    plan = Answers(PLAN, MappingProxyType({"goals": text}))
    rows = carried(library.forms[SUMMARY], library.forms[PLAN], plan).rows("goals")
    assert [row[:2] for row in rows] == [
        ("总体：新设15家。", "15家"),
        ("培训4期", "4期"),
        ("季度｜数", ""),
        ("一｜3项", "3项"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("不少于60项，24家", "不少于60项、24家"),
        ("6个月内、2个工作日内、30日内、2027年", ""),
        ("按期办结率不低于98.5%", "不低于98.5%"),
        ("2项以上", "2项以上"),
        ("服务100家次、600人次", "100家次、600人次"),
    ],
)
def test_a_time_is_no_figure(text: str, found: str) -> None:
    assert figures(text) == found


def test_the_browser_carries_the_same(library: Library) -> None:
    dice = Random(12)
    plans = [_plan(library)]
    plans += [scripts.whole(hostile.answers(dice, library.forms[PLAN])) for _ in range(150)]
    asked = [
        {
            "act": "carried",
            "key": SUMMARY,
            "origin": PLAN,
            "answers": scripts.in_browser(plan),
        }
        for plan in plans
    ]
    want = [
        scripts.in_browser(carried(library.forms[SUMMARY], library.forms[PLAN], plan))["values"]
        for plan in plans
    ]
    tasks = reading(library.forms[TASKS], library.examples["pilot-tasks-yunlan"]).answers
    some = {PLAN: plans[0], TASKS: tasks}
    origins = [
        {"origin": key, "answers": scripts.in_browser(one)} for key, one in reversed(some.items())
    ]
    form = library.forms[SUMMARY]
    both = together(form, {key: carried(form, library.forms[key], some[key]) for key in some})
    asked.append({"act": "together", "key": SUMMARY, "origins": origins})
    assert scripts.asked(library, asked) == [*want, scripts.in_browser(both)["values"]]


def test_a_field_carried_from_nowhere_is_named(library: Library) -> None:
    form = library.forms[SUMMARY]
    other = {SUMMARY: form, PLAN: form}
    found = {field.key: message for field, message in faults(other, form)}
    assert found["results"] == "carries：栏目 results 是 rows，应为 long_text"
    assert "goals" in found
    assert list(faults(library.forms, form)) == []


def test_votes_and_views_are_carried_into_nothing_that_an_applicant_receives(
    library: Library,
) -> None:
    form = library.forms["review-decision"]
    section = form.sections[0]
    reason = section.fields[10]
    assert reason.key == "reason"
    spying = {"form": "review-minutes", "field": "recorder"}
    field = reason.model_copy(update={"carries": (Carry.model_validate(spying),)})
    other = form.model_copy(update={"sections": (section.model_copy(update={"fields": (field,)}),)})
    other.__dict__.pop("fields", None)
    assert [message for _, message in faults(library.forms, other)] == [
        "carries：科技伦理审查会议记录「记录人」没有写 for: applicant，不能带入"
    ]


def test_a_hint_that_quotes_a_fact_has_its_words(library: Library) -> None:
    for _, field in library.forms[SUMMARY].fields:
        for key in field.see:
            words = library.fact(key).fact.rstrip("。")
            assert field.hint is not None
            assert field.hint.startswith(f"{words}（待核实，对照通知原文）。")


def test_every_field_of_the_report_is_our_advice(library: Library) -> None:
    for _, field in library.forms[SUMMARY].fields:
        assert field.basis == ("本指南建议",)
        assert not field.required
