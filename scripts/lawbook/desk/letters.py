"""The kinds of rules over what letters tell: no name, no vote, each number once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawbook.desk.case import Entry
from lawbook.desk.places import Places
from lawbook.desk.standing import Standing
from lawbook.forms.findings import texts
from lawbook.library.library import Library
from lawbook.rules.caserule import Audience, Distinct, Unnamed, Unsaid

Hit = dict[str, str]
# Names are also written with blanks between their signs.
_BLANK = re.compile("[ \t\n\u3000\u00a0]")


def _letters(now: Standing, audience: Audience) -> Iterator[Entry]:
    return (entry for entry in now.case.entries if entry.answers and entry.act.audience == audience)


def _texts(library: Library, entry: Entry, besides: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What a letter says, each text with what its field is called."""
    assert entry.answers is not None
    for _, field in library.forms[entry.act.key].fields:
        if field.key not in besides:
            for _, _, text in texts(field, entry.answers.values.get(field.key)):
                yield field.label, text


def _people(library: Library, now: Standing, places: Iterable[str]) -> list[str]:
    named = (Places(library).names(now.case.entries, place) for place in places)
    return sorted({name for some in named for name in some if len(name) > 1})


def unnamed(library: Library, now: Standing, check: Unnamed) -> Iterator[Hit]:
    """Each person that a letter names, and where."""
    of_folder = {name for name in now.case.members if len(name) > 1}
    people = sorted({*_people(library, now, check.people), *of_folder})
    others = {name[0] for name in _people(library, now, check.others)}
    wanted = [re.escape(name) for name in people]
    if check.titles:
        families = {name[:size] for name in people for size in (1, 2) if len(name) > size}
        some = "|".join(re.escape(name) for name in sorted(families) if name[0] not in others)
        wanted += [f"(?:{some})(?:{check.titles})"] if some else []
    if not wanted:
        return
    pattern = re.compile("|".join(wanted))
    for entry in _letters(now, check.audience):
        for label, text in _texts(library, entry, check.besides):
            for found in dict.fromkeys(pattern.findall(_BLANK.sub("", text))):
                yield {"label": entry.act.label, "field": label, "found": found}


def unsaid(library: Library, now: Standing, check: Unsaid) -> Iterator[Hit]:
    """What a letter says that it should not, and where."""
    for entry in _letters(now, check.audience):
        for label, text in _texts(library, entry, check.besides):
            if found := re.search(check.pattern, text):
                yield {"label": entry.act.label, "field": label, "found": found[0]}


def distinct(library: Library, now: Standing, check: Distinct) -> Iterator[Hit]:  # noqa: ARG001
    """What two letters both say in a field."""
    seen: dict[str, str] = {}
    for entry in _letters(now, check.audience):
        said = entry.text(check.field)
        if said and said in seen:
            yield {"label": entry.act.label, "found": said, "other": seen[said]}
        seen.setdefault(said, entry.act.label)
