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
    form, rules = library.forms["pilot-summary"], filled_form.rules(library)
    goals = [{"goal": f"目标{n}", "status": state} for n, state in enumerate(STATES)]
    trees = [
        {"form": form.key, "answers": {"overall": text, "goals": goals}} for text in (*FREE, *FOUND)
    ]
    want, told = [], []
    for tree in trees:
        answers = reading(form, YamlFile("", tree, {})).answers
        some = filled_form.remarks(library, rules, answers)
        want.append([str(one) for one in some])
        told.append(sorted(one.reason for one in some if one.reason.startswith("写“")))
    words = {"done": "结论是“完成”", "partly-done": "结论是“部分完成”"}
    words |= {"not-done": "结论是“未完成”", "in-all": "的表有"}
    for text, reasons in zip((*FREE, *FOUND), told, strict=True):
        found = [key for key, word in words.items() for one in reasons if word in one]
        assert sorted(found) == sorted(FOUND.get(text, [])), (text, reasons)
    asked = [{"act": "remarks", "key": form.key, "tree": scripts.as_maps(tree)} for tree in trees]
    assert [one["lines"] for one in scripts.asked(library, asked)] == want
