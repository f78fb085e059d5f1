"""Cells that are dates, numbers, names of their rows, and that name rows of another list."""

from __future__ import annotations

from random import Random

import pytest
import scripts

from lawbook.base.yamlfile import YamlFile
from lawbook.forms.answers import reading
from lawbook.forms.findings import findings
from lawbook.library.library import Library

TASKS = "pilot-tasks"


def _advice(library: Library, **values: object) -> list[str]:
    form = library.forms[TASKS]
    answers = reading(form, YamlFile("a.yml", {"form": TASKS, "answers": values}, {})).answers
    return [one.message for one in findings(form, answers.values) if one.path]


def test_two_tasks_with_one_number_are_named(library: Library) -> None:
    tasks = [{"id": "R1", "task": "甲"}, {"id": "R1", "task": "乙"}]
    assert _advice(library, tasks=tasks) == [
        "「任务安排」第 2 行的“编号”与第 1 行相同：“R1”；请各写各的"
    ]


def test_progress_of_a_task_that_does_not_exist_is_named(library: Library) -> None:
    found = _advice(
        library,
        tasks=[{"id": "R1", "task": "甲"}],
        progress=[{"id": "R2", "task": "甲"}],
    )
    assert found == ["「完成情况」第 1 行的“编号”写的“R2”在「任务安排」中没有；请核对编号"]


@pytest.mark.parametrize(
    ("day", "remedy"),
    [
        ("年底", "请写成 2026-12-01"),
        ("2026年13月1日", "日历上没有这一天，请改成实际的日期"),
        ("2026-02-30", "日历上没有这一天，请改成实际的日期"),
    ],
)
def test_a_date_that_is_none_is_named(library: Library, day: str, remedy: str) -> None:
    found = _advice(library, tasks=[{"id": "R1", "task": "甲", "end": day}])
    assert found == [f"「任务安排」第 1 行的“结束”写的是“{day}”；{remedy}"]


@pytest.mark.parametrize("day", ["2026-12-01", "2026年12月1日", "2026.12.1"])
def test_a_date_may_be_written_as_people_write_it(library: Library, day: str) -> None:
    assert _advice(library, tasks=[{"id": "R1", "task": "甲", "end": day}]) == []


def test_evidence_that_the_list_lacks_is_named(library: Library) -> None:
    form = library.forms["pilot-summary"]
    file = library.examples["pilot-summary-yunlan"]
    values = dict(reading(form, file).answers.values)
    assert not list(findings(form, values))
    values["evidence"] = values["evidence"][:-1]  # type: ignore[index]
    found = [one.message for one in findings(form, values)]
    assert found[0].endswith("写的“证12”在「证明材料清单」中没有；请核对编号")
    assert len(found) == 3


def test_the_browser_says_the_same_of_cells(library: Library) -> None:
    dice = Random(5)
    form = library.forms[TASKS]
    ids, days = ["R1", "R2", "R3、R1", "", "R 4"], ["2026-12-01", "昨天", "", "二〇二六年九月三日"]
    acts, want = [], []
    for _ in range(100):
        tasks = [{"id": dice.choice(ids), "task": "甲", "end": dice.choice(days)} for _ in range(3)]
        progress = [{"id": dice.choice(ids), "task": "甲"} for _ in range(3)]
        tree = {"form": TASKS, "answers": {"tasks": tasks, "progress": progress}}
        read = reading(form, YamlFile("", tree, {}))
        acts.append({"act": "reading", "key": TASKS, "tree": scripts.as_maps(tree)})
        want.append([one.message for one in [*read.findings, *read.advice]])
    got = scripts.asked(library, acts)
    assert [
        [one["message"] for one in [*read["findings"], *read["advice"]]] for read in got
    ] == want
    assert any("相同" in line for lines in want for line in lines)
