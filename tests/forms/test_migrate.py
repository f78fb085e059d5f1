"""A draft of an older version of a form keeps what it can and names what it cannot."""

from __future__ import annotations

import json
from typing import Any

import pytest
from scripts import asked
from small import tree_of

from lawbook.forms.form import UNASKED
from lawbook.library.library import Library
from lawbook.site import form_pages

OLD: dict[str, Any] = {
    "form": "meeting",
    "version": "2026.1",
    "state": {
        "place": "云澜市",
        "purpose": "一、目的\n二、范围",
        "day": "2026-12-",
        "way": {"on": ["mail"], "words": {}},
        "topics": {"on": ["law", "budget"], "words": {"budget": "三万元", "other": "写了没有勾"}},
        "guests": [["甲", "处长", "138"], ["", "", ""], ["乙", "", ""]],
        "fax": "010-1",
        "gone_empty": "",
    },
    "shape": {
        "place": {"kind": "text", "called": "地点", "parts": []},
        "purpose": {"kind": "long_text", "called": "目的", "parts": []},
        "day": {"kind": "date", "called": "日期", "parts": []},
        "way": {"kind": "choice", "called": "方式", "parts": [["mail", "邮寄"], ["hand", "当面"]]},
        "topics": {
            "kind": "choices",
            "called": "议题",
            "parts": [["law", "法规"], ["budget", "预算"], ["other", "其他"]],
        },
        "guests": {
            "kind": "rows",
            "called": "名单",
            "parts": [["name", "姓名"], ["post", "职务"], ["phone", "电话"]],
        },
        "fax": {"kind": "text", "called": "传真", "parts": []},
        "gone_empty": {"kind": "text", "called": "备注", "parts": []},
    },
}


FIELDS = """
- key: a
  title: 甲
  fields:
    - {key: place, label: 地点}
    - {key: purpose, label: 目的, kind: long_text}
    - {key: day, label: 日期, kind: date}
    - {key: way, label: 方式}
    - {key: topics, label: 议题, kind: choices, options: [
       {key: law, label: 法规}, {key: staff, label: 人员}]}
    - {key: guests, label: 名单, kind: rows, columns: [
       {key: name, label: 姓名}, {key: phone, label: 电话}, {key: unit, label: 单位}]}
"""


def newer() -> dict[str, Any]:
    """A form of version 2026.2: 传真 is gone, 方式 asks in words, columns stand otherwise."""
    form = tree_of("meeting", "会议表", FIELDS) | {"version": "2026.2"}
    known = [{"key": "meeting", "title": "会议表"}, {"key": "visit", "title": "来访表"}]
    return {"form": form, "known": known}


def migrated(library: Library, saved: dict[str, Any]) -> Any:
    return asked(library, [{"act": "migrated", "data": newer(), "saved": saved}])[0]


def test_what_has_its_place_is_kept_and_the_rest_is_named(library: Library) -> None:
    assert migrated(library, OLD) == {
        "state": {
            "place": "云澜市",
            "purpose": "一、目的\n二、范围",
            "day": "2026-12-",
            "topics": {"on": ["law"], "words": {}},
            "guests": [["甲", "138", ""], ["", "", ""], ["乙", "", ""]],
        },
        "lost": [
            "「方式」：邮寄",
            "「议题」：预算（三万元）、其他（写了没有勾）",
            "「名单」：第 1 行的“职务”：处长",
            "「传真」：010-1",
        ],
        "notes": [],
        "version": "2026.1",
    }


def test_a_draft_of_the_same_version_comes_back_as_it_is(library: Library) -> None:
    form = library.forms["review-application"]
    shape = asked(library, [{"act": "shape", "key": form.key}])[0]
    state = {"leader": "张三", "procedure": {"on": ["simple"], "words": {"simple": "理由"}}}
    saved = {"form": form.key, "version": form.version, "state": state, "shape": shape}
    data = json.loads(json.dumps(form_pages.data(library, form)))
    act = {"act": "migrated", "data": data, "saved": saved}
    assert asked(library, [act]) == [{"state": state, "lost": [], "notes": [], "version": ""}]
    assert set(shape) == {field.key for _, field in form.fields if field.kind not in UNASKED}


def test_a_draft_without_its_shape_loses_nothing_in_silence(library: Library) -> None:
    saved = {"form": "meeting", "state": {"fax": "010-1", "place": "甲"}}
    assert migrated(library, saved) == {
        "state": {"place": "甲"},
        "lost": ["「fax」：010-1"],
        "notes": [],
        "version": "未写明",
    }


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("visit", "这是《来访表》的草稿，不是《会议表》的；请到那份表单的页面打开"),
        ("x", "这是另一份表单（x）的草稿，不是《会议表》的；请到那份表单的页面打开"),
    ],
)
def test_a_draft_of_another_form_is_refused_by_name(
    library: Library, form: str, words: str
) -> None:
    assert migrated(library, OLD | {"form": form}) == {"refused": [words]}
