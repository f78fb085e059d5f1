"""The variable parts of a form: each slot knows its blank text and how to take an answer.

A form is compiled once into fixed pieces of XML with slots in between; filling is escaping and
joining. Nothing in an answer is ever evaluated.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from lawbook.forms.answers import Answers
from lawbook.forms.conditions import allows
from lawbook.word.layout import prose
from lawbook.word.layout.markup import FANG, Cell, Control, Row, date_kind, paragraph, run

# A control without hint, answered or not, must still be wide enough to click.
EMPTY = "\u3000\u3000"
NARROWEST = 33  # percent


class Slot(Protocol):
    """A part that differs between the blank form and a filled one."""

    @property
    def blank(self) -> str:
        """Return the XML of the blank form."""

    def filled(self, answers: Answers) -> str:
        """Return the XML with the answer in place."""


Segment = str | Slot


@dataclass(frozen=True)
class Line:
    """A short text in a control; without answer the control stays, wide enough to click.

    ``room``: how many Latin letters fit; a longer address or number is set narrower, since it would
    break at its hyphens, and any other character in it would make it a different address. ``empty``
    is shown without an answer: in a letter that was begun, what belongs there.
    """

    key: str
    control: Control
    font: str
    hint: str = EMPTY
    style: str = ""
    room: int = 0
    empty: str = field(default=EMPTY, kw_only=True)

    @property
    def blank(self) -> str:
        """Return the control with its hint."""
        return self.control.around(run(self.hint, self.font, style="Hint"), hint=True)

    def filled(self, answers: Answers) -> str:
        """Return the control with the answer."""
        return self.with_text(answers.text(self.key))

    def with_text(self, text: str) -> str:
        """Return the control with a given text."""
        if not text:
            return self.control.around(run(self.empty, self.font, style="Hint"), hint=True)
        is_one_line = text.isascii() and text.isprintable()
        is_wide = is_one_line and self.room and len(text) > self.room
        scale = max(NARROWEST, self.room * 100 // len(text)) if is_wide else 0
        return self.control.around(run(text, self.font, style=self.style, scale=scale))


@dataclass(frozen=True)
class Day(Line):
    """A date in a date control."""

    @property
    def blank(self) -> str:
        """Return the date control with its hint."""
        hint = run(self.hint, self.font, style="Hint")
        return self.control.around(hint, hint=True, kind=date_kind())

    def filled(self, answers: Answers) -> str:
        """Return the date control with the date."""
        value = answers.values.get(self.key)
        if not isinstance(value, datetime.date):
            hint = run(self.empty, self.font, style="Hint")
            return self.control.around(hint, hint=True, kind=date_kind())
        text = run(answers.text(self.key), self.font, style=self.style)
        return self.control.around(text, kind=date_kind(value.isoformat()))


@dataclass(frozen=True)
class Beside(Line):
    """The words beside a box that asks for them."""

    option: str = ""

    def filled(self, answers: Answers) -> str:
        """Return the control with the words beside the ticked box."""
        return self.with_text(answers.chosen(self.key).get(self.option, ""))


@dataclass(frozen=True)
class ChosenWords(Line):
    """The chosen option's label, in a sentence of a letter."""

    labels: tuple[tuple[str, str], ...] = ()

    def filled(self, answers: Answers) -> str:
        """Return the control with the label of the option."""
        chosen = answers.chosen(self.key)
        return self.with_text(next((words for key, words in self.labels if key in chosen), ""))


@dataclass(frozen=True)
class Only:
    """A part shown only with certain options; the blank form always has it.

    ``keys``: also shown if one of these fields is answered, so that no answer is lost.
    """

    conditions: tuple[tuple[str, tuple[str, ...]], ...]
    segments: tuple[Segment, ...]
    keys: tuple[str, ...] = ()

    @property
    def blank(self) -> str:
        """Return the segments of the blank form."""
        return "".join(
            segment if isinstance(segment, str) else segment.blank for segment in self.segments
        )

    def filled(self, answers: Answers) -> str:
        """Return the segments with answers, empty if the options were not chosen."""
        holds = allows(dict(self.conditions), answers.values)
        if not holds and not any(answers.values.get(key) for key in self.keys):
            return ""
        return "".join(
            segment if isinstance(segment, str) else segment.filled(answers)
            for segment in self.segments
        )


@dataclass(frozen=True)
class Box:
    """A box of a choice."""

    key: str
    option: str
    control: Control

    @property
    def blank(self) -> str:
        """Return the empty box."""
        return self.control.box(ticked=False)

    def filled(self, answers: Answers) -> str:
        """Return the box, ticked if the option was chosen."""
        return self.control.box(ticked=self.option in answers.chosen(self.key))


@dataclass(frozen=True)
class Passage:
    """A long text: the table cell is the field, its hint vanishes when a person types.

    ``cut`` goes between the first row of an answer and the second (see ``prose.beginning``).
    ``above`` and ``leading`` are the label if it is in the answer's own cell: in a paragraph of its
    own, or in the first line of the answer.
    """

    key: str
    hint: Control
    text: str = EMPTY
    cut: str = ""
    above: str = ""
    leading: str = ""

    @property
    def blank(self) -> str:
        """Return a paragraph with the hint in a temporary control."""
        runs = self.hint.around(run(self.text, style="Hint"), hint=True)
        return prose.line(runs)

    def filled(self, answers: Answers) -> str:
        """Return the paragraphs of the answer; a cell without answer keeps one empty paragraph."""
        text = answers.text(self.key)
        parts, first = prose.pieces(text), prose.beginning(text) if self.cut else 0
        if self.leading and prose.is_line(text):
            return self.leading + parts[0].partition("</w:pPr>")[2] + "".join(parts[1:])
        if not first:
            return self.above + ("".join(parts) or prose.line(""))
        return prose.kept_with_next("".join(parts[:first])) + self.cut + "".join(parts[first:])


@dataclass(frozen=True)
class BySize:
    """A part that depends on a long answer's size: empty, short, long, or in two rows."""

    key: str
    blank: str
    short: str
    long: str
    cut: str

    def filled(self, answers: Answers) -> str:
        """Return the part for the answer's size."""
        text = answers.text(self.key)
        if prose.beginning(text):
            return self.cut
        return self.short if prose.is_short(text) else self.long


NO_ROW = "无"  # in the column of row numbers, which is not read back


@dataclass(frozen=True)
class ListRows:
    """The rows of a list: some blank ones, or one for each row of the answer.

    ``columns`` are tag, alias and width in twips; ``first`` is the first number of the controls,
    and ``number_width`` the width of the column that counts the rows; ``small`` sets wide tables
    in smaller type; ``optional``: the list may have no row.
    """

    key: str
    columns: tuple[tuple[str, str, int], ...]
    first: int
    number_width: int
    blanks: int
    small: bool = False
    optional: bool = False

    @property
    def blank(self) -> str:
        """Return numbered rows with empty controls."""
        return "".join(self._row(number, self._nothing) for number in range(self.blanks))

    def filled(self, answers: Answers) -> str:
        """Return one row for each row of the answer; at least one empty row."""
        rows = answers.rows(self.key)
        if not rows:
            return self._row(0, self._nothing, NO_ROW if self.optional else "")
        return "".join(self._row(number, texts) for number, texts in enumerate(rows))

    @property
    def _nothing(self) -> tuple[str, ...]:
        return ("",) * len(self.columns)

    def _row(self, number: int, texts: tuple[str, ...], sign: str = "") -> str:
        counted = run(sign or str(number + 1))
        count = paragraph("SmallNumber" if self.small else "ColumnNumber", counted)
        style = "SmallText" if self.small else "TableText"
        cells = [Cell(self.number_width).around(count)]
        first = self.first + number * len(self.columns)
        for control, (column, text) in enumerate(zip(self.columns, texts, strict=True), first):
            before, after, empty = _cell(control, *column, style)
            cells.append(before + run(text) + after if text else empty)
        return Row(567).around("".join(cells))


@lru_cache(maxsize=1024)
def _cell(number: int, tag: str, alias: str, width: int, style: str) -> tuple[str, str, str]:
    """Return the XML before and after a cell's text, and the cell without text."""
    control, mark = Control(number, tag, alias), "\0"
    line = Line(tag, control, FANG).with_text("")
    whole, empty = (paragraph(style, inside) for inside in (control.around(mark), line))
    before, _, after = Cell(width).around(whole).partition(mark)
    return before, after, Cell(width).around(empty)


@dataclass(frozen=True)
class OnlyBlank:
    """A part of the blank form only: （模板）, the notice, an instruction."""

    blank: str

    def filled(self, answers: Answers) -> str:  # noqa: ARG002 - one signature
        """Return nothing."""
        return ""
