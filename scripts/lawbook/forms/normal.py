"""Normalise answers, so that those filled in and those read back can be compared.

What is done, and nothing else; each change is reported under the label that people see:

- characters that XML forbids become U+FFFD, line ends become alike, blanks around an answer go;
- a one-line answer stands on one line (no blank between Chinese characters, else one);
- a long answer takes its one spelling (see ``passage``): blanks around lines and empty lines go;
- an instruction of the form that was left standing is no answer;
- figures in full width become half width where the field's pattern asks for them;
- options stand once, in the form's order; words only beside options that ask for them;
- empty rows go; a title that the form makes itself is left to the form.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from lawbook.base.problem import Problem
from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, COLONS, half_width, trimmed
from lawbook.forms import passage
from lawbook.forms.answers import Answers
from lawbook.forms.form import Field, Form
from lawbook.forms.values import Chosen, Row, Value, clean, spelt

ONLY_BLANKS: Shared[str] = "只有空白或填写说明，按未填处理"
SETTLED: Shared[str] = "写法已统一"
LINES_GONE: Shared[str] = "空行、重复项或不需要的文字已去掉"
SIGNS_REPLACED: Shared[str] = "不能保存的控制字符已换成“�”"
WIDE_SIGNS: Shared[str] = "全角字符已改为半角：{signs}"
BLANKS_GONE: Shared[str] = "多余的空白和空行已去掉"

_BLANK = re.compile(f"[{BLANKS}]+")
FIRST_WIDE: Shared[str] = "\u2e80"  # from here on characters stand without blanks between them
_BESIDE = COLONS + BLANKS


@dataclass(frozen=True)
class Normal:
    """Answers in normal form and what was changed to bring them there."""

    answers: Answers
    changes: tuple[Problem, ...] = ()


def normalised(form: Form, answers: Answers) -> Normal:
    """Return the normal form of answers; applying it twice changes nothing more."""
    changes: list[Problem] = []
    values: dict[str, Value] = {}
    for _, field in form.fields:
        old = answers.values.get(field.key)
        new = None if old is None else _value(form, field, old)
        if new is not None:
            values[field.key] = new
        if old != new:
            changes.append(Problem(f"「{field.called}」", _described(old, new)))
    title, mark = _title(form, answers), one_line(answers.mark)
    for name, before, after in (("标题", answers.title, title), ("标注", answers.mark, mark)):
        if before != after:
            changes.append(Problem(name, _described(before, after)))
    kept = Answers(form.key, MappingProxyType(values), title=title, mark=mark)
    return Normal(kept, tuple(changes))


@lru_cache(maxsize=2048)  # labels are needed for every file, answers several times
def solid(text: str) -> str:
    """Return text without any blank, to compare what programs set differently."""
    return _BLANK.sub("", text)


def one_line(text: str) -> str:
    r"""Return text on one line.

    >>> one_line("云澜市\n人民政府"), one_line("No\n1")
    ('云澜市人民政府', 'No 1')
    """
    lines = [line.strip(BLANKS) for line in trimmed(clean(text)).split("\n")]
    made = ""
    for line in filter(None, lines):
        apart = made and (made[-1] < FIRST_WIDE or line[0] < FIRST_WIDE)
        made += (" " if apart else "") + line
    return made


def derived_title(form: Form, answer: str) -> str:
    """Return the title that the form itself makes from the answer in it."""
    return answer + form.layout.title.text.replace("\n", "")


def without_hint(text: str, hints: tuple[str, ...]) -> str:
    """Return a line without instructions that stand alone, at its beginning or end."""
    for hint in hints:
        if solid(text) == solid(hint):
            return ""
        text = text.removeprefix(hint).removesuffix(hint).strip(BLANKS)
    return text


def is_made(form: Form, title: str) -> bool:
    """Return whether a title is one that the form makes itself, for any city."""
    return title == form.title or title.endswith(derived_title(form, ""))


def _title(form: Form, answers: Answers) -> str:
    title = one_line(answers.title)
    return "" if is_made(form, title) else title


def _value(form: Form, field: Field, value: Value) -> Value | None:
    hints = form.hints(field)
    if isinstance(value, str):
        if field.kind == "long_text":
            return _long(value, hints) or None
        return _short(field, value, hints) if field.kind == "text" else None
    if isinstance(value, datetime.date):
        return value if field.kind == "date" else None
    if field.kind in {"choice", "choices"}:
        return _chosen(field, value) or None
    return (_rows(field, value) or None) if field.kind == "rows" else None


def _short(field: Field, text: str, hints: tuple[str, ...]) -> str | None:
    line = _settled(one_line(text), hints)
    return spelt(field, line) or None


def _long(text: str, hints: tuple[str, ...]) -> str:
    canonical = passage.canonical(trimmed(clean(text)))
    lines = [_settled(line, hints) for line in canonical.split("\n")] if hints else [canonical]
    again = passage.canonical("\n".join(lines))
    return again if again == canonical else _long(again, hints)


def _settled(line: str, hints: tuple[str, ...]) -> str:
    """Return a line without hints, removed repeatedly until none is left."""
    again = without_hint(line, hints) if line else ""
    return line if again == line else _settled(again, hints)


def _chosen(field: Field, items: tuple[Chosen | Row, ...]) -> tuple[Chosen, ...]:
    words: dict[str, str] = {}
    for item in items:
        if isinstance(item, Chosen):
            words.setdefault(item.option, _beside(item.text))
    ticked = tuple(
        Chosen(option.key, words[option.key] if option.requires_text else "")
        for option in field.options
        if option.key in words
    )
    return ticked if field.kind == "choices" or len(ticked) == 1 else ()


def _beside(text: str) -> str:
    return one_line(one_line(text).replace("\t", " ").lstrip(_BESIDE))


def _rows(field: Field, items: tuple[Chosen | Row, ...]) -> tuple[Row, ...]:
    rows = (
        tuple(trimmed(clean(text)) for text in item) for item in items if isinstance(item, tuple)
    )
    return tuple(row for row in rows if any(row) and len(row) == len(field.columns))


def _described(old: Value | None, new: Value | None) -> str:
    """Return what normalising changed, in words for the reader."""
    if new is None or new == "":
        return ONLY_BLANKS
    if isinstance(old, str) and isinstance(new, str):
        return "、".join(_kinds(old, new)) or SETTLED
    return LINES_GONE


def _kinds(old: str, new: str) -> Iterator[str]:
    if new.count("\ufffd") > old.count("\ufffd"):
        yield SIGNS_REPLACED
    if solid(half_width(old)) == solid(new) and solid(old) != solid(new):
        yield WIDE_SIGNS.format(signs=new)
    if _BLANK.search(old) and solid(clean(old)) == solid(new):
        yield BLANKS_GONE
