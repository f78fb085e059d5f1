"""The self-test: what must hold of every sheet, and what must never happen."""

import pytest

from lawbook.rules.decision import Decision
from lawbook.rules.routing import Route, route
from rules.sheets import clear, drawn
from rules.test_probes import routed, verdict_of

REVIEWERS = {"reviewer-own", "reviewer-doubt", "reviewer-centre", "reviewer-no-unit",
             "reviewer-open", "reviewer-general"}  # fmt: skip
PROCEDURES = {"procedure-general", "procedure-simplified-maybe", "procedure-emergency"}
INTERVALS = {"interval-6", "interval-12", "interval-open"}
RANK = {"out": 0, "ask": 1, "need": 2}


@pytest.fixture(scope="module")
def sheets(decision: Decision) -> list[tuple[dict[str, str], Route]]:
    return [(sheet, route(decision, sheet)) for sheet in drawn(decision, 600)]


def followed(found: Route) -> set[str]:
    return {one.key for one in found.consequences}


@pytest.mark.parametrize("every", [False, pytest.param(True, marks=pytest.mark.deep)])
def test_the_all_clear_is_given_to_all_that_are_clear(decision: Decision, *, every: bool) -> None:
    count = 0
    for sheet in clear(every=every):
        assert verdict_of(route(decision, sheet)) == "out"
        count += 1
    assert count == (5100 if every else 68)


def test_no_sheet_one_tick_beside_a_clear_one_is_clear(decision: Decision) -> None:
    asked = [decision.question(key) for key in ("people", "effects", "traits", "rules")]
    for sheet in [*clear(every=False)][::7]:
        for question in filter(None, asked):
            for answer in question.answers:
                if answer.key in {"none", "public-fund"}:
                    continue
                changed = {**sheet, question.key: answer.key}
                if question.key == "traits" and answer.key == "unsure":
                    continue
                found = route(decision, changed)
                assert verdict_of(found) not in {"out"}, changed


@pytest.mark.parametrize(
    "change", [{"confirm": "some"}, {"territory": "abroad"}, {"territory": "unsure"},
               {"work": "unsure"}, {"stage": "change"}],
)  # fmt: skip
def test_the_all_clear_needs_every_condition(decision: Decision, change: dict[str, str]) -> None:
    sheet = next(clear(every=False))
    assert verdict_of(route(decision, sheet | change)) != "out"


def test_every_way_ends_in_one_verdict_with_a_next_step(
    sheets: list[tuple[dict[str, str], Route]],
) -> None:
    assert {verdict_of(found) for _, found in sheets} >= {
        "need", "ask", "amend", "tracking", "risk", "appeal",
    }  # fmt: skip
    for sheet, found in sheets:
        assert found.question is None, sheet
        assert found.verdict is not None, sheet
        assert found.heading, sheet
        assert found.next, sheet
        assert found.verdict.buttons, sheet
        assert found.verdict.key in {"out"} or not {"confirm"} & set(sheet) or found.reasons, sheet


def test_a_review_has_one_reviewer_one_procedure_and_one_interval(
    sheets: list[tuple[dict[str, str], Route]],
) -> None:
    for sheet, found in sheets:
        if verdict_of(found) in {"need", "ask"}:
            assert len(followed(found) & REVIEWERS) == 1, sheet
        if verdict_of(found) not in {"out", "appeal"}:
            assert len(followed(found) & PROCEDURES) == 1, sheet
            assert len(followed(found) & INTERVALS) == 1, sheet


def test_what_excludes_each_other_never_stands_together(
    decision: Decision, sheets: list[tuple[dict[str, str], Route]]
) -> None:
    excludes = {one.key: set(one.excludes) for one in decision.consequences}
    assert "re-review-ai" in excludes["procedure-simplified-maybe"]
    for sheet, found in sheets:
        keys = followed(found)
        assert not [key for key in keys if excludes[key] & keys], sheet


def test_article_26_lifts_the_re_review_of_the_measures_alone(
    sheets: list[tuple[dict[str, str], Route]],
) -> None:
    listed = [(sheet, found) for sheet, found in sheets if found.hit]
    assert len(listed) > 20
    for sheet, found in listed:
        keys = followed(found)
        assert keys & {"re-review-ai", "re-review-general", "exempt-maybe"}, sheet
        assert {"register-listed"} <= keys, sheet
        if any(one.key.startswith("g-") for one in found.hit):
            assert "re-review-general" in keys, sheet
        if "exempt-maybe" in keys:
            assert "interval-12" not in keys, sheet
            assert keys & REVIEWERS, sheet


def test_beijing_speaks_only_to_those_in_beijing(
    sheets: list[tuple[dict[str, str], Route]],
) -> None:
    for sheet, found in sheets:
        local = any(key.startswith("beijing") for key in followed(found))
        assert local == ("beijing" in sheet.get("unit", "").split(",")), sheet


def test_one_more_tick_never_lowers_the_verdict(
    decision: Decision, sheets: list[tuple[dict[str, str], Route]]
) -> None:
    for sheet, found in sheets[::5]:
        before = verdict_of(found)
        if before not in RANK:
            continue
        for key in ("people", "effects", "traits", "rules"):
            question = decision.question(key)
            assert question is not None
            ticked = sheet.get(key, "").split(",")
            if any(one.alone for one in question.answers if one.key in ticked) or ticked == [""]:
                continue
            for answer in question.answers:
                if answer.alone or answer.key in ticked:
                    continue
                more = route(decision, sheet | {key: ",".join([*ticked, answer.key])})
                after = verdict_of(more)
                assert after == "unfinished" or RANK[after] >= RANK[before], (sheet, answer.key)


def test_a_verdict_names_what_helps_to_judge_and_one_kind_of_example(
    decision: Decision, sheets: list[tuple[dict[str, str], Route]]
) -> None:
    for sheet, found in sheets:
        if verdict_of(found) in {"need", "ask"}:
            assert any(pointer.criterion for pointer in found.pointers), sheet
            assert len({pointer.far for pointer in found.pointers if pointer.example}) == 1, sheet
    alone = routed(decision, {"people": ["animals"]}).pointers
    assert [(pointer.criterion, pointer.far) for pointer in alone] == [
        ("composite", False),
        (None, True),
    ]
