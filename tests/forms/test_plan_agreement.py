"""Checks that hold answers against each other: numbers, names, days, what is denied."""

import re
from typing import Any

import pytest
from test_plan_checks import found as found_with_places

from lawbook.library.library import Library

COUNTS = "kind: quantities, fields: [goals, schedule, results], units: [家, 名, 公里, 个], "
TERMS = "kind: quantities, exact: true, fields: [goals, results], units: ['%', 日]"
DENIED = (
    "kind: denied, fields: [foundation], in: [goals, results], "
    "denial: '不(?:采集|使用)([一-龥、]{2,12})', unless: '不|没有'"
)
STRANGE = (
    "kind: strange, fields: [goals, results], own: [place], "
    "titles: '开展“([^”]+)”研究', words: [飞行, 返航, 学生]"
)


def found(library: Library, checks: str, **values: Any) -> list[str]:
    """What a rule finds; its message has no word for the places that it leaves open."""
    lines = found_with_places(library, checks, **values)
    return [re.sub(r"\{[a-z]+\}", "", line) for line in lines]


def rows(*names: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((name, "企业", "") for name in names)


@pytest.mark.parametrize(
    ("more", "texts", "expected"),
    [
        ("", ("审查企业12家", "", "企业21家接受审查"), ["results 预期成效 企业21家12家"]),
        ("", ("审查企业十二家", "", "12家企业"), []),
        ("", ("审查企业12家", "企业5家，再有企业7家", ""), []),
        ("", ("委员7名", "委员2名核对", ""), []),  # so few are a part
        ("", ("", "投诉0名", "投诉12名"), []),  # nought is no slip of another number
        ("", ("线路6家", "学校9家", ""), []),
        ("", ("企业40家", "企业40家", "企业60家"), ["results 预期成效 企业60家40家"]),
        ("fewer: [schedule], ", ("企业40家", "企业30家", ""), []),
        ("", ("企业40家", "企业30家", ""), ["schedule 工作计划 企业30家40家"]),
        ("", ("管线96公里", "69公里每周一次", ""), []),
        ("bare: [公里], ", ("管线96公里", "69公里", ""), ["schedule 工作计划 公里69公里96公里"]),
        ("", ("满意的企业12个月后", "", "企业6个月后"), []),
        ("unsaid: [企业], ", ("企业40家", "企业30家", ""), []),
    ],
)  # fmt: skip
def test_quantities(
    library: Library, more: str, texts: tuple[str, str, str], expected: list[str]
) -> None:
    given = dict(zip(("goals", "schedule", "results"), texts, strict=True))
    checks = (COUNTS + more).strip(", ")
    assert found(library, checks, **{key: text for key, text in given.items() if text}) == expected


def test_exact_quantities(library: Library) -> None:
    def said(goals: str, results: str) -> list[str]:
        return found(library, TERMS, goals=goals, results=results)

    assert said("合格率不低于百分之八十", "合格率达到90%") == ["results 预期成效 格率90%80%"]
    assert said("合格率由52%提高到75%", "合格率75%") == []
    assert said("原图30日内删除，告示7日", "告示30日内张贴") == []  # of another thing
    assert said("原图30日内删除", "原图180日内删除") == ["results 预期成效 原图180日30日"]


def test_unlisted(library: Library) -> None:
    checks = (
        "kind: unlisted, fields: [goals], rows: units, column: name, own: [contact_name], "
        "pattern: '由([一-龥]{3})(?:负责|牵头)'"
    )
    assert found(library, checks, goals="由宋予安负责", units=rows("甲")) == [
        "goals 工作目标 宋予安"
    ]
    assert found(library, checks, goals="由宋予安牵头", contact_name="宋予安") == []
    assert found(library, checks, goals="由宋予安牵头") == []


def test_denied(library: Library) -> None:
    def said(goals: str) -> list[str]:
        return found(library, DENIED, foundation="不采集人脸和学生的声音。", goals=goals)

    assert said("保存人脸") == ["goals 工作目标 人脸保存人脸"]
    assert said("录下学生讲话的声音") == ["goals 工作目标 学生的声音录下学生讲话的声音"]
    assert said("不保存人脸，老师的声音") == []


def test_strange(library: Library) -> None:
    def said(results: str, goals: str = "建成中心") -> list[str]:
        return found(library, STRANGE, place="临汐市", goals=goals, results=results)

    assert said("飞行以后返航") == ["results 预期成效 飞行、返航"]
    assert said("飞行以后返航", "飞行演练") == []
    assert said("飞行") == []
    assert said("开展“望洲智慧农业”研究") == ["results 预期成效 望洲智慧农业"]
    assert said("开展“临汐市治理”研究") == []


@pytest.mark.parametrize(
    ("checks", "schedule", "expected"),
    [
        ("kind: begins, fields: [goals, schedule]", "2027年4月至5月", ["2027年4月2027年3月"]),
        ("kind: begins, fields: [goals, schedule]", "2027年3月1日至11月", []),
        ("kind: begins, fields: [goals, schedule]", "2027年11月底前", []),
        ("kind: begins, fields: [goals, schedule], unless: 审查", "2027年1月审查；3月至11月", []),
        ("kind: begins, fields: [goals, schedule], ends: true", "2027年3月至9月", ["9月11月"]),
        ("kind: begins, fields: [goals, schedule], ends: true", "2027年3月至12月", []),
        ("kind: lasts, fields: [schedule]", "2027年3月至2028年1月，共10个月", []),
        ("kind: lasts, fields: [schedule]", "2027年3月至2028年1月，为期十八个月", ["十八个月11"]),
    ],
)  # fmt: skip
def test_spans(library: Library, checks: str, schedule: str, expected: list[str]) -> None:
    given: dict[str, Any] = {"goals": "2027年3月至11月完成", "schedule": schedule}
    assert [line.rpartition(" ")[2] for line in found(library, checks, **given)] == expected


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("共95万元，评价6万元、开发80万元、设备20万元", ["goals 工作目标 95万元"]),
        ("共120万元：设备80万元、人员40万元；市级80万元、自筹40万元", []),
        ("共120万元，设备80万元、人员30万元", []),
    ],
)
def test_whole(library: Library, goals: str, expected: list[str]) -> None:
    checks = "kind: whole, fields: [goals], counted: {万元: 1, 元: 0.0001}"
    assert found(library, checks, goals=goals) == expected
