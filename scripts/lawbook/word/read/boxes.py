"""Read which boxes are ticked and the words beside them, however a person ticked them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, COLONS
from lawbook.forms.form import Field, Option
from lawbook.forms.handmade import LETTER_TICKS, off_the_line
from lawbook.forms.normal import one_line, solid
from lawbook.forms.values import Chosen
from lawbook.word.read.content import Paragraph
from lawbook.word.read.looks import BOLD, Looks, standing_out
from lawbook.word.read.marks import (
    GAP,
    MARK,
    PUNCTUATION,
    SIGNS,
    Mark,
    Marked,
    Words,
    marked,
    marks_of,
)
from lawbook.word.read.unticked import by_look, doubt_of

BOX_UNCLEAR: Shared[str] = "勾选的是哪一项不清楚，没有读入：“{words}”；请在选中的前面打勾"
NO_OPTION_TICKED: Shared[str] = "勾选的{names}不是可选的一项，没有读入；请改选表中的选项"

_BETWEEN_OPTIONS = "、，；,;"
_WIDE = re.compile("[\t\n]|\u3000|[ \u00a0]{2}")
_BESIDE = COLONS + BLANKS
_IDLE = _BESIDE + SIGNS + LETTER_TICKS + PUNCTUATION + "()（）[]【】"
_IN_BRACKETS = re.compile("[（(]([^（）()]+)[)）]")  # 其他（航运）
_MARK_BEHIND, _MARK_BEFORE = re.compile(f"{GAP}(?:{MARK})"), re.compile(f"(?:{MARK}){GAP}$")


@dataclass(frozen=True)
class Ticked:
    """The ticked options of a field, words that belong to none of them, and doubts.

    ``unclear`` says what was ticked but could not be read.
    """

    items: tuple[Chosen, ...] = ()
    lost: Sequence[str] = ()
    doubt: str = ""
    unclear: str = ""


@dataclass(frozen=True)
class _Cell:
    """The text of a field's cell: its controls' offsets, and those of the form's own text."""

    text: str
    boxes: Mapping[str, Words]
    own: Mapping[str, Words]
    looks: Looks = ()


def chosen(
    field: Field, lines: list[Paragraph], checked: dict[str, bool], before: str = ""
) -> Ticked:
    """Return what is ticked in a field.

    ``before`` is the text beside the field's label: a tick there belongs to the first option.
    """
    cell = _joined(field, lines, checked, before)
    labels = _labels(field, cell)
    marks = marks_of(cell.text, labels, list(cell.own.values()))
    ticks = marked(cell.text, labels, marks)
    if ticks.unclear:
        return Ticked(unclear=BOX_UNCLEAR.format(words=one_line(cell.text)))
    return _read(field, cell, labels, ticks)


def _read(field: Field, cell: _Cell, labels: Sequence[Words], ticks: Marked) -> Ticked:
    ticked = {tick.option.key for tick in ticks.ticked if tick.option}
    foreign = [tick for tick in ticks.ticked if not tick.option]
    doubt, unclear = "", _added(cell.text, foreign)
    if not ticks.ticked and (seen := standing_out(cell.text, list(map(_span, labels)), cell.looks)):
        doubt, unclear, taken = by_look(field, labels, seen)
        ticked |= taken
    elif not ticks.ticked and not cell.boxes:
        doubt, taken = doubt_of(field, labels, ticks.marks)
        ticked |= taken
    items, lost = [], _head(cell, labels, ticks)
    for number, label in enumerate(labels):
        option, end = label.option, _end(cell, labels, number, ticks.marks)
        if option is None:
            continue
        words = _words(cell, label, end, ticks, foreign)
        if option.key in ticked:
            items.append(Chosen(option.key, words if option.requires_text else ""))
        if words and not (option.key in ticked and option.requires_text):
            lost.append(f"{option.label}：{words}")
    order = [option.key for option in field.options]
    items.sort(key=lambda item: order.index(item.option))
    return Ticked(tuple(items), lost, doubt, unclear)


def _added(text: str, foreign: Sequence[Words]) -> str:
    """Return a message about ticked words that are no option."""
    names = "、".join(f"“{text[words.start : words.end]}”" for words in foreign)
    return NO_OPTION_TICKED.format(names=names) if names else ""


def _span(words: Words) -> tuple[int, int]:
    return words.start, words.end


def _joined(
    field: Field, lines: list[Paragraph], checked: Mapping[str, bool], before: str
) -> _Cell:
    """Join the lines into one text, including boxes of controls whose character is gone."""
    tags = {f"{field.key}.{option.key}": option.key for option in field.options}
    owns = {f"{tag}.text": key for tag, key in tags.items()}
    text = before
    boxes: dict[str, Words] = {}
    own: dict[str, Words] = {}
    looks: list[tuple[int, int, tuple[str, ...]]] = []
    for line in lines:
        said = {tag for piece, _, tag in line.pieces if piece.strip(BLANKS)}
        for number, (piece, bold, tag) in enumerate(line.pieces):
            start = len(text)
            text += piece
            how = (*line.looks.get(number, ()), *((BOLD,) if bold else ()))
            looks += [(start, len(text), how)] if how else []
            if tag in tags and tag not in said and tags[tag] not in boxes and tag in checked:
                text += "☑" if checked[tag] else "□"
            if tag in tags:
                first = boxes.get(tags[tag])
                boxes[tags[tag]] = Words(first.start if first else start, len(text))
            elif tag in owns and piece.strip(BLANKS):
                inside = own.get(owns[tag])
                own[owns[tag]] = Words(inside.start if inside else start, len(text))
        text += "\n"
    return _Cell(text, boxes, own, looks)


def _labels(field: Field, cell: _Cell) -> list[Words]:
    """Return where each option is named, in text order.

    An option without label is named directly after its control.
    """
    labels: list[Words] = []
    position = 0
    for option in field.options:
        box = cell.boxes.get(option.key)
        label = _label(field, option, cell, labels, max(position, box.start if box else 0))
        if box and (label is None or not _is_beside(cell, box, label)):
            label = Words(box.end, box.end, option)
        if label is not None:
            labels.append(label)
            position = max(position, label.end)
    return sorted(labels, key=lambda words: (words.start, words.end))


def _is_beside(cell: _Cell, box: Words, label: Words) -> bool:
    """Return whether no other box is between a box and a label."""
    starts = (other.start for other in cell.boxes.values())
    return box.start <= label.start and not any(box.start < at < label.start for at in starts)


def _label(
    field: Field, option: Option, cell: _Cell, taken: Sequence[Words], position: int
) -> Words | None:
    """Return the words that name an option: with a mark, else after the one before."""
    stretches = _stretches(field, option, cell, taken)
    following = [words for words in stretches if words.start >= position]
    with_mark = [words for words in (*following, *stretches) if _has_mark(cell.text, words)]
    plain = [words for words in following if not _is_said(cell.text, words, taken)]
    return next(iter((*with_mark, *plain)), None)


def _stretches(field: Field, option: Option, cell: _Cell, taken: Sequence[Words]) -> list[Words]:
    """Return where an option's label occurs, outside longer labels."""
    kept = [*taken, *cell.own.values()]
    for other in field.options:
        if other is not option and solid(option.label) in solid(other.label):
            kept += [Words(*match.span()) for match in _named(other, cell.text)]
    return [
        Words(*match.span(), option)
        for match in _named(option, cell.text)
        if not any(stretch.start < match.end() and match.start() < stretch.end for stretch in kept)
    ]


def _named(option: Option, text: str) -> list[re.Match[str]]:
    """Return where a text names an option: by today's label, else by one of an older version."""
    known = (option.label, *option.formerly)
    matches = (list(re.finditer(_spaced(label), text)) for label in known)
    return next(filter(None, matches), [])


def _spaced(label: str) -> str:
    return GAP.join(map(re.escape, solid(label)))


def _has_mark(text: str, label: Words) -> bool:
    before = text[: label.start].rpartition("\n")[2]
    return bool(_MARK_BEFORE.search(before) or _MARK_BEHIND.match(text, label.end))


def _is_said(text: str, label: Words, taken: Sequence[Words]) -> bool:
    """Return whether words are part of what a person wrote after an option, without a gap."""
    asking = (words for words in taken if words.option and words.option.requires_text)
    between = (text[earlier.end : label.start] for earlier in asking if earlier.end <= label.start)
    return any(words.strip(_IDLE) and not _WIDE.search(words) for words in between)


def _end(cell: _Cell, labels: Sequence[Words], number: int, marks: Sequence[Mark]) -> int:
    """Return the end of the words beside a label: the next label, without the marks before it."""
    if number + 1 == len(labels):
        return len(cell.text)
    end = labels[number + 1].start
    for mark in reversed(marks):
        if labels[number].end <= mark.start and not cell.text[mark.end : end].strip(BLANKS):
            end = min(end, mark.start)
    return end


def _head(cell: _Cell, labels: Sequence[Words], ticks: Marked) -> list[str]:
    """Return the words before the first option."""
    end = labels[0].start if labels else len(cell.text)
    out: list[Words | Mark] = [*ticks.marks, *ticks.ticked]
    words = _without(cell.text, 0, end, out).strip(BLANKS)
    return [words] if words else []


def _without(text: str, start: int, end: int, out: Sequence[Words | Mark]) -> str:
    """Return a stretch of a text without some stretches."""
    made = ""
    for stretch in sorted(out, key=lambda stretch: stretch.start):
        if start <= stretch.start and stretch.end <= end:
            made += text[start : stretch.start]
            start = stretch.end
    return made + text[start:end]


def _words(cell: _Cell, label: Words, end: int, ticks: Marked, foreign: Sequence[Words]) -> str:
    """Return the words beside a label, without marks."""
    option = label.option
    out: list[Words | Mark] = [*ticks.marks, *foreign]
    if option is None or not option.requires_text:
        words = _without(cell.text, label.end, end, out)
        return words.strip(SIGNS + BLANKS + PUNCTUATION)
    own = cell.own.get(option.key)
    inside = cell.text[own.start : own.end].strip(BLANKS) if own else ""
    words = _without(cell.text, label.end, end, out).strip(BLANKS)
    if not own and end < len(cell.text):
        words = words.rstrip(BLANKS + _BETWEEN_OPTIONS)
    return _beside(words, inside)


def _beside(words: str, own: str) -> str:
    """Return the words beside a label, without line and brackets; a control's content stays."""
    if not own and (inside := _IN_BRACKETS.fullmatch(words)):
        return inside[1]
    written = off_the_line(words)
    start, end = len(written) - len(written.lstrip(_BESIDE)), len(written.rstrip(BLANKS))
    at = words.find(own)
    first, last = (at, at + len(own)) if own and at >= 0 else (end, 0)
    return words[min(start, first) : max(end, last)]
