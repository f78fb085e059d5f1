"""Kinds of checks that hold the parts of an application against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lawbook.base import yamlfile
from lawbook.forms.answers import Answers
from lawbook.forms.plan import checks as plan_checks
from lawbook.forms.plan.paper import Paper
from lawbook.library.library import Library

RISKS = "rows: risks, name: risk, person: person, time: time, level: likelihood, text: controls"
AT = "漏报跌倒 风险防控计划"
RULE = "{key: one, applies_to: review-application, level: warns, remedy: 改, message: '{found}', "


def found(library: Library, checks: str, **values: Any) -> list[str]:
    """Field, place and words of what a rule finds in an application."""
    form = library.forms["review-application"]
    file = yamlfile.parse(f"key: few\nrules: [{RULE}checks: {{{checks}}}}}]", "few.yml")
    rule = plan_checks.read(file, library.forms).rules[0].checks
    hits = rule.hits(Paper(form, Answers(form.key, values)), {})
    return [" ".join([hit.field, *map(str, hit.spot), *hit.words.values()]) for hit in hits]


def people(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple((name, work, "", "") for name, _, work in (row.partition(" ") for row in rows))


def risks(*rows: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split("|")) for row in rows)


def test_lacks(library: Library) -> None:
    checks = (
        "kind: lacks, rows: people, column: name, "
        "asks: [{field: testing, part: 由谁测试, says: 由, named: true}]"
    )
    assert found(library, checks, testing="测500次") == ["testing 由谁测试"]
    assert found(library, checks, testing="由学院测试") == []
    assert found(library, checks, testing="安可期测", people=people("安可期")) == []
    assert found(library, checks) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("漏报跌倒|低||安可期|2027年4月30日前", []),
        (
            "漏报跌倒|低||马寻鹿|2027年4月30日前",
            ["risks 0 person 马寻鹿 安可期 漏报跌倒 风险防控计划"],
        ),
        (
            "漏报跌倒|低||安可期|2027年5月1日前",
            [f"risks 0 time 2027年5月1日 2027年4月30日 {AT}"],
        ),
        ("漏报跌倒|较高||护士长|每周", ["risks 0 likelihood 高 低 漏报跌倒 预期应用风险评估"]),
        ("误报|高||马寻鹿|2028年1月1日前", []),
    ],
)
def test_rows_agree(library: Library, row: str, expected: list[str]) -> None:
    checks = f"kind: rows_agree, {RISKS}, levels: risk_use, names: people, names_column: name"
    got = found(
        library,
        checks,
        risks=risks(row),
        people=people("安可期", "马寻鹿"),
        controls="漏报跌倒：每周测试设备；安可期，2027年4月30日前。",
        risk_use="漏报跌倒：得不到救助；可能性低，程度高。",
    )
    assert got == expected


def test_more_told_and_untold(library: Library) -> None:
    more = "kind: more_told, rows: risks, column: risk, field: risk_use, pattern: 可能性"
    rows = risks("漏报跌倒|||", "误报、扰眠|||")
    told = "漏报，可能性低。误报，可能性中。扰眠，可能性低。"
    assert found(library, more, risks=rows, risk_use=told) == []
    assert found(library, more, risks=rows, risk_use=f"{told}触电，可能性低。") == [
        "risks 3 4 预期应用风险评估"
    ]
    assert found(library, more, risks=rows, risk_use="1.甲可能性\n2.乙可能性\n3.可能性可能性") == []

    checks = "kind: untold, rows: risks, column: risk, besides: measure, field: controls"
    rows = risks("漏报||夜巡保留||", "误报||先敲门||", "理由不清||三条理由模板||")
    assert found(library, checks, risks=rows, controls="漏报：夜巡。误报：敲门。") == [
        "controls 理由不清"
    ]
    assert found(library, checks, risks=rows, controls="漏报、误报；给出三条理由模板。") == []
    assert found(library, checks, risks=rows, controls="另行规定。") == []


def test_denied_of_one_kind(library: Library) -> None:
    checks = (
        "kind: denied, fields: [overview], in: [products, overview], "
        "denial: '不(?:装|用于)(摄像头|催收)', "
        "alike: [[摄像头, 相机]], unless: 不, says: '用于|台', itself: true"
    )
    assert found(library, checks, overview="不装摄像头。", products="相机3台") == [
        "products 相机3台 摄像头 科技活动概况"
    ]
    assert found(library, checks, overview="不装摄像头。", products="相机") == []
    assert found(library, checks, overview="不用于催收；也用于催收") == [
        "overview 也用于催收 催收 科技活动概况"
    ]


def test_a_risk_that_stands_twice_is_the_same_to_the_sign(library: Library) -> None:
    checks = "kind: twice, field: risks, column: risk"
    rows = ("误报率低于9.5%|高|核对|随时|安可期", "误报率低于95%|高|核对|随时|安可期")
    assert found(library, checks, risks=risks(*rows)) == []
    assert found(library, checks, risks=risks(*rows, rows[0])) == ["risks 2 risk 误报率低于9.5%"]


@pytest.mark.parametrize("between", ["｜", " |\t", f"{' ' * 99}｜\t\t", "｜" * 99])
def test_a_row_of_controls_that_tells_nothing_is_seen_however_wide_its_columns(
    library: Library, root: Path, between: str
) -> None:
    rule = _rule(library, root, "control-rows-are-whole")
    row = between.join(["漏报跌倒", "—", "待定"])
    told = "".join(row.split())[:16]  # what is shown of so long a row
    for text, seen in ((f"泄露｜护士长\n{row}", [told]), (row.replace("待定", "护士长"), [])):
        paper = Paper(library.forms["review-application"], Answers("", {"controls": text}))
        assert [hit.words["found"] for hit in rule.checks.hits(paper, {})] == seen


@pytest.mark.parametrize(
    ("text", "is_praise"),
    [
        ("项目意义重大，严格落实国家和本市的各项规定、具有重要的社会、经济意义。", True),
        ("加强管理，确保各个环节的数据安全万无一失！填补国内、国际同类研究的空白。", True),
        ("项目意义重大，确保系统安全、具有良好的性能。", True),
        ("项目意义重大，严格落实国家和本市的各项规定、由两人复核。具有3项意义。", False),
    ],
)
def test_praise_is_seen_however_its_clauses_are_parted(
    library: Library, root: Path, text: str, is_praise: bool
) -> None:
    rule = _rule(library, root, "praise-is-no-answer")
    paper = Paper(library.forms["review-application"], Answers("", {"purpose": text}))
    assert [hit.field for hit in rule.checks.hits(paper, {})] == ["purpose"] * is_praise


def _rule(library: Library, root: Path, key: str) -> plan_checks.PlanRule:
    file = yamlfile.read(root / "data/rules/application-checks.yml")
    [rule] = [rule for rule in plan_checks.read(file, library.forms).rules if rule.key == key]
    return rule
