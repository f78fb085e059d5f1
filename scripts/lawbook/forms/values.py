"""The values of answers, by kind of field: read from the text that a person wrote.

Blanks are trimmed and line ends unified with explicit character classes, because Python and
browsers disagree on what a blank is. Dates, and what has to match a pattern (numbers, addresses),
are normalised. Nothing else is changed, and nothing is ever evaluated.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawbook.base import dates
from lawbook.base.shared import Shared
from lawbook.base.text import is_plain, nearest, settled, trimmed
from lawbook.base.yamlfile import Path_, Tree
from lawbook.forms.handmade import fitting
from lawbook.forms.telephone import respelt

CELL_CALLED: Shared[str] = "「{field}」第 {number} 行的“{column}”"
NOT_TEXT: Shared[str] = "「{field}」应为文字；请直接写在冒号后"
ONE_LINE_ONLY: Shared[str] = "「{field}」只写一行；请去掉换行"
NOT_A_DAY: Shared[str] = '「{field}」"{text}" 不是日期；请写成 2026-12-10'
FIXED_CONTENT: Shared[str] = "固定内容"
COMPUTED_CONTENT: Shared[str] = "按其他栏目算出的"
NOT_FOR_FILLING: Shared[str] = "「{field}」是{what}，不用填写；请删去这一行"
ONE_OPTION_ONLY: Shared[str] = "「{field}」只能选一项；请只写一个"
NOT_A_LIST: Shared[str] = "「{field}」应为列表；每项一行，以“- ”开头"
OPTION_TWICE: Shared[str] = "「{field}」有选项写了两遍；请只保留一个"
OPTION_NOT_TEXT: Shared[str] = "「{field}」的选项应为文字，需要说明时写成“选项: 说明”"
NO_SUCH_OPTION: Shared[str] = "「{field}」没有选项“{word}”；{nearest}"
OPTION_TAKES_NO_WORDS: Shared[str] = "「{field}」的选项“{option}”后面不写文字；请删去“{text}”"
ROWS_NOT_A_LIST: Shared[str] = "「{field}」应为列表；每行以“- ”开头"
ROW_NOT_A_MAP: Shared[str] = "「{field}」第 {number} 行应为“列: 内容”"
NO_SUCH_COLUMN: Shared[str] = "「{field}」第 {number} 行没有“{column}”这一列"
CELL_NOT_TEXT: Shared[str] = "{called}应为文字"

if TYPE_CHECKING:
    from lawbook.forms.form import Column, Field, Option

# XML 1.0 forbids these; they become U+FFFD, so that a reader sees that something was there.
FORBIDDEN: Shared[str] = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_FORBIDDEN = re.compile(FORBIDDEN)

Row = tuple[str, ...]
Fault = Callable[[Path_, str], None]


@dataclass(frozen=True)
class Chosen:
    """A ticked box, with the words written beside it if the option asks for them."""

    option: str
    text: str = ""


Value = str | datetime.date | tuple[Chosen, ...] | tuple[Row, ...]


def clean(text: str) -> str:
    """Return the text, settled, with every character that XML 1.0 forbids replaced by U+FFFD."""
    if is_plain(text):  # XML forbids none of these characters
        return text
    return _FORBIDDEN.sub("\ufffd", settled(text))


def value_of(field: Field, tree: Tree, fault: Fault) -> Value | None:
    """Return the value in a tree, or None without an answer; faults go to ``fault``.

    ``fault`` receives the path inside the answer (``(1, "name")``: second row, that column) and the
    message.
    """
    if tree is None:
        return None
    return _READ[field.kind](field, tree, fault) or None


def _text(field: Field, tree: Tree, fault: Fault) -> str:
    if not isinstance(tree, str):
        fault((), NOT_TEXT.format(field=field.called))
        return ""
    text = trimmed(tree)
    if field.kind == "text" and "\n" in text:
        fault((), ONE_LINE_ONLY.format(field=field.called))
    return spelt(field, text)


def spelt(field: Field, text: str) -> str:
    """Return a text in the standard spelling of its field: numbers, addresses."""
    if field.pattern:
        return fitting(field.pattern, text)
    return respelt(text) if field.telephones else text


def _date(field: Field, tree: Tree, fault: Fault) -> datetime.date | None:
    text = _text(field, tree, fault)
    date = dates.date(text)
    if text and date is None:
        fault((), NOT_A_DAY.format(field=field.called, text=text))
    return date


def _fixed(field: Field, tree: Tree, fault: Fault) -> None:  # noqa: ARG001 - one signature
    what = FIXED_CONTENT if field.kind == "fixed" else COMPUTED_CONTENT
    fault((), NOT_FOR_FILLING.format(field=field.called, what=what))


def _choice(field: Field, tree: Tree, fault: Fault) -> tuple[Chosen, ...]:
    if isinstance(tree, list):
        fault((), ONE_OPTION_ONLY.format(field=field.called))
        return ()
    chosen = _chosen(field, tree, (), fault)
    return (chosen,) if chosen else ()


def _choices(field: Field, tree: Tree, fault: Fault) -> tuple[Chosen, ...]:
    if not isinstance(tree, list):
        fault((), NOT_A_LIST.format(field=field.called))
        return ()
    items = [_chosen(field, item, (n,), fault) for n, item in enumerate(tree)]
    order = [option.key for option in field.options]
    chosen = {item.option: item for item in items if item}
    if len(chosen) < sum(item is not None for item in items):
        fault((), OPTION_TWICE.format(field=field.called))
    return tuple(chosen[key] for key in order if key in chosen)


def _chosen(field: Field, tree: Tree, path: Path_, fault: Fault) -> Chosen | None:
    word, text = _word_and_text(tree)
    if word is None:
        fault(path, OPTION_NOT_TEXT.format(field=field.called))
        return None
    option = _option(field.options, word)
    if option is None:
        known = {option.key: option.label for option in field.options}
        fault(
            path, NO_SUCH_OPTION.format(field=field.called, word=word, nearest=nearest(word, known))
        )
        return None
    if text and not option.requires_text:
        fault(
            path, OPTION_TAKES_NO_WORDS.format(field=field.called, option=option.label, text=text)
        )
    return Chosen(option.key, text)


def _word_and_text(tree: Tree) -> tuple[str | None, str]:
    if isinstance(tree, str):
        return trimmed(tree), ""
    if isinstance(tree, dict) and len(tree) == 1:
        ((word, text),) = tree.items()
        if text is None or isinstance(text, str):
            return word, trimmed(text or "")
    return None, ""


def _option(options: tuple[Option, ...], word: str) -> Option | None:
    return next((option for option in options if word in (option.key, option.label)), None)


def _rows(field: Field, tree: Tree, fault: Fault) -> tuple[Row, ...]:
    if not isinstance(tree, list):
        fault((), ROWS_NOT_A_LIST.format(field=field.called))
        return ()
    rows = [_row(field, item, n, fault) for n, item in enumerate(tree)]
    return tuple(row for row in rows if any(row))


def _row(field: Field, tree: Tree, number: int, fault: Fault) -> Row:
    if not isinstance(tree, dict):
        fault((number,), ROW_NOT_A_MAP.format(field=field.called, number=number + 1))
        return ()
    known = {column.key: column.label for column in field.columns}
    for key in tree:
        if key not in known:
            message = NO_SUCH_COLUMN.format(field=field.called, number=number + 1, column=key)
            fault((number, key), f"{message}；{nearest(key, known)}")
    return tuple(
        _cell(field, column, tree.get(column.key), number, fault) for column in field.columns
    )


def _cell(field: Field, column: Column, tree: Tree, number: int, fault: Fault) -> str:
    if tree is None:
        return ""
    if not isinstance(tree, str):
        called = CELL_CALLED.format(field=field.called, number=number + 1, column=column.label)
        fault((number, column.key), CELL_NOT_TEXT.format(called=called))
        return ""
    return trimmed(tree)


_READ: dict[str, Callable[[Field, Tree, Fault], Value | None]] = {
    "text": _text,
    "long_text": _text,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "rows": _rows,
    "fixed": _fixed,
    "computed": _fixed,
}
