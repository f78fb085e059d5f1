"""Literal expectations about the real documents: what a lawyer would count."""

import pytest

from lawbook.checks.across import problems
from lawbook.library.library import Library

DRAFT = "measures-2025-draft"


def count(library: Library, document: str, unit: str) -> int:
    return sum(part.step.unit == unit for part in library.holder(document).walk())


def test_all_rules_hold(library: Library) -> None:
    assert [str(problem) for problem in problems(library)] == []


def test_the_draft_has_6_chapters_4_sections_37_articles_and_an_annex_of_3(
    library: Library,
) -> None:
    assert [count(library, DRAFT, unit) for unit in ("ch", "sec", "art")] == [6, 4, 37]
    assert [part.text[:6] for part in library.find(f"{DRAFT}/annex").provisions][:3] == [
        "对人类主观行",
        "具有舆论社会",
        "面向存在安全",
    ]


def test_the_final_measures_have_the_same_outline(library: Library) -> None:
    assert [count(library, "measures-2026", unit) for unit in ("ch", "sec", "art")] == [6, 4, 37]


@pytest.mark.parametrize(
    ("citation", "beginning"),
    [
        ("art-1/par-1", "为规范人工智能科技活动伦理治理"),
        ("art-12/par-1/item-3", "遵守人工智能科技伦理和科研诚信等要求的承诺书。"),
        ("art-15/par-1/item-5", "拟开展人工智能科技活动的科技人员资质符合相关要求"),
        ("art-16/par-2", "对于需要修改或不予批准的"),
        ("art-20/par-2", "简易程序审查过程中出现审查结果为否定性意见"),
        ("art-23/par-3", "地方或相关主管部门可委托服务中心具体实施复核工作。"),
        ("art-33/par-2", "本办法所称“地方”是指"),
        ("art-37/par-1", "本办法自*年*月*日起施行。"),
    ],
)
def test_provisions_of_the_draft_stand_where_a_lawyer_looks(
    library: Library, citation: str, beginning: str
) -> None:
    assert library.find(f"{DRAFT}/{citation}").text.startswith(beginning)


def test_each_article_of_the_draft_carries_its_own_number_and_subject(library: Library) -> None:
    from lawbook.base.numerals import to_han

    articles = [part for part in library.documents[DRAFT].walk() if part.step.unit == "art"]
    assert [part.label for part in articles] == [f"第{to_han(n)}条" for n in range(1, 38)]
    assert all(part.heading.startswith("【") and part.title for part in articles)


def test_the_reading_has_5_questions_7_steps_3_kinds_and_5_measures(library: Library) -> None:
    reading = "interpretation-2026"
    assert count(library, reading, "q") == 5
    items = {
        question: [
            part.label
            for part in library.find(f"{reading}/q-{question}").walk()
            if part.step.unit == "item"
        ]
        for question in range(1, 6)
    }
    assert [len(items[question]) for question in range(1, 6)] == [0, 0, 7, 3, 5]
    assert items[3][0] == "申请："
    assert items[3][-1] == "跟踪审查："


def test_each_answer_of_the_reading_is_linked_to_articles(library: Library) -> None:
    for number in range(1, 6):
        parts = library.find(f"interpretation-2026/q-{number}").walk()
        assert any(part.relates for part in parts), number


def test_beijing_has_6_parts_and_21_items(library: Library) -> None:
    parts = [part for part in library.documents["beijing-2024"].walk() if part.step.unit == "part"]
    items = [sum(one.step.unit == "item" for one in part.provisions) for part in parts]
    assert items == [2, 4, 4, 4, 4, 3]


def test_beijing_has_21_blocks_of_responsible_units_on_19_items(library: Library) -> None:
    duties = [part for part in library.documents["beijing-2024"].walk() if part.responsible]
    assert len(duties) == 21
    owners = [library.page_of(part.citation) for part in duties]
    assert len(set(owners)) == 19
    twice = sorted({str(owner) for owner in owners if owners.count(owner) == 2})
    assert twice == ["beijing-2024/part-4/item-3", "beijing-2024/part-5/item-1"]


def test_the_units_stand_in_the_text_in_the_order_in_which_they_are_listed(
    library: Library,
) -> None:
    for part in library.documents["beijing-2024"].walk():
        if part.responsible is None:
            continue
        starts = [part.text.index(name) for name in part.responsible.as_named]
        assert starts == sorted(starts), part.citation
        assert len(part.responsible.units) == len(part.responsible.as_named)
        assert part.responsible.regulators == ("相关行业主管部门" in part.text)
        assert part.responsible.by_duty == ("按职责分工" in part.text)


def test_only_one_block_speaks_of_the_districts(library: Library) -> None:
    named = [
        str(part.citation)
        for part in library.documents["beijing-2024"].walk()
        if part.responsible and part.responsible.districts
    ]
    assert named == ["beijing-2024/part-2/item-1/duty-1"]


def test_the_template_has_9_optional_fields_and_5_kinds_of_participants(library: Library) -> None:
    options = [
        part.parent
        for part in library.documents["pilot-plan-2026"].walk()
        if part.step.unit == "option"
    ]
    assert sorted(options.count(parent) for parent in set(options)) == [5, 9]


def test_nothing_of_the_other_policy_on_the_same_page_is_kept(library: Library) -> None:
    record = library.sources["petrochem-2026"]
    assert record.status == "out_of_scope"
    assert record.reason
    for document in library.documents.values():
        assert "石化" not in document.joined()


@pytest.mark.parametrize(
    ("fact_id", "confidence"),
    [
        ("measures-2026#number", "two"),
        ("measures-2026#in-force", "two"),
        ("measures-2026#departments", "one"),
        ("measures-2026#art-16-appeal-days", "draft"),
        ("measures-2026#art-27-72-hours", "one"),
        ("measures-2026#art-27-36-hours", "draft"),
        ("pilot-programme-2026#plans-due", "one"),
        ("pilot-programme-2026#selected", "unknown"),
    ],
)
def test_facts_have_the_confidence_that_was_found(
    library: Library, fact_id: str, confidence: str
) -> None:
    assert library.fact(fact_id).confidence == confidence
