"""A change of the site for its readers: texts, facts, rules and forms, with dates."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as Setting

from lawbook.base.dates import shown_date
from lawbook.law.record import CitationText, Key, Record, Text, no_key_twice

Kind = Literal["text", "fact", "rule", "form"]
KINDS: dict[Kind, str] = {"text": "条文", "fact": "事实", "rule": "规则和工具", "form": "表单"}


class Change(Record):
    """One change: ``what`` in our own words, and where it can be seen.

    ``date`` is the day on which the site changed, not the day from which a rule applies: that one
    is a fact. ``version`` is the release of the program that brought it (CHANGELOG.md). ``pages``
    gives the name of each page by its path (``tools/navigator``).
    """

    key: Key
    date: datetime.date
    version: Text
    kind: Kind
    title: Text
    what: Text
    cites: tuple[CitationText, ...] = ()
    facts: tuple[Text, ...] = ()
    pages: dict[Text, Text] = {}

    @property
    def day(self) -> str:
        """Return the date as readers see it: 2026年5月20日."""
        return shown_date(self.date)

    @property
    def kind_shown(self) -> str:
        """Return the kind as readers see it."""
        return KINDS[self.kind]

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Change:
        if not (self.cites or self.facts or self.pages):
            raise ValueError("没有写明在哪里；请写 cites、facts 或 pages")
        return self


class ChangeYear(Record):
    """``data/changes/<year>.yml``: the changes of one year, the newest first."""

    key: Annotated[str, Setting(pattern=r"^\d{4}$")]
    changes: Annotated[tuple[Change, ...], Setting(min_length=1), AfterValidator(no_key_twice)]

    @model_validator(mode="after")
    def _newest_first(self) -> ChangeYear:
        dates = [change.date for change in self.changes]
        if dates != sorted(dates, reverse=True):
            raise ValueError("应从新到旧排列")
        if any(str(day.year) != self.key for day in dates):
            raise ValueError(f"有不在 {self.key} 年内的日期")
        return self
