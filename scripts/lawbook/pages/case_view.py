"""A fictional case as a guide walks through it: what came when, its file, the state it led to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawbook.base.dates import shown_date
from lawbook.desk.case import Case, Entry
from lawbook.desk.folder import examples
from lawbook.desk.standing import standing, term
from lawbook.library.library import Library


@dataclass(frozen=True)
class Walked:
    """One entry of a case: ``file`` is its Word file below ``files/``, empty for an event."""

    label: str
    day: str
    said: str
    file: str
    audience: str
    state: str
    due: str
    saved_as: str


def file_name(case: Case, number: int, entry: Entry) -> str:
    """Return the name of a paper's Word file: case-2026-004-2-supplement.docx."""
    return f"case-{case.number}-{number + 1}-{entry.act.called}.docx"


def walk(library: Library, number: str) -> Iterator[Walked]:
    """Yield the entries of a case, each with the state it led to and the last day then running."""
    case = next(case for case in examples(library) if case.number == number)
    for position, entry in enumerate(case.entries):
        now = standing(library, replace(case, entries=case.entries[: position + 1]))
        ends = term(library, now)
        due = f"不晚于{shown_date(ends.day)}{ends.deadline.title}" if ends and ends.day else ""
        file = file_name(case, position, entry) if entry.answers else ""
        details = "，".join(entry.said.values())
        label, audience = entry.act.label, entry.act.audience
        saved = _saved_as(library, case, position) if entry.answers else ""
        yield Walked(label, str(entry.day), details, file, audience, now.state.label, due, saved)


def _saved_as(library: Library, case: Case, number: int) -> str:
    """Return the file's name for readers: 2026-004-2 某某研发：补正材料告知书（虚构示例）.docx."""
    first = case.entries[0].answers
    name = first.text("activity_name") if first else ""
    title = library.forms[case.entries[number].act.key].title
    return f"{case.number}-{number + 1} {name}：{title}（虚构示例）.docx"
