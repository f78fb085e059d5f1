"""How a form stands in Word: what its declaration says of cover, title, sections and fields."""

from __future__ import annotations

from typing import Literal

from lawbook.law.record import FieldKey, Record, Text


class FieldLayout(Record):
    """Where a field stands in Word: half a row, lines of label and boxes, a list's blank rows."""

    half: bool = False
    label_lines: tuple[Text, ...] = ()
    option_lines: tuple[int, ...] = ()
    blank_rows: int = 3


class SectionLayout(Record):
    """How a section stands in Word.

    ``arrange``: lines of the cover, rows of the table, text and lists outside it, or a letter.
    ``heading``: the title as a row of the table (band), as a line above (line), or not at all.
    """

    arrange: Literal["cover", "table", "open", "letter"] = "table"
    new_page: bool = False
    heading: Literal["band", "line", "none"] = "band"


class TitleLayout(Record):
    """The title above the table; ``field`` is answered inside it, in front of ``text``.

    A line end in ``text`` is where the title breaks, so that no word is torn.
    """

    text: Text
    field: FieldKey | None = None


class FormLayout(Record):
    """What stands on the cover and above the table; ``blank_mark`` vanishes when filled.

    ``show_required`` puts （必填） before the hints of required fields; the official template
    has no such sign. ``official``: the form follows an official template, and its answers can be
    written in that layout too.
    """

    mark: Text | None = None
    cover: tuple[Text, ...] = ()
    blank_mark: Text | None = None
    title: TitleLayout
    show_required: bool = False
    official: bool = False
