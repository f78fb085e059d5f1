import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import parse
from lawbook.law.citation import Citation, Step
from lawbook.law.document import Style, document
from lawbook.library.library import Library


def test_each_provision_has_its_citation_line_and_parent(mini: Library) -> None:
    item = mini.find("rule-2020/art-2/par-1/item-2")
    assert (item.label, item.text) == ("（二）", "乙类活动。")
    assert item.where == "data/documents/rule-2020.yml:32"
    assert str(item.parent) == "rule-2020/art-2/par-1"


def test_an_article_knows_its_chapter(mini: Library) -> None:
    assert str(mini.find("rule-2020/art-1").parent) == "rule-2020/ch-1"


def test_titles_lose_brackets_and_the_final_stop(mini: Library) -> None:
    assert mini.find("rule-2020/art-1").heading == "【目的】"
    assert mini.find("rule-2020/art-1").title == "目的"
    assert mini.find("method-2019/art-2").title == "定义"


def test_joining_gives_the_text_in_reading_order(mini: Library) -> None:
    joined = mini.find("rule-2020/art-2").joined()
    assert joined == (
        "第二条【范围】本规则适用于：（一）甲类活动；（二）乙类活动。违反本规则第一条的，按示例处理。"
    )


def test_a_style_names_units_and_the_parent_decides() -> None:
    style = Style({"item": "第（{han}）项", "annex": "附件", "annex/item": "第{arabic}项"})
    assert style.display(Citation.parse("m/annex/item-12")) == "附件第12项"
    assert style.name(Step("item", (12,)), Step("par", (1,))) == "第（十二）项"


def test_an_inserted_article_is_named_with_zhi() -> None:
    assert Style({"art": "第{han}条"}).display(Citation.parse("m/art-15-2")) == "第十五条之二"


def test_wrong_steps_are_all_named_with_their_lines() -> None:
    lines = ["key: m", "style: {}", "provisions:", "  - step: art", "  - step: ch-1"]
    text = "\n".join([*lines, "    provisions:", "      - step: bar-1"])
    with pytest.raises(ProblemsFound) as faults:
        document(parse(text, "m.yml"))
    assert [str(problem) for problem in faults.value.problems] == [
        "m.yml:4: “art”的编号不对；请写成 art-1",
        "m.yml:7: “bar-1”不是条款步骤；例如 art-12、par-1、item-3、annex",
    ]
