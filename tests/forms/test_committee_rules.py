"""Minutes: who must be there, two thirds, conflicts, days; computed alike on both sides."""

from __future__ import annotations

import datetime
from random import Random
from typing import Any

import pytest
import scripts

from lawbook import word
from lawbook.base.yamlfile import YamlFile
from lawbook.checks import filled_form
from lawbook.forms.answers import reading
from lawbook.forms.computed import computed, with_ways
from lawbook.library.library import Library
from lawbook.word.read.readback import read

MINUTES = "review-minutes"
KINDS = ("伦理", "法律", "人工智能技术", "人工智能应用", "其他")


def _member(number: int, vote: str = "同意", **more: str) -> dict[str, str]:
    made = {"name": f"委员{number}", "kind": KINDS[number % 5], "vote": vote, "conflict": "无"}
    made |= {"outside": "是" if number % 2 else "否", "sex": "男" if number % 3 else "女"}
    return made | more


def _tree(members: list[dict[str, str]], **more: Any) -> dict[str, Any]:
    return {"form": MINUTES, "answers": {"members": members, **more}}


def _found(library: Library, tree: dict[str, Any]) -> list[str]:
    """The keys of the rules that find something, the weighty ones with a sign."""
    rules = filled_form.rules(library)
    assert rules
    from lawbook.forms.plan.paper import Paper

    form = library.forms[tree["form"]]
    answers = reading(form, YamlFile("", tree, {})).answers
    found = rules.findings(Paper(form, answers))
    return [one.rule if one.advice else f"!{one.rule}" for one in found]


def _six(*votes: str) -> list[dict[str, str]]:
    return [_member(number, vote) for number, vote in enumerate(votes)]


YES, NO, NONE, AWAY = "同意", "不同意", "弃权", "回避"
OUTCOMES = ("approve", "pass", "revise", "reject")


@pytest.mark.parametrize(
    ("votes", "found"),
    [
        ([YES] * 5, []),
        ([YES] * 4, ["!five-members-come", "five-members-decide"]),
        ([YES] * 5 + [AWAY], []),
        ([YES] * 4 + [NO] * 3, ["!two-thirds-agree"]),
        ([YES] * 4 + [NO] * 2, []),
        ([YES] * 4 + [NONE] * 2, []),
        ([YES] * 4 + [NO, AWAY, AWAY], ["two-thirds-depend-on-the-recused"]),
        (["赞成"] * 6, ["!a-vote-is-one-of-the-four"]),
        ([YES, NO, NO, NO, NO, "赞同"], ["!a-vote-is-one-of-the-four"]),
        ([""] * 6, ["!every-member-has-a-vote"]),
        ([YES] * 5 + [""], ["!every-member-has-a-vote"]),
    ],
)
def test_five_members_and_two_thirds(library: Library, votes: list[str], found: list[str]) -> None:
    assert _found(library, _tree(_six(*votes), outcome="pass")) == found


def test_a_rejection_needs_two_thirds_too(library: Library) -> None:
    votes = _six(YES, NO, NO, NO, NO)
    assert _found(library, _tree(votes, outcome="reject")) == ["!two-thirds-agree"]


@pytest.mark.parametrize("procedure", ["general", "simple", "emergency"])
@pytest.mark.parametrize("outcome", ["approve", "pass", "revise", "reject"])
def test_nobody_concludes_nothing(library: Library, procedure: str, outcome: str) -> None:
    nobody = _tree([], procedure=procedure)
    assert _found(library, nobody) == []
    nobody["answers"]["outcome"] = outcome
    assert _found(library, nobody) == ["!a-conclusion-has-its-members"]
    del nobody["answers"]["members"]
    assert _found(library, nobody) == ["!a-conclusion-has-its-members"]


@pytest.mark.parametrize("name", ["委员0", "委 员\u200b0", "委员０（外聘）"])
def test_a_person_is_counted_once(library: Library, name: str) -> None:
    members = [*_six(YES, YES, YES, YES), _member(4, name=name)]
    found = _found(library, _tree(members, outcome="approve"))
    assert found[:2] == ["!members-come-once", "!five-members-come"]
    values = _minutes(library, members=members)
    assert with_ways(library.forms[MINUTES], values)["votes"].startswith(
        "到会4人，回避0人，同意4票"
    )


def test_two_members_of_one_mind_are_enough_for_the_simplified_procedure(library: Library) -> None:
    simple = {"procedure": "simple", "outcome": "approve"}
    assert _found(library, _tree(_six(YES, YES), **simple)) == []
    assert _found(library, _tree(_six(YES), **simple)) == ["two-members-decide-simply"]
    doubt = _found(library, _tree(_six(YES, NO), **simple))
    assert doubt == ["!a-simple-conclusion-has-its-votes", "doubt-leads-to-the-general-procedure"]


def test_kinds_that_are_missing_only_warn(library: Library) -> None:
    members = [_member(number, kind="其他", sex="男", outside="否") for number in range(5)]
    assert sorted(set(_found(library, _tree(members)))) == [
        "ai-experts-are-there",
        "both-sexes-are-there",
        "ethics-and-law-are-there",
        "somebody-from-outside-is-there",
    ]


def test_a_member_with_a_conflict_does_not_vote(library: Library) -> None:
    members = [*_six(*[YES] * 5), _member(5, conflict="有")]
    assert _found(library, _tree(members)) == ["a-conflict-is-no-vote"]
    members[-1]["name"] = "委员0"
    found = _found(library, _tree(members))
    assert found == ["!members-come-once", "a-conflict-is-no-vote"]  # one row, both faults
    members[-1] |= {"name": "委员5", "vote": AWAY}
    assert _found(library, _tree(members)) == []


def test_an_adviser_is_no_member(library: Library) -> None:
    advisers = [{"name": "委员2（虚构）", "opinion": "可行"}]
    tree = _tree(_six(*[YES] * 5), advisers=advisers)
    assert _found(library, tree) == ["advisers-are-no-members"]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-12-01", []),
        ("2026-12-31", []),
        ("2026-11-30", ["!met-after-acceptance"]),
    ],
)
def test_the_meeting_is_after_acceptance(library: Library, day: str, found: list[str]) -> None:
    tree = _tree(_six(*[YES] * 5), accepted="2026-12-01", day=day)
    assert _found(library, tree) == found


def _minutes(library: Library, **values: Any) -> dict[str, Any]:
    form = library.forms[MINUTES]
    file = YamlFile("", {"form": MINUTES, "answers": values}, {})
    return dict(reading(form, file).answers.values)


def test_the_last_day_is_shown_with_its_rule_and_its_mark(library: Library) -> None:
    form, values = library.forms[MINUTES], _minutes(library, accepted="2026-12-01")
    assert computed(form, values) == {"due": datetime.date(2026, 12, 31)}
    words = "2026年12月31日（星期四）：受理申请后30日内，自受理日期2026年12月1日起算（待核实）"
    assert with_ways(form, values) == {"due": words}


def test_both_ways_of_counting_the_recused_are_shown(library: Library) -> None:
    form = library.forms[MINUTES]
    values = _minutes(library, members=_six(YES, YES, YES, YES, NO, AWAY, AWAY))
    assert with_ways(form, values)["votes"].split("\n") == [
        "到会7人，回避2人，同意4票，不同意1票，弃权0票。",
        "回避的委员不计入到会，5人的三分之二是4人，同意4票，达到三分之二以上。",
        "回避的委员计入到会，7人的三分之二是5人，同意4票，没有达到三分之二以上。",
        "两种算法的结果不同，请在“理由和要求”中写明按哪一种。",
    ]


def test_what_is_computed_is_never_typed(library: Library) -> None:
    form = library.forms[MINUTES]
    found = reading(form, YamlFile("", _tree([], votes="同意9票"), {}))
    assert [fault.message for fault in found.faults] == [
        "「到会和表决」是按其他栏目算出的，不用填写；请删去这一行"
    ]


def test_a_result_that_no_longer_fits_is_named_and_not_read(library: Library) -> None:
    form, file = library.forms[MINUTES], library.examples["review-minutes-naoji"]
    answers = reading(form, file).answers
    data = word.fill(form, answers)
    assert read(library.forms, data, "x.docx").notes == ()
    fewer = [row for row in answers.rows("members") if row[0] != "鲁明川（虚构）"]
    stale = {**answers.values, "members": tuple(fewer)}
    from lawbook.word.read.recomputed import recomputed

    texts = with_ways(form, answers.values)
    notes = recomputed(form, type(answers)(form.key, stale), texts)
    assert [note.where for note in notes] == ["「到会和表决」"]


def _random(dice: Random) -> dict[str, Any]:
    """Minutes of anybody: a few members too few, any vote, any day."""
    members = [
        {
            "name": f"委员{dice.randint(1, 9)}",
            "kind": dice.choice((*KINDS, "")),
            "outside": dice.choice(("是", "否", "")),
            "sex": dice.choice(("男", "女")),
            "conflict": dice.choice(("无", "无", "无", "有")),
            "vote": dice.choice((YES, YES, YES, NO, NONE, AWAY, "")),
        }
        for _ in range(dice.randint(0, 9))
    ]
    advisers = [{"name": f"委员{dice.randint(1, 9)}", "opinion": "可行"}] * dice.randint(0, 1)
    first = datetime.date(2000, 1, 1) + datetime.timedelta(dice.randint(-900, 40000))
    more = {"accepted": first, "day": first + datetime.timedelta(dice.choice((-1, 0, 29, 30, 31)))}
    days = {key: str(day) for key, day in more.items() if dice.random() < 0.9}
    days |= {"outcome": dice.choice(OUTCOMES), "procedure": dice.choice(("general", "simple"))}
    return _tree(members, advisers=advisers, **days)


def _both_sides(library: Library, dice: Random, count: int) -> int:
    """How many findings there were; the page says and computes what the command line does."""
    form = library.forms[MINUTES]
    trees = [_random(dice) for _ in range(count)]
    asked = [{"act": "remarks", "key": MINUTES, "tree": scripts.as_maps(tree)} for tree in trees]
    want = []
    for tree in trees:
        answers = reading(form, YamlFile("", tree, {})).answers
        lines = [str(one) for one in filled_form.remarks(library, answers)]
        want.append({"lines": lines, "whole": with_ways(form, answers.values)})
    assert scripts.asked(library, asked) == want
    return sum(len(one["lines"]) for one in want)


def test_the_page_says_the_same(library: Library, seed: int) -> None:
    assert _both_sides(library, Random(seed), 60) > 100


@pytest.mark.deep
def test_the_page_says_the_same_of_many(library: Library, seed: int) -> None:
    assert _both_sides(library, Random(seed), 1000) > 1000


_TASK = {"id": "R1", "task": "印发工作方案"}


def _task(**more: str) -> dict[str, Any]:
    return {"tasks": [_TASK | more]}


def _state(state: str, done_on: str = "") -> dict[str, Any]:
    return {"tasks": [_TASK], "progress": [{**_TASK, "state": state, "done_on": done_on}]}


@pytest.mark.parametrize(
    ("form", "values", "found"),
    [
        ("tasks", _task(start="2027-01-15", end="2027-01-15"), []),
        ("tasks", _task(start="2027-01-15", end="2027-01-14"), ["!tasks-end-after-they-start"]),
        ("tasks", _state("未开始"), []),
        ("tasks", _state("未开始", "—"), []),
        ("tasks", _state("未开始", "2027-03-30"), ["!what-is-not-done-has-no-day"]),
        ("tasks", _state("进行中", "2027-03-30"), ["!what-is-not-done-has-no-day"]),
        ("tasks", _state("完成", "2027-03-30"), []),
        ("tasks", _state("完成"), ["what-is-done-has-a-day"]),
        ("tasks", _state("延期", "2027-03-30"), []),
        ("summary", {"period_from": "2027-01-01", "period_to": "2027-01-01"}, []),
        (
            "summary",
            {"period_from": "2027-07-01", "period_to": "2027-06-30"},
            ["!period-ends-after-it-starts"],
        ),
        ("summary", {"period_to": "2027-06-28", "report_date": "2027-06-28"}, []),
        (
            "summary",
            {"period_to": "2027-06-28", "report_date": "2027-06-27"},
            ["!reported-after-the-period"],
        ),
        (
            "request",
            {"period_from": "2027-07-01", "period_to": "2027-06-30"},
            ["!period-ends-after-it-starts"],
        ),
        ("request", {"period_to": "2027-06-28", "day": "2027-06-28"}, []),
        (
            "request",
            {"period_to": "2027-06-28", "day": "2027-06-27"},
            ["!requested-after-the-period"],
        ),
    ],
)
def test_a_city_does_not_contradict_its_own_days(
    library: Library, form: str, values: dict[str, Any], found: list[str]
) -> None:
    assert _found(library, {"form": f"pilot-{form}", "answers": values}) == found
