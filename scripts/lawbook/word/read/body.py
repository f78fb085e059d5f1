"""The body of a .docx as people see it: the start of every reading of a Word file."""

from __future__ import annotations

from dataclasses import dataclass

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.word.read.content import Content, content
from lawbook.word.read.hidden import Hidden
from lawbook.word.read.numbering import Numbering
from lawbook.word.read.unpack import Element, Package, parsed


@dataclass(frozen=True)
class Body:
    """A sound package, the root of its main part, and its content."""

    package: Package
    root: Element
    content: Content


def opened(package: Package) -> Body:
    """Return the body of a .docx. Raises ProblemsFound."""
    root = parsed(package.read(package.main), package.name)
    return Body(package, root, content(root, *_styles(package)))


def _styles(package: Package) -> tuple[Numbering, Hidden]:
    """Return the numbers that Word shows, and what it hides."""
    styles = package.read(package.part("styles"))
    try:
        return Numbering(package.read(package.part("numbering")), styles), Hidden(styles)
    except ProblemsFound as error:  # a part is named by its file
        raise ProblemsFound([Problem(package.name, error.problems[0].message)]) from error
