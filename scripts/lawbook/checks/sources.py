"""Checks of the pages on which facts rest: one rule, one small generator."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lawbook.base.problem import Problem
from lawbook.law.fact import Fact
from lawbook.law.source import Source
from lawbook.library.library import Library


def every_source_of_a_fact_was_read(library: Library) -> Iterator[Problem]:
    """Every source of a fact was read; a page that nobody opened belongs in ``where_to_check``."""
    for fact, source in _sources_of_facts(library):
        if source.authority != "guide" and not source.read:
            message = (
                f"{fact.id} 的来源 {source.key} 没有写读过什么（read）；"
                "没有打开过的只能写进文件记录的 where_to_check"
            )
            yield Problem(fact.where, message)


def no_fact_rests_on_the_guide(library: Library) -> Iterator[Problem]:
    """The guide and its own lists are no source of a fact."""
    for fact, source in _sources_of_facts(library):
        if source.authority == "guide":
            message = f"{fact.id} 的来源 {source.key} 是本指南自己的；请写读过的页面，或标为 ours"
            yield Problem(fact.where, message)


def every_two_has_two_independent_sources(library: Library) -> Iterator[Problem]:
    """两源互证 names two sources that were read, of different publishers and origins."""
    for fact in (fact for fact in library.facts if fact.confidence == "two"):
        pairs = combinations(_counted(library, fact), 2)
        if not any(source.independent_of(other) for source, other in pairs):
            message = f"{fact.id} 标为 two，须有两个读过的来源，发布者和源头都不同"
            yield Problem(fact.where, message)


def every_own_conclusion_says_so_alone(library: Library) -> Iterator[Problem]:
    """A conclusion of this guide is not marked as something seen in a copy."""
    for fact in library.facts:
        if fact.confidence == "ours" and fact.seen:
            yield Problem(fact.where, f"{fact.id} 是本指南的理解，不能写 seen；请删去")


def _sources_of_facts(library: Library) -> Iterator[tuple[Fact, Source]]:
    for fact in library.facts:
        for key in fact.sources:
            if key in library.sources:
                yield fact, library.sources[key]


def _counted(library: Library, fact: Fact) -> tuple[Source, ...]:
    """Return the sources that count for a fact: not a text that the fact's own has replaced."""
    keys = dict.fromkeys((*fact.sources, *(basis.document for basis in fact.basis)))
    sources = (library.sources[key] for key in keys if key in library.sources)
    about = None if fact.kind == "meta" else fact.provision.document
    return tuple(source for source in sources if about is None or source.superseded_by != about)


SOURCE_CHECKS = (
    every_source_of_a_fact_was_read,
    no_fact_rests_on_the_guide,
    every_two_has_two_independent_sources,
    every_own_conclusion_says_so_alone,
)
