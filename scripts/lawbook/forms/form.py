"""A form: what is asked, on which provision each question rests, and how it is laid out.

One declaration in ``data/forms/<key>.yml`` gives the blank Word form, the filled one, the page that
explains each field and the JSON Schema of its answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BeforeValidator, model_validator
from pydantic import Field as Setting

from lawbook.base.pattern import Exact
from lawbook.base.shared import Shared
from lawbook.forms import form_faults
from lawbook.forms.carry import Carries
from lawbook.forms.clashes import clashes
from lawbook.forms.computed import Computed
from lawbook.forms.conditions import OnlyIf, allows
from lawbook.forms.form_layout import FieldLayout, FormLayout, SectionLayout
from lawbook.forms.letter import KINDS as LETTER_KINDS
from lawbook.forms.letter import Sentence, letter_faults
from lawbook.forms.values import Value
from lawbook.law.citation import Citation
from lawbook.law.record import FieldKey, Key, Record, Text

FIELD_ADVISED: Shared[str] = "建议填写"

OUR_ADVICE: Shared[str] = "本指南建议"
REQUIRED_SIGN: Shared[str] = "（必填）"
Kind = Literal["text", "long_text", "date", "choice", "choices", "rows", "fixed", "computed"]
# Kinds without an answer.
UNASKED = ("fixed", "computed")


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _known_basis(value: str) -> str:
    return value if value == OUR_ADVICE else str(Citation.parse(value))


Basis = Annotated[
    tuple[Annotated[str, AfterValidator(_known_basis)], ...],
    BeforeValidator(_as_list),
    Setting(min_length=1),
]


Addressee = Literal["applicant"] | None
ADDRESSEE = Setting(default=None, validation_alias=AliasChoices("for", "addressee"))


class Option(Record):
    """One box of a choice; ``requires_text`` asks for words beside the box.

    ``alone``: it contradicts every other box of the field. ``formerly`` are the keys and labels
    that it had in older versions of the form.
    """

    key: FieldKey
    label: Text
    formerly: tuple[Text, ...] = ()
    requires_text: bool = False
    alone: bool = False
    basis: Basis | None = None


class Column(Record):
    """One column of a list; ``width`` is its share of the page.

    ``unique``: no two rows have the same text here, so that it identifies its row; ``refers`` is
    the list of the form whose unique column has the texts of this one. ``formerly`` are the keys
    that it had, and the headings by which Word files are read.
    """

    key: FieldKey
    label: Text
    formerly: tuple[Text, ...] = ()
    hint: Text | None = None
    required: bool = False
    kind: Literal["text", "date", "number"] = "text"
    unique: bool = False
    refers: FieldKey | None = None
    options: tuple[Text, ...] = ()
    basis: Basis | None = None
    width: int = 1


class Field(Record):
    """One question.

    ``hint`` is shown in the blank form and vanishes when filled, ``help`` is our advice for the
    site. ``name`` is the field's name in messages if its label is not enough; ``formerly`` are the
    keys that it had in older versions of the form, ``also`` the words that people write for its
    label, by which Word files are read. ``telephones``: numbers in its text are normalised.
    ``carries`` is what it is prefilled from; ``see`` are facts shown beside it with their
    confidence; ``computed`` is how its value follows from others, so that nobody types it.
    ``only_if`` are the choices with which it is asked; ``addressee`` (in YAML ``for``) is who may
    see it outside the committee.
    """

    key: FieldKey
    label: Text
    formerly: tuple[FieldKey, ...] = ()
    also: tuple[Text, ...] = ()
    name: Text | None = None
    kind: Kind = "text"
    required: bool = False
    advised: bool = False
    only_draft: bool = False
    basis: Basis
    carries: Carries = ()
    see: tuple[Text, ...] = ()
    computed: Computed | None = None
    only_if: OnlyIf = Setting(default_factory=dict)
    addressee: Addressee = ADDRESSEE
    group: FieldKey | None = None
    hint: Text | None = None
    help: Text | None = None
    text: Text | None = None
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    telephones: bool = False
    pattern: Exact | None = None
    pattern_message: Text | None = None
    max_length: int | None = None
    layout: FieldLayout = FieldLayout()

    @property
    def called(self) -> str:
        """Return the field's name in messages.

        >>> Field(key="phone", label="手机", name="联系人手机", basis="本指南建议").called
        '联系人手机'
        """
        return self.name or self.label

    @property
    def standing(self) -> str:
        """Return 必填, 建议填写 or 选填."""
        if self.required:
            return "必填"
        return FIELD_ADVISED if self.advised else "选填"

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Field:
        faults = list(form_faults.of_kind(self))
        faults += clashes("选项", self.options) + clashes("列", self.columns)
        if self.required and self.advised:
            faults.append("required 与 advised 只能有一个为 true")
        if (self.pattern is None) != (self.pattern_message is None):
            faults.append("pattern 与 pattern_message 应同时写出")
        lines = "".join(self.layout.label_lines)
        if lines and lines != self.label:
            faults.append(f"label_lines 连起来是“{lines}”，应为“{self.label}”")
        if faults:
            raise ValueError(f"「{self.label}」{'；'.join(faults)}")
        return self


class Group(Record):
    """Fields under one label, such as the four paths; ``hint`` as in a field."""

    key: FieldKey
    label: Text
    label_lines: tuple[Text, ...] = ()
    hint: Text | None = None


# What can be placed where in Word; long answers need a cell, lists a table of their own.
_KINDS = {
    "cover": ("text", "date"),
    "table": ("text", "long_text", "date", "choice", "choices", "fixed", "computed"),
    "open": ("rows", "fixed", "text", "date"),
    "letter": LETTER_KINDS,
}


class Section(Record):
    """Fields that belong together. An attachment is a section on a page of its own.

    ``formerly`` are the titles that it had in older versions of the form, ``letter`` the sentences
    of a letter with its fields, ``only_if`` the choices with which it is shown.
    """

    key: FieldKey
    title: Text
    formerly: tuple[Text, ...] = ()
    note: Text | None = None
    groups: tuple[Group, ...] = ()
    fields: Annotated[tuple[Field, ...], Setting(min_length=1)]
    letter: tuple[Sentence, ...] = ()
    only_if: OnlyIf = Setting(default_factory=dict)
    layout: SectionLayout = SectionLayout()

    def group(self, key: str) -> Group:
        """Return the group of a key, which validation has found to exist."""
        return next(group for group in self.groups if group.key == key)

    @model_validator(mode="after")
    def _groups_exist(self) -> Section:
        known = {group.key for group in self.groups}
        for field in self.fields:
            if field.group and field.group not in known:
                raise ValueError(f"「{field.label}」的 group {field.group} 未在 groups 中写出")
            if field.kind not in _KINDS[self.layout.arrange]:
                fitting = "、".join(_KINDS[self.layout.arrange])
                where = f"「{field.label}」是 {field.kind}，不能放在 {self.layout.arrange} 中"
                raise ValueError(f"{where}；可放：{fitting}")
        if bool(self.letter) != (self.layout.arrange == "letter"):
            raise ValueError(f"「{self.title}」：arrange: letter 与 letter 应同时写出")
        if faults := list(letter_faults(self)) if self.letter else []:
            raise ValueError(f"「{self.title}」{'；'.join(faults)}")
        return self


class Form(Record):
    """A form and the documents it follows; ``notice`` opens it, ``example`` is offered first.

    ``addressee`` (in YAML ``for``) is who receives it, ``by`` who wrote it if not the committee:
    what an applicant receives has only fields that are marked for applicants.
    """

    key: Key
    title: Text
    version: Text
    follows: Annotated[tuple[Key, ...], Setting(min_length=1)]
    notice: Text
    addressee: Addressee = ADDRESSEE
    by: Literal["applicant"] | None = None
    example: Key | None = None
    sections: Annotated[tuple[Section, ...], Setting(min_length=1)]
    attachments: tuple[Section, ...] = ()
    layout: FormLayout

    @cached_property
    def fields(self) -> tuple[tuple[Section, Field], ...]:
        """Return every field with its section, attachments last."""
        sections = (*self.sections, *self.attachments)
        return tuple((section, field) for section in sections for field in section.fields)

    @cached_property
    def computes(self) -> bool:
        """Return whether anything in it is computed."""
        return any(field.computed for _, field in self.fields)

    @property
    def is_letter(self) -> bool:
        """Return whether it is a letter, which is never built with an empty gap."""
        return any(section.letter for section in self.sections)

    def asks(self, field: Field, values: Mapping[str, Value]) -> bool:
        """Return whether a field is asked with these answers."""
        section = self._section_of[field.key]
        return allows(section.only_if, values) and allows(field.only_if, values)

    @cached_property
    def _section_of(self) -> dict[str, Section]:
        return {field.key: section for section, field in self.fields}

    def hint(self, field: Field) -> str:
        """Return the words in a blank field, with 必填 if the form shows it."""
        shown = field.required and self.layout.show_required
        return (REQUIRED_SIGN if shown else "") + (field.hint or "")

    def hints(self, field: Field) -> tuple[str, ...]:
        """Return the instructions that may be left standing in a field's answer, longest first."""
        return self._hints[field.key]

    @cached_property
    def _hints(self) -> dict[str, tuple[str, ...]]:
        hints = {}
        for section, field in self.fields:
            group = section.group(field.group).hint if field.group else ""
            words = {self.hint(field), field.hint or "", group or ""}
            hints[field.key] = tuple(sorted(filter(None, words), key=len, reverse=True))
        return hints

    def field(self, key: str) -> Field:
        """Return the field of a key. Raises KeyError."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> dict[str, Field]:
        return {field.key: field for _, field in reversed(list(self.fields))}

    @model_validator(mode="after")
    def _fits_together(self) -> Form:
        if faults := list(form_faults.faults(self)):
            raise ValueError("；".join(faults))
        return self
