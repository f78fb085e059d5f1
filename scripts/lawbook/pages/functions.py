"""Functions that hand-written pages and templates call: citations, facts, links, badges.

Each returns HTML on one line, so that it can be used in a sentence, a table cell or an admonition.
A name that does not exist raises UnknownCitation with the nearest names that do.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import metadata

from markupsafe import Markup

from lawbook.base.dates import shown_date
from lawbook.law.citation import Citation
from lawbook.law.fact import Fact
from lawbook.law.source import Source
from lawbook.library import grounds, signpost
from lawbook.library.address import address, markdown_link, relative
from lawbook.library.holdings import UnknownCitation, cited
from lawbook.library.library import Library
from lawbook.pages import basis, build_dates, holds, legislation, marks, wording
from lawbook.pages.downloads import Download
from lawbook.pages.html_pattern import Pattern
from lawbook.pages.redline_view import Redlines
from lawbook.pages.verbatim import Verbatim, literal
from lawbook.pages.world import World
from lawbook.rules.rule import FactId, Rule


@dataclass(frozen=True)
class Functions:
    """The functions of one page; ``path`` is its Markdown file."""

    world: World
    path: str

    @property
    def library(self) -> Library:
        """All data."""
        return self.world.library

    def names(self) -> Mapping[str, object]:
        """Return what templates see, by the name they use."""
        shown: tuple[Callable[..., object], ...] = (
            self.cite, self.fact, self.fact_mark, self.quote, self.mark, self.authority,
            self.status, self.change, self.source, self.page, self.url, self.download,
            self.link, self.display, self.authority_of, self.status_of,
            self.date, self.due, self.period, self.file_url,
            self.sure, self.legislation,
        )  # fmt: skip
        return {function.__name__: function for function in (*shown, *self.lines.functions)} | {
            "built": self.world.built,
            "checked": self.world.checked(),
            "basis": partial(basis.shown, self.library, self.href),
            "grounds": partial(basis.links, self.library, self.href),
            "role": partial(wording.role, self.library),
            "role_tag": self.library.actor_tag,
            "version": _version(),
            "library": self.library,
            "downloads": self.world.downloads,
            "here": address(self.path).rstrip("/"),
            "rules": self.library.rules,
            "tool_rules": self.world.tool_rules,
            "rules_by_provision": self.world.rules_by_provision,
            "contents": self.world.contents.entries,
            "coverage": self.world.relations.coverage,
            "verbatim": Verbatim(self.library, self.link),
            "redlines": Redlines(self.library),
            "draft_text": Verbatim(self.library, self.link, anchors=False),
        }

    @property
    def lines(self) -> holds.Lines:
        """Return the lines that give a mark once for several statements."""
        return holds.Lines(self.library, self.mark)

    def href(self, target: str) -> str:
        """Return the link from this page to an address below the root."""
        return relative(address(self.path), target)

    def link(self, citation: Citation | str) -> str:
        """Return the link from this page to a provision."""
        return self.href(self.library.url(self._known(citation)))

    def display(self, citation: Citation | str, *, short: bool = False) -> str:
        """Return the name of a provision for readers."""
        return self.library.display(self._known(citation), short=short)

    def _known(self, citation: Citation | str) -> Citation:
        wanted = cited(citation)
        self.library.holder(wanted.document)
        return self.library.find(wanted).citation if wanted.steps else wanted

    def cite(self, citation: str, words: str | None = None) -> Markup:
        """Return a link to a provision, marked if it is not official text in force."""
        wanted = self._known(citation)
        shown = words or self.library.display(wanted)
        html = Pattern('<a class="cite" href="{}">{}</a>').filled(self.link(wanted), literal(shown))
        return html + marks.warning(self.library, self.library.sources[wanted.document], shown)

    def fact(self, fact_id: str) -> Markup:
        """Return a fact's sentence with its mark, which links to the fact."""
        fact = self.library.fact(fact_id)
        return Pattern('<span class="fact">{}</span>').filled(literal(fact.fact)) + self.fact_mark(
            fact_id
        )

    def fact_mark(self, fact_id: str) -> Markup:
        """Return only the mark of a fact and what it rests on."""
        fact = self.library.fact(fact_id)
        way = self.href(signpost.address(self.library, fact))
        rests = basis.links(self.library, self.href, (FactId(fact_id),))
        return marks.stands(self.library, self.sure(fact), way, rests)

    def quote(self, citation: str) -> Markup:
        """Return a provision verbatim, with whose text it is and a link to it."""
        wanted = self.library.find(citation)
        source = self.library.sources[wanted.citation.document]
        text = Verbatim(self.library, self.link, anchors=False).block(wanted)
        html = Pattern(
            '<figure class="verbatim verbatim--{}"><figcaption>{} {}</figcaption>{}</figure>'
        )
        return html.filled(
            source.authority, self.authority_of(source), self._plain_link(wanted.citation), text
        )

    def _plain_link(self, citation: Citation) -> Markup:
        name = literal(self.library.display(citation))
        return Pattern('<a href="{}">{}</a>').filled(self.link(citation), name)

    def legislation(self, citation: Citation) -> Markup:
        """Return the JSON-LD of a provision's page."""
        return legislation.script(self.library, self.library.find(citation))

    def sure(self, record: Fact | Rule) -> str:
        """Return the key of the mark that readers see of a fact or a rule."""
        return grounds.term(self.library, record).key

    def mark(self, confidence: str, *, held: str = "") -> Markup:
        """Return the mark of a confidence, linked to its explanation.

        ``held`` is a mark already given in a line above.
        """
        shown = self._of("confidences", confidence, self._explained)
        return marks.held(shown) if held else shown

    def _explained(self, library: Library, confidence: str) -> Markup:
        return marks.confidence(library, confidence, self.href(marks.explained(confidence)))

    def authority(self, key: str) -> Markup:
        """Return the badge of an authority."""
        return self._of("authorities", key, marks.authority)

    def status(self, key: str) -> Markup:
        """Return the badge of a status."""
        return self._of("statuses", key, marks.status)

    def change(self, key: str | None) -> Markup:
        """Return what became of a provision of the draft."""
        return self._of("changes", key or "unknown", marks.change)

    def authority_of(self, source: Source) -> Markup:
        """Return whose text a source is; if we do not hold it, nothing promises its words."""
        if source.key in self.library.books:
            return marks.authority(self.library, source.authority, short=True)
        return self.authority(source.authority)

    def status_of(self, source: Source) -> Markup:
        """Return whether a source is in force."""
        return self.status(source.status)

    def _of(self, name: str, key: str, make: Callable[[Library, str], Markup]) -> Markup:
        vocabulary = self.library.vocabularies[name]
        if key not in vocabulary:
            raise UnknownCitation(f"没有标记 {key}；可写：{'、'.join(vocabulary.keys)}")
        return make(self.library, key)

    def source(self, key: str, words: str | None = None) -> Markup:
        """Return a link to a source's entry in the list of sources."""
        source = self.library.sources.get(key)
        if source is None:
            raise UnknownCitation(f"没有来源 {key}；{_near(key, self.library.sources)}")
        href = self.href(f"about/sources/#source-{key}")
        html = Pattern('<a class="source" href="{}">{}</a>')
        return html.filled(href, literal(words or source.name))

    def page(self, name: str) -> str:
        """Return the target of a Markdown link, checked by the site generator: ``[文字](…)``."""
        path, mark, anchor = self._page_file(name)
        return markdown_link(self.path, path) + mark + anchor

    def url(self, name: str) -> str:
        """Return the target of a link in raw HTML: ``<a href="…">``."""
        path, mark, anchor = self._page_file(name)
        return self.href(address(path) + mark + anchor)

    def _page_file(self, name: str) -> tuple[str, str, str]:
        stem, mark, anchor = name.strip("/").partition("#")
        stem = stem.strip("/")
        for path in (f"{stem}.md", f"{stem}/index.md" if stem else "index.md"):
            if path in self.world.paths:
                return path, mark, anchor
        known = {path.removesuffix(".md").removesuffix("/index") for path in self.world.paths}
        raise UnknownCitation(f"没有页面 {name}；{_near(stem, known)}")

    def date(self, fact_id: str) -> str:
        """Return the date that a fact gives: 2026年5月20日."""
        return shown_date(build_dates.date(self.library.fact(fact_id)))

    def due(self, fact_id: str) -> Markup:
        """Return a fact's last date: 2026年5月20日前; a script adds whether it has passed."""
        return build_dates.due(build_dates.date(self.library.fact(fact_id)))

    def period(self, start_id: str, end_id: str) -> Markup:
        """Return a period by the dates of two facts; a script adds whether it is running."""
        return build_dates.period(
            *(build_dates.date(self.library.fact(fact_id)) for fact_id in (start_id, end_id))
        )

    def file_url(self, file: Download) -> str:
        """Return the link from this page to a Word file."""
        return self.href(f"files/{file.name}")

    def download(self, form: str, kind: str) -> Markup:
        """Return a link to a Word file: ``kind`` is blank or example."""
        for file in self.world.downloads:
            if (file.form, file.kind) == (form, kind):
                details = file.title, file.size_shown, self.world.checked()
                link = Pattern('<a class="download" href="{}" download="{}">{}</a>（{}，{}）')
                return link.filled(self.file_url(file), file.saved_as, *details)
        known = "、".join(f"{download.form} {download.kind}" for download in self.world.downloads)
        raise UnknownCitation(f"没有下载文件 {form} {kind}；现有：{known}")


@cache
def _version() -> str:
    return metadata.version("lawbook")


def _near(wanted: str, known: Mapping[str, object] | set[str]) -> str:
    near = difflib.get_close_matches(wanted, sorted(known), n=5, cutoff=0.4)
    return "相近的有：" + "、".join(near) if near else "请核对名称"
