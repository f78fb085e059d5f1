import pytest

from lawbook.law.citation import Citation, CitationError, Step

SPELLINGS = [
    "measures-2026",
    "measures-2026/art-37",
    "measures-2025-draft/art-12/par-1/item-3",
    "measures-2025-draft/art-15-1",
    "measures-2025-draft/ch-4/sec-3",
    "measures-2025-draft/annex/item-1",
    "beijing-2024/part-2/item-1/duty-1",
    "interpretation-2026/q-3/par-1/item-7",
    "pilot-plan-2026/part-2/field-9/option-3",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_reading_and_writing_are_inverse(text: str) -> None:
    assert str(Citation.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "不是条款引用"),
        ("Measures/art-1", "不是条款引用"),
        ("m/art", "请写成 art-1"),
        ("m/art-0", "不是条款步骤"),
        ("m/art-01", "不是条款步骤"),
        ("m/art-1/", "不是条款步骤"),
        ("m//art-1", "不是条款步骤"),
        ("m/annex-1", "请写成 annex"),
        ("m/article-1", "不是条款步骤"),
        ("m/art-一", "不是条款步骤"),
        ("m/art-1 ", "不是条款步骤"),
    ],
)
def test_any_other_spelling_is_refused_with_advice(text: str, message: str) -> None:
    with pytest.raises(CitationError, match=message):
        Citation.parse(text)


def test_an_inserted_article_keeps_both_numbers() -> None:
    assert Citation.parse("m/art-15-1").last == Step("art", (15, 1))


def test_articles_are_numbered_through_the_document() -> None:
    section = Citation.parse("m/ch-4/sec-3")
    assert str(section.child(Step("art", (21,)))) == "m/art-21"
    assert str(section.child(Step("item", (1,)))) == "m/ch-4/sec-3/item-1"


def test_parents_and_anchors_follow_the_steps() -> None:
    item = Citation.parse("m/art-12/par-1/item-3")
    assert item.anchor == "art-12-par-1-item-3"
    assert str(item.parent) == "m/art-12/par-1"
    assert item.starts_with(Citation.parse("m/art-12"))
    assert not item.starts_with(Citation.parse("m/art-1"))
    assert Citation.parse("m").anchor == ""


def test_citations_sort_by_number_not_by_spelling() -> None:
    spelt = ["m/art-10", "m/art-9", "m/art-15-1", "m/art-15"]
    assert [str(one) for one in sorted(map(Citation.parse, spelt))] == [
        "m/art-9",
        "m/art-10",
        "m/art-15",
        "m/art-15-1",
    ]
