"""What the columns of a list require of their cells: a date, a number, a unique name.

All of it is our own advice, which never refuses a file, except an invalid date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lawbook.base import dates
from lawbook.base.shared import Shared
from lawbook.base.yamlfile import Path_
from lawbook.forms.form import Column, Field, Form
from lawbook.forms.tally import rows_of
from lawbook.forms.values import CELL_CALLED, Value

SAYS: Shared[str] = "{called}写的是“{text}”"
SAME_AS_ROW: Shared[str] = "{called}与第 {number} 行相同：“{text}”"
SAY_EACH: Shared[str] = "请各写各的"
NOT_IN_FIELD: Shared[str] = "{called}写的“{words}”在「{field}」中没有"
CHECK_NUMBERS: Shared[str] = "请核对编号"
NO_SUCH_DAY: Shared[str] = "日历上没有这一天，请改成实际的日期"
WRITE_DAY: Shared[str] = "请写成 2026-12-01"
WRITE_NUMBER: Shared[str] = "请只写数字，例如 12 或者 98.5"

_NUMBER = re.compile("[0-9]+(?:[.][0-9]+)?")
_BETWEEN = re.compile("[、，,；; \u3000]+")

# The path inside the answer, what is wrong, what to do, whether that is our advice.
CellFinding = tuple[Path_, str, str, bool]


def cell_findings(form: Form, field: Field, values: Mapping[str, Value]) -> Iterator[CellFinding]:
    """Yield what is wrong with the cells of a list, or unlikely, column by column."""
    for position, column in enumerate(field.columns):
        seen: dict[str, int] = {}
        known = _names(form, column, values)
        for number, row in enumerate(rows_of(values.get(field.key))):
            text = row[position]
            called = CELL_CALLED.format(field=field.called, number=number + 1, column=column.label)
            path = (number, column.key)
            if text and (message := _unlike(column, text)):
                yield (
                    path,
                    SAYS.format(called=called, text=text),
                    message,
                    not _is_no_day(column, text),
                )
            if text and column.unique and text in seen:
                yield (
                    path,
                    SAME_AS_ROW.format(called=called, number=seen[text], text=text),
                    SAY_EACH,
                    True,
                )
            seen.setdefault(text, number + 1)
            if known and (
                lost := [word for word in _BETWEEN.split(text) if word and word not in known]
            ):
                other = form.field(column.refers or "").called
                yield (
                    path,
                    NOT_IN_FIELD.format(called=called, words="、".join(lost), field=other),
                    CHECK_NUMBERS,
                    True,
                )


def _names(form: Form, column: Column, values: Mapping[str, Value]) -> frozenset[str]:
    """Return the names in the list to which a column refers; empty if there is none."""
    if column.refers is None:
        return frozenset()
    columns = form.field(column.refers).columns
    position = next(number for number, column in enumerate(columns) if column.unique)
    return frozenset(row[position] for row in rows_of(values.get(column.refers)))


def _is_no_day(column: Column, text: str) -> bool:
    """Return whether a cell has a date that is not in the calendar."""
    return column.kind == "date" and dates.figures(text) is not None and dates.date(text) is None


def _unlike(column: Column, text: str) -> str:
    if _is_no_day(column, text):
        return NO_SUCH_DAY
    if column.kind == "date" and dates.date(text) is None:
        return WRITE_DAY
    if column.kind == "number" and not _NUMBER.fullmatch(text):
        return WRITE_NUMBER
    return ""
