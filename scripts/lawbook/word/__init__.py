"""Word: the blank form, and the form filled with answers, made from the form's YAML alone.

``layout`` writes and ``read`` reads back. Knows ``forms`` and what lies below.
"""

from __future__ import annotations

from lawbook.forms.answers import Answers
from lawbook.forms.form import Form
from lawbook.forms.form_cache import per_form
from lawbook.word.layout.markup import SONG, run, safe
from lawbook.word.layout.package import packed
from lawbook.word.layout.skeleton import Skeleton, skeleton

__all__ = ["blank", "compiled", "fill"]


def blank(form: Form) -> bytes:
    """The blank form as a .docx; the same form gives the same bytes."""
    return _document(form, compiled(form).blank(), form.title, "")


def fill(form: Form, answers: Answers) -> bytes:
    """The filled form as a .docx; the same answers give the same bytes."""
    return _document(form, compiled(form).filled(answers), title(form, answers), answers.mark)


@per_form
def compiled(form: Form) -> Skeleton:
    """The form laid out once, to be filled many times."""
    return skeleton(form)


def title(form: Form, answers: Answers) -> str:
    """The document's title: as the answers name it, else the form's with what it asks for."""
    in_title = form.layout.title
    place = answers.text(in_title.field) if in_title.field else ""
    return answers.title or place + in_title.text.replace("\n", "")


def _document(form: Form, body: str, name: str, mark: str) -> bytes:
    return packed(
        {
            "docProps/core.xml": {"@TITLE@": safe(name)},
            "docProps/custom.xml": {"@KEY@": safe(form.key), "@VERSION@": safe(form.version)},
            "word/document.xml": {"@BODY@": body},
            "word/header.xml": {"@MARK@": run(mark, SONG) if mark else ""},
        }
    )
