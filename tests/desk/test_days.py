"""Days of a case that are counted, kept, or still to come; and what is carried with them."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from page_scripts import asked

from lawbook.base import yamlfile
from lawbook.base.yamlfile import YamlFile
from lawbook.desk import papers, taking
from lawbook.desk.case import Case, Entry, case_tree, read_case
from lawbook.desk.findings import case_findings
from lawbook.desk.register import cells, row
from lawbook.desk.standing import beside, done, offered, runs, standing
from lawbook.desk.taking import Unclean
from lawbook.forms.answers import Answers, reading
from lawbook.forms.computed import with_ways
from lawbook.forms.values import Chosen
from lawbook.library.library import Library

Day = datetime.date


@pytest.fixture(scope="module")
def example(library: Library, root: Path) -> Callable[[str, int], Case]:
    def read(name: str, count: int) -> Case:
        file = yamlfile.read(root / "data" / "examples" / "cases" / f"{name}.yml")
        case = read_case(library, file)
        return replace(case, entries=case.entries[:count])

    return read


def changed(entry: Entry, **values: object) -> Entry:
    assert entry.answers
    new = MappingProxyType({**entry.answers.values, **values})
    return replace(entry, answers=replace(entry.answers, values=new))


def event(library: Library, key: str, day: Day, **said: str) -> Entry:
    return Entry(library.rules.cases.acts[key], day, said=MappingProxyType(said))


def test_an_emergency_has_seventy_two_hours_in_register_and_letter(
    library: Library, example: Callable[[str, int], Case]
) -> None:
    case = example("2026-003", 2)
    urgent = changed(case.entries[1], procedure=(Chosen("emergency"),))
    now = standing(library, replace(case, entries=(case.entries[0], urgent)))
    said = cells(library, row(library, now, Day(2026, 12, 18)))
    assert said[8:11] == ("剩2天", "2026-12-20", "完成应急审查")
    assert urgent.answers
    letter = with_ways(library.forms["review-acceptance"], urgent.answers.values)
    assert letter["expected"].startswith("2026年12月20日（星期日）：一般在72小时内")


@pytest.mark.parametrize(
    ("day", "said"),
    [(28, "今天到期"), (29, "按约定顺延，今天到期"), (30, "逾期2天")],
)
def test_a_last_day_on_a_sunday_is_kept_on_monday(
    library: Library, example: Callable[[str, int], Case], day: int, said: str
) -> None:
    case = example("2026-003", 2)
    then = Day(2026, 5, 29)  # 30 days before a Sunday
    accepted = replace(changed(case.entries[1], accepted=then, day=then), day=then)
    made = replace(case, entries=(replace(case.entries[0], day=then), accepted))
    now = row(library, standing(library, made), Day(2026, 6, day))
    assert (now.said, now.is_late) == (said, day > 29)
    meeting = changed(example("2026-003", 3).entries[2], accepted=then, day=Day(2026, 6, day))
    found = case_findings(library, made.with_entry(replace(meeting, day=Day(2026, 6, day))))
    late = [one.reason for one in found if one.rule == "case-met-in-time"]
    assert bool(late) == (day > 29)
    assert all("2026年6月28日（按约定顺延到2026年6月29日）" in one for one in late)


def test_what_is_kept_runs_no_more(library: Library, example: Callable[[str, int], Case]) -> None:
    def running(name: str, count: int) -> set[str]:
        keys = tuple(limit.key for limit in library.rules.deadlines.deadlines)
        now = standing(library, example(name, count))
        return {run.deadline.key for run in runs(library, now, keys)}

    assert running("2026-003", 1) == {"acceptance"}
    assert running("2026-003", 2) == {"decision"}
    assert "re-review-answer" in running("2026-004", 8)
    assert "re-review-answer" not in running("2026-004", 9)
    assert "listed-registration" in running("2026-004", 11)
    assert "listed-registration" not in running("2026-004", 12)


@pytest.mark.parametrize("day", [Day(2027, 1, 11), Day(2027, 1, 12)])
def test_no_day_to_come_is_taken(
    library: Library, example: Callable[[str, int], Case], day: Day
) -> None:
    today = Day(2027, 1, 11)
    served = event(library, "served", day)
    decision = changed(example("2026-005", 4).entries[3], day=day)
    for case, entry in ((example("2026-005", 4), served), (example("2026-005", 3), decision)):
        if day == today:
            taking.admit(library, case, replace(entry, day=day), today)
            continue
        with pytest.raises(Unclean, match="2027年1月12日，今天是 2027年1月11日：不能记还没有到"):
            taking.admit(library, case, replace(entry, day=day), today)


def test_only_what_we_wrote_is_carried_as_our_contact(
    library: Library, example: Callable[[str, int], Case]
) -> None:
    case, acts = example("2026-004", 9), library.rules.cases.acts
    theirs = papers.begun(
        library, example("2026-004", 6), acts["rereview-application"], Day(2027, 1, 28)
    )
    members = theirs.rows("members")
    assert [line[0] for line in members][:2] == ["程举例", "温样本"]
    assert all(not any(line[1:]) for line in members)
    written = Entry(
        acts["rereview-application"],
        Day(2027, 1, 28),
        replace(theirs, values=MappingProxyType({**theirs.values, "contact": "申请单位，0000-1"})),
    )
    entries = (*case.entries[:6], written, *case.entries[6:])
    begun = papers.begun(
        library, replace(case, entries=entries), acts["review-decision"], Day(2027, 3, 3)
    )
    assert begun.text("contact") == case.entries[5].text("contact") == "沈示意，0000-00000000"


def test_the_answer_of_the_experts_is_begun_and_quoted(
    library: Library, example: Callable[[str, int], Case]
) -> None:
    case, acts = example("2026-004", 7), library.rules.cases.acts
    begun = papers.begun(library, case, acts["rereview-opinion"], Day(2027, 2, 25))
    assert begun.text("organiser") == case.entries[6].said["organiser"]
    assert begun.values["received"] == Day(2027, 1, 29)
    answered = replace(
        begun, values=MappingProxyType({**begun.values, "outcome": (Chosen("agree"),)})
    )
    after = case.with_entry(Entry(acts["rereview-opinion"], Day(2027, 2, 25), answered))
    decision = papers.begun(library, after, acts["review-decision"], Day(2027, 3, 3))
    assert (
        decision.text("expert")
        == f"{begun.text('organiser')}的复核意见（2027年2月25日），结论为同意"
    )


def test_an_approved_activity_may_change_or_end_while_an_appeal_is_open(
    library: Library, example: Callable[[str, int], Case]
) -> None:
    appealed = event(library, "appealed", Day(2027, 1, 13), grounds="条件过严")
    approved = example("2026-005", 5).with_entry(appealed)
    rejected = example("2026-003", 6)
    risk = event(library, "risk-changed", Day(2027, 1, 14), what="误报增多")
    ended = event(library, "ended", Day(2027, 1, 14), reason="不再研发")

    def states(case: Case, entry: Entry) -> tuple[str, int]:
        now = standing(library, case.with_entry(entry))
        return now.state.key, len(now.strange)

    assert states(approved, risk) == ("reassessing", 0)
    assert states(approved, ended) == ("ended", 0)
    assert states(rejected, risk) == states(rejected, ended) == ("appealing", 1)
    again = standing(library, approved.with_entry(risk))
    assert next(act.key for act in offered(library, again, again.state)) == "reassessed"
    said = cells(library, row(library, again, Day(2027, 1, 14)))
    assert (said[0], said[7], said[13]) == ("要办的", "待重新评估", "记重新评估")
    assert [ends.deadline.key for ends in beside(library, again)] == ["re-decision"]
    settled = event(library, "reassessed", Day(2027, 1, 15), result="可以继续")
    refused = event(library, "appeal-refused", Day(2027, 1, 18), reason="条件适当")
    back = approved.with_entry(risk).with_entry(settled)
    assert standing(library, back).state.key == "appealing"
    assert states(back, refused) == ("tracking", 0)
    now = standing(library, rejected)
    assert "ended" not in {act.key for act in offered(library, now, now.state)}


def test_a_registration_is_done_with_its_day_and_can_be_corrected(
    library: Library, example: Callable[[str, int], Case]
) -> None:
    act = library.rules.cases.acts["registration-activity"]
    before = example("2026-004", 10)
    first = papers.begun(library, before, act, Day(2027, 3, 10))
    full = replace(first, values=MappingProxyType({**first.values, "contact": "沈示意"}))
    written = before.with_entry(Entry(act, Day(2027, 3, 10), full))
    now, then = standing(library, before), standing(library, written)
    assert done(now, act) is None and act in offered(library, now, now.state)
    assert done(then, act) is written.entries[-1] and act not in offered(library, then, then.state)
    again = papers.begun(library, written, act, Day(2027, 3, 12))
    assert dict(again.values) == {**full.values, "day": Day(2027, 3, 12)}


def test_a_tracking_report_is_asked_again_after_the_tracking_it_was_for(
    library: Library, example: Callable[[str, int], Case]
) -> None:
    act, case = library.rules.cases.acts["review-tracking"], example("2026-004", 12)
    report = Entry(act, Day(2027, 9, 1), Answers(act.key, MappingProxyType(
        {"report_kind": (Chosen("tracking"),), "day": Day(2027, 9, 1)}
    )))  # fmt: skip
    told = case.with_entry(report)
    assert done(standing(library, told), act) is report
    tracked = event(library, "tracked", Day(2027, 9, 2), result="没有变化")
    assert done(standing(library, told.with_entry(tracked)), act) is None


ROWS = {
    "members": [{"name": "甲", "from": "2027-01-12", "to": "2031-01-11"}],
    "rules": [{"name": "章程", "day": "2027年2月30日"}],
}
REFUSED = [
    "委员会登记信息表的“委员第1行的任期自”写的是 2027年1月12日，今天是 2027年1月11日："
    "不能记还没有到的日期；请写实际发生的日期",
    "委员会登记信息表：一、组成「委员」：任期起日2027年1月12日晚于填表日期2027年1月11日；"
    "核对两个日期；还没有开始的任期，开始以后再登记",
    "委员会登记信息表：二、章程和制度「制度」：第 1 行的“施行日期”写的是“2027年2月30日”；"
    "日历上没有这一天，请改成实际的日期",
]


def test_days_in_rows_are_held_as_those_of_fields(
    library: Library, example: Callable[[str, int], Case], page: str
) -> None:
    today = Day(2027, 1, 11)
    act, case = library.rules.cases.acts["registration-committee"], example("2026-005", 4)
    tree = {"form": act.key, "answers": {"day": "2027-01-11", **ROWS}}
    entry = Entry(act, today, reading(library.forms[act.key], YamlFile("", tree, {})).answers)
    with pytest.raises(Unclean) as told:
        taking.admit(library, case, entry, today)
    said = [one.message for one in told.value.problems]
    assert [one for one in said if "2027" in one] == REFUSED
    program = "return Cases.admitted(book, forms, given[0], given[1], [], given[2]);"
    made = {"paper": act.key, "day": "2027-01-11", "answers": tree["answers"]}
    days = (today - Day(1970, 1, 1)).days
    assert asked(page, program, [case_tree(library, case), made, days]) == said


@pytest.mark.parametrize(("day", "late"), [(28, False), (29, False), (30, True)])
def test_a_form_counts_its_last_day_as_the_case_does(
    library: Library, example: Callable[[str, int], Case], page: str, day: int, late: bool
) -> None:
    act, case = library.rules.cases.acts["registration-activity"], example("2026-004", 10)
    then = f"2026-06-{day}"
    tree = {"form": act.key, "answers": {"approved": "2026-05-29", "day": then}}
    answers = reading(library.forms[act.key], YamlFile("", tree, {})).answers
    made = case.with_entry(Entry(act, Day.fromisoformat(then), answers))
    found = case_findings(library, made)
    wanted = [one.reason for one in found if "登记的期限" in one.reason]
    reason = "填表日期2026年6月30日晚于登记的期限2026年6月28日（按约定顺延到2026年6月29日）"
    assert wanted == ([reason] if late else [])
    program = "return Cases.caseFindings(book, forms, given[0]).map((one) => one.reason)"
    program += ".filter((one) => one.includes('登记的期限'));"
    assert asked(page, program, [case_tree(library, made)]) == wanted


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2027, ("剩25天", "2027-02-05")),
        (999, ("未规定期限（已5天）", "")),
        (9999, ("未规定期限（已5天）", "")),
    ],
)
def test_a_day_of_a_year_that_nobody_means_starts_nothing(
    library: Library,
    example: Callable[[str, int], Case],
    page: str,
    year: int,
    said: tuple[str, str],
) -> None:
    """The register is shown all the same, on the page too."""
    case, today = example("2026-004", 4), Day(2027, 1, 11)
    *before, acceptance = case.entries
    made = replace(case, entries=(*before, changed(acceptance, accepted=Day(year, 1, 6))))
    line = cells(library, row(library, standing(library, made), today))
    assert line[8:10] == said
    program = "return Cases.cells(book, Cases.register(book, [given[0]], given[1])[0]);"
    days = (today - Day(1970, 1, 1)).days
    assert asked(page, program, [case_tree(library, made), days]) == list(line)


@pytest.mark.parametrize(("since", "said"), [(11, "已0天"), (12, "所记日期还没有到")])
def test_of_a_day_ahead_no_days_are_told(
    library: Library, example: Callable[[str, int], Case], page: str, since: int, said: str
) -> None:
    case, today = example("2026-004", 4), Day(2027, 1, 11)
    *before, acceptance = case.entries
    then = replace(changed(acceptance, accepted=Day(9999, 1, 6)), day=Day(2027, 1, since))
    made = replace(case, entries=(*before, then))
    line = cells(library, row(library, standing(library, made), today))
    assert line[8] == f"未规定期限（{said}）"
    program = "return Cases.cells(book, Cases.register(book, [given[0]], given[1])[0]);"
    days = (today - Day(1970, 1, 1)).days
    assert asked(page, program, [case_tree(library, made), days]) == list(line)
