"""A form compiled for the browser: the package's parts, fixed XML and the slots in between.

``content/assets/forms/slots.js`` fills them; the bytes are those of ``lawbook.word.fill``.
"""

from __future__ import annotations

from dataclasses import asdict

from lawbook.forms.form import Form
from lawbook.word.layout.docx import compiled, compiled_like_ministry
from lawbook.word.layout.markup import Control
from lawbook.word.layout.package import NAMING, PARTS, plain_parts, template
from lawbook.word.layout.slots import (
    EMPTY,
    Beside,
    Box,
    BySize,
    ChosenWords,
    Day,
    Line,
    ListRows,
    Only,
    OnlyBlank,
    Passage,
    Segment,
)

Tree = dict[str, object]
_LINES = {"day": Day, "beside": Beside, "said": ChosenWords}


def exported(form: Form) -> Tree:
    """Return ``parts`` by name, in packing order, and the body's ``segments``."""
    tree: Tree = {
        "parts": {part: template(name) for part, name in PARTS.items()},
        "segments": [_segment(segment) for segment in compiled(form).segments],
    }
    return tree | {"ministry": _ministry(form)} if form.layout.official else tree


def _ministry(form: Form) -> Tree:
    """Return the official template's layout: its ``segments``, and the ``parts`` that differ."""
    return {
        "parts": {part: plain_parts()[part] for part in NAMING},
        "segments": [_segment(segment) for segment in compiled_like_ministry(form).segments],
    }


def _segment(segment: Segment) -> str | Tree:
    """Return a fixed text as it is, a slot with its name."""
    if isinstance(segment, str):
        return segment
    if isinstance(segment, Line):
        return _line(segment)
    if isinstance(segment, Box):
        control = _control(segment.control)
        return {"slot": "box", "key": segment.key, "option": segment.option, "control": control}
    if isinstance(segment, Passage):
        return _passage(segment)
    if isinstance(segment, ListRows):
        return _rows(segment)
    return _sometimes(segment)


def _sometimes(segment: Segment) -> Tree:
    """Return what only the blank form has, or only a letter with certain options."""
    if isinstance(segment, Only):
        conditions = [[key, list(options)] for key, options in segment.conditions]
        inner = [_segment(inner) for inner in segment.segments]
        return {
            "slot": "only",
            "conditions": conditions,
            "keys": list(segment.keys),
            "segments": inner,
        }
    if isinstance(segment, BySize):
        return {"slot": "bySize"} | asdict(segment)
    assert isinstance(segment, OnlyBlank)
    return {"slot": "blank", "xml": segment.blank}


def _line(slot: Line) -> Tree:
    kind = next((name for name, slot_type in _LINES.items() if isinstance(slot, slot_type)), "line")
    tree: Tree = {
        "slot": kind,
        "key": slot.key,
        "control": _control(slot.control),
        "font": slot.font,
        "hint": slot.hint,
        "style": slot.style,
    }
    if slot.room:
        tree["room"] = slot.room
    if slot.empty != EMPTY:
        tree["empty"] = slot.empty
    if isinstance(slot, ChosenWords):
        return tree | {"labels": [list(label) for label in slot.labels]}
    return tree | {"option": slot.option} if isinstance(slot, Beside) else tree


def _passage(slot: Passage) -> Tree:
    control = _control(slot.hint)
    return {
        "slot": "passage",
        "key": slot.key,
        "control": control,
        "hint": slot.text,
        "cut": slot.cut,
        "above": slot.above,
        "leading": slot.leading,
    }


def _rows(slot: ListRows) -> Tree:
    return {
        "slot": "rows",
        "key": slot.key,
        "columns": [list(column) for column in slot.columns],
        "first": slot.first,
        "numberWidth": slot.number_width,
        "optional": slot.optional,
        "blanks": slot.blanks,
        "small": slot.small,
    }


def _control(control: Control) -> Tree:
    tree: Tree = {"number": control.number, "tag": control.tag, "alias": control.alias}
    if control.lock:
        tree["lock"] = control.lock
    return tree | {"temporary": True} if control.temporary else tree
