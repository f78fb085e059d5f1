import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import parse
from lawbook.law.fact import checked, fact_book
from lawbook.library.library import Library


def test_a_fact_keeps_its_confidence_its_sources_and_its_line(mini: Library) -> None:
    fact = mini.fact("method-2019#art-2-who")
    assert (fact.confidence, fact.sources, fact.seen) == ("one", ("page-a",), False)
    assert fact.where == "data/facts/method-2019.yml:21"


def test_an_unknown_confidence_is_refused_with_the_six_that_exist() -> None:
    one = "{key: a, provision: m, kind: content, fact: 甲。, confidence: sure}"
    text = f"key: m\nchecked: 2026-11-22\nfacts:\n  - {one}\n"
    with pytest.raises(ProblemsFound) as found:
        fact_book(parse(text, "m.yml"))
    (problem,) = found.value.problems
    assert str(problem) == (
        "m.yml:4: confidence 的值 'sure' 不在可选范围；"
        "可写：'official', 'two', 'one', 'draft', 'ours' or 'unknown'"
    )


def test_a_citation_that_is_none_is_refused_with_its_line() -> None:
    text = (
        "key: m\nchecked: 2026-11-22\nfacts:\n"
        "  - key: a\n    provision: m/第一条\n    kind: meta\n    fact: 甲。\n    confidence: one\n"
    )
    with pytest.raises(ProblemsFound, match=r"m\.yml:5: provision：“第一条”不是条款步骤"):
        fact_book(parse(text, "m.yml"))


def test_a_fact_is_of_the_day_of_its_book_unless_it_names_its_own() -> None:
    one = "provision: m, kind: content, fact: 甲。, confidence: unknown"
    text = f"key: m\nchecked: 2026-11-22\nfacts:\n  - {{key: a, {one}}}\n"
    text += f"  - {{key: b, checked: 2026-11-28, {one}}}\n"
    first, second = fact_book(parse(text, "m.yml")).facts
    assert (str(first.checked), str(second.checked)) == ("2026-11-22", "2026-11-28")
    assert checked([second]) == "2026-11-28"
    assert checked([second, first]) == "2026-11-22至2026-11-28"
