"""What a city's report tells of its goals in words is what its table counts, on both sides."""

from __future__ import annotations

import scripts

from lawbook.base.yamlfile import YamlFile
from lawbook.checks import filled_form
from lawbook.forms.answers import reading
from lawbook.library.library import Library

STATES = ["完成", "完成", "完成", "完成", "部分完成", "部分完成"]
FREE = [
    "工作目标共6项，完成4项，部分完成2项，没有未完成的。",
    "工作目标六项，已完成四项，部分完成两项",
    "工作目标6项，4项已经完成。提出立项建议2项，完成1项，其余在论证。",
    "印发配套制度4项；完成专家复核2项，完成8个标准的立项。",
    "（目标）计划完成5项标准，需完成9项任务，目标已经公布。",
    "具体目标5项、总体目标1项，均有证明材料。",
]
FOUND = {
    "工作目标共6项，完成5项，部分完成1项。": ["done", "partly-done"],
    "六项目标，完成五项，部分完成两项": ["done"],
    "目标共7项，完成4项，部分完成2项，未完成1项。": ["in-all", "not-done"],
    "工作目标共６项，全部完成6项": ["done"],
    "工作目标6项：完成4项；目标中没有完成的2项": ["not-done"],
}


def test_the_goals_told_in_words_are_those_of_the_table(library: Library) -> None:
    form = library.forms["pilot-summary"]
    goals = [{"goal": f"目标{n}", "status": state} for n, state in enumerate(STATES)]
    trees = [
        {"form": form.key, "answers": {"overall": text, "goals": goals}} for text in (*FREE, *FOUND)
    ]
    want, told = [], []
    for tree in trees:
        answers = reading(form, YamlFile("", tree, {})).answers
        some = filled_form.remarks(library, answers)
        want.append([str(one) for one in some])
        told.append(sorted(one.reason for one in some if one.reason.startswith("写“")))
    words = {"done": "结论是“完成”", "partly-done": "结论是“部分完成”"}
    words |= {"not-done": "结论是“未完成”", "in-all": "的表有"}
    for text, reasons in zip((*FREE, *FOUND), told, strict=True):
        found = [key for key, word in words.items() for one in reasons if word in one]
        assert sorted(found) == sorted(FOUND.get(text, [])), (text, reasons)
    asked = [{"act": "remarks", "key": form.key, "tree": scripts.as_maps(tree)} for tree in trees]
    assert [one["lines"] for one in scripts.asked(library, asked)] == want


SUMS = {
    "工作目标6项，完成4项，部分完成2项，没有未完成的": (),
    "工作目标6项，完成5项，部分完成2项，没有未完成的": ("7",),
    "工作目标六项，完成四项，部分完成一项，没有未完成的": ("5",),
    "工作目标6项，完成3项，部分完成1项，未完成1项": ("5",),
    "工作目标6项，完成4项；提出立项建议2项，完成8项": (),
    "工作目标6项，完成5项": (),
    "工作目标6项，完成5项，部分完成9三项，没有未完成的": (),  # 9三 is no number
    "工作目标三6项，完成五项，部分完成两项，没有未完成的": (),
}
ALL = {
    "工作目标共6项，六项全部完成": ["done"],
    "工作目标6项均已完成": ["done"],
    "工作目标全部如期完成": ["open"],
    "四条路径的目标均有证明材料，4项制度全部印发": [],
}


def _reasons(library: Library, trees: list[dict[str, object]]) -> list[list[str]]:
    """What is found of each, the page as the command line."""
    some = [
        filled_form.remarks(
            library,
            reading(library.forms[str(tree["form"])], YamlFile("", tree, {})).answers,
        )
        for tree in trees
    ]
    asked = [
        {"act": "remarks", "key": tree["form"], "tree": scripts.as_maps(tree)} for tree in trees
    ]
    told = [one["lines"] for one in scripts.asked(library, asked)]
    assert told == [[str(one) for one in each] for each in some]
    return [[one.reason for one in each] for each in some]


def test_a_task_has_its_progress_and_a_sum_its_parts(library: Library) -> None:
    goals = [{"goal": f"目标{n}", "status": state} for n, state in enumerate(STATES)]
    days = {"start": "2027-01-15", "end": "2027-03-31"}
    tasks = [{"id": f"R{n}", "task": f"任务{n}", **days} for n in range(1, 5)]
    progress = [
        {"id": "R1", "task": "任务1", "state": "完成", "done_on": "2027-01-02"},
        {"id": " R2", "task": "任务2", "state": "未开始"},
        {"id": "R4", "task": "任务4", "state": "延期"},
    ]
    papers: list[tuple[str, dict[str, object]]] = [
        *(("pilot-request", {"result": text}) for text in SUMS),
        *(("pilot-summary", {"overall": text, "goals": goals}) for text in ALL),
        ("pilot-tasks", {"as_of": "2027-06-28", "tasks": tasks, "progress": progress}),
        ("pilot-tasks", {"as_of": "2027-03-31", "tasks": tasks, "progress": progress[1:2]}),
        ("pilot-tasks", {"tasks": tasks}),
    ]
    told = _reasons(library, [{"form": form, "answers": answers} for form, answers in papers])
    for (text, sums), reasons in zip(SUMS.items(), told, strict=False):
        found = [one for one in reasons if "加起来是" in one]
        assert [one.split("加起来是")[1] for one in found] == [f"{one}项" for one in sums], text
    words = {"done": "结论是“完成”的有4项", "open": "部分完成、未完成的有2项"}
    for (text, keys), reasons in zip(ALL.items(), told[len(SUMS) :], strict=False):
        assert [
            key for key, word in words.items() if any(word in one for one in reasons)
        ] == keys, text
    of_tasks = [[one for one in each if one.startswith("任务“")] for each in told[-3:]]
    assert of_tasks == [
        [
            "任务“R3”没有写完成情况",
            "任务“R1”的完成日期2027年1月2日早于开始日期2027年1月15日",
            "任务“R2”到统计日期2027年6月28日已经过了结束日期2027年3月31日，状态还是未开始或者进行中",
        ],
        ["任务“R1”没有写完成情况", "任务“R3”没有写完成情况", "任务“R4”没有写完成情况"],
        [],
    ]


def test_a_sign_of_two_units_counts_as_one(library: Library) -> None:
    """𠮷 is two units of UTF-16: a pattern that allows twelve signs allows twelve of them."""
    told = {
        f"发现3个{'𠮷' * 10}，整改4个": 1,
        f"发现3个{'甲' * 10}，整改4个": 1,
        f"发现3个{'𠮷' * 12}，整改4个": 0,
    }
    trees: list[dict[str, object]] = [
        {"form": "pilot-plan", "answers": {"goals": text}} for text in told
    ]
    found = [sum("算不对" in one for one in reasons) for reasons in _reasons(library, trees)]
    assert found == list(told.values())
