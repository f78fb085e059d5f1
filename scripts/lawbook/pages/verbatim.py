"""Verbatim text as HTML: every character stands for itself, references become links.

Markdown's special characters are written as character references, so that ``*年*月*日`` or ``1.``
stay as they are wherever the block is placed. A block is one line, so it survives any indentation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.library.library import Library
from lawbook.pages.html_pattern import Pattern

# Block markers (1. or #) have no effect inside a block that begins with a tag; only these do.
_SIGNS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]|~^$"})


@lru_cache(maxsize=1 << 14, typed=True)  # names of provisions occur on page after page
def literal(text: str) -> Markup:
    """Return a text as HTML that neither a browser nor Markdown reads as anything but itself.

    >>> str(literal("自*年*月*日起"))
    '自&#42;年&#42;月&#42;日起'
    """
    return Markup(str(escape(text)).translate(_SIGNS).replace("\n", "<br>"))


@dataclass(frozen=True)
class Verbatim:
    """Turns provisions into HTML for one page.

    ``link`` gives the link from the page to a citation; ``anchors``: the blocks get their ids and
    permanent links here (once per page, and only for the page's own document).
    """

    library: Library
    link: Callable[[Citation], str]
    anchors: bool = True

    def block(self, provision: Provision, *, headed: bool = True) -> Markup:
        """Return a provision and all below it; ``headed`` puts its label and heading first."""
        head = self._head(provision) if headed else Markup("")
        return Markup("").join(self._lines(provision, head, top=True))

    def _lines(self, part: Provision, head: Markup, *, top: bool) -> Iterator[Markup]:
        if part.text or (head and not self._runs_on(part)):
            yield self._line(part, head, top=top)
            head = Markup("")
        elif self.anchors and not top:
            yield Pattern('<div id="{}"></div>').filled(part.citation.anchor)
        for child in part.provisions:
            yield from self._lines(child, head + self._head(child), top=False)
            head = Markup("")

    @staticmethod
    def _runs_on(part: Provision) -> bool:
        """Return whether the text continues after the label, as 第一条【目的依据】为… does."""
        first = part.provisions[0] if part.provisions else None
        alone = bool(part.heading) and not part.heading.endswith(("】", "。"))
        return first is not None and first.step.unit == "par" and not first.label and not alone

    @staticmethod
    def _head(part: Provision) -> Markup:
        words = part.label + part.heading
        if part.summary and part.topic:  # our own words may have our own heading
            words = part.topic
        html = Pattern('<b class="v-head">{}</b>')
        return html.filled(literal(words)) if words else Markup("")

    def _line(self, part: Provision, head: Markup, *, top: bool) -> Markup:
        anchored = self.anchors and not top
        mark = Pattern(' id="{}"').filled(part.citation.anchor) if anchored else ""
        return Pattern('<p class="v v--{}"{}>{}{}{}</p>').filled(
            part.step.unit, mark, head, _cut(part, self.text(part)), self._permalink(part, anchored)
        )

    def _permalink(self, part: Provision, anchored: bool) -> Markup:
        if not anchored:
            return Markup("")
        name = self.library.display(part.citation, short=True)
        return Pattern(
            '<a class="permalink" href="{}" aria-label="{}的固定链接" title="{}的固定链接"'
            ' data-search-exclude="true">¶</a>'
        ).filled(self.link(part.citation), name, name)

    def text(self, part: Provision) -> Markup:
        """Return the provision's own text, with its references to provisions as links."""
        pieces, done = [Markup("")], 0
        for reference in self.library.references_in(part):
            target = next(
                (citation for citation in reference.citations if self.library.exists(citation)),
                None,
            )
            if target is None:
                continue
            pieces.append(literal(part.text[done : reference.start]))
            words = literal(part.text[reference.start : reference.end])
            pieces.append(self._reference(target, words))
            done = reference.end
        return Markup("").join([*pieces, literal(part.text[done:])])

    def _reference(self, target: Citation, words: Markup) -> Markup:
        name = self.library.display(target)
        return Pattern('<a class="ref" href="{}" title="{}">{}</a>').filled(
            self.link(target), name, words
        )


def _cut(part: Provision, words: Markup) -> Markup:
    """Return the words of a provision, with our mark where they continue unseen."""
    if not part.cut:
        return words
    mark = Pattern('<span class="unseen">〔{}没有见到〕</span>')
    if part.cut == "start":
        return mark.filled("前面的文字") + words
    return words + mark.filled("后面的文字")
