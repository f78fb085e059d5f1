"""How a form is laid out in Word: what its declaration says of cover, title, sections, fields."""

from __future__ import annotations

from typing import Literal

from lawbook.law.record import FieldKey, Record, Text


class FieldLayout(Record):
    """A field in Word: half a row, lines of label and boxes, number of a list's blank rows."""

    half: bool = False
    label_lines: tuple[Text, ...] = ()
    option_lines: tuple[int, ...] = ()
    blank_rows: int = 3


class SectionLayout(Record):
    """A section in Word.

    ``arrange``: lines of the cover, rows of the table, text and lists outside it, or a letter.
    ``heading``: the title as a row of the table (band), as a line above (line), or not at all.
    """

    arrange: Literal["cover", "table", "open", "letter"] = "table"
    new_page: bool = False
    heading: Literal["band", "line", "none"] = "band"


class TitleLayout(Record):
    """The title above the table; ``field`` is answered inside it, before ``text``.

    A line end in ``text`` is where the title breaks, so that no word is split.
    """

    text: Text
    field: FieldKey | None = None


class FormLayout(Record):
    """The cover and what is above the table; ``blank_mark`` vanishes when filled.

    ``show_required`` puts （必填） before the hints of required fields, which the official template
    does not have. ``official``: the form follows an official template, and its answers can be
    written in that layout too.
    """

    mark: Text | None = None
    cover: tuple[Text, ...] = ()
    blank_mark: Text | None = None
    title: TitleLayout
    show_required: bool = False
    official: bool = False
