"""Collect the segments of a document in order, and number its controls and bookmarks."""

from __future__ import annotations

from lawbook.forms.computed import WHOLE
from lawbook.forms.conditions import OnlyIf
from lawbook.forms.form import Field, Form, Group, Option
from lawbook.word.layout.markup import FANG, Control, bookmarked, paragraph, run, styled
from lawbook.word.layout.slots import EMPTY, Beside, Box, Day, Line, Only, OnlyBlank, Segment

# Lists number the controls of their rows from here, a hundred thousand for each list.
ROWS_OF_A_LIST = 100_000

HALF = 16  # Latin letters, wide ones among them, that fit in a cell of half the width


class Sheet:
    """Collects the segments of one form while its parts are laid out."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.segments: list[Segment] = []
        self._numbers = 0
        self._lists = 0

    def add(self, *segments: Segment) -> None:
        """Append fixed XML and slots."""
        self.segments.extend(segments)

    def only(self, start: int, only_if: OnlyIf, keys: tuple[str, ...] = ()) -> None:
        """Make what was added since ``start`` depend on certain options."""
        if only_if:
            inner = tuple(self.segments[start:])
            del self.segments[start:]
            self.add(Only(tuple(only_if.items()), inner, keys))

    def number(self) -> int:
        """Return the next free number for a control or bookmark."""
        self._numbers += 1
        return self._numbers

    def numbers_of_list(self) -> int:
        """Return the first number for a list's controls."""
        self._lists += 1
        return self._lists * ROWS_OF_A_LIST

    def control(self, tag: str, alias: str, *, lock: str = "", temporary: bool = False) -> Control:
        """Return a control with the next free number."""
        return Control(self.number(), tag, alias, lock, temporary)

    def label(self, key: str, style: str, lines: tuple[str, ...], more: str = "") -> str:
        """Return a paragraph with a label inside the bookmark of its field."""
        return paragraph(style, self.name(key, style, "\n".join(lines)), more=more)

    def name(self, key: str, style: str, text: str) -> str:
        """Return runs of a label inside the bookmark of its field."""
        return self.marked(key, styled(style, text))

    def marked(self, key: str, runs: str) -> str:
        """Return runs inside the bookmark of a field."""
        return bookmarked(self.number(), key, runs)

    def tag(self, text: str) -> str:
        """Return the tag of a control in a list."""
        return text

    def group_label(self, group: Group, more: str = "") -> str:
        """Return a paragraph with the label of a group of fields."""
        lines = group.label_lines or (group.label,)
        return paragraph("TableLabel", styled("TableLabel", "\n".join(lines)), more=more)

    def instruction(self, text: str, style: str = "Passage", more: str = "") -> list[Segment]:
        """Return an instruction above an answer, in the blank form only."""
        return [OnlyBlank(paragraph(style, run(text, style="Hint"), more=more))] if text else []

    def line(self, field: Field, font: str, *, style: str = "") -> Line:
        """Return the slot of a short text or a date; its control cannot be deleted by accident."""
        control = self.control(field.key, field.called, lock="sdtLocked")
        make = Day if field.kind == "date" else Line
        room = HALF if field.layout.half else 0
        return make(field.key, control, font, self.form.hint(field) or EMPTY, style, room)

    def computed_slot(self, field: Field) -> Line:
        """Return the slot of a computed value with its explanation; nobody may change it."""
        control = self.control(field.key, field.called, lock="sdtContentLocked")
        return Line(f"{field.key}{WHOLE}", control, FANG, self.form.hint(field) or EMPTY)

    def fixed(self, field: Field, runs: str) -> str:
        """Return a control around text that nobody may change."""
        return self.control(field.key, field.called, lock="sdtContentLocked").around(runs)

    def boxes(self, field: Field, options: tuple[Option, ...], font: str) -> list[Segment]:
        """Return the boxes of one line with their labels, separated by tabs."""
        segments: list[Segment] = []
        for number, option in enumerate(options):
            tag, alias = f"{field.key}.{option.key}", f"{field.called}：{option.label}"
            segments.append(run("\t", font) if number else "")
            segments.append(Box(field.key, option.key, self.control(tag, alias)))
            segments.append(run(f" {option.label}", font))
            if option.requires_text:
                words = self.control(f"{tag}.text", f"{alias}（说明）", lock="sdtLocked")
                segments.append(run("：", font))
                segments.append(Beside(field.key, words, font, option=option.key))
        return segments
