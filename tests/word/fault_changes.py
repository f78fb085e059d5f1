"""How a fault comes into the answers of a plan: something put, dropped, added, ticked."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lawbook.forms.values import Chosen

Values = dict[str, Any]
Fault = tuple[Callable[[Values], Any], str, str]  # the change, the field, words of the finding


def put(key: str, value: Any) -> Callable[[Values], Any]:
    return lambda values: values.update({key: value})


def drop(key: str) -> Callable[[Values], Any]:
    return lambda values: values.pop(key)


def add(key: str, text: str) -> Callable[[Values], Any]:
    """A paragraph more at the end of a long answer."""
    return lambda values: values.update({key: f"{values[key]}\n{text}"})


def without(key: str, *words: str) -> Callable[[Values], Any]:
    """Every line with one of the words struck from a long answer; a general one stays."""

    def change(values: Values) -> None:
        kept = [line for line in values[key].split("\n") if not re.search("|".join(words), line)]
        filler = "各单位按照统一部署推进有关工作，做到任务明确、责任到人、进度可查，及时总结做法。"
        values[key] = "\n".join([*kept, filler * 3])

    return change


def untick(values: Values, key: str, option: str) -> None:
    values[key] = tuple(one for one in values[key] if one.option != option)


def tick(key: str, option: str, text: str = "") -> Callable[[Values], Any]:
    def change(values: Values) -> None:
        untick(values, key, option)
        values[key] = (*values[key], Chosen(option, text))

    return change


def unlist(kind: str, option: str) -> Callable[[Values], Any]:
    """All units of a kind gone from the list, the kind still ticked."""

    def change(values: Values) -> None:
        tick("participants", option)(values)
        values["units"] = tuple(row for row in values["units"] if row[1] != kind)

    return change


def list_only(kind: str, option: str) -> Callable[[Values], Any]:
    def change(values: Values) -> None:
        untick(values, "participants", option)
        values["units"] = (*values["units"], ("某单位（虚构）", kind, "测试"))

    return change


def half_row(values: Values) -> None:
    values["units"] = (*values["units"], ("", "企业", "测试"))
