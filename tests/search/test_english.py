"""Queries in English, and articles that do not exist: what is found, what is told as not held."""

import pytest
from searching import Search


@pytest.mark.parametrize("query", ["iphone", "blockchain", "quantum computing", "what is CRISPR"])
def test_an_english_query_with_no_known_word_is_told_as_not_held(
    query: str, search: Search
) -> None:
    (answer,) = search([query])
    assert answer.say == f"本指南未收录“{query}”，从您的角色开始"
    assert answer.count == 0


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("facial recognition", "tools/criteria/#criterion-privacy"),
        ("large language model", "examples/review-application-damoxing/"),
        ("recommender system", "examples/review-application-tuijian/"),
        ("download", "downloads/"),
        ("who must apply", "start/lead/#scope"),
    ],
)
def test_usual_english_terms_of_the_field_are_found(query: str, page: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0] == page


def test_an_article_that_was_never_put_in_leads_to_its_neighbour(search: Search) -> None:
    (answer,) = search(["办法第十二条之一"])
    assert answer.say.startswith("没有这一条；下面是最接近的内容")
    assert answer.found[0] == "documents/measures-2026/art-12/#art-12-par-1"
