"""Patterns: regular expressions that Python and browsers read alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

# Where they differ: named classes (full-width digits, blanks), the dot, line anchors, groups with a
# question mark, possessive repeats.
_BRACKETS = re.compile(r"\[[^\]]*\]")
_NAMED_CLASS = re.compile(r"\\[A-Za-z0-9]")
_LOOSE = re.compile(r"(?<!\\)[.^$]|\(\?|[*+?}]\+")
# What browsers accept under the flag `u`, character by character. Python accepts more: \- outside a
# class, a lone ] or {, which would break a page's script.
_SOUND = re.compile(
    r"(?:\\[A-Za-z0-9^$\\.*+?()\[\]{}|/]|\[(?:\\[A-Za-z0-9^$\\.*+?()\[\]{}|/-]|[^\]\\])*\]"
    r"|\{[0-9]+(?:,[0-9]*)?\}|[^\\\[\]{}])*"
)

_TOKEN = re.compile(r"\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?[=!:]|[\s\S]")


def _repeated_look(value: str) -> str:
    """Return the first and last characters of a repeated lookahead, empty if there is none."""
    opened: list[str] = []
    ended = ""
    for token in _TOKEN.findall(value):
        if ended and token in {*"*+?{"}:
            return f"{ended}…){token}"
        ended = opened.pop() if token == ")" and opened else ""
        ended = ended if ended in {"(?=", "(?!"} else ""
        if token.startswith("("):
            opened.append(token)
    return ""


def _taken(value: str) -> str:
    """Return the pattern if both languages accept it; raise ValueError otherwise."""
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"不是有效的正则表达式（{error}）") from error
    sound = _SOUND.match(value)
    if odd := value[sound.end() if sound else 0 :][:2]:
        raise ValueError(f"正则中的 {odd} 浏览器不认；只有正则符号才在前面加 \\，而且都要加")
    if look := _repeated_look(value):
        raise ValueError(f"正则中的 {look} 浏览器不认；断言之后不写次数")
    return value


def _exact(value: str) -> str:
    if match := _NAMED_CLASS.search(value) or _LOOSE.search(_BRACKETS.sub("", value)):
        raise ValueError(f"正则中的 {match[0]} 含义因环境而异；请写明字符，例如 [0-9]")
    return _taken(value)


Exact = Annotated[str, AfterValidator(_exact)]

_ANY_SIGN = r"[\s\S]"
_APART = re.compile(r"\(\?[<>(PaiLmsux#-]|\$|[*+?}]\+|\{,|\\(?!n|t|u[0-9a-f]{4})[A-Za-z0]")


def _portable(value: str) -> str:
    if match := _APART.search(value.replace(_ANY_SIGN, "甲")):
        raise ValueError(
            f"正则中的 {match[0]} 浏览器和程序读法不同；请写明字符，任意字符写 {_ANY_SIGN}"
        )
    return _taken(value)


# A pattern to search with; an `Exact` must match a whole answer.
Pattern = Annotated[str, StringConstraints(min_length=1), AfterValidator(_portable)]


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern; Python's own cache is too small for those of all rules."""
    return re.compile(pattern)
