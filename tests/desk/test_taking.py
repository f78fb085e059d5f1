"""What is taken into a case: nothing that has to be changed first, and every order of days."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest
from made_cases import changed, until

from lawbook.base.problem import ProblemsFound
from lawbook.desk import papers, taking
from lawbook.desk.case import Case, Entry
from lawbook.desk.findings import case_findings
from lawbook.desk.register import cells, row
from lawbook.desk.standing import next_act, standing
from lawbook.desk.taking import Unclean
from lawbook.forms.values import Chosen
from lawbook.library.library import Library

TODAY = datetime.date(2027, 4, 1)
MEETING, DECISION = 2, 3  # where they stand in 2026-003


def votes(minutes: Entry, *ways: str) -> tuple[tuple[str, ...], ...]:
    """The members of minutes with other votes; those without one did not come."""
    assert minutes.answers
    some = minutes.answers.rows("members")[: len(ways)]
    return tuple((*line[:-1], way) for line, way in zip(some, ways, strict=True))


YES, NO, NONE = "同意", "不同意", "弃权"
REFUSED = {
    "a refusal without two thirds": (
        MEETING,
        lambda e: {"members": votes(e, YES, YES, YES, YES, NO, NONE, NONE)},
        "同意4票，没有达到到会委员7人的三分之二（5票）",
    ),
    "an approval without two thirds": (
        MEETING,
        lambda e: {
            "members": votes(e, YES, YES, NO, NO, NO, NO, NO),
            "outcome": (Chosen("approve"),),
        },
        "同意2票，没有达到",
    ),
    "minutes without a quorum": (
        MEETING,
        lambda e: {"members": votes(e, YES, YES, YES, YES)},
        "到会委员只有4人，少于5人",
    ),
    "minutes before the acceptance": (
        MEETING,
        lambda _: {"day": datetime.date(2026, 12, 16)},
        "早于它接着的“受理通知书”（2026年12月17日）",
    ),
    "a decision against the vote": (
        DECISION,
        lambda _: {"decision": (Chosen("approve"),), "tracking": datetime.date(2027, 12, 30)},
        "会议记录的结论是“不予批准”",
    ),
    "a decision before its minutes": (
        DECISION,
        lambda _: {"day": datetime.date(2026, 12, 28)},
        "早于它接着的“审查会议记录”（2026年12月29日）",
    ),
    "a voter in the reason": (
        DECISION,
        lambda _: {"reason": "邵委员认为收集的信息过多"},
        "“主要理由”写了“邵委员”",
    ),
    "a count of votes": (DECISION, lambda _: {"reason": "以6票同意通过"}, "写了“6票”"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_be_changed_is_not_taken(
    library: Library, example: Callable[[str], Case], name: str
) -> None:
    at, edit, said = REFUSED[name]
    case = example("2026-003")
    paper = changed(case.entries[at], **edit(case.entries[at])).answers
    assert paper
    with pytest.raises(Unclean) as caught:
        taking.taken(library, until(case, at), paper, TODAY)
    told, *lines = map(str, caught.value.problems)
    assert "没有记入，案件没有变" in told
    assert any(said in line and "；" in line for line in lines)


def test_a_letter_that_went_out_does_not_hold_up_the_meeting(
    library: Library, example: Callable[[str], Case]
) -> None:
    case = example("2026-003")
    named = changed(case.entries[1], contact="颜例证，0000-00000000")
    sent = until(case, 1).with_entry(named)
    taking.admit(library, sent, case.entries[MEETING])
    found = case_findings(library, sent.with_entry(case.entries[MEETING]))
    assert ["“联系人和电话”写了“颜例证”" in one.reason for one in found] == [True]


def test_nothing_builds_on_what_is_unclean_in_the_file(
    library: Library, example: Callable[[str], Case]
) -> None:
    case = example("2026-003")
    few = changed(case.entries[MEETING], members=votes(case.entries[MEETING], YES, YES, YES, YES))
    held = until(case, MEETING).with_entry(few)
    act = library.rules.cases.acts["review-decision"]
    with pytest.raises(Unclean, match=r"还有 1 处必改，不能据此写审查决定书：.*少于5人；先改正"):
        papers.begun(library, held, act, TODAY)


def test_each_event_and_paper_of_the_examples_is_refused_on_the_day_before_what_it_follows(
    library: Library, example: Callable[[str], Case]
) -> None:
    refused = 0
    for name in ("2026-003", "2026-004", "2026-005"):
        case = example(name)
        for number in range(1, len(case.entries)):
            followed = standing(library, case).follows[number]
            assert followed
            early = replace(case.entries[number], day=followed.day - datetime.timedelta(days=1))
            with pytest.raises(Unclean, match="早于它接着的"):
                taking.admit(library, until(case, number), early)
            refused += 1
    assert refused == 21


def test_what_an_application_lacks_is_asked_for_before_it_is_accepted(
    library: Library, example: Callable[[str], Case]
) -> None:
    case, acts = until(example("2026-003"), 2), library.rules.cases.acts
    whole, acceptance = case.entries
    assert whole.answers
    kept = {key: value for key, value in whole.answers.values.items() if key != "emergency"}
    short = replace(whole, answers=replace(whole.answers, values=MappingProxyType(kept)))

    def told(*entries: Entry) -> tuple[str, list[str]]:
        made = replace(case, entries=entries)
        shown = row(library, standing(library, made), TODAY)
        found = case_findings(library, made)
        return cells(library, shown)[-1], [
            f"{one.where}{one.advice}" for one in found if one.rule == "case-application-whole"
        ]

    assert told(whole) == ("写受理通知书", [])
    bare = {key: value for key, value in whole.answers.values.items() if key != "consent"}
    unsaid = replace(whole, answers=replace(whole.answers, values=MappingProxyType(bare)))
    seen = case_findings(library, replace(case, entries=(unsaid,)))
    new = {one.where for one in seen} - {
        one.where for one in case_findings(library, until(case, 1))
    }
    assert {one[-6:] for one in new} == {"「知情同意」"}
    assert all(one.advice for one in seen)
    assert case_findings(library, replace(case, entries=(unsaid, acceptance))) == ()
    assert told(short) == ("写补正材料告知书", ["审查申请书True"])
    taking.admit(library, until(replace(case, entries=(short,)), 1), acceptance, TODAY)
    assert told(short, acceptance) == ("写审查会议记录", ["受理通知书True"])
    mended = Entry(acts["mended"], acceptance.day)
    letter = Entry(acts["review-supplement"], acceptance.day, acceptance.answers)
    assert told(short, letter, mended) == ("写受理通知书", [])


def test_an_appeal_is_answered_as_its_next_step_says(
    library: Library, example: Callable[[str], Case]
) -> None:
    case, acts = until(example("2026-003"), 6), library.rules.cases.acts
    now = standing(library, case)
    assert next_act(library, now, now.state) == acts["review-appeal"]
    answers = papers.begun(library, case, acts["review-appeal"], TODAY)
    more = {
        "number": "云大伦复〔2027〕1号",
        "answer": "措施已经写明",
        "day": datetime.date(2027, 1, 12),
    }
    rejected = replace(
        answers,
        values=MappingProxyType({**answers.values, **more, "sufficient": (Chosen("unfounded"),)}),
    )
    taking.taken(library, case, rejected, TODAY)
    founded = {"sufficient": (Chosen("well_founded"),), "decision": (Chosen("approve"),)}
    upheld = replace(answers, values=MappingProxyType({**answers.values, **more, **founded}))
    with pytest.raises(ProblemsFound, match="要在“待答复申诉”的时候读入；请先写审查会议记录"):
        taking.taken(library, case, upheld, TODAY)
    met = case.with_entry(replace(case.entries[MEETING], day=datetime.date(2027, 1, 11)))
    again = replace(case.entries[DECISION], day=datetime.date(2027, 1, 12))
    with pytest.raises(ProblemsFound, match=r"“待答复申诉”时不能有审查决定书"):
        taking.admit(library, met, again, TODAY)
    assert (
        next_act(library, standing(library, met), standing(library, met).state)
        == acts["review-appeal"]
    )


def test_a_decision_that_was_served_is_not_served_again(
    library: Library, example: Callable[[str], Case]
) -> None:
    def told(count: int) -> str:
        made = row(library, standing(library, until(example("2026-003"), count)), TODAY)
        return cells(library, made)[-1]

    assert [told(4), told(5)] == ["记送达", ""]
    case = until(example("2026-003"), 5)
    assert standing(library, until(case, 4)).state.group == "act"  # told to nobody yet
    late = replace(case.entries[-1], day=datetime.date(2027, 1, 20))
    with pytest.raises(Unclean, match=r"在 2027年1月4日 已经记过送达"):
        taking.admit(library, case, late, TODAY)
    twice = standing(library, case.with_entry(late))
    assert twice.starts["served"] == datetime.date(2027, 1, 4)


@pytest.mark.parametrize("extended", [False, True])
def test_the_decision_runs_on_while_a_re_review_is_awaited(
    library: Library, example: Callable[[str], Case], extended: bool
) -> None:
    case = until(example("2026-004"), 8 if extended else 7)
    made = row(library, standing(library, case), datetime.date(2027, 3, 14))
    said = cells(library, made)
    assert said[8:11] == ("对方超期14天", "2027-02-28", "反馈专家复核意见")
    own = (
        "作出审查决定（已延长）：2027-03-12，逾期2天"
        if extended
        else "作出审查决定：2027-02-05，逾期37天"
    )
    assert said[12] == own
    assert made.is_late


def test_what_an_event_left_open_is_completed(
    library: Library, example: Callable[[str], Case]
) -> None:
    case, act = example("2026-004"), library.rules.cases.acts["registered"]
    last = replace(case.entries[-1], said=MappingProxyType({}))
    bare = until(case, len(case.entries) - 1).with_entry(last)
    full = taking.completed(bare, act, {"number": "从略"})
    assert full
    assert (full.entries[-1].said, full.entries[-1].day) == ({"number": "从略"}, last.day)
    assert taking.completed(full, act, {"number": "另一个"}) is None
    assert taking.completed(bare, act, {"x": "y"}) is None


def test_a_re_review_that_disagrees_leads_to_the_meeting(
    library: Library, example: Callable[[str], Case]
) -> None:
    case, acts = example("2026-004"), library.rules.cases.acts
    number = next(n for n, one in enumerate(case.entries) if one.act.key == "re-review-answered")

    def begun(opinion: str, *more: Entry) -> tuple[str, list[str]]:
        answer = replace(
            case.entries[number], said=MappingProxyType({"issuer": "望汐市", "opinion": opinion})
        )
        here = replace(case, entries=(*case.entries[:number], answer, *more))
        now = standing(library, here)
        answers = papers.begun(library, here, acts["review-decision"], TODAY)
        decided = [
            one.option for one in answers.values.get("decision", ()) if isinstance(one, Chosen)
        ]
        after = next_act(library, now, now.state)
        return (after.key if after else ""), decided

    assert begun("同意") == ("review-decision", ["approve"])
    assert begun("不同意") == ("review-minutes", [])
    meeting = next(one for one in case.entries if one.act.key == "review-minutes")
    assert meeting.answers
    values = MappingProxyType({**meeting.answers.values, "outcome": (Chosen("reject"),)})
    met = replace(
        meeting, day=datetime.date(2027, 3, 1), answers=replace(meeting.answers, values=values)
    )
    assert begun("不同意", met) == ("review-decision", ["reject"])
