"""Read a list that was written as lines: one row a line, the kind beside the name or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lawbook.base.shared import Shared
from lawbook.forms.form import Column, Field
from lawbook.forms.normal import solid
from lawbook.forms.values import Row
from lawbook.word.read.content import Paragraph
from lawbook.word.read.headings import numbered

_BETWEEN = re.compile("[\t|｜]| {2,}|\u3000+")
_SEVERAL = re.compile("[、；;]")
_ENDS = "，,、；;。：:—- \t\u3000"
# Words with which an organisation's name ends.
ORGANISATIONS: Shared[str] = (
    "公司|集团|企业|厂|大学|学院|学校|研究院|研究所|科学院|医院|卫生院|中心|实验室|协会|学会|联盟"
    "|基金会|银行|委员会|局|厅|院|所|社|部|馆|站"
)
_ORGANISATION = re.compile(f"(?:{ORGANISATIONS})(?:[（(][^（）()]*[)）])?$")
_BRACKETS = re.compile("^(.+)[（(]([^（）()]+)[)）]$")


def rows(field: Field, lines: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Row]]:
    """Yield each row and its line; a line that only names a kind applies to the following ones."""
    kinds = next((column for column in field.columns if column.options), None)
    above = ""
    for line in lines:
        text = numbered(line.text.strip(_ENDS))[2].strip(_ENDS)
        if kinds and (kind := _kind(text, kinds)):
            above = kind
            continue
        head, colon, rest = text.replace(":", "：").partition("：")
        if kinds and colon and (kind := _kind(head, kinds)):
            for name in _SEVERAL.split(rest.strip(_ENDS)):
                yield line, _row(field, [name.strip(_ENDS)], kind, kinds)
            continue
        for unit in units(text):
            cells = [cell.strip(_ENDS) for cell in _BETWEEN.split(unit)]
            yield line, _row(field, [cell for cell in cells if cell], above, kinds)


def units(text: str) -> list[str]:
    """Return the organisations that a line enumerates; the whole line unless all are such.

    >>> units("海棠大学、海棠医院；甲公司"), units("海棠市教育、科技研究中心")
    (['海棠大学', '海棠医院', '甲公司'], ['海棠市教育、科技研究中心'])
    """
    parts = [part.strip(_ENDS) for part in _SEVERAL.split(text)]
    return parts if len(parts) > 1 and all(map(_ORGANISATION.search, parts)) else [text]


def _kind(text: str, column: Column) -> str:
    """Return the option that a text names, also with its number or 类 after it."""
    words = solid(text).removesuffix("类")
    return next((option for option in column.options if solid(option) == words), "")


def _row(field: Field, cells: list[str], above: str, kinds: Column | None) -> Row:
    """Assign cells to columns; the kind is the cell or the bracket that names one."""
    kind = above
    inside = _BRACKETS.match(cells[0]) if cells else None
    if kinds and inside and (named := _kind(inside[2], kinds)):
        cells, kind = [inside[1], *cells[1:]], named
    for number, cell in enumerate(cells[1:], 1):
        if kinds and (named := _kind(cell, kinds)):
            cells, kind = [*cells[:number], *cells[number + 1 :]], named
            break
    name, *more = cells or [""]
    free = [column.key for column in field.columns[1:] if column is not kinds]
    if len(more) > len(free):
        name, more = "　".join([name, *more]), []
    texts = dict(zip(free, more, strict=False))
    texts |= {field.columns[0].key: name} | ({kinds.key: kind} if kinds else {})
    return tuple(texts.get(column.key, "") for column in field.columns)
