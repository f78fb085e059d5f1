"""No letter names a reviewer or tells votes, however it is written; page and command alike."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from page_scripts import asked

from lawbook.base import yamlfile
from lawbook.desk.case import Case, case_tree, read_case
from lawbook.desk.findings import case_findings
from lawbook.library.library import Library

PROGRAM = (
    "return given[0].map((tree) => Cases.caseFindings(book, forms, tree, given[1])"
    ".filter((one) => one.rule && one.rule.key.startsWith('case-letters-'))"
    ".map((one) => [one.rule.key, one.reason]));"
)

NAMED = [
    "申屠明远",
    "申 屠 明　远",
    "申\u200b屠明远",
    "申屠\u00ad明远",
    "申\u2060屠明\ufeff远",
    "申屠*明远",
    "林-笛",
    "林·笛",
]
NAMED += [
    "申屠老师",
    "申屠",
    "高云",
    "高 云",
    "陈委员",
    "林笛（委员）",
    "林主任",
    "林院士",
    "林律师",
    "林处长",
    "林所长",
    "高老师",
]
NAMED += ["高某", "高X", "高工", "林总", "小林", "老陈", "申屠同志", "陈博士"]
NAMED += ["林某某", "陈××", "姓林的委员", "林（委员）", "申　屠·明＊远（委员）", "高 老 师"]
# The given name alone, titles, masked and torn names.
NAMED += [
    "明远同意",
    "明远委员",
    "林法官",
    "老林，林姐",
    "申屠*远",
    "申屠×远",
    "申屠（明远）",
    "申屠/明远",
    "申屠，明远",
]
MAYBE = ["说明远同意见", "申屠明遠", "申屠眀遠", "高雲", "陳默", "陳委員", "陳老師", "林老師"]
MAYBE += ["林笛声"]
FREE = [
    "提高云端安全",
    "提高老师的参与",
    "说明远景",
    "提高老年人的体验",
    "提高校长期的投入",
    "林间文书记录",
    "用×远程控制",
    "全体受试者同意后使用",
    "请专家评估，多数用户同意的才启用",
    "3人一组参加测试",
    "张喆操作",
    "用镕炉",
    "提高安全",
    "高度可靠",
    "森林防火",
    "小范围试用",
    "高某些能力",
    "总体",
]
VOTES = [
    "4:1",
    "4：1",
    "4比1",
    "四比一",
    "全票",
    "多数委员同意",
    "四票",
    "5票赞成",
    "表决结果4：2",
    "三分之二同意",
    "多数同意",
    "投了反对",
    "除一人外均赞成",
    "除安宁外，其余人都赞成",
    "仅安某一人不认可",
]
VOTE_HINTS = [
    "全体通过",
    "外单位专家反对",
    "法律专家提出",
    "主持人认为",
    "六人到会",
    "到会委员共6人",
    "除任重外均同意",
    "据女法律专家的意见",
    "某位伦理学专家的看法",
]
NO_VOTES = ["按4:1划分数据", "09:30开放", "一票否决的开关", "委员会审查", "一比一复现"]
NO_VOTES += ["除急诊外均可以使用", "由女性专家组复核"]


def test_names_and_votes_however_written_are_found(library: Library, root: Path, page: str) -> None:
    case = read_case(library, yamlfile.read(root / "data/examples/cases/2026-003.yml"))
    people = ("申屠明远", "高云", "陈默", "林笛")
    case = replace(case, entries=case.entries[:4], members=people)
    told: list[list[str]] = []
    trees = []
    words = [f"活动经{one}审查，风险可控" for one in (*NAMED, *VOTES)]
    words += [f"活动可以{one}，风险可控" for one in (*MAYBE, *FREE, *NO_VOTES, *VOTE_HINTS)]
    for one in words:
        answers = case.entries[3].answers
        assert answers
        changed = replace(answers, values=MappingProxyType({**answers.values, "reason": one}))
        entries = (*case.entries[:3], replace(case.entries[3], answers=changed))
        made_ = replace(case, entries=entries)
        found = case_findings(library, made_)
        told.append([one.rule for one in found if one.rule.startswith("case-letters-")])
        trees.append(case_tree(library, made_))
    sure, unsure, count = (
        f"case-letters-{key}" for key in ("name-no-voter", "may-name-a-voter", "tell-no-count")
    )
    by = dict(zip((*NAMED, *VOTES, *MAYBE, *FREE, *NO_VOTES, *VOTE_HINTS), told, strict=True))
    assert [one for one in NAMED if sure not in by[one]] == []
    assert [one for one in MAYBE if set(by[one]) != {unsure}] == []
    assert [one for one in FREE if by[one]] == []
    assert [one for one in VOTES if count not in by[one]] == []
    assert [one for one in VOTE_HINTS if by[one] != ["case-letters-tell-no-vote"]] == []
    assert [one for one in NO_VOTES if count in by[one]] == []
    shown = asked(page, PROGRAM, [trees, people])
    assert [[rule for rule, _ in some] for some in shown] == told


@pytest.mark.parametrize("who", ["members", "odd_members"])
def test_what_is_surely_a_name_or_a_vote_is_refused_and_other_words_are_free(
    library: Library, root: Path, page: str, who: str
) -> None:
    told = yamlfile.read(root / "tests/desk/named.yml").tree
    case = read_case(library, yamlfile.read(root / "data/examples/cases/2026-003.yml"))
    case = replace(case, entries=case.entries[:4], members=tuple(told[who]))
    kinds = ("must", "found", "free") if who == "members" else ("odd", "odd_must", "odd_hints")
    texts = [(kind, text) for kind in kinds for text in told[kind]]
    cases = [_saying(case, text) for _, text in texts]
    found = [
        [
            (one.rule, one.reason, one.advice)
            for one in case_findings(library, made)
            if one.rule.startswith("case-letters-")
        ]
        for made in cases
    ]
    seen = {
        text: {advice for *_, advice in some} for (_, text), some in zip(texts, found, strict=True)
    }
    by = {kind: [text for own, text in texts if own == kind] for kind in kinds}
    must = [*by.get("must", ()), *by.get("odd_must", ())]
    assert [one for one in must if False not in seen[one]] == []
    hints = [*by.get("found", ()), *by.get("odd_hints", ())]
    assert [one for one in hints if seen[one] != {True}] == []
    assert [one for one in (*by.get("free", ()), *by.get("odd", ())) if seen[one]] == []
    trees = [case_tree(library, made) for made in cases]
    assert asked(page, PROGRAM, [trees, list(case.members)]) == [
        [[rule, reason] for rule, reason, _ in some] for some in found
    ]


def test_whom_to_ask_may_have_the_family_name_of_a_member(
    library: Library, root: Path, page: str
) -> None:
    case = read_case(library, yamlfile.read(root / "data/examples/cases/2026-003.yml"))
    case = replace(case, entries=case.entries[:4], members=("罗明", "钱景行"))
    lines = ["罗老师，0000-00000000", "罗 明，0000-00000000", "沈老师，0000-00000000"]
    cases = [_saying(case, line, "contact") for line in lines]
    found = [case_findings(library, made) for made in cases]
    told = [[(one.rule, one.reason) for one in some if "voter" in one.rule] for some in found]
    sure, unsure = "case-letters-name-no-voter", "case-letters-may-name-a-voter"
    assert [[rule for rule, _ in some] for some in told] == [[unsure], [sure], []]
    trees = [case_tree(library, made) for made in cases]
    shown = asked(page, PROGRAM, [trees, list(case.members)])
    assert shown == [[list(one) for one in some] for some in told]


def _saying(case: Case, text: str, key: str = "reason") -> Case:
    """The case with a decision that says something else in a field."""
    answers = case.entries[3].answers
    assert answers
    values = MappingProxyType({**answers.values, key: text})
    entry = replace(case.entries[3], answers=replace(answers, values=values))
    return replace(case, entries=(*case.entries[:3], entry))
