"""The built pages mark what is not safe to rely on, all of it, and nothing else.

What a page states is read from its data: the facts that its Markdown names, the duties of the
list, the facts and rules of an article. A line for a list or a section counts as one mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from lawbook.law.citation import Citation
from lawbook.library import grounds, signpost
from lawbook.library.library import Library
from lawbook.pages.rules_by_provision import RulesByProvision

# Where the eight texts stand that had the most marks; whoever moves one writes its new page here.
TEXTS = {
    "程序": "guides/procedure",
    "复核": "guides/re-review",
    "先导计划": "start/city",
    "委员会": "start/committee",
    "从负责人开始": "start/lead",
    "从城市开始": "start/city",
    "从委员会开始": "start/committee",
    "常见问题": "faq",
}
WRITTEN = tuple(dict.fromkeys(TEXTS.values()))
DUTIES = "tools/obligations"
ARTICLES = ("measures-2026/art-12", "measures-2026/art-16")
PAGES = (*WRITTEN, DUTIES, *(f"documents/{one}" for one in ARTICLES))
BEFORE = 651  # marks on these pages when every statement carried one
UNSAFE = {"one", "draft", "unknown", "ours"}
Found = Counter[tuple[str, str]]  # what is stated (an address, a key), and its mark

MARK = "contains(concat(' ', @class, ' '), ' conf ')"
HELD = f"{MARK} and contains(@class, 'conf--held')"
LINE = "self::p[@class='holds']"
STOP = f"*[self::h1 or self::h2 or self::h3 or self::h4 or {LINE}]"
_STATED = re.compile(r'\{\{ fact(?:_mark)?\("([^"]+)"\)')


def article(root: Path, page: str) -> lxml.html.HtmlElement:
    found = lxml.html.parse(str(root / "site" / page / "index.html")).find(".//article")
    assert found is not None
    return found


def key(mark: lxml.html.HtmlElement) -> str:
    (found,) = {name.removeprefix("conf--") for name in mark.get("class").split()} & UNSAFE
    return found


def shown(part: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """The marks that a reader sees without asking for more."""
    return part.xpath(f".//*[{MARK}][not({HELD})]")


def unsafe(library: Library, fact: str) -> Iterator[tuple[str, str]]:
    found = library.fact(fact)
    if grounds.mark_of(library, found) in UNSAFE:
        yield signpost.address(library, found).partition("documents/")[2], found.confidence


def test_the_reading_text_of_eleven_pages_has_half_the_marks(root: Path) -> None:
    counts = {page: len(shown(article(root, page))) for page in PAGES}
    print(f"{sum(counts.values())} marks on what were eleven pages, {BEFORE} before: {counts}")
    assert len(TEXTS) + 1 + len(ARTICLES) == 11
    assert sum(counts.values()) <= BEFORE / 2


@pytest.mark.parametrize("page", WRITTEN)
def test_a_page_marks_each_unsafe_fact_that_it_states(
    page: str, root: Path, library: Library
) -> None:
    source = (root / "content" / f"{page}.md").read_text(encoding="utf-8")
    wanted: Found = Counter(
        pair for one in _STATED.findall(source) for pair in unsafe(library, one)
    )
    marks = article(root, page).xpath(f".//a[{MARK}][contains(@href, '#fact-')]")
    found: Found = Counter((one.get("href").partition("documents/")[2], key(one)) for one in marks)
    assert wanted
    assert found == wanted


def test_the_list_marks_each_unsafe_duty(root: Path, library: Library) -> None:
    marks = {
        duty.key: grounds.mark(library, duty) for duty in library.rules.obligations.obligations
    }
    wanted = {duty: mark for duty, mark in marks.items() if mark in UNSAFE}
    rows = article(root, DUTIES).xpath(".//tr[starts-with(@id, 'duty-')]")
    held = {row.get("id").removeprefix("duty-"): row.xpath(f".//*[{MARK}]") for row in rows}
    assert {duty: [key(one) for one in found] for duty, found in held.items() if found} == {
        duty: [mark] for duty, mark in wanted.items()
    }
    assert len(wanted) > 50


def test_each_unsafe_step_is_marked(root: Path, library: Library) -> None:
    page = article(root, TEXTS["程序"])
    steps = [(one, step) for one in library.rules.procedures.procedures for step in one.steps]
    for procedure, step in steps:
        (what,) = page.xpath(f".//*[@id='step-{procedure.key}-{step.key}']/p[1]")
        mark = grounds.mark(library, step)
        assert [key(one) for one in what.xpath(f".//*[{MARK}]")] == [mark] * (mark in UNSAFE)
    assert len(steps) > 20


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_marks_each_unsafe_fact_and_rule(
    name: str, root: Path, library: Library
) -> None:
    page, citation = article(root, f"documents/{name}"), Citation.parse(name)
    for fact in library.facts_on(citation):
        (item,) = page.xpath(f".//li[@id='{fact.anchor}']")
        mark = grounds.mark_of(library, fact)
        assert [key(one) for one in item.xpath(f".//*[{MARK}]")] == [mark] * (mark in UNSAFE)
    rests = RulesByProvision(library).on(citation)
    rules = [*rests.obligations, *rests.deadlines, *(step for _, step in rests.steps)]
    wanted = Counter(str(mark) for one in rules if (mark := grounds.mark(library, one)) in UNSAFE)
    found = page.xpath(f".//dl[@class='rests']//li//*[{MARK}]")
    assert Counter(map(key, found)) == wanted


@pytest.mark.parametrize("page", PAGES)
def test_a_line_says_the_mark_of_all_that_stand_below_it(page: str, root: Path) -> None:
    body = article(root, page)
    below: dict[lxml.html.HtmlElement, list[lxml.html.HtmlElement]] = {}
    for held in body.xpath(f".//*[{HELD}]"):
        (line,) = held.xpath(f"(preceding::{STOP})[last()]")
        assert line.get("class") == "holds", lxml.html.tostring(held, encoding="unicode")
        below.setdefault(line, []).append(held)
    assert set(below) == set(body.xpath(f".//{LINE.replace('self::', '')}"))
    for line, marks in below.items():
        assert {key(one) for one in marks} == {key(shown(line)[0])}
        places = "ancestor::*[self::li or self::tr or self::p or self::dd][1]"
        items = {one.xpath(places)[0] for one in marks}
        said = re.search(r"以下(\d+)项", line.text_content())
        assert len(items) == int(said[1]) if said else len(marks) >= 3


def test_each_word_is_explained_where_it_stands(root: Path, library: Library) -> None:
    words = library.vocabularies["confidences"]
    page = article(root, "about/sources")
    for term in words.terms:
        (place,) = page.xpath(f".//*[@id='mark-{term.key}']")
        assert place.text_content() == term.label
    for name in ("faq", DUTIES, "documents/measures-2026/art-16"):
        for mark in article(root, name).xpath(f".//a[{MARK} or contains(@class, 'sure--')]"):
            term = words[next(one for one in words.keys if f"--{one}" in mark.get("class"))]
            assert mark.get("title") == term.description
            assert mark.text_content() == term.label
            assert re.search(r"#(mark|fact)-", mark.get("href"))
