"""Entries from the rules: who must do what, by when, in which order.

They lead to the list of duties, to the deadlines and to the steps of a procedure, where each has an
anchor of its own and shows its grounds.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.procedure import Procedure, Step
from lawbook.rules.rule import FORCES, Deadline, Obligation
from lawbook.search.entry import Entry, Group, Part

TITLES = {"obligations": "职责与权利清单", "deadlines": "期限", "procedures": "审查程序：逐步办理"}
# Steps are in the guide to the procedure, the others on pages of tools.
ADDRESSES = {"procedures": "guides/procedure/"}
# A duty restates its ground: if both are found, the ground comes first.
RESTATED = 0.6


def groups(library: Library) -> Iterator[Group]:
    """Yield the pages that show rules, if the project has rules."""
    rules = library.rules
    held = {
        "obligations": rules.obligations.obligations,
        "deadlines": rules.deadlines.deadlines,
        "procedures": rules.procedures.procedures,
    }
    for name, records in held.items():
        if records:
            yield Group(f"tools/{name}", TITLES[name], _address(name), "本指南编写")


def entries(library: Library) -> Iterator[Entry]:
    """Yield every duty, every deadline, and every procedure with its steps."""
    rules = library.rules
    for duty in rules.obligations.obligations:
        text = f"{duty.what}\n时间：{duty.when}" + (f"\n{duty.note}" if duty.note else "")
        parts = (Part(f"duty-{duty.key}", text, _mark(library, duty)),)
        yield _entry(library, "obligations", duty, _duty_title(library, duty), parts)
    for period in rules.deadlines.deadlines:
        text = f"{period.period}\n{period.start}" + (f"\n{period.note}" if period.note else "")
        parts = (Part(f"deadline-{period.key}", text, _mark(library, period)),)
        yield _entry(library, "deadlines", period, f"期限：{period.title}", parts)
    for procedure in rules.procedures.procedures:
        steps = tuple(_steps(library, procedure))
        yield _entry(library, "procedures", procedure, f"步骤：{procedure.title}", steps)


def _address(name: str) -> str:
    return ADDRESSES.get(name, f"tools/{name}/")


def _steps(library: Library, procedure: Procedure) -> Iterator[Part]:
    remarks = (*procedure.when, *procedure.quorum, *procedure.vote)
    text = "\n".join(remark.text for remark in remarks)
    yield Part(f"procedure-{procedure.key}", text, _mark(library, procedure))
    for number, step in enumerate(procedure.steps, start=1):
        anchor = f"step-{procedure.key}-{step.key}"
        yield Part(anchor, _step_text(library, step), f"第{number}步")


def _step_text(library: Library, step: Step) -> str:
    who = "、".join(map(library.actor_tag, step.actor))
    given = ((step.input, "收件材料"), (step.output, "形成文书"))
    return "\n".join(
        (f"{who}：{step.what}", *(f"{label}：{what}" for what, label in given if what))
    )


def _duty_title(library: Library, duty: Obligation) -> str:
    who = "、".join(map(library.actor_tag, duty.who))
    return f"{who}{FORCES[duty.force]}：{duty.topic}"


def _mark(library: Library, rule: Obligation | Deadline | Procedure) -> str:
    return grounds.term(library, rule).label


def _entry(
    library: Library,
    file: str,
    rule: Obligation | Deadline | Procedure,
    title: str,
    parts: tuple[Part, ...],
) -> Entry:
    return Entry(
        key=f"rules/{file}#{rule.key}",
        kind="duty",
        group=f"tools/{file}",
        title=title,
        url=_address(file),
        parts=parts,
        rank=RESTATED,
        citation="、".join(grounds.names(library, rule)),
    )
