"""JSON is read as the YAML that it is, once it is known to be JSON."""

from __future__ import annotations

import json
import re

from lawbook.base.problem import Problem, ProblemsFound

# Signs that stand in JSON as they are and in YAML only as escapes.
ESCAPED = "[\x7f-\x9f\u2028\u2029\ufffe\uffff]"
# A stroke that is meant, a sign beyond U+FFFF in two halves, which no parser of YAML joins, a half
# alone, and a sign that needs an escape.
_OTHERWISE = re.compile(
    r"(\\\\)|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
    rf"|(\\u[dD][89a-fA-F][0-9a-fA-F]{{2}})|({ESCAPED})"
)
_BLANKS = " \t\r\n"


def is_json(name: str) -> bool:
    """Whether a file of such a name holds JSON."""
    return name.lower().endswith(".json")


def unnamed(text: str, name: str) -> tuple[str, str]:
    """A text of which nobody says what it is, as ``checked`` gives it, and its name.

    The name ends as that of JSON where the text is JSON.
    """
    try:
        return checked(text, f"{name}.json"), f"{name}.json"
    except ProblemsFound:
        return text, name


def checked(text: str, name: str) -> str:
    """A file's text as the parser of YAML takes it.

    Raises ProblemsFound where a file of JSON holds something else, as a browser tells it.
    """
    if not is_json(name) or not text.strip():
        return text
    try:
        # Numbers stay as they are written; Python would refuse very long ones.
        json.loads(text, parse_constant=_no_constant, parse_int=str)
    except (ValueError, RecursionError) as error:
        message = "不是有效的 JSON；请检查引号、逗号和括号"
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
    raise ValueError(name)  # NaN and Infinity are Python's own
