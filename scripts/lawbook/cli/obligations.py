"""``lawbook obligations``: the duties, by role, stage, topic, place and mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import click

from lawbook.base import tables
from lawbook.checks.across import checked
from lawbook.cli.reporting import UNUSABLE, in_project
from lawbook.cli.rules import FORMAT, FORMATS, chosen, mark, show
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.rule import FORCES, Obligation, Stage


@click.command()
@click.option("--role", "roles", multiple=True, help="角色，例如 单位、委员会；可以写几次。")
@click.option("--stage", help="环节：准备、申请、审查、复核、跟踪、登记报告、监督。")
@click.option("--topic", help="主题，例如 登记报告。")
@click.option("--place", help="地域。")
@click.option(
    "--confidence", help="把握：official、reading、two、one、draft、ours、unknown 或者它们的中文。"
)
@FORMAT
@in_project(UNUSABLE)
def obligations(root: Path, /, form: str, **wanted: str | tuple[str, ...] | None) -> None:
    """职责与权利清单：谁、应当做什么、何时、依据哪里；可以筛选，输出表格、CSV 或者 JSON。"""
    library = checked(root)
    style = chosen(form, FORMATS, "输出格式")
    duties = list(_selected(library, wanted))
    if style == "json":
        click.echo(tables.as_json([_duty_tree(library, duty) for duty in duties]))
        return
    rows = [_duty_row(library, duty) for duty in duties]
    header = ("角色", "性质", "环节", "主题", "地域", "把握", "做什么", "何时", "依据")
    short = tables.table(("角色", "性质", "环节", "地域", "把握", "做什么"), map(_short, rows))
    show(tables.styled(style, header, rows, short))
    if style == "table":
        click.echo(f"共 {len(rows)} 项。", err=True)


def _duty_tree(library: Library, duty: Obligation) -> dict[str, object]:
    """Return a duty as plain values, with the mark used by the table and ``--confidence``."""
    return duty.model_dump(mode="json") | {"confidence": grounds.mark(library, duty)}


def _short(row: tuple[str, ...]) -> tuple[str, ...]:
    who, force, stage, _, place, sure, what, when, _ = row
    return who, force, stage, place, sure, f"{what}（{when}）"


def _duty_row(library: Library, duty: Obligation) -> tuple[str, ...]:
    who = "、".join(map(library.actor_tag, duty.who))
    grounds_named = "、".join(grounds.names(library, duty))
    sure = mark(library, duty).strip("【】")
    kind = (FORCES[duty.force], duty.stage, duty.topic, duty.place)
    return (who, *kind, sure, duty.what, duty.when, grounds_named)


def _selected(
    library: Library, wanted: Mapping[str, str | tuple[str, ...] | None]
) -> Iterator[Obligation]:
    book = library.rules.obligations
    people = {key: term.tag for key, term in library.actors.items()}
    roles = {chosen(word, people, "角色") for word in wanted["roles"] or ()}
    limits = {
        name: chosen(str(wanted[name]), known, what)
        for name, (what, known) in _limits(library).items()
        if wanted[name] is not None
    }
    for duty in book.obligations:
        has = {name: getattr(duty, name) for name in limits}
        has |= {"confidence": grounds.mark(library, duty)} if "confidence" in limits else {}
        fits = has == limits
        if fits and (not roles or roles & set(duty.who)):
            yield duty


def _limits(library: Library) -> dict[str, tuple[str, dict[str, str]]]:
    """Return the filters besides the role: option → the field, and its label for each key."""
    book, words = library.rules.obligations, library.vocabularies
    return {
        "stage": ("环节", {stage: stage for stage in get_args(Stage)}),
        "topic": ("主题", {topic: topic for topic in book.topics}),
        "place": ("地域", {term.label: term.label for term in words["places"].terms}),
        "confidence": ("把握", {term.key: term.label for term in words["confidences"].terms}),
    }
