"""Where a case stands: its state, what is known, which days count, from its papers alone."""

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
APPROVED = "approved"  # what runs from an approval runs on through an appeal


@dataclass
class Standing:
    """A case followed through its entries.

    ``since``: the day on which the state began; ``starts``: trigger of deadlines → day;
    ``done``: step → the day on which it was left; ``strange``: entries that could not come then;
    ``before``: what was known when each entry came; ``follows``: the entry after which each came,
    None for the strange; ``past``: each state so far with what brought it; ``trail``: the states on
    the way here, without those that were left again; ``by``: what came last that moves a case,
    ``next``: what is to be done first after it;
    ``states``: that in which each entry came. ``begun`` and ``ended``: the number of the entry
    from which a trigger runs, or with which a deadline was kept.
    ``lacks``: what the opening paper lacks, ``names``: those that each rule finds in its letters,
    once that was asked.
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
        """Whether nothing is left to be done."""
        return self.state.group == "closed"


def standing(library: Library, case: Case) -> Standing:
    """Where a case stands after its last entry; tracking that falls due is not yet asked for."""
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
    """What brought the state that an entry ends, or the first of those in which it could come."""
    return _since_when(now, entry.act) if lead.to is None else now.by


def _since_when(now: Standing, act: Act) -> Entry:
    """What brought the first of the states, up to now, in which an act could come."""
    first = now.past[-1][1]
    for state, by in reversed(now.past):
        if state.key not in act.after:
            break
        first = by
    return first


def lead_of(entry: Entry, now: Standing) -> Lead | None:
    """Where an entry leads; None where its options say nothing that is known."""
    for lead in entry.act.leads:
        here = not lead.within or now.state.key in lead.within
        if entry.fits(lead.when) and here and lead.listed in (None, now.listed):
            return lead
    return None


def _cannot(flow: CaseFlow, now: Standing, entry: Entry, lead: Lead | None) -> str:
    """Why an entry cannot come in this state; empty where it can."""
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
            continue  # told a second time: the period runs from the first
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
    """The last state in which an act could not come: the trail ends there again."""
    while len(trail) > 1 and trail[-1].key in act.after:
        trail.pop()
    return trail[-1]


def _until(entry: Entry) -> datetime.date | None:
    text = entry.said.get("until", "")
    return datetime.date.fromisoformat(text) if text else None


def _facts(flow: CaseFlow, now: Standing, entry: Entry) -> None:
    """What an entry says of the case; what it does not say stays as it was."""
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
    """The deadlines of some keys that run in a case, local ones for the national they restate."""
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
    """What is due next: the deadline, its day (None where no text gives one), how it came."""

    deadline: Deadline
    run: Due
    day: datetime.date | None
    extended: bool = False

    @property
    def rolled(self) -> datetime.date | None:
        """The working day after a last day on which nobody works, by our convention."""
        return None if self.extended else self.run.rolled

    def left(self, today: datetime.date) -> int | None:
        """How many days are left, counted to the working day after it once the last has passed."""
        if self.day is None:
            return None
        passed = today > self.day and self.rolled is not None and today <= self.rolled
        return ((self.rolled if passed and self.rolled else self.day) - today).days


def term(library: Library, now: Standing) -> Term | None:
    """What runs in the state of a case; of several the one that ends last of those begun last."""
    latest = max(runs(library, now, now.state.due), key=lambda run: run.start.day, default=None)
    return None if latest is None else _term(now, latest)


def _term(now: Standing, run: Due) -> Term:
    later = now.extended.get(run.deadline.key)
    return Term(run.deadline, run, later or run.day, extended=later is not None)


def beside(library: Library, now: Standing) -> tuple[Term, ...]:
    """Return the terms that run beside the one of the state and have to be kept too."""
    return tuple(_term(now, run) for run in runs(library, now, now.state.also))


def today_state(library: Library, now: Standing, today: datetime.date) -> State:
    """Return the state on a day: shortly before its last day a case moves to the urgent state."""
    near, ends = now.state.near, term(library, now)
    days = ends.left(today) if ends else None
    if near and days is not None and days <= near.days:
        return library.rules.cases.state(near.to)
    return now.state


def way(library: Library, now: Standing) -> tuple[Step, ...]:
    """Return the steps of the case; those for listed activities where it is on the list."""
    return library.rules.cases.way(listed=now.listed)


def offered(library: Library, now: Standing, state: State) -> tuple[Act, ...]:
    """Return the acts that can be done in a state, the next one first, none that is done.

    What follows the very thing that brought the state comes first: a decision is served.
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
    """Return the entry of an act that moves no case, if it came since it could.

    None where it is still to do: such papers of several persons, and what is extended, always are;
    others again once that came which follows them.
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
    """Return the next act of a case; of a closed one a letter that is still to be sent."""
    some = offered(library, now, state)
    if state.group == "closed":
        some = tuple(act for act in some if not any(lead.to for lead in act.leads))
    return next(iter(some), None)
