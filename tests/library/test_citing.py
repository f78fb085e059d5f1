"""Citations as people write them: resolved, or refused with the nearest that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.library.citing import answers, shown
from lawbook.library.library import Library

SPELLINGS = yamlfile.read(Path(__file__).parents[1] / "cases/citations/spellings.yml").tree


@pytest.mark.parametrize("case", SPELLINGS, ids=lambda case: case["citation"])
def test_every_spelling_is_understood(library: Library, case: dict[str, list[str]]) -> None:
    read = {one: [str(a.citation) for a in answers(library, one)] for one in case["spellings"]}
    assert read == {one: [case["citation"]] for one in case["spellings"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§16", "measures-2026/art-16"),
        ("办法§ 16", "measures-2026/art-16"),
        ("s. 16", "measures-2026/art-16"),
        ("Section 16", "measures-2026/art-16"),
        ("Article 12", "measures-2026/art-12"),
        ("征求意见稿 §12", "measures-2025-draft/art-12"),
        ("第拾陆条", "measures-2026/art-16"),
        ("办法第贰拾叁条", "measures-2026/art-23"),
    ],
)
def test_the_signs_and_numerals_of_others_are_understood(
    library: Library, text: str, expected: str
) -> None:
    assert [str(one.citation) for one in answers(library, text)] == [expected]


def test_there_are_200_spellings_of_40_provisions() -> None:
    assert (len(SPELLINGS), sum(len(set(one["spellings"])) for one in SPELLINGS)) == (40, 200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第九十九条",
            "没有 measures-2026/art-99；《办法》共三十七条，最接近的是《办法》第三十七条",
        ),
        (
            "征求意见稿第十六条第三款",
            "没有 measures-2025-draft/art-16/par-3；《办法（征求意见稿）》第十六条共 2 款，"
            "最接近的是《办法（征求意见稿）》第十六条第二款",
        ),
        (
            "2023年办法第八十八条",
            "未收录 general-measures-2023/art-88；本指南未收录全文，也不知道共有多少条；"
            "所记最靠后的是《科技伦理审查办法（试行）》第四十五条",
        ),
        ("前款", "“前款”指哪一条，单看这几个字认不出"),
        ("伦理办", "“伦理办”认不出是哪一条；最接近的文件名是“伦理办法”"),
    ],
)
def test_what_does_not_exist_is_refused_with_the_nearest(
    library: Library, text: str, expected: str
) -> None:
    with pytest.raises(ProblemsFound) as found:
        answers(library, text)
    assert str(found.value.problems[0]).startswith(expected)


def test_lists_and_ranges_are_answered_one_by_one(library: Library) -> None:
    read = answers(library, "征求意见稿第十二条第一款第一、三项和第十五条至第十七条")
    assert [str(one.citation).removeprefix("measures-2025-draft/") for one in read] == [
        "art-12/par-1/item-1",
        "art-12/par-1/item-3",
        "art-15",
        "art-16",
        "art-17",
    ]


def test_without_a_name_the_measures_in_force_are_meant_and_the_answer_says_so(
    library: Library,
) -> None:
    told = shown(library, "第十六条").splitlines()
    assert told[:2] == ["没有写明文件，按现行《办法》理解", "《办法》第十六条"]
    at = told.index("也可能是（现行有效的在前）：")
    assert told[at + 1 :] == [
        "- 《科技伦理审查办法（试行）》第十六条（general-measures-2023/art-16）",
        "- 《办法（征求意见稿）》第十六条（measures-2025-draft/art-16）",
    ]


def test_a_wrong_title_is_named(library: Library) -> None:
    told = shown(library, "《人工智能科技伦理管理服务办法（试行）》第三条").splitlines()
    assert told[0] == (
        "没有《人工智能科技伦理管理服务办法（试行）》这个名称，"
        "按《人工智能科技伦理审查与服务办法（试行）》理解"
    )
