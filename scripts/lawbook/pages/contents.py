"""The contents of a document as shown on the page of each of its provisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.library.address import relative
from lawbook.library.library import Library
from lawbook.pages.html_pattern import Pattern
from lawbook.pages.verbatim import literal

_ENTRY = Pattern('<li><a href="{}">{} <span>{}</span></a></li>')
_HERE = Pattern(
    '<li class="contents__here"><a href="{}" aria-current="page">{} <span>{}</span></a></li>'
)


@dataclass(frozen=True)
class Contents:
    """The entries of each document, written once for all pages of a folder.

    Their links are the same there except for a page's own entry.
    """

    library: Library

    def entries(self, citation: Citation) -> Markup:
        """Return the entries of a provision's document, as its own page shows them."""
        page = self.library.url(citation)
        entries = self._seen_from(citation.document, page[: page.rstrip("/").rfind("/") + 1])
        own = self._entry(_HERE, page, self.library.find(citation))
        return Markup("").join(own if key == citation else entry for key, entry in entries.items())

    def _seen_from(self, document: str, folder: str) -> Mapping[Citation, Markup]:
        if (document, folder) not in self._known:
            # Any page of the folder except those of the document itself.
            page = f"{folder}-/"
            self._known[document, folder] = {
                provision.citation: self._entry(_ENTRY, page, provision)
                for provision in self.library.pages(document)
            }
        return self._known[document, folder]

    @cached_property
    def _known(self) -> dict[tuple[str, str], Mapping[Citation, Markup]]:
        return {}

    def _entry(self, pattern: Pattern, page: str, provision: Provision) -> Markup:
        name = self.library.display(provision.citation, short=True)
        way = relative(page, self.library.url(provision.citation))
        return pattern.filled(way, literal(name), literal(provision.title))
