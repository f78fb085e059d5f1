"""Conditions on choices, under which a sentence, a field or a section is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator

from lawbook.forms.values import Chosen, Value
from lawbook.law.record import FieldKey

if TYPE_CHECKING:
    from lawbook.forms.form import Field

# The only option of a text field: that it is not empty.
ANSWERED = "answered"

# A field of choice → the options of which one must be chosen.
OnlyIf = dict[
    FieldKey,
    Annotated[
        tuple[FieldKey, ...],
        BeforeValidator(lambda value: [value] if isinstance(value, str) else value),
    ],
]


def chosen(value: Value | None) -> frozenset[str]:
    """Return the options chosen in an answer."""
    items = value if isinstance(value, tuple) else ()
    return frozenset(item.option for item in items if isinstance(item, Chosen))


def allows(only_if: Mapping[str, tuple[str, ...]], values: Mapping[str, Value]) -> bool:
    """Return whether each field has one of the options, or a text if it is a text field."""
    return all(_said(values.get(key)) & set(options) for key, options in only_if.items())


def _said(value: Value | None) -> frozenset[str]:
    return frozenset({ANSWERED}) if value and isinstance(value, str) else chosen(value)


def unknown_options(
    only_if: Mapping[str, tuple[str, ...]], fields: Mapping[str, Field]
) -> Iterator[str]:
    """Yield the options that a condition names and no field has."""
    for key, options in only_if.items():
        known = {option.key for option in fields[key].options} if key in fields else set()
        if key in fields and fields[key].kind == "text":
            known = {ANSWERED}
        if lost := sorted(set(options) - known):
            yield f"only_if：栏目 {key} 没有选项 {'、'.join(lost)}"
