"""Which rules rest on the provision of a page: deadlines, duties, steps, crosswalk rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lawbook.law.citation import Citation
from lawbook.library.library import Library
from lawbook.library.signpost import touches
from lawbook.rules.crosswalk import CrosswalkRow
from lawbook.rules.decision import Question
from lawbook.rules.procedure import Procedure, Step
from lawbook.rules.rule import Based, Criterion, Deadline, Ground, Obligation, based


@dataclass
class PageRules:
    """The rules that rest on one page's provision, each kind in the order of its file."""

    deadlines: list[Deadline] = field(default_factory=list)
    obligations: list[Obligation] = field(default_factory=list)
    steps: list[tuple[Procedure, Step]] = field(default_factory=list)
    procedures: list[Procedure] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    rows: list[CrosswalkRow] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any(vars(self).values())


@dataclass(frozen=True)
class RulesByProvision:
    """All rules by the pages of the provisions on which they rest.

    A rule rests on what its ``basis`` names, and on what the facts named there rest on;
    what only stands beside it to compare (``see``) does not count.
    """

    library: Library

    def on(self, page: Citation) -> PageRules:
        """Return the rules that rest on the provision of a page or on a part of it."""
        return self._by_page.get(page, PageRules())

    @cached_property
    def _by_page(self) -> Mapping[Citation, PageRules]:
        by_page: dict[Citation, PageRules] = {}
        for kind, record, pages in self._all():
            for page in pages:
                getattr(by_page.setdefault(page, PageRules()), kind).append(record)
        return by_page

    def _all(self) -> Iterator[tuple[str, object, set[Citation]]]:
        rules = self.library.rules
        plain: tuple[tuple[str, Iterable[Based]], ...] = (
            ("deadlines", rules.deadlines.deadlines),
            ("obligations", rules.obligations.obligations),
            ("criteria", rules.criteria.criteria),
            ("questions", rules.decision.questions),
        )
        for kind, records in plain:
            yield from ((kind, record, self._pages(_grounds(record))) for record in records)
        for procedure in rules.procedures.procedures:
            yield from self._of(procedure)
        for row in rules.crosswalk.rows:
            yield "rows", row, self._pages(_grounds(row)) | self._named(row)

    def _of(self, procedure: Procedure) -> Iterator[tuple[str, object, set[Citation]]]:
        remarks = (*procedure.when, *procedure.quorum, *procedure.vote)
        own = {ground for part in (procedure, *remarks) for ground in part.basis}
        yield "procedures", procedure, self._pages(own)
        for step in procedure.steps:
            yield "steps", (procedure, step), self._pages(_grounds(step))

    def _pages(self, grounds: Iterable[Ground]) -> set[Citation]:
        touched = {citation for ground in grounds for citation in touches(self.library, ground)}
        return set(filter(self._shows, map(self.library.page_of, touched)))

    def _shows(self, page: Citation) -> bool:
        """Return whether a page shows rules: a document's only if its provisions have no pages."""
        return bool(page.steps) or not self.library.pages(page.document)

    def _named(self, row: CrosswalkRow) -> set[Citation]:
        """Return the pages of a row's provisions; for an annex or a part, those of its items."""
        pages: set[Citation] = set()
        for wanted in (citation for column in row.columns for citation in column):
            own = self.library.page_of(wanted)
            inside = (p.citation for p in self.library.pages(wanted.document))
            shown = (
                {own}
                if own.steps
                else {citation for citation in inside if citation.starts_with(wanted)}
            )
            pages |= shown
        return pages


def _grounds(record: Based) -> set[Ground]:
    """Return the grounds of a statement and of every statement inside it."""
    return {
        ground for part in (record, *(inner for _, inner in based(record))) for ground in part.basis
    }
