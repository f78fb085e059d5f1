"""Plans made of what the rules' patterns match, with numbers, stops and odd signs between."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random
from typing import Any

from matching_texts import ODD, patterns, sampled

from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.forms.plan.checks import PlanChecks
from lawbook.forms.values import Chosen, Value

STOPS = (
    "。",
    "；",
    "，",
    "、",
    "：",
    "？",
    "\n",
    "\n一、",
    "\n（二）",
    "\n- ",
    "\n3.",
    "**",
    " ",
    "　",
)
NUMBERS = (
    "3",
    "30",
    "31",
    "６０",
    "二十",
    "两",
    "半",
    "一百二十",
    "第30",
    "2027",
    "0.5",
    "零",
    "十",
)
DATES = (
    *("2027年3月1日至2月1日", "2027年1月", "2027年2月至4月", "2026年13月40日至5日", "每年6月30日"),
    *("3月底", "2027年2月至2027年2月", "2024年2月至2024年2月29日", "0000年0月"),
)
# What stands in answers that nobody finished, and what patterns look for.
WORDINGS = (
    *("待补充", "TODO", "XX公司", "某市", "领导意见", "请科技局补充", "990101199001010000"),
    *("2027年2月30日", "2027-13-05", "第一阶段", "新设委员会15家", "委托审查60项", "办结率98%"),
    *("由望汐市工业和信息化局", "会同西海省科学技术厅", "市科技局", "市科委", "密级为秘密"),
    *("可能性低", "没有风险", "严格遵守规定", "无", "由张三负责", "30分钟内报告值班医师"),
)
NAMES = (
    "云澜市",
    "海岚区",
    "甲.市",
    "A(市",
    "东江省",
    "某自治区",
    "北京市",
    "人民政府",
    "工信",
    "厅",
    "XX市",
)


SAMPLED = 30  # patterns of which a plan holds texts, and words beside them


def plans(form: Form, checks: PlanChecks, dice: Random, count: int) -> Iterator[Answers]:
    """Plans of words from the rules; names and dates hang together now and then."""
    words = _words_of(checks)
    units = [word for worth in checks.units.values() for word in worth]
    ways = patterns(words)
    for _ in range(count):
        some = [sampled(way, dice) for way in dice.sample(ways, SAMPLED)]
        yield Answers(
            form.key, dict(_values(form, dice, [*dice.sample(words, SAMPLED), *some], units))
        )


_known: dict[int, tuple[PlanChecks, tuple[str, ...]]] = {}


def _words_of(checks: PlanChecks) -> tuple[str, ...]:
    """Every text of the rules, gathered once for all forms."""
    if id(checks) not in _known:
        trees = (rule.checks.model_dump(mode="json") for rule in checks.rules)
        _known[id(checks)] = checks, tuple(sorted({word for one in trees for word in _words(one)}))
    return _known[id(checks)][1]


def _words(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for one in tree.values():
            yield from _words(one)
    elif isinstance(tree, tuple | list):
        for one in tree:
            yield from _words(one)


def _values(
    form: Form, dice: Random, words: list[str], units: list[str]
) -> Iterator[tuple[str, Value]]:
    def text(most: int) -> str:
        made = []
        for _ in range(dice.randint(1, most)):
            number = dice.choice(NUMBERS) + dice.choice(units)
            made.append(dice.choice((dice.choice(words), number, dice.choice(STOPS))))
            if dice.random() < 0.05:
                made.append(dice.choice((*DATES, *WORDINGS, "受理之日起", "审查", *ODD)))
        return "".join(made)

    for _, field in form.fields:
        if dice.random() < 0.1:
            continue
        if field.kind == "long_text":
            yield field.key, text(60)
        elif field.kind == "text":
            yield field.key, "".join(dice.choices(NAMES, k=dice.randint(1, 3)))
        elif field.kind == "date":
            yield field.key, datetime.date(dice.choice((2024, 2027)), dice.randint(1, 12), 15)
        elif field.kind in {"choice", "choices"}:
            some = [one for one in field.options if dice.random() < 0.5]
            yield field.key, tuple(Chosen(one.key, dice.choice(("", text(3)))) for one in some)
        elif field.kind == "rows":
            kinds = ("", "企业", "高等学校", "科研机构", "医疗卫生机构", "其他")
            rows = ((text(3), dice.choice(kinds), text(4)) for _ in range(dice.randint(0, 4)))
            yield field.key, tuple(rows)
