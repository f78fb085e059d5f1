"""An article that is looked up is found first, however it is cited."""

import re

import pytest
from searching import Search


def test_a_citation_comes_first_with_its_paragraph(search: Search) -> None:
    (answer,) = search(["征求意见稿第十二条第一款第（三）项"])
    assert answer.found[0] == "documents/measures-2025-draft/art-12/#art-12-par-1-item-3"


TWELFTH = (
    "documents/measures-2026/art-12/#art-12-par-1",
    "documents/measures-2025-draft/art-12/#art-12-par-1",
    "documents/general-measures-2023/art-12/#fact-art-12-international",
)
SIXTEENTH = (
    "documents/measures-2026/art-16/#fact-art-16-days",
    "documents/measures-2025-draft/art-16/#art-16-par-1",
    "documents/general-measures-2023/art-16/#fact-art-16-majority",
)
FIRST_ITEM = (
    "documents/measures-2026/art-12/#art-12-par-1-item-1",
    "documents/measures-2025-draft/art-12/#art-12-par-1-item-1",
)


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("《办法》第十六条", SIXTEENTH),
        ("《办法》 第 16 条", SIXTEENTH),
        ("办法第十六条", SIXTEENTH),
        ("办法16条", SIXTEENTH),
        ("办法 16", SIXTEENTH),
        ("办法§16", SIXTEENTH),
        ("§ 16", SIXTEENTH),
        ("s.16", SIXTEENTH),
        ("sec. 16", SIXTEENTH),
        ("Section 16", SIXTEENTH),
        ("第拾陆条", SIXTEENTH),
        ("《办法》第十六", SIXTEENTH),
        ("依据办法第十六条", SIXTEENTH),
        ("根据《办法》第十六条之规定", SIXTEENTH),
        ("Article 16", SIXTEENTH),
        ("art. 16", SIXTEENTH),
        ("办法第十二条", TWELFTH),
        ("《办法》第12条", TWELFTH),
        ("第 12 条", TWELFTH),
        ("第 十二 条", TWELFTH),
        ("第十二条第（一）项", FIRST_ITEM),
        ("第十二条第(一)项", FIRST_ITEM),
        ("第十二条第一项", FIRST_ITEM),
        ("第十二条（一）", FIRST_ITEM),
        ("第 12 条第 1 项", FIRST_ITEM),
        ("第十二条第一款第（一）项", FIRST_ITEM),
        ("《办法》第十二条第（一）项", FIRST_ITEM),
        ("第十六条第二款", (SIXTEENTH[0], "documents/measures-2025-draft/art-16/#art-16-par-2")),
        ("《人工智能科技伦理审查与服务办法（试行）》第十六条", SIXTEENTH[:1]),
        ("人工智能科技伦理审查与服务办法第 16 条", SIXTEENTH[:1]),
        ("《人工智能科技伦理审查与服务办法（试行）》第十二条第（一）项", FIRST_ITEM[:1]),
        ("现行办法第十二条", TWELFTH[:1]),
        ("AI伦理办法第十六条", SIXTEENTH[:1]),
        ("2023年《科技伦理审查办法（试行）》第十二条", TWELFTH[2:]),
        ("《办法》第十六条、第十七条", SIXTEENTH),
        ("第十六条至第十八条", SIXTEENTH),
        ("《人工智能科技伦理管理服务办法（试行）（公开征求意见稿）》第十二条", TWELFTH[1:2]),
        ("《科技伦理审查办法（试行）》第十六条", SIXTEENTH[2:]),
        ("科技伦理审查办法（试行）第十二条", TWELFTH[2:]),
    ],
)
def test_the_text_in_force_is_first_however_it_is_cited(
    query: str, pages: tuple[str, ...], search: Search
) -> None:
    """Then the draft, then 2023; a group shows more of its own only after its best."""
    (answer,) = search([query])
    firsts = [group[0]["location"] for group in answer.items]
    assert tuple(firsts[: len(pages)]) == pages


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("工信部联科〔2026〕75号第八条", "measures-2026/art-8"),
        ("工信部联科[2026] 75号 第8条", "measures-2026/art-8"),
        ("75号文第八条", "measures-2026/art-8"),
        ("国科发监(2023)167号第二十条", "general-measures-2023/art-20"),
        ("23年科技伦理审查办法20条", "general-measures-2023/art-20"),
        ("2025年征求意见稿第八条", "measures-2025-draft/art-8"),
        ("北京意见一（二）", "beijing-2024/part-1/item-2"),
        ("北京意见一、(二)", "beijing-2024/part-1/item-2"),
        ("京科监发〔2024〕277号第六部分（三）", "beijing-2024/part-6/item-3"),
        ("方案模板第二部分", "pilot-plan-2026/part-2"),
        ("办法附件第一项", "measures-2026/annex/item-1"),
        ("清单第一项", "measures-2026/annex/item-1"),
        ("科技伦理审查办法附件第二项", "general-measures-2023/annex/item-2"),
        ("第二十条 简易程序", "measures-2026/art-20"),
        ("违反《办法》第八条", "measures-2026/art-8"),
    ],
)
def test_a_citation_comes_first_whatever_stands_beside_it(
    query: str, page: str, search: Search
) -> None:
    (answer,) = search([query])
    assert answer.found[0].partition("#")[0] == f"documents/{page}/"


def test_four_paths_cite_no_article(search: Search) -> None:
    (answer,) = search(["四条路径"])
    assert not answer.found[0].startswith("documents/measures-2026/art-4/")


def test_a_number_is_not_marked_inside_another(search: Search) -> None:
    (answer,) = search(["第二条"])
    shown = [item["title"] + item["text"] for group in answer.items for item in group]
    assert any("<mark data-md-highlight>第二条</mark>" in one for one in shown)
    assert [one for one in shown if re.search("[十百]<mark[^>]*>", one)] == []


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("2023那个文件第七条", "documents/general-measures-2023/art-7/"),
        ("通用办法第十三条讲什么", "documents/general-measures-2023/art-13/"),
    ],
)
def test_a_citation_in_a_question_is_a_citation(query: str, page: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0].startswith(page)


def test_what_stands_in_a_named_document_comes_before_what_speaks_of_it(search: Search) -> None:
    (answer,) = search(["北京的医院学校企业自己要承担哪些伦理管理的活儿"])
    assert answer.found[0].startswith("documents/beijing-2024/")


def test_the_text_in_force_comes_before_the_draft(search: Search) -> None:
    (answer,) = search(["第二十六条"])
    assert [url.split("/")[1] for url in answer.found[:2]] == [
        "measures-2026",
        "measures-2025-draft",
    ]


def test_two_projects_are_no_second_item(search: Search) -> None:
    (answer,) = search(["两个项目"])
    assert not any(url.endswith("item-2/") for url in answer.found[:5])
