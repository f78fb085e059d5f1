"""The navigator: golden routes, every way counted, and what must never happen."""

from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.rules import routing
from lawbook.rules.decision import NOT_JUDGED, Decision
from lawbook.rules.routing import Outcomes, route

CASES = yamlfile.read(Path(__file__).parents[1] / "cases" / "routes.yml").tree["cases"]
LISTED = {
    "place": "elsewhere", "event": "new", "kind": "research", "risk": "yes", "committee": "has",
    "able": "yes", "urgent": "no", "low-risk": "no", "listed": "item-2",
}  # fmt: skip


@pytest.fixture(scope="module")
def decision(library: Library) -> Decision:
    return library.rules.decision


@pytest.fixture(scope="module")
def all_outcomes(decision: Decision) -> Outcomes:
    return routing.outcomes(decision)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden_routes(decision: Decision, case: dict[str, object]) -> None:
    answers = case.get("answers") or {}
    assert isinstance(answers, dict)
    found = route(decision, answers)
    keys = [branch.consequence.key for branch in found.branches]
    assert (found.question.key if found.question else None) == case.get("question")
    assert set(as_list(case.get("has"))) <= set(keys)
    assert not set(as_list(case.get("lacks"))) & set(keys)
    assert list(found.unused) == as_list(case.get("unused"))
    if "result" in case:
        assert keys == case["result"]


def as_list(value: object) -> list[str]:
    return list(value) if isinstance(value, list) else []


def test_golden_routes_cover_every_answer_and_every_consequence(decision: Decision) -> None:
    assert len(CASES) == 84
    given = {
        (key, one)
        for case in CASES
        for key, value in (case.get("answers") or {}).items()
        for one in value.split(",")
    }
    known = {(one.key, answer.key) for one in decision.questions for answer in one.answers}
    assert known - given == set()
    said = {key for case in CASES for name in ("has", "result") for key in as_list(case.get(name))}
    unsaid = {one.key for one in decision.consequences} - said
    assert unsaid == set()


def test_all_ways_and_all_distinct_results_are_counted(
    decision: Decision, all_outcomes: Outcomes
) -> None:
    assert routing.count_paths(decision) == 26_788
    assert sum(1 for _ in routing.paths(decision)) == 26_788
    assert len(all_outcomes.whole) == 2_104
    assert {part: len(sets) for part, sets in all_outcomes.parts.items()} == {
        "situation": 10, "scope": 7, "reviewer": 5, "procedure": 4, "re-review": 52, "after": 9,
    }  # fmt: skip


def test_leaving_out_ways_that_tell_nothing_new_leaves_out_no_result(
    decision: Decision, all_outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routing, "_telling", routing.paths)
    every = routing.outcomes(decision)
    assert list(all_outcomes.whole.items()) == list(every.whole.items())
    assert list(all_outcomes.parts.items()) == list(every.parts.items())


def test_a_way_that_only_a_condition_tells_apart_is_followed() -> None:
    both = {"basis": ["measures-2026"], "confidence": "official"}
    answer = {"label": "答", "reason": "由", **both}
    answers = [{"key": key, "next": "last", **answer} for key in ("yes", "no")]
    ends = [{"key": key, "next": "end", "adds": ["note"], **answer} for key in ("a", "b")]
    only_if = [{"question": "first", "answers": ["no"]}]
    small = Decision.model_validate({
        "start": "first",
        "parts": [{"key": "part", "title": "部分"}],
        "questions": [
            {"key": "first", "part": "part", "ask": "问", "answers": answers, **both},
            {"key": "last", "part": "part", "ask": "问", "answers": ends, **both},
        ],
        "consequences": [
            {"key": "note", "title": "题", "text": "文", "kind": "note", "only_if": only_if, **both}
        ],
    })  # fmt: skip
    found = routing.outcomes(small)
    assert list(found.whole) == [(), ("note",)]
    assert found.parts == {"part": (("note",),)}


def test_what_excludes_each_other_never_stands_together(
    decision: Decision, all_outcomes: Outcomes
) -> None:
    excludes = {one.key: set(one.excludes) for one in decision.consequences}
    assert {"approved", "listed"} & excludes["simplified"] == {"listed"}
    for result in all_outcomes.whole:
        assert not [key for key in result if excludes[key] & set(result)]


def test_an_answer_that_stands_alone_is_refused_beside_another(decision: Decision) -> None:
    with pytest.raises(ProblemsFound, match="不能和别的答案一起选"):
        route(decision, {"listed": "item-1,none"})


def test_each_part_of_a_way_says_what_the_whole_says(
    decision: Decision, all_outcomes: Outcomes
) -> None:
    conditional = {one.key for one in decision.consequences if one.only_if}
    for result, reasons in all_outcomes.whole.items():
        added = {key for reason in reasons for key in reason.answer.adds}
        assert added - set(result) <= conditional
        assert set(result) <= added


def test_every_consequence_follows_from_some_answers(
    decision: Decision, all_outcomes: Outcomes
) -> None:
    reached = {key for result in all_outcomes.whole for key in result}
    assert {one.key for one in decision.consequences} - reached == set()


def test_no_result_is_empty(all_outcomes: Outcomes) -> None:
    assert () not in all_outcomes.whole


def test_article_26_never_lifts_the_review_of_the_unit(all_outcomes: Outcomes) -> None:
    lifted = [result for result in all_outcomes.whole if "exempt" in result]
    assert lifted
    for result in lifted:
        assert "re-review" not in result
        assert {"first-review", "review-again"} & set(result)
        assert "tracking-6" in result
        assert "tracking-12" not in result


def test_beijing_speaks_only_to_those_in_beijing(all_outcomes: Outcomes) -> None:
    for result, reasons in all_outcomes.whole.items():
        local = any(key.startswith("beijing-") for key in result)
        assert local == (reasons[0].answer.key == "beijing")


def test_what_people_judge_is_never_guessed(decision: Decision, all_outcomes: Outcomes) -> None:
    judged = [one for one in decision.questions if one.human_judgement]
    assert [one.key for one in judged] == [
        "kind", "risk", "able", "urgent", "low-risk", "small-change", "adjusted", "listed",
        "exempt", "major",
    ]  # fmt: skip
    for question in judged:
        answer = question.answer(NOT_JUDGED)
        assert answer is not None
        assert any(key.endswith("-open") or key == "scope-open" for key in answer.adds), (
            question.key
        )


def test_answers_that_rest_on_the_draft_say_so(decision: Decision) -> None:
    for question in decision.questions:
        for answer in question.answers:
            if question.key in {"low-risk", "small-change", "adjusted"} and answer.key != "open":
                assert (answer.confidence, answer.final_unseen) == ("draft", True)


def test_a_consequence_knows_the_answers_because_of_which_it_follows(decision: Decision) -> None:
    answers = LISTED | {
        "place": "beijing", "urgent": "yes", "exempt": "none", "lead": "single", "central": "no",
    }  # fmt: skip
    del answers["low-risk"]
    because = {
        branch.consequence.key: [reason.question.key for reason in branch.because]
        for branch in route(decision, answers).branches
    }
    assert because["tracking-6"] == ["listed"]
    assert because["emergency-36"] == ["urgent", "exempt"]
    assert because["beijing-where"] == ["place", "central"]


def test_the_order_of_answers_changes_nothing(decision: Decision) -> None:
    answers = LISTED | {"exempt": "yes"}
    backwards = dict(reversed(answers.items()))
    assert route(decision, answers).result == route(decision, backwards).result


def test_a_gap_in_the_answers_is_asked_and_what_follows_is_kept_aside(decision: Decision) -> None:
    answers = {key: value for key, value in LISTED.items() if key != "risk"}
    found = route(decision, answers)
    assert found.question is not None
    assert found.question.key == "risk"
    assert found.unused == ("committee", "able", "urgent", "low-risk", "listed")


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (
            {"palce": "beijing"},
            "没有问题“palce”；最接近的是 place（单位在哪里？没有单位的，活动在哪里开展？）",
        ),
        ({"place": "bejing"}, "问题 place 没有答案“bejing”；最接近的是 beijing（在北京）"),
        (
            {"place": ""},
            "问题 place 没有答案“”；可写：beijing（在北京）、elsewhere（在其他地方）",
        ),
        (
            {"central": "1e9"},
            "问题 central 没有答案“1e9”；可写：yes（是）、no（不是）、unsure（不清楚）",
        ),
    ],
)
def test_unknown_answers_give_a_sentence(
    decision: Decision, answers: dict[str, str], message: str
) -> None:
    with pytest.raises(ProblemsFound) as found:
        route(decision, answers)
    assert str(found.value) == message


def test_a_script_as_an_answer_is_shown_as_text_in_part(decision: Decision) -> None:
    with pytest.raises(ProblemsFound) as found:
        route(decision, {"<script>" + "x" * 1000: "y"})
    assert str(found.value).startswith("没有问题“<script>xxx")
    assert "x" * 40 not in str(found.value)


def test_all_faults_come_at_once(decision: Decision) -> None:
    with pytest.raises(ProblemsFound) as found:
        route(decision, {"a": "b", "place": "c"})
    assert len(found.value.problems) == 2


def test_without_rules_there_is_no_question(mini: Library) -> None:
    found = route(mini.rules.decision, {})
    assert (found.question, found.result) == (None, ())
