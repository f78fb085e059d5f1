"""Checks of what letters disclose: no names, no votes; and no two with one number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawbook.base.names import bare, closed_up
from lawbook.desk.case import Entry
from lawbook.desk.naming import Names
from lawbook.desk.spots import Spots
from lawbook.desk.standing import Standing
from lawbook.forms.findings import texts
from lawbook.forms.form import Field
from lawbook.library.library import Library
from lawbook.rules.letterrule import Audience, Distinct, Unnamed, Unsaid, Unsure

Hit = dict[str, str]
Sightings = list[tuple[str, bool]]


def _letters(now: Standing, audience: Audience) -> Iterator[Entry]:
    return (entry for entry in now.case.entries if entry.answers and entry.act.audience == audience)


def _texts(library: Library, entry: Entry, besides: tuple[str, ...]) -> Iterator[tuple[Field, str]]:
    """Yield each text of a letter with its field."""
    assert entry.answers is not None
    for _, field in library.forms[entry.act.key].fields:
        if field.key not in besides:
            for _, _, text in texts(field, entry.answers.values.get(field.key)):
                yield field, text


def _people(library: Library, now: Standing, spots: Iterable[str]) -> set[str]:
    named = (Spots(library).names(now.case.entries, spot) for spot in spots)
    return {name for some in named for name in map(bare, some) if len(name) > 1}


def _named_in(
    library: Library, now: Standing, check: Unnamed
) -> list[tuple[Entry, str, Sightings]]:
    """Return the names in each text of the letters, found once for both rules that use them."""
    if check not in now.names:
        now.names[check] = [*_names_in(library, now, check)]
    return now.names[check]


def _names_in(
    library: Library, now: Standing, check: Unnamed
) -> Iterator[tuple[Entry, str, Sightings]]:
    of_folder = {name for name in map(bare, now.case.members) if len(name) > 1}
    people = _people(library, now, check.people) | of_folder
    others = _people(library, now, check.others)
    names = Names(check, library.rules.surnames, people, others)
    for entry in _letters(now, check.audience):
        for field, text in _texts(library, entry, check.besides):
            if sightings := [*names.sightings(text)]:
                if field.key in check.whole_in:
                    sightings = [(name, sure and name in people) for name, sure in sightings]
                yield entry, field.label, sightings


def _named(library: Library, now: Standing, check: Unnamed, *, sure: bool) -> Iterator[Hit]:
    for entry, label, sightings in _named_in(library, now, check):
        certain = {name for name, is_sure in sightings if is_sure}
        for name in dict.fromkeys(name for name, is_sure in sightings if is_sure == sure):
            if sure or name not in certain:
                yield {"label": entry.act.label, "field": label, "found": name}


def unnamed(library: Library, now: Standing, check: Unnamed) -> Iterator[Hit]:
    """Yield each person whom a letter certainly names, and where."""
    return _named(library, now, check, sure=True)


def unsure(library: Library, now: Standing, check: Unsure) -> Iterator[Hit]:
    """Yield what may be a name, or a part of other words."""
    for rule in library.rules.cases.rules:
        if rule.key == check.rule and isinstance(rule.checks, Unnamed):
            yield from _named(library, now, rule.checks, sure=False)


def unsaid(library: Library, now: Standing, check: Unsaid) -> Iterator[Hit]:
    """Yield what a letter says that it must not, and where."""
    for entry in _letters(now, check.audience):
        for field, text in _texts(library, entry, check.besides):
            words = closed_up(text)
            if check.unless:
                words = re.sub(check.unless, "", words)
            if match := re.search(check.pattern, words):
                said = next(filter(None, match.groups()), match[0])
                yield {"label": entry.act.label, "field": field.label, "found": said}


def distinct(library: Library, now: Standing, check: Distinct) -> Iterator[Hit]:  # noqa: ARG001
    """Yield the fields in which two letters have the same text."""
    seen: dict[str, str] = {}
    for entry in _letters(now, check.audience):
        text = entry.text(check.field)
        if text and text in seen:
            yield {"label": entry.act.label, "found": text, "other": seen[text]}
        seen.setdefault(text, entry.act.label)
