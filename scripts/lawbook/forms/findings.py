"""Findings on answers that can be read: missing, too long, of the wrong shape.

What rests only on our own advice (a box 其他 without words, a field that is 建议填写) is advice: it
is shown, but never refuses a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lawbook.base.shared import Shared
from lawbook.base.unseen import unseen
from lawbook.base.yamlfile import Path_
from lawbook.forms import columns, letter
from lawbook.forms.computed import computed
from lawbook.forms.form import FIELD_ADVISED, OUR_ADVICE, Column, Field, Form
from lawbook.forms.handmade import amid, fits, fitting
from lawbook.forms.values import Chosen, Row, Value

FIELD_REQUIRED: Shared[str] = "这一栏必填"
NOT_ASKED: Shared[str] = "「{field}」填了，但是按现在的选择不用填"
CHECK_CHOICE: Shared[str] = "请核对选择，或者删去这一栏"
PLACE_EMPTY: Shared[str] = "信中“{field}”的位置空着"
FILL_ITS_FIELDS: Shared[str] = "填好算它要用的栏目"
FILL_FIRST: Shared[str] = "填好以前不能生成"
NOT_IN_LETTER: Shared[str] = "「{field}」填了，但是按现在的选择信中不写"
UNSEEN_SIGNS: Shared[str] = "{called}有看不见或者认不出的字符：{signs}"
DELETE_SIGNS: Shared[str] = "请删去这些字符，少了字的补上"
CELL_OF_ROW: Shared[str] = "{called}第 {number} 行的“{column}”"
FIELD_MISSING: Shared[str] = "「{field}」没有填写"
TOO_LONG: Shared[str] = "「{field}」有 {length} 字，最多 {most} 字"
MORE_THAN_NUMBER: Shared[str] = '「{field}」"{text}" 除“{fitting}”外还有别的文字'
WRITE_ONLY: Shared[str] = "请只写“{fitting}”，姓名等写在别的栏目"
CONTRADICTING: Shared[str] = "「{field}」选了“{option}”，又选了{others}，互相矛盾"
KEEP_WHAT_HOLDS: Shared[str] = "只留与实际相符的"
CHOSEN_UNEXPLAINED: Shared[str] = "「{field}」选了“{option}”，但没有写明内容"
WRITE_CONTENT: Shared[str] = "请写成 {option}: 内容"
ROW_CALLED: Shared[str] = "「{field}」第 {number} 行"
CELL_MISSING: Shared[str] = "{called}没有填写“{column}”"
CELL_SAYS: Shared[str] = "{called}的“{column}”写的是“{text}”"


@dataclass(frozen=True)
class Finding:
    """One finding: the field's key, the path inside its answer, what is wrong, what to do.

    ``basis`` are citations or fact ids, empty for our own advice; ``rule`` is the key of the rule
    that found it, empty for the form's own.
    """

    field: str
    path: Path_
    reason: str
    remedy: str = ""
    advice: bool = False
    basis: tuple[str, ...] = ()
    rule: str = ""

    @property
    def message(self) -> str:
        """Return reason and remedy in one line."""
        return f"{self.reason}；{self.remedy}" if self.remedy else self.reason


def findings(form: Form, values: Mapping[str, Value]) -> Iterator[Finding]:
    """Yield every finding, in the form's order; each rests on what its field rests on.

    Findings on invisible characters are our own advice.
    """
    yield from _of_letters(form, values)
    for _, field in form.fields:
        value = values.get(field.key)
        if not form.asks(field, values):
            if value:
                reason = NOT_ASKED.format(field=field.called)
                yield Finding(field.key, (), reason, CHECK_CHOICE, advice=True)
            else:
                continue
        firm = tuple(basis for basis in field.basis if basis != OUR_ADVICE)
        for finding in _of_field(field, value):
            yield replace(finding, basis=firm)
        for path, reason, remedy, advice in columns.cell_findings(form, field, values):
            yield Finding(field.key, path, reason, remedy, advice, () if advice else firm)
        yield from _of_unseen(field, value)


def _of_letters(form: Form, values: Mapping[str, Value]) -> Iterator[Finding]:
    """Yield empty gaps of letters, and answers that no letter prints."""
    values = {**values, **computed(form, values)}
    for section in (*form.sections, *form.attachments):
        if section.letter:
            for field in letter.gaps(section, values):
                reason = PLACE_EMPTY.format(field=field.called)
                remedy = FILL_ITS_FIELDS if field.computed else FILL_FIRST
                yield Finding(field.key, (), reason, remedy)
            for field in letter.idle(section, values):
                reason = NOT_IN_LETTER.format(field=field.called)
                yield Finding(field.key, (), reason, CHECK_CHOICE, advice=True)


def _of_unseen(field: Field, value: Value | None) -> Iterator[Finding]:
    for path, called, text in texts(field, value):
        if signs := "、".join(unseen(text)):
            reason = UNSEEN_SIGNS.format(called=called, signs=signs)
            yield Finding(field.key, path, reason, DELETE_SIGNS, advice=True)


def texts(field: Field, value: Value | None) -> Iterator[tuple[Path_, str, str]]:
    """Yield all texts of an answer: the path inside it, its name in messages, the text."""
    called = f"「{field.called}」"
    if isinstance(value, str):
        yield (), called, value
    for number, item in enumerate(value if isinstance(value, tuple) else ()):
        if isinstance(item, Chosen):
            yield (), called, item.text
        elif isinstance(item, tuple):
            for column, text in zip(field.columns, item, strict=True):
                yield (
                    (number, column.key),
                    CELL_OF_ROW.format(called=called, number=number + 1, column=column.label),
                    text,
                )


def _of_field(field: Field, value: Value | None) -> Iterator[Finding]:
    if not value:  # answers that were not normalised may have a choice of nothing
        yield from _of_none(field)
    elif isinstance(value, str):
        yield from _of_text(field, value)
    elif isinstance(value, tuple):
        yield from _of_items(field, value)


def _of_none(field: Field) -> Iterator[Finding]:
    if field.required:
        yield Finding(field.key, (), FIELD_MISSING.format(field=field.called), FIELD_REQUIRED)
    elif field.advised:
        yield Finding(
            field.key, (), FIELD_MISSING.format(field=field.called), FIELD_ADVISED, advice=True
        )


def _of_text(field: Field, text: str) -> Iterator[Finding]:
    if field.pattern and not fits(field.pattern, fitting(field.pattern, text)):
        yield _unfitting(field, text, amid(field.pattern, text))
    if field.max_length and len(text) > field.max_length:
        reason = TOO_LONG.format(field=field.called, length=len(text), most=field.max_length)
        yield Finding(field.key, (), reason, "请精简")


def _unfitting(field: Field, text: str, fitting: str) -> Finding:
    """Return a finding if a text does not match; numbers found among other words are advised."""
    if not fitting:
        return Finding(field.key, (), f'「{field.called}」"{text}" {field.pattern_message}')
    reason = MORE_THAN_NUMBER.format(field=field.called, text=text, fitting=fitting)
    remedy = WRITE_ONLY.format(fitting=fitting)
    return Finding(field.key, (), reason, remedy, advice=True)


def _of_items(field: Field, items: tuple[Chosen | Row, ...]) -> Iterator[Finding]:
    yield from _of_boxes(field, {item.option for item in items if isinstance(item, Chosen)})
    for number, item in enumerate(items):
        if isinstance(item, Chosen):
            yield from _of_chosen(field, item)
        else:
            for column, text in zip(field.columns, item, strict=True):
                yield from _of_cell(field, column, text, number)


def _of_boxes(field: Field, ticked: set[str]) -> Iterator[Finding]:
    for option in field.options:
        if option.alone and option.key in ticked and len(ticked) > 1:
            others = (other for other in field.options if other.key in ticked - {option.key})
            named = "、".join(f"“{other.label}”" for other in others)
            reason = CONTRADICTING.format(field=field.called, option=option.label, others=named)
            yield Finding(field.key, (), reason, KEEP_WHAT_HOLDS, advice=True)


def _of_chosen(field: Field, item: Chosen) -> Iterator[Finding]:
    option = next(option for option in field.options if option.key == item.option)
    if option.requires_text and not item.text:
        reason = CHOSEN_UNEXPLAINED.format(field=field.called, option=option.label)
        yield Finding(field.key, (), reason, WRITE_CONTENT.format(option=option.key), advice=True)


def _of_cell(field: Field, column: Column, text: str, number: int) -> Iterator[Finding]:
    path, called = (number, column.key), ROW_CALLED.format(field=field.called, number=number + 1)
    if column.required and not text:
        yield Finding(field.key, path, CELL_MISSING.format(called=called, column=column.label))
    if text and column.options and text not in column.options:
        reason = CELL_SAYS.format(called=called, column=column.label, text=text)
        known = f"可写：{'、'.join(column.options)}"
        yield Finding(field.key, path, reason, known, advice=True)
