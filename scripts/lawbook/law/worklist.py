"""What has to be compared with a changed text, item by item, until a person has signed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pydantic import model_validator

from lawbook.base.yamlfile import YamlFile
from lawbook.law.record import CitationText, Key, Record, Text


class WorkItem(Record):
    """One thing that rests on a changed provision; signed with a name and a day, or open."""

    changed: CitationText
    became: Text
    kind: Text
    rests: Text
    signed: Text | None = None
    day: datetime.date | None = None

    @model_validator(mode="after")
    def _signed_with_a_day(self) -> WorkItem:
        if bool(self.signed) != bool(self.day):
            raise ValueError("签名要有姓名和日期；请同时写 signed 和 day")
        return self


class WorkListRecord(Record):
    """A file of ``data/worklists``: ``key`` is the newer text, ``compared_with`` the older."""

    key: Key
    compared_with: Key
    items: tuple[WorkItem, ...]


@dataclass(frozen=True)
class WorkList:
    """The items with the line of each."""

    key: str
    compared_with: str
    items: tuple[tuple[WorkItem, str], ...]

    @property
    def open(self) -> tuple[tuple[WorkItem, str], ...]:
        """The items for which nobody has signed."""
        return tuple(pair for pair in self.items if pair[0].signed is None)


def work_list(file: YamlFile) -> WorkList:
    """Read a file of ``data/worklists``. Raises ProblemsFound."""
    record = file.validated(WorkListRecord)
    origins = (file.where(("items", number, "changed")) for number in range(len(record.items)))
    return WorkList(
        record.key, record.compared_with, tuple(zip(record.items, origins, strict=True))
    )
