"""An article that is looked up is found first, however it is cited."""

import re

from searching import Search


def test_four_paths_cite_no_article(search: Search) -> None:
    (answer,) = search(["四条路径"])
    assert not answer.found[0].startswith("documents/measures-2026/art-4/")


def test_a_number_is_not_marked_inside_another(search: Search) -> None:
    (answer,) = search(["第二条"])
    shown = [item["title"] + item["text"] for group in answer.items for item in group]
    assert any("<mark data-md-highlight>第二条</mark>" in one for one in shown)
    assert [one for one in shown if re.search("[十百]<mark[^>]*>", one)] == []


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


def test_an_article_of_another_law_is_none_of_ours_at_once(search: Search) -> None:
    (answer,) = search(["民法典第三十二条"], first=True)
    assert not answer.found[0].endswith("documents/measures-2026/art-32/#fact-art-32-laws")
    assert "本指南未收录“民法典”" in answer.say


def test_an_article_that_was_never_put_in_leads_to_its_neighbour(search: Search) -> None:
    (answer,) = search(["办法第十二条之一"])
    assert answer.say.startswith("没有这一条；下面是最接近的内容")
    assert answer.found[0] == "documents/measures-2026/art-12/#art-12-par-1"
