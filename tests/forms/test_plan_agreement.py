"""Checks that hold quantities and names of answers against each other."""

import re
from typing import Any

import pytest
from test_plan_checks import found as found_with_places

from lawbook.library.library import Library

COUNTS = "kind: quantities, fields: [goals, schedule, results], units: [家, 名, 公里, 个], "
TERMS = "kind: quantities, exact: true, fields: [goals, results], units: ['%', 日]"


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
