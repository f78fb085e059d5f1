"""The pages of tools: made from the rules, whole without a script."""

import re
from collections.abc import Callable

import lxml.html  # type: ignore[import-untyped]
import markdown
import pytest

from lawbook.library.library import Library
from lawbook.library.page import Page
from lawbook.pages import wording
from lawbook.pages.tool_rules import ToolRules
from lawbook.rules.rule import FORCES

Made = dict[str, Page]
NAMES = ("navigator", "deadlines", "obligations", "criteria", "crosswalk", "outcomes")


@pytest.fixture(scope="module")
def trees(made: Made) -> dict[str, lxml.html.HtmlElement]:
    def read(name: str) -> lxml.html.HtmlElement:
        body = made[f"tools/{name}.md"].text.split("\n---\n", 1)[1]
        return lxml.html.fromstring(markdown.markdown(body, extensions=["attr_list", "tables"]))

    return {name: read(name) for name in NAMES}


def text(tree: lxml.html.HtmlElement, place: str) -> str:
    return " ".join(tree.get_element_by_id(place).text_content().split())


def row(tree: lxml.html.HtmlElement, title: str) -> list[str]:
    """The cells of the row of the overview that a title leads."""
    found = next(tr for tr in tree.iter("tr") if tr[0].text_content() == title)
    return [" ".join(cell.text_content().split()) for cell in found]


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("作出审查决定", ["{decision}", "受理申请", "委员会、服务中心", "待核实"]),
        ("提出申诉", ["{appeal}", "审查决定送达申请人", "负责人", "仅见于征求意见稿"]),
        ("登记委员会", ["{committee-registration}", "设立委员会", "单位", "两源互证"]),
        (
            "登记委员会（北京）",
            ["{beijing-committee-registration}", "设立委员会", "单位", "原文载明"],
        ),
        (
            "完成应急审查",
            ["{emergency}", "紧急状态下启动应急审查 起算点未规定", "委员会、服务中心", "待核实"],
        ),
        (
            "提交上一年度委员会工作报告",
            ["每年{committee-report}前", "单位报告年度内的任意一天", "单位", "两源互证"],
        ),
        ("更新登记", ["未规定期限", "登记内容发生变化 起算点未规定", "单位", "两源互证"]),
    ],
)
def test_a_deadline_stands_in_one_row(
    title: str,
    cells: list[str],
    trees: dict[str, lxml.html.HtmlElement],
    spelled: Callable[[str], str],
) -> None:
    *rest, mark = cells
    wanted = [spelled(rest[0]), *rest[1:]]
    assert row(trees["deadlines"], f"{title} {mark}")[1:] == wanted


def test_each_deadline_is_explained_below(
    library: Library, trees: dict[str, lxml.html.HtmlElement], spelled: Callable[[str], str]
) -> None:
    for one in library.rules.deadlines.deadlines:
        assert one.title in text(trees["deadlines"], f"deadline-{one.key}")
    page = trees["deadlines"].text_content()
    assert "期限可以延长；延长多久，本指南所见的文本没有写明。" in page
    assert spelled("专家复核占用的时间是否计入这{decision}，本指南所见的文本没有写明。") in page


def test_the_calendar_names_each_holiday_and_working_weekend(made: Made) -> None:
    page = made["tools/deadlines.md"].text
    assert ">2月15日至2月23日</td>" in page
    assert ">9天</td>" in page
    assert "1月4日（周日）、2月14日（周六）、2月28日（周六）" in page


def test_every_duty_has_one_row_with_room_for_a_decision(
    library: Library, made: Made, trees: dict[str, lxml.html.HtmlElement]
) -> None:
    page = made["tools/obligations.md"].text
    duties = library.rules.obligations.obligations
    for one in duties:
        assert page.count(f'id="duty-{one.key}"') == 1
        found = trees["obligations"].get_element_by_id(f"duty-{one.key}")
        assert [cell.get("class") for cell in found][-2:] == ["sheet__empty", "sheet__empty"]
    numbers = [
        int(e.text_content()) for e in trees["obligations"].xpath("//td[@class='sheet__number']")
    ]
    assert numbers == list(range(1, len(duties) + 1))


def test_a_role_finds_its_own_duties_and_those_it_shares(
    library: Library, trees: dict[str, lxml.html.HtmlElement]
) -> None:
    actors = ToolRules(library).duties.places["全国"]
    centre = next(one for one in actors if one.key == "centre")
    named = [duty for duty in library.rules.obligations.obligations if "centre" in duty.who]
    assert [duty.place for duty in named] == ["全国"] * centre.count
    assert {duty.who[0] for duty in centre.own} == {"centre"}
    shared = trees["obligations"].xpath(
        "//h3[@id='duties-nation-centre']/following-sibling::div[@class='shared'][1]//li"
    )
    assert len(shared) == len(centre.shared) == centre.count - len(centre.own)


def test_a_duty_of_beijing_names_the_responsible_units(
    trees: dict[str, lxml.html.HtmlElement],
) -> None:
    assert "责任单位：市科委中关村管委会" in text(
        trees["obligations"], "duty-beijing-committee-sensitive"
    )


def test_the_navigator_shows_every_question_answer_and_conclusion_once(
    library: Library, made: Made
) -> None:
    page = made["tools/outcomes.md"].text
    decision = library.rules.decision
    for question in decision.questions:
        assert page.count(f"{{#question-{question.key}}}") == 1
        for answer in question.answers:
            assert page.count(f'id="answer-{question.key}-{answer.key}"') == 1
            assert answer.label in page
    for one in decision.consequences:
        assert page.count(f'id="conclusion-{one.key}"') == 1


def test_the_rules_of_the_self_test_are_counted(library: Library, made: Made) -> None:
    decision = library.rules.decision
    edges = sum(len(question.answers) for question in decision.questions)
    page = made["tools/outcomes.md"].text
    tally = re.search(r"逐项核对（(\d+)个问题、(\d+)个回答、(\d+)条理由、(\d+)条", page)
    assert tally is not None
    assert [int(number) for number in tally.groups()] == [
        len(decision.questions), edges, len(decision.reasons), len(decision.consequences),
    ]  # fmt: skip
    for kind, records in (("reason", decision.reasons), ("list", decision.lists)):
        for one in records:
            assert page.count(f'id="{kind}-{one.key}"') == 1


def test_the_rules_of_the_self_test_begin_with_what_they_say(made: Made) -> None:
    page = made["tools/outcomes.md"].text
    lead, _, rest = page[page.index("{#outcomes}") :].partition("\n## ")
    said = [line for line in lead.splitlines()[1:] if line and "switch" not in line]
    assert said[0].startswith("**有一项“要审”的[理由](#reasons)成立，自测就说要审")
    assert "Word" not in lead + rest
    for whom in ("申请人", "委员会、服务中心", "单位的法务"):
        assert f"- **{whom}**：" in lead, whom


def test_the_self_test_is_a_page_without_its_rules(made: Made) -> None:
    page = made["tools/navigator.md"].text
    assert "{#question-" not in page
    assert len(page) < 2500
    assert "outcomes.md" in page


def test_a_condition_of_a_conclusion_is_written_out(
    trees: dict[str, lxml.html.HtmlElement],
) -> None:
    words = text(trees["outcomes"], "conclusion-beijing-review")
    assert "条件 选了11a；（“涉及人或者个人信息”，或者“涉及实验动物”，或者" in words
    assert "《北京实施意见》第四部分第（三）项第一段" in words


def test_three_ways_lead_from_the_simplified_to_the_general_procedure(made: Made) -> None:
    page = made["guides/procedure.md"].text
    step = page[page.index('id="step-simplified-review"') : page.index("{#procedure-emergency}")]
    assert step.count('→ <a href="#step-general-meet">一般程序 第5步</a>') == 3
    for words in ("审查结果为否定性意见", "对审查内容有疑义", "委员之间意见不一致"):
        assert words in step


def test_advice_of_this_guide_never_looks_like_law(library: Library, made: Made) -> None:
    page = made["tools/criteria.md"].text
    for criterion in library.rules.criteria.criteria:
        for remark in (*criterion.questions, *criterion.evidence):
            ours = f"<li>{remark.text}</li>" in page
            assert ours is remark.ours, remark.text


def test_the_crosswalk_keeps_its_blanks(
    library: Library, trees: dict[str, lxml.html.HtmlElement]
) -> None:
    cells = [
        cell.text_content().strip() for cell in trees["crosswalk"].get_element_by_id("row-staff")
    ]
    assert cells == [
        "科技人员的义务",
        "空白 依据：《北京实施意见》第二部分第（四）项第一段 原文载明",
        "《北京实施意见》第二部分第（四）项",
        "市科委中关村管委会、市教委、市卫生健康委、市科协",
    ]
    assert "有改动" in text(trees["crosswalk"], "change-art-3")
    assert text(trees["crosswalk"], "general-art-15").endswith(
        "2023年的审查内容只见到第（五）项的一部分。"
    )
    for term in library.rules.crosswalk.open_terms:
        assert text(trees["crosswalk"], f"term-{term.key}") == term.term


def test_pages_of_tools_say_where_the_script_finds_its_data(made: Made) -> None:
    for name in ("navigator", "deadlines", "obligations"):
        page = made[f"tools/{name}.md"].text
        mount = (
            f'<div class="tool" id="tool-{name}" data-source="../../data/tools/{name}.json"'
            ' data-root="../../" hidden></div>'
        )
        assert mount in page


def test_every_unit_of_a_period_has_a_word(library: Library, spelled: Callable[[str], str]) -> None:
    shown = {wording.length(one) for one in library.rules.deadlines.deadlines}
    texts = ("{decision}", "{appeal}", "{tracking}", "{emergency}", "每年{committee-report}前")
    assert {spelled(one) for one in texts} <= shown


@pytest.mark.parametrize("name", NAMES)
def test_a_page_of_tools_has_no_id_twice(
    name: str, trees: dict[str, lxml.html.HtmlElement]
) -> None:
    ids = trees[name].xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_duty_reads_as_a_sentence_behind_its_mark(library: Library) -> None:
    broken = []
    for duty in library.rules.obligations.obligations:
        word, what = FORCES[duty.force], duty.what
        leads = re.match(
            "[^，；。]*(?:的|时|后|内|下)，|[^，；。]{1,12}(?:不少于|不超过|具备|中有)", what
        )
        if (word not in what and leads) or re.search("(?<![对相])应(?![当急用对])", what):
            broken.append(f"{word} {what}")
    assert broken == []
