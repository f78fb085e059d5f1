"""``lawbook import``, ``compare`` and ``facts confirm``: bringing in a text, step by step."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lawbook.base import output, yamlfile
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.cli.destination import FORCE, STDOUT, Destination, keep_apart
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project
from lawbook.law.comparison import Row, compared
from lawbook.law.document import Document, document
from lawbook.law.fact import FactBook, fact_book
from lawbook.law.proposal import Proposal, proposal
from lawbook.law.redline import Runs
from lawbook.library import confirming, worklists
from lawbook.library.confirming import Held
from lawbook.library.library import Library
from lawbook.library.loading import load

BECAME = {
    "changed": "改动", "moved": "移动", "new": "新增", "gone": "删去", "unseen": "没有见到",
}  # fmt: skip
_MARKS = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}", "unseen": "[?{}?]"}


@click.command(name="import")
@click.argument("file", metavar="TEXT|DOCX", type=click.Path(path_type=Path))
@click.option("--key", required=True, help="新文件的名称（key），例如 measures-2026。")
@click.option("--like", required=True, help="照哪份已收录文件的体例。")
@click.option("-o", "--output", "goal", type=click.Path(path_type=Path), help="写到这个文件。")
@FORCE
@in_project(UNUSABLE)
def import_text(root: Path, /, file: Path, key: str, like: str, **target: Path | bool) -> None:
    """读入一份文本，提出条文文件（章、节、条、款、项）的草稿，一字不丢。

    例：lawbook import 办法.txt --key measures-2026 --like measures-2025-draft

    要人看的行逐行列出，退出码 1；文件不能用，退出码 2。
    """
    library = load(root)
    raw, notes = _raw(file)
    proposed = proposal(raw, key, _held_text(library, like))
    for line in (*notes, *proposed.unknown):
        click.echo(f"请核对：{line}", err=True)
    for fault in proposed.faults:
        click.echo(f"字数核对：{fault}", err=True)
    count = sum(1 for _ in proposed.document.walk())
    click.echo(
        f"读出 {count} 处条款；字数核对：{'不符' if proposed.faults else '一字不差'}。", err=True
    )
    _write(proposed, file, target["goal"], force=bool(target["force"]))
    sys.exit(FINDINGS if notes or proposed.unknown or proposed.faults else 0)


def _write(made: Proposal, source: Path, goal: Path | bool | None, *, force: bool) -> None:
    if not isinstance(goal, Path) or goal == STDOUT:
        click.echo(made.text, nl=False)
        return
    target = Destination(goal, ".yml").of(f"{made.document.key}.yml")
    keep_apart([(str(source), target)], [source], force=force)
    output.write(target, made.text)
    click.echo(f"已生成 {target}", err=True)


def _raw(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and notes on how it was read."""
    if path.suffix.lower() == ".docx":
        from lawbook.word.read.plain import plain

        return plain(path)
    try:
        return path.read_text(encoding="utf-8-sig"), ()
    except FileNotFoundError as error:
        raise ProblemsFound([Problem(str(path), "没有这个文件；请核对路径")]) from error
    except UnicodeDecodeError as error:
        message = "不是 UTF-8 文本；请另存为 UTF-8"
        raise ProblemsFound([Problem(str(path), message)]) from error


def _held_text(library: Library, key: str) -> Document:
    if key not in library.documents:
        known = "、".join(library.documents)
        raise ProblemsFound([Problem("", f"未收录全文的文件 {key}；现有：{known}")])
    return library.documents[key]


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--worklist", is_flag=True, help="把要重新核对的内容写成清单（data/worklists）。")
@FORCE
@in_project(UNUSABLE)
def compare(root: Path, old: str, new: str, *, worklist: bool, force: bool) -> None:
    """逐条对照两份条文：改动、移动（编号变了）、新增、删去。

    OLD、NEW 写文件名称，或者条文文件（.yml）。[-删去-]，{+新增+}。

    例：lawbook compare measures-2025-draft 新稿.yml --worklist
    """
    library = load(root)
    before, after = _text(library, old), _text(library, new)
    known = after.redlines if isinstance(after, FactBook) else None
    rows = compared(before.provisions, after.provisions, known)
    for line in _told(rows):
        click.echo(line)
    if not worklist:
        return
    items = tuple(worklists.dependents(library, rows))
    target = root / "data" / "worklists" / f"{after.key}.yml"
    keep_apart([(after.key, target)], [], force=force)
    output.write(target, worklists.text(after.key, before.key, items))
    shown = target.relative_to(root)
    click.echo(f"已生成 {shown}：{len(items)} 项，核对后逐项签名。", err=True)


def _text(library: Library, name: str) -> Document | FactBook:
    if name.endswith((".yml", ".yaml")):
        return document(yamlfile.read(Path(name)))
    text = library.documents.get(name) or library.books.get(name)
    if text is None or not any(part.text for part in text.walk()):
        known = [
            holder.key for holder in library.holders if any(part.text for part in holder.walk())
        ]
        message = f"没有 {name} 的条文；可写：{'、'.join(known)}，或者一个 .yml 文件"
        raise ProblemsFound([Problem("", message)])
    return text


def _told(rows: Iterable[Row]) -> Iterator[str]:
    shown = [row for row in rows if row.became != "same"]
    for row in shown:
        names = [str(part.citation) for part in (row.before, row.after) if part is not None]
        steps = dict.fromkeys(name.partition("/")[2] for name in names)
        yield f"{BECAME[row.became]} {' → '.join(steps)}：{_words(row.runs)}"
    counts = {word: sum(row.became == kind for row in shown) for kind, word in BECAME.items()}
    yield "，".join(f"{word} {count} 处" for word, count in counts.items() if count) or "没有不同。"


def _words(runs: Runs) -> str:
    return "".join(_MARKS[run.kind].format(run.text) for run in runs).replace("\n", " ")


@click.group()
def facts() -> None:
    """事实：对照原文核对，由人签名。"""


@facts.command()
@click.argument("key", metavar="DOCUMENT")
@click.argument("names", metavar="[FACT…]", nargs=-1)
@click.option("--sign", "name", help="核对人姓名：为写出的 FACT 签名，把握程度升为官方载明。")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="核对日期（默认今天）。")
@in_project(UNUSABLE)
def confirm(
    root: Path,
    /,
    key: str,
    names: tuple[str, ...],
    name: str | None,
    day: datetime.datetime | None,
) -> None:
    """把每条事实放在条文旁边，按数字、人、分数和用字提出判断；由人签名。

    例：lawbook facts confirm measures-2026
    lawbook facts confirm measures-2026 art-16-days --sign 王核 --day 2026-12-01
    """
    library = load(root)
    comparable = confirming.held(library, key)
    wanted = {name.partition("#")[2] or name for name in names}
    if unknown := wanted - {held.fact.id.partition("#")[2] for held in comparable}:
        message = f"没有可以对照的事实 {'、'.join(sorted(unknown))}"
        raise ProblemsFound([Problem("", message)])
    chosen = [held for held in comparable if not wanted or held.fact.id.partition("#")[2] in wanted]
    for held in chosen:
        click.echo("\n".join(_beside(library, held)))
    if name is not None:
        _sign(
            library, key, chosen if wanted else [], (name, (day or datetime.datetime.now()).date())
        )
    elif open_ := [held for held in chosen if held.verdict != "found"]:
        click.echo(f"{len(chosen)} 条中 {len(open_)} 条要逐字看。", err=True)


def _beside(library: Library, held: Held) -> Iterator[str]:
    yield f"{held.fact.id}【{confirming.WORDS[held.verdict]}】{held.why}"
    yield f"  事实：{held.fact.fact}"
    yield f"  {library.display(held.fact.provision)}：{held.provision.joined()}"


def _sign(library: Library, key: str, chosen: list[Held], by: tuple[str, datetime.date]) -> None:
    """Write a person's name under facts, and under their items of work lists."""
    problems = []
    if not chosen:
        problems.append(Problem("", "没有写出为哪些事实签名；请逐条写出 FACT"))
    if key not in library.documents:
        message = f"{key} 的文字只见于公开副本，不能据此升为官方载明；请先收录官方文本"
        problems.append(Problem("", message))
    problems += [
        Problem(held.fact.where, f"{held.fact.id} 与原文不符（{held.why}）；请先改事实")
        for held in chosen
        if held.verdict == "contradicts"
    ]
    if problems:
        raise ProblemsFound(problems)
    ids = {held.fact.id for held in chosen}
    _signed_facts(library.root / "data" / "facts" / f"{key}.yml", ids, by)
    for path in sorted((library.root / "data" / "worklists").glob("*.yml")):
        output.write(path, worklists.signed(path.read_text(encoding="utf-8"), ids, by))
    click.echo(f"已签名：{len(ids)} 条。", err=True)


def _signed_facts(path: Path, ids: set[str], by: tuple[str, datetime.date]) -> None:
    text = path.read_text(encoding="utf-8")
    file = yamlfile.read(path)
    signed_text = confirming.signed(file, text, ids, *by)
    fact_book(
        yamlfile.parse(signed_text, str(path))
    )  # nothing is written that could not be read back
    output.write(path, signed_text)
