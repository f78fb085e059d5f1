"""The rules of ``data/rules/plan-checks.yml``: what a good plan holds, beside its form's own rules.

A rule that rests on a draft, on one source or on our own advice warns; it never refuses a plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator

from lawbook.base import yamlfile
from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import YamlFile
from lawbook.forms.findings import Finding
from lawbook.forms.form import Form
from lawbook.forms.plan.kinds import Check
from lawbook.forms.plan.paper import Hit, Paper
from lawbook.law.record import Key, Record, Text
from lawbook.rules.rule import Based

FILE = Path("data/rules/plan-checks.yml")
FIRM = ("official", "two")
_PLACE = re.compile(r"\{([a-z_0-9]+)\}")


class PlanRule(Based):
    """One rule; ``level`` fails or warns."""

    key: Key
    applies_to: Key
    checks: Check
    message: Text
    remedy: Text
    level: Literal["fails", "warns"]

    @model_validator(mode="after")
    def _weak_ground_only_warns(self) -> PlanRule:
        if self.level == "fails" and self.confidence not in FIRM:
            raise ValueError(f"{self.key} 的依据弱于 two，level 只能是 warns")
        return self


def _keys_once(rules: tuple[PlanRule, ...]) -> tuple[PlanRule, ...]:
    keys = [rule.key for rule in rules]
    again = sorted({key for key in keys if keys.count(key) > 1})
    if again:
        raise ValueError(f"规则的 key 重复：{'、'.join(again)}")
    return rules


class PlanChecks(Record):
    """All rules, and how many of a unit each word is worth."""

    key: Literal["plan-checks"] = "plan-checks"
    units: Mapping[str, Mapping[str, float]]
    rules: Annotated[tuple[PlanRule, ...], AfterValidator(_keys_once)]

    def findings(self, paper: Paper) -> Iterator[Finding]:
        """What the rules of the paper's form find, in the rules' order."""
        said: set[tuple[str, str]] = set()
        for rule in sorted(self.rules, key=lambda rule: rule.level == "warns"):
            if rule.applies_to != paper.form.key:
                continue
            hits = tuple(rule.checks.hits(paper, self.units))
            for hit in hits:
                # A part that is missing is not told again by a rule that only warns.
                part = (hit.field, hit.words.get("part", ""))
                if not part[1] or part not in said:
                    yield _finding(rule, hit, paper)
            said |= {(hit.field, hit.words["part"]) for hit in hits if "part" in hit.words}


def read(file: YamlFile, forms: Mapping[str, Form]) -> PlanChecks:
    """The rules of a file; the fields they name exist. Raises ProblemsFound."""
    checks = file.validated(PlanChecks)
    problems = [
        file.problem(("rules", number), f"{rule.key}：没有栏目 {name}")
        for number, rule in enumerate(checks.rules)
        for name in _unknown(rule, forms.get(rule.applies_to))
    ]
    if problems:
        raise ProblemsFound(problems)
    return checks


@lru_cache(maxsize=4)
def _loaded(path: Path, stamp: int) -> YamlFile:  # noqa: ARG001 - the stamp renews it
    return yamlfile.read(path, FILE.as_posix())


def load(root: Path, forms: Mapping[str, Form]) -> PlanChecks | None:
    """The rules of a project, None where it has none. Raises ProblemsFound."""
    path = root / FILE
    if not path.is_file():
        return None
    return read(_loaded(path, path.stat().st_mtime_ns), forms)


def _finding(rule: PlanRule, hit: Hit, paper: Paper) -> Finding:
    words = {"label": paper.label(hit.field), **hit.words}

    def word(match: re.Match[str]) -> str:
        name = match[1]
        return words[name] if name in words else paper.answers.text(name) or match[0]

    return Finding(
        hit.field,
        hit.place,
        _PLACE.sub(word, rule.message).rstrip("。"),
        _PLACE.sub(word, rule.remedy).rstrip("。"),
        advice=rule.level == "warns",
        basis=tuple(map(str, rule.basis)),
        rule=rule.key,
    )


def _unknown(rule: PlanRule, form: Form | None) -> list[str]:
    """The fields that a rule names and its form does not have."""
    if form is None:
        return [f"（表单 {rule.applies_to}）"]
    known = {field.key for _, field in form.fields}
    named: set[str] = set()
    for name in ("field", "rows", "not_before"):
        named |= {str(getattr(rule.checks, name))} if hasattr(rule.checks, name) else set()
    for name in ("fields", "within", "in_future"):
        value = getattr(rule.checks, name, ())
        named |= set(value) if isinstance(value, tuple) else set()
    for one in (rule.checks, *getattr(rule.checks, "parts", ())):
        where = getattr(one, "where", None)
        named |= set(where.fields) if where else set()
    return sorted(named - known)
