"""Checks of the record of changes, and of the work list that a changed text produces."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lawbook.base.problem import Problem
from lawbook.law.change import Change
from lawbook.library.holdings import UnknownCitation
from lawbook.library.library import Library


def every_change_leads_somewhere(library: Library) -> Iterator[Problem]:
    """A change names provisions, facts and pages that exist."""
    for year in library.change_years.values():
        where = library.file_of(f"changes/{year.key}")
        for change in year.changes:
            for message in _faults(library, change):
                yield Problem(f"{where}「{change.key}」", message)


def every_item_of_a_work_list_is_signed(library: Library) -> Iterator[Problem]:
    """What rests on a changed text stays open until a person has compared it with the new words."""
    for work_list in library.work_lists.values():
        for item, where in work_list.open:
            message = f"{item.changed} {item.became}，还没有核对：{item.kind} {item.rests}"
            yield Problem(where, f"{message}；核对后写 signed 和 day")


def _faults(library: Library, change: Change) -> Iterator[str]:
    for citation in change.cites:
        if citation.document not in library.unread and not library.exists(citation):
            yield from _complaint(library.find, str(citation))
    for fact in change.facts:
        if fact.partition("#")[0] not in library.unread:
            yield from _complaint(library.fact, fact)
    for page in change.pages:
        if not _page_exists(library, page):
            yield f"没有页面 {page}；请核对 pages"


def _complaint(find: Callable[[str], object], name: str) -> Iterator[str]:
    try:
        find(name)
    except UnknownCitation as unknown:
        yield str(unknown)


def _page_exists(library: Library, page: str) -> bool:
    """Whether a page is written by hand or made from a form."""
    folder = library.root / "content"
    form_pages = {f"forms/{key}" for key in library.forms}
    return page in form_pages or any(
        (folder / f"{page}{end}").is_file() for end in (".md", "/index.md")
    )


CHANGE_CHECKS = (every_change_leads_somewhere, every_item_of_a_work_list_is_signed)
