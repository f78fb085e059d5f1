"""A letter: sentences with gaps for fields, each printed if its condition holds.

A letter has no logic of its own. A sentence with an empty gap is never printed: such a letter is
not built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from pydantic import Field as Setting
from pydantic import model_validator

from lawbook.forms.conditions import ANSWERED, OnlyIf, allows, unknown_options
from lawbook.forms.values import Value
from lawbook.law.record import FieldKey, Record, Text

if TYPE_CHECKING:
    from lawbook.forms.form import Field, Section

_KEY = re.compile(r"\{([a-z][a-z0-9_]*)\}")
KINDS = ("text", "date", "choice", "rows", "computed")


class Sentence(Record):
    """A paragraph of a letter, or the list of a field; ``{field}`` is the place of an answer.

    ``at``: the body, the number below the title, the recipient, the line of attachments, who signs,
    and the day below; ``annex`` begins a page after the letter, ``annex-title`` names it.
    """

    text: Text | None = None
    rows: FieldKey | None = None
    at: Literal["body", "number", "to", "attached", "sign", "day", "annex", "annex-title"] = "body"
    only_if: OnlyIf = Setting(default_factory=dict)

    @property
    def pieces(self) -> tuple[str, ...]:
        """Return fixed words and field keys alternately, beginning and ending with fixed words.

        >>> Sentence(text="{unit}：").pieces
        ('', 'unit', '：')
        """
        return tuple(_KEY.split(self.text or ""))

    @property
    def field_keys(self) -> tuple[str, ...]:
        """Return the keys of the fields in it."""
        return (self.rows,) if self.rows else self.pieces[1::2]

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Return whether it is printed with these answers."""
        return allows(self.only_if, values)

    @model_validator(mode="after")
    def _one_of_two(self) -> Sentence:
        if (self.text is None) == (self.rows is None):
            raise ValueError("信函的一句写 text 或者 rows，只写一个")
        return self


def letter_faults(section: Section) -> Iterator[str]:
    """Yield what is wrong with the sentences of a section."""
    fields = {field.key: field for field in section.fields}
    placed = {key for sentence in section.letter for key in sentence.field_keys}
    for sentence in section.letter:
        for key in sentence.field_keys:
            field = fields.get(key)
            if field is None:
                yield f"信函中的栏目 {key} 不在这一节"
            elif (field.kind == "rows") != bool(sentence.rows):
                yield f"栏目 {key} 是 {field.kind}，不能这样放进信函"
        yield from unknown_options(sentence.only_if, fields)
    for key in fields:
        if key not in placed:
            yield f"栏目 {key} 在信函中没有位置"


def gaps(section: Section, values: Mapping[str, Value]) -> Iterator[Field]:
    """Yield the fields whose gaps are empty in the letter with these answers."""
    wanted = {
        key for sentence in section.letter if sentence.holds(values) for key in sentence.field_keys
    } | {
        key
        for sentence in section.letter
        for key in sentence.only_if
        if _needed(sentence, key, values)
    }
    for field in section.fields:
        if field.key in wanted and not values.get(field.key):
            yield field


def _needed(sentence: Sentence, key: str, values: Mapping[str, Value]) -> bool:
    """Return whether a sentence may still be printed: a choice that it depends on is open."""
    others = {name: options for name, options in sentence.only_if.items() if name != key}
    return ANSWERED not in sentence.only_if[key] and allows(others, values)


def is_moot(section: Section, key: str, values: Mapping[str, Value]) -> bool:
    """Return whether the choices made rule out every sentence with a gap for a field."""
    sentences = [sentence for sentence in section.letter if key in sentence.field_keys]
    settled = (set(sentence.only_if) <= set(values) for sentence in sentences)
    return bool(sentences) and all(settled) and not any(s.holds(values) for s in sentences)


def idle(section: Section, values: Mapping[str, Value]) -> Iterator[Field]:
    """Yield the fields that have an answer which the letter does not print."""
    printed = {
        key for sentence in section.letter if sentence.holds(values) for key in sentence.field_keys
    }
    for field in section.fields:
        if values.get(field.key) and field.key not in printed and not field.computed:
            yield field
