"""Answer a citation as somebody writes it: canonical form, page, authority, mark and text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.law.citation import Citation
from lawbook.law.mention import Mention, Steps, mentions
from lawbook.law.spelling import in_full, name_key
from lawbook.library import grounds
from lawbook.library.holdings import UnknownCitation, cited
from lawbook.library.library import Library
from lawbook.library.resolving import Resolved, resolve
from lawbook.library.shelf import Shelf, Volume, shelf

_KEYED = re.compile(r"[a-z0-9-]+(?:/[a-z0-9/-]*)?")
EXAMPLES = (
    "例如：第十六条、办法第12条第1款、征求意见稿第十二条、官方解读第三问、measures-2026/art-12"
)

_UNSEEN = "〔……没有见到……〕"


@dataclass(frozen=True)
class Answer:
    """A provision (or, without steps, a document), and notes to show before it."""

    citation: Citation
    notes: tuple[str, ...] = ()
    others: tuple[Citation, ...] = ()


def shown(library: Library, text: str) -> str:
    """Return what a text cites as lines for people. Raises ProblemsFound if it cites nothing."""
    return "\n\n".join("\n".join(_lines(library, answer)) for answer in answers(library, text))


def answers(library: Library, text: str) -> tuple[Answer, ...]:
    """Return what a text cites, in order. Raises ProblemsFound naming the nearest that exist."""
    if _KEYED.fullmatch(text.strip()):
        return (Answer(_existing(library, text.strip())),)
    shelves = shelf(library)
    written = mentions(in_full(text.strip()), shelves.names, loose=True)
    if not written:
        raise ProblemsFound([Problem("", _unread(shelves, text))])
    if any(mention.steps for mention in written):  # 《办法》官方解读第三问 is no whole document
        written = [mention for mention in written if mention.steps]
    listed = [answer for mention in written for answer in _of(shelves, mention)]
    return tuple({str(answer.citation): answer for answer in listed}.values())


def _existing(library: Library, key: str) -> Citation:
    try:
        wanted = cited(key)
        library.holder(wanted.document)
        if wanted.steps:
            library.find(wanted)
    except UnknownCitation as unknown:
        raise ProblemsFound([Problem("", str(unknown))]) from unknown
    return wanted


def _unread(shelves: Shelf, text: str) -> str:
    near = difflib.get_close_matches(name_key(text), shelves.names.bare, n=1, cutoff=0.4)
    meant = f"；最接近的文件名是“{near[0]}”" if near else ""
    return f"“{text}”认不出是哪一条{meant}；{EXAMPLES}"


def _of(shelves: Shelf, mention: Mention) -> Iterator[Answer]:
    notes: tuple[str, ...] = ()
    document = mention.document
    if mention.how == "foreign":
        known = "、".join(volume.name for volume in shelves.volumes.values())
        message = f"本指南未收录《{mention.name}》（不等于没有这一条）；收录的有：{known}"
        raise ProblemsFound([Problem("", message)])
    if mention.how == "misnamed":
        title = shelves.volumes[document].title
        notes = (f"没有《{mention.name}》这个名称，按《{title}》理解",)
    if mention.how == "relative":
        if not mention.steps:
            message = f"“{mention.name}”指哪一条，单看这几个字认不出；{EXAMPLES}"
            raise ProblemsFound([Problem("", message)])
        document = shelves.names.current
    if mention.how in {"assumed", "relative"}:
        yield from _without_name(shelves, mention)
        return
    if not mention.steps:
        yield Answer(Citation(document), notes)
    for steps in mention.steps:
        yield _found(shelves, document, steps, notes)


def _without_name(shelves: Shelf, mention: Mention) -> Iterator[Answer]:
    """Yield the provision in the Measures in force and in other documents that have one like it."""
    current = shelves.names.current
    for steps in mention.steps:
        fits = [
            Citation(volume.key, steps_of(reached.key))
            for volume in _in_force_first(shelves)
            if (reached := resolve(volume, steps)).verdict == "exists"
        ]
        own = resolve(shelves.volumes[current], steps)
        if own.verdict in {"exists", "article_only"} or not fits:
            name = shelves.volumes[current].name
            notes = (f"没有写明文件，按现行{name}理解",)
            answer = _found(shelves, current, steps, notes)
            others = tuple(fit for fit in fits if fit.document != current)
            yield Answer(answer.citation, answer.notes, others)
        else:
            name = shelves.volumes[current].name
            notes = (f"没有写明文件；{name}没有这一处，以下文件有",)
            yield Answer(fits[0], notes, tuple(fits[1:]))


def _in_force_first(shelves: Shelf) -> list[Volume]:
    return sorted(shelves.volumes.values(), key=lambda volume: (not volume.in_force, volume.draft))


def _found(shelves: Shelf, document: str, steps: Steps, notes: tuple[str, ...]) -> Answer:
    volume = shelves.volumes[document]
    reached: Resolved = resolve(volume, steps)
    if reached.verdict in {"no_article", "no_part", "not_held"}:
        wanted = Citation(document, steps)
        message = f"没有 {wanted}" if reached.verdict != "not_held" else f"未收录 {wanted}"
        raise ProblemsFound([Problem("", f"{message}；{reached.nearest}".rstrip("；"))])
    if reached.verdict == "article_only":
        notes = (*notes, f"{reached.nearest}；只能核对到条，款、项没有核对")
    return Answer(Citation(document, steps_of(reached.key)), notes)


def steps_of(key: str) -> Steps:
    """Return the steps of a provision's key on the shelf."""
    return Citation.parse(f"x/{key}").steps if key else ()


def _lines(library: Library, answer: Answer) -> Iterator[str]:
    citation = answer.citation
    source = library.sources[citation.document]
    volume = shelf(library).volumes[citation.document]
    yield from answer.notes
    yield library.display(citation)
    yield f"规范写法：{full_form(library, citation)}"
    yield f"来源效力：{volume.authority}；状态：{volume.status}；核对日期：{volume.checked}"
    yield f"网页：{library.url(citation)}；编号：{citation}"
    held = volume.words("/".join(map(str, citation.steps))) if citation.steps else ""
    if citation.document in library.documents:
        yield from _text(library, citation)
    elif held:
        yield f"{volume.mark}："
        yield from _text(library, citation)
    else:
        yield "未持有原文，以下是已知事实（本指南的表述）："
    for fact in library.facts_on(citation):
        mark = grounds.term(library, fact).label
        yield f"- {fact.fact}【{mark}】"
    if answer.others:
        yield "也可能是（现行有效的在前）："
    for other in answer.others:
        yield f"- {library.display(other)}（{other}）"
    if source.status == "superseded":
        yield "注意：这份文件不是现行，不能作为依据。"


def full_form(library: Library, citation: Citation) -> str:
    """The full title, number and provision, as a formal text cites it."""
    source = library.sources[citation.document]
    title = source.title if "《" in source.title else f"《{source.title}》"
    number = f"（{source.number}）" if source.number else ""
    style = library.holder(citation.document).style
    return title + number + style.display(citation)


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
