"""All rules together, and how they are read from ``data/rules``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import Path_, YamlFile
from lawbook.law.record import Record
from lawbook.rules.caseflow import CaseFlow
from lawbook.rules.crosswalk import Crosswalk
from lawbook.rules.decision import Decision
from lawbook.rules.lengths import lengths, spelled_out
from lawbook.rules.place import NATIONAL
from lawbook.rules.procedure import Procedures
from lawbook.rules.rule import (
    Based,
    Criteria,
    Deadlines,
    Named,
    Obligations,
    Roles,
    based,
)
from lawbook.rules.surnames import Surnames

RuleFile = (
    Roles
    | Procedures
    | Deadlines
    | Criteria
    | Obligations
    | Decision
    | Crosswalk
    | CaseFlow
    | Surnames
)
MODELS: dict[str, type[RuleFile]] = {
    "roles": Roles,
    "procedures": Procedures,
    "deadlines": Deadlines,
    "criteria": Criteria,
    "obligations": Obligations,
    "decision": Decision,
    "crosswalk": Crosswalk,
    "cases": CaseFlow,
    "surnames": Surnames,
}
# Files in the same folder that are read by the room that uses them.
READ_ELSEWHERE = "-checks"


@dataclass(frozen=True)
class Statement:
    """One statement of a rule file.

    ``id``: ``deadlines/decision``, ``decision/questions/listed/item-1``; a statement without a key
    is numbered by its place in the list: ``procedures/general/quorum-1``.
    """

    id: str
    where: str
    record: Based


@dataclass(frozen=True)
class Rules:
    """The nine files of ``data/rules``; a missing file is empty."""

    roles: Roles = field(default_factory=Roles)
    procedures: Procedures = field(default_factory=Procedures)
    deadlines: Deadlines = field(default_factory=Deadlines)
    criteria: Criteria = field(default_factory=Criteria)
    obligations: Obligations = field(default_factory=Obligations)
    decision: Decision = field(default_factory=Decision)
    crosswalk: Crosswalk = field(default_factory=Crosswalk)
    cases: CaseFlow = field(default_factory=CaseFlow)
    surnames: Surnames = field(default_factory=Surnames)
    statements: tuple[Statement, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        """Return whether any rule was read."""
        return bool(self.statements)

    def line_of(self, record: str) -> str:
        """Return a statement's ``file:line`` by its id; the id itself if there is none."""
        return self._lines.get(record, record)

    @cached_property
    def _lines(self) -> dict[str, str]:
        return {statement.id: statement.where for statement in self.statements}


def rule_file(
    file: YamlFile, words: Mapping[str, str] | None = None, national: str = ""
) -> tuple[RuleFile, tuple[Statement, ...]] | None:
    """Read one file of ``data/rules``, named by its ``key``. Raises ProblemsFound.

    ``words`` are the lengths of deadlines (``lawbook.rules.lengths``) for texts that name one; the
    file of deadlines has its own. ``national`` is the place of rules that name none. None for a
    file that is read elsewhere.
    """
    key = file.tree.get("key") if isinstance(file.tree, dict) else None
    if isinstance(key, str) and key.endswith(READ_ELSEWHERE):
        return None
    if key not in MODELS:
        known = "、".join(MODELS)
        raise ProblemsFound([file.problem(("key",), f"没有规则文件 {key}；可写：{known}")])
    words = lengths(file.tree) if key == "deadlines" else words
    spelled = file if words is None else spelled_out(file, words)
    model = spelled.validated(MODELS[key], context={NATIONAL: national})
    return model, tuple(_statements(model, file))


def rules_of(files: Iterable[tuple[RuleFile, tuple[Statement, ...]] | None]) -> Rules:
    """Return all rule files as one value."""
    read: dict[str, RuleFile] = {}
    statements: list[Statement] = []
    for model, listed in filter(None, files):
        read[model.key] = model
        statements += listed
    return Rules(**read, statements=tuple(statements))  # type: ignore[arg-type]


def _statements(model: RuleFile, file: YamlFile) -> Iterator[Statement]:
    for path, record in based(model):
        # The list is named if the file has more than the one with its own name.
        top = (model.key,) if path[0] == model.key else (model.key, str(path[0]))
        names = tuple(_names(model, path))
        yield Statement(
            id="/".join((*top, *names)),
            where=file.where((*path, "key") if isinstance(record, Named) else path),
            record=record,
        )


def _names(model: Record, path: Path_) -> Iterator[str]:
    """Yield the keys on the way to a value; ``quorum-1`` for what has no key."""
    current: object = model
    for position, step in enumerate(path):
        current = getattr(current, step) if isinstance(step, str) else current[step]  # type: ignore[index]
        if isinstance(current, Named):
            yield current.key
        elif isinstance(current, Record):
            before = path[position - 1] if isinstance(step, int) else step
            yield f"{before}-{step + 1}" if isinstance(step, int) else str(before)
