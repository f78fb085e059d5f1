"""Each rule about the rules, tried with one small fault in the real data."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.checks.rules import RULE_CHECKS
from lawbook.library.library import Library
from lawbook.rules.rulebook import rule_file
from lawbook.rules.workdays import YearCalendar


def faults(library: Library) -> list[str]:
    return [problem.message for check in RULE_CHECKS for problem in check(library)]


def mutated(library: Library, root: Path, name: str, change: tuple[str, str]) -> Library:
    """The Library with one change in one rule file, which must stand in it."""
    text = (root / f"data/rules/{name}.yml").read_text(encoding="utf-8")
    assert change[0] in text, change[0]
    read = rule_file(yamlfile.parse(text.replace(*change, 1), f"data/rules/{name}.yml"))
    assert read is not None
    others = [one for one in library.rules.statements if not one.id.startswith(f"{name}/")]
    statements = (*others, *read[1])
    rules = replace(library.rules, statements=statements, **{name: read[0]})  # type: ignore[arg-type]
    return replace(library, rules=rules)


def test_the_real_rules_have_no_faults(library: Library) -> None:
    assert faults(library) == []


def test_a_project_without_rules_has_no_faults(mini: Library) -> None:
    assert faults(mini) == []
    assert not mini.rules


MUTATIONS = {
    "a form that does not exist": (
        "decision", ("form: review-application, field: unit", "form: review, field: unit"),
        ["fills 中 no-unit-name 填的表单 review 不存在"],
    ),
    "a field that does not exist": (
        "decision", ("field: unit, text: 无", "field: units, text: 无"),
        ["fills 中 no-unit-name 填的栏目 units 不存在"],
    ),
    "an option that does not exist": (
        "decision", ("field: reviewer, option: committee", "field: reviewer, option: own"),
        ["fills 中 own 填的「审查机构」没有选项 own"],
    ),
    "words for a box": (
        "decision", ("field: unit, text: 无", "field: reviewer, text: 无"),
        ["fills 中 no-unit-name 填的「审查机构」不是文字栏"],
    ),
    "a row of an unknown question": (
        "decision", ("key: risk, question: effects", "key: risk, question: effect"),
        ["rows 中 risk 的问题 effect 不存在"],
    ),
    "a column that does not exist": (
        "decision", ("column: risk, said", "column: risks, said"),
        [
            f"fills 中 risk-{key} 填的「风险清单」没有 risks 这一列"
            for key in ("decides", "health", "body", "emotion", "watches", "content", "fakes",
                        "acts", "nature", "order")
        ],
    ),
    "a fact that does not exist": (
        "deadlines", ("[measures-2026#art-16-days]", "[measures-2026#art-16-dayz]"),
        ["没有事实 measures-2026#art-16-dayz；现有：measures-2026#title"],
    ),
    "a provision that does not exist": (
        "crosswalk", ("draft: [measures-2025-draft/art-1]", "draft: [measures-2025-draft/art-38]"),
        ["没有 measures-2025-draft/art-38；现有：measures-2025-draft/art-1"],
    ),
    "responsible units that do not exist": (
        "obligations", ("part-2/item-3/duty-1", "part-2/item-3/duty-2"),
        ["没有 beijing-2024/part-2/item-3/duty-2；现有：beijing-2024/part-2/item-3/duty-1"],
    ),
    "a provision without text as a ground": (
        "deadlines", ("basis: [measures-2026#art-17-interval]", "basis: [measures-2026/art-17]"),
        ["measures-2026/art-17 未收录原文；basis 请写事实编号，或移到 see", "confidence"],
    ),
    "a draft-only period called two": (
        "deadlines", ("confidence: draft\n    final_unseen: true\n    see: [measures-2026#art-16-a",
                      "confidence: two\n    final_unseen: true\n    see: [measures-2026#art-16-a"),
        ["deadlines/appeal 的 confidence 是 two，basis 中最弱的是 draft"],
    ),
    "an unseen text not called unseen": (
        "roles", ("confidence: two\n    final_unseen: true", "confidence: two"),
        ["的依据中正式文字未见；请加上 final_unseen: true"],
    ),
    "a seen text called unseen": (
        "obligations", ("confidence: one\n    see: [measures-2025-draft/art-3/par-1]",
                        "confidence: one\n    final_unseen: true"),
        ["obligations/principles 的依据中正式文字已见；请删去 final_unseen"],
    ),
    "a role that is not described": (
        "roles", ("  - key: media\n", "  - key: medium\n"),
        ["media：没有说明这个角色做什么", "medium：词表 roles 中没有"],
    ),
    "an actor that is nobody": (
        "procedures", ("actor: [chair]", "actor: [chairman]"),
        ["actor 的 chairman 不在词表 roles 或 units 中"],
    ),
    "a deadline that is not there": (
        "procedures", ("deadlines: [re-decision]", "deadlines: [redecision]"),
        ["没有期限 redecision"],
    ),
    "a trigger without deadline": (
        "deadlines", ("{key: submitted, label: 提交申请材料}", "{key: sent, label: 提交申请材料}"),
        ["没有起算事项 submitted", "起算事项 sent 没有引出期限"],
    ),
    "a form that is not there": (
        "decision", ("forms: [review-application]", "forms: [review]"),
        ["没有表单 review；现有：pilot-plan、pilot-request、pilot-summary、pilot-tasks、"],
    ),
    "a step that leads nowhere": (
        "procedures", ("to: general/meet\n", "to: general/x\n"),
        ["没有步骤 general/x"],
    ),
    "a step that nobody reaches": (
        "procedures", ("          - {to: refused, when: 不受理}\n", ""),
        ["步骤 general/refused 从哪里都到不了"],
    ),
    "a part that does not exist": (
        "decision", ("part: reviewer\n", "part: review\n"),
        ["没有部分 review"],
    ),
    "a condition that can never hold": (
        "decision", ("{question: urgent, answers: [yes]}", "{question: urgent, answers: [sure]}"),
        ["only_if 中没有问题 urgent 的答案 sure"],
    ),
    "a name that stands further down": (
        "decision", ("{key: ai, only_if: [", "{key: ai, only_if: [{term: science}, "),
        ["only_if 中没有在前面写明的名字 science"],
    ),
    "a name used twice": (
        "decision", ("  - key: bias\n", "  - key: touched\n"),
        ["名字 touched 用了两次"],
    ),
    "a list without its term": (
        "decision", ("hit: hit-g-1,", "hit: hit-g-0,"),
        ["没有名字 hit-g-0"],
    ),
    "a reason from what is not ticked": (
        "decision", ("only_if: [{term: science}, {term: persons}]",
                     "only_if: [{none: [{term: science}]}]"),
        ["理由 human 的条件里不能有 none"],
    ),
    "an answer asked in vain": (
        "decision", ("{key: none, label: 没有变化, alone: true}",
                     "{key: nothing, label: 没有变化}"),
        ["答案 nothing 没有带来任何结果"],
    ),
    "an excluded consequence that does not exist": (
        "decision", ("excludes: [re-review-ai]", "excludes: [re-review-an]"),
        ["excludes 写的结果 re-review-an 不存在"],
    ),
    "a focus that does not exist": (
        "decision", ("{criterion: privacy,", "{criterion: secrecy,"),
        ["没有审查要点 secrecy"],
    ),
    "a moment that does not exist": (
        "decision", ("trigger: [{text: tracked}]", "trigger: [{text: trackt}]"),
        ["没有起算事项 trackt"],
    ),
    "an open term that is not there": (
        "crosswalk", ("opens: [sensitive-field]", "opens: [sensitive]"),
        ["没有开放用语 sensitive", "开放用语 sensitive-field 没有出现在任何一行"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTATIONS)
def test_each_fault_is_found(library: Library, root: Path, name: str) -> None:
    file, change, expected = MUTATIONS[name]
    said = faults(mutated(library, root, file, change))
    for begin in expected:
        assert any(begin in message for message in said), said


def test_a_human_judgement_must_be_able_to_stay_open(library: Library, root: Path) -> None:
    text = (root / "data/rules/decision.yml").read_text(encoding="utf-8")
    change = (
        "{key: unsure, label: 说不清}\n\n  # —— 确认",
        "{key: open, label: 说不清}\n\n  # —— 确认",
    )
    assert change[0] in text
    with pytest.raises(Exception, match="问题 urgent 由人判断，须有答案 unsure（说不清）"):
        rule_file(yamlfile.parse(text.replace(*change, 1), "decision.yml"))


def test_a_calendar_says_what_its_facts_say(library: Library) -> None:
    year = library.calendars["china-2026"]
    less = year.model_copy(update={"working": year.working[1:]})
    other = year.model_copy(update={"source": "nobody"})
    assert said_of(library, less) == ["2026-01-04 与 basis 中的事实不一致"]
    assert said_of(library, other) == ["没有来源 nobody"]
    moved = (*year.working[:-1], date(2026, 10, 11))
    assert said_of(library, year.model_copy(update={"working": moved})) == [
        "2026-10-10 与 basis 中的事实不一致",
        "2026-10-11 与 basis 中的事实不一致",
    ]


def said_of(library: Library, year: YearCalendar) -> list[str]:
    return faults(replace(library, calendars={year.key: year}))


def test_places_are_lines_of_files(library: Library, root: Path) -> None:
    change = ("deadlines: [re-decision]", "deadlines: [redecision]")
    broken = mutated(library, root, "procedures", change)
    (problem,) = [one for check in RULE_CHECKS for one in check(broken)]
    file, _, line = problem.where.rpartition(":")
    step = (root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert (file, step.strip()) == ("data/rules/procedures.yml", "- key: redecide")


def test_every_rule_explains_itself() -> None:
    assert all((check.__doc__ or "").strip().endswith(".") for check in RULE_CHECKS)
