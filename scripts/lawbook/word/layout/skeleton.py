"""A form compiled once: the document's fixed XML and the slots in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.word.layout.cover import cover, notice
from lawbook.word.layout.flow import Flow, title
from lawbook.word.layout.page import section_properties
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.slots import Segment


@dataclass(frozen=True)
class Skeleton:
    """The body of a form's document as segments; adjacent fixed texts are joined."""

    segments: tuple[Segment, ...]

    def blank(self) -> str:
        """Return the body of the blank form."""
        return "".join(part if isinstance(part, str) else part.blank for part in self.segments)

    def filled(self, answers: Answers) -> str:
        """Return the body with answers."""
        return "".join(
            part if isinstance(part, str) else part.filled(answers) for part in self.segments
        )


def skeleton(form: Form) -> Skeleton:
    """Lay out a form: cover, title, tables and lists, attachments."""
    sheet = Sheet(form)
    if form.sections[0].layout.arrange == "cover":
        cover(sheet, form.sections[0])
    else:
        sheet.add(notice(form))
    sheet.add(*title(sheet))
    Flow(sheet).all()
    sheet.add(section_properties(restart=True))
    return compiled_from(sheet)


def compiled_from(sheet: Sheet) -> Skeleton:
    """Return what was laid out on a sheet."""
    return Skeleton(tuple(_joined(sheet.segments)))


def _joined(segments: list[Segment]) -> Iterator[Segment]:
    """Join adjacent fixed texts."""
    for fixed, group in groupby(segments, lambda segment: isinstance(segment, str)):
        if fixed:
            yield "".join(str(segment) for segment in group)
        else:
            yield from group
