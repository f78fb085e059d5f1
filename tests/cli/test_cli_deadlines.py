"""Deadlines on the command line, of one moment and of a ledger."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from lawbook.cli import deadlines
from lawbook.library.library import Library

Run = Callable[..., Result]


@pytest.fixture
def say(root: Path, run: Run, counted: Library, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(deadlines, "checked", lambda _: counted)
    return lambda *words: run("--root", root, "deadlines", *words)


def test_without_a_trigger_all_triggers_are_shown(say: Run) -> None:
    lines = say().stdout.splitlines()
    assert lines[0] == "起算事项（--trigger）和它引出的期限："
    assert "urgent  紧急状态下启动应急审查，日期要写到时分" in lines
    assert sum(not line.startswith(" ") for line in lines[1:]) == 14


def test_without_a_trigger_national_deadlines_come_first_and_local_ones_are_named(
    say: Run, library: Library
) -> None:
    lines = say().stdout.splitlines()
    for one in library.rules.deadlines.deadlines:
        local = "" if one.place == "全国" else f"{one.place}的单位："
        (line, *_) = [line for line in lines if line.startswith(f"    {local}{one.title}：")]
        assert one.period in line
    start = lines.index("committee-founded  设立委员会")
    assert [line.partition("：")[0] for line in lines[start + 1 : start + 3]] == [
        "    登记委员会",
        "    北京的单位",
    ]


def test_without_a_trigger_the_place_and_the_list_narrow_what_is_shown(say: Run) -> None:
    assert "北京" not in say("--place", "全国").stdout
    there = say("--place", "北京").stdout
    assert "\n    北京的单位：登记委员会（北京）：" in there
    assert "\n    登记委员会：" not in there
    assert "清单内活动的跟踪审查" not in say("--listed", "否").stdout
    rows = json.loads(say("--format", "json").stdout)
    assert {row["地域"] for row in rows} == {"全国", "北京"}
    text = say("--format", "csv").stdout_bytes.decode()
    assert text.startswith("\ufeff起算事项,名称,地域,期限,多长,把握\r\n")


def test_the_plain_date_comes_first_and_the_rolled_one_is_called_a_convention(
    say: Run, library: Library
) -> None:
    lines = say("--trigger", "受理申请", "--date", "2026-09-01").stdout.splitlines()
    assert lines[:3] == [
        "作出审查决定：2026-10-01",
        "  按顺延的约定：2026-10-08",
        f"  {library.rules.deadlines['decision'].period}；从 2026-09-01 起算",
    ]
    assert lines[-1] == "  依据：《办法》第十六条【待核实】（正式文字未见）"


def test_an_undefined_start_is_said(say: Run, library: Library) -> None:
    shown = say("--trigger", "approved", "--date", "2026-11-22", "--listed", "是").stdout
    assert "起算点未规定：批准之日或者上一次跟踪审查之日，文本只写了间隔。" in shown
    assert library.rules.deadlines["tracking-listed"].period in shown
    assert library.rules.deadlines["tracking"].period not in shown


def test_hours_are_shown_as_beijing_time(say: Run) -> None:
    shown = say("--trigger", "urgent", "--date", "2026-09-30 18:00").stdout
    assert "完成应急审查：2026-10-03 18:00（北京时间）\n" in shown
    assert "完成应急审查中专家复核前的工作：2026-10-02 06:00（北京时间）\n" in shown


def test_working_days_beyond_the_schedule_are_not_computed(say: Run) -> None:
    shown = say("--trigger", "served", "--date", "2026-12-30").stdout
    assert shown.startswith("提出申诉：无法计算\n")
    assert "2027年的放假安排，本指南尚未收录。" in shown


def test_beijing_stands_for_what_it_restates(say: Run) -> None:
    words = ("--trigger", "committee-founded", "--date", "2026-11-22", "--format", "json")
    assert [one["key"] for one in json.loads(say(*words).stdout)] == ["committee-registration"]
    (local,) = json.loads(say(*words, "--place", "北京").stdout)
    assert (local["key"], local["plain"], local["confidence"]) == (
        "beijing-committee-registration", "2026-12-22", "official",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--date", "2026-12-01"), "没有写 --trigger；请写起算事项，例如 accepted\n"),
        (("--trigger", "accepted"), "没有写 --date；请写起算日期，例如 2026-12-01\n"),
        (("--trigger", "x", "--date", "2026-01-01"), "没有起算事项“x”；"),
        (
            ("--trigger", "accepted", "--date", "2026-02-31"),
            "「--date」: “2026-02-31”不能用作日期；没有这一天或者这一刻\n",
        ),
        (("--trigger", "accepted", "--date", "1e9"), "「--date」: “1e9”不能用作日期；请写成"),
        (("--trigger", "accepted", "--date", ""), "「--date」: “”不能用作日期；请写成"),
        (("--trigger", "urgent", "--date", "2026-02-01"), "「起算日期」: “完成应急审查”按小时计算"),
        (
            ("--trigger", "accepted", "--date", "2026-02-01", "--listed", "也许"),
            "没有答案“也许”；可写：yes（是）、no（否）\n",
        ),
        (("--ledger", "nowhere.csv"), "nowhere.csv: 没有这个文件；请核对路径"),
        (("--ledger", "a.csv", "--date", "2026-01-01"), "--ledger 不与 --trigger、--date 等一起用"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(
    say: Run, words: tuple[str, ...], message: str
) -> None:
    result = say(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert len(result.stderr.splitlines()) == 1


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    place = tmp_path / "台账.csv"
    place.write_text(
        "项目,起算事项,日期,列入清单,所在地\n甲,受理申请,2026-10-01,,\n乙,tracked,2026-06-01,是,\n",
        encoding="gb18030",
    )
    return place


def test_a_ledger_shows_what_is_overdue_and_what_is_next(say: Run, ledger: Path) -> None:
    shown = say("--ledger", ledger, "--today", "2026-11-22", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(shown.removeprefix("\ufeff"))))
    assert [(row["状态"], row["项目"], row["最后一日"], row["天数"]) for row in rows] == [
        ("逾期", "甲", "2026-10-31", "-22"),
        ("未到期", "乙", "2026-12-01", "9"),
    ]
    assert [row["顺延（约定）"] for row in rows] == ["2026-11-02", ""]
    assert [row["下一项"] for row in rows] == ["", "下一项"]
    assert [row["起算点"] for row in rows] == ["", "未规定"]


def test_a_ledger_too_large_is_refused_as_a_ledger(say: Run, ledger: Path) -> None:
    with ledger.open("ab") as file:
        file.truncate((64 << 20) + 1)
    result = say("--ledger", ledger)
    assert result.stderr == f"{ledger}: 文件超过 64 MB，不是台账；请核对文件\n"
    assert result.exit_code == 2


def test_a_ledger_as_table_and_json_says_the_same(say: Run, ledger: Path) -> None:
    words = ("--ledger", ledger, "--today", "2026-11-22")
    assert len(say(*words).stdout.splitlines()) == 3
    told = json.loads(say(*words, "--format", "json").stdout)
    assert [one["期限"] for one in told] == ["作出审查决定", "清单内活动的跟踪审查"]


def test_today_is_today_where_it_is_not_given(say: Run, ledger: Path) -> None:
    assert say("--ledger", ledger).exit_code == 0


def test_a_bad_today_is_one_sentence(say: Run, ledger: Path) -> None:
    result = say("--ledger", ledger, "--today", "2026-02-30")
    assert result.exit_code == 2
    assert result.stderr.startswith("「--today」: “2026-02-30”不能用作日期；")


def test_a_faulty_ledger_names_each_line(say: Run, tmp_path: Path) -> None:
    place = tmp_path / "坏.csv"
    place.write_text("项目,起算事项,日期\n甲,x,2026-01-01\n,accepted,2026-01-01\n", "utf-8")
    result = say("--ledger", place)
    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"{place}:2: 没有起算事项“x”；")
    assert lines[1:] == [f"{place}:3: 没有写项目；请填写名称或者编号", "共 2 处问题。"]


def test_names_like_formulas_are_only_names_in_the_table(say: Run, tmp_path: Path) -> None:
    place = tmp_path / "台账.csv"
    place.write_text(
        "项目,起算事项,日期,列入清单,所在地,已办\n"
        "\"=cmd|' /C calc'!A0\",受理申请,2026-10-25,是,北京,\n"
        "+SUM(1),作出批准决定,2026-05-30,是,,\n"
        "-2+3,作出批准决定,2026-05-30,否,,\n"
        "@甲,受理申请,2026-11-01,,,\n"
        "＝1,受理申请,2026-11-01,,,\n",
        encoding="utf-8",
    )
    done = say("--ledger", place, "--today", "2026-11-22", "--format", "csv")
    assert done.stdout_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"), newline="")))
    assert {row["项目"] for row in rows} == {
        "'=cmd|' /C calc'!A0", "'+SUM(1)", "'-2+3", "'@甲", "'＝1",
    }  # fmt: skip
    assert all(row["天数"].lstrip("-").isdecimal() for row in rows if row["天数"])
    told = json.loads(say("--ledger", place, "--format", "json").stdout)
    assert "@甲" in {one["项目"] for one in told}
