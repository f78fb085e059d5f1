"""Entries from the rules: who must do what by when. They lead to the ground they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.citation import Citation
from lawbook.library import Library
from lawbook.rule import Deadline, FactId, Obligation, Rule
from lawbook.web.entry import Entry, Part, address

FORCES = {"must": "应当", "must_not": "不得", "may": "可以", "encouraged": "鼓励"}
# A duty restates its ground: where both are found, the ground comes first.
RESTATED = 0.6


def entries(library: Library) -> Iterator[Entry]:
    """Every duty and every period."""
    rules = library.rules
    for duty in rules.obligations.obligations:
        text = f"{duty.what}\n时间：{duty.when}" + (f"\n{duty.note}" if duty.note else "")
        yield _entry(library, "obligations", duty, _duty_title(library, duty), text)
    for period in rules.deadlines.deadlines:
        text = f"{period.period}\n{period.start}" + (f"\n{period.note}" if period.note else "")
        yield _entry(library, "deadlines", period, f"期限：{period.title}", text)


def _duty_title(library: Library, duty: Obligation) -> str:
    who = "、".join(_called(library, one) for one in duty.who)
    return f"{who}{FORCES[duty.force]}：{duty.topic}"


def _called(library: Library, key: str) -> str:
    for name in ("roles", "units"):
        if key in library.vocabularies[name]:
            return library.vocabularies[name][key].tag
    return key


def _entry(
    library: Library, file: str, rule: Obligation | Deadline, title: str, text: str
) -> Entry:
    document, (url, anchor) = _ground(library, rule)
    mark = library.vocabularies["confidences"][rule.confidence].label
    return Entry(
        key=f"rules/{file}#{rule.key}",
        kind="duty",
        group=document,
        title=title,
        url=url,
        parts=(Part(anchor, text, mark),),
        rank=RESTATED,
    )


def _ground(library: Library, rule: Rule) -> tuple[str, tuple[str, str]]:
    """The document of a rule's first ground, and the address of that ground."""
    first = rule.basis[0]
    if isinstance(first, FactId):
        fact = library.fact(first)
        return fact.provision.document, (address(_page(library, fact.provision))[0], fact.anchor)
    return first.document, address(library.url(first))


def _page(library: Library, citation: Citation) -> str:
    return library.url(citation) if citation.steps else f"documents/{citation.document}/"
