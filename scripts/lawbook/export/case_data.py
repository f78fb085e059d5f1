"""Data for the scripts of 委员会工作台: the flow of a case, with words, marks and deadlines."""

from __future__ import annotations

from lawbook.desk import folder
from lawbook.desk.case import case_tree
from lawbook.library import grounds
from lawbook.library.library import Library
from lawbook.rules.caseflow import CaseFlow
from lawbook.rules.rule import Based

_LISTS = ("steps", "states", "papers", "events", "rules")


def flow(library: Library) -> dict[str, object]:
    """Return the flow as declared; its statements have their grounds as on the tools' pages."""
    cases = library.rules.cases
    tree = cases.model_dump(mode="json")
    for name in _LISTS:
        for item, record in zip(tree[name], getattr(cases, name), strict=True):
            item.update(_grounds(library, record))
    return tree


def _grounds(library: Library, record: Based) -> dict[str, object]:
    mark = grounds.mark(library, record)
    return {"confidence": mark, "unseen": record.final_unseen}


def examples(library: Library) -> list[dict[str, object]]:
    """Return the fictional cases as their files have them."""
    return [case_tree(library, case) for case in folder.examples(library)]


def labels(library: Library, cases: CaseFlow) -> dict[str, dict[str, dict[str, str]]]:
    """Return form → field → option → label, for all papers of cases."""
    return {
        act.key: {
            field.key: {option.key: option.label for option in field.options}
            for _, field in library.forms[act.key].fields
            if field.options
        }
        for act in cases.papers
        if act.key in library.forms
    }


def titles(library: Library, cases: CaseFlow) -> dict[str, dict[str, str]]:
    """Return form → field → label, for all papers of cases."""
    return {
        act.key: {field.key: field.label for _, field in library.forms[act.key].fields}
        for act in cases.papers
        if act.key in library.forms
    }
