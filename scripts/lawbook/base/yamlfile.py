"""Strict YAML: text stays text, every value knows its line, doubtful constructions are refused.

YAML's own guesses (1.10 → 1.1, no → False, 12:30 → 750) never happen: a scalar is the text
that stands in the file. Types come from the models that read the tree.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lawbook.base import file_words, jsontext
from lawbook.base.problem import Problem, ProblemsFound, reason

# Nesting depth; forms and cases reach about ten. The parser crashes on very many.
DEPTH = 100
TOO_DEEP = f"值套得太深，超过 {DEPTH} 层；本指南的文件不到 20 层，请换一份文件"
_BAD = "不是有效的 YAML（{}）；请检查缩进、冒号后的空格和引号"
LONGEST_KEY = 1000  # the parser accepts keys of at most 1024 characters
# A byte order mark in the middle of a file: parsers disagree on its meaning.
_MARK_INSIDE = re.compile("(?:^|(?<=\r))[ \t]*\ufeff", re.MULTILINE)
# YAML 1.1 ends a line at these, YAML 1.2 does not.
_RARE_BREAK = re.compile("[\x85\u2028\u2029]")
_ODD = {
    _RARE_BREAK: file_words.RARE_BREAK,
    _MARK_INSIDE: _BAD.format("行首有 U+FEFF"),
}
# A line continued across empty lines: parsers disagree on what is kept.
_ESCAPED_BREAKS = re.compile(r"\\(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]")
# Inside brackets the parser takes a tab for a blank, unless a word precedes it.
_INDENTED_BY_TAB = re.compile(r"(?:^|(?<=\r)) *(?:[-?] +)*[-?]?\t", re.MULTILINE)
# A line that may open half of the permitted depth; a list may be indented like its key.
_INDENTED = re.compile(rf"^[ \t?:-]{{{DEPTH // 2 - 1},}}", re.MULTILINE)
Tree = Any  # dict[str, Tree] | list[Tree] | str | None
Path_ = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)

# Faults that the parser notices only further down, though it knows where the value began: a line
# without its colon, a quotation mark that is never closed.
_NOTICED_LATE = {"could not find expected ':'", "found unexpected end of stream"}


# The C parser is about ten times faster; both give the same nodes.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Read nodes without resolving scalar types, which nobody asks for."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002
        return "tag:yaml.org,2002:str"


@dataclass(frozen=True)
class YamlFile:
    """A file's tree, with the line on which each value stands.

    ``tree`` holds dicts, lists, texts and None (a key without a value);
    ``lines`` maps a path such as ``("provisions", 0, "text")`` to its line, counted from 1.
    """

    name: str
    tree: Tree
    lines: dict[Path_, int] = field(repr=False, default_factory=dict)

    def where(self, path: Path_ = ()) -> str:
        """Return ``file:line`` of a path, or of the nearest parent that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return f"{self.name}:{self.lines.get(path, 1)}"

    def problem(self, path: Path_, message: str) -> Problem:
        """Return a Problem at a path of this file."""
        return Problem(self.where(path), message)

    def validated(self, model: type[Model], context: Mapping[str, object] | None = None) -> Model:
        """Return the tree as a model, or raise all its faults.

        ``context`` is passed to the model's validators.
        """
        try:
            return model.model_validate(self.tree, context=context)
        except ValidationError as error:
            problems = [
                self.problem(_path(item), _advice(item, model))
                for item in _own_faults(error.errors())
            ]
            raise ProblemsFound(problems) from error


def read(path: Path, name: str | None = None) -> YamlFile:
    """Read a YAML file; ``name`` is its name in messages. Raises ProblemsFound."""
    name = name or str(path)
    try:
        return decoded(path.read_bytes(), name)
    except OSError as error:
        raise ProblemsFound([Problem(name, f"无法读取（{reason(error)}）")]) from error


def decoded(data: bytes, name: str) -> YamlFile:
    """Read YAML from bytes, which must be UTF-8. Raises ProblemsFound."""
    try:
        text = data.decode("utf-8-sig")  # Windows editors begin files with a byte order mark
    except UnicodeDecodeError as error:
        raise ProblemsFound([Problem(name, "不是 UTF-8 文本；请另存为 UTF-8")]) from error
    return parse(jsontext.checked(text, name), name)


def parse(text: str, name: str) -> YamlFile:
    """Read YAML text. Raises ProblemsFound with every fault of construction."""
    _refuse_odd_signs(text, name)
    try:
        if _may_be_deep(text) and (line := _too_deep(text)):
            raise ProblemsFound([Problem(f"{name}:{line}", TOO_DEEP)])
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        problem = Problem(f"{name}:{_line(error)}", _BAD.format(error.problem))
        raise ProblemsFound([problem]) from error
    except yaml.YAMLError as error:
        message = file_words.BAD_CHARACTERS
        raise ProblemsFound([Problem(f"{name}:1", message)]) from error
    if root is None:
        raise ProblemsFound([Problem(f"{name}:1", file_words.EMPTY_FILE)])
    walk = _Walk(name, text)
    tree = walk.value(root, ())
    if "\t" in text and not getattr(root, "flow_style", False):  # JSON may be indented by tabs
        walk.refuse_tabs()
    if walk.problems:
        raise ProblemsFound(walk.problems)
    return YamlFile(name, tree, walk.lines)


def _refuse_odd_signs(text: str, name: str) -> None:
    """Raise ProblemsFound for characters on which YAML parsers disagree."""
    begun = text.removeprefix("\ufeff")
    for odd, advice in _ODD.items():
        if match := odd.search(begun):
            line = begun.count("\n", 0, match.start()) + 1
            raise ProblemsFound([Problem(f"{name}:{line}", advice)])


def _may_be_deep(text: str) -> bool:
    """Return whether a text could be nested too deeply; only then is it checked in full."""
    return text.count("[") + text.count("{") > 10 * DEPTH or bool(_INDENTED.search(text))


def _too_deep(text: str) -> int:
    """Return the line on which the depth limit is exceeded, or 0; found without recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH:
            return event.start_mark.line + 1 if event.start_mark else 1
    return 0


def _line(error: yaml.MarkedYAMLError) -> int:
    """Return the line on which a person would look for the fault."""
    late = error.problem in _NOTICED_LATE
    mark = (error.context_mark if late else None) or error.problem_mark
    return mark.line + 1 if mark else 1


class _Walk:
    """Turn nodes into a tree, recording lines and faults on the way."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._text = text
        self._nothing = {"", "null"} if jsontext.is_json(name) else {""}
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()
        self._texts = [range(0)]  # positions of quoted and block scalars

    def value(self, node: yaml.Node, path: Path_) -> Tree:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if len(path) >= DEPTH and not isinstance(node, yaml.ScalarNode):
            self._fault(node, TOO_DEEP)
            return None
        if id(node) in self._seen:  # an alias returns the anchor's own node
            self._fault(node, file_words.NO_ALIASES)
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        if node.style:
            self._held(node)
        # A key without a value is None; quotes ('' or "") make it an empty text.
        return None if node.value in self._nothing and not node.style else str(node.value)

    def _pairs(self, node: yaml.MappingNode, path: Path_) -> Iterator[tuple[str, Tree]]:
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(key_node, file_words.KEYS_ARE_TEXT)
            elif (not key and not key_node.style) or len(key) > LONGEST_KEY:
                self._fault(key_node, _BAD.format("键太长" if key else "键是空的"))
            elif key in first:
                self._fault(key_node, file_words.KEY_TWICE.format(key=key, line=first[key]))
            else:
                first[key] = line
                self.lines[(*path, key)] = line
                yield key, self.value(value_node, (*path, key))

    def _held(self, node: yaml.ScalarNode) -> None:
        written = range(node.start_mark.index, node.end_mark.index)
        self._texts.append(written)
        if node.style == '"' and _ESCAPED_BREAKS.search(self._text, written.start, written.stop):
            self._fault(node, _BAD.format("反斜杠后有空行"))

    def refuse_tabs(self) -> None:
        """Record the first tab used for indentation, outside texts."""
        starts = [text.start for text in self._texts]  # in file order
        for match in _INDENTED_BY_TAB.finditer(self._text):
            tab = match.end() - 1
            if tab not in self._texts[bisect(starts, tab) - 1]:
                where = f"{self.name}:{self._text.count(chr(10), 0, tab) + 1}"
                self.problems.append(Problem(where, _BAD.format("缩进用了制表符")))
                return

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(f"{self.name}:{node.start_mark.line + 1}", message))


_ADVICE = {
    "missing": "缺少 {key}；请补上",
    "extra_forbidden": "不认识的键 {key}；可用的键：{known}",
    "string_type": "{key} 应为文字；请在冒号后写出内容，或删去这个键",
    "literal_error": "{key} 的值 {input} 不在可选范围；可写：{expected}",
    "enum": "{key} 的值 {input} 不在可选范围；可写：{expected}",
    "list_type": "{key} 应为列表；每项一行，以“- ”开头",
    "tuple_type": "{key} 应为列表；每项一行，以“- ”开头",
    "dict_type": "{key} 应为键值表",
    "model_type": "{key} 应为键值表，每行“键: 值”",
    "bool_parsing": "{key} 的值 {input} 不明确；请写 true 或 false",
    "int_parsing": "{key} 的值 {input} 不是整数；请写阿拉伯数字",
    "date_from_datetime_parsing": "{key} 的值 {input} 不是日期；请写成 2026-03-20",
    "date_parsing": "{key} 的值 {input} 不是日期；请写成 2026-03-20",
    "string_pattern_mismatch": "{key} 的值 {input} 写法不对；应符合 {pattern}",
    "too_short": "{key} 是空的；请至少写一项",
    "string_too_short": "{key} 是空的；请写出内容",
}


def _own_faults(items: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield the errors, without lists that are too short only because their items have faults."""
    for item in items:
        below = (other["loc"][: len(item["loc"])] for other in items if other is not item)
        if item["type"] != "too_short" or item["loc"] not in below:
            yield item


def _path(item: ErrorDetails) -> Path_:
    # pydantic adds names of union members and validators to a path; the file has none of them.
    return tuple(step for step in item["loc"] if not str(step).startswith(("function-", "tagged-")))


def _advice(item: ErrorDetails, model: type[BaseModel]) -> str:
    key = str(next((step for step in reversed(item["loc"]) if isinstance(step, str)), "内容"))
    context = dict(item.get("ctx", {}))
    template = _ADVICE.get(item["type"])
    if template is None:
        reason = str(context.get("error", item["msg"]))
        return f"{key}：{reason}"
    known = "、".join(_known_keys(model, item["loc"][:-1]))
    values = {"key": key, "input": repr(item.get("input")), "known": known}
    values |= {name: str(context.get(name, "")) for name in ("expected", "pattern")}
    return template.format(**values)


def _known_keys(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    current: type[BaseModel] = model
    for step in path:
        if isinstance(step, str) and step in current.model_fields:
            inner = _model_inside(current.model_fields[step].annotation)
            current = inner or current
    return list(current.model_fields)


def _model_inside(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (_model_inside(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inside if model), None)
