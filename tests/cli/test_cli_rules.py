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


def test_the_first_question_is_shown_with_its_answers(say: Run) -> None:
    assert say("route").stdout == (
        "问题：单位在哪里？没有单位的，活动在哪里开展？\n"
        "说明：北京有自己的实施意见，结果中会另外列出。\n"
        "依据：《北京实施意见》【原文载明】\n"
        "可选的答案：\n"
        "  place=beijing    在北京【原文载明】\n"
        "  place=elsewhere  在其他地方【待核实】\n"
        "接着输入：lawbook route place=beijing\n"
    )


def test_a_question_for_people_says_that_nothing_is_guessed(say: Run) -> None:
    shown = say("route", "place=beijing", "event=new").stdout
    assert "这个问题由人判断，本工具不猜。\n" in shown
    assert "kind=open      还没有判断【仅见于征求意见稿】" in shown


def test_a_result_says_what_follows_and_why(say: Run) -> None:
    shown = say("route", "place=elsewhere", "event=appeal").stdout
    assert shown.startswith("结论：\n  可以申诉\n    向作出决定的委员会或服务中心提出申诉。\n")
    assert (
        "    依据：《办法（征求意见稿）》第十六条第二款【仅见于征求意见稿】（正式文字未见）\n"
        in shown
    )
    assert "    因为：event=appeal\n" in shown
    assert "    期限：提出申诉，决定送达之日起3个工作日内\n" in shown


def test_a_result_as_json_is_the_same_as_in_the_page(say: Run) -> None:
    told = json.loads(say("route", "place=elsewhere", "event=appeal", "--json").stdout)
    assert told["question"] is None
    assert told["result"] == ["appeal-right", "appeal-days", "redecision-days", "local-rules"]
    assert told["consequences"][0]["because"] == ["event"]
    assert told["consequences"][0]["confidence"] == "official"


def test_an_answer_off_the_way_is_said_on_the_side(say: Run) -> None:
    result = say("route", "place=elsewhere", "event=appeal", "listed=item-1")
    assert result.exit_code == 0
    assert result.stderr == "没有用到的答案：listed（按其他答案走不到这个问题）。\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("place",), "“place”不是答案；请写成 问题=答案，例如 place=beijing\n"),
        (("=x",), "“=x”不是答案；请写成 问题=答案，例如 place=beijing\n"),
        (("place=beijing", "place=elsewhere"), "问题 place 有两个不同的答案；请只保留一个\n"),
        (
            ("place=上海",),
            "问题 place 没有答案“上海”；可写：beijing（在北京）、elsewhere（在其他地方）\n",
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
    assert "设立委员会后30日内，在国家科技伦理管理信息登记平台登记。" in result.stdout
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
