"""Procedures as data: steps, who takes them, and what leads where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic import Field as Setting

from lawbook.law.record import Key, Record, Text, no_key_twice
from lawbook.rules.rule import Based, Remark, Rule

StepRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]


class Edge(Based):
    """What follows: a step of the same procedure, or ``procedure/step``.

    An edge without grounds of its own rests on those of its step.
    """

    to: StepRef
    when: Text | None = None
    human_judgement: bool = False


class Step(Rule):
    """One step: who does what with which input and output. ``end``: nothing follows."""

    actor: Annotated[tuple[Key, ...], Setting(min_length=1)]
    what: Text
    input: Text | None = None
    output: Text | None = None
    next: tuple[Edge, ...] = ()
    deadlines: tuple[Key, ...] = ()
    human_judgement: bool = False
    end: bool = False

    @model_validator(mode="after")
    def _ends_or_goes_on(self) -> Step:
        if self.end == bool(self.next):
            raise ValueError(f"步骤 {self.key} 须写 next，或写 end: true 表示到此为止")
        return self


class Procedure(Rule):
    """A procedure, from its first step; quorum and vote if a text sets them."""

    title: Text
    when: Annotated[tuple[Remark, ...], Setting(min_length=1)]
    quorum: tuple[Remark, ...] = ()
    vote: tuple[Remark, ...] = ()
    steps: Annotated[tuple[Step, ...], AfterValidator(no_key_twice), Setting(min_length=1)]

    @property
    def leads_to(self) -> tuple[str, ...]:
        """Return the other procedures to which its edges lead, in order."""
        others = [to.partition("/")[0] for _, to, _ in self.edges() if "/" in to]
        return tuple(dict.fromkeys(other for other in others if other != self.key))

    def edges(self) -> Iterator[tuple[Step, str, Edge]]:
        """Yield each step with each edge and the target to which it leads."""
        for step in self.steps:
            for edge in step.next:
                yield step, edge.to, edge


class Procedures(Record):
    """``data/rules/procedures.yml``."""

    key: Literal["procedures"] = "procedures"
    procedures: Annotated[tuple[Procedure, ...], AfterValidator(no_key_twice)] = ()

    def __getitem__(self, key: str) -> Procedure:
        """Return the procedure of a key; KeyError if there is none."""
        return {procedure.key: procedure for procedure in self.procedures}[key]

    @property
    def step_names(self) -> tuple[str, ...]:
        """Return all steps as ``procedure/step``."""
        return tuple(
            f"{procedure.key}/{step.key}"
            for procedure in self.procedures
            for step in procedure.steps
        )
