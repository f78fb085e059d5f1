"""A document's tree: chapters, articles, 款 and 项, verbatim, each with its citation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from lawbook.base.numerals import to_han
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.yamlfile import Path_, YamlFile
from lawbook.law.citation import Citation, CitationError, Step
from lawbook.law.record import CitationText, Key, Record, Text


class Responsible(Record):
    """The units that one （责任单位：…） names, in order; the text makes none of them the lead."""

    units: tuple[Key, ...]
    as_named: tuple[Text, ...]
    regulators: bool = False
    joint_members: bool = False
    by_duty: bool = False
    districts: Text | None = None


class Repair(Record):
    """A fault of the scan and its correction; ``before`` occurs once in the raw text."""

    before: str
    after: str
    why: Text


class ProvisionRecord(Record):
    """A provision as written in YAML."""

    step: Text
    label: str = ""
    heading: str = ""
    text: str = ""
    topic: str = ""
    summary: bool = False
    relates: tuple[CitationText, ...] = ()
    responsible: Responsible | None = None
    provisions: tuple[ProvisionRecord, ...] = ()


class DocumentRecord(Record):
    """A file of ``data/documents``."""

    key: Key
    style: dict[str, Text]
    aliases: dict[str, Key] = {}
    scan_markup: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    provisions: tuple[ProvisionRecord, ...]


@dataclass(frozen=True)
class Provision:
    """A provision with its citation and line in the file.

    ``label``, ``heading`` and ``text`` are verbatim (unless ``summary``); ``topic`` is ours.
    ``cut``: on which side the text continues with words that nobody has seen.
    """

    citation: Citation
    where: str
    parent: Citation
    label: str = ""
    heading: str = ""
    text: str = ""
    topic: str = ""
    summary: bool = False
    relates: tuple[Citation, ...] = ()
    responsible: Responsible | None = None
    provisions: tuple[Provision, ...] = ()
    cut: Literal["", "start", "end"] = ""

    @property
    def step(self) -> Step:
        """The last step of the citation."""
        assert self.citation.last is not None
        return self.citation.last

    @property
    def title(self) -> str:
        """The heading as readers see it: without 【】 and the final 。"""
        return self.heading.strip("【】").rstrip("。") or self.topic

    def walk(self) -> Iterator[Provision]:
        """Yield this provision and all below it, in reading order."""
        yield self
        for child in self.provisions:
            yield from child.walk()

    def joined(self) -> str:
        """The verbatim text of this provision and all below it."""
        return "".join(part.label + part.heading + part.text for part in self.walk())


@dataclass(frozen=True)
class Style:
    """How a document's provisions are named: one form per unit; ``parent/unit`` beats ``unit``.

    >>> Style({"art": "第{han}条"}).name(Step("art", (15, 1)), None)
    '第十五条之一'
    """

    forms: Mapping[str, str]

    def name(self, step: Step, parent: Step | None) -> str:
        """The display form of a step; KeyError when the style has none for its unit."""
        own = f"{parent.unit}/{step.unit}" if parent else step.unit
        form = self.forms[own] if own in self.forms else self.forms[step.unit]
        if not step.number:
            return form
        first, *inserted = step.number
        between = "".join("之" + to_han(number) for number in inserted)
        return form.format(han=to_han(first), arabic=first) + between

    def display(self, citation: Citation) -> str:
        """The display form of a citation within its document."""
        parents = (None, *citation.steps)
        steps = zip(citation.steps, parents, strict=False)
        return "".join(self.name(step, parent) for step, parent in steps)


@dataclass(frozen=True)
class Document:
    """A document whose text we hold."""

    key: str
    style: Style
    provisions: tuple[Provision, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    scan_markup: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    where: str = ""

    def walk(self) -> Iterator[Provision]:
        """All provisions in reading order."""
        for provision in self.provisions:
            yield from provision.walk()

    def joined(self) -> str:
        """The verbatim text of the whole tree."""
        return "".join(provision.joined() for provision in self.provisions)


def build(
    records: Iterable[ProvisionRecord],
    parent: Citation,
    file: YamlFile,
    path: Path_ = ("provisions",),
) -> tuple[Provision, ...]:
    """Build provisions with citations and lines. Raises ProblemsFound for invalid steps."""
    built: list[Provision] = []
    problems: list[Problem] = []
    for number, record in enumerate(records):
        inner = (*path, number)
        try:
            built.append(_provision(record, parent, file, inner))
        except CitationError as error:
            problems.append(file.problem((*inner, "step"), str(error)))
        except ProblemsFound as error:
            problems.extend(error.problems)
    if problems:
        raise ProblemsFound(problems)
    return tuple(built)


def _provision(record: ProvisionRecord, parent: Citation, file: YamlFile, path: Path_) -> Provision:
    citation = parent.child(Step.parse(record.step))
    shared: dict[str, Any] = dict(record)
    del shared["step"]
    inside = build(record.provisions, citation, file, (*path, "provisions"))
    where = file.where((*path, "step"))
    return Provision(citation, where, parent, **{**shared, "provisions": inside})


def document(file: YamlFile) -> Document:
    """Read a file of ``data/documents``. Raises ProblemsFound."""
    record = file.validated(DocumentRecord)
    content: dict[str, Any] = {
        "style": Style(record.style),
        "provisions": build(record.provisions, Citation(record.key), file),
    }
    return Document(**{**dict(record), **content}, where=file.where())
