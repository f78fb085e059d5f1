"""Broken answer files: the page reads or refuses them as the command line does, with a sentence."""

from __future__ import annotations

import json
import re
from collections import Counter
from random import Random
from typing import Any

import pytest
from broken_yaml import SMALL, mangled
from scripts import as_maps, asked

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library

COUNT = 2000
REASON = re.compile("（[^（）]*）(?=；请检查缩进)")


def said(text: str) -> Any:
    """What Python makes of a text, its refusals as the page words them."""
    try:
        return json.loads(json.dumps(as_maps(yamlfile.parse(text, "a.yml").tree)))
    except ProblemsFound as found:
        return {"refused": [REASON.sub("", str(one)) for one in found.problems]}


def kind(ours: Any, theirs: Any) -> str:
    refused = ["refused" in one if isinstance(one, dict) else False for one in (ours, theirs)]
    if ours == theirs:
        return "the same refusal" if refused[0] else "the same tree"
    if refused == [False, False]:
        return "another tree"
    if refused == [True, False]:
        return "read by the page only"
    return "another line" if all(refused) else "read by the command line only"


def test_broken_files_are_read_or_refused_alike(library: Library) -> None:
    dice = Random(20261122)
    whole = [(library.root / f"data/examples/{name}.yml").read_text("utf-8") for name in EXAMPLES]
    texts = list(mangled(dice, [SMALL, *(text[:1500] for text in whole)], COUNT))
    answers = asked(library, [{"act": "file", "text": text, "name": "a.yml"} for text in texts])
    found = Counter(kind(said(text), got) for text, got in zip(texts, answers, strict=True))
    print(dict(found.most_common()))
    refused = found["the same refusal"] + found["another line"]
    assert refused > COUNT / 3
    read_by_one = found["read by the page only"] + found["read by the command line only"]
    assert (found["another tree"], read_by_one) == (0, 0)


EXAMPLES = ("pilot-plan-yunlan", "review-application-suifang")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb 2\nc: 3\n", 2),
        ("a: 1\nb\nc\nd: 3\n", 2),
        ("a: '甲\nb: 乙\nc: 丙\n", 1),
        ("a:\n  - 甲\nb\n  c: 1\n", 3),
        ("a:\n  b: 1\n  : 2\nc: 3\n", 3),
        ("a: &>- 1\n", 1),
        ("a:\n  -\t甲\n", 2),
        ("a: 1\n\t\nb: 2\n", 2),
        ("a: >-\n    \t折\n    行\n", 2),
        ("%FOO\n---\na: 1\n", 1),
        ("a:\n  -\n- 甲\n", 3),
        ("a: 1\n---\nb: 2\n", 2),
        ("a: [?甲 乙, ?, 丙]\n", 1),
        *(("  ---\na: 1\n", 2), ("a:\n  b: 甲\n  ---\n", 3), (" %YAML 1.2\n---\na: 1\n", 1)),
        *(("---\n---\n", 2), ("# ---\n---\n---\na: 1\n", 3), ("...\na: 1\n", 1)),
        *(("{a\n: 1}\n", 2), ("a: {b c\n d: 1}\n", 2), ('{"a"\n: 1}\n', 2), ("{'a\nb': 1}", 2)),
        *(("{a:, b: 1}\n", 1), ("[a:]\n", 1), ("{a: ?b}\n", 1), ("[a: !t ?b]\n", 1)),
        *(("{a: :b}\n", 1), ("[:a]\n", 1), ("? \n: 1\n", 1), ("a:\n  &x: 1\n", 2)),
        *((f"{'a' * 1001}: 1\n", 1), (f"a: {{? {'甲' * 1025} : 1}}\n", 1)),
        *(("a: |\n  一\n  \ufeff二\n", 3), ("\ufeffa: 1\n\ufeff", 2)),
        *(('a: "甲\\\n\n  乙"\n', 1), ("a: 1\nb: '甲\\", 2)),
        *(('a: "甲\n"b: 1\n', 2), ("a: [甲\n] b: 1\n", 2), ("a:\n- '甲\n'- 乙\n", 3)),
        *(("a: [\n\t甲]\n", 2), ("a: {b:\n  - 1\n}\n", 2), ("a:\n  - [b\n \t, c]\n", 3)),
        *(("a: '甲\n\t乙'\nb: [丙,\n\t丁]\nc: '戊'\n", 4),),
    ],
)
def test_what_the_command_line_refuses_the_page_refuses(
    library: Library, text: str, line: int
) -> None:
    words = "不是有效的 YAML；请检查缩进、冒号后的空格和引号"
    assert said(text) == {"refused": [f"a.yml:{line}: {words}"]}
    [got] = asked(library, [{"act": "file", "text": text, "name": "a.yml"}])
    [told] = got["refused"]
    assert re.fullmatch(rf"a\.yml:[0-9]+: {words}", told)


@pytest.mark.parametrize(
    "text", ["a: |\n  甲", "a: |+\n  甲", "a: >\n  甲\n  乙", "a: |\n  甲\n\t"]
)
def test_a_block_ends_as_the_file_does(library: Library, text: str) -> None:
    assert asked(library, [{"act": "file", "text": text, "name": "a.yml"}]) == [said(text)]


def test_tabs_inside_texts_are_signs_like_others(library: Library) -> None:
    text = 'a: |\n  甲\n  \t乙\nb: "丙\n  \t丁"\nc: 戊\t己\n'
    assert said(text) == {"map": [["a", "甲\n\t乙\n"], ["b", "丙 丁"], ["c", "戊\t己"]]}
    [got] = asked(library, [{"act": "file", "text": text, "name": "a.yml"}])
    assert got == said(text)


ODD = [
    ("- - 甲\n  -\n- 乙\n", [["甲", None], "乙"]),
    ("\ufeff? a\n: b\n? c\n", {"a": "b", "c": None}),
    ("<<: {a: 1.10, b: no}\n", {"<<": {"a": "1.10", "b": "no"}}),
    ("a: !!binary x\nb: !y {c: ''}\nd: !!str\n", {"a": "x", "b": {"c": ""}, "d": None}),
    ('10: 甲\n9: [乙: 丙, "丁"]\n', {"10": "甲", "9": [{"乙": "丙"}, "丁"]}),
    ("a: >+\n  折\n\n  行\n\nb: |-\n  -\n- \n", None),
    ("a: >+\n  折\n\n  行\n\nb: |2-\n    -\n", {"a": "折\n行\n\n", "b": "  -"}),
    ("a: |\n  末", {"a": "末"}),
    ("a:\n  b: '甲\n乙\n%丙'\nc: [丁\n戊, -]\n", {"a": {"b": "甲 乙 %丙"}, "c": ["丁 戊", "-"]}),
    ("{? a\n: 1, ?b, -: ''}\n", {"a": "1", "b": None, "-": ""}),
    (
        "a: {b: -?c, 'd':e}\nf: |-# 注\n  文\ng: '戊'# 注\nh: [己]# 注\n",
        {"a": {"b": "-?c", "d": "e"}, "f": "文", "g": "戊", "h": ["己"]},
    ),
    (f"{'甲' * 1000}: 1\n...\n...\n", {"甲" * 1000: "1"}),
    ("a: 1\n  ---\n", {"a": "1 ---"}),
    (
        "a: '甲\n乙'# 注\nb:\n- [丙\n] # 注\n-  - 丁\n   - e: {f: 1\n  }\n     g: 2\n",
        {"a": "甲 乙", "b": [["丙"], ["丁", {"e": {"f": "1"}, "g": "2"}]]},
    ),
    ("{a: 甲\n%乙, b: 丙}\n", {"a": "甲 %乙", "b": "丙"}),
    ('{\n\t"a": [\n\t\t1,\n\t\t"乙\t"\n\t]\n}\n', {"a": ["1", "乙\t"]}),
    ("a:\n|-\n 甲\nb:\n  c:\n  >-\n   乙\n", {"a": "甲", "b": {"c": "乙"}}),
    (
        "a: [\n  甲,\n  乙\n]\nb:\n  c: {\n    d: 丙\n}\n",
        {"a": ["甲", "乙"], "b": {"c": {"d": "丙"}}},
    ),
    (
        "- {a: 1,\n  b: [\n'甲'\n, 乙\n]}\n- c:\t[丙]\n",
        [{"a": "1", "b": ["甲", "乙"]}, {"c": ["丙"]}],
    ),
]


@pytest.mark.parametrize(("text", "tree"), ODD)
def test_what_is_written_oddly_is_read_alike(library: Library, text: str, tree: Any) -> None:
    [got] = asked(library, [{"act": "file", "text": text, "name": "a.yml"}])
    assert got == said(text) if tree else "refused" in got
    assert tree is None or said(text) == json.loads(json.dumps(as_maps(tree)))


def test_a_second_document_is_refused_on_the_line_of_its_mark(library: Library) -> None:
    act = {"act": "file", "text": "a: |\n  一\n  二\n# ---\n---\nb: 三\n", "name": "a.yml"}
    assert asked(library, [act]) == [said(str(act["text"]))]
    assert said(str(act["text"]))["refused"][0].startswith("a.yml:5: ")


def test_a_line_end_of_one_version_of_yaml_is_refused(library: Library) -> None:
    texts = [f"a: 1\nb: 甲{sign}乙\n" for sign in "\x85\u2028\u2029"]
    refusal = {"refused": ["a.yml:2: 含有少见的换行符；请删去后另起一行"]}
    assert [said(text) for text in texts] == [refusal] * 3
    got = asked(library, [{"act": "file", "text": text, "name": "a.yml"} for text in texts])
    assert got == [refusal] * 3


def test_a_hundred_values_inside_each_other_are_read_and_no_more(library: Library) -> None:
    texts = ["- " * 100 + "a\n", "[" * 100 + "]" * 100, "{b: " * 100 + "1" + "}" * 100]
    texts += ["- " * 101 + "a\n", "[" * 101 + "]" * 101, "{b: " * 101 + "1" + "}" * 101]
    texts += ["[" * 102 + "]" * 102, "[" * 300 + "]" * 300]
    got = asked(library, [{"act": "file", "text": text, "name": "a.yml"} for text in texts])
    assert got[:3] == [said(text) for text in texts[:3]]
    assert got[3:] == [{"refused": ["a.yml:1: 内容套得太深；请减少层级"]}] * 5
    assert all("refused" in said(text) for text in texts[3:])
