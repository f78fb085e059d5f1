import pytest

from lawbook.library.holdings import UnknownCitation
from lawbook.library.library import Library


def message(library: Library, citation: str) -> str:
    with pytest.raises(UnknownCitation) as unknown:
        library.find(citation)
    return str(unknown.value)


def test_a_provision_is_found_by_its_citation(mini: Library) -> None:
    assert mini.find("rule-2020/art-2/par-1/item-1").text == "甲类活动；"


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("rule-2021/art-1", "没有文件 rule-2021；现有：method-2019、rule-2020"),
        ("rule-2020/art-3", "没有 rule-2020/art-3；现有：rule-2020/art-1、rule-2020/art-2"),
        (
            "rule-2020/art-2/par-1/item-9",
            "没有 rule-2020/art-2/par-1/item-9；"
            "现有：rule-2020/art-2/par-1/item-1、rule-2020/art-2/par-1/item-2",
        ),
        (
            "method-2019/art-4/par-1",
            "没有 method-2019/art-4/par-1；method-2019/art-4 之下没有更细的条款",
        ),
        ("rule-2020", "rule-2020 是整份文件；请写到条款，例如 rule-2020/front"),
        ("第二条", "“第二条”不是条款引用；例如 measures-2026/art-12"),
    ],
)
def test_an_unknown_citation_names_the_nearest(mini: Library, citation: str, expected: str) -> None:
    assert message(mini, citation) == expected


def test_readers_see_the_display_form(mini: Library) -> None:
    assert mini.display("rule-2020/art-2/par-1/item-2") == "《示例规则》第二条第一款第（二）项"
    assert mini.display("rule-2020/art-2/par-2", short=True) == "第二条第二款"
    assert mini.display("rule-2020") == "《示例规则》"


def test_facts_are_found_by_id_and_by_provision(mini: Library) -> None:
    fact = mini.fact("method-2019#art-4-days")
    assert fact.fact == "期限为三十日。"
    assert mini.facts_on("method-2019/art-4") == (fact,)
    assert fact.anchor == "fact-art-4-days"


def test_an_unknown_fact_names_the_known_ones(mini: Library) -> None:
    with pytest.raises(
        UnknownCitation, match="没有事实 method-2019#x；现有：method-2019#art-4-days"
    ):
        mini.fact("method-2019#x")


def test_pages_and_anchors_follow_the_citation(mini: Library) -> None:
    assert mini.url("rule-2020/art-2") == "documents/rule-2020/art-2/"
    assert mini.url("rule-2020/art-2/par-1/item-2") == (
        "documents/rule-2020/art-2/#art-2-par-1-item-2"
    )
    assert mini.url("rule-2020/ch-1") == "documents/rule-2020/#ch-1"
    assert [str(part.citation) for part in mini.pages("rule-2020")] == [
        "rule-2020/art-1",
        "rule-2020/art-2",
    ]


def test_fields_are_found_from_the_provision_they_rest_on(mini: Library) -> None:
    found = mini.fields_on("rule-2020/art-2")
    assert [(form.key, item.key) for form, item in found] == [("note", "kind_of_work")]
    assert mini.fields_on("rule-2020/art-1") == ()


def test_links_between_documents_are_found_from_the_other_side(mini: Library) -> None:
    assert [str(part.citation) for part in mini.relating_to("method-2019/art-4")] == [
        "rule-2020/art-2/par-2"
    ]


def test_references_in_a_text_lead_to_provisions(mini: Library) -> None:
    part = mini.find("rule-2020/art-1/par-1")
    assert [str(c) for one in mini.references_in(part) for c in one.citations] == [
        "method-2019/art-2",
        "method-2019/art-3",
        "method-2019/art-4",
    ]


def test_an_example_belongs_to_the_form_its_name_begins_with(mini: Library) -> None:
    assert mini.form_of_example("note-sample").key == "note"
    with pytest.raises(UnknownCitation, match="文件名应以表单名开头"):
        mini.form_of_example("other-sample")
