"""A case: its file, where it stands, the next paper, what is refused."""

import datetime
import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from made_cases import VOTERS, changed, made, until

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.desk import papers, taking
from lawbook.desk.case import Case, case_file, case_tree, read_case
from lawbook.desk.findings import case_findings
from lawbook.desk.folder import KIND, cases_in, cases_of
from lawbook.desk.standing import standing, term
from lawbook.forms.answer_file import answer_file
from lawbook.forms.answers import Answers
from lawbook.library.library import Library

TODAY = datetime.date(2027, 1, 4)
EXAMPLES = ("2026-003", "2026-004", "2026-005")
MANY = 1000


def with_changed(case: Case, key: str, **values: object) -> Case:
    entries = tuple(changed(e, **values) if e.act.key == key else e for e in case.entries)
    return replace(case, entries=entries)


def rules_that_find(library: Library, case: Case) -> list[str]:
    found = case_findings(library, case)
    return [one.rule for one in found if one.rule != "paper"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_fictional_complete_and_clean(
    library: Library, example: Callable[[str], Case], name: str
) -> None:
    case = example(name)
    assert "虚构示例" in case.mark
    assert case_findings(library, case) == ()
    assert standing(library, case).state.key in {"tracking", "rejected"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_case_reads_back_as_it_was_written(
    library: Library, example: Callable[[str], Case], name: str
) -> None:
    case = example(name)
    text = case_file(library, case)
    again = read_case(library, yamlfile.parse(text, "x.yml"))
    assert case_tree(library, again) == case_tree(library, case)
    of_page = json.dumps({"kind": KIND, "cases": [case_tree(library, case)]}, ensure_ascii=False)
    (from_page,) = cases_of(library, yamlfile.parse(of_page, "folder.json"))
    assert case_tree(library, from_page) == case_tree(library, case)


def test_the_order_of_a_listed_case_is_that_of_the_official_reading(
    library: Library, example: Callable[[str], Case]
) -> None:
    case = example("2026-004")
    states = [standing(library, until(case, n + 1)).state.label for n in range(len(case.entries))]
    assert states == [
        "待受理", "待补正", "待受理", "审查中", "待出意见", "待申请复核", "复核中", "复核中",
        "待决定", "待登记", "待登记", "跟踪期内",
    ]  # fmt: skip
    steps = [step.label for step in library.rules.cases.way(listed=True)]
    assert steps == ["受理", "审查", "复核", "决定", "登记", "跟踪"]
    steps = [step.label for step in library.rules.cases.way(listed=False)]
    assert steps == ["受理", "审查", "决定", "跟踪"]


def test_the_days_are_those_of_the_deadlines(
    library: Library, example: Callable[[str], Case]
) -> None:
    case = example("2026-004")

    def due(count: int) -> tuple[str, str, bool]:
        found = term(library, standing(library, until(case, count)))
        assert found
        return found.deadline.key, str(found.day), found.extended

    assert due(4) == ("decision", "2027-02-05", False)
    assert due(7) == ("re-review-answer", "2027-02-28", False)
    assert due(9) == ("decision", "2027-03-12", True)
    assert due(10) == ("listed-registration", "2027-04-02", False)
    assert due(12) == ("tracking-listed", "2027-09-03", False)
    there = replace(until(case, 10), place="北京")
    found = term(library, standing(library, there))
    assert found and found.deadline.key == "beijing-listed-registration"


def test_a_letter_begins_with_all_that_is_known(
    library: Library, example: Callable[[str], Case]
) -> None:
    case, acts = example("2026-004"), library.rules.cases.acts
    decision = papers.begun(
        library, until(case, 9), acts["review-decision"], datetime.date(2027, 3, 3)
    )
    told = case.papers("review-decision")[0].answers
    assert told
    assert {key for key in told.values if key not in decision.values} == {"number", "reason"}
    for key, value in decision.values.items():
        assert told.values[key] == value, key


def test_the_supplement_notice_names_just_what_was_removed(
    library: Library, example: Callable[[str], Case]
) -> None:
    form = library.forms["review-application"]
    full = example("2026-004").entries[2]
    assert full.answers
    asked = [
        f for _, f in form.fields if (f.required or f.advised) and f.key in full.answers.values
    ]
    chance = random.Random(15)
    known = {"activity_name", "leader", "unit"}
    some = [[one] for one in chance.sample(asked, 12)]
    some += [chance.sample(asked, chance.randrange(2, 6)) for _ in range(12)]
    for removed in some:
        gone = {field.key for field in removed} - known
        left = {key: v for key, v in full.answers.values.items() if key not in gone}
        entry = replace(full, answers=Answers(form.key, MappingProxyType(left)))
        notice = papers.begun(
            library,
            Case("2026-001", (entry,)),
            library.rules.cases.acts["review-supplement"],
            TODAY,
        )
        rows = {row[0] for row in notice.rows("materials")}
        assert rows == {form.field(key).called for key in gone}


def test_a_decision_builds_only_on_clean_minutes_of_the_same_case(
    library: Library, example: Callable[[str], Case]
) -> None:
    case, act = example("2026-003"), library.rules.cases.acts["review-decision"]
    with pytest.raises(
        ProblemsFound, match="案件“审查中”，审查决定书要在“待决定、待重新决定”的时候写"
    ):
        papers.begun(library, until(case, 2), act, TODAY)
    rows = case.papers("review-minutes")[0].answers
    assert rows
    nameless = tuple(("", *row[1:]) for row in rows.rows("members"))
    unclean = with_changed(until(case, 3), "review-minutes", members=nameless)
    with pytest.raises(ProblemsFound, match=r"审查会议记录还有 . 处必改，不能据此写审查决定书"):
        papers.begun(library, unclean, act, TODAY)
    with pytest.raises(ProblemsFound, match="案件“申诉中”，审查决定书要在"):
        papers.begun(library, until(case, 6), act, TODAY)  # the old minutes were decided upon


def test_a_paper_of_another_case_is_refused(
    library: Library, example: Callable[[str], Case]
) -> None:
    other = example("2026-003").papers("review-acceptance")[0].answers
    assert other
    with pytest.raises(ProblemsFound) as caught:
        taking.taken(library, until(example("2026-005"), 1), other, TODAY)
    said = [str(one) for one in caught.value.problems]
    assert any("不是同一件，没有写入" in one and "跨境电商" in one for one in said)


def test_a_letter_with_an_empty_place_is_refused(
    library: Library, example: Callable[[str], Case]
) -> None:
    case = until(example("2026-005"), 1)
    begun = papers.begun(library, case, library.rules.cases.acts["review-acceptance"], TODAY)
    with pytest.raises(ProblemsFound, match="信中“文书编号”的位置空着"):
        taking.taken(library, case, begun, TODAY)


def test_no_letter_to_an_applicant_begins_with_what_is_internal(library: Library) -> None:
    written = 0
    for number in range(MANY):
        case = made(library, number, seed=3)
        now = standing(library, case)
        for key in now.state.offers:
            act = library.rules.cases.acts[key]
            if act.audience != "applicant" or key not in library.forms:
                continue
            try:
                begun = papers.begun(library, case, act, TODAY)
            except ProblemsFound:
                continue
            written += 1
            text = answer_file(library.forms[key], begun)
            assert not [name for name in VOTERS if name in text]
            assert "表决" not in text
    assert written > 40


def test_article_26_and_an_extension_are_reasons(
    library: Library, example: Callable[[str], Case]
) -> None:
    listed = example("2026-004")
    lost = replace(
        listed,
        entries=tuple(e for e in listed.entries if e.act.key != "re-review-answered"),
    )
    said = with_changed(lost, "review-decision", expert="依照《办法》第二十六条不再开展专家复核")
    assert "case-listed-approval-rests" not in rules_that_find(library, said)
    without = replace(listed, entries=tuple(e for e in listed.entries if e.act.key != "extended"))
    assert rules_that_find(library, listed) == []
    assert rules_that_find(library, without) == ["case-decision-in-time"]


HOSTILE = {
    "a list": ("- a\n", "不是案件文件"),
    "another file": ("form: review-application\nanswers: {}\n", "不是案件文件"),
    "no entries": ("case: 2026-001\n", "缺少 entries"),
    "a path": ("case: ../../etc\nentries: [{event: served, day: 2026-01-01}]\n", "案号"),
    "an anchor": ("case: &a 2026-001\nentries: [*a]\n", "不使用锚点"),
    "an unknown paper": ("case: '1'\nentries: [{paper: x, day: 2026-01-01}]\n", "没有文书“x”"),
    "both": ("case: '1'\nentries: [{paper: x, event: y}]\n", "只写一个"),
    "no day": ("case: '1'\nentries: [{event: served, day: 2月}]\n", "日期应写成"),
    "a foreign key": ("case: '1'\nx: 1\nentries: [{event: served}]\n", "不认识的键 x"),
    "words that nobody asked for": (
        "case: '1'\nentries: [{event: served, day: 2026-02-03, said: {x: y}}]\n", "没有 x 这一项",
    ),
    "a field that is not there": (
        "case: '1'\nentries: [{paper: review-decision, day: 2026-02-03, answers: {votes: 7}}]\n",
        "表单没有“votes”这一栏",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(library: Library, name: str) -> None:
    text, said = HOSTILE[name]
    with pytest.raises(ProblemsFound) as caught:
        read_case(library, yamlfile.parse(text, "x.yml"))
    assert said in str(caught.value)
    assert all(one.where.startswith("x.yml:") for one in caught.value.problems)


def test_one_number_twice_is_told(library: Library, root: Path, tmp_path: Path) -> None:
    text = (root / "data" / "examples" / "cases" / "2026-005.yml").read_text(encoding="utf-8")
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    _, problems = cases_in(library, sorted(tmp_path.iterdir()))
    assert len(problems) == 1
    assert "案号 2026-005 与" in str(problems[0])


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda tree: tree["cases"][0]["entries"].pop(0), "案件的第一项应是审查申请书"),
        (lambda tree: tree.update(version=99), "文件的版本是“99”"),
        (lambda tree: tree.update(name=["甲"]), "案卷夹的名称应是文字"),
        (lambda tree: tree["cases"][0].update(place={"a": "b"}), "所在地应是文字"),
    ],
)
def test_a_folder_that_is_none_is_refused_in_a_sentence(
    library: Library, root: Path, edit: Callable[[dict[str, Any]], object], said: str
) -> None:
    text = (root / "data" / "examples" / "cases" / "2026-003.yml").read_text(encoding="utf-8")
    tree = {"kind": "lawbook-cases", "version": 1, "name": "甲", "cases": [yaml.safe_load(text)]}
    assert len(cases_of(library, yamlfile.parse(json.dumps(tree), "甲.json"))) == 1
    edit(tree)
    with pytest.raises(ProblemsFound, match=said):
        cases_of(library, yamlfile.parse(json.dumps(tree), "甲.json"))
