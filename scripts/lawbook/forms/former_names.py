"""Former names: answers to an older version of a form, renamed to the present one.

A field, an option or a column lists the keys it had (``formerly``). A former name is ignored if the
present one is given as well: then it is as unknown as any other word.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lawbook.base.shared import Shared
from lawbook.base.text import BLANKS
from lawbook.base.yamlfile import Path_, Tree
from lawbook.forms.clashes import Named
from lawbook.forms.form import Column, Field, Form, Option, Section

FORMER_FIELD: Shared[str] = "“{old}”是「{field}」从前的名称，已按 {key} 读入"
FORMER_OPTION: Shared[str] = "「{field}」的“{old}”是选项“{option}”从前的名称，已按现行的读入"
FORMER_COLUMN: Shared[str] = "「{field}」的“{old}”是“{column}”这一列从前的名称，已按现行的读入"

_AROUND = "\r" + BLANKS


@dataclass(frozen=True)
class Carried:
    """Answers under present names; ``given`` is field key → the key in the file.

    ``notes`` say what was carried over: the path under present names, and the message.
    """

    tree: Tree
    given: Mapping[str, str] = dataclasses.field(default_factory=dict)
    notes: tuple[tuple[Path_, str], ...] = ()

    def former_path(self, path: Path_) -> Path_:
        """Return the path in the file of a path under present names."""
        if len(path) < 2 or path[0] != "answers" or path[1] not in self.given:
            return path
        return ("answers", self.given[str(path[1])], *path[2:])


def carried(form: Form, tree: Tree) -> Carried:
    """Return the tree of answers (field key → value) under the present names of a form."""
    if not isinstance(tree, dict):
        return Carried(tree)
    fields = [field for _, field in form.fields]
    names = _names(fields, tree)
    given = {new: old for old, new in names.items() if old != new}
    notes: list[tuple[Path_, str]] = []
    renamed = {}
    by_key = {field.key: field for field in fields}
    for key, value in tree.items():
        field = by_key.get(names[key])
        if field is not None and key != field.key:
            message = FORMER_FIELD.format(old=key, field=field.called, key=field.key)
            notes.append((("answers", field.key), message))
        renamed[names[key]] = value if field is None else _value(field, value, notes)
    return Carried(renamed, given, tuple(notes))


def tags(form: Form) -> dict[str, str]:
    """Return the tags of Word's controls in older versions of a form → the present ones."""
    pairs = (pair for _, field in form.fields for pair in _tags(field))
    return {old: new for old, new in pairs if old != new}


def _tags(field: Field) -> Iterator[tuple[str, str]]:
    for key in (field.key, *field.formerly):
        yield key, field.key
        for part in _parts(field):
            for name in (part.key, *part.formerly):
                yield f"{key}.{name}", f"{field.key}.{part.key}"


def _parts(field: Field) -> tuple[Option | Column, ...]:
    return (*field.options, *field.columns)


def _names(items: Iterable[Named], tree: dict[str, Tree]) -> dict[str, str]:
    """Return every key of a dict with its present name; no two get the same one."""
    former = {old: item.key for item in items for old in item.formerly}
    taken = set(tree)
    names = {}
    for key in tree:
        new = former.get(key, key)
        names[key] = key if new in taken else new
        taken.add(names[key])
    return names


def _value(field: Field, value: Tree, notes: list[tuple[Path_, str]]) -> Tree:
    if field.kind == "choice":
        return _item(field, value, (), notes)
    if not isinstance(value, list):
        return value
    if field.kind == "choices":
        return [_item(field, item, (n,), notes) for n, item in enumerate(value)]
    if field.kind == "rows":
        return [_row(field, item, n, notes) for n, item in enumerate(value)]
    return value


def _item(field: Field, item: Tree, path: Path_, notes: list[tuple[Path_, str]]) -> Tree:
    if isinstance(item, dict) and len(item) == 1:
        ((word, text),) = item.items()
        return {_option(field, word, path, notes): text}
    return _option(field, item, path, notes) if isinstance(item, str) else item


def _option(field: Field, word: str, path: Path_, notes: list[tuple[Path_, str]]) -> str:
    bare = word.strip(_AROUND)
    option = next((each for each in field.options if bare in each.formerly), None)
    if option is None or any(bare == each.label for each in field.options):
        return word
    message = FORMER_OPTION.format(field=field.called, old=bare, option=option.label)
    notes.append((("answers", field.key, *path), message))
    return option.key


def _row(field: Field, row: Tree, number: int, notes: list[tuple[Path_, str]]) -> Tree:
    if not isinstance(row, dict):
        return row
    names = _names(field.columns, row)
    for old, new in names.items():
        if old != new:
            label = next(column.label for column in field.columns if column.key == new)
            message = FORMER_COLUMN.format(field=field.called, old=old, column=label)
            if all(said != message for _, said in notes):
                notes.append((("answers", field.key, number), message))
    return {names[key]: value for key, value in row.items()}


def words_of(section: Section, field: Field) -> tuple[str, ...]:
    """Return the words that identify a field in a file: its label, other words, its group's."""
    group = (section.group(field.group).label,) if field.group else ()
    return (field.label, *field.also, *group)
