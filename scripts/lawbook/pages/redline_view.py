"""What became of a provision's words: struck out or underlined, and announced to listeners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from lawbook.law.citation import Citation
from lawbook.law.document import Provision
from lawbook.law.redline import Run, changed
from lawbook.library.library import Library
from lawbook.pages.html_pattern import Pattern
from lawbook.pages.verbatim import literal

# Screen readers announce the kind of words; others see it by line and underline.
_SAID = '<span class="unseen-words">{}</span>'
_TOLD = {
    "out": Pattern(f"<del>{_SAID.format('〔删去：')}{{}}{_SAID.format('〕')}</del>"),
    "in": Pattern(f"<ins>{_SAID.format('〔新增：')}{{}}{_SAID.format('〕')}</ins>"),
    "unseen": Pattern('<span class="not-seen">{}</span><span class="unseen">〔{}〕</span>'),
}
_SAME = Pattern('<p class="v v--same">{}没有改动。</p>')
UNSEEN = "《办法》正式文本没有见到这几句"


@dataclass(frozen=True)
class Redlines:
    """The provisions of books whose words were made from an older text."""

    library: Library

    def worded(self, provision: Provision) -> bool:
        """Return whether words of a provision, or of a part of it, were seen in a public copy."""
        seen = self._runs(provision.citation.document)
        return any(part.citation in seen for part in provision.walk())

    def is_complete(self, provision: Provision) -> bool:
        """Return whether all its words were seen: nothing of the older text remains."""
        seen = self._runs(provision.citation.document)
        older = tuple(part for part in self._parts(provision) if part.text)
        own = [Citation(provision.citation.document, part.citation.steps) for part in older]
        return bool(own) and all(
            citation in seen and all(run.kind != "unseen" for run in seen[citation])
            for citation in own
        )

    def copy(self, provision: Provision) -> str:
        """Return the key of the source in which the words were seen."""
        return self.library.books[provision.citation.document].copy

    def to_check(self, provision: Provision) -> str:
        """Return what looks odd and has to be compared with the official text, or an empty text."""
        return self.library.books[provision.citation.document].to_check.get(provision.citation, "")

    def changed(self, provision: Provision) -> bool:
        """Return whether any words that were seen differ from the older text."""
        seen = self._runs(provision.citation.document)
        return any(changed(seen.get(part.citation, ())) for part in provision.walk())

    def block(self, provision: Provision) -> Markup:
        """Return the older and newer text of a provision in one, paragraph by paragraph."""
        return Markup("").join(line for _, _, line in self._lines(provision))

    def changes(self, provision: Provision) -> Markup:
        """Return the older and newer text in one; unchanged paragraphs are only named."""
        lines = list(self._lines(provision))
        kept = ((name if same else "", line) for name, same, line in lines)
        return Markup("").join(_SAME.filled(literal(name)) if name else line for name, line in kept)

    def _lines(self, provision: Provision) -> Iterator[tuple[str, bool, Markup]]:
        """Yield each paragraph: its name, whether both texts are the same, its words."""
        head = Markup("")
        own = {part.citation: part for part in provision.walk()}
        seen = self._runs(provision.citation.document)
        for older in self._parts(provision):
            here = Citation(provision.citation.document, older.citation.steps)
            label = own[here].label if here in own else older.label
            if label:
                head += Pattern('<b class="v-head">{}</b>').filled(literal(label))
            if older.text:
                runs = seen.get(here, (Run("unseen", older.text),))
                words = Markup("").join(map(_run, runs))
                html = Pattern('<p class="v v--{}">{}{}</p>')
                name = f"第{label}项" if label.startswith("（") else "这一段"
                same = all(run.kind == "same" for run in runs)
                yield name, same, html.filled(older.step.unit, head, words)
                head = Markup("")

    def _parts(self, provision: Provision) -> tuple[Provision, ...]:
        """Return the provisions of the older text from which this one was made, with all below."""
        keys = [
            key
            for key, source in self.library.sources.items()
            if source.superseded_by == provision.citation.document
        ]
        citations = [Citation(key, provision.citation.steps) for key in keys]
        return tuple(
            part
            for citation in citations
            if self.library.exists(citation)
            for part in self.library.find(citation).walk()
        )

    def _runs(self, document: str) -> dict[Citation, tuple[Run, ...]]:
        book = self.library.books.get(document)
        return dict(book.redlines) if book else {}


def _run(run: Run) -> Markup:
    if run.kind == "same":
        return literal(run.text)
    if run.kind == "unseen":
        return _TOLD["unseen"].filled(literal(run.text), UNSEEN)
    return _TOLD[run.kind].filled(literal(run.text))
