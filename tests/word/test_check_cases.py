"""Texts that are sound, and texts with one fault each: what the check of a filled form says."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from lawbook.base import yamlfile
from lawbook.checks import filled_form
from lawbook.checks.filled_form import Remark
from lawbook.forms.answers import reading
from lawbook.library.library import Library

CASES = Path(__file__).parent.parent / "cases"
CLEAN: dict[str, Any] = yamlfile.read(CASES / "clean-texts.yml").tree
SEEDED: dict[str, Any] = yamlfile.read(CASES / "seeded-faults.yml").tree
FOUND_OF_60 = 57


def said(library: Library, tree: dict[str, Any]) -> tuple[Remark, ...]:
    """What is said of answers; of the same ones, such as a sound text, asked only once."""
    dumped = yaml.dump({**tree, "key": "case"}, Dumper=yaml.CSafeDumper, allow_unicode=True)
    if dumped not in _SAID:
        given = reading(library.forms[tree["form"]], yamlfile.parse(dumped, "answers.yml"))
        _SAID[dumped] = filled_form.remarks(library, given.answers)
    return _SAID[dumped]


_SAID: dict[str, tuple[Remark, ...]] = {}


def seeded(case: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The answers with the fault, and the field at which it is to be found."""
    tree = copy.deepcopy(CLEAN[case["on"]])
    answers, changed = tree["answers"], ""
    for changed, value in case.get("set", {}).items():
        answers[changed] = value
        if value in (None, "null"):
            del answers[changed]
    for changed, more in case.get("add", {}).items():
        answers[changed] += more
    for changed, (old, new) in case.get("swap", {}).items():
        assert old in answers[changed], (case, old)
        answers[changed] = answers[changed].replace(old, new)
    for changed, row in case.get("row", {}).items():
        answers[changed].append(row)
    return tree, case.get("at", changed)


@pytest.mark.parametrize("name", CLEAN)
def test_a_sound_text_is_left_alone(name: str, library: Library) -> None:
    remarks = said(library, CLEAN[name])
    assert [str(one) for one in remarks if not one.advice] == []
    assert len(remarks) <= 2, "\n".join(map(str, remarks))


def missed(library: Library, form: str) -> Iterator[dict[str, Any]]:
    for case in SEEDED[form]:
        tree, field = seeded(case)
        before = {str(one) for one in said(library, CLEAN[case["on"]])}
        if not any(one.field == field and str(one) not in before for one in said(library, tree)):
            yield case


@pytest.mark.parametrize("form", SEEDED)
def test_nearly_every_seeded_fault_is_found_where_it_stands(form: str, library: Library) -> None:
    not_found = list(missed(library, form))
    assert len(SEEDED[form]) >= 60
    assert len(not_found) / len(SEEDED[form]) <= 1 - FOUND_OF_60 / 60, not_found


WANTED = {
    "12-goals-no-number": ("goals", "没有写数量"),
    "13-duty-no-unit": ("duty_city", "没有写出一个部门"),
    "17-other-city": ("foundation", "望汐市"),
    "20-units-names-nonsense": ("units", "若干企业"),
    "25-bad-date-in-text": ("schedule", "2027年2月30日"),
    "26-internal-marks": ("goals", "请科技局补充"),
    "27-secret": ("foundation", "身份证号"),
    "34-deputy-missing-results-copy": ("results", "大部分相同"),
    "51-app-aaaa": ("controls", "aaaa"),
    "52-app-wu": ("controls", "只写了“无”"),
    "54-app-none-plus-listed": ("review_list", "互相矛盾"),
    "55-app-entrusted-no-reason": ("entrust_reason", "没有选委托情形"),
}


@pytest.mark.parametrize("name", WANTED)
def test_a_known_fault_is_named_in_words(name: str, library: Library) -> None:
    field, words = WANTED[name]
    remarks = said(library, yamlfile.read(CASES / "answers" / f"{name}.yml").tree)
    assert any(one.field == field and words in one.reason for one in remarks)


def test_the_plan_of_a_municipality_has_nothing_that_must_be_changed(library: Library) -> None:
    remarks = said(library, yamlfile.read(CASES / "answers" / "beijing.yml").tree)
    assert [str(one) for one in remarks if not one.advice] == []


def shown(library: Library) -> dict[str, dict[str, Any]]:
    """The examples that readers are shown, and the papers of the made cases."""
    trees = {name: file.tree for name, file in library.examples.items()}
    for path in sorted((library.root / "data/examples/cases").glob("*.yml")):
        for number, entry in enumerate(yamlfile.read(path).tree["entries"]):
            if "answers" in entry:
                tree = {"form": entry["paper"], "answers": entry["answers"]}
                trees[f"{path.stem}-{number}"] = tree
    return trees


def test_readers_are_shown_nothing_that_needs_a_reminder(library: Library) -> None:
    trees = shown(library)
    assert len(trees) > 30
    found = {name: [one.field for one in said(library, tree)] for name, tree in trees.items()}
    # What its committee asks for, because it is missing.
    assert {name: at for name, at in found.items() if at} == {"2026-004-0": ["emergency"]}


# What an example of ours was wrongly reminded of, and the same with the fault in it.
TWINS = {
    "review-application-damoxing": ("consent", "不因退出扣减报酬", "退出的扣减报酬"),
    "review-application-tuijian": ("data_source", "不向第三方购买", "向第三方购买"),
    "review-application-naoji": ("controls", "防脑电另作他用", "防数据滥用"),
    "pilot-plan-yanxi": ("path_guidance", "30家委托单位", "33家委托单位"),
    "review-application-biangeng": ("tracking", "距批准（2026年10月20日）", "自2026年10月20日起"),
    "pilot-plan-wangxi": ("path_guidance", "未登记的3家委员会", "新设29家委员会"),
}


@pytest.mark.parametrize("name", TWINS)
def test_an_example_with_a_fault_is_reminded_of_it(name: str, library: Library) -> None:
    field, old, new = TWINS[name]
    tree = copy.deepcopy(library.examples[name].tree)
    assert old in tree["answers"][field]
    tree["answers"][field] = tree["answers"][field].replace(old, new)
    assert said(library, tree) != ()
