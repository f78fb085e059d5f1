"""A letter in the style of GB/T 9704: recipient, sentences, attachments, signature and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawbook.forms.form import Field, Section
from lawbook.forms.letter import Sentence
from lawbook.word.layout.listing import rows
from lawbook.word.layout.markup import FANG, HEI, SONG_TITLE, run
from lawbook.word.layout.page import LINE
from lawbook.word.layout.sheet import Sheet
from lawbook.word.layout.slots import EMPTY, ChosenWords, Segment

_PLAIN = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_CENTRED = f'{_PLAIN}<w:jc w:val="center"/>'
# Issuer and day are centred on one axis 9.5 characters from the right, two empty lines below the
# text, so that a seal of 42 mm covers neither.
_AXIS = '<w:ind w:left="2840" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
_MORE = {
    "body": "",
    "number": _CENTRED,
    "to": f'<w:spacing w:before="{LINE}"/>{_PLAIN}',
    "attached": f'<w:spacing w:before="{LINE}"/>',
    "sign": f'<w:keepNext/><w:spacing w:before="{2 * LINE}"/>{_AXIS}',
    "day": _AXIS,
    "annex": f"<w:pageBreakBefore/>{_PLAIN}",
    "annex-title": _CENTRED,
}
_FONTS = {"annex": HEI, "annex-title": SONG_TITLE}


# This many sentences, and optional ones between them, are kept on the signature's page.
WITH_SIGNATURE = 2


def letter(sheet: Sheet, section: Section) -> None:
    """Lay out all sentences of a letter in order."""
    sign = next((n for n, sentence in enumerate(section.letter) if sentence.at == "sign"), 0)
    certain = [n for n in range(sign) if not section.letter[n].only_if][-WITH_SIGNATURE:]
    for number, sentence in enumerate(section.letter):
        kept = bool(certain) and certain[0] <= number < sign
        start = len(sheet.segments)
        if sentence.rows:
            rows(sheet, sheet.form.field(sentence.rows))
        else:
            sheet.add(*_paragraph(sheet, sentence, "<w:keepNext/>" if kept else ""))
        sheet.only(start, sentence.only_if)


def _paragraph(sheet: Sheet, sentence: Sentence, keep: str) -> Iterator[Segment]:
    yield f'<w:p><w:pPr><w:pStyle w:val="Body"/>{keep}{_MORE[sentence.at]}</w:pPr>'
    for number, piece in enumerate(sentence.pieces):
        if number % 2:
            yield _segment(sheet, sheet.form.field(piece))
        elif piece:
            yield run(piece, _FONTS.get(sentence.at, FANG))
    yield "</w:p>"


def _segment(sheet: Sheet, field: Field) -> Segment:
    if field.kind != "choice":
        line = sheet.line(field, FANG)
        return replace(line, empty=line.hint)
    control = sheet.control(field.key, field.called, lock="sdtLocked")
    labels = tuple((option.key, option.label) for option in field.options)
    hint = sheet.form.hint(field) or EMPTY
    return ChosenWords(field.key, control, FANG, hint, labels=labels, empty=hint)
