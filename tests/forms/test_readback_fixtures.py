"""The page reads and checks every Word file of tests/word as the command line does."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import mangling
import pytest
import readback_cases as cases
from chromium import asked
from faults import FAULTS
from hostile import answers
from planwords import plans
from readbacks import NAME, act, compared, differences, different, remarks, said
from scripts import in_browser
from test_mutations import PLANS, mutants
from wordfile import EXAMPLES, example

from lawbook import word
from lawbook.checks import filled_form
from lawbook.forms.answers import Answers
from lawbook.forms.normal import normalised
from lawbook.library.library import Library
from params import deep

MANY = 15


@pytest.fixture(scope="module")
def files(library: Library) -> cases.Files:
    return cases.made(library)


@pytest.mark.parametrize(
    ("whole", "least"), [(False, 140), pytest.param(True, 480, marks=pytest.mark.deep)]
)
def test_blank_forms_examples_and_hand_edits(
    library: Library, files: cases.Files, whole: bool, least: int, seed: int
) -> None:
    found = files | cases.by_hand(library, files, None if whole else seed)
    assert len(found) > least
    assert different(library, found) == []


@pytest.mark.parametrize("many", [3, deep(8)])
def test_the_official_template_filled_by_hand(library: Library, seed: int, many: int) -> None:
    found = cases.official(library, Random(seed), many)
    assert len(found) == 5 * many
    assert different(library, found) == []


@pytest.mark.deep
def test_files_that_are_not_sound_are_refused_in_the_same_words_and_no_bomb_is_unpacked(
    library: Library,
) -> None:
    found = cases.unsound()
    assert len(found) > 45
    differ, answers = compared(library, found)
    assert differ == []
    bombs = [answer for name, answer in zip(found, answers, strict=True) if "bomb" in name]
    assert len(bombs) == 3
    assert all(one["refused"] for one in bombs)
    unpacked = [one["unpacked"] for one in bombs]
    # One bite of 4 KB unpacks to 4.2 MB at most; the bomb that lies is bitten once.
    assert 0 < max(unpacked) < 5_000_000, unpacked


@pytest.mark.deep
def test_plans_with_seeded_faults_get_the_same_findings(library: Library, seed: int) -> None:
    found = list(cases.faulty(library).items())
    first = seed % 6
    assert different(library, dict(found[first::6])) == []


@pytest.mark.deep
def test_what_libreoffice_saved_again_is_read_the_same(
    library: Library, files: cases.Files, tmp_path: Path
) -> None:
    some = {name: files[name] for name in EXAMPLES}
    saved = cases.saved_by_libreoffice(some, ("docx", "odt"), tmp_path)
    assert len(saved) == 8
    assert different(library, saved) == []


@pytest.mark.deep
def test_files_from_a_seed_are_read_the_same(
    library: Library, files: cases.Files, seed: int
) -> None:
    dice = Random(seed)
    found = cases.filled(library, dice, 25)
    found |= mangling.mangled(files, dice, 40)
    found |= mangling.numbered(files, dice, 10)
    found |= mangling.broken(files, dice, 100)
    assert different(library, found) == []


@pytest.mark.parametrize(
    ("odd", "seeded"), [(2, 5), pytest.param(MANY, 50, marks=pytest.mark.deep)]
)
def test_answers_that_are_in_no_file_get_the_same_findings(
    library: Library, seed: int, odd: int, seeded: int
) -> None:
    dice, rules = Random(seed), filled_form.rules(library)
    given = [answers for _, answers, _, _ in mutants(library)]
    if odd < MANY:  # each seeded fault in one of the plans, whichever the seed says
        given = given[seed % len(PLANS) * len(FAULTS) :][: len(FAULTS)]
    for form in library.forms.values():
        given += [normalised(form, answers(dice, form)).answers for _ in range(odd)]
    assert rules
    for form in library.forms.values():
        given += [normalised(form, one).answers for one in plans(form, rules, dice, seeded)]
    ours = [remarks(filled_form.remarks(library, one)) for one in given]
    found = asked(library, [{"answers": in_browser(one)} for one in given])
    theirs = [[line(one) for one in page["remarks"]] for page in found]
    assert theirs == ours
    assert sum(map(len, ours)) > 1000
    told = {one["reason"][-12:] for found in ours for one in found}
    assert len(told) > 60


def test_what_is_a_blank_in_one_language_alone_leaves_nothing_blank(library: Library) -> None:
    signs = ["", "\t", "\u3000", "\x1c", "\x85", "\u180e", "\u200b", "\u2003", "\u2028", "\ufeff"]
    given = [Answers("pilot-plan", {"goals": f"建成[{sign}]个平台。"}) for sign in signs]
    ours = [remarks(filled_form.remarks(library, answers)) for answers in given]
    pages = asked(library, [{"answers": in_browser(answers)} for answers in given])
    assert [[line(remark) for remark in page["remarks"]] for page in pages] == ours
    blank = [sign for sign, told in zip(signs, ours, strict=True) if "有空着" in str(told)]
    assert blank == ["", "\t", "\u3000"]


def line(remark: dict[str, Any]) -> dict[str, Any]:
    """A finding without its place inside the answer, which the command line does not say."""
    return {key: value for key, value in remark.items() if key != "path"}


def test_a_file_of_another_form_is_named_as_such(library: Library, files: cases.Files) -> None:
    plan = files["pilot-plan-yunlan"]
    with_both = act(library, plan, wanted="review-application")
    with_one = {**with_both, "keys": ["review-application"]}
    line = (
        f"{NAME}: 这是《“人工智能科技伦理审查与服务先导计划”行动实施方案》，"
        "不是《人工智能科技伦理审查申请书》；请核对文件"
    )
    assert [one["refused"] for one in asked(library, [with_both, with_one])] == [[line], [line]]


def test_a_file_of_another_kind_is_refused_politely(library: Library) -> None:
    names = ("方案.doc", "方案.WPS", "方案.odt", "方案.rtf")
    answers = asked(library, [act(library, b"%PDF-1.7", name=name) for name in names])
    for name, answer in zip(names, answers, strict=True):
        ending = name.removeprefix("方案")
        (line,) = answer["refused"]
        assert line == f"{name}: 网页读不了 {ending} 文件；请先在 Word 或 WPS 中另存为 .docx"


@pytest.mark.parametrize("name", ["方案.pdf", "方案v1.2", "方案.docm", "方案"])
def test_any_other_name_says_nothing_and_the_content_decides(
    library: Library, files: cases.Files, name: str
) -> None:
    sound, broken = (files["pilot-plan-yunlan"], b"%PDF-1.7")
    read, refused = asked(library, [act(library, data, name=name) for data in (sound, broken)])
    assert read["origin"]["form"] == "pilot-plan"
    assert refused["refused"] == [
        f"{name}: 内容是 PDF，不是 Word 文件；请用 Word 或 WPS 打开后另存为 .docx"
    ]


def test_a_finding_of_a_row_says_where_it_stands(library: Library) -> None:
    found = {name: data for name, data in cases.faulty(library).items() if "kind that is" in name}
    for answer in asked(library, [act(library, data) for data in found.values()]):
        paths = [one["path"] for one in answer["remarks"] if one["field"] == "units"]
        assert paths == [[0, "kind"]]


def test_the_comparison_can_fail(library: Library, files: cases.Files) -> None:
    """Two files that differ in one word are told apart."""
    one = cases.edited(files["pilot-plan-yunlan"], cases.hand.strip_bookmarks)
    other = cases.edited(one, lambda root: cases.hand.write(root, "contact_post", "主任科员"))
    (answer,) = asked(library, [act(library, other)])
    assert len(differences(said(library, one), answer)) == 1


def test_pasted_signs_telephone_numbers_and_municipalities(library: Library) -> None:
    """What the rules say of them is the same on both sides."""
    form, given = example(library, "pilot-plan-yunlan")
    department = "市经济信息化委"
    values = {
        "city": "上海市人民政府",
        "organiser": "上海市人民政府",
        "place": "上海市",
        "recommender": department,
        "duty_province": f"{department}统筹指导\u2028\uf0b7 组织专家复核\u200b",
        "contact_phone": "（021）88888888转8001",
        "contact_mobile": "+86 138-0000-0000",
        "contact_email": "lx@example.com；ly@example.com",
        "contact_address": "\u202e示例路\x0b1号\x00",
    }
    answers = Answers(form.key, {**given.values, **values})
    other = Answers(form.key, {**answers.values, "city": "云澜市人民政府", "place": "云澜市"})
    # Filled as they are: the program would settle them before it writes.
    files = {
        "municipality": word.fill(form, answers),
        "another city": word.fill(form, other),
    }
    assert different(library, files) == []
