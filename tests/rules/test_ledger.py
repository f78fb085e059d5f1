"""A ledger of projects from a CSV: what is read, what is refused, what comes first."""

from datetime import date

import pytest

from lawbook.base.problem import ProblemsFound
from lawbook.library.library import Library
from lawbook.rules import ledger
from lawbook.rules.ledger import Entry

HEADER = "项目,起算事项,日期,列入清单,所在地,已办\n"
TODAY = date(2026, 11, 22)


def read(counted: Library, text: str, encoding: str = "utf-8") -> tuple[ledger.Case, ...]:
    return ledger.read(text.encode(encoding), "台账.csv", counted.rules.deadlines)


def entries(counted: Library, text: str, today: date = TODAY) -> list[Entry]:
    cases = read(counted, HEADER + text)
    return list(ledger.entries(cases, counted.rules.deadlines, counted.work_calendar, today))


def lines(found: list[Entry]) -> list[tuple[str, str, str, int | None]]:
    return [(one.state, one.case.project, one.due.deadline.key, one.days) for one in found]


def test_overdue_comes_first_then_what_is_due_next(counted: Library) -> None:
    found = entries(
        counted,
        "甲,accepted,2026-10-01,,,\n"  # 31 October, rolled to 2 November
        "乙,tracked,2026-06-01,是,,\n"  # 1 December
        "丙,tracked,2026-01-15,否,,\n"  # 15 January 2027
        "丁,accepted,2026-10-23,,,\n",  # today
    )
    assert lines(found) == [
        ("逾期", "甲", "decision", -22),
        ("今日到期", "丁", "decision", 0),
        ("未到期", "乙", "tracking-listed", 9),
        ("未到期", "丙", "tracking", 54),
    ]
    assert [one.is_next for one in found] == [False, True, True, True]


def test_only_the_first_open_deadline_of_a_project_is_the_next(counted: Library) -> None:
    found = entries(counted, "甲,approved,2026-11-01,是,北京,\n")
    assert [(one.due.deadline.key, one.is_next) for one in found] == [
        ("beijing-listed-registration", True),
        ("tracking-listed", False),
    ]


def test_past_the_plain_date_but_not_the_rolled_one_is_no_plain_overdue(counted: Library) -> None:
    row = "甲,accepted,2026-01-16,,,\n"  # 15 February, rolled to 24 February
    assert lines(entries(counted, row, date(2026, 2, 20)))[0][0] == "已过不顺延的日期"
    assert lines(entries(counted, row, date(2026, 2, 24)))[0][0] == "已过不顺延的日期"
    assert lines(entries(counted, row, date(2026, 2, 25)))[0][0] == "逾期"


def test_what_is_done_stands_last_and_is_not_overdue(counted: Library) -> None:
    found = entries(counted, "甲,approved,2026-01-05,是,,登记清单内的活动；tracking-listed\n")
    assert lines(found) == [
        ("已办", "甲", "listed-registration", -291),
        ("已办", "甲", "tracking-listed", -140),
    ]


def test_without_a_date_the_state_says_so(counted: Library) -> None:
    found = entries(counted, "甲,served,2026-12-30,,,\n乙,risk-changed,2026-11-20,,,\n")
    assert lines(found) == [
        ("没有日期", "甲", "appeal", None),
        ("没有日期", "乙", "risk-report", None),
    ]
    assert (found[0].due.missing, found[1].due.missing) == (2027, None)


def test_not_knowing_the_list_shows_both_intervals(counted: Library) -> None:
    found = entries(counted, "甲,tracked,2026-11-01,,,\n")
    assert {one.due.deadline.key for one in found} == {"tracking", "tracking-listed"}


def test_a_place_in_beijing_is_beijing(counted: Library) -> None:
    for place, key in (("北京市海淀区", "beijing-committee-registration"), ("上海", None)):
        found = entries(counted, f"甲,committee-founded,2026-11-01,,{place},\n")
        assert found[0].due.deadline.key == (key or "committee-registration")


def test_of_two_places_that_begin_alike_the_longer_is_meant(counted: Library) -> None:
    book = counted.rules.deadlines
    local = next(one for one in book.deadlines if one.place == "北京")
    nearer = local.model_copy(update={"key": "nearer", "place": "北京雾岭"})
    book = book.model_copy(update={"deadlines": (*book.deadlines, nearer)})
    row = HEADER + "甲,accepted,2026-11-01,,北京雾岭区,\n乙,accepted,2026-11-01,,北京市,\n"
    assert [one.place for one in ledger.read(row.encode(), "x.csv", book)] == ["北京雾岭", "北京"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_of_spreadsheets_are_read_in_their_encodings(counted: Library, encoding: str) -> None:
    cases = read(counted, HEADER + '"甲,乙",作出批准决定,2026年11月1日,是,,\n\n', encoding)
    assert [(one.project, one.trigger.key, one.where) for one in cases] == [
        ("甲,乙", "approved", "台账.csv:2")
    ]


def test_columns_that_are_not_needed_can_be_left_out(counted: Library) -> None:
    cases = read(counted, "日期,项目,起算事项\n2026-11-01,甲,受理申请\n")
    assert (cases[0].listed, cases[0].place, cases[0].done) == (None, "", frozenset())


def faults(counted: Library, text: str) -> list[str]:
    with pytest.raises(ProblemsFound) as found:
        read(counted, text)
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["台账.csv: 文件是空的；第一行写列名：项目、起算事项、日期"]),
        (" ,\n", ["台账.csv: 文件是空的；第一行写列名：项目、起算事项、日期"]),
        (
            "项目,日期,备注\n",
            [
                "台账.csv:1: 缺少列“起算事项”",
                "台账.csv:1: 不认识的列“备注”；可用的列：项目、起算事项、日期、列入清单、"
                "所在地、已办",
            ],
        ),
        ("项目,项目,起算事项,日期\n", ["台账.csv:1: 列“项目”重复"]),
        (HEADER + '甲,"受理\n', ["台账.csv:2: 不是有效的 CSV"]),
        (HEADER + "甲,accepted,2026-02-31,,,\n", ["台账.csv:2: 「日期」: “2026-02-31”不能"]),
        (HEADER + "甲,accepted,,,,\n", ["台账.csv:2: 「日期」: “”不能用作日期；请写成"]),
        (HEADER + ",accepted,2026-02-01,,,\n", ["台账.csv:2: 没有写项目；请填写名称或者编号"]),
        (
            HEADER + "甲,受理,2026-02-01,,,\n",
            ["台账.csv:2: 没有起算事项“受理”；最接近的是 accepted"],
        ),
        (HEADER + "甲,accepted,2026-02-01,可能,,\n", ["台账.csv:2: 列入清单的“可能”不明确"]),
        (HEADER + "甲,urgent,2026-02-01,,,\n", ["台账.csv:2: “紧急状态下启动应急审查”按小时计算"]),
        (HEADER + "甲,accepted,2026-02-01,,,登记\n", ["台账.csv:2: 已办中没有期限“登记”；"]),
        (
            HEADER + "甲,accepted,2026-02-01,,,,多\n",
            ["台账.csv:2: 这一行有 7 格，列名只有 6 个；内容里有逗号的请加引号"],
        ),
    ],
)
def test_bad_rows_give_one_sentence_each(counted: Library, text: str, expected: list[str]) -> None:
    said = faults(counted, text)
    assert len(said) == len(expected)
    assert all(one.startswith(begin) for one, begin in zip(said, expected, strict=True)), said


def test_all_faults_of_all_rows_come_at_once(counted: Library) -> None:
    said = faults(counted, HEADER + ",x,y,z,,\n甲,accepted,1e9,,,\n")
    assert [one.partition(":")[2].partition(":")[0] for one in said] == ["2", "2", "2", "2", "3"]


def test_bytes_that_are_no_text_are_refused(counted: Library) -> None:
    with pytest.raises(ProblemsFound, match="不是 UTF-8 或者 GB 18030 的文本"):
        ledger.read(b"PK\x03\x04\xff\xff\xfe", "a.xlsx", counted.rules.deadlines)
