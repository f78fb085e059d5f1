"""Entries from hand-written pages: one for each section that has an anchor."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lawbook.forms.answers import FICTIONAL
from lawbook.library.page import Page, split_front_matter
from lawbook.search.entry import Entry, Group, Part

# Of use to maintainers of the site, not to its readers.
LEFT_OUT = ("documents/", "forms/")
# Only the page itself is found: its contents are found where they belong.
WHOLE = re.compile(r"documents/[\w-]+/print\.md$")
_WHOLE_SAYS = "全部条文和目录，一页列全，供打印和存档。"
# Content generated from rules has entries of its own (duties.py): the heading is enough here.
MADE = re.compile(r"(?:deadline|procedure)-|duties-|roles$|each$|calendar-")
_MADE_ON = ("tools/", "guides/procedure.")
ABOUT = 0.75  # what the site says of itself ranks after what the rules say
# The rules of a tool, and a fully told case, rank after the page that answers.
BEHIND = {
    "tools/outcomes": 0.8,
    "tools/crosswalk": 0.9,
    "guides/case": 0.85,
    "glossary": 0.92,
    "about/changes": 0.6,
}
# Rows of the list of sources (titles of others' pages), and commands.
LISTED = re.compile(r"source-|command$|reading$")

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*\{[^}]*#([\w-]+)[^}]*\}\s*$")
_UNSEEN = re.compile(
    r"<svg.*?</svg>|<figcaption.*?</figcaption>|<script.*?</script>|<nav.*?</nav>|<dt>.*?</dt>"
    r'|<div class="switch.*?</div>|<p class="holds".*?</p>|<small class="ground.*?</small>'
    r'|<(a|span) class="(?:conf|sure|auth|status|change|need|permalink|judged|unseen|undefined)'
    r"[^>]*>.*?</\1>",
    re.DOTALL,
)
_INLINE_TAG = re.compile(r"</?(?:a|b|span|em|strong|code|small|cite|abbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?")
_LINE_MARK = re.compile(
    r"^\s*(?:[-*+]\s|\d+\.\s|>|\|[-:| ]+\|$|!!!\s+\w+|\?\?\?\+?\s+\w+)\s*", re.M
)
_BLANKS = re.compile(r"[ \t]*\n\s*|[ \t]{2,}")


@dataclass(frozen=True)
class Section:
    """A heading with its level, its anchor and the plain text up to the next heading."""

    level: int
    anchor: str
    title: str
    text: str


def groups(pages: tuple[Page, ...]) -> Iterator[Group]:
    """Yield one group for each hand-written page."""
    for page in _read(pages):
        title = next(iter(sections(page))).title
        of_us = page.path.startswith(("about/", "correct"))
        example = FICTIONAL if page.path.startswith("examples/") else ""
        key = page.path.removesuffix(".md")
        rank = BEHIND.get(key, ABOUT if of_us else 1.0)
        yield Group(key, title, page.address, "本指南编写", example, rank)


def entries(pages: tuple[Page, ...]) -> Iterator[Entry]:
    """Yield one entry for each section; the first stands for the page itself."""
    for page in _read(pages):
        key = page.path.removesuffix(".md")
        if WHOLE.match(page.path):
            yield _whole(page, key)
            continue
        for number, section in enumerate(sections(page)):
            if page.path.startswith(_MADE_ON) and MADE.match(section.anchor):
                continue
            anchor = section.anchor if number else ""
            name = f"{key}#{anchor}" if anchor else key
            parts = (Part(anchor, section.text),)
            where = f"{page.address}#{anchor}" if anchor else page.address
            rank = 0.5 if LISTED.match(anchor) else 1.0
            yield Entry(
                name, "guide", key, section.title, page.address, parts, rank=rank, citation=where
            )


def _whole(page: Page, key: str) -> Entry:
    """Return the entry of a page with a whole document for printing."""
    title = next(iter(sections(page))).title
    parts = (Part("", _WHOLE_SAYS),)
    return Entry(key, "guide", key, title, page.address, parts, rank=0.9, citation=title)


def _read(pages: tuple[Page, ...]) -> Iterator[Page]:
    for page in pages:
        left_out = page.path.startswith(LEFT_OUT) and not WHOLE.match(page.path)
        if not left_out and any(sections(page)):
            yield page


def sections(page: Page) -> Iterator[Section]:
    """Yield the sections of a page in order."""
    _, body = split_front_matter(page.text, page.path)
    headed: list[tuple[int, str, str, list[str]]] = []
    for line in body.splitlines():
        if heading := _HEADING.match(line):
            headed.append((len(heading[1]), heading[3], heading[2], []))
        elif headed:
            headed[-1][3].append(line)
    for level, anchor, title, lines in headed:
        yield Section(level, anchor, plain(title), plain("\n".join(lines)))


def plain(markdown: str) -> str:
    """Return Markdown as read aloud: no marks, no badges, no drawings.

    >>> plain('- **30日**内，见[期限](a.md)<a class="conf conf--two" href="b">两源互证</a>。')
    '30日内，见期限。'
    """
    text = _INLINE_TAG.sub("", _UNSEEN.sub("", markdown))
    text = _LINK.sub(r"\1", _TAG.sub("\n", text))
    text = _LINE_MARK.sub("", text).replace("**", "").replace("`", "").replace("|", " ")
    shown = html.unescape(text.replace("\\", ""))
    return _BLANKS.sub(lambda blanks: "\n" if "\n" in blanks[0] else " ", shown).strip()
