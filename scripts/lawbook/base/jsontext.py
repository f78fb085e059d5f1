"""Check that a text is JSON before it is read as YAML, of which JSON is a subset."""

from __future__ import annotations

import json
import re

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.base.shared import Shared

BAD_JSON: Shared[str] = "不是有效的 JSON；请检查引号、逗号和括号"

# Characters that JSON takes as they are and YAML only as escapes.
ESCAPED: Shared[str] = "[\x7f-\x9f\u2028\u2029\ufffe\uffff]"
# What JSON and YAML read differently: an escaped backslash, a surrogate pair (which no YAML parser
# joins), a lone surrogate, and a character that needs an escape.
_OTHERWISE = re.compile(
    r"(\\\\)|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    rf"|(\\u[dD][89a-fA-F][0-9a-fA-F]{{2}})|({ESCAPED})"
)
_BLANKS = " \t\r\n"


def is_json(name: str) -> bool:
    """Return whether a file of this name holds JSON."""
    return name.lower().endswith(".json")


def unnamed(text: str, name: str) -> tuple[str, str]:
    """Return a text of unknown kind as ``checked`` gives it, and its name.

    The name gets the ending .json if the text is valid JSON.
    """
    try:
        return checked(text, f"{name}.json"), f"{name}.json"
    except ProblemsFound:
        return text, name


def checked(text: str, name: str) -> str:
    """Return a file's text as the YAML parser can take it.

    Raises ProblemsFound if a JSON file is not valid JSON, as a browser would report it.
    """
    if not is_json(name) or not text.strip():
        return text
    try:
        # Numbers stay text; Python would refuse very long ones.
        json.loads(text, parse_constant=_no_constant, parse_int=str)
    except (ValueError, RecursionError) as error:
        message = BAD_JSON
        where = f"{name}:{getattr(error, 'lineno', 1)}"
        raise ProblemsFound([Problem(where, message)]) from error
    body = text.lstrip(_BLANKS)
    led = text[: len(text) - len(body)].replace("\t", " ")  # YAML takes no tab outside brackets
    return led + _OTHERWISE.sub(_as_in_yaml, body.rstrip(_BLANKS))


def _as_in_yaml(match: re.Match[str]) -> str:
    stroke, high, low, alone, odd = match.groups()
    if high:
        pair = chr(int(high, 16)) + chr(int(low, 16))
        return pair.encode("utf-16", "surrogatepass").decode("utf-16")
    if odd:
        return f"\\u{ord(odd):04x}"
    return "\\ufffd" if alone else stroke


def _no_constant(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are Python's extensions
