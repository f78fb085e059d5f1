"""Report text of a document that belongs to no field, so that nothing is lost silently."""

from __future__ import annotations

from collections.abc import Iterator

from lawbook.base.problem import Problem
from lawbook.base.shared import Shared
from lawbook.base.text import half_width
from lawbook.forms.form import Form
from lawbook.forms.form_cache import per_form
from lawbook.forms.normal import one_line, solid
from lawbook.word.layout.cover import NOTICE
from lawbook.word.read.content import Content, Paragraph, Table

EXAMPLE_MARK: Shared[str] = "（虚构示例）"


def strays(form: Form, content: Content, used: set[int]) -> Iterator[Problem]:
    """Yield a note for each paragraph that is neither read nor part of the blank form."""
    known = _words(form)
    for paragraph in (*content.paragraphs(), *_nested(content, used)):
        if id(paragraph) in used or not paragraph.pieces:
            continue
        if paragraph.cell is not None and _plain(paragraph.cell.text) in known:
            continue  # a label in two paragraphs
        lines = (_plain(line) for line in paragraph.text.split("\n"))
        if _plain(paragraph.text) not in known and {*lines} - known - {""}:
            text = one_line(paragraph.text)
            yield Problem("栏目之外", f"这段文字不属于任何栏目，没有读入：“{text}”")


def _nested(content: Content, used: set[int]) -> Iterator[Paragraph]:
    """Yield the paragraphs of nested tables that no field has read."""
    tables = [block for block in content.blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row]
    while cells:
        inner = [block for cell in cells for block in cell.blocks if isinstance(block, Table)]
        cells = [
            cell for table in inner if id(table) not in used for row in table.rows for cell in row
        ]
        for cell in cells:
            yield from cell.paragraphs()


def _plain(text: str) -> str:
    return half_width(solid(text)).rstrip(":")


@per_form
def _words(form: Form) -> frozenset[str]:
    """Return every line of words in the blank form itself."""
    layout = form.layout
    words = [layout.mark, *layout.cover, layout.blank_mark, layout.title.text, form.title]
    words += [form.notice, NOTICE.format(notice=form.notice), "附件", EXAMPLE_MARK]
    for number, section in enumerate((*form.sections, *form.attachments)):
        words += [section.title, *section.formerly, section.note, f"附件{number}"]
        words += [text for group in section.groups for text in (group.label, group.hint)]
        words += [sentence.text for sentence in section.letter]
        for field in section.fields:
            words += [field.label, *form.hints(field), *(field.text or "").split("\n")]
            words += [field.text]  # some programs join it into one paragraph
    return frozenset(_plain(text) for text in words if text)
