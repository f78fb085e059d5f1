"""The blank form and the filled one as .docx files, made from the form's YAML alone."""

from __future__ import annotations

from lawbook.forms.answers import Answers
from lawbook.forms.computed import shown
from lawbook.forms.form import Form
from lawbook.forms.form_cache import per_form
from lawbook.word.layout.markup import SONG, run, safe
from lawbook.word.layout.ministry import ministry
from lawbook.word.layout.package import packed, packed_plain
from lawbook.word.layout.skeleton import Skeleton, skeleton


def blank(form: Form) -> bytes:
    """Return the blank form as a .docx; the same form gives the same bytes."""
    return _document(form, compiled(form).blank(), form.title, "")


def fill(form: Form, answers: Answers) -> bytes:
    """Return the filled form as a .docx; the same answers give the same bytes."""
    return _document(
        form, compiled(form).filled(shown(form, answers)), title(form, answers), answers.mark
    )


def fill_like_ministry(form: Form, answers: Answers) -> bytes:
    """Return the answers in the official template's layout: plain text, none of our marks."""
    parts = _parts(compiled_like_ministry(form).filled(answers), title(form, answers), answers.mark)
    return packed_plain(parts)


@per_form
def compiled_like_ministry(form: Form) -> Skeleton:
    """Return the official template's layout, compiled once."""
    return ministry(form)


@per_form
def compiled(form: Form) -> Skeleton:
    """Return the form's layout, compiled once and filled many times."""
    return skeleton(form)


def title(form: Form, answers: Answers) -> str:
    """Return the document's title: the answers' own, else the form's."""
    in_title = form.layout.title
    answer = answers.text(in_title.field) if in_title.field else ""
    return answers.title or answer + in_title.text.replace("\n", "")


def _document(form: Form, body: str, name: str, mark: str) -> bytes:
    own = {"docProps/custom.xml": {"@KEY@": safe(form.key), "@VERSION@": safe(form.version)}}
    return packed(_parts(body, name, mark) | own)


def _parts(body: str, name: str, mark: str) -> dict[str, dict[str, str]]:
    return {
        "docProps/core.xml": {"@TITLE@": safe(name)},
        "word/document.xml": {"@BODY@": body},
        "word/header.xml": {"@MARK@": run(mark, SONG) if mark else ""},
    }
