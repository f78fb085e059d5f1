"""Checks of numbers, members, rounds, offices and dates that hold without lists of things."""

import datetime
import re
from typing import Any

import pytest
from test_plan_checks import found as found_with_places
from test_plan_checks import rule

from lawbook.base.problem import ProblemsFound
from lawbook.checks import filled_form
from lawbook.forms.answers import Answers
from lawbook.forms.plan.paper import Paper
from lawbook.library.library import Library

LONELY = (
    "kind: lonely, judged: {results: [家]}, known: [goals, schedule, results], "
    "units: {家: 家, 个: 家, 名: 名}, unless: '累计[^#]*#|#负责'"
)
MEMBERS = (
    "kind: members, fields: [path_centre], units: [名, 人, 家], alike: {人: 名}, full: [名, 人]"
)
ROUNDS = "kind: rounds, fields: [path_guidance], told: [goals]"
OFFICES = (
    "kind: offices, fields: [duty_city, schedule], topics: [科学技术|科创], unless: 以下简称, "
    "names: '([市省])(?=([一-龥]{2,9}?局))'"
)
IN_TIME = "kind: in_time, field: schedule, than: goals, unless: 每年"
APPLIED = "kind: applied, field: apply_date, work: [schedule], unless: 每年"


def said(library: Library, checks: str, **values: Any) -> list[str]:
    """What a rule finds, without the label and the places of its message that it leaves open."""
    lines = found_with_places(library, checks, **values)
    return [re.sub(r"\{[a-z]+\}", "", line.split(" ")[-1]) for line in lines]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("委员会12家", []),
        ("委员会21家", ["21家"]),
        ("新设7家，委托5家", []),  # together 12
        ("其余9家委托", []),  # 12 less 3
        ("另有8家委托", ["8家"]),
        ("累计21家", []),
        ("21家负责", []),
        ("3家", []),  # too few to say
        ("服务21名", []),  # not asked
    ],
)
def test_a_number_that_no_other_answer_tells(
    library: Library, results: str, expected: list[str]
) -> None:
    texts = {"goals": "委员会12家，分中心3个", "schedule": "设十二家", "results": results}
    assert said(library, LONELY, **texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专职10名（算法4名、伦理6名）", []),
        ("专职10名（算法4名、伦理5名）", ["10名9名"]),
        ("专职十二名：审查6、服务4、联络4", ["12名14名"]),
        ("专职10名：审查6、服务4，兼职专家20名", []),
        ("专职10名，其中算法4名、伦理2名", []),  # not all are named
        ("专职10名，其中算法4名、伦理2名、法律2名", ["10名8名"]),
        ("专职10名，其中算法8名、伦理4名", ["10名12名"]),
        ("人员10名，由大学派6名、招聘4名，包括算法7名、伦理3名", []),
        ("单位30家：企业20家，学校10家，其中公办5家", []),
        ("每家2名，共8家", []),
    ],
)
def test_members_and_their_whole(library: Library, text: str, expected: list[str]) -> None:
    assert said(library, MEMBERS, path_centre=text) == expected


@pytest.mark.parametrize(
    ("guidance", "goals", "expected"),
    [
        ("培训4期，每期60人，共240人次", "", []),
        ("培训4期，每期60人，共300人次", "", ["4期、每期60人240人"]),
        ("分两批培训，每批二十名，合计60名", "", ["两批、每批二十名40人"]),
        ("培训4期，每期60人", "培训240人次", []),
        ("培训4期，每期60人", "培训320人次", ["4期、每期60人240人"]),
        ("培训4期，每期60人", "咨询320人次", []),
        ("每月1期，每期60人", "培训320人次", []),
    ],
)
def test_rounds_and_how_many_come(
    library: Library, guidance: str, goals: str, expected: list[str]
) -> None:
    texts = {"path_guidance": guidance, "goals": goals}
    assert said(library, ROUNDS, **{key: text for key, text in texts.items() if text}) == expected


@pytest.mark.parametrize(
    ("guidance", "expected"),
    [
        ("培训6期、每期60人，共350人次", ["6期、每期60人360人"]),
        ("每月2期，共12期，每期40人，合计480人次", []),
        ("4月、5月、6月各1期，每期50人，共150人次", []),
        ("共6期，前5期每期70人、最后一期50人，合计400人次", []),
    ],
)
def test_rounds_that_are_not_all_are_no_factor(
    library: Library, guidance: str, expected: list[str]
) -> None:
    assert [line[:12] for line in said(library, ROUNDS, path_guidance=guidance)] == expected
    assert bool(said(library, "kind: reckoned, fields: all", path_guidance=guidance)) == bool(
        expected
    )


def test_rules_of_one_kind_speak_once(library: Library) -> None:
    rules = filled_form.rules(library)
    assert rules
    texts = {
        "goals": "新设委员会8家，办结审查40项，培训300人次",
        "results": "新设委员会9家，办结审查50项，培训350人次",
        "path_network": "甲",
    }
    paper = Paper(library.forms["pilot-plan"], Answers("pilot-plan", texts))
    once = {rule.key: rule.once for rule in rules.rules if rule.once}
    told = [once[one.rule] for one in rules.findings(paper) if one.rule in once]
    assert told.count("agree") == 1
    assert len(told) == len(set(told))
    assert len([one for one in rules.findings(paper) if not one.advice]) == 3  # all parts
    with pytest.raises(ProblemsFound, match="once"):
        rule(library, ROUNDS, "level: fails\n    once: reckoned")


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("新设委员会8家，总数达到15家", []),
        ("新设委员会十八家，总数达到二十六家", ["新设委员会18家，总数达到26家8"]),
        ("新设20家，累计15家", ["新设20家，累计15家-5"]),
        ("新设8家，总数由7家增至15家", []),
        ("由7家增至15家（新设9家）", ["由7家增至15家（新设9家8"]),
        ("新设1家，共2家", []),
    ],
)
def test_what_is_new_and_the_whole(library: Library, goals: str, expected: list[str]) -> None:
    checks = "kind: grown, fields: [goals], base: foundation"
    assert said(library, checks, goals=goals, foundation="委员会7家") == expected


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("市科创局抽查", ["科创局"]),
        ("市科学技术局抽查", []),
        ("省科创局指导", []),  # of another level
        ("市能源管理局检查", ["能源管理局"]),  # the same two signs
        ("市科创局（以下简称市科创局）", []),
    ],
)
def test_offices_for_one_thing(library: Library, schedule: str, expected: list[str]) -> None:
    texts = {"duty_city": "市科学技术局登记，市能源局配合", "schedule": schedule}
    assert said(library, OFFICES, **texts) == expected


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("1月至6月", []),  # of the goals' year
        ("1月至8月", ["8月"]),
        ("2027年10月1日至12月31日；次年1月总结", ["次年1月"]),
        ("2027年三季度总结", ["2027年三季度"]),
        ("每年9月报告", []),
        ("2027年6月", []),  # the day is open
    ],
)
def test_days_without_their_year(library: Library, schedule: str, expected: list[str]) -> None:
    goals = "2027年1月4日至6月20日"
    assert said(library, IN_TIME, goals=goals, schedule=schedule) == expected


def test_the_day_of_application_lies_before_the_work(library: Library) -> None:
    def at(month: int, day: int) -> list[str]:
        date = datetime.date(2026, month, day)
        return said(library, APPLIED, apply_date=date, schedule="6月1日至8月31日，2026年")

    assert at(6, 1) == []
    assert at(6, 2) == ["2026年6月2日6月1日"]


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("1月4日至2月28日启动。3月1日至4月30日建设。5月1日至6月30日总结", []),
        (
            "1月4日至2月28日启动。4月1日至30日建设。5月1日至6月30日总结",
            ["1月4日至2月28日"],
        ),
        ("2027年1月，启动。2027年2月，建设。2027年5月至6月，总结", ["2027年2月"]),
        ("10月1日至12月31日；次年1月1日至2月28日；次年3月1日至4月30日", []),
        ("1月4日至2月28日启动。5月1日至6月30日总结", []),  # two say nothing
    ],
)
def test_steps_without_their_year(library: Library, schedule: str, expected: list[str]) -> None:
    checks = "kind: steps, field: schedule, than: goals, days: 25"
    assert said(library, checks, goals="2027年完成", schedule=schedule) == expected


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("1月启动，成立工作专班。3月建设服务中心。6月总结，形成报告", []),
        ("1月启动。3月建设。最后总结全部工作并形成总结报告", ["最后总结全部工作并形成总结报告"]),
        ("1月启动，成立工作专班\n3月建设\n- 随后总结全部工作，形成完整报告\n6月", []),
        ("1月启动\n3月建设\n专班每月调度全部工作，形成会议纪要\n6月总结", []),
        ("1月启动\n随后建设全部工作，形成完整报告\n最后总结全部工作，形成完整报告", []),
        ("1月启动\n3月建设\n1.2.3.4.5.6.7.8.9.\n6月", []),  # numbers without words
    ],
)  # fmt: skip
def test_a_step_without_a_date(library: Library, schedule: str, expected: list[str]) -> None:
    checks = "kind: undated, field: schedule, unless: 每月"
    assert said(library, checks, schedule=schedule) == expected
