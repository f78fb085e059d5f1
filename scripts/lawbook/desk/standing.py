"""Derive the standing of a case from its papers: its state, its facts, its deadlines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawbook.desk.case import Case, Entry
from lawbook.desk.lacking import lacking
from lawbook.library.library import Library
from lawbook.rules.caseflow import PREVIOUS, Act, CaseFlow, Lead, State, Step
from lawbook.rules.counting import Due, last_day
from lawbook.rules.letterrule import Unnamed
from lawbook.rules.rule import Deadline

FIRST = "received"
APPROVED = "approved"  # what runs from an approval keeps running during an appeal


@dataclass
class Standing:
    """The standing of a case after each of its entries.

    ``since``: the day on which the state began; ``starts``: trigger of deadlines → day; ``done``:
    step → the day on which it was left; ``strange``: entries out of turn; ``before``: the facts
    known when each entry came; ``follows``: the entry that each came after, None for those out of
    turn; ``past``: each state so far with the entry that led to it; ``trail``: the states on the
    way here, without those that were left again; ``by``: the last entry that moved the case,
    ``next``: the act to be done first after it; ``states``: the state in which each entry came.
    ``begun`` and ``ended``: the index of the entry that started a trigger, or met a deadline.
    ``lacks``: what the opening paper lacks, ``names``: the names that each rule finds in its
    letters, both filled on first use.
    """

    case: Case
    state: State
    since: datetime.date
    facts: dict[str, str] = field(default_factory=dict)
    listed: bool | None = None
    starts: dict[str, datetime.date] = field(default_factory=dict)
    extended: dict[str, datetime.date] = field(default_factory=dict)
    done: dict[str, datetime.date] = field(default_factory=dict)
    strange: list[tuple[Entry, str]] = field(default_factory=list)
    before: list[dict[str, str]] = field(default_factory=list)
    follows: list[Entry | None] = field(default_factory=list)
    past: list[tuple[State, Entry]] = field(default_factory=list)
    trail: list[State] = field(default_factory=list)
    by: Entry | None = None
    next: str | None = None
    states: list[State] = field(default_factory=list)
    begun: dict[str, int] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    lacks: tuple[str, ...] | None = None
    names: dict[Unnamed, list[tuple[Entry, str, list[tuple[str, bool]]]]] = field(
        default_factory=dict
    )

    @property
    def is_closed(self) -> bool:
        """Return whether nothing is left to be done."""
        return self.state.group == "closed"


def standing(library: Library, case: Case) -> Standing:
    """Return the standing after the last entry, leaving out tracking that has fallen due."""
    flow = library.rules.cases
    now = Standing(case, flow.state(FIRST), case.entries[0].day)
    now.past.append((now.state, case.entries[0]))
    now.trail.append(now.state)
    now.by = case.entries[0]
    for entry in case.entries:
        now.before.append(dict(now.facts))
        now.states.append(now.state)
        _facts(flow, now, entry)
        lead = lead_of(entry, now)
        if problem := _cannot(flow, now, entry, lead):
            now.strange.append((entry, problem))
            now.follows.append(None)
            continue
        assert lead is not None
        now.follows.append(_followed(now, entry, lead))
        _move(flow, now, entry, lead)
    return now


def _followed(now: Standing, entry: Entry, lead: Lead) -> Entry | None:
    """Return what led to the state that an entry ends, or to the first in which it could come."""
    return _since_when(now, entry.act) if lead.to is None else now.by


def _since_when(now: Standing, act: Act) -> Entry:
    """Return the entry that led to the first of the latest states in which an act could come."""
    first = now.past[-1][1]
    for state, by in reversed(now.past):
        if state.key not in act.after:
            break
        first = by
    return first


def lead_of(entry: Entry, now: Standing) -> Lead | None:
    """Return where an entry leads; None if its options match nothing."""
    for lead in entry.act.leads:
        here = not lead.within or now.state.key in lead.within
        if entry.fits(lead.when) and here and lead.listed in (None, now.listed):
            return lead
    return None


def _cannot(flow: CaseFlow, now: Standing, entry: Entry, lead: Lead | None) -> str:
    """Return why an entry cannot come in this state; empty if it can."""
    if now.state.key not in entry.act.after:
        can = "、".join(flow.state(key).label for key in entry.act.after)
        return f"案件“{now.state.label}”时不能有{entry.act.label}；要在“{can}”的时候"
    if entry.act.approved and APPROVED not in now.starts:
        return f"案件没有批准过，不能有{entry.act.label}"
    if lead:
        return ""
    for other in (other for other in entry.act.leads if entry.fits(other.when)):
        can = "、".join(flow.state(key).label for key in other.within)
        if other.first:
            act = flow.acts[other.first]
            return f"{entry.act.label}写了这样的结论，要在“{can}”的时候读入；请先{act.verb}"
    return f"{entry.act.label}没有写明结论，不知道接着到哪一步"


def _move(flow: CaseFlow, now: Standing, entry: Entry, lead: Lead) -> None:
    for trigger in lead.stops:
        now.starts.pop(trigger, None)
    for trigger, name in lead.starts.items():
        if lead.to is None and trigger in now.starts:
            continue  # notified a second time: the period runs from the first
        now.starts[trigger] = entry.date(name) or entry.day
        now.begun[trigger] = len(now.states)
    now.ended |= dict.fromkeys(entry.act.ends, len(now.states))
    if entry.act.extends and (until := _until(entry)):
        now.extended[entry.act.extends] = until
    now.facts.update(lead.sets)
    if lead.to is None:
        return
    state = flow.state(lead.to) if lead.to != PREVIOUS else _back(now.trail, entry.act)
    if state.key != now.trail[-1].key:
        now.trail.append(state)
    if state.key != now.state.key:
        now.past.append((state, entry))
    now.by, now.next = entry, lead.next
    if now.state.step and (now.state.step != state.step or state.group == "closed"):
        now.done[now.state.step] = entry.day
    now.state, now.since = state, entry.day


def _back(trail: list[State], act: Act) -> State:
    """Return the last state in which an act could not come: the trail goes back to it."""
    while len(trail) > 1 and trail[-1].key in act.after:
        trail.pop()
    return trail[-1]


def _until(entry: Entry) -> datetime.date | None:
    text = entry.said.get("until", "")
    return datetime.date.fromisoformat(text) if text else None


def _facts(flow: CaseFlow, now: Standing, entry: Entry) -> None:
    """Record the facts that an entry states; the others stay as they were."""
    for fact in flow.facts:
        for source in (source for source in fact.sources if source.form == entry.act.key):
            if source.yes or source.no:
                _listed(now, set(entry.options(source.field)), set(source.yes), set(source.no))
            elif text := entry.text(source.field) or entry.option(source.field):
                now.facts[fact.key] = text


def _listed(now: Standing, ticked: set[str], yes: set[str], no: set[str]) -> None:
    if ticked & yes:
        now.listed = True
    elif ticked & no:
        now.listed = False


def runs(library: Library, now: Standing, keys: tuple[str, ...]) -> Iterator[Due]:
    """Yield the deadlines with these keys that run in a case, local ones in place of national."""
    book = library.rules.deadlines
    for trigger, day in now.starts.items():
        for deadline in book.after(trigger, listed=now.listed, place=now.case.place or None):
            named = {deadline.key, *deadline.instead_of}
            kept = max((now.ended.get(key, 0) for key in named), default=0)
            if named & set(keys) and kept < now.begun[trigger]:
                run = last_day(day, deadline, library.work_calendar)
                yield from [run] if run else []


@dataclass(frozen=True)
class Term:
    """What is due next: the deadline, its last day (None if no text gives one), its trigger."""

    deadline: Deadline
    run: Due
    day: datetime.date | None
    extended: bool = False

    @property
    def rolled(self) -> datetime.date | None:
        """Return the working day after a last day that is a rest day, by our convention."""
        return None if self.extended else self.run.rolled

    def left(self, today: datetime.date) -> int | None:
        """Return the days left, counted to the next working day once the last day has passed."""
        if self.day is None:
            return None
        passed = today > self.day and self.rolled is not None and today <= self.rolled
        return ((self.rolled if passed and self.rolled else self.day) - today).days


def term(library: Library, now: Standing) -> Term | None:
    """Return what runs in a case's state: of those begun last, the one that ends last."""
    latest = max(runs(library, now, now.state.due), key=lambda run: run.start.day, default=None)
    return None if latest is None else _term(now, latest)


def _term(now: Standing, run: Due) -> Term:
    later = now.extended.get(run.deadline.key)
    return Term(run.deadline, run, later or run.day, extended=later is not None)


def beside(library: Library, now: Standing) -> tuple[Term, ...]:
    """Return the terms to be met besides the one of the state."""
    return tuple(_term(now, run) for run in runs(library, now, now.state.also))


def today_state(library: Library, now: Standing, today: datetime.date) -> State:
    """Return the state on a day: shortly before its last day a case becomes urgent."""
    near, ends = now.state.near, term(library, now)
    days = ends.left(today) if ends else None
    if near and days is not None and days <= near.days:
        return library.rules.cases.state(near.to)
    return now.state


def way(library: Library, now: Standing) -> tuple[Step, ...]:
    """Return the steps of the case; those for listed activities only if it is on the list."""
    return library.rules.cases.way(listed=now.listed)


def offered(library: Library, now: Standing, state: State) -> tuple[Act, ...]:
    """Return the acts possible in a state and not yet done, the next one first.

    What follows the very act that led to the state comes first: a decision is served.
    """
    acts = library.rules.cases.acts
    keys: tuple[str, ...] = state.offers
    if state.lacking and lacks(library, now, state):
        keys = (state.lacking, *(key for key in keys if key != state.lacking))
    if now.next in keys:
        keys = (now.next, *(key for key in keys if key != now.next))
    some = [acts[key] for key in keys if done(now, acts[key]) is None]
    some.sort(key=lambda act: now.by is None or now.by.act.key not in act.follows)
    return tuple(act for act in some if not act.approved or APPROVED in now.starts)


def lacks(library: Library, now: Standing, state: State) -> tuple[str, ...]:
    """Return the fields that the newest application lacks, if the applicant was not told yet."""
    if now.lacks is None:
        by, first = now.by, now.case.entries[0]
        is_new = by is not None and by.act.key == first.act.key
        is_told = any(entry.act.key == state.lacking for entry in now.case.entries)
        now.lacks = lacking(library, by) if by and is_new and not is_told else ()
    return now.lacks


def done(now: Standing, act: Act) -> Entry | None:
    """Return an act's entry, if the act moves no case and came since it became possible.

    None if it is still to do. Acts of several persons and extensions always are; others are again
    once an act that follows them has come.
    """
    if act.many or act.extends or all(lead.to for lead in act.leads):
        return None
    entries, since = now.case.entries, _since_when(now, act)
    start = next(n for n, entry in enumerate(entries) if entry is since)
    for entry in reversed(entries[start + 1 :]):
        if entry.act.key == act.key:
            return entry
        if act.key in entry.act.follows:
            return None
    return None


def next_act(library: Library, now: Standing, state: State) -> Act | None:
    """Return the next act of a case; for a closed one, a letter that is still to be sent."""
    some = offered(library, now, state)
    if state.group == "closed":
        some = tuple(act for act in some if not any(lead.to for lead in act.leads))
    return next(iter(some), None)
