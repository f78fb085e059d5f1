"""Former names: answers to an older version of a form come under the names of the present one.

A field, an option or a column says which keys it had (``formerly``). A former name counts only
where the present one is not given as well: then it is as unknown as any other word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lawbook.base.yamlfile import Path_, Tree
from lawbook.forms.form import Column, Field, Form, Option, Section
from lawbook.forms.names import Named

BLANKS = " \t\r\n\u00a0\u3000"


@dataclass(frozen=True)
class Carried:
    """Answers under present names; ``given`` is field key → the key that stands in the file.

    ``notes`` say what was carried over: the place under present names, and the message.
    """

    tree: Tree
    given: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[tuple[Path_, str], ...] = ()

    def place(self, path: Path_) -> Path_:
        """The place in the file of a place under present names."""
        if len(path) < 2 or path[0] != "answers" or path[1] not in self.given:
            return path
        return ("answers", self.given[str(path[1])], *path[2:])


def carried(form: Form, tree: Tree) -> Carried:
    """The tree of answers (field key → value) under the present names of a form."""
    if not isinstance(tree, dict):
        return Carried(tree)
    fields = [one for _, one in form.fields]
    names = _names(fields, tree)
    given = {new: old for old, new in names.items() if old != new}
    notes: list[tuple[Path_, str]] = []
    made = {}
    by_key = {one.key: one for one in fields}
    for key, value in tree.items():
        one = by_key.get(names[key])
        if one is not None and key != one.key:
            message = f"“{key}”是「{one.called}」从前的名称，已按 {one.key} 读入"
            notes.append((("answers", one.key), message))
        made[names[key]] = value if one is None else _value(one, value, notes)
    return Carried(made, given, tuple(notes))


def tags(form: Form) -> dict[str, str]:
    """The tags of Word's controls in older versions of a form, each with the present one."""
    pairs = (pair for _, one in form.fields for pair in _tags(one))
    return {old: new for old, new in pairs if old != new}


def _tags(one: Field) -> Iterator[tuple[str, str]]:
    for key in (one.key, *one.formerly):
        yield key, one.key
        for part in _parts(one):
            for name in (part.key, *part.formerly):
                yield f"{key}.{name}", f"{one.key}.{part.key}"


def _parts(one: Field) -> tuple[Option | Column, ...]:
    return (*one.options, *one.columns)


def _names(items: Iterable[Named], tree: dict[str, Tree]) -> dict[str, str]:
    """Every key of a dict with its present name; two never come under one."""
    former = {old: item.key for item in items for old in item.formerly}
    taken = set(tree)
    names = {}
    for key in tree:
        new = former.get(key, key)
        names[key] = key if new in taken else new
        taken.add(names[key])
    return names


def _value(one: Field, value: Tree, notes: list[tuple[Path_, str]]) -> Tree:
    if one.kind == "choice":
        return _item(one, value, (), notes)
    if not isinstance(value, list):
        return value
    if one.kind == "choices":
        return [_item(one, item, (n,), notes) for n, item in enumerate(value)]
    if one.kind == "rows":
        return [_row(one, item, n, notes) for n, item in enumerate(value)]
    return value


def _item(one: Field, item: Tree, place: Path_, notes: list[tuple[Path_, str]]) -> Tree:
    if isinstance(item, dict) and len(item) == 1:
        ((word, text),) = item.items()
        return {_option(one, word, place, notes): text}
    return _option(one, item, place, notes) if isinstance(item, str) else item


def _option(one: Field, word: str, place: Path_, notes: list[tuple[Path_, str]]) -> str:
    bare = word.strip(BLANKS)
    option = next((each for each in one.options if bare in each.formerly), None)
    if option is None or any(bare == each.label for each in one.options):
        return word
    message = f"「{one.called}」的“{bare}”是选项“{option.label}”从前的名称，已按现行的读入"
    notes.append((("answers", one.key, *place), message))
    return option.key


def _row(one: Field, row: Tree, number: int, notes: list[tuple[Path_, str]]) -> Tree:
    if not isinstance(row, dict):
        return row
    names = _names(one.columns, row)
    for old, new in names.items():
        if old != new:
            label = next(column.label for column in one.columns if column.key == new)
            message = f"「{one.called}」的“{old}”是“{label}”这一列从前的名称，已按现行的读入"
            if all(said != message for _, said in notes):
                notes.append((("answers", one.key, number), message))
    return {names[key]: value for key, value in row.items()}


def words_of(section: Section, field: Field) -> tuple[str, ...]:
    """The words by which a field is known in a file: its label, other words, its group's."""
    group = (section.group(field.group).label,) if field.group else ()
    return (field.label, *field.also, *group)
