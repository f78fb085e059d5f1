"""Run the rules of ``data/rules/*-checks.yml``, which go beyond what a form itself requires.

Each file has the same shape; a rule names the forms it applies to. A rule that rests on a draft, on
one source or on our own advice warns; it never refuses a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator
from pydantic import Field as Setting

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.conditions import OnlyIf, unknown_options
from lawbook.forms.findings import Finding
from lawbook.forms.form import Form
from lawbook.forms.plan import tallies
from lawbook.forms.plan.every import Check
from lawbook.forms.plan.kinds import Where
from lawbook.forms.plan.paper import Hit, Paper, Spot
from lawbook.law.record import Key, Record, no_key_twice
from lawbook.rules.rule import Checked

FOLDER = Path("data/rules")
FILES = "*-checks.yml"
# Kinds whose finding is a wording: a longer wording that contains a reported one is skipped.
WORDINGS = frozenset({"found", "left"})
NOTHING = frozenset[str]()
_WORD = re.compile(r"\{([a-z_0-9]+)\}")


class PlanRule(Checked):
    """One rule; ``level`` fails or warns.

    ``only_if``: only if in each field one of the options is chosen, and not if one of ``not_if``
    is. ``last_word``: no later rule reports on an answer that this rule finds. ``once``: of the
    rules that share it, only the first finding in a paper is reported.
    """

    applies_to: Key | tuple[Key, ...]
    checks: Check
    last_word: bool = False
    once: Key | None = None
    only_if: OnlyIf = Setting(default_factory=dict)
    not_if: OnlyIf = Setting(default_factory=dict)

    def applies(self, picked: Mapping[str, frozenset[str]]) -> bool:
        """Return whether the rule applies to a form with these options chosen."""
        for key, options in self.only_if.items():
            if picked.get(key, NOTHING).isdisjoint(options):
                return False
        out = [key for key in self.not_if if key in picked]
        return all(picked[key].isdisjoint(self.not_if[key]) for key in out)

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the keys of the forms that the rule is for."""
        return (self.applies_to,) if isinstance(self.applies_to, str) else self.applies_to

    def only_warns_as(self) -> str:
        """Refuse one that speaks once and fails: it could hide a fault that must be corrected."""
        return " 写了 once" if self.once else super().only_warns_as()


class PlanChecks(Record):
    """The rules of one file or of all, and how many of a unit each word is worth."""

    key: Key = "all-checks"
    units: Mapping[str, Mapping[str, float]] = {}
    rules: Annotated[tuple[PlanRule, ...], AfterValidator(no_key_twice)]

    def findings(self, paper: Paper) -> Iterator[Finding]:
        """Yield the findings of the rules for a paper's form, in the order of the rules."""
        said, picked = _Said(), paper.picked
        for rule in self._in_order.get(paper.form.key, ()):
            if (rule.only_if or rule.not_if) and not rule.applies(picked):
                continue
            hits = tuple(rule.checks.hits(paper, self.units))
            if not hits:
                continue
            new = said.first_only(rule, [hit for hit in hits if said.is_new(rule, hit)])
            said.add(rule, hits)
            yield from (_finding(rule, hit, paper) for hit in new)

    @cached_property
    def firm(self) -> PlanChecks:
        """Return the rules that must be met, with those after which no other reports."""
        kept = tuple(rule for rule in self.rules if rule.level == "fails" or rule.last_word)
        return PlanChecks(key=self.key, units=self.units, rules=kept)

    @cached_property
    def asked(self) -> Mapping[Key, Mapping[str, Mapping[str, object]]]:
        """Return each rule's fields and settings, as plain values without defaults."""
        shown = {"rules": {"__all__": {"key", "checks", "only_if", "not_if"}}}
        told = self.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=shown)
        return {rule.pop("key"): rule for rule in told["rules"]}

    @cached_property
    def _in_order(self) -> Mapping[str, list[PlanRule]]:
        """Return the rules of each form, in the order in which they run."""
        ordered: dict[str, list[PlanRule]] = {}
        for rule in sorted(self.rules, key=_weight):
            for key in dict.fromkeys(rule.forms):
                ordered.setdefault(key, []).append(rule)
        return ordered


@dataclass
class _Said:
    """What was reported so far: parts of fields, wordings, answers with a last word."""

    parts: set[tuple[str, str]] = field(default_factory=set)
    words: set[tuple[str, Spot, str]] = field(default_factory=set)
    closed: set[tuple[str, Spot]] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    def is_new(self, rule: PlanRule, hit: Hit) -> bool:
        if (hit.field, hit.spot) in self.closed:
            return False
        if _part(hit) in self.parts:
            return False
        mine = hit.words.get("found", "")
        return rule.checks.kind not in WORDINGS or not any(
            earlier[:2] == (hit.field, hit.spot) and (mine in earlier[2] or earlier[2] in mine)
            for earlier in self.words
        )

    def first_only(self, rule: PlanRule, hits: list[Hit]) -> list[Hit]:
        """Return the new hits; of rules of one kind that speak once, only the first one."""
        if rule.once is None or not hits:
            return hits
        is_said = rule.once in self.kinds
        self.kinds.add(rule.once)
        return [] if is_said else hits[:1]

    def add(self, rule: PlanRule, hits: tuple[Hit, ...]) -> None:
        for hit in hits:
            if part := _part(hit):
                self.parts.add(part)
            if rule.checks.kind in WORDINGS:
                self.words.add((hit.field, hit.spot, hit.words["found"]))
            if rule.last_word:
                self.closed.add((hit.field, hit.spot))


def _part(hit: Hit) -> tuple[str, str] | None:
    """Return the part of a whole field that a hit is about; a finding in a row hides nothing."""
    return (hit.field, hit.words["part"]) if "part" in hit.words and not hit.spot else None


def _weight(rule: PlanRule) -> tuple[bool, bool]:
    return not rule.last_word, rule.level == "warns"


def read(file: YamlFile, forms: Mapping[str, Form]) -> PlanChecks:
    """Return the rules of a file, whose fields exist. Raises ProblemsFound."""
    checks = file.validated(PlanChecks)
    problems = [
        file.problem(("rules", number), f"{rule.key}：{message}")
        for number, rule in enumerate(checks.rules)
        for key in rule.forms
        for message in _faults(rule, key, forms.get(key))
    ]
    if problems:
        raise ProblemsFound(problems)
    return checks


@lru_cache(maxsize=16)
def _loaded(path: Path, stamp: int) -> YamlFile:  # noqa: ARG001 - the stamp renews it
    return yamlfile.read(path, (FOLDER / path.name).as_posix())


def files(root: Path) -> tuple[YamlFile, ...]:
    """Return the files of rules of a project, by name. Raises ProblemsFound."""
    return tuple(
        _loaded(path, path.stat().st_mtime_ns) for path in sorted((root / FOLDER).glob(FILES))
    )


def origins(root: Path) -> dict[str, str]:
    """Return ``file:line`` of the confidence of each rule, by the rule's key."""
    return {
        str(rule["key"]): file.where(("rules", number, "confidence"))
        for file in files(root)
        for number, rule in enumerate(file.tree["rules"])
    }


def _once_in_all(sources: tuple[YamlFile, ...], every: list[PlanChecks]) -> None:
    seen: set[str] = set()
    for file, checks in zip(sources, every, strict=True):
        for number, rule in enumerate(checks.rules):
            if rule.key in seen:
                message = f"另一个文件已有规则 {rule.key}；请换一个 key"
                raise ProblemsFound([file.problem(("rules", number), message)])
        seen |= {rule.key for rule in checks.rules}


def load(root: Path, forms: Mapping[str, Form]) -> PlanChecks | None:
    """Return all rules of a project, or None if it has none. Raises ProblemsFound."""
    named = files(root)
    if not named:
        return None
    every = [read(file, forms) for file in named]
    _once_in_all(named, every)
    units = {unit: worth for checks in every for unit, worth in checks.units.items()}
    return PlanChecks(units=units, rules=tuple(rule for checks in every for rule in checks.rules))


def _finding(rule: PlanRule, hit: Hit, paper: Paper) -> Finding:
    words = {"label": paper.label(hit.field), **hit.words}

    def word(match: re.Match[str]) -> str:
        name = match[1]
        return words[name] if name in words else paper.answers.text(name) or match[0]

    return Finding(
        hit.field,
        hit.spot,
        _WORD.sub(word, rule.message).rstrip("。"),
        _WORD.sub(word, rule.remedy).rstrip("。"),
        advice=rule.level == "warns",
        basis=tuple(map(str, rule.basis)),
        rule=rule.key,
    )


def _faults(rule: PlanRule, key: str, form: Form | None) -> list[str]:
    """Return what a rule names and its form does not have."""
    if form is None:
        return [f"没有表单 {key}"]
    known = {field.key for _, field in form.fields}
    lost = sorted(_named(rule) - known)
    fields = {field.key: field for _, field in form.fields}
    options = [
        message
        for asked in (rule.only_if, rule.not_if)
        for message in unknown_options({key: asked[key] for key in asked if key in known}, fields)
    ]
    return [*(f"没有栏目 {name}" for name in lost), *options, *tallies.faults(rule.checks, form)]


def _named(rule: PlanRule) -> set[str]:
    """Return the fields that a rule names."""
    named: set[str] = set()
    for name in ("field", "rows", "not_before", "than"):
        named |= {str(key)} if (key := getattr(rule.checks, name, None)) else set()
    named |= {*rule.only_if, *rule.not_if}
    for name in ("fields", "within", "in_future", "own", "spoken_in"):
        value = getattr(rule.checks, name, ())
        named |= set(value) if isinstance(value, tuple) else set()
    for check in (rule.checks, *getattr(rule.checks, "parts", ())):
        where = getattr(check, "where", None)
        named |= set(where.fields) if isinstance(where, Where) else set()
    named |= {asked.field for name in ("given", "asks") for asked in getattr(rule.checks, name, ())}
    return named
