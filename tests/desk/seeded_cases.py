"""Clean cases, and the same with slips in them, as ``seeded.yml`` says it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lawbook.desk.case import _Writer
from lawbook.rules.caseflow import CaseFlow

ROOT = Path(__file__).resolve().parents[2]
Tree = dict[str, Any]


@dataclass(frozen=True)
class Slip:
    """What is wrong, in which paper or event, and words of what must be said of it."""

    what: str
    act: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Seeded:
    """A case file and its slips; none in a clean one."""

    name: str
    text: str
    slips: tuple[Slip, ...] = ()


class Seeds:
    """The case files of ``seeded.yml``."""

    def __init__(self, flow: CaseFlow) -> None:
        told = yaml.load(Path(__file__).with_name("seeded.yml").read_text("utf-8"), yaml.BaseLoader)
        self.words = {one.called: key for key, one in flow.acts.items()}
        self.told = told
        self.clean_ones = {one["name"]: one for one in told["clean"]}

    @cache  # noqa: B019 - there is one of it
    def tree(self, name: str) -> Tree:
        """A clean case, or an example of the project."""
        if name not in self.clean_ones:
            path = ROOT / "data" / "examples" / "cases" / f"{name}.yml"
            return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        one = self.clean_ones[name]
        tree = copy.deepcopy(self.tree(one["from"]))
        self.edit(tree, one["edits"])
        return tree

    def clean(self) -> Iterator[Seeded]:
        """The clean cases."""
        for name in self.clean_ones:
            yield Seeded(name, written(self.tree(name)))

    def faulty(self) -> Iterator[Seeded]:
        """Each case with its slips."""
        for number, one in enumerate(self.told["seeded"], 1):
            tree = copy.deepcopy(self.tree(one["from"]))
            for fault in one["faults"]:
                self.edit(tree, fault["edits"])
            slips = (
                Slip(fault["slip"], self._act(fault["in"]), tuple(fault["says"]))
                for fault in one["faults"]
            )
            yield Seeded(f"{number:02} {one['from']}", written(tree), tuple(slips))

    def _act(self, word: str) -> str:
        return self.words.get(word, word)

    def edit(self, tree: Tree, edits: list[Tree]) -> None:
        for one in edits:
            if "add" in one:
                self._add(tree, one["add"], one["entries"])
            for place in one.get("drop", ()):
                self._drop(tree, place)
            for place, value in one.get("set", {}).items():
                self._set(tree, place, value)

    def _add(self, tree: Tree, after: str, entries: list[Tree]) -> None:
        made = copy.deepcopy(entries)
        for entry in made:
            if source := entry.get("answers", {}).pop("copy", None):
                entry["answers"] |= copy.deepcopy(self._entry(tree, source)["answers"])
        listed = tree["entries"]
        at = listed.index(self._entry(tree, after)) + 1 if after else len(listed)
        listed[at:at] = made

    def _entry(self, tree: Tree, word: str) -> Tree:
        """The newest entry of an act, or the one of a number: ``decision#1``."""
        name, _, number = word.partition("#")
        found = [e for e in tree["entries"] if (e.get("paper") or e["event"]) == self._act(name)]
        return found[int(number) - 1 if number else -1]

    def _drop(self, tree: Tree, place: str) -> None:
        word, *rest = place.split("/")
        if not rest:
            key = self._act(word)
            kept = [e for e in tree["entries"] if (e.get("paper") or e["event"]) != key]
            assert len(kept) < len(tree["entries"]), place
            tree["entries"] = kept
            return
        inner, last = self._inside(tree, word, rest)
        del inner[last]

    def _set(self, tree: Tree, place: str, value: object) -> None:
        if place.endswith("@day"):
            self._entry(tree, place.removesuffix("@day"))["day"] = value
            return
        word, *rest = place.split("/")
        inner, last = self._inside(tree, word, rest)
        inner[last] = value

    def _inside(self, tree: Tree, word: str, rest: list[str]) -> tuple[Any, Any]:
        entry = self._entry(tree, word)
        found: Any = entry.get("answers") or entry["said"]
        for step in rest[:-1]:
            found = found[int(step) if isinstance(found, list) else step]
        return found, int(rest[-1]) if isinstance(found, list) else rest[-1]


def written(tree: Tree) -> str:
    """The text of a case's file."""
    return yaml.dump(tree, Dumper=NoAnchors, allow_unicode=True, sort_keys=False, width=1 << 20)


class NoAnchors(_Writer):
    """Writes a value that stands in two places twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True
