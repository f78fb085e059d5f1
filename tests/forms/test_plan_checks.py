"""Each kind of check: what it finds, and what it leaves alone."""

import datetime
from typing import Any

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.forms.answers import Answers
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.paper import Paper
from lawbook.forms.values import Chosen
from lawbook.library.library import Library

UNITS = "{day: {日: 1, 个工作日: 1.4, 个月: 30}, hour: {小时: 1, 日: 24}, person: {人: 1}}"


def found(library: Library, checks: str, altered: Any = None, **values: Any) -> list[str]:
    rules = rule(library, checks)
    paper = Paper(library.forms["pilot-plan"], Answers("pilot-plan", values), altered)
    return [f"{one.field} {one.reason}" for one in rules.findings(paper)]


def rule(
    library: Library, checks: str, more: str = "level: warns", form: str = "pilot-plan"
) -> plan_checks.PlanChecks:
    text = f"""
key: plan-checks
units: {UNITS}
rules:
  - key: one
    applies_to: {form}
    checks: {{{checks}}}
    message: "{{label}} {{part}}{{found}}{{limit}}"
    remedy: 改
    {more}
"""
    return plan_checks.read(yamlfile.parse(text, "r.yml"), library.forms)


@pytest.mark.parametrize(
    "checks",
    [
        "kind: told_count, field: goals, rows: units, about: 家, pattern: '([0-9]+)家$'",
        "kind: told_count, field: goals, rows: units, about: '家$', pattern: '([0-9]+)家'",
        "kind: told_sum, field: goals, about: 家, total: '共([0-9]+)$', parts: [甲], none: 无",
        "kind: row_names, field: units, column: name, rows: units, name_column: name, other: '局$'",
    ],
)
def test_no_kind_takes_a_pattern_that_browsers_read_differently(
    library: Library, checks: str
) -> None:
    assert rule(library, checks.replace("$", ""))
    with pytest.raises(ProblemsFound, match=r"正则中的 \$"):
        rule(library, checks)


def test_same(library: Library) -> None:
    checks = "kind: same, fields: [city, organiser]"
    assert found(library, checks, city="甲", organiser="乙")[0].startswith("city 申报城市")
    assert found(library, checks, city="甲 Ａ", organiser="甲A") == []
    assert found(library, checks, city="甲") == []


def test_matches(library: Library) -> None:
    checks = "kind: matches, field: organiser, pattern: '.*{place}人民政府'"
    assert len(found(library, checks, organiser="乙市人民政府", place="甲市")) == 1
    assert found(library, checks, organiser="丙省甲.人民政府", place="甲.") == []
    assert len(found(library, checks, organiser="丙省甲市人民政府", place="甲.")) == 1
    assert found(library, checks, organiser="乙市人民政府") == []


def test_printed(library: Library) -> None:
    checks = "kind: printed, field: focus_base"
    assert len(found(library, checks, ("focus_base",))) == 1
    assert found(library, checks, ()) == []
    assert found(library, checks) == []


def test_left(library: Library) -> None:
    checks = "kind: left, fields: all, hints: true, at: anywhere, phrases: [XX市]"
    assert "XX市" in found(library, checks, results="由XX 市牵头")[0]
    hint = library.forms["pilot-plan"].field("goals").hint
    assert len(found(library, checks, goals=f"甲{hint}乙")) == 1
    line = "kind: left, fields: [goals], at: line, phrases: [阐述]"
    assert len(found(library, line, goals="一、阐述目标")) == 1
    assert found(library, line, goals="一、目标的阐述") == []


def test_ticked_text(library: Library) -> None:
    checks = "kind: ticked_text, field: focus_areas, option: other"
    assert len(found(library, checks, focus_areas=(Chosen("other"),))) == 1
    assert found(library, checks, focus_areas=(Chosen("other", "航运"),)) == []


@pytest.mark.parametrize(
    ("direction", "expected"), [("ticked_listed", "高等学校"), ("listed_ticked", "科研机构")]
)
def test_ticked_listed(direction: str, expected: str, library: Library) -> None:
    checks = (
        "kind: ticked_listed, field: participants, rows: units, column: kind, name_column: name,"
        f" direction: {direction}, words: {{enterprise: [公司]}}"
    )
    ticked = (Chosen("enterprise"), Chosen("university"))
    units = (("甲公司", "", ""), ("乙所", "科研机构", ""))
    (one,) = found(library, checks, participants=ticked, units=units)
    assert expected in one


def test_ticked_mentioned(library: Library) -> None:
    checks = (
        "kind: ticked_mentioned, field: focus_areas, in: [goals, units], beside: true,"
        " words: {medicine: [医院]}"
    )
    areas = (Chosen("medicine"), Chosen("other", "航运、港口"))
    assert len(found(library, checks, focus_areas=areas)) == 2
    units = (("某医院", "", "港 口调度"),)
    assert found(library, checks, focus_areas=areas, units=units) == []


def test_parts(library: Library) -> None:
    checks = (
        "kind: parts, field: path_centre, parts: [{part: 依托, any: [依托], lead: 4,"
        " or_anywhere: [设在]}, {part: 复核, any: [复核], without: [复核前]}]"
    )
    assert len(found(library, checks, path_centre="一、依托某所。复核前完成")) == 1
    assert len(found(library, checks, path_centre="机构要有条件才可依托；复核由他所做")) == 1
    assert found(library, checks, path_centre="中心的场所设在某所；复核由他所做") == []
    assert found(library, checks) == []


def test_at_least(library: Library) -> None:
    checks = "kind: at_least, fields: [goals], chars: 4"
    assert found(library, checks, goals="一 二\n三") == ["goals 工作目标 {part}{found}4"]
    assert found(library, checks, goals="一二三四") == []


def test_periods(library: Library) -> None:
    checks = "kind: periods, fields: [schedule], not_before: apply_date, in_future: [schedule]"
    day = datetime.date(2027, 2, 15)
    assert len(found(library, checks, schedule="2027年3月1日至2月1日", apply_date=day)) == 1
    assert len(found(library, checks, schedule="2027年1月挂牌", apply_date=day)) == 1
    assert (
        found(library, checks, schedule="2027年2月挂牌，至4月；2027年3月至5月", apply_date=day)
        == []
    )


def test_a_rule_on_weak_ground_cannot_fail(library: Library) -> None:
    for more in ("level: fails", "level: fails\n    basis: [measures-2026]\n    confidence: one"):
        with pytest.raises(ProblemsFound, match="level 只能是 warns"):
            rule(library, "kind: same, fields: [city]", more)


def test_a_rule_that_names_an_unknown_field_is_refused(library: Library) -> None:
    with pytest.raises(ProblemsFound, match="one：没有栏目 nowhere"):
        rule(library, "kind: same, fields: [city, nowhere]")


WHERE = "{fields: [recommender, city], starts: [北京, 上海], any: [市经信局, 市政府]}"


def test_words_that_count_in_some_places_only(library: Library) -> None:
    part = f"{{part: 省级, any: [省], where: {WHERE}}}"
    checks = f"kind: parts, field: duty_province, parts: [{part}]"
    text = "市经信局统筹指导"
    assert found(library, checks, duty_province=text, city="上海市人民政府") == []
    assert len(found(library, checks, duty_province=text, city="云澜市人民政府")) == 1
    assert len(found(library, checks, duty_province="市卫健委", city="上海市人民政府")) == 1


def test_a_shape_that_holds_in_some_places_only(library: Library) -> None:
    checks = f"kind: matches, field: recommender, pattern: '.*省.*', where: {WHERE}"
    assert found(library, checks, recommender="市经信局", city="北京市人民政府") == []
    assert len(found(library, checks, recommender="市经信局", city="云澜市人民政府")) == 1


def test_a_field_that_where_names_exists(library: Library) -> None:
    checks = "kind: matches, field: city, pattern: x, where: {fields: [no], starts: [a], any: [b]}"
    with pytest.raises(ProblemsFound, match="没有栏目 no"):
        rule(library, checks)


MUNICIPAL = {
    "北京市": ("北京市经济和信息化局", "市经济和信息化局"),
    "上海市": ("上海市经济和信息化委员会", "市经济信息化委"),
    "天津市": ("天津市工业和信息化局", "市工信局"),
    "重庆市": ("重庆市经济和信息化委员会", "市经济信息委"),
}


@pytest.mark.parametrize("place", MUNICIPAL)
def test_the_department_of_a_municipality_is_a_provincial_one(place: str, library: Library) -> None:
    checks = plan_checks.load(library.root, library.forms)
    assert checks is not None
    whole, short = MUNICIPAL[place]
    for name in (whole, short, f"{place}{short[1:]}"):
        values = {
            "city": f"{place}人民政府",
            "organiser": f"{place}人民政府",
            "place": place,
            "recommender": name,
            "duty_province": f"{short}统筹指导，组织专家复核。",
            "duty_city": f"{short}牵头负责日常工作。",
        }
        paper = Paper(library.forms["pilot-plan"], Answers("pilot-plan", values))
        said = {one.rule for one in checks.findings(paper)}
        assert not said & {
            "recommender-is-provincial",
            "recommender-is-for-industry",
            "duty-province",
            "duty-city",
        }, name


def test_the_department_of_another_city_is_none(library: Library) -> None:
    checks = plan_checks.load(library.root, library.forms)
    assert checks is not None
    values = {
        "city": "云澜市人民政府",
        "recommender": "云澜市工业和信息化局",
        "duty_province": "市经信局统筹指导",
    }
    paper = Paper(library.forms["pilot-plan"], Answers("pilot-plan", values))
    said = [one.rule for one in checks.findings(paper) if not one.advice]
    assert said == ["recommender-is-provincial", "duty-province"]
