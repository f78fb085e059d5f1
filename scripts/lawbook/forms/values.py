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
        fault((), f"「{field.called}」应为文字；请直接写在冒号后")
        return ""
    text = trimmed(tree)
    if field.kind == "text" and "\n" in text:
        fault((), f"「{field.called}」只写一行；请去掉换行")
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
        fault((), f'「{field.called}」"{text}" 不是日期；请写成 2026-12-10')
    return date


def _fixed(field: Field, tree: Tree, fault: Fault) -> None:  # noqa: ARG001 - one signature
    what = "固定内容" if field.kind == "fixed" else "按其他栏目算出的"
    fault((), f"「{field.called}」是{what}，不用填写；请删去这一行")


def _choice(field: Field, tree: Tree, fault: Fault) -> tuple[Chosen, ...]:
    if isinstance(tree, list):
        fault((), f"「{field.called}」只能选一项；请只写一个")
        return ()
    chosen = _chosen(field, tree, (), fault)
    return (chosen,) if chosen else ()


def _choices(field: Field, tree: Tree, fault: Fault) -> tuple[Chosen, ...]:
    if not isinstance(tree, list):
        fault((), f"「{field.called}」应为列表；每项一行，以“- ”开头")
        return ()
    items = [_chosen(field, item, (n,), fault) for n, item in enumerate(tree)]
    order = [option.key for option in field.options]
    chosen = {item.option: item for item in items if item}
    if len(chosen) < sum(item is not None for item in items):
        fault((), f"「{field.called}」有选项写了两遍；请只保留一个")
    return tuple(chosen[key] for key in order if key in chosen)


def _chosen(field: Field, tree: Tree, path: Path_, fault: Fault) -> Chosen | None:
    word, text = _word_and_text(tree)
    if word is None:
        fault(path, f"「{field.called}」的选项应为文字，需要说明时写成“选项: 说明”")
        return None
    option = _option(field.options, word)
    if option is None:
        known = {option.key: option.label for option in field.options}
        fault(path, f"「{field.called}」没有选项“{word}”；{nearest(word, known)}")
        return None
    if text and not option.requires_text:
        fault(path, f"「{field.called}」的选项“{option.label}”后面不写文字；请删去“{text}”")
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
        fault((), f"「{field.called}」应为列表；每行以“- ”开头")
        return ()
    rows = [_row(field, item, n, fault) for n, item in enumerate(tree)]
    return tuple(row for row in rows if any(row))


def _row(field: Field, tree: Tree, number: int, fault: Fault) -> Row:
    if not isinstance(tree, dict):
        fault((number,), f"「{field.called}」第 {number + 1} 行应为“列: 内容”")
        return ()
    known = {column.key: column.label for column in field.columns}
    for key in tree:
        if key not in known:
            message = f"「{field.called}」第 {number + 1} 行没有“{key}”这一列"
            fault((number, key), f"{message}；{nearest(key, known)}")
    return tuple(
        _cell(field, column, tree.get(column.key), number, fault) for column in field.columns
    )


def _cell(field: Field, column: Column, tree: Tree, number: int, fault: Fault) -> str:
    if tree is None:
        return ""
    if not isinstance(tree, str):
        called = f"「{field.called}」第 {number + 1} 行的“{column.label}”"
        fault((number, column.key), f"{called}应为文字")
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
