"""The kinds of rules over a case (``data/rules/cases.yml``), each with its check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lawbook.base.dates import shown_date
from lawbook.base.names import bare, closed_up
from lawbook.base.text import EVERY_BLANK
from lawbook.desk import in_time, letters
from lawbook.desk.case import Entry
from lawbook.desk.lacking import few, lacking
from lawbook.desk.spots import Spots
from lawbook.desk.standing import Standing
from lawbook.library.library import Library
from lawbook.rules.caserule import (
    CASE,
    Agrees,
    AllNamed,
    Apart,
    Dated,
    Enough,
    Fits,
    Keeps,
    Once,
    Ordered,
    Repeated,
    Repeats,
    Rests,
    Whole,
)
from lawbook.rules.letterrule import Retells

Hit = dict[str, str]
_BLANKS = re.compile(f"[{EVERY_BLANK}]+")
SHORTEST = 4  # minimum number of characters in a name that identifies a body


def hits(library: Library, now: Standing, check: Any) -> Iterator[Hit]:
    """Yield the hits of a rule in a case: the words of its message; ``label`` is the place."""
    return _KINDS[check.kind](library, now, check)


def _once(library: Library, now: Standing, check: Once) -> Iterator[Hit]:  # noqa: ARG001
    entries: list[Entry] = []
    for entry in now.case.entries:
        if entry.act.key in check.since:
            entries = []
        if entry.act.key == check.act:
            entries.append(entry)
            if len(entries) > 1:
                days = {"day": shown_date(entries[0].day), "found": str(len(entries))}
                yield {"label": entry.act.label} | days


def _apart(library: Library, now: Standing, check: Apart) -> Iterator[Hit]:
    spots, entries = Spots(library), now.case.entries
    wholes = {bare(name) for spot in check.one for name in spots.names(entries, spot, blanks=False)}
    ones = wholes | {bare(name) for spot in check.one for name in spots.names(entries, spot)}
    parts = re.compile(check.parts or "")

    def is_found(name: str) -> bool:
        if not check.inside:
            return any(_is_one(bare(name), named, parts) for named in ones)
        near = any(_is_inside(bare(name), named) for named in wholes)
        return near and not any(_is_one(bare(name), named, parts) for named in wholes)

    for spot in check.other:
        label = library.rules.cases.acts[spot.partition(".")[0]].label
        for whole in dict.fromkeys(spots.names(entries, spot, check.but, blanks=False)):
            some = (whole,) if is_found(whole) or check.inside else _BLANKS.split(whole)
            yield from ({"label": label, "found": name} for name in some if is_found(name))


def _is_inside(name: str, other: str) -> bool:
    """Return whether one of two names of bodies contains the other."""
    short, long = sorted((name, other), key=len)
    return len(short) >= SHORTEST and short in long


def _is_one(name: str, other: str, parts: re.Pattern[str]) -> bool:
    """Return whether two names are equal, or one is the other followed by one of ``parts``."""
    short, long = sorted((name, other), key=len)
    rest = long[len(short) :]
    return bool(short) and long.startswith(short) and (not rest or bool(parts.fullmatch(rest)))


def _rests(library: Library, now: Standing, check: Rests) -> Iterator[Hit]:  # noqa: ARG001
    for number, entry in now.case.numbered(check.act):
        if check.listed not in (None, now.listed) or not entry.fits(check.when):
            continue
        before = {entry.act.key for entry in now.case.entries[:number]}
        text = entry.text(check.field) if check.field else ""
        if not before & set(check.on) and not (check.pattern and re.search(check.pattern, text)):
            yield {"label": entry.act.label}


def answered(before: Sequence[Entry], check: Agrees | Keeps | Retells) -> Entry | None:
    """Return the newest paper that the one coming now has to agree with, or None."""
    for entry in reversed(before):
        if entry.act.key in check.since:
            return None
        if entry.act.key == check.other:
            return entry
    return None


def _agrees(library: Library, now: Standing, check: Agrees) -> Iterator[Hit]:
    spots = Spots(library)
    for number, entry in now.case.numbered(check.act):
        other = answered(now.case.entries[:number], check)
        ours, theirs = entry.option(check.field), other and other.option(check.other_field)
        if other and ours and theirs and theirs not in check.fitting.get(ours, ()):
            yield {
                "label": entry.act.label,
                "found": spots.said(entry, check.field),
                "other": spots.said(other, check.other_field),
            }


def _retells(library: Library, now: Standing, check: Retells) -> Iterator[Hit]:
    spots = Spots(library)
    for number, entry in now.case.numbered(check.act):
        other = answered(now.case.entries[:number], check)
        theirs = other and other.option(check.other_field)
        if other and theirs and _finding(check, entry.text(check.field), theirs) == check.finds:
            yield {
                "label": entry.act.label,
                "field": spots.label(entry, check.field),
                "found": spots.said(entry, check.field) or "（空）",
                "other": spots.said(other, check.other_field),
            }


def _finding(check: Retells, text: str, theirs: str) -> str:
    """Return whether a text contradicts the option, or is unclear; empty if it agrees."""
    options, rest = set(), closed_up(text)
    for meant in check.tells:
        if re.search(meant.pattern, rest):
            options.add(meant.option)
        rest = re.sub(meant.pattern, "", rest)
    if options == {theirs}:
        return ""
    return "contrary" if not text or (options and theirs not in options) else "unclear"


def _keeps(library: Library, now: Standing, check: Keeps) -> Iterator[Hit]:
    spots = Spots(library)
    for number, entry in now.case.numbered(check.act):
        before = now.case.entries[:number]
        other = answered(before, check) if entry.fits(check.when) else None
        kept = next(
            (earlier for earlier in reversed(before) if earlier.act.key in check.kept), None
        )
        if other and kept:
            field = check.kept[kept.act.key]
            ours, theirs = kept.option(field), other.option(check.other_field)
            if ours and theirs and theirs not in check.fitting.get(ours, ()):
                shown = spots.said(other, check.other_field)
                hit = {"label": entry.act.label, "found": shown}
                yield hit | {"other": spots.said(kept, field)}


def _fits(library: Library, now: Standing, check: Fits) -> Iterator[Hit]:
    """Yield each option that is not among those the case allows at that point."""
    if check.listed not in (None, now.listed):
        return
    for number, entry in now.case.numbered(check.act):
        here = not check.within or now.states[number].key in check.within
        known = now.before[number]
        here = here and all(known.get(fact) in words for fact, words in check.known.items())
        if here and (said := entry.option(check.field)) and said not in check.options:
            options = library.forms[check.act].field(check.field).options
            some = [option.label for option in options if option.key in check.options]
            shown = Spots(library).said(entry, check.field)
            label = Spots(library).label(entry, check.field)
            hit = {"label": entry.act.label, "field": label, "found": shown}
            yield hit | {"other": "”“".join(some)}


def _whole(library: Library, now: Standing, check: Whole) -> Iterator[Hit]:
    """Yield the newest paper of the kind if it lacks fields and no notice followed it."""
    number = max((n for n, _ in now.case.numbered(check.act)), default=-1)
    after = {entry.act.key: entry.act.label for entry in now.case.entries[number + 1 :]}
    if number < 0 or after.keys() & set(check.since):
        return
    entry = now.case.entries[number]
    if fields := lacking(library, entry):
        label = after.get(check.before, entry.act.label)
        yield {"label": label, "found": str(len(fields)), "field": few(fields)}


def _enough(library: Library, now: Standing, check: Enough) -> Iterator[Hit]:
    for _, entry in now.case.numbered(check.people.partition(".")[0]):
        named = set(Spots(library).names((entry,), check.people))
        if len(named) < check.at_least:
            yield {"label": entry.act.label, "found": str(len(named))}


def _all_named(library: Library, now: Standing, check: AllNamed) -> Iterator[Hit]:
    """Yield the newest paper, if it omits people whom the other paper names."""
    spots, people = Spots(library), check.people.partition(".")[0]
    for number, entry in now.case.numbered(check.within.partition(".")[0]):
        before = [entry for entry in now.case.entries[:number] if entry.act.key == people]
        there = set(spots.names((entry,), check.within))
        for name in dict.fromkeys(spots.names(before[-1:], check.people)):
            if there and name not in there:
                yield {"label": entry.act.label, "found": name}


def _repeats(library: Library, now: Standing, check: Repeats) -> Iterator[Hit]:
    spots = Spots(library)
    for number, entry in enumerate(now.case.entries):
        for pair in check.spots:
            for spot in pair.spots:
                act, _, field = spot.partition(".")
                if act == entry.act.key and (text := spots.said(entry, field)):
                    other, where = _nearest(spots, now, number, pair)
                    if other and text != other:
                        label = spots.label(entry, field)
                        hit = {"label": entry.act.label, "field": label, "found": text}
                        yield hit | {"other": other, "where": where}


def _nearest(spots: Spots, now: Standing, number: int, pair: Repeated) -> tuple[str, str]:
    """Return the text of the newest or oldest earlier entry at one of the spots, and its label."""
    for spot in pair.of:
        act, _, field = spot.partition(".")
        if act == CASE:
            return spots.fact(field, now.before[number].get(field, "")), "案件"
    asked = dict(spot.split(".", 1) for spot in pair.of)
    before = now.case.entries[:number]
    for entry in before if pair.first else reversed(before):
        if entry.act.key in asked and (text := spots.said(entry, asked[entry.act.key])):
            return text, entry.act.label
    return "", ""


def _dated(library: Library, now: Standing, check: Dated) -> Iterator[Hit]:  # noqa: ARG001
    for entry in now.case.entries:
        written = entry.date(entry.act.day) if entry.act.day else None
        if written and written != entry.day:
            yield {
                "label": entry.act.label,
                "field": Spots(library).label(entry, entry.act.day or ""),
                "found": shown_date(entry.day),
                "other": shown_date(written),
            }


def _ordered(library: Library, now: Standing, check: Ordered) -> Iterator[Hit]:  # noqa: ARG001
    entries = now.case.entries
    for number in range(1, len(entries)):
        entry, before = entries[number], _followed(now, number)
        if check.finds == "above":  # the other kind's finding is not repeated
            is_late = before is not None and entry.day < before.day
            before = None if is_late else entries[number - 1]
        if before and entry.day < before.day:
            hit = {"label": entry.act.label, "found": shown_date(entry.day)}
            yield hit | {"other": before.act.label, "day": shown_date(before.day)}


def _followed(now: Standing, number: int) -> Entry | None:
    """Return the newest of the entries that this one has to come after."""
    entry, before = now.case.entries[number], now.case.entries[:number]
    asked = {*entry.act.follows, *(() if entry.act.many else (entry.act.key,))}
    newest = {other.act.key: other for other in before if other.act.key in asked}
    some = [other for other in (now.follows[number], *newest.values()) if other]
    return max(some, key=lambda other: other.day, default=None)


_KINDS: dict[str, Callable[[Library, Standing, Any], Iterator[Hit]]] = {
    "once": _once,
    "apart": _apart,
    "rests": _rests,
    "in_time": in_time.in_time,
    "extends": in_time.extends,
    "agrees": _agrees,
    "retells": _retells,
    "keeps": _keeps,
    "unnamed": letters.unnamed,
    "unsure": letters.unsure,
    "unsaid": letters.unsaid,
    "distinct": letters.distinct,
    "enough": _enough,
    "fits": _fits,
    "whole": _whole,
    "all_named": _all_named,
    "repeats": _repeats,
    "dated": _dated,
    "ordered": _ordered,
}
