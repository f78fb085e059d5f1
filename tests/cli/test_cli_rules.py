"""The rules on the command line: what is printed, word for word where it matters."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def say(root: Path, run: Run) -> Run:
    return lambda *words: run("--root", root, *words)


@pytest.mark.parametrize("name", ["route", "deadlines", "obligations", "impact"])
def test_each_command_explains_itself_in_chinese(run: Run, name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert sum("一" <= sign <= "鿿" for sign in shown.stdout) > 25


def test_a_question_is_shown_with_its_answers(say: Run) -> None:
    assert say("route", "stage=new", "work=build").stdout == (
        "问题：活动在哪里开展？\n"
        "说明：人员、数据、试验地点有一样在境外，就选“部分在境外”。\n"
        "依据：《办法》第二条【待核实】\n"
        "可选的答案：\n"
        "  territory=home    全部在境内\n"
        "  territory=partly  部分在境外\n"
        "  territory=abroad  全部在境外\n"
        "  territory=unsure  说不清\n"
        "接着输入：lawbook route stage=new work=build territory=home\n"
    )


def test_a_question_with_several_answers_says_how_they_are_written(say: Run) -> None:
    shown = say("route", "stage=new").stdout
    assert "可选的答案（可以选几项，用逗号隔开）：\n" in shown
    assert "work=unsure  说不清（单独选）\n" in shown


CLEAR = (
    "stage=new", "territory=home", "effects=none", "rules=none", "reviewer=own-able", "unit=none",
    "urgent=no",
)  # fmt: skip


def test_a_result_begins_with_one_sentence_then_why_and_what_next(say: Run) -> None:
    shown = say("route", *CLEAR, "work=build，trial", "people=personal").stdout
    assert shown.startswith(
        "要审 ｜ 本单位委员会 ｜ 可以提出简易程序，由审查机构定 ｜ 看不出列入清单"
        " ｜ 受理后30日内决定，可延长\n因为：\n"
    )
    assert "【两源互证】）\n下一步：\n  1. 写科技伦理风险评估" in shown
    assert "【本指南的理解】\n" in shown
    assert "    期限：作出审查决定，" in shown


def test_the_all_clear_asks_for_seven_sentences(say: Run) -> None:
    asked = say("route", *CLEAR, "work=theory", "people=none").stdout
    assert "  7. 已经写了或者马上写科技伦理风险评估记录" in asked
    shown = say("route", *CLEAR, "work=theory", "people=none", "confirm=all").stdout
    assert shown.startswith("看来不在审查范围内（保留判断依据） ｜ 这是按您的回答得出的")
    assert "不用审" not in shown


def test_what_is_certain_is_told_while_questions_are_open(say: Run) -> None:
    shown = say("route", "stage=new", "work=build", "territory=home", "people=animals").stdout
    assert shown.startswith("要审。其余问题决定找谁、用什么程序。\n因为：\n")
    assert "\n问题：做出来的东西用来做什么，会影响到什么？\n" in shown


def test_a_result_as_json_is_the_same_as_in_the_page(say: Run) -> None:
    told = json.loads(say("route", "stage=objection", "--json").stdout)
    assert (told["question"], told["verdict"]) == (None, "appeal")
    assert told["sentence"] == "可以申诉 ｜ 尽早提出 ｜ 作出决定的委员会或者服务中心"
    assert told["result"] == ["appeal", "appeal-days", "redecision-days", "local-rules"]
    assert told["consequences"][0]["confidence"] == "official"


def test_an_answer_that_is_not_asked_is_said_on_the_side(say: Run) -> None:
    result = say("route", "stage=objection", "people=personal")
    assert result.exit_code == 0
    assert result.stderr == "没有用到的答案：people（按其他答案不问这个问题）。\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("stage",), "“stage”不是答案；请写成 问题=答案，例如 stage=new\n"),
        (("=x",), "“=x”不是答案；请写成 问题=答案，例如 stage=new\n"),
        (("stage=new", "stage=change"), "问题 stage 有两个不同的答案；请只保留一个\n"),
        (
            ("urgent=急",),
            "问题 urgent 没有答案“急”；可写：no（不是）、yes（是）、unsure（说不清）\n",
        ),
    ],
)
def test_bad_answers_are_one_sentence_and_exit_code_2(
    say: Run, words: tuple[str, ...], message: str
) -> None:
    result = say("route", *words)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_obligations_can_be_narrowed(say: Run) -> None:
    result = say("obligations", "--role", "单位", "--stage", "登记报告", "--place", "北京")
    assert result.stderr == "共 4 项。\n"
    assert "设立委员会后30日内，应当在国家科技伦理管理信息登记平台登记。" in result.stdout
    assert all("北京" in line for line in result.stdout.splitlines()[1:])


def test_obligations_without_limits_are_all(say: Run) -> None:
    text = say("obligations", "--format", "csv").stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 186
    assert rows[0]["角色"] == "单位、负责人、科技人员"
    assert {row["性质"] for row in rows} == {"应当", "不得", "可以", "鼓励"}


def test_roles_are_found_by_key_and_by_tag_and_units_too(say: Run) -> None:
    by_key = say("obligations", "--role", "centre", "--format", "json").stdout
    by_tag = say("obligations", "--role", "服务中心", "--format", "json").stdout
    assert json.loads(by_key) == json.loads(by_tag)
    assert say("obligations", "--role", "市经济和信息化局").exit_code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--stage", "验收"), "没有环节“验收”；可写：准备、申请、审查、复核、跟踪、登记报告、监督"),
        (("--role", "委员"), ""),
        (("--role", "评审员"), "没有角色“评审员”；"),
        (("--confidence", "sure"), "没有把握“sure”；"),
        (("--format", "xls"), "没有输出格式“xls”；"),
    ],
)
def test_an_unknown_limit_names_the_known_ones(
    say: Run, words: tuple[str, ...], message: str
) -> None:
    result = say("obligations", *words)
    assert result.exit_code == (2 if message else 0)
    assert result.stderr.startswith(message)


def test_impact_lists_groups_with_places(say: Run) -> None:
    shown = say("impact", "general-measures-2023/art-27").stdout
    assert shown.startswith("事实（3）\n  data/facts/general-measures-2023.yml:")
    assert "条款（1）\n" in shown
    assert "《办法（征求意见稿）》第二十三条第一款" in shown
    assert "deadlines" not in shown


def test_impact_as_csv_has_four_columns(say: Run) -> None:
    shown = say("impact", "measures-2026/art-17", "--format", "csv").stdout
    rows = list(csv.reader(io.StringIO(shown.removeprefix("\ufeff"))))
    assert rows[0] == ["类别", "位置", "内容", "经由"]
    assert all(len(row) == 4 for row in rows)


@pytest.mark.parametrize("target", ["measures-2026/art-99", "第十二条", "x#y", "<script>"])
def test_impact_of_nothing_is_one_sentence(say: Run, target: str) -> None:
    result = say("impact", target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
