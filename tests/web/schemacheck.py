"""As much of JSON Schema as our schemas use; a word that it does not know is a fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
SAID = {"$schema", "$defs", "title", "description", "default", "format"}


def faults(
    value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = ""
) -> Iterator[str]:
    """Every place at which a value breaks a schema."""
    for word, rule in schema.items():
        if word not in SAID:
            yield from RULES[word](value, rule, whole, at)
    if schema.get("additionalProperties") is False and isinstance(value, dict):
        yield from (f"{at}: {key}" for key in set(value) - set(schema.get("properties", {})))


def _reference(value: Any, rule: str, whole: dict[str, Any], at: str) -> Iterator[str]:
    yield from faults(value, whole["$defs"][rule.removeprefix("#/$defs/")], whole, at)


def _any(value: Any, rule: list[Any], whole: dict[str, Any], at: str) -> Iterator[str]:
    if all(any(True for _ in faults(value, one, whole, at)) for one in rule):
        yield f"{at}: fits none of {len(rule)}"


def _type(value: Any, rule: str, whole: dict[str, Any], at: str) -> Iterator[str]:
    whole_number = rule == "integer" and isinstance(value, bool)
    if not isinstance(value, TYPES[rule]) or whole_number:
        yield f"{at}: {value!r} is no {rule}"


def _properties(value: Any, rule: dict[str, Any], whole: dict[str, Any], at: str) -> Iterator[str]:
    for key in rule.keys() & value.keys():
        yield from faults(value[key], rule[key], whole, f"{at}/{key}")


def _additional(value: Any, rule: Any, whole: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(rule, dict):
        for key, one in value.items():
            yield from faults(one, rule, whole, f"{at}/{key}")


def _items(value: Any, rule: dict[str, Any], whole: dict[str, Any], at: str) -> Iterator[str]:
    for number, one in enumerate(value if isinstance(value, list) else ()):
        yield from faults(one, rule, whole, f"{at}/{number}")


def _plain(holds: Callable[[Any, Any], bool]) -> Callable[..., Iterator[str]]:
    def rule(value: Any, wanted: Any, whole: dict[str, Any], at: str) -> Iterator[str]:
        if not holds(value, wanted):
            yield f"{at}: {value!r} breaks {wanted!r}"

    return rule


RULES: dict[str, Callable[..., Iterator[str]]] = {
    "$ref": _reference,
    "anyOf": _any,
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": lambda *_: iter(()),
    "items": _items,
    "required": _plain(lambda value, wanted: set(wanted) <= set(value)),
    "enum": _plain(lambda value, wanted: value in wanted),
    "const": _plain(lambda value, wanted: value == wanted),
    "pattern": _plain(lambda v, wanted: not isinstance(v, str) or bool(re.search(wanted, v))),
    "minLength": _plain(lambda value, wanted: not isinstance(value, str) or len(value) >= wanted),
    "minItems": _plain(lambda value, wanted: not isinstance(value, list) or len(value) >= wanted),
    "minimum": _plain(lambda value, wanted: not isinstance(value, int) or value >= wanted),
    "maximum": _plain(lambda value, wanted: not isinstance(value, int) or value <= wanted),
}
