"""A citation is a value: where in which document something stands.

``measures-2025-draft/art-12/par-1/item-3`` is a document's key and steps of unit and number.
``art-15-1`` is 第十五条之一; a step without number (``annex``) has just one spelling.
The idea of a citation as a value follows Akoma Ntoso (OASIS LegalDocML), which names
provisions by their place in the document's tree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

UNITS = {
    "part": "部分",
    "ch": "章",
    "sec": "节",
    "art": "条",
    "par": "款",
    "item": "项",
    "sub": "目",
    "annex": "附件",
    "q": "问",
    "field": "栏",
    "option": "选项",
    "duty": "责任单位",
    "front": "文首",
    "notice": "通知",
    "preamble": "引言",
    "lead": "导语",
    "title": "标题",
    "end": "文末",
}
UNNUMBERED = frozenset({"annex", "front", "notice", "preamble", "lead", "title", "end"})
_STEP = re.compile(r"([a-z]+)((?:-[1-9][0-9]*)*)")
_DOCUMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class CitationError(ValueError):
    """Not a citation; the message says what to write."""


@dataclass(frozen=True, order=True)
class Step:
    """One step of a citation: a unit and its number (empty for a unit without number).

    >>> str(Step("art", (15, 1)))
    'art-15-1'
    """

    unit: str
    number: tuple[int, ...] = ()

    def __str__(self) -> str:
        return "-".join((self.unit, *map(str, self.number)))

    @classmethod
    def parse(cls, text: str) -> Step:
        """Read a step; raise CitationError for any other text."""
        match = _STEP.fullmatch(text)
        if match is None or match[1] not in UNITS:
            raise CitationError(f"“{text}”不是条款步骤；例如 art-12、par-1、item-3、annex")
        number = tuple(int(part) for part in match[2].split("-")[1:])
        if bool(number) == (match[1] in UNNUMBERED):
            wanted = f"{match[1]}" if number else f"{match[1]}-1"
            raise CitationError(f"“{text}”的编号不对；请写成 {wanted}")
        return cls(match[1], number)


@dataclass(frozen=True, order=True)
class Citation:
    """A document's key and the steps that lead to a provision.

    >>> Citation.parse("measures-2025-draft/art-12/par-1").parent
    Citation.parse('measures-2025-draft/art-12')
    """

    document: str
    steps: tuple[Step, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Read a citation; ``str`` is the inverse. Raises CitationError."""
        document, *steps = text.split("/")
        if not _DOCUMENT.fullmatch(document):
            raise CitationError(f"“{text}”不是条款引用；例如 measures-2026/art-12")
        return cls(document, tuple(Step.parse(step) for step in steps))

    def __str__(self) -> str:
        return self._text

    @cached_property
    def _text(self) -> str:
        # Citations are keys everywhere, and are written into every address.
        return "/".join((self.document, *map(str, self.steps)))

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"Citation.parse({str(self)!r})"

    def __truediv__(self, step: Step) -> Citation:
        return Citation(self.document, (*self.steps, step))

    @property
    def parent(self) -> Citation:
        """The citation one step up; a document is its own parent."""
        return Citation(self.document, self.steps[:-1])

    @property
    def last(self) -> Step | None:
        """The last step, or None for a whole document."""
        return self.steps[-1] if self.steps else None

    @property
    def anchor(self) -> str:
        """The HTML id: all steps joined by a hyphen, the same on every page.

        >>> Citation.parse("measures-2025-draft/art-12/par-1/item-3").anchor
        'art-12-par-1-item-3'
        """
        return "-".join(map(str, self.steps))

    def child(self, step: Step) -> Citation:
        """The citation of a provision below this one.

        Articles are numbered through the document, so chapter and section fall away.

        >>> str(Citation.parse("measures-2026/ch-4/sec-3").child(Step("art", (21,))))
        'measures-2026/art-21'
        """
        return Citation(self.document, (step,)) if step.unit == "art" else self / step

    def starts_with(self, other: Citation) -> bool:
        """Whether this stands at or below ``other``."""
        return self.document == other.document and self.steps[: len(other.steps)] == other.steps
