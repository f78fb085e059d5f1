"""How provisions are related: draft and final text, readings, local rules, references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.law.fact import Fact
from lawbook.library.library import Library

# The order of relations on a page; the heading says whose text follows.
RELATED = {
    "official": "相关官方文件",
    "reading": "官方解读",
    "local": "地方对应规定",
    "expert": "专家观点",
}


@dataclass(frozen=True)
class Coverage:
    """How much of a document's text is known, in articles."""

    total: int
    seen: int
    only_draft: int


@dataclass(frozen=True)
class Relations:
    """Relations between all provisions of a Library."""

    library: Library

    @cached_property
    def _partners(self) -> Mapping[str, str]:
        """Return draft ↔ the document that superseded it."""
        pairs = [
            (source.key, source.superseded_by)
            for source in self.library.sources.values()
            if source.superseded_by
        ]
        return dict(pairs) | {new: old for old, new in pairs}

    def counterpart(self, citation: Citation) -> Citation | None:
        """Return the corresponding provision of the draft or its successor, or None."""
        partner = self._partners.get(citation.document)
        if partner is None:
            return None
        other = Citation(partner, citation.steps)
        return other if self.library.exists(other) else None

    def superseded(self, citation: Citation) -> bool:
        """Return whether the provision is in a document that another has superseded."""
        return self.library.sources[citation.document].superseded_by is not None

    def related(self, provision: Provision) -> Mapping[str, tuple[Provision, ...]]:
        """Return provisions linked to this one or its counterpart, by their text's authority."""
        wanted = [part.citation for part in provision.walk()]
        wanted += [other for citation in wanted if (other := self.counterpart(citation))]
        linked = {p.citation: p for citation in wanted for p in self.library.relating_to(citation)}
        groups: dict[str, tuple[Provision, ...]] = {}
        for part in _deepest(linked.values()):
            key = self.library.sources[part.citation.document].authority
            groups[key] = (*groups.get(key, ()), part)
        return {RELATED[key]: groups[key] for key in RELATED if key in groups}

    def speaks_of(self, provision: Provision) -> tuple[Citation, ...]:
        """Return what this provision or a part of it is linked to."""
        return _unique(target for part in provision.walk() for target in part.relates)

    def refers_to(self, provision: Provision) -> tuple[Citation, ...]:
        """Return the provisions that its text names."""
        return _unique(target for target, _ in self._references_of(provision))

    def referred_to_by(self, provision: Provision) -> tuple[Citation, ...]:
        """Return the provisions whose text names this one or a part of it."""
        return _unique(
            source
            for part in provision.walk()
            for source in self._referring.get(part.citation, ())
            if not source.starts_with(provision.citation)
        )

    def _references_of(self, provision: Provision) -> Iterator[tuple[Citation, Citation]]:
        for part in provision.walk():
            for reference in self.library.references_in(part):
                for target in reference.citations:
                    if self.library.exists(target):
                        yield target, part.citation

    @cached_property
    def _referring(self) -> Mapping[Citation, tuple[Citation, ...]]:
        referring: dict[Citation, tuple[Citation, ...]] = {}
        for holder in self.library.holders:
            for provision in holder.provisions:
                for target, origin in self._references_of(provision):
                    referring[target] = (*referring.get(target, ()), origin)
        return referring

    def only_in_draft(self, provision: Provision) -> bool:
        """Return whether nothing is known about a provision except what the draft said."""
        facts = self._facts(provision)
        return bool(facts) and all(fact.confidence in {"draft", "unknown"} for fact in facts)

    def coverage(self, document: str) -> Coverage:
        """Return how many articles a document has, and of how many the wording was seen."""
        articles = [
            part for part in self.library.holder(document).walk() if part.step.unit == "art"
        ]
        seen = [article for article in articles if any(fact.seen for fact in self._facts(article))]
        return Coverage(len(articles), len(seen), sum(map(self.only_in_draft, articles)))

    def _facts(self, provision: Provision) -> tuple[Fact, ...]:
        parts = provision.walk()
        return tuple(fact for part in parts for fact in self.library.facts_on(part.citation))


def _deepest(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Yield the provisions without those that have a part of themselves among the others."""
    parts = tuple(provisions)
    for part in parts:
        inner = (o.citation for o in parts if o.citation != part.citation)
        if not any(citation.starts_with(part.citation) for citation in inner):
            yield part


def _unique(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citations))
