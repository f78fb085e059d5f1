"""Read the fields of one document from their slots, and report what is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property

from lawbook.base import dates
from lawbook.base.problem import Problem
from lawbook.base.shared import Shared
from lawbook.base.text import trimmed
from lawbook.forms.form import Field, Form, Section
from lawbook.forms.normal import one_line, solid, without_hint
from lawbook.forms.values import Chosen, Row, Value
from lawbook.word.read.answer_slots import Slot, Slots
from lawbook.word.read.boxes import chosen
from lawbook.word.read.cells import after_words, before_words
from lawbook.word.read.content import Content, Paragraph, Table
from lawbook.word.read.passages import written
from lawbook.word.read.rows import listed
from lawbook.word.read.sentences import read_letter

FIELD_LOST: Shared[str] = "在文件中没有找到这一栏；请从空白表中把这一栏复制回来再填"
OTHER_FIXED_WORDS: Shared[str] = "固定的文字与表单不同，只读了各栏的内容：“{words}”"
SEVERAL_PLACES: Shared[str] = "几处写的不同（{words}），读入了第一处；请核对"
NOT_AN_OPTION: Shared[str] = "“{text}”不是可选的一项；请写成其中一项：{labels}"
ONE_CELL: Shared[str] = (
    "与{called}合在一格，分不清各自的内容，没有读入：“{text}”；请拆成各自的格子再填"
)
NOT_A_WHOLE_DAY: Shared[str] = "“{text}”不是完整的日期；请写成 2026年12月1日"
BESIDE_OPTIONS: Shared[str] = "选项之外的文字没有读入：“{words}”"
SEVERAL_TICKED: Shared[str] = "勾选了 {count} 项（{names}）；只能选一项，请去掉多余的"
FIELD_BESIDE: Shared[str] = "栏目名称旁的文字一并读作答案：“{words}”；请核对"


class Reader:
    """Reads the fields of one document; faults and notes are collected in its lists."""

    def __init__(self, form: Form, content: Content) -> None:
        self.form = form
        self.content = content
        self.slots = Slots(form, content)
        self.faults: list[tuple[str, str]] = []
        self.notes: list[Problem] = []
        self.altered: list[str] = []
        self.computed: dict[str, str] = {}

    def values(self) -> dict[str, Value]:
        """Return the answers as they are, by field."""
        values: dict[str, Value] = dict(self._letters())
        for section, field in self.form.fields:
            if section.letter and field.kind != "rows":
                continue
            if not self.form.asks(field, values) and self.slots.label_of(field) is None:
                continue  # not asked, and absent
            slot = self.slots.of(section, field)
            if slot is None:
                self._missing(field)
                continue
            if slot.shared_with:
                self._shared(field, slot)
                continue
            value = self._value(field, slot)
            if value and not self._is_blank(field, value):
                values[field.key] = value
        return values

    def _letters(self) -> Iterator[tuple[str, Value]]:
        """Yield the answers in the sentences of letters."""
        for section in self.form.sections:
            if not section.letter:
                continue
            letter = read_letter(section, self.content)
            self.slots.used.update(map(id, letter.used))
            for paragraph in letter.changed:
                words = one_line(paragraph.text)
                told = OTHER_FIXED_WORDS.format(words=words)
                self.notes.append(Problem("信函", told))
            for field in section.fields:
                if field.kind != "rows":
                    value = self._said(section, field, letter.texts.get(field.key, []))
                    if value:
                        yield field.key, value

    def _said(self, section: Section, field: Field, texts: list[str]) -> Value | None:
        """Return the answer in the slots of a field; differing slots are reported."""
        if field.key == self.form.layout.title.field:
            slot = self.slots.of(section, field)
            texts = [*texts, *([trimmed(self._line(field, slot))] if slot else [])]
        stands = bool(texts)
        texts = [text for text in texts if not self._is_blank(field, text)]
        differing = list(dict.fromkeys(texts))
        if field.computed:
            self._computed(field, differing[0] if differing else "")
            return None
        if len(differing) > 1:
            words = "、".join(f"“{one_line(text)}”" for text in differing)
            self._note(field, SEVERAL_PLACES.format(words=words))
        if not differing:
            always = any(
                field.key in sentence.field_keys
                for sentence in section.letter
                if not sentence.only_if
            )
            if always and field.key not in self.content.controls and not stands:
                self._missing(field)
            return None
        if field.kind == "date":
            return self._date(field, differing[0])
        if field.kind == "choice":
            return self._option(field, differing[0])
        return differing[0]

    def _option(self, field: Field, text: str) -> Value | None:
        for option in field.options:
            if solid(text) in map(solid, (option.label, *option.formerly)):
                return (Chosen(option.key),)
        labels = "、".join(option.label for option in field.options)
        self._fault(field, NOT_AN_OPTION.format(text=one_line(text), labels=labels))
        return None

    def _shared(self, field: Field, slot: Slot) -> None:
        """Report in full what cannot be told apart from the answers of other fields."""
        others = [self.form.field(key) for key in slot.shared_with]
        hints = {solid(hint) for owner in (field, *others) for hint in self.form.hints(owner)}
        text = written(slot.blocks, plain=True)
        if all(solid(line) in {"", *hints} for line in text.split("\n")):
            return
        called = "".join(f"「{other.called}」" for other in others)
        self._fault(field, ONE_CELL.format(called=called, text=one_line(text)))

    def _is_blank(self, field: Field, value: Value) -> bool:
        """Return whether a value is that of a blank form: empty, or the field's instruction."""
        hints = {solid(hint) for hint in self.form.hints(field)}
        return isinstance(value, str) and solid(value) in {"", *hints}

    def labels(self) -> dict[str, Paragraph]:
        """Return the paragraph of each field's label."""
        pairs = ((field.key, self.slots.label_of(field)) for _, field in self.form.fields)
        return {key: label for key, label in pairs if label is not None}

    def _missing(self, field: Field) -> None:
        if field.kind == "fixed":
            self.altered.append(field.key)
        elif field.kind != "computed":
            self._fault(field, FIELD_LOST)

    def _fault(self, field: Field, message: str) -> None:
        self.faults.append((field.key, message))

    def _note(self, field: Field, message: str) -> None:
        self.notes.append(Problem(f"「{field.called}」", message))

    def _value(self, field: Field, slot: Slot) -> Value | None:
        if field.kind == "fixed":
            self._fixed(field, slot)
            return None
        if field.kind == "computed":
            self._computed(field, self._line(field, slot))
            return None
        if field.kind in {"choice", "choices"}:
            return self._boxes(field, slot)
        if field.kind == "rows":
            return self._rows(field, slot)
        if field.kind == "long_text":
            text = written(slot.blocks)
            self._note_extra(field, slot, text)
            return "\n".join(filter(None, (slot.extra, text)))
        text = self._line(field, slot)
        return self._date(field, text) if field.kind == "date" else text

    def _line(self, field: Field, slot: Slot) -> str:
        """Return a short answer: the lines of its slot without label and title."""
        text = written(slot.blocks, plain=True)
        if slot.label:
            rest = after_words(text, slot.label)
            text = text if rest is None else rest[rest[:1] in {"：", ":"} :]
        if field.key == self.form.layout.title.field:
            text = before_words(text, self.form.layout.title.text).rstrip("\n")
        self._note_extra(field, slot, text)
        return f"{slot.extra}\n{text}" if slot.extra else text

    def _note_extra(self, field: Field, slot: Slot, text: str) -> None:
        """Report text beside the label if the field's own slot has an answer too."""
        hints = {solid(hint) for hint in self.form.hints(field)}
        if slot.extra and solid(text) not in {"", *hints}:
            self._note(field, FIELD_BESIDE.format(words=one_line(slot.extra)))

    def _date(self, field: Field, text: str) -> datetime.date | None:
        shown = one_line(text)
        for hint in self.form.hints(field):
            shown = without_hint(shown, (hint,))
        if (date := dates.date(shown)) is None and shown:
            self._fault(field, NOT_A_WHOLE_DAY.format(text=shown))
        return date

    def _fixed(self, field: Field, slot: Slot) -> None:
        """Check that the words of a fixed text are in the document, one after the other."""
        if solid(field.text or "") not in self._all_text:
            self.altered.append(field.key)
        self.slots.used.update(id(block) for block in slot.blocks)

    @cached_property
    def _all_text(self) -> str:
        return solid("".join(paragraph.text for paragraph in self.content.paragraphs()))

    def _computed(self, field: Field, text: str) -> None:
        """Keep the text of a computed field: not read, but compared with the computed value."""
        if not self._is_blank(field, text):
            self.computed[field.key] = text

    def _boxes(self, field: Field, slot: Slot) -> tuple[Chosen, ...]:
        lines = [block for block in slot.blocks if isinstance(block, Paragraph)]
        hints = [solid(hint) for hint in self.form.hints(field)]
        kept = [line for line in lines if solid(line.text) not in hints]
        ticked = chosen(field, kept, self.content.checked, slot.extra)
        if ticked.doubt:
            self._note(field, ticked.doubt)
        if ticked.unclear:
            self._fault(field, ticked.unclear)
        for words in ticked.lost:
            if solid(words) not in hints:
                self._note(field, BESIDE_OPTIONS.format(words=one_line(words)))
        if field.kind == "choice" and len(ticked.items) > 1:
            labels = {option.key: option.label for option in field.options}
            names = "、".join(labels[item.option] for item in ticked.items)
            told = SEVERAL_TICKED.format(count=len(ticked.items), names=names)
            self._fault(field, told)
            return ()
        return ticked.items

    def _rows(self, field: Field, slot: Slot) -> tuple[Row, ...]:
        tables = [block for block in slot.blocks if isinstance(block, Table)]
        cells = (cell for table in tables for row in table.rows for cell in row)
        self.slots.used.update(id(block) for cell in cells for block in cell.blocks)
        read = listed(field, tables)
        for message in read.faults:
            self._fault(field, message)
        for message in read.notes:
            self._note(field, message)
        return read.rows
