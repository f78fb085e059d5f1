"""A provision as the command line shows it: display form, authority, text or what is known."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.law.citation import Citation
from lawbook.library import grounds
from lawbook.library.library import Library, UnknownCitation, cited

_UNSEEN = "〔……没有见到……〕"


def shown(library: Library, citation: str) -> str:
    """Several lines about a provision. Raises ProblemsFound when there is none."""
    try:
        wanted = cited(citation)
        library.holder(wanted.document)
        if wanted.steps:
            library.find(wanted)
    except UnknownCitation as unknown:
        raise ProblemsFound([Problem("", str(unknown))]) from unknown
    return "\n".join(_lines(library, wanted))


def _lines(library: Library, citation: Citation) -> Iterator[str]:
    source = library.sources[citation.document]
    authority = library.vocabularies["authorities"][source.authority].label
    status = library.vocabularies["statuses"][source.status].label
    yield library.display(citation)
    yield f"来源效力：{authority}；状态：{status}"
    if citation.document in library.documents:
        yield from _text(library, citation)
    elif citation.steps and any(part.text for part in library.find(citation).walk()):
        copy = library.sources[library.books[citation.document].copy].name
        mark = library.vocabularies["confidences"]["one"].label
        yield f"据公开副本整理，未与官方文本核对（{copy}）【{mark}】："
        yield from _text(library, citation)
    else:
        yield "未持有原文，以下是已知事实（本指南的表述）："
    for fact in library.facts_on(citation):
        mark = grounds.term(library, fact).label
        yield f"- {fact.fact}【{mark}】"


def _text(library: Library, citation: Citation) -> Iterator[str]:
    if not citation.steps:
        yield source_line(library, citation.document)
        return
    for part in library.find(citation).walk():
        before, after = (_UNSEEN if part.cut == side else "" for side in ("start", "end"))
        line = part.label + part.heading + before + part.text + after
        if line:
            yield line


def source_line(library: Library, document: str) -> str:
    """A document's title and number."""
    source = library.sources[document]
    return source.title + (f"（{source.number}）" if source.number else "")
