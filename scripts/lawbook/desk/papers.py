"""Begin the next paper of a case with what the case knows.

A paper for an applicant is never begun with anything from an internal paper: no vote, no
discussion.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from lawbook.base.dates import shown_date
from lawbook.checks import filled_form
from lawbook.desk.case import Case, Entry
from lawbook.desk.kinds import answered
from lawbook.desk.spots import Spots
from lawbook.desk.standing import Standing, done, runs, standing
from lawbook.desk.taking import bar
from lawbook.forms import carrying, letter
from lawbook.forms.answers import Answers
from lawbook.forms.form import Field
from lawbook.forms.values import Chosen, Value
from lawbook.library.library import Library
from lawbook.rules.caseflow import Act
from lawbook.rules.caserule import Agrees
from lawbook.rules.counting import last_day

_ASKED = re.compile(r"\{([a-z-]+)\.([a-z_]+)\}")


def begun(library: Library, case: Case, act: Act, today: datetime.date) -> Answers:
    """Return the answers with which a paper begins. Raises ProblemsFound if it cannot begin now."""
    now = standing(library, case)
    bar(library, now, act)
    form = library.forms[act.key]
    if before := done(now, act):
        return _corrected(before, case.mark, today)
    values = dict(_carried(library, case, act))
    filler = _Filler(library, now, act, today)
    for key, how in act.fills.items():
        if (value := filler.value(form.field(key), how)) is not None:
            values[key] = value
    for key in act.fills:
        if any(letter.is_moot(section, key, values) for section in form.sections):
            values.pop(key, None)
    return Answers(form.key, MappingProxyType(values), mark=case.mark)


def _corrected(before: Entry, mark: str, today: datetime.date) -> Answers:
    """Return a correction's first answers: the paper as it was, with the day of the correction."""
    assert before.answers is not None
    values = dict(before.answers.values)
    if before.act.day:
        values[before.act.day] = today
    return Answers(before.act.key, MappingProxyType(values), mark=mark)


def _carried(library: Library, case: Case, act: Act) -> Iterator[tuple[str, Value]]:
    """Yield answers of earlier papers, the newest last; nothing internal goes to an applicant."""
    form = library.forms[act.key]
    asked = carrying.takes_findings(form)
    for entry in case.entries:
        newest = entry is case.newest(entry.act.key) and entry.act.key != act.key
        if entry.answers and newest and not _hidden(entry.act, act):
            origin = library.forms[entry.act.key]
            remarks = filled_form.remarks(library, entry.answers) if origin.key in asked else ()
            yield from carrying.carried(form, origin, entry.answers, remarks).values.items()


def _hidden(origin: Act, act: Act) -> bool:
    """Return whether a paper may take nothing from another, as a letter from internal papers."""
    return origin.audience == "internal" and act.audience != "internal"


class _Filler:
    """Computes the values that ``fills`` of a paper asks for."""

    def __init__(
        self,
        library: Library,
        now: Standing,
        act: Act,
        today: datetime.date,
    ) -> None:
        self.library, self.now, self.act = library, now, act
        self.today = today

    def value(self, field: Field, how: str) -> Value | None:
        """Return a field's value: a day, a choice, rows or a sentence; None if there is none."""
        if "{" in how:
            since = self._since(self.act.afresh.get(field.key, ()))
            return next(
                filter(None, (self._sentence(sentence, since) for sentence in how.split("|"))), None
            )
        way, colon, what = how.partition(":")
        if colon:
            return self._of(field, way, what)
        ways: dict[str, Value | None] = {
            "today": self.today,
            "received": self.now.case.entries[0].day,
            "completed": self.now.starts.get("submitted"),
        }
        if how in ways:
            return ways[how]
        return {
            "same": self._same,
            "known": self._known,
            "listed": self._listed,
            "agrees": self._agreeing,
        }[how](field)

    def _of(self, field: Field, way: str, what: str) -> Value | None:
        """Return the value found by deadline, act or spot."""
        if way == "due":
            return self._due(what)
        if way == "names":
            return self._names(field, what)
        entry = self.now.case.newest(what)
        if way == "came":
            return (Chosen(field.options[entry is not None].key),)
        return entry.day if entry else None

    def _due(self, keys: str) -> datetime.date | None:
        """Return the last day of a deadline that runs, or would run from today, with extensions."""
        wanted = tuple(keys.split(","))
        for key in wanted:
            if key in self.now.extended:
                return self.now.extended[key]
        running = [run.day for run in runs(self.library, self.now, wanted) if run.day]
        return max(running, default=None) or self._from_today(wanted)

    def _from_today(self, wanted: tuple[str, ...]) -> datetime.date | None:
        other = {True: "not", False: "only", None: ""}[self.now.listed]
        for deadline in self.library.rules.deadlines.deadlines:
            if deadline.key in wanted and deadline.listed != other:
                run = last_day(self.today, deadline, self.library.work_calendar)
                return run.day if run else None
        return None

    def _since(self, acts: tuple[str, ...]) -> Case:
        """Return the case from the newest of some acts on; all of it if none of them came."""
        entries = self.now.case.entries
        start = max((n for n, entry in enumerate(entries) if entry.act.key in acts), default=0)
        return replace(self.now.case, entries=entries[start:])

    def _sentence(self, how: str, case: Case) -> str | None:
        """Return the sentence with its slots filled; None if one of them has no value yet."""
        values = [self._said(case, *match.groups()) for match in _ASKED.finditer(how)]
        if not all(values):
            return None
        return _ASKED.sub(lambda _: values.pop(0), how).rstrip("。")

    def _said(self, case: Case, act: str, key: str) -> str:
        entry = case.newest(act)
        if entry is None:
            return ""
        if key == "day":
            return shown_date(entry.day)
        ticked = entry.options(key)
        if not ticked:
            return entry.text(key)
        options = self.library.forms[act].field(key).options
        return "；".join(option.label for option in options if option.key in ticked)

    def _names(self, field: Field, spot: str) -> Value | None:
        """Return a row with just the name for each person at a spot of the newest paper."""
        newest = self.now.case.newest(spot.partition(".")[0])
        names = Spots(self.library).names((newest,), spot) if newest else ()
        rest = ("",) * (len(field.columns) - 1)
        return tuple((name, *rest) for name in names) or None

    def _same(self, field: Field) -> Value | None:
        """Return the value of the same field in our newest letter, never in what others wrote."""
        ours = {self.act.audience, "applicant"}
        for entry in reversed(self.now.case.entries):
            if entry.answers and entry.act.audience in ours and not _hidden(entry.act, self.act):
                known = {
                    field.key: field.kind for _, field in self.library.forms[entry.act.key].fields
                }
                if known.get(field.key) == field.kind and field.key in entry.answers.values:
                    return entry.answers.values[field.key]
        return None

    def _known(self, field: Field) -> Value | None:
        """Return the option that the case knows for a field of the same name."""
        key = self.now.facts.get(field.key, "")
        return (Chosen(key),) if key in {option.key for option in field.options} else None

    def _listed(self, field: Field) -> Value | None:
        for fact in self.library.rules.cases.facts:
            for source in fact.sources:
                if source.form == self.act.key and source.field == field.key and source.yes:
                    options = {True: source.yes, False: source.no, None: ()}[self.now.listed]
                    return (Chosen(options[0]),) if options else None
        return None

    def _agreeing(self, field: Field) -> Value | None:
        """Return the option that fits every paper with which this one has to agree."""
        fitting = [
            [ours for ours, options in check.fitting.items() if theirs in options]
            for check in (rule.checks for rule in self.library.rules.cases.rules)
            if isinstance(check, Agrees) and (check.act, check.field) == (self.act.key, field.key)
            if (entry := answered(self.now.case.entries, check))
            if (theirs := entry.option(check.other_field))
        ]
        both = (
            [key for key in fitting[0] if all(key in some for some in fitting)] if fitting else []
        )
        return (Chosen(both[0]),) if both else None
