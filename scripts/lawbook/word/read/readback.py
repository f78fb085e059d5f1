"""Read answers back from a form that a person edited in Word, WPS or LibreOffice.

Nothing is guessed in silence: a field that cannot be found or understood is named by the label
that the person sees, what was changed on the way is reported, and so is text that belongs to no
field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from lawbook.base.problem import Problem
from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.forms.normal import is_made, normalised, one_line
from lawbook.word.layout.docx import title
from lawbook.word.read.body import Body, opened
from lawbook.word.read.content import Paragraph
from lawbook.word.read.official import relaid
from lawbook.word.read.origin import Origin, origin
from lawbook.word.read.reader import Reader
from lawbook.word.read.recomputed import recomputed
from lawbook.word.read.renaming import renamed
from lawbook.word.read.strays import strays
from lawbook.word.read.unpack import Package, unpacked
from lawbook.word.read.untouched import untouched


@dataclass(frozen=True)
class ReadBack:
    """The content of a file: answers in normal form, what could not be read, notes.

    ``altered`` names fixed fields whose text was changed.
    """

    form: Form
    answers: Answers
    origin: Origin
    opened: Callable[[], tuple[Body, Mapping[str, Paragraph]]]
    faults: tuple[tuple[str, str], ...] = ()  # field key, what is wrong; empty: reported already
    notes: tuple[Problem, ...] = ()
    altered: tuple[str, ...] = ()

    @cached_property
    def _laid(self) -> tuple[Body, Mapping[str, Paragraph]]:
        return self.opened()

    @property
    def body(self) -> Body:
        """Return the content of the file, as people see it."""
        return self._laid[0]

    @property
    def labels(self) -> Mapping[str, Paragraph]:
        """Return the paragraph of each field's label."""
        return self._laid[1]


def read(forms: Mapping[str, Form], data: bytes, name: str, wanted: str = "") -> ReadBack:
    """Return the answers in a .docx; ``wanted`` is the form expected. Raises ProblemsFound.

    One way in: bytes, body, which form it is, its body rearranged as that form's, slots, answers.
    """
    package = unpacked(data, name)
    if answers := untouched(forms, package, data):
        form = forms[answers.form]
        if wanted in {"", form.key}:
            known = Origin(form.key, form.version, title(form, answers), answers.mark)
            whole = partial(walked, forms, package, wanted)
            return ReadBack(form, answers, known, lambda: whole()._laid)
    return walked(forms, package, wanted)


def walked(forms: Mapping[str, Form], package: Package, wanted: str = "") -> ReadBack:
    """Return a package's answers as people see them, whoever wrote it. Raises ProblemsFound."""
    body = opened(package)
    known = origin(forms, body, wanted)
    form = forms[known.form]
    old, laid = renamed(form, body.content), relaid(form, body.content)
    reader = Reader(form, body.content)
    reader.faults += laid.faults
    raw = Answers(form.key, reader.values(), title=_title(form, known.title), mark=known.mark)
    normal = normalised(form, raw)
    made = recomputed(form, normal.answers, reader.computed)
    notes = (*known.notes, *old, *laid.notes, *normal.changes, *reader.notes, *made)
    return ReadBack(
        form,
        normal.answers,
        known,
        lambda: (body, reader.labels()),
        tuple(reader.faults),
        (*notes, *strays(form, body.content, reader.slots.used)),
        tuple(reader.altered),
    )


def _title(form: Form, title: str) -> str:
    """Return the title, unless it is the one that the form makes itself."""
    return "" if is_made(form, one_line(title)) else title
