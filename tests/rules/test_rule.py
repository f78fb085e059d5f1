"""Records of the rules: what they accept, and literal counts of the real ones."""

from collections import Counter

import pytest

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.law.citation import Citation
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.rule import Deadline, FactId, Obligations, Remark, Roles
from lawbook.rules.rulebook import rule_file

ROLE = """
key: roles
roles:
  - key: unit
    what: 做事。
    basis: [rule-2020/art-1, method-2019#art-4-days]
    confidence: two
"""


def problems(text: str, name: str = "x.yml") -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        rule_file(yamlfile.parse(text, name))
    return [str(problem) for problem in found.value.problems]


def test_a_ground_is_a_citation_or_a_fact() -> None:
    model, statements = rule_file(yamlfile.parse(ROLE, "x.yml")) or pytest.fail("not read")
    assert isinstance(model, Roles)
    assert model.roles[0].basis == (
        Citation.parse("rule-2020/art-1"),
        FactId("method-2019#art-4-days"),
    )
    assert [(one.id, one.where) for one in statements] == [("roles/unit", "x.yml:4")]


def test_a_rule_without_ground_is_refused_with_its_line() -> None:
    text = ROLE.replace("[rule-2020/art-1, method-2019#art-4-days]", "[]")
    assert problems(text) == ["x.yml:6: basis 是空的；请至少写一项"]


def test_a_word_that_is_no_ground_is_refused() -> None:
    text = ROLE.replace("rule-2020/art-1", "第一条")
    assert problems(text) == ["x.yml:6: basis：“第一条”不是条款引用；例如 measures-2026/art-12"]


def test_a_key_stands_once_in_a_list() -> None:
    again = "".join(ROLE.splitlines(keepends=True)[3:])
    assert problems(ROLE + again) == ["x.yml:3: roles：key 重复：unit"]


def test_an_unknown_rule_file_names_the_known_ones() -> None:
    assert problems("key: rolls\n") == [
        "x.yml:1: 没有规则文件 rolls；可写：roles、procedures、deadlines、criteria、"
        "obligations、decision、crosswalk、cases、surnames"
    ]


def test_a_statement_without_ground_is_our_advice_and_has_no_confidence() -> None:
    assert Remark(text="多问一句。").ours
    with pytest.raises(ValueError, match="basis 与 confidence 应同时写出"):
        Remark(text="多问一句。", confidence="two")


def deadline(**given: object) -> Deadline:
    wanted: dict[str, object] = {
        "key": "d", "title": "期限", "triggers": ["t"], "start_defined": True, "start": "当日",
        "period": "30日内", "actor": ["unit"], "basis": ["a/art-1"], "confidence": "two",
    }  # fmt: skip
    return Deadline.model_validate(wanted | given)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"unit": "date"}, "unit 为 date 时写 on"),
        ({"unit": "month", "length": 3, "on": "03-31"}, "unit 为 date 时写 on"),
        ({"unit": "month"}, "其他单位须写 length"),
        ({"unit": "unspecified", "length": 3}, "date 和 unspecified 不写 length"),
        ({"unit": "date", "on": "02-29"}, "不是每年都有的日期"),
        ({"unit": "date", "on": "02-30"}, "不是每年都有的日期"),
        ({"unit": "hour", "length": 0}, "greater than or equal to 1"),
        ({"unit": "hour", "length": 1_000_000_000}, "less than or equal to 600"),
    ],
)
def test_a_deadline_has_the_length_that_its_unit_needs(
    given: dict[str, object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        deadline(**given)


def test_a_topic_must_be_listed() -> None:
    duty = {
        "key": "a", "who": ["unit"], "what": "做。", "when": "随时", "stage": "准备",
        "topic": "别的", "basis": ["a/art-1"], "confidence": "two",
    }  # fmt: skip
    with pytest.raises(ValueError, match="topic 不在 topics 中：别的"):
        Obligations.model_validate({"topics": ["委员会"], "obligations": [duty]})


# —— the real rules ——


def test_each_file_has_as_many_records_as_were_written(library: Library) -> None:
    rules = library.rules
    assert len(rules.roles.roles) == 25
    assert [one.key for one in rules.procedures.procedures] == [
        "general", "simplified", "emergency", "re-review", "appeal", "tracking", "registration",
    ]  # fmt: skip
    assert len(rules.procedures.step_names) == 28
    assert (len(rules.deadlines.deadlines), len(rules.deadlines.triggers)) == (20, 14)
    assert [one.title for one in rules.criteria.criteria] == [
        "人类福祉", "公平公正", "可控可信", "透明可解释", "责任可追溯", "隐私保护", "综合要求",
        "2023年通用规定的审查内容",
    ]  # fmt: skip
    assert Counter(one.place for one in rules.obligations.obligations) == {"全国": 132, "北京": 54}
    decision = rules.decision
    answers = sum(len(one.answers) for one in decision.questions)
    assert (len(decision.questions), answers, len(decision.consequences)) == (13, 87, 87)
    assert (len(rules.crosswalk.rows), len(rules.crosswalk.open_terms)) == (44, 23)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("decision", (30, "natural_day", True, "one")),
        ("appeal", (3, "working_day", True, "draft")),
        ("re-decision", (7, "working_day", False, "draft")),
        ("tracking", (12, "month", False, "official")),
        ("tracking-listed", (6, "month", False, "official")),
        ("re-review-answer", (30, "natural_day", True, "official")),
        ("emergency", (72, "hour", False, "one")),
        ("emergency-before-re-review", (36, "hour", False, "draft")),
        ("committee-registration", (30, "natural_day", True, "two")),
        ("beijing-committee-registration", (30, "natural_day", True, "official")),
        ("listed-registration", (30, "natural_day", True, "two")),
        ("beijing-listed-registration", (30, "natural_day", True, "official")),
        ("member-term", (60, "month", False, "two")),
        ("acceptance", (None, "unspecified", False, "one")),
    ],
)
def test_deadlines_are_as_long_and_as_sure_as_the_sources_say(
    library: Library, key: str, expected: tuple[object, ...]
) -> None:
    one = library.rules.deadlines[key]
    assert (one.length, one.unit, one.start_defined, one.confidence) == expected


def test_the_annual_reports_are_due_on_31_march(library: Library) -> None:
    due = {one.key: one.on for one in library.rules.deadlines.deadlines if one.unit == "date"}
    assert due == dict.fromkeys(
        ("committee-report", "activity-report", "beijing-annual-reports", "centre-report"), "03-31"
    )


def test_beijing_restates_national_deadlines_and_then_stands_for_them(library: Library) -> None:
    book = library.rules.deadlines
    assert [one.key for one in book.after("committee-founded")] == ["committee-registration"]
    assert [one.key for one in book.after("committee-founded", place="北京")] == [
        "beijing-committee-registration"
    ]


def test_a_listed_activity_is_tracked_after_6_months_and_not_after_12(library: Library) -> None:
    book = library.rules.deadlines
    assert [one.key for one in book.after("tracked", listed=True)] == ["tracking-listed"]
    assert [one.key for one in book.after("tracked", listed=False)] == ["tracking"]
    assert [one.key for one in book.after("tracked")] == ["tracking", "tracking-listed"]


def test_three_edges_lead_from_the_simplified_to_the_general_procedure(library: Library) -> None:
    edges = library.rules.procedures["simplified"].edges()
    assert [(to, edge.when) for _, to, edge in edges if to == "general/meet"] == [
        ("general/meet", "审查结果为否定性意见"),
        ("general/meet", "对审查内容有疑义"),
        ("general/meet", "委员之间意见不一致"),
    ]
    assert library.rules.procedures["re-review"].leads_to == (
        "tracking", "registration", "general", "appeal",
    )  # fmt: skip


def test_each_item_of_beijing_and_each_article_stands_in_the_crosswalk(library: Library) -> None:
    rows = library.rules.crosswalk.rows
    for number in range(1, 38):
        row = next(row for row in rows if row.key == f"art-{number}")
        assert row.draft == (Citation.parse(f"measures-2025-draft/art-{number}"),)
        assert row.final == (Citation.parse(f"measures-2026/art-{number}"),)
    beijing = [cited for row in rows for cited in row.local.get("beijing", ())]
    for item in library.pages("beijing-2024"):
        if "item" in str(item.citation):
            assert any(cited.starts_with(item.citation) for cited in beijing), item.citation
    general = {cited for row in rows for cited in row.general}
    known = {part.citation for part in library.pages("general-measures-2023")}
    assert {one for one in known if one.steps[0].unit == "art"} <= general


def test_blanks_of_the_crosswalk_stay_blank(library: Library) -> None:
    rows = {row.key: row for row in library.rules.crosswalk.rows}
    assert (rows["art-26"].general, rows["art-26"].local) == ((), {})
    assert (rows["public-funds"].draft, rows["public-funds"].final) == ((), ())
    terms = {term.key: term for term in library.rules.crosswalk.open_terms}
    assert terms["normally"].fills == ()
    assert [fill.extent for fill in terms["sensitive-field"].fills] == ["none"]


def test_each_block_of_responsible_units_stands_behind_an_obligation(library: Library) -> None:
    named = {one.responsible for one in library.rules.obligations.obligations if one.responsible}
    blocks = {
        part.citation for part in library.documents["beijing-2024"].walk() if part.responsible
    }
    assert named == blocks
    assert len(blocks) == 21


def test_each_content_fact_on_a_duty_of_the_2023_measures_is_used(library: Library) -> None:
    used = {
        str(ground)
        for one in library.rules.statements
        for ground in (*one.record.basis, *one.record.see)
    }
    facts = [
        fact
        for fact in library.books["general-measures-2023"].facts
        if fact.kind == "content"
        and not fact.id.partition("#")[2].startswith(("annex", "platform", "art-16-outcomes"))
    ]
    assert [fact.id for fact in facts if fact.id not in used] == []


def test_each_content_fact_of_the_final_measures_is_used_or_known_to_be_none(
    library: Library,
) -> None:
    used = {
        str(ground)
        for one in library.rules.statements
        for ground in (*one.record.basis, *one.record.see)
    }
    unused = {
        fact.id.partition("#")[2]
        for fact in library.books["measures-2026"].facts
        if fact.kind == "content" and fact.id not in used
    }
    assert unused == {
        "art-4-levels",  # which standards there are
        "art-12-gone-data-cleaning", "art-12-gone-data-type",  # what is asked no longer
        "art-12-gone-misuse", "art-12-gone-steps",
        "art-13-opening", "art-14-rest",  # what was seen of a wording
        "art-37-in-force",
        "ch-2-title", "ch-4-steps", "sec-3-title",  # outline
    }  # fmt: skip


def test_grounds_known_from_the_draft_alone_are_shown_as_the_draft(library: Library) -> None:
    appeal = library.rules.deadlines["appeal"]
    assert grounds.names(library, appeal) == ("《办法（征求意见稿）》第十六条第二款",)
    tracking = library.rules.deadlines["tracking"]
    assert grounds.names(library, tracking) == ("《办法》第十七条",)


def test_statements_have_ids_of_their_own(library: Library) -> None:
    ids = [one.id for one in library.rules.statements]
    assert len(ids) == len(set(ids))
