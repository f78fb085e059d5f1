"""Rearrange an official template filled by hand as this guide's own form.

The template has no controls and no bookmarks: its cover is lines, its title several paragraphs,
several fields share one cell, boxes are in nested tables, lists can be numbered lines. Each of
these is rearranged for ``answer_slots``; nothing else reads it.
"""

from __future__ import annotations

from lawbook.base.problem import Problem
from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS, COLONS
from lawbook.forms.form import Field, Form, Section
from lawbook.forms.handmade import off_the_line
from lawbook.forms.normal import solid
from lawbook.word.read import enumeration
from lawbook.word.read.cells import after_words, fit, name, right
from lawbook.word.read.content import Cell, Content, Paragraph, Table
from lawbook.word.read.groups import Relaid, cells_of, divide, is_marked
from lawbook.word.read.headings import lines_of
from lawbook.word.read.labels import settle_labels
from lawbook.word.read.nested import unnest

ONE_LINE_NOT_SPLIT: Shared[str] = "“{words}”写在一行，没有拆开；不是一家的，请每行写一家"

_QUOTES = dict.fromkeys(map(ord, '“”"「」『』＂'))
_MOST_LINES = 5
_LONGEST = 40  # maximum length of an answer on the cover


def relaid(form: Form, content: Content) -> Relaid:
    """Rearrange a document, in place, as the form."""
    made = Relaid()
    unnest(form, content)
    settle_labels(form, content)
    for section in form.sections:
        if section.layout.arrange == "cover" and not any(
            is_marked(content, field) for field in section.fields
        ):
            _cover_lines(content, section)
    for section, field in form.fields:
        if is_marked(content, field):
            continue
        if field.key == form.layout.title.field:
            _join_title(form, content, field)
        elif section.layout.arrange == "cover":
            _cover_line(content, section, field)
        elif field.kind == "rows":
            _list_lines(form, section, field, content, made)
    for section in form.sections:
        for group in section.groups:
            divide(form, section, group, content, made)
    return made


def _join_title(form: Form, content: Content, field: Field) -> None:
    """Join a title in several paragraphs; the one on the cover has nothing before it."""
    words, span = _unquoted(form.layout.title.text), None
    lines = [paragraph for paragraph in content.paragraphs() if solid(paragraph.text)]
    cover = {_unquoted(text) for text in (*form.layout.cover, form.layout.mark or "")}
    for start, line in enumerate(lines):
        first, text = _unquoted(line.text), ""
        for end in range(start, min(start + _MOST_LINES, len(lines))):
            text += _unquoted(lines[end].text)
            before = text[: len(text) - len(words)]
            alone = before == first and first not in cover
            if (
                text.endswith(words)
                and (len(before) < len(first) or alone)
                and (before or not span)
            ):
                span = lines[start : end + 1], before
    exact = solid(form.layout.title.text)
    if span is None or (len(span[0]) == 1 and solid(span[0][0].text).endswith(exact)):
        return
    (title, *others), before = span
    title.pieces = [(before + form.layout.title.text, False, "")]
    for other in others:
        (other.cell.blocks if other.cell else content.blocks).remove(other)
    content.bookmarks[f"f_{field.key}"] = title


def _unquoted(text: str) -> str:
    return solid(text).translate(_QUOTES)


def _cover_lines(content: Content, section: Section) -> None:
    """Move each line of the cover into a paragraph of its own, outside any table."""
    blocks: list[Paragraph | Table] = []
    for block in content.blocks:
        held = [block] if isinstance(block, Paragraph) else _column(block)
        lines = [line for inner in held for line in lines_of(inner) if isinstance(line, Paragraph)]
        is_cover = any(_answer_of(line, field) for line in lines for field in section.fields)
        blocks += lines if is_cover else [block]
    content.blocks[:] = blocks


def _column(table: Table) -> list[Paragraph]:
    """Return the paragraphs of a table of one column."""
    if any(len(row) > 1 for row in table.rows):
        return []
    return [line for row in table.rows for cell in row for line in cell.paragraphs()]


def _answer_of(line: Paragraph, field: Field) -> str:
    """Return what follows the label of a field after a colon or blank; empty for another line."""
    rest = after_words(line.text, field.label)
    apart = rest and (rest[0] in COLONS or any(f"{blank}{rest}" in line.text for blank in BLANKS))
    return rest if rest and apart else ""


def _cover_line(content: Content, section: Section, field: Field) -> None:
    """Turn a line of the cover into a row: label and answer, which may be on the next line."""
    for number, line in enumerate(content.blocks):
        rest = _answer_of(line, field) if isinstance(line, Paragraph) else ""
        if not rest or not isinstance(line, Paragraph):
            continue
        answer = off_the_line(rest.lstrip(COLONS))
        lines = [_copy(line, answer)]
        below = content.blocks[number + 1] if number + 1 < len(content.blocks) else None
        if rest in COLONS and isinstance(below, Paragraph) and not _is_cover(below, section):
            lines = [below]
            content.blocks.remove(below)
        table = Table()
        _add_row(table, [_copy(line, f"{field.label}：")], lines)
        content.blocks[number] = table
        return


def _is_cover(line: Paragraph, section: Section) -> bool:
    """Return whether a line is empty, one of the cover, or longer than an answer there."""
    text = solid(line.text)
    labels = tuple(solid(field.label) for field in section.fields)
    return not 0 < len(text) <= _LONGEST or text.startswith(labels)


def _copy(line: Paragraph, text: str) -> Paragraph:
    """Return a paragraph with other words; comments go to the document's own."""
    return Paragraph(line.node, line.cell, pieces=[(text, False, "")] if text else [])


def _add_row(table: Table, *cells: list[Paragraph]) -> None:
    row = [Cell(table, len(table.rows), column) for column in range(len(cells))]
    for cell, lines in zip(row, cells, strict=True):
        for line in lines:
            line.cell = cell
        cell.blocks += lines
    table.rows.append(row)


def _list_lines(form: Form, section: Section, field: Field, content: Content, made: Relaid) -> None:
    """Turn the lines below the heading of a list into its table."""
    tables = [block for block in content.blocks if isinstance(block, Table)]
    if any(fit(table, field) * 2 >= len(field.columns) for table in tables):
        return
    _lift(content, section)
    titles = {name(titled.title) for titled in (*form.sections, *form.attachments)}
    paragraphs = [block for block in content.blocks if isinstance(block, Paragraph)]
    heads = [paragraph for paragraph in paragraphs if name(paragraph.text) == name(section.title)]
    if not heads:
        return
    start = content.blocks.index(heads[-1]) + 1
    lines: list[Paragraph] = []
    for block in content.blocks[start:]:
        if isinstance(block, Table):
            return
        if name(block.text) in titles:
            break
        lines.append(block)
    hints = {solid(hint) for hint in form.hints(field)}
    split = [line for torn in lines for line in lines_of(torn) if isinstance(line, Paragraph)]
    kept = [line for line in split if solid(line.text) not in {"", *hints}]
    table = Table()
    _add_row(table, *([_copy(heads[-1], column.label)] for column in field.columns))
    for line, row in enumeration.rows(field, kept):
        _add_row(table, *([_copy(line, text)] for text in row))
        if any(sign in row[0] for sign in "、；;"):
            told = ONE_LINE_NOT_SPLIT.format(words=row[0])
            made.notes.append(Problem(f"「{field.called}」", told))
    content.blocks[start : start + len(lines)] = [table]
    if len(table.rows) > 1:
        made.notes.append(Problem(f"「{field.called}」", "没有表格，按每行一家读取；请核对"))


def _lift(content: Content, section: Section) -> None:
    """Move a list in a row of the table, beside its title, below the table."""
    for cell in cells_of(content):
        beside = right(cell)
        if beside is not None and name(cell.text) == name(section.title):
            moved = [_copy(next(cell.paragraphs()), section.title), *beside.blocks]
            beside.blocks, cell.blocks = [], []
            for block in moved:
                if isinstance(block, Paragraph):
                    block.cell = None
            position = content.blocks.index(cell.table) + 1
            content.blocks[position:position] = moved
