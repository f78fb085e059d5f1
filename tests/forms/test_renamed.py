"""What was filled in with an older version of a form is read, and what was carried over is told."""

from __future__ import annotations

from typing import Any

import chromium
import pytest
from hand_edits import strip_bookmarks, strip_controls
from readbacks import NAME, act, differences, said
from renamed import COLUMNS, FIELDS, HEADING, KEY, OPTIONS, next_version
from scripts import as_maps, asked, in_browser
from wordfile import edited, example

from lawbook import word
from lawbook.base import yamlfile
from lawbook.forms.answers import reading
from lawbook.library.library import Library
from lawbook.word.read.readback import read

OLD = "review-application-suifang"


@pytest.fixture(scope="module")
def later(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Library:
    return next_version(library, tmp_path_factory.mktemp("later"))


def present(library: Library) -> dict[str, Any]:
    """The old answers under present names, as the page holds them."""
    _, answers = example(library, OLD)
    values = in_browser(answers)["values"]
    for value in values.values():
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict):
                item["option"] = OPTIONS.get(item["option"], item["option"])
    return {FIELDS.get(key, key): value for key, value in values.items()}


NOTES = [
    "甲.yml:7: “unit”是「所在单位」从前的名称，已按 unit_name 读入",
    "甲.yml:9: “submit_date”是「提交日期」从前的名称，已按 day 读入",
    "甲.yml:14: “reviewer”是「审查机构」从前的名称，已按 reviewed_by 读入",
    "甲.yml:14: 「审查机构」的“centre”是选项“受委托的人工智能科技伦理审查与服务中心”"
    "从前的名称，已按现行的读入",
]


def test_an_answer_file_of_the_older_version_is_read_with_a_note(
    library: Library, later: Library
) -> None:
    text = (library.root / f"data/examples/{OLD}.yml").read_text(encoding="utf-8")
    read_ = reading(later.forms[KEY], yamlfile.parse(text, "甲.yml"))
    assert read_.faults == read_.findings == ()
    assert in_browser(read_.answers)["values"] == present(library)
    notes = [str(note) for note in read_.notes]
    assert notes[:4] == NOTES
    assert notes[-1].endswith(f"「人员情况」的“work”是“{HEADING}”这一列从前的名称，已按现行的读入")
    assert len(notes) == 8
    [got] = asked(later, [{"act": "fileReading", "key": KEY, "text": text, "name": "甲.yml"}])
    assert got["lines"]["notes"] == notes
    assert got["lines"]["faults"] == got["lines"]["findings"] == []
    assert got["answers"]["values"] == present(library)


@pytest.mark.parametrize(
    "answers",
    [
        {"unit": "旧", "unit_name": "新"},
        {"reviewer": {"centre": "写在后面"}, "unit": ["不是文字"]},
        {"review_list": ["none", "nothing", "opinion", {"none": None}, {"a": "b", "c": "d"}, []]},
        {"people": [{"work": "甲", "task": "乙"}, {"work": "丙", "wrok": "丁"}, "戊"]},
        {"people": [{"承担工作": "己"}, {"承担工作": "庚", "work": "辛"}]},
        {"constructor": "x", "__proto__": "y", "submit_date": "明天"},
        {"reviewed_by": " centre\n", "review_list": "none"},
        [],
        None,
    ],
)  # fmt: skip
def test_page_and_command_line_carry_over_the_same(later: Library, answers: Any) -> None:
    tree = {"form": KEY, "answers": answers}
    form = later.forms[KEY]
    ours = reading(form, yamlfile.YamlFile("甲.yml", tree))
    [theirs] = asked(later, [{"act": "reading", "key": KEY, "tree": as_maps(tree)}])
    for part in ("faults", "findings", "advice", "notes"):
        want = [one.message for one in getattr(ours, part)]
        assert [one["message"] for one in theirs[part]] == want
    assert theirs["answers"]["values"] == in_browser(ours.answers)["values"]


def test_a_former_name_beside_the_present_one_is_an_unknown_word(later: Library) -> None:
    tree = {"form": KEY, "answers": {"unit": "旧", "unit_name": "新"}}
    read_ = reading(later.forms[KEY], yamlfile.YamlFile("甲.yml", tree))
    assert [one.message for one in read_.faults] == [
        "表单没有“unit”这一栏；最接近的是 unit_name（所在单位）"
    ]
    assert read_.answers.values["unit_name"] == "新"
    [got] = asked(later, [{"act": "stateOf", "key": KEY, "tree": as_maps(tree)}])
    assert got == {"state": {"unit_name": "新"}, "lost": ["「unit」：旧"]}


@pytest.mark.parametrize("way", ["as filled", "without controls", "without bookmarks"])
def test_a_word_file_of_the_older_version_is_read_with_a_note(
    library: Library, later: Library, way: str
) -> None:
    data = word.fill(*example(library, OLD))
    if way != "as filled":
        data = edited(data, strip_controls if "controls" in way else strip_bookmarks)
    back = read(later.forms, data, NAME)
    assert back.faults == ()
    assert in_browser(back.answers)["values"] == present(library)
    notes = [str(note) for note in back.notes]
    assert notes[0].startswith(
        f"文件由 {library.forms[KEY].version} 版空白表填写，现行的是 2027.1 版；"
    )
    assert "「所在单位」: 按旧版表单的栏目读入；请核对" in notes
    (answer,) = chromium.asked(later, [act(later, data)])
    assert differences(said(later, data), answer) == []


def test_a_draft_of_the_older_version_is_opened_with_a_note(
    library: Library, later: Library
) -> None:
    [shape] = asked(library, [{"act": "shape", "key": KEY}])
    state = {
        "unit": "云澜医联",
        "reviewer": {"on": ["centre"], "words": {}},
        "review_list": {"on": ["none"], "words": {"none": "写了"}},
        "people": [["甄样例", "总责", "", ""], ["任虚拟", "算法", "", "已培训"]],
    }
    [got] = asked(
        later,
        [
            {
                "act": "migratedHere",
                "key": KEY,
                "saved": {"form": KEY, "version": "2026.1", "state": state, "shape": shape},
            }
        ],
    )
    assert got == {
        "state": {
            "unit_name": "云澜医联",
            "reviewed_by": {"on": ["service_centre"], "words": {}},
            "review_list": {"on": ["nothing"], "words": {"nothing": "写了"}},
            "members": state["people"],
        },
        "lost": [],
        "notes": [
            "「所在单位」按旧版表单的栏目读入",
            "「审查机构」按旧版表单的栏目读入",
            "「人员情况」按旧版表单的栏目读入",
        ],
        "version": "2026.1",
    }


def test_a_draft_with_both_names_keeps_the_present_and_names_the_other(
    library: Library, later: Library
) -> None:
    [shape] = asked(library, [{"act": "shape", "key": KEY}])
    saved = {"form": KEY, "state": {"unit": "旧", "unit_name": "新"}, "shape": shape}
    [got] = asked(later, [{"act": "migratedHere", "key": KEY, "saved": saved}])
    assert [got["state"], got["lost"]] == [{"unit_name": "新"}, ["「所在单位」：旧"]]


def test_the_fictional_form_renames_what_the_old_one_has(library: Library) -> None:
    keys = {field.key for _, field in library.forms[KEY].fields}
    options = {one.key for _, field in library.forms[KEY].fields for one in field.options}
    columns = {one.key for _, field in library.forms[KEY].fields for one in field.columns}
    assert keys >= set(FIELDS)
    assert options >= set(OPTIONS)
    assert columns >= set(COLUMNS)
