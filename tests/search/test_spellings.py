"""One thing, written in many ways, is looked up as one; what is missing is said."""

import pytest
from searching import Search


@pytest.mark.parametrize(
    "spellings",
    [
        ("第十二条", "第12条", "12条", "art12", "第１２条", "十二条"),
        ("三十日", "30日", "30天", "３０日", "三十天"),
        ("七十二小时", "72小时", "72个小时"),
        ("三分之二", "2/3"),
        ("3月31日", "3月31号", "三月三十一号"),
        ("專家複核", "专家复核", " 专家复核 "),
        ("審查決定", "审查决定"),
    ],
    ids=lambda spellings: str(spellings[0]),
)
def test_spellings_lead_to_the_same_place(spellings: tuple[str, ...], search: Search) -> None:
    answers = search(spellings)
    first = answers[0].found[0]
    assert all(first in answer.found[:3] for answer in answers), [one.found[:3] for one in answers]


@pytest.mark.parametrize("query", ["审查要多久", "审查要多长时间"])
def test_what_is_known_comes_before_what_nobody_knows(query: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0] == "documents/measures-2026/art-16/#fact-art-16-days"
    assert not any(url.endswith("#fact-art-16-re-review-time") for url in answer.found[:5])


def test_a_gap_that_is_asked_for_is_told(search: Search) -> None:
    (answer,) = search(["专家复核占用的时间是否计入"])
    assert answer.found[0].endswith("re-review-time")


def test_the_words_as_typed_are_looked_for_on_request(search: Search) -> None:
    (answer,) = search(["身诉"], exact=True)
    assert answer.say == "本指南未收录“身诉”，下面是最接近的内容"


def test_a_superseded_text_stands_behind_the_one_in_force(search: Search) -> None:
    (answer,) = search(["审查会最少几个人到场"])
    firsts = [url.split("/")[1] for url in answer.found if "/art-14/" in url]
    assert firsts.index("measures-2026") < firsts.index("measures-2025-draft")


def test_question_words_count_where_nothing_else_is_asked(search: Search) -> None:
    (answer,) = search(["怎么"])
    assert answer.count > 3


def test_a_sign_counts_where_its_pairs_are_unknown(search: Search) -> None:
    (answer,) = search(["盲友能不能看"])
    assert answer.found[0].startswith("about/accessibility/")


def test_one_sign_is_enough(search: Search) -> None:
    (answer,) = search(["罚"])
    assert any("art-32" in url for url in answer.found)


@pytest.mark.parametrize("kind", range(4))
def test_a_filter_gives_one_kind_only(kind: int, search: Search) -> None:
    (answer,) = search(["登记"], kind=kind)
    assert answer.count > 0
    pages = "guides faq glossary start index about tools examples downloads #"
    written = tuple(pages.split())
    expected = ("documents/", written, "forms/", ("tools/", "guides/procedure/"))[kind]
    assert [url for url in answer.found if not url.startswith(expected)] == []


def test_nothing_found_shows_the_four_doors(search: Search) -> None:
    (answer,) = search(["ξξξ"])
    assert answer.count == 0
    assert answer.say.startswith("没有找到")
    assert [url.split("/")[1] for url in answer.found] == ["lead", "committee", "city", "reader"]


def test_what_a_reader_typed_is_never_markup(search: Search) -> None:
    (answer,) = search(["<img src=x onerror=alert(1)> 审查"])
    shown = "".join(str(item) for group in answer.items for item in group)
    assert "<img" not in shown
