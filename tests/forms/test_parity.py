"""The browser reads, checks, fills and writes as Python does: not one difference."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from random import Random
from types import MappingProxyType
from typing import Any

import hostile
import pytest
from parity import differences
from scripts import as_maps, asked, in_browser

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.base.text import closest
from lawbook.checks import filled_form
from lawbook.forms.answers import Answers, reading
from lawbook.forms.findings import findings
from lawbook.forms.form import Form
from lawbook.library.library import Library
from lawbook.site.word_files import word_files
from lawbook.word import fill

SETS = 150  # of answers, and as many answer files; `parity.py 5000` runs more


def test_hostile_answers_give_the_same_bytes_and_the_same_words(
    library: Library, seed: int
) -> None:
    assert differences(library, seed, SETS) == []


def test_every_blank_form_and_every_example_has_the_released_bytes(library: Library) -> None:
    want = {name: hashlib.sha256(data).hexdigest() for name, data in word_files(library)}
    acts = [{"act": "blank", "key": key} for key in library.forms]
    names = [f"{key}-blank.docx" for key in library.forms]
    for name, file in library.examples.items():
        form = library.form_of_example(name)
        acts.append({"act": "reading", "key": form.key, "tree": as_maps(file.tree)})
        names.append(f"{name}.docx")
    got = [one if isinstance(one, str) else one["digest"] for one in asked(library, acts)]
    assert dict(zip(names, got, strict=True)) == want


def test_a_choice_of_nothing_is_no_answer_before_anybody_normalises(library: Library) -> None:
    acts, want = [], []
    for form in library.forms.values():
        nothing = Answers(form.key, MappingProxyType({}))
        empty = replace(nothing, values={field.key: () for _, field in form.fields})
        assert [*findings(form, empty.values)] == [*findings(form, {})], form.key
        acts.append({"act": "fill", "key": form.key, "answers": in_browser(empty)})
        acts.append({"act": "findings", "key": form.key, "answers": in_browser(empty)})
        told = [[one.field, one.reason] for one in findings(form, {})]
        want += [hashlib.sha256(fill(form, nothing)).hexdigest(), told]
    assert asked(library, acts) == want


def test_the_nearest_word_is_the_same_on_both_sides(library: Library) -> None:
    dice = Random(20261122)
    words = [word for form in library.forms.values() for word in _words(form)]
    cases = []
    for _ in range(400):
        known = dice.sample(words, 30)
        word = hostile.mistaken(dice, known)
        if dice.random() < 0.2:
            word = _long_word(dice)
            start, end = dice.randint(0, 60), dice.randint(200, len(word))
            known += [_long_word(dice)[start:end], "甲" + word[start:end], word[:end] + "x"]
        cases.append((json.loads(json.dumps(word)), known))
    want = [closest(word, known) for word, known in cases]
    acts = [{"act": "closest", "word": word, "known": known} for word, known in cases]
    assert asked(library, acts) == want
    assert 100 < len([one for one in want if one is not None]) < 390


def _words(form: Form) -> list[str]:
    return [word for _, field in form.fields for word in (field.key, field.called)]


def _long_word(dice: Random) -> str:
    parts = [dice.choice(("甲乙丙丁", "甲乙", "abc", "戊", "x己y", "乙丙")) for _ in range(150)]
    for rare in "子丑寅卯":
        parts.insert(dice.randint(0, 150), rare)
    return "".join(parts)


TOLD = ("message", "remedy", "level", "last_word", "once", "basis", "only_if", "not_if")


def _told(rule: dict[str, Any]) -> dict[str, Any]:
    """What the page holds of a rule beside what it checks."""
    return {"once": None, "only_if": {}, "not_if": {}} | {
        name: rule[name] for name in TOLD if name in rule
    }


def test_a_form_has_the_same_declaration_and_defaults(library: Library) -> None:
    acts = [{"act": "defaults", "key": key} for key in library.forms]
    checks = filled_form.rules(library)
    assert checks
    for form, got in zip(library.forms.values(), asked(library, acts), strict=True):
        want = json.loads(form.model_dump_json())
        fields = [(section.key, field) for section, field in form.fields]
        assert len(got["fields"]) == len(fields)
        for (name, field), (section, found) in zip(fields, got["fields"], strict=True):
            assert section["key"] == name
            assert found.pop("called") == field.called
            assert found.pop("standing") == field.standing
            assert found == json.loads(field.model_dump_json())
        rules = [rule for rule in checks.rules if form.key in rule.forms]
        assert [_told(rule) for rule in (got["plan"] or {}).get("rules", ())] == [
            {name: json.loads(rule.model_dump_json())[name] for name in TOLD} for rule in rules
        ]
        for left in ("fields", "plan", "data"):
            del got[left]
        for section in (*got["sections"], *got["attachments"]):
            for field in section["fields"]:
                field.pop("called", None)
                field.pop("standing", None)
        assert got == want


STRICT = [
    "a: 1\nb:\n  - x: |-\n      q\n    y: 'z'\n  - \n  - !!str k\n",
    "1: 甲\n0: 乙\n__proto__: 丙\nconstructor: 丁\n",
    "a: 1.10\nb: no\nc: 12:30\nd: ~\ne:\nf: ''\n",
    "a: 1\na: 2\na: 3\n",
    "- &x [1]\n- *x\n",
    "&a [*a]",
    "? [c]\n: d\n",
    "a: \"\\x41\\u4e00\\U0001f600\\N\\_\\L\\P\\e\\0\\/\"",
    "\ufeffa: 1",
    "",
    "# 只有注释\n",
    "---\n",
    "a: \x07",
    "a: >-\n  x\n  y\n\n  z\n",
    "a:\n  - |\n    x\n    y\n  - z\nb: 'it''s'\n",
    "<<: {a: 1}\nb: [c, {d: e}]\n",
]  # fmt: skip


@pytest.mark.parametrize("text", STRICT, ids=range(len(STRICT)))
def test_yaml_is_read_as_strictly_as_by_the_command_line(library: Library, text: str) -> None:
    try:
        want = as_maps(yamlfile.parse(text, "a.yml").tree)
    except ProblemsFound as found:
        want = {"refused": [str(problem) for problem in found.problems]}
    [got] = asked(library, [{"act": "file", "text": text, "name": "a.yml"}])
    refused = [one and len(one.get("refused", ())) for one in (got, want)]
    assert refused[0] == refused[1]  # as many faults, each with a sentence
    if not refused[0]:
        assert got == want


def test_an_alias_is_refused_with_a_sentence(library: Library) -> None:
    words = "a.yml:2: 不使用锚点和别名（& 和 *）；请直接写出内容"
    [got] = asked(library, [{"act": "file", "text": "a: 1\nb: *x", "name": "a.yml"}])
    assert got == {"refused": [words]}


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: b: c", 1), ("a: &x 1\nb: &x 2", 2), ("a: 1\n---\nb: 2", 2)],
)
def test_broken_yaml_is_refused_with_its_line(library: Library, text: str, line: int) -> None:
    words = f"a.yml:{line}: 不是有效的 YAML；请检查缩进、冒号后的空格和引号"
    with pytest.raises(ProblemsFound, match=f"a.yml:{line}: 不是有效的 YAML"):
        yamlfile.parse(text, "a.yml")
    got = asked(library, [{"act": "file", "text": text, "name": "a.yml"}])
    assert got == [{"refused": [words]}]


FAULTY = """form: review-application
fax: 1
answers:
  leader:
    - 张三
  no_such: x
  procedure: |
    hurry
  submit_date: '明天'
  review_list:
    - opinion
    - |
      nothing
      at all
    - >-
      again
    - {a: b, c: d} # - e
    # - f
    -
    - - - g
      -
    - "x"
"""


def test_faults_of_a_file_are_told_with_their_lines(library: Library) -> None:
    form = library.forms["review-application"]
    act = {"act": "fileReading", "key": form.key, "text": FAULTY, "name": "甲.yml"}
    [got] = asked(library, [act])
    read = reading(form, yamlfile.parse(FAULTY, "甲.yml"))
    assert got["lines"]["faults"] == [str(fault) for fault in read.faults]
    assert len(read.faults) > 5
    assert got["lines"]["findings"] == [str(finding) for finding in read.findings]


def test_json_is_read_into_the_same_tree(library: Library) -> None:
    text = (
        '\n\t{"a": "\\ud83d\\ude00\\n\\\\ud83d\\\\ude00",'
        ' "1": [1.10, true, null, {}], "0": {"x": "y"}}\n\t'
    )
    got = asked(library, [{"act": "file", "text": text, "name": "答案.JSON"}])
    several = ["1.10", "true", None, {"map": []}]
    assert as_maps(yamlfile.decoded(text.encode(), "答案.JSON").tree) == got[0]
    plain = '{"a": [null, "null", 1.10],\n\t"b": {}}' + " " * 200  # so long is remembered
    made = [as_maps(yamlfile.decoded(plain.encode(), name).tree) for name in ("a.JSON", "a.yml")]
    assert made[0] == {"map": [["a", [None, "null", "1.10"]], ["b", {"map": []}]]} != made[1]
    assert asked(library, [{"act": "file", "text": plain, "name": "a.JSON"}]) == made[:1]
    assert got == [
        {"map": [["a", "😀\n\\ud83d\\ude00"], ["1", several], ["0", {"map": [["x", "y"]]}]]}
    ]


def test_all_json_is_read_whatever_yaml_makes_of_its_signs(library: Library) -> None:
    """The page's own folder of cases holds a sign as it was typed."""
    odd = "甲\x7f\x85\x96\u2028\u2029\ufeff\ufffe乙"
    whole = f'{{"a": "{odd}", "b": {"9" * 5000}}}'
    made = as_maps(yamlfile.decoded(whole.encode(), "a.json").tree)
    assert made == {"map": [["a", odd], ["b", "9" * 5000]]}
    assert asked(library, [{"act": "file", "text": whole, "name": "a.json"}]) == [made]
    half = yamlfile.decoded(b'["\\ud83d x", "\\\\\\ude00"]', "a.json")
    assert half.tree == ["\ufffd x", "\\\ufffd"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1,\n "a": 2}', "a.json:2: 键 a 与第 1 行重复；请只保留一个"),
        ('{"a": 1,\n}', "a.json:2: 不是有效的 JSON；请检查引号、逗号和括号"),
        ("{'a': 1}", "a.json:1: 不是有效的 JSON；请检查引号、逗号和括号"),
        ('{"a": "甲\n"}', "a.json:1: 不是有效的 JSON；请检查引号、逗号和括号"),
        ("[" * 5000, "a.json:1: 不是有效的 JSON；请检查引号、逗号和括号"),
        ("{} x", "a.json:1: 不是有效的 JSON；请检查引号、逗号和括号"),
        (" \n", "a.json:1: 文件是空的；请写入内容"),
    ],
)
def test_broken_json_is_refused_with_its_line(library: Library, text: str, message: str) -> None:
    got = asked(library, [{"act": "file", "text": text, "name": "a.json"}])
    assert got == [{"refused": [message]}]
    with pytest.raises(ProblemsFound) as found:
        yamlfile.decoded(text.encode(), "a.json")
    assert [message.partition(": ")[2]] == [one.message for one in found.value.problems]


def test_a_file_in_another_encoding_is_refused_as_by_the_command_line(library: Library) -> None:
    act = {"act": "bytesFile", "data": "zsSx7g==", "name": "a.yml"}  # 未报 in GB 18030
    assert asked(library, [act]) == [{"refused": ["a.yml: 不是 UTF-8 文本；请另存为 UTF-8"]}]


@pytest.mark.parametrize(
    "text", [" 前\n后", "\n前\n后", "前\n后\n", "前\n  后\n\n 末", "前 \n# 后", "- 项"]
)
def test_blanks_around_a_text_are_written_too(library: Library, text: str) -> None:
    key = "review-application"
    answers = {"form": key, "key": "", "title": "", "mark": "", "values": {"leader": text}}
    for act in ("yaml", "json"):
        [file] = asked(library, [{"act": act, "key": key, "answers": answers, "name": ""}])
        assert yamlfile.parse(file, "a.yml").tree == {"form": key, "answers": {"leader": text}}
