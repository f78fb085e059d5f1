"""Restore the form's own labels where a person reworded, split or repeated them.

Only labels of fields that have no mark of this guide in the file are considered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, COLONS
from lawbook.forms.form import Field, Form
from lawbook.forms.normal import solid
from lawbook.word.read.cells import name
from lawbook.word.read.content import Cell, Content, Paragraph, Table
from lawbook.word.read.groups import cells_of, is_marked, number_rows
from lawbook.word.read.headings import numbered

_BRACKETS = re.compile("[（(][^（）()]*[)）]$")
AGAIN_MARK: Shared[re.Pattern[str]] = re.compile("[（(]?(?:续表?|接上[页表]?)[)）]?$")
_BETWEEN = f"{BLANKS}、，；。,;"


def settle_labels(form: Form, content: Content) -> None:
    """Restore the words and cells of a document's labels, in place."""
    lost = [field for _, field in form.fields if not is_marked(content, field)]
    if not lost:
        return
    words = {name(label): field for field in lost for label in (field.label, *field.also)}
    titles = {name(group.label) for section in form.sections for group in section.groups}
    for table in [block for block in content.blocks if isinstance(block, Table)]:
        _join_cells(table, {*words, *titles})
    _join_rows(content, words)
    for field in lost:
        if field.options and field.label.endswith(tuple(COLONS)):
            _begin_line(content, field.label)
    _call_by_label([field for field in lost if not field.group], content)
    _split_cells(form, content, lost, words)


def _join_cells(table: Table, words: set[str]) -> None:
    """Join a label split over two cells side by side; the second cell is removed."""
    for row in table.rows:
        for number in range(len(row) - 2):
            first, second = row[number : number + 2]
            torn = name(first.text), name(second.text)
            if all(torn) and "".join(torn) in words and words.isdisjoint(torn):
                line = next(first.paragraphs())
                line.pieces = [(first.text + second.text, False, "")]
                first.blocks[:] = [line]
                del row[number + 1]
                break


def _begin_line(content: Content, label: str) -> None:
    """Start a new line at a label that ends with a colon and follows other words."""
    for cell in cells_of(content):
        for line in list(cell.paragraphs()):
            at = re.search(f"(?<=[{_BETWEEN}]){re.escape(label[:-1])}[{COLONS}]", line.text)
            if at and line.text[: at.start()].strip(_BETWEEN):
                made = Paragraph(line.node, cell, line.style)
                made.pieces = [(line.text[at.start() :], False, "")]
                line.pieces, line.looks = [(line.text[: at.start()], False, "")], {}
                cell.blocks.insert(cell.blocks.index(line) + 1, made)
                return


def _join_rows(content: Content, words: dict[str, Field]) -> None:
    """Join a row to the one above if its label is empty, repeated, or the rest of that label."""
    above: list[Cell] = []
    for block in list(content.blocks):
        if isinstance(block, Paragraph):
            above = above if not solid(block.text) else []
            continue
        for row in list(block.rows):
            if len(row) == len(above) == 2 and _goes_on(above, row, words):
                for line in row[1].paragraphs():
                    line.cell = above[1]
                above[1].blocks += row[1].blocks
                block.rows.remove(row)
            else:
                above = row
        number_rows(block)
    content.blocks[:] = [
        part for part in content.blocks if isinstance(part, Paragraph) or part.rows
    ]


def _goes_on(above: Sequence[Cell], row: Sequence[Cell], words: dict[str, Field]) -> bool:
    """Return whether a row continues the one above; joins a label in two rows."""
    first, second = name(above[0].text), name(row[0].text)
    if any(cell.start for cell in (*above, *row)) or not solid(row[1].text):
        return False
    if first + second in words and first not in words and second not in words:
        line = next(above[0].paragraphs())
        line.pieces = [(first + second, False, "")]
        above[0].blocks[:] = [line]
        return True
    is_long = first in words and words[first].kind == "long_text"
    return is_long and AGAIN_MARK.sub("", second) in {"", first}


def _call_by_label(lost: Sequence[Field], content: Content) -> None:
    """Give a label that a person worded differently the words of the form."""
    all_cells = cells_of(content)[::-1] if lost else []
    whole = {name(numbered(cell.text)[2]): cell for cell in all_cells}
    cells = {_BRACKETS.sub("", words): cell for words, cell in whole.items()} | whole
    plain = {name(cell.text) for cell in all_cells}
    for field in lost:
        if name(field.label) in plain:
            continue
        words = map(name, (field.label, *field.also))
        other = next((cells[key] for key in words if key in cells), None)
        if other is not None and (first := next(other.paragraphs(), None)):
            first.pieces = [(field.label, False, "")]
            other.blocks[:] = [first]


def _split_cells(
    form: Form, content: Content, lost: Sequence[Field], words: dict[str, Field]
) -> None:
    """Split cells with answers after their labels into rows: 联系人：…… 电话：……."""
    covers = {
        field.key
        for section in form.sections
        if section.layout.arrange in {"cover", "open", "letter"}
        for field in section.fields
    }
    short = {
        key: field
        for key, field in words.items()
        if field.kind == "text" and field.key not in covers and not field.group
    }
    known = {name(field.label) for field in lost} | set(words)
    for cell in cells_of(content):
        left = _left(cell)
        answers = _answers(cell.text, short)
        mine = {field.key for field, _ in answers}
        owner = words.get(name(left.text)) if left else None
        if not answers or (
            left and name(left.text) in known and (not owner or owner.key not in mine)
        ):
            continue
        if left and owner:
            left.blocks.clear()
        _into_rows(content, cell, answers)


def _left(cell: Cell) -> Cell | None:
    row = cell.table.rows[cell.row]
    at = row.index(cell)
    return row[at - 1] if at else None


def _answers(text: str, short: dict[str, Field]) -> list[tuple[Field, str]]:
    """Return the labels of a cell and the text after each; empty if a word precedes them."""
    if not short or not any(colon in text for colon in COLONS):
        return []
    starts = list(_with_colon(tuple(short)).finditer(text))
    if not starts or text[: starts[0].start()].strip(BLANKS):
        return []
    ends = [*(match.start() for match in starts[1:]), len(text)]
    answers = [
        (short[name(match[1])], text[match.end() : end].strip(_BETWEEN))
        for match, end in zip(starts, ends, strict=True)
    ]
    once = len({field.key for field, _ in answers}) == len(answers)
    return answers if once and any(words for _, words in answers) else []


@lru_cache(maxsize=64)  # more than there are forms
def _with_colon(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of a label at the start of a text or after a comma, with its colon."""
    longest_first = sorted(labels, key=len, reverse=True)
    spaced = "|".join(f"[{BLANKS}]*".join(map(re.escape, label)) for label in longest_first)
    return re.compile(f"(?:^|[{_BETWEEN}])[{BLANKS}]*({spaced})[{BLANKS}]*[{COLONS}]")


def _into_rows(content: Content, cell: Cell, answers: Sequence[tuple[Field, str]]) -> None:
    line = next(cell.paragraphs())
    table = Table()
    for number, (field, words) in enumerate(answers):
        row = [Cell(table, number, 0), Cell(table, number, 1)]
        for new_cell, text in zip(row, (field.label, words), strict=True):
            new_cell.blocks.append(Paragraph(line.node, new_cell, pieces=[(text, False, "")]))
        table.rows.append(row)
    cell.blocks.clear()
    content.blocks.insert(content.blocks.index(cell.table), table)
