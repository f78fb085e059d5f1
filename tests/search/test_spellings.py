"""One thing, written in many ways, is looked up as one."""

import re

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


@pytest.mark.parametrize("query", ["审查要多久", "审查要多长时间"])
def test_what_is_known_comes_before_what_nobody_knows(query: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0] == "documents/measures-2026/art-16/#fact-art-16-days"
    assert not any(url.endswith("#fact-art-16-re-review-time") for url in answer.found[:5])


def test_a_gap_that_is_asked_for_is_told(search: Search) -> None:
    (answer,) = search(["专家复核占用的时间是否计入"])
    assert answer.found[0].endswith("re-review-time")


@pytest.mark.parametrize(
    "query",
    [
        "硬法",
        "软法",
        "对话机器人",
        "算力",
        "智能客服",
        "联邦学习",
        "论文代写",
        "物联网",
        "图神经网络",
        "公证",
    ],
)
def test_another_word_is_not_put_right(query: str, search: Search) -> None:
    (answer,) = search([query])
    assert "按“" not in answer.say


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("今天天气", "天气"),
        ("区块链", "区块链"),
        ("驾照怎么考", "驾照"),
        ("比特币", "比特币"),
        ("护照办理", "护照"),
        ("公司注册流程", "公司注册"),
        ("结婚登记", "结婚"),
        ("贷款怎么申请", "贷款"),
    ],
)
def test_what_the_guide_does_not_have_is_told_first(query: str, word: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.say == f"本指南未收录“{word}”，下面是最接近的内容"
    assert 0 < answer.count <= 10


@pytest.mark.parametrize(
    "query",
    [
        "LLM",
        "chatbot",
        "专利要写进材料吗",
        "营业执照要附吗",
        "专家复核",
        "叫停项目",
        "zhuanjia",
        "第九条",
    ],
)
def test_what_the_guide_has_is_not_said_to_be_missing(query: str, search: Search) -> None:
    (answer,) = search([query])
    assert "未收录" not in answer.say


def test_a_number_is_not_marked_inside_another(search: Search) -> None:
    (answer,) = search(["第二条"])
    shown = [item["title"] + item["text"] for group in answer.items for item in group]
    assert any("<mark data-md-highlight>第二条</mark>" in one for one in shown)
    assert [one for one in shown if re.search("[十百]<mark[^>]*>", one)] == []


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("LLM", "examples/review-application-damoxing/"),
        ("AI ethics review", "faq/#needed"),
        ("deepfake", "glossary/#services"),
        ("chatbot", "documents/measures-2026/annex/item-1/"),
    ],
)
def test_an_english_word_leads_to_what_it_means(query: str, page: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0].startswith(page)


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("zhuanjiafuhe", "专家复核"), ("shen cha", "审查"), ("身诉", "申诉"), ("承偌书", "承诺书")],
)
def test_what_was_meant_is_said(typed: str, meant: str, search: Search) -> None:
    (answer,) = search([typed])
    assert answer.say.startswith(f"按“{meant}”查找")


def test_the_words_as_typed_are_looked_for_on_request(search: Search) -> None:
    (answer,) = search(["身诉"], exact=True)
    assert answer.say == "本指南未收录“身诉”，下面是最接近的内容"


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("受理通知书", "review-acceptance"),
        ("补正告知模板", "review-supplement"),
        ("决定书格式", "review-decision"),
        ("年度工作报告怎么写", "yearly-report"),
        ("保密承诺书下载", "review-pledge"),
        ("空白的复核申请书", "rereview-application"),
    ],
)
def test_a_paper_that_is_asked_for_comes_first(query: str, form: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0].partition("#")[0] == f"forms/{form}/"


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


def test_two_projects_are_no_second_item(search: Search) -> None:
    (answer,) = search(["两个项目"])
    assert not any(url.endswith("item-2/") for url in answer.found[:5])


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
