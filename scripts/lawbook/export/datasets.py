"""All files that the site offers below ``data/``: records, their schemas, the tools' extracts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from lawbook.export import records, tools
from lawbook.export.envelope import schema, written
from lawbook.forms.form import Form
from lawbook.law.source import Source
from lawbook.law.vocabulary import Vocabulary
from lawbook.library.library import Library
from lawbook.rules import rulebook
from lawbook.rules.workdays import YearCalendar

_RULES = {
    "roles": "角色",
    "procedures": "程序",
    "deadlines": "期限",
    "criteria": "审查要点",
    "obligations": "职责与权利清单",
    "decision": "要不要审（自测）",
    "crosswalk": "对照",
}


@dataclass(frozen=True)
class File:
    """One file: a record, or a list of records of one kind."""

    name: str
    title: str
    kind: type[BaseModel]
    content: BaseModel | list[BaseModel]


def exports(library: Library) -> dict[str, bytes]:
    """Return the files by path below ``data/``; the same data gives the same bytes."""
    files: dict[str, bytes] = {}
    for file in _files(library):
        many = isinstance(file.content, list)
        files[f"{file.name}.json"] = written(file.name, file.title, file.content)
        files[f"schemas/{file.name}.schema.json"] = schema(file.title, file.kind, many=many)
    return files | {f"tools/{name}": data for name, data in tools.extracts(library).items()}


def _files(library: Library) -> Iterator[File]:
    held = [records.document(library, holder) for holder in library.holders]
    known = [records.fact(library, fact) for fact in library.facts]
    yield File("documents", "文件和条款", records.DocumentOut, [*held])
    yield File("facts", "事实", records.FactOut, [*known])
    yield File("sources", "来源", Source, [*library.sources.values()])
    yield File("forms", "表单", Form, [*library.forms.values()])
    for name, title in _RULES.items():
        yield File(name, title, rulebook.MODELS[name], getattr(library.rules, name))
    yield File("calendar", "放假和调休", YearCalendar, [*library.work_calendar.years])
    yield File("vocabularies", "词表", Vocabulary, [*library.vocabularies.values()])
