"""The duties as a reader looks for them: by place and by who must act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from lawbook.library.library import Library
from lawbook.pages import holds, wording
from lawbook.rules.rule import Obligation, Role, Stage


@dataclass(frozen=True)
class Actor:
    """A role or unit that acts in a place: its own duties, and what it shares with others.

    ``own`` are the duties that name it first, ``shared`` those that name another before it.
    """

    key: str
    label: str
    role: Role | None
    own: tuple[Obligation, ...]
    shared: tuple[Obligation, ...]

    @property
    def count(self) -> int:
        """Return how many duties name it."""
        return len(self.own) + len(self.shared)


@dataclass(frozen=True)
class Duties:
    """All duties of the rules."""

    library: Library

    @property
    def all(self) -> tuple[Obligation, ...]:
        """Return all duties in the order of the file."""
        return self.library.rules.obligations.obligations

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Return the number of each duty in the list, as the page counts them."""
        shown = (duty for actors in self.places.values() for actor in actors for duty in actor.own)
        return {duty.key: number for number, duty in enumerate(shown, start=1)}

    @cached_property
    def places(self) -> Mapping[str, tuple[Actor, ...]]:
        """Return, for each place, those who act there, in the order of the vocabularies."""
        by_place = {place: tuple(self._actors(place)) for place in self._labels}
        return {place: actors for place, actors in by_place.items() if actors}

    @property
    def _labels(self) -> Iterable[str]:
        words = self.library.vocabularies["places"]
        return (words[key].label for key in words.keys)

    def _actors(self, place: str) -> Iterable[Actor]:
        here = [duty for duty in self.all if duty.place == place]
        named = {key for duty in here for key in duty.who}
        for key in (key for key in self.library.actors if key in named):
            mine = [duty for duty in here if key in duty.who]
            mine.sort(key=lambda duty: holds.rank(self.library, duty))  # safe marks first
            own = tuple(duty for duty in mine if duty.who[0] == key)
            shared = tuple(duty for duty in mine if duty.who[0] != key)
            yield Actor(key, wording.role(self.library, key), self._role(key, place), own, shared)

    def _role(self, key: str, place: str) -> Role | None:
        """What a role does in a place; None where it is said of another place only."""
        role = self._roles.get(key)
        return role if role and role.place in (self.library.national, place) else None

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return {role.key: role for role in self.library.rules.roles.roles}

    @property
    def by_stage(self) -> Mapping[str, tuple[Obligation, ...]]:
        """Return the duties of each stage, in the order of the stages."""
        groups = {
            at: tuple(duty for duty in self.all if duty.stage == at) for at in get_args(Stage)
        }
        return {stage: duties for stage, duties in groups.items() if duties}

    @property
    def by_topic(self) -> Mapping[str, tuple[Obligation, ...]]:
        """Return the duties of each topic, in the order of the list of topics."""
        topics = self.library.rules.obligations.topics
        return {at: tuple(duty for duty in self.all if duty.topic == at) for at in topics}

    def responsible(self, duty: Obligation) -> tuple[str, ...]:
        """Return the units that the provision names as responsible, in its words."""
        if duty.responsible is None:
            return ()
        block = self.library.find(duty.responsible).responsible
        return block.as_named if block else ()
