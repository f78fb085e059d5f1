"""What is to be done leads to the tool or the form, and what only restates comes after a text."""

import pytest
from searching import Search


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("算跟踪审查下一次什么时候", "tools/deadlines/"),
        ("把期限导进日历", "tools/deadlines/"),
        ("打印秘书的职责", "tools/obligations/"),
        ("核一核稿子里引的法条", "tools/citations/"),
        ("逐条对照审查要点", "tools/criteria/"),
        ("统计今年多少件", "tools/committee/"),
        ("看看人家怎么写的例子", "examples/"),
        ("导出数据 json", "about/data/"),
        ("起草不予受理通知书发给申请人", "forms/review-refusal/"),
        ("复核申请书空白表", "forms/rereview-application/"),
        ("填请示发省厅", "forms/pilot-request/"),
        ("逐字看改了什么", "documents/measures-2026/redline/"),
        ("整部办法打印出来", "documents/measures-2026/print/"),
    ],
)
def test_a_task_leads_to_where_it_is_done(query: str, page: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0].partition("#")[0] == page


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("算法偏见怎么审", "tools/criteria/"),
        ("填的东西会不会泄露", "faq/"),
        ("打印出来用几号字", "documents/format/"),
        ("委员会主任能不能投自己项目的票", "forms/review-pledge/"),
        ("做完算法备案以后还需不需要审", "faq/"),
        ("年度报告隔多久要交", "faq/"),
        ("拿别人的开源模型再训练要过伦理吗", "faq/"),
        ("审查多少钱", "faq/"),
    ],
)
def test_a_question_that_begins_alike_is_no_task(query: str, page: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.found[0].partition("#")[0] == page


@pytest.mark.parametrize("query", ["由谁指定两名委员", "举报渠道", "要不要给委员会配人"])
def test_a_text_comes_before_the_duty_that_restates_it(query: str, search: Search) -> None:
    (answer,) = search([query])
    assert "tools/obligations" not in answer.found[0]
    assert "tools/crosswalk" not in answer.found[0]


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("北京到上海的火车票", "火车票"),
        ("离婚协议怎么写", "离婚"),
        ("欧盟人工智能法案高风险清单", "欧盟人工智能法案"),
        ("附近的打印店", "打印店"),
        ("欧盟AI法案", "欧盟AI法案"),
        ("《网络安全法》第二十一条", "网络安全法"),
        ("涉及人的生命科学和医学研究伦理审查办法第八条", "涉及人的生命科学和医学研究伦理审查办法"),
    ],
)
def test_what_other_offices_do_is_told(query: str, word: str, search: Search) -> None:
    (answer,) = search([query])
    assert answer.say == f"本指南未收录“{word}”，下面是最接近的内容"


@pytest.mark.parametrize(
    "query",
    ["做股票推荐的算法要审吗", "专利要写进材料吗", "医保系统用大模型", "幼儿园用的陪伴机器人"],
)
def test_what_has_a_subject_of_ours_beside_it_is_answered(query: str, search: Search) -> None:
    (answer,) = search([query])
    assert "未收录" not in answer.say


def test_an_article_of_another_law_is_none_of_ours_at_once(search: Search) -> None:
    (answer,) = search(["民法典第三十二条"], first=True)
    assert not answer.found[0].endswith("documents/measures-2026/art-32/#fact-art-32-laws")
    assert "本指南未收录“民法典”" in answer.say
