"""What is known of a document whose text we do not hold: one fact, one confidence, its sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lawbook.base.yamlfile import YamlFile
from lawbook.law.citation import Citation
from lawbook.law.document import Provision, ProvisionRecord, Style, build
from lawbook.law.record import CitationText, Confidence, Key, Record, Text
from lawbook.law.redline import Runs


class FactRecord(Record):
    """A fact as written in YAML."""

    key: Key
    provision: CitationText
    kind: Literal["content", "change", "meta"]
    change: Literal["same", "changed", "new", "gone", "unknown"] | None = None
    fact: Text
    value: Text | None = None
    confidence: Confidence
    number_confidence: Confidence | None = None
    seen: bool = False
    sources: tuple[Key, ...] = ()
    basis: tuple[CitationText, ...] = ()
    place: Text | None = None
    checked: datetime.date | None = None
    signed: Text | None = None


class FactBookRecord(Record):
    """A file of ``data/facts``; ``checked`` applies to facts without a day of their own."""

    key: Key
    checked: datetime.date
    style: dict[str, Text] = {}
    provisions: tuple[ProvisionRecord, ...] = ()
    facts: tuple[FactRecord, ...]


class Fact(FactRecord):
    """One fact in our own words, with its id and the line on which it stands.

    ``seen`` says whether the wording of the provision itself was seen in a public copy;
    ``value`` is the fact's date or number where a page computes with it; ``checked`` is the day
    on which the fact was last held against its sources. ``number_confidence`` is how sure the
    number of its article is, where that is less sure than the fact.
    """

    id: str
    where: str
    checked: datetime.date

    @property
    def number_unsure(self) -> bool:
        """Whether readers must not take the article's number for granted."""
        return self.number_confidence in {"one", "draft", "unknown"}

    @property
    def anchor(self) -> str:
        """The HTML id of the fact on its page."""
        return "fact-" + self.id.partition("#")[2]


@dataclass(frozen=True)
class FactBook:
    """A document known by facts: the provisions that are known to exist, and the facts.

    Provisions whose words were seen in a public ``copy`` (a source's key) have them as text;
    ``redlines`` say how those words came from the document before (``lawbook.law.amendment``),
    ``to_check`` what looks odd in them.
    """

    key: str
    style: Style
    provisions: tuple[Provision, ...]
    facts: tuple[Fact, ...]
    where: str = ""
    aliases: Mapping[str, str] = field(default_factory=dict)
    redlines: Mapping[Citation, Runs] = field(default_factory=dict)
    to_check: Mapping[Citation, str] = field(default_factory=dict)
    copy: str = ""

    def walk(self) -> Iterator[Provision]:
        """All provisions in reading order."""
        for provision in self.provisions:
            yield from provision.walk()


def fact_book(file: YamlFile) -> FactBook:
    """Read a file of ``data/facts``. Raises ProblemsFound."""
    record = file.validated(FactBookRecord)
    facts = tuple(_fact(record, item, file, n) for n, item in enumerate(record.facts))
    return FactBook(
        key=record.key,
        style=Style(record.style),
        provisions=build(record.provisions, Citation(record.key), file),
        facts=facts,
        where=file.where(),
    )


def checked(facts: Iterable[Fact]) -> str:
    """Return the days on which facts were checked: 2026-11-22, or 2026-11-22至2026-11-28, or ""."""
    days = sorted({fact.checked for fact in facts})
    return "至".join(str(day) for day in dict.fromkeys((days[0], days[-1]))) if days else ""


def _fact(book: FactBookRecord, record: FactRecord, file: YamlFile, number: int) -> Fact:
    own = {
        "id": f"{book.key}#{record.key}",
        "where": file.where(("facts", number, "key")),
        "checked": record.checked or book.checked,
    }
    return Fact.model_construct(**{**dict(record), **own})
