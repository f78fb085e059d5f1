"""``lawbook route`` and ``lawbook impact``: the self-test, and what a change affects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from lawbook.base import tables
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.text import nearest, trimmed
from lawbook.checks.across import checked
from lawbook.cli.reporting import UNUSABLE, in_project
from lawbook.library import grounds
from lawbook.library.holdings import UnknownCitation
from lawbook.library.impact import KINDS, impact
from lawbook.library.library import Library
from lawbook.rules.decision import Consequence, Question, Reason
from lawbook.rules.routing import Route, given_to
from lawbook.rules.routing import route as follow
from lawbook.rules.rule import Based

KIND_TITLES = {
    "finding": "怎样审",
    "duty": "要做的事",
    "where": "到哪里办",
    "material": "材料",
    "form": "可用的表",
    "deadline": "期限",
    "note": "提示",
}
FORMATS = {"table": "表格", "csv": "CSV", "json": "JSON"}
FORMAT = click.option(
    "--format", "form", default="table", help="输出的样子：table 表格（默认）、csv、json。"
)


def chosen(word: str, known: Mapping[str, str], what: str) -> str:
    """Return the key for a key or label. Raises ProblemsFound saying what to write."""
    for key, label in known.items():
        if trimmed(word) in (key, label):
            return key
    plain = all(key == label for key, label in known.items())
    advice = "可写：" + "、".join(known) if plain else nearest(word[:40], dict(known))
    raise ProblemsFound([Problem("", f"没有{what}“{word[:40]}”；{advice}")])


def show(made: str | bytes) -> None:
    """Show output: text as lines, a file's bytes as they are."""
    click.echo(made, nl=isinstance(made, str))


def mark(library: Library, record: Based) -> str:
    """Return the confidence of a statement as readers see it: 【两源互证】."""
    key = grounds.mark(library, record)
    if key is None:
        return "【本指南建议】"
    return f"【{library.vocabularies['confidences'][key].label}】"


def basis(library: Library, record: Based) -> str:
    """Return what a statement rests on, its confidence, and whether the final text was seen."""
    unseen = "（正式文字未见）" if record.final_unseen else ""
    return "、".join(grounds.names(library, record)) + mark(library, record) + unseen


@click.command()
@click.argument("answers", nargs=-1, metavar="[问题=答案]...")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@in_project(UNUSABLE)
def route(root: Path, answers: tuple[str, ...], *, as_json: bool) -> None:
    """要不要审（自测）：给出已有的答案，显示下一个问题，或者结论、理由和要做的事。

    可以选几项的，用逗号隔开。例：lawbook route stage=new work=build,trial
    """
    library = checked(root)
    result = follow(library.rules.decision, _pairs(answers))
    if as_json:
        click.echo(tables.as_json(_as_json(result)))
        return
    asked = _next(library, result.question, answers) if result.question else ()
    click.echo("\n".join([*_result(library, result), *asked]))
    for key in result.unused:
        click.echo(f"没有用到的答案：{key}（按其他答案不问这个问题）。", err=True)


def _pairs(words: Iterable[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in words:
        key, sign, written = word.partition("=")
        value = written.replace("，", ",").replace("、", ",")
        if not sign or not key or not value:
            advice = "请写成 问题=答案，例如 stage=new"
            raise ProblemsFound([Problem("", f"“{word[:40]}”不是答案；{advice}")])
        if pairs.setdefault(key, value) != value:
            raise ProblemsFound([Problem("", f"问题 {key[:40]} 有两个不同的答案；请只保留一个")])
    return pairs


def _next(library: Library, question: Question, answers: tuple[str, ...]) -> Iterator[str]:
    yield f"问题：{question.ask}"
    if question.help:
        yield f"说明：{question.help}"
    yield from (f"  {n}. {words}" for n, words in enumerate(question.statements, start=1))
    yield f"依据：{basis(library, question)}"
    several = "（可以选几项，用逗号隔开）" if question.kind == "several" else ""
    yield f"可选的答案{several}："
    known = [f"{question.key}={answer.key}" for answer in question.answers]
    wide = max(map(tables.width, known))
    for word, answer in zip(known, question.answers, strict=True):
        yield f"  {word:<{wide}}  {answer.label}{'（单独选）' if answer.alone else ''}"
    given = "".join(f" {word}" for word in answers)
    yield f"接着输入：lawbook route{given} {known[0]}"


def _result(library: Library, result: Route) -> Iterator[str]:
    if result.verdict:
        yield result.sentence + ("。其余问题决定找谁、用什么程序。" if result.question else "")
    if result.verdict and result.reasons:
        yield "因为："
        for reason in result.reasons:
            yield f"  {reason.text}{_ground(library, reason)}"
    for name, items in (("按列入准备", result.hit), ("请委员会判断是否列入", result.maybe)):
        if result.verdict and items:
            yield f"{name}：{'、'.join(item.title for item in items)}"
    if result.question:
        return
    yield "下一步："
    yield from (f"  {number}. {words}" for number, words in enumerate(result.next, start=1))
    for kind, title in KIND_TITLES.items():
        following = [consequence for consequence in result.consequences if consequence.kind == kind]
        if following:
            yield f"{title}："
        for consequence in following:
            yield from _consequence(library, consequence)
    yield "回答："
    yield from (
        f"  {answered.question.key}={answered.answer.key} {answered.answer.label}"
        for answered in result.said
    )


def _ground(library: Library, result: Reason | Consequence) -> str:
    return f"（依据：{understood_basis(library, result)}）"


def understood_basis(library: Library, result: Reason | Consequence) -> str:
    """Return what a statement rests on; our own reading carries no further mark."""
    if result.understood:
        return "、".join(grounds.names(library, result)) + "【本指南的理解】"
    return basis(library, result)


def _consequence(library: Library, consequence: Consequence) -> Iterator[str]:
    yield f"  {consequence.title}"
    yield f"    {consequence.text}"
    yield f"    依据：{understood_basis(library, consequence)}"
    for deadline in (library.rules.deadlines[key] for key in consequence.deadlines):
        yield f"    期限：{deadline.title}，{deadline.period}"
    for key in consequence.forms:
        yield f"    表单：lawbook form blank {key} -o {library.forms[key].title}.docx"


def _as_json(result: Route) -> object:
    question, verdict = result.question, result.verdict
    return {
        "question": question.model_dump(mode="json") if question else None,
        "answers": given_to(result.said),
        "unused": result.unused,
        "verdict": verdict.key if verdict else None,
        "sentence": result.sentence,
        "facts": dict(result.facts),
        "reasons": [reason.model_dump(mode="json") for reason in result.reasons],
        "hit": [item.key for item in result.hit],
        "maybe": [item.key for item in result.maybe],
        "next": result.next,
        "result": result.result,
        "consequences": [
            consequence.model_dump(mode="json") for consequence in result.consequences
        ],
        "fills": [fill.model_dump(mode="json") for fill in result.fills] if verdict else [],
    }


@click.command(name="impact")
@click.argument("citation")
@FORMAT
@in_project(UNUSABLE)
def impact_command(root: Path, citation: str, form: str) -> None:
    """一处条款、一份文件或者一条事实改动时，要核对哪些网页、栏目、规则和测试。

    例：lawbook impact measures-2025-draft/art-16
    """
    library = checked(root)
    style = chosen(form, FORMATS, "输出格式")
    try:
        mentions = impact(library, citation).mentions()
    except UnknownCitation as unknown:
        raise ProblemsFound([Problem("", str(unknown))]) from unknown
    rows = [(mention.kind, mention.where, mention.name, mention.via) for mention in mentions]
    header = ("类别", "位置", "内容", "经由")
    show(tables.styled(style, header, rows, "\n".join(_grouped(rows))))


def _grouped(rows: list[tuple[str, str, str, str]]) -> Iterator[str]:
    if not rows:
        yield "没有查到依据它的内容。"
    for kind in KINDS:
        mine = [row for row in rows if row[0] == kind]
        if mine:
            yield f"{kind}（{len(mine)}）"
        for _, where, name, via in mine:
            yield f"  {where}  {name}" + (f"（经由 {via}）" if via and via != name else "")
