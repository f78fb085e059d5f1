"""Any Word file as running text, and the paragraph in which each place of it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from lawbook.word.read.content import content
from lawbook.word.read.origin import styles
from lawbook.word.read.unpack import Element, Package, parsed, unpacked
from lawbook.word.remarks import with_comments


@dataclass(frozen=True)
class Prose:
    """The text of a file, a paragraph a line; ``starts`` tells where each begins."""

    package: Package
    root: Element
    text: str
    starts: tuple[int, ...]
    nodes: tuple[Element, ...]

    def paragraph(self, place: int) -> int:
        """The number (from 0) of the paragraph in which a place of the text stands."""
        return bisect_right(self.starts, place) - 1

    def commented(self, comments: Iterable[tuple[int, tuple[str, ...]]], author: str) -> bytes:
        """The file with comments, each at the paragraph of a place of the text."""
        placed = ((self.nodes[self.paragraph(place)], lines) for place, lines in comments)
        return with_comments(self.package, self.root, placed, author)


def prose(data: bytes, name: str) -> Prose:
    """A .docx of any kind. Raises ProblemsFound for a file that cannot be read."""
    package = unpacked(data, name)
    root = parsed(package.read(package.main), name)
    texts, starts, nodes, position = [], [], [], 0
    for paragraph in content(root, *styles(package)).paragraphs():
        texts.append(paragraph.text)
        starts.append(position)
        nodes.append(paragraph.node)
        position += len(paragraph.text) + 1
    return Prose(package, root, "\n".join(texts), tuple(starts), tuple(nodes))
