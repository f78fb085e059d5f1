"""The rules as the tools' pages show them, made once for all pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawbook.library.library import Library
from lawbook.pages import case_view, wording
from lawbook.pages.crosswalk_view import Comparison
from lawbook.pages.duty_view import Duties
from lawbook.pages.navigator_view import Navigator
from lawbook.rules.caseflow import Act
from lawbook.rules.procedure import Edge, Procedure, Step
from lawbook.rules.rule import FORCES, Deadline, Obligation
from lawbook.rules.workdays import YearCalendar


@dataclass(frozen=True)
class ToolRules:
    """What the tools' templates see."""

    library: Library

    @cached_property
    def navigator(self) -> Navigator:
        """Return the self-test with its questions and results numbered."""
        return Navigator(self.library.rules.decision)

    @cached_property
    def duties(self) -> Duties:
        """Return who must do what."""
        return Duties(self.library)

    @cached_property
    def comparison(self) -> Comparison:
        """Return the crosswalk: draft, final text, general rules, each place."""
        return Comparison(self.library)

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Return all deadlines in the order of the file."""
        return self.library.rules.deadlines.deadlines

    def deadline(self, key: str) -> Deadline:
        """Return the deadline of a key; KeyError if there is none."""
        return self.library.rules.deadlines[key]

    def steps_with(self, deadline: Deadline) -> Iterator[tuple[Procedure, Step]]:
        """Yield the steps limited by a deadline."""
        for procedure in self.library.rules.procedures.procedures:
            for step in procedure.steps:
                if deadline.key in step.deadlines:
                    yield procedure, step

    def duties_with(self, deadline: Deadline) -> tuple[Obligation, ...]:
        """Return the duties limited by a deadline."""
        return tuple(duty for duty in self.duties.all if duty.deadline == deadline.key)

    def target(self, procedure: Procedure, edge: Edge) -> tuple[Procedure, Step]:
        """Return where an edge leads."""
        name, mark, step = edge.to.partition("/")
        other = self.library.rules.procedures[name] if mark else procedure
        wanted = step if mark else name
        return other, next(step for step in other.steps if step.key == wanted)

    def number(self, procedure: Procedure, step: Step) -> int:
        """Return the number of a step in its procedure."""
        return procedure.steps.index(step) + 1

    def acts_of(self, step: str) -> tuple[Act, ...]:
        """Return the papers and events possible at a step of a case, each once."""
        flow = self.library.rules.cases
        keys = [key for state in flow.states if state.step == step for key in state.offers]
        return tuple(flow.acts[key] for key in dict.fromkeys(keys))

    def walk(self, number: str) -> tuple[case_view.Walked, ...]:
        """Return the entries of a fictional case."""
        return tuple(case_view.walk(self.library, number))

    @property
    def commands(self) -> dict[str, tuple[Act, ...]]:
        """Return the command line's names: the papers to be written, and the events."""
        flow = self.library.rules.cases
        return {"letter": flow.papers[1:], "record": flow.events}

    @property
    def near(self) -> int:
        """Return how many days before its last day a case becomes urgent."""
        return max(state.near.days for state in self.library.rules.cases.states if state.near)

    @property
    def years(self) -> tuple[YearCalendar, ...]:
        """Return the years with a published schedule of holidays."""
        return self.library.work_calendar.years

    @property
    def places(self) -> Mapping[str, str]:
        """Return the key of each place by its label."""
        words = self.library.vocabularies["places"]
        return {words[key].label: key for key in words.keys}

    condition = staticmethod(wording.condition)
    length = staticmethod(wording.length)
    days = staticmethod(wording.days)
    weekday = staticmethod(wording.weekday)
    forces = FORCES
    units = wording.UNITS
    listed = wording.LISTED
    kinds = wording.KINDS
    extents = wording.EXTENTS
