"""The data that every page is made from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import jinja2

from lawbook.law.fact import checked
from lawbook.library.library import Library
from lawbook.pages.contents import Contents
from lawbook.pages.datafiles import DataFile, data_files
from lawbook.pages.downloads import Download, size_shown
from lawbook.pages.environment import environment
from lawbook.pages.relations import Relations
from lawbook.pages.rules_by_provision import RulesByProvision
from lawbook.pages.tool_rules import ToolRules


@dataclass(frozen=True)
class World:
    """What every page can use; ``paths`` are the Markdown files of all pages.

    ``built`` is the day of the build, which only one page names; ``files`` are the downloads,
    ``exports`` gives the machine-readable files by path below ``data/``.
    """

    library: Library
    built: datetime.date
    downloads: tuple[Download, ...]
    paths: frozenset[str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    exports: Callable[[], Mapping[str, bytes]] = dict

    def checked(self, document: str = "") -> str:
        """Return the days on which the facts about a document, or else all facts, were checked."""
        book = self.library.books.get(document)
        return checked(book.facts) if book else self._every_check

    @cached_property
    def _every_check(self) -> str:
        return checked(self.library.facts)

    @cached_property
    def data(self) -> tuple[DataFile, ...]:
        """Return the machine-readable files that the site offers."""
        return data_files(self.exports())

    @cached_property
    def sizes(self) -> dict[str, str]:
        """Return kind and size of each download, by name."""
        exports = self.exports().items()
        tables = {f"data/{name}": file for name, file in exports if name.endswith(".csv")}
        every = {**self.files, **tables}
        return {name: size_shown(name, len(file)) for name, file in every.items()}

    @cached_property
    def engine(self) -> jinja2.Environment:
        """Return the template engine."""
        return environment(self.library.root)

    @cached_property
    def relations(self) -> Relations:
        """Return how provisions are related."""
        return Relations(self.library)

    @cached_property
    def tool_rules(self) -> ToolRules:
        """Return the rules as the tools' pages show them."""
        return ToolRules(self.library)

    @cached_property
    def contents(self) -> Contents:
        """Return the contents of each document."""
        return Contents(self.library)

    @cached_property
    def rules_by_provision(self) -> RulesByProvision:
        """Return the rules by the provisions on which they rest."""
        return RulesByProvision(self.library)
