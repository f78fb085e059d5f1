"""Any Word file as running text with its notes, and the place of each offset in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lawbook.word.read.body import opened
from lawbook.word.read.elements import W
from lawbook.word.read.runs import P
from lawbook.word.read.unpack import Element, Package, unpacked
from lawbook.word.remarks import with_comments


@dataclass(frozen=True)
class Prose:
    """The text of a file, a paragraph a line; ``starts`` are the offsets where each begins.

    Notes follow the body, each on a line; their node is the paragraph that refers to them.
    """

    package: Package
    root: Element
    text: str
    starts: tuple[int, ...]
    nodes: tuple[Element, ...]

    def where(self, offset: int) -> str:
        """Return where an offset of the text is, in words: 第 3 段, 第 3 段的注."""
        line = bisect_right(self.starts, offset) - 1
        number = self.nodes.index(self.nodes[line])
        return f"第 {number + 1} 段" + ("的注" if number < line else "")

    def node(self, offset: int) -> Element:
        """Return the paragraph at an offset of the text, or the one that calls the note there."""
        return self.nodes[bisect_right(self.starts, offset) - 1]

    def commented(self, comments: Iterable[tuple[int, tuple[str, ...]]], author: str) -> bytes:
        """Return the file with comments, each at the paragraph of an offset of the text."""
        placed = ((self.node(offset), lines) for offset, lines in comments)
        return with_comments(self.package, self.root, placed, author)


def prose(data: bytes, name: str) -> Prose:
    """Return the text of any .docx. Raises ProblemsFound for a file that cannot be read."""
    body = opened(unpacked(data, name))
    package, root = body.package, body.root
    lines = [(paragraph.text, paragraph.node) for paragraph in body.content.paragraphs()]
    lines += [*_notes(package, root, "footnote"), *_notes(package, root, "endnote")]
    starts, position = [], 0
    for text, _ in lines:
        starts.append(position)
        position += len(text) + 1
    texts = "\n".join(text for text, _ in lines)
    return Prose(package, root, texts, tuple(starts), tuple(node for _, node in lines))


def _notes(package: Package, root: Element, kind: str) -> Iterator[tuple[str, Element]]:
    """Yield the text of each note that the body refers to, and the paragraph that does."""
    top = package.xml(package.part(f"{kind}s"))
    if top is None:
        return
    callers = {
        sign.get(f"{W}id"): paragraph
        for paragraph in root.iter(P)
        for sign in paragraph.iter(f"{W}{kind}Reference")
    }
    for note in top.iter(f"{W}{kind}"):
        if note.get(f"{W}id") in callers:
            words = "".join(text.text or "" for text in note.iter(f"{W}t"))
            yield words, callers[note.get(f"{W}id")]
