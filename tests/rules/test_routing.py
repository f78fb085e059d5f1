"""The self-test: golden routes, what a route says, and answers that cannot be."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.rules.decision import Decision
from lawbook.rules.routing import Route, route
from rules.test_probes import PROBES, Probe, routed, verdict_of

CASES = yamlfile.read(Path(__file__).parents[1] / "cases" / "routes.yml").tree["cases"]


def followed(found: Route) -> set[str]:
    return {one.key for one in found.consequences}


def fits(decision: Decision, case: dict[str, object]) -> bool:
    answers = case.get("answers") or {}
    assert isinstance(answers, dict)
    found = route(decision, answers)
    lists = {"hit": [one.key for one in found.hit], "maybe": [one.key for one in found.maybe]}
    return (
        (found.question.key if found.question else None) == case.get("question")
        and (found.verdict.key if found.verdict else None) == case.get("verdict")
        and set(as_list(case.get("has"))) <= followed(found)
        and not set(as_list(case.get("lacks"))) & followed(found)
        and list(found.unused) == as_list(case.get("unused"))
        and all(lists[name] == case[name] for name in lists if name in case)
    )


def test_golden_routes(decision: Decision) -> None:
    assert [case["name"] for case in CASES if not fits(decision, case)] == []


def as_list(value: object) -> list[str]:
    return list(value) if isinstance(value, list) else []


def test_golden_routes_and_probes_cover_every_answer_reason_list_and_consequence(
    decision: Decision,
) -> None:
    given = {
        (key, one)
        for case in CASES
        for key, value in (case.get("answers") or {}).items()
        for one in value.split(",")
    }
    given |= {(key, one) for change, *_ in PROBES for key, keys in change.items() for one in keys}
    known = {(one.key, answer.key) for one in decision.questions for answer in one.answers}
    assert known - given == set()
    said = {key for case in CASES for key in as_list(case.get("has"))}
    said |= {key for *_, more in PROBES for key in more.get("got", ())}
    assert {one.key for one in decision.consequences} - said == set()
    assert {one.key for one in decision.reasons} - {
        key for _, _, reasons, _ in PROBES for key in reasons
    } == set()
    listed = {key for *_, more in PROBES for key in more.get("hit", ())}
    assert {one.key for one in decision.lists} - listed == set()


def without(decision: Decision) -> Iterator[tuple[str, Decision]]:
    """The decision with one reason, list item, term or consequence taken out."""
    never = [{"question": "stage", "answers": ["new"]}, {"question": "stage", "answers": ["risk"]}]
    for name in ("reasons", "terms", "consequences"):
        records = getattr(decision, name)
        for number, one in enumerate(records):
            dead = type(one).model_validate(
                {**one.model_dump(exclude_defaults=True), "only_if": never}
            )
            changed = (*records[:number], dead, *records[number + 1 :])
            yield f"{name}/{one.key}", decision.model_copy(update={name: changed})


def probe_fits(decision: Decision, probe: Probe) -> bool:
    change, verdict, reasons, more = probe
    found = routed(decision, change)
    lists = {"hit": [one.key for one in found.hit], "maybe": [one.key for one in found.maybe]}
    return (
        verdict_of(found) == verdict
        and {one.key for one in found.reasons} == reasons
        and set(more.get("got", ())) <= followed(found)
        and not set(more.get("not", ())) & followed(found)
        and all(lists[name] == more[name] for name in lists if name in more)
    )


@pytest.mark.deep
def test_no_rule_can_be_taken_out_unnoticed(decision: Decision) -> None:
    unnoticed = [
        name
        for name, less in without(decision)
        if all(probe_fits(less, one) for one in PROBES) and all(fits(less, one) for one in CASES)
    ]
    assert unnoticed == []


def test_the_reason_with_the_strongest_level_stands_first(
    decision: Decision, spelled: Callable[[str], str]
) -> None:
    found = routed(decision, {"effects": ["acts"], "traits": ["danger"]})
    assert [one.key for one in found.reasons] == ["life", "interest"]
    assert found.sentence == spelled(
        "要审（本指南的理解） ｜ 本单位委员会 ｜ 一般程序，由审查机构定 ｜ 请委员会判断是否列入清单"
        " ｜ 受理后{decision}内决定，可延长"
    )


def test_a_verdict_that_is_certain_is_told_before_the_end(decision: Decision) -> None:
    found = route(
        decision, {"stage": "new", "work": "build", "territory": "home", "people": "personal"}
    )
    assert found.question is not None
    assert found.question.key == "effects"
    assert (found.heading, found.facts, found.consequences) == ("要审", (), ())


def test_what_the_sheet_says_is_filled_and_nothing_else(decision: Decision) -> None:
    found = routed(decision, {"effects": ["content"], "traits": ["public-voice"]})
    assert {(one.field, one.option) for one in found.fills} == {
        ("reviewer", "committee"), ("review_list", "opinion"), ("procedure", "general"),
        ("service_filing", "none"), ("international", "none"), ("risks", None),
    }  # fmt: skip
    rows = [one.text for one in routed(decision, {"effects": ["content", "decides"]}).fills]
    assert [text for text in rows if text] == [
        "给人打分、筛选、排序，或者影响人的机会、待遇、权利（录取、招聘、考核、派单、信贷、保险、定价、处罚）",
        "向公众推荐、排序、搜索、生成、对话、摘要信息内容",
    ]
    none = routed(decision, {"effects": ["none"], "people": ["personal"]})
    assert "risks" not in {one.field for one in none.fills}
    unsure = routed(decision, {"effects": ["content"], "traits": ["none"]})
    assert "review_list" not in {one.field for one in unsure.fills}
    simple = routed(decision, {"people": ["personal"]})
    assert "procedure" not in {one.field for one in simple.fills}


def test_the_order_of_answers_changes_nothing(decision: Decision) -> None:
    answers = CASES[-1]["answers"]
    backwards = dict(reversed(answers.items()))
    assert route(decision, answers).result == route(decision, backwards).result


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"stag": "new"}, "没有问题“stag”；最接近的是 stage（现在到了哪一步？）"),
        (
            {"stage": "nev"},
            "问题 stage 没有答案“nev”；最接近的是 new（准备开展（立项、申报、设计））",
        ),
        (
            {"urgent": ""},
            "问题 urgent 没有答案“”；可写：no（不是）、yes（是）、unsure（说不清）",
        ),
        (
            {"people": "personal,none"},
            "问题 people 的答案 none（都没有）不能和 personal（收集或者使用个人信息（姓名、人脸、"
            "声音、病历、行踪、账号和行为记录等））一起选",
        ),
        (
            {"unit": "lead,member"},
            "问题 unit 的答案 lead（多个单位，本单位牵头）不能和 member（多个单位，本单位不牵头）"
            "一起选",
        ),
    ],
)
def test_unknown_and_contradictory_answers_give_a_sentence(
    decision: Decision, answers: dict[str, str], message: str
) -> None:
    with pytest.raises(ProblemsFound) as found:
        route(decision, answers)
    assert str(found.value).startswith(message)


def test_a_script_as_an_answer_is_shown_as_text_in_part(decision: Decision) -> None:
    with pytest.raises(ProblemsFound) as found:
        route(decision, {"<script>" + "x" * 1000: "y"})
    assert str(found.value).startswith("没有问题“<script>xxx")
    assert "x" * 40 not in str(found.value)


def test_all_faults_come_at_once(decision: Decision) -> None:
    with pytest.raises(ProblemsFound) as found:
        route(decision, {"a": "b", "stage": "c"})
    assert len(found.value.problems) == 2


def test_without_rules_there_is_no_question(mini: Library) -> None:
    found = route(mini.rules.decision, {})
    assert (found.question, found.result) == (None, ())
