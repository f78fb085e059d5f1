"""Checks across the data: one rule, one small generator, whose docstring states the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lawbook.base.numerals import from_han
from lawbook.base.problem import Problem, ProblemsFound, in_order
from lawbook.checks.changes import CHANGE_CHECKS
from lawbook.checks.forms import FORM_CHECKS
from lawbook.checks.numbers import NUMBER_CHECKS
from lawbook.checks.rules import RULE_CHECKS
from lawbook.checks.sources import SOURCE_CHECKS
from lawbook.checks.usage import every_thing_has_one_word
from lawbook.law import fidelity
from lawbook.law.citation import Citation
from lawbook.law.fact import FactBook
from lawbook.law.reference import ARTICLE
from lawbook.law.source import sha256
from lawbook.library.holdings import UnknownCitation
from lawbook.library.library import Library, field_basis
from lawbook.library.loading import load_what_reads

Check = Callable[[Library], Iterator[Problem]]
DRAFT = "measures-2025-draft"
# Quotations in prose may name an article of another law; everything else must use cite().
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\{\{.*?\}\}|`[^`]*`|<!--.*?-->", re.DOTALL)


def problems(library: Library) -> tuple[Problem, ...]:
    """Return every fault that the rules find, in the order of files and lines."""
    return in_order(problem for check in CHECKS for problem in check(library))


def checked(root: Path) -> Library:
    """Return the library if all checks pass; raise ProblemsFound with every fault otherwise."""
    library, faults = load_what_reads(root)
    check_data(library, faults)
    return library


def check_data(library: Library, faults: Iterable[Problem] = ()) -> None:
    """Raise ProblemsFound with every fault of the data, including those found while reading it."""
    if every := in_order((*faults, *problems(library))):
        raise ProblemsFound(every)


def _dangling(library: Library, where: str, citations: Iterable[Citation]) -> Iterator[Problem]:
    for citation in citations:
        if citation.document in library.unread or library.exists(citation):
            continue
        try:
            library.find(citation)
        except UnknownCitation as unknown:
            yield Problem(where, str(unknown))


def every_citation_leads_somewhere(library: Library) -> Iterator[Problem]:
    """A citation in a provision, a fact or a form's field leads to a provision that exists."""
    for part in library.walk():
        yield from _dangling(library, part.where, part.relates)
    for fact in library.facts:
        yield from _dangling(library, fact.where, (fact.provision, *fact.basis))
    for form in library.forms.values():
        where = library.file_of(f"forms/{form.key}")
        for _, item in form.fields:
            yield from _dangling(library, f"{where}「{item.label}」", field_basis(item))


def every_citation_is_unique(library: Library) -> Iterator[Problem]:
    """No two provisions of a document share a citation; no two facts of a book share a key."""
    for holder in library.holders:
        seen: set[str] = set()
        for part in holder.walk():
            yield from _again(str(part.citation), part.where, seen)
    for book in library.books.values():
        ids: set[str] = set()
        for fact in book.facts:
            yield from _again(fact.id, fact.where, ids)


def _again(name: str, where: str, seen: set[str]) -> Iterator[Problem]:
    if name in seen:
        yield Problem(where, f"{name} 已经出现过；请改用另一个编号")
    seen.add(name)


def every_reference_in_the_text_leads_somewhere(library: Library) -> Iterator[Problem]:
    """Each 第…条 in official text is read as a reference and leads to what we know of it."""
    for part in library.walk():
        references = library.references_in(part)
        for reference in references:
            yield from _dangling(library, part.where, reference.citations)
        if part.summary:
            continue
        for match in ARTICLE.finditer(part.text):
            if not any(
                reference.start <= match.start() < reference.end for reference in references
            ):
                message = f"文中的“{match[0]}”不知指哪份文件；请在 aliases 中写明它前面的简称"
                yield Problem(part.where, message)


def every_document_has_its_source(library: Library) -> Iterator[Problem]:
    """A document or fact book has a source record of the same key."""
    for folder, holders in (("documents", library.documents), ("facts", library.books)):
        for key in holders:
            if key not in library.sources and key not in library.unread:
                message = f"没有来源记录；请在 data/sources 中加上 key: {key}"
                yield Problem(library.origins[f"{folder}/{key}"], message)


def every_raw_text_is_as_registered(library: Library) -> Iterator[Problem]:
    """The raw text of a source has the registered SHA-256."""
    for source in library.sources.values():
        if source.file is None:
            continue
        path = library.root / "data" / "sources" / source.file
        where = library.origins[source.key]
        if not path.is_file():
            yield Problem(where, f"找不到原文 data/sources/{source.file}")
        elif (digest := sha256(path.read_bytes())) != source.sha256:
            yield Problem(
                where, f"原文的 sha256 是 {digest}，登记的是 {source.sha256}；原文不可改动"
            )


def every_tree_says_what_the_scan_says(library: Library) -> Iterator[Problem]:
    """The joined tree equals the raw text with its listed repairs."""
    for document in library.documents.values():
        source = library.sources.get(document.key)
        if source is None or source.file is None:
            continue
        path = library.root / "data" / "sources" / source.file
        if path.is_file():
            yield from fidelity.differences(document, path.read_text(encoding="utf-8"))


def every_document_without_raw_text_is_a_summary(library: Library) -> Iterator[Problem]:
    """Text of which we hold no raw copy is our own summary and says so."""
    for document in library.documents.values():
        source = library.sources.get(document.key)
        if source is None or source.file is not None:
            continue
        for part in document.walk():
            if part.text and not part.summary:
                yield Problem(part.where, "没有原文可核对；请写 summary: true，并用自己的话")


def every_word_is_in_its_vocabulary(library: Library) -> Iterator[Problem]:
    """Authorities, statuses, units and places are terms of their vocabularies."""
    for source in library.sources.values():
        where = library.origins[source.key]
        yield from _term(library, where, "authorities", source.authority)
        yield from _term(library, where, "statuses", source.status)
    for part in library.walk():
        for unit in part.responsible.units if part.responsible else ():
            yield from _term(library, part.where, "units", unit)
    yield from _places(library)


def _places(library: Library) -> Iterator[Problem]:
    """Rules name places by their label, rows of the crosswalk by their key."""
    words = library.vocabularies.get("places")
    if words is None:
        return
    if not words.national:
        where = library.origins["vocabulary/places"]
        yield Problem(where, "没有写各地都适用的是哪一项；请写 national: 那一项的 key")
    labels = "、".join(words[key].label for key in words.keys)
    for statement in library.rules.statements:
        place = getattr(statement.record, "place", None)
        if place is not None and place not in labels.split("、"):
            yield Problem(statement.where, f"地方“{place}”不在词表 places 中；可写：{labels}")
        for key in getattr(statement.record, "local", ()):
            yield from _term(library, statement.where, "places", key)


def _term(library: Library, where: str, vocabulary: str, key: str) -> Iterator[Problem]:
    words = library.vocabularies.get(vocabulary)
    if words is not None and key not in words:
        known = "、".join(words.keys)
        yield Problem(where, f"{key} 不在词表 {vocabulary} 中；可写：{known}")


def every_source_named_exists(library: Library) -> Iterator[Problem]:
    """Sources that facts, forms and other sources name are registered."""
    for fact in library.facts:
        for key in fact.sources:
            if key not in library.sources and key not in library.unread:
                yield Problem(fact.where, f"没有来源 {key}；请在 data/sources 中登记")
    for source in library.sources.values():
        named = source.superseded_by
        if named and named not in library.sources:
            yield Problem(library.origins[source.key], f"没有来源 {named}；请改 superseded_by")


def every_fact_rests_on_something(library: Library) -> Iterator[Problem]:
    """A known fact has a source or basis; what only the draft says cites the draft."""
    for fact in library.facts:
        grounds = {*fact.sources, *(basis.document for basis in fact.basis)}
        if fact.confidence not in {"unknown", "ours"} and not grounds:
            yield Problem(fact.where, f"{fact.id} 没有 sources 或 basis；请写出来源")
        if fact.confidence == "draft" and DRAFT not in grounds:
            yield Problem(fact.where, f"{fact.id} 标为 draft，basis 须写征求意见稿的条款")


def every_article_named_in_a_fact_is_cited(library: Library) -> Iterator[Problem]:
    """A fact whose sentence names 第…条 has that article as its provision or in its basis.

    Facts about a place name articles of local rules that we do not hold.
    """
    for fact in (fact for fact in library.facts if fact.place is None):
        cited = {_article(citation) for citation in (fact.provision, *fact.basis)}
        for match in ARTICLE.finditer(fact.fact):
            if from_han(match[0][1:-1]) not in cited:
                yield Problem(fact.where, f"句中的“{match[0]}”没有引用；请在 basis 中写明")


def _article(citation: Citation) -> int | None:
    numbers = (step.number[0] for step in citation.steps if step.unit == "art")
    return next(numbers, None)


def every_final_article_says_what_changed(library: Library) -> Iterator[Problem]:
    """Each article of a text that replaced another has one record of what changed."""
    replaced = {source.superseded_by for source in library.sources.values()}
    for book in (book for key, book in library.books.items() if key in replaced):
        yield from _changes_told(book)


def _changes_told(book: FactBook) -> Iterator[Problem]:
    changes = [fact for fact in book.facts if fact.kind == "change"]
    for fact in changes:
        if fact.change is None:
            yield Problem(
                fact.where, f"{fact.id} 缺少 change；可写 same、changed、new、gone、unknown"
            )
    for article in (part.citation for part in book.walk() if part.step.unit == "art"):
        count = sum(fact.provision == article for fact in changes)
        if count != 1:
            yield Problem(book.where, f"{article} 有 {count} 条 change 记录；应恰好一条")


def every_address_is_clean(library: Library) -> Iterator[Problem]:
    """An address carries no tracking parameters."""
    for source in library.sources.values():
        for name in source.tracking_parameters:
            yield Problem(library.origins[source.key], f"网址带有跟踪参数 {name}；请删去")


def prose_cites_by_citation_only(library: Library) -> Iterator[Problem]:
    """Hand-written pages name articles with cite(…), never as typed 第…条."""
    folder = library.root / "content"
    for path in sorted(folder.rglob("*.md")):
        if "decisions" not in path.parts:
            yield from _typed_articles(path, path.relative_to(library.root).as_posix())


def _typed_articles(path: Path, name: str) -> Iterator[Problem]:
    text = path.read_text(encoding="utf-8")
    blank = _QUOTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in ARTICLE.finditer(blank):
        line = blank.count("\n", 0, match.start()) + 1
        message = f'手写的“{match[0]}”无法核对；请改用 cite("…")'
        yield Problem(f"{name}:{line}", message)


CHECKS: tuple[Check, ...] = (
    *FORM_CHECKS,
    every_citation_leads_somewhere,
    every_citation_is_unique,
    every_reference_in_the_text_leads_somewhere,
    every_document_has_its_source,
    every_raw_text_is_as_registered,
    every_tree_says_what_the_scan_says,
    every_document_without_raw_text_is_a_summary,
    every_word_is_in_its_vocabulary,
    every_source_named_exists,
    every_fact_rests_on_something,
    *SOURCE_CHECKS,
    every_article_named_in_a_fact_is_cited,
    every_final_article_says_what_changed,
    every_address_is_clean,
    prose_cites_by_citation_only,
    every_thing_has_one_word,
    *RULE_CHECKS,
    *NUMBER_CHECKS,
    *CHANGE_CHECKS,
)
