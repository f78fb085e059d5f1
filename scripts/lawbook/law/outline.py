"""Parse the tree of a legal text from lines: chapters, sections, articles, 款 and 项.

Nothing is dropped: what fits nowhere stays where it was and is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawbook.base.numerals import from_han

_N = "[〇零一二三四五六七八九十百千0-9]+"
_CHAPTER = re.compile(rf"(第({_N})章)\s*(.*)")
_SECTION = re.compile(rf"(第({_N})节)\s*(.*)")
_ARTICLE = re.compile(rf"(第({_N})条(?:之({_N}))?)\s*(【[^】]*】)?\s*(.*)")
_ITEM = re.compile(rf"([（(]({_N})[）)])\s*(.*)")
_SUB = re.compile(r"((\d+)[.．、])\s*(.*)")
_LISTED = re.compile(rf"(({_N})[.．、])\s*(.*)")
_ANNEX = re.compile(r"(附件\s*[：:]?)")
_NAMED_ANNEX = re.compile(r"(附件\s*[：:])\s*(\S.*)")
_INLINE = re.compile(r"[：；][（(][一二三四五六七八九十]+[）)]")
_PAGE = re.compile(r"[—–\-－]?\s*\d+\s*[—–\-－]?")
# A line ending like this is complete; any other continues on the next.
_ENDS = ("。", "；", "：", "！", "？", ";", ":", "。”", "。）")
# Blanks between characters of the scan are not part of the text.
_BLANKS = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000]+|[ \t\u3000]+(?=[^\x00-\x7f])")


@dataclass
class Node:
    """A provision of the proposal, as it will be written in YAML."""

    step: str
    label: str = ""
    heading: str = ""
    text: str = ""
    provisions: list[Node] = field(default_factory=list)

    def tree(self) -> dict[str, object]:
        """Return the provision and all below it as a tree for YAML."""
        words = {"label": self.label, "heading": self.heading, "text": self.text}
        tree: dict[str, object] = {"step": self.step}
        tree |= {name: text for name, text in words.items() if text}
        if self.provisions:
            tree["provisions"] = [child.tree() for child in self.provisions]
        return tree


@dataclass
class Outline:
    """The proposal: ``provisions``, ``unknown`` for a person to look at, and ``pages``.

    ``pages`` are the lines of page numbers, which are no text, with the line before and after.
    """

    provisions: list[Node]
    unknown: list[str] = field(default_factory=list)
    pages: list[tuple[str, str, str]] = field(default_factory=list)


def outline(raw: str) -> Outline:
    """Parse lines into a tree; blank lines and line breaks within a sentence are ignored."""
    return _Reader(raw).read()


class _Reader:
    """Goes through the lines once; ``open`` is the text that a line can continue."""

    def __init__(self, raw: str) -> None:
        self.lines = [
            line for written in raw.splitlines() if (line := _BLANKS.sub("", written.strip()))
        ]
        self.made = Outline([])
        self.chapter: Node | None = None
        self.section: Node | None = None
        self.article: Node | None = None
        self.open: Node | None = None
        self.annex: Node | None = None
        self.last: tuple[int, ...] = (0,)

    def read(self) -> Outline:
        self._take_pages()
        start = self._opening()
        if start:
            self.made.provisions.append(Node("front", text="\n".join(self.lines[:start])))
        for at in range(start, len(self.lines)):
            self._line(at)
        for node in steps(self.made.provisions):
            if _INLINE.search(node.text):
                message = f"一段里有几项，没有拆开：{node.text[:30]}"
                self.made.unknown.append(message)
        return self.made

    def _take_pages(self) -> None:
        """Set page numbers aside: alone on a line, they belong to the copy, not the text."""
        kept: list[str] = []
        for number, line in enumerate(self.lines):
            if _PAGE.fullmatch(line):
                after = self.lines[number + 1] if number + 1 < len(self.lines) else ""
                self.made.pages.append((kept[-1] if kept else "", line, after))
            else:
                kept.append(line)
        self.lines = kept

    def _opening(self) -> int:
        """Return where the text begins: at the first article, or the chapter that it opens.

        Chapters named before that are a table of contents.
        """
        first = next((n for n, line in enumerate(self.lines) if _ARTICLE.match(line)), 0)
        while first and (size := self._heading_above(first)):
            first -= size
            if _CHAPTER.match(self.lines[first]):
                break
        return first

    def _heading_above(self, at: int) -> int:
        """Return how many lines just above are a chapter's or section's heading, at most two."""
        for size in (1, 2):
            stands = at >= size and (line := self.lines[at - size])
            if stands and (match := _SECTION.match(line) or _CHAPTER.match(line)):
                return size if size == 1 or not match[3] else 0
        return 0

    def _line(self, at: int) -> None:
        line = self.lines[at]
        ends = self.open is None or self.open.text.endswith(_ENDS) or not self.open.text
        if self.annex is not None:
            self._in_annex(line)
        elif self._opens_annex(at) and ends:
            self._start_annex(line)
        elif ends and (match := _CHAPTER.match(line)):
            self.chapter = self._placed(self.made.provisions, "ch", match)
            self.section = self.article = self.open = None
        elif ends and self.chapter and (match := _SECTION.match(line)):
            self.section = self._placed(self.chapter.provisions, "sec", match)
            self.article = self.open = None
        elif (match := _ARTICLE.match(line)) and self._is_article(match, line, ends=ends):
            self._start_article(match)
        elif self.article is None:
            self._unplaced(line)
        elif ends and (match := _ITEM.match(line)):
            self._item("item", match, self._paragraph())
        elif ends and self._under_item() and (match := _SUB.match(line)):
            self._item("sub", match, self._paragraph().provisions[-1])
        elif self.open is not None and not (ends and self.open.text):
            self.open.text += line
        else:
            self._new_paragraph(at)

    def _is_article(self, match: re.Match[str], line: str, *, ends: bool) -> bool:
        number = _number(match[2], match[3])
        if not ends:  # 依照本办法 / 第二条的规定, broken between two lines
            return False
        if number <= self.last:
            self.made.unknown.append(f"条号没有递增，按正文处理：{line[:30]}")
            return False
        *above, last = self.last
        if number not in {(self.last[0] + 1,), (*self.last, 1), (*above, last + 1)}:
            self.made.unknown.append(f"条号不连续，请核对：{line[:30]}")
        return True

    def _start_article(self, match: re.Match[str]) -> None:
        self.last = _number(match[2], match[3])
        step = "-".join(("art", *map(str, self.last)))
        home = self.section or self.chapter
        into = home.provisions if home else self.made.provisions
        self.open = Node("par-1", text=match[5])
        self.article = Node(step, match[1], match[4] or "", provisions=[self.open])
        into.append(self.article)

    def _paragraph(self) -> Node:
        assert self.article is not None
        return self.article.provisions[-1]

    def _under_item(self) -> bool:
        return bool(self.article and self._paragraph().provisions)

    def _item(self, unit: str, match: re.Match[str], home: Node) -> None:
        self.open = Node(f"{unit}-{from_han(match[2])}", match[1], text=match[3])
        home.provisions.append(self.open)

    def _new_paragraph(self, at: int) -> None:
        assert self.article is not None
        line = self.lines[at]
        if at and not line.endswith(_ENDS) and self._last_words(at):
            self._end(line)
            return
        self.open = Node(f"par-{len(self.article.provisions) + 1}", text=line)
        self.article.provisions.append(self.open)

    def _last_words(self, at: int) -> bool:
        """Return whether only an annex follows: names, days and lists of annexes close a text."""
        for number in range(at + 1, len(self.lines)):
            if self._opens_annex(number):
                return True
            if self.lines[number].endswith(_ENDS) or _ARTICLE.match(self.lines[number]):
                return False
        return True

    def _end(self, line: str) -> None:
        known = self.made.provisions[-1]
        if known.step == "end":
            known.text += "\n" + line
        else:
            self.made.provisions.append(Node("end", text=line))
        self.made.unknown.append(f"正文之后的一行，放在文末：{line[:30]}")

    def _unplaced(self, line: str) -> None:
        """Add a line after a heading and before an article to the heading."""
        home = self.section or self.chapter
        if home is None:
            self._end(line)
            return
        home.heading += line
        self.made.unknown.append(f"标题之后、条文之前的一行，并入标题：{line[:30]}")

    def _placed(self, into: list[Node], unit: str, match: re.Match[str]) -> Node:
        node = Node(f"{unit}-{from_han(match[2])}", match[1], match[3])
        into.append(node)
        return node

    def _opens_annex(self, at: int) -> bool:
        line = self.lines[at]
        if _ANNEX.fullmatch(line):
            return True
        later = any(_ANNEX.fullmatch(line) for line in self.lines[at + 1 :])
        return bool(_NAMED_ANNEX.fullmatch(line)) and not later

    def _start_annex(self, line: str) -> None:
        match = _NAMED_ANNEX.fullmatch(line)
        self.annex = Node("annex", match[1] if match else line, match[2] if match else "")
        self.open = None
        self.made.provisions.append(self.annex)

    def _in_annex(self, line: str) -> None:
        assert self.annex is not None
        ends = self.open is None or self.open.text.endswith(_ENDS)
        if ends and (match := _LISTED.match(line) or _ITEM.match(line)):
            self._item("item", match, self.annex)
        elif self.open is None:
            self.annex.heading += line
        elif not ends:
            self.open.text += line
        else:
            closing = self.annex.provisions[-1]
            if closing.step != "end":
                closing = Node("end")
                self.annex.provisions.append(closing)
            closing.text += ("\n" if closing.text else "") + line
            self.open = closing


def _number(main: str, inserted: str | None) -> tuple[int, ...]:
    return (from_han(main), *((from_han(inserted),) if inserted else ()))


def steps(nodes: list[Node]) -> Iterator[Node]:
    """Yield all nodes in reading order."""
    for node in nodes:
        yield node
        yield from steps(node.provisions)
