"""The Library: all data by key, typed and frozen, as pages, Word files and tools read it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lawbook.base.yamlfile import YamlFile
from lawbook.forms.form import OUR_ADVICE, Field, Form
from lawbook.law.change import Change, ChangeYear
from lawbook.law.citation import Citation
from lawbook.law.fact import Fact
from lawbook.law.usage import Usage
from lawbook.law.vocabulary import Term, Vocabulary
from lawbook.law.worklist import WorkList
from lawbook.library.holdings import Holdings, UnknownCitation, cited, grouped, some
from lawbook.rules.rulebook import Rules
from lawbook.rules.workdays import WorkCalendar, YearCalendar, calendar_of


@dataclass(frozen=True)
class Library(Holdings):
    """All data of the project; ``unread`` names documents whose files had faults."""

    forms: Mapping[str, Form] = field(default_factory=dict)
    examples: Mapping[str, YamlFile] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    usage: tuple[Usage, ...] = ()
    rules: Rules = field(default_factory=Rules)
    calendars: Mapping[str, YearCalendar] = field(default_factory=dict)
    change_years: Mapping[str, ChangeYear] = field(default_factory=dict)
    work_lists: Mapping[str, WorkList] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()

    def file_of(self, record: str) -> str:
        """Return the path, below the root, of a record such as ``documents/beijing-2024``."""
        return self.origins[record].rpartition(":")[0]

    @cached_property
    def work_calendar(self) -> WorkCalendar:
        """Return the working days of all years with a published schedule."""
        return calendar_of(self.calendars.values())

    @property
    def newest_check(self) -> datetime.date:
        """Return the newest day on which a fact was checked. ValueError without facts."""
        return max(fact.checked for fact in self.facts)

    @cached_property
    def national(self) -> str:
        """What readers call the place whose rules hold everywhere; empty where no list has it."""
        words = self.vocabularies.get("places")
        return words.everywhere if words else ""

    @cached_property
    def actors(self) -> dict[str, Term]:
        """Return everyone who acts by the rules, by key: the roles, then the units of places."""
        words = (self.vocabularies.get(name) for name in ("roles", "units"))
        return {term.key: term for known in words if known for term in known.terms}

    def actor_tag(self, key: str) -> str:
        """Return the short word for a role or a unit; the key itself if no list has it."""
        return self.actors[key].tag if key in self.actors else key

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return what changed on the site, the newest first."""
        years = sorted(self.change_years.values(), key=lambda year: year.key, reverse=True)
        return tuple(change for year in years for change in year.changes)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return every fact of every book, in the order of the files."""
        return tuple(fact for book in self.books.values() for fact in book.facts)

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def _facts_by_provision(self) -> dict[Citation, tuple[Fact, ...]]:
        return grouped(self._facts.values(), lambda fact: (fact.provision,))

    @cached_property
    def _fields_by_basis(self) -> dict[Citation, tuple[tuple[Form, Field], ...]]:
        pairs = [(form, item) for form in self.forms.values() for _, item in form.fields]
        return grouped(pairs, lambda pair: tuple(field_basis(pair[1])))

    def form_of_example(self, name: str) -> Form:
        """Return the form of an example, whose file name begins with the form's key."""
        fits = [key for key in self.forms if name.startswith(key + "-")]
        if not fits:
            known = some([*self.forms])
            raise UnknownCitation(f"没有 {name} 的表单；文件名应以表单名开头：{known}")
        return self.forms[max(fits, key=len)]

    def fact(self, fact_id: str) -> Fact:
        """Return the fact with an id such as ``measures-2026#number``. Raises UnknownCitation."""
        if fact_id in self._facts:
            return self._facts[fact_id]
        book = fact_id.partition("#")[0]
        near = [known for known in self._facts if known.startswith(book + "#")]
        raise UnknownCitation(f"没有事实 {fact_id}；{some(near or sorted(self.books))}")

    def facts_on(self, citation: Citation | str) -> tuple[Fact, ...]:
        """Return the facts about exactly this provision (or, without steps, the document)."""
        return self._facts_by_provision.get(cited(citation), ())

    def fields_on(self, citation: Citation | str) -> tuple[tuple[Form, Field], ...]:
        """Return the fields of forms that rest on a provision or on a part of it."""
        wanted = cited(citation)
        pairs = [
            pair
            for basis, fields in self._fields_by_basis.items()
            if basis.starts_with(wanted)
            for pair in fields
        ]
        return tuple({(form.key, item.key): (form, item) for form, item in pairs}.values())


def field_basis(item: Field) -> Iterator[Citation]:
    """Yield the citations on which a field rests (none if it is our own advice)."""
    for basis in item.basis:
        if str(basis) != OUR_ADVICE:
            yield Citation.parse(str(basis))
