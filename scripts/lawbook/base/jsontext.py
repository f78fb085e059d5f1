"""JSON is read as the YAML that it is, once it is known to be JSON."""

from __future__ import annotations

import json
import re

from lawbook.base.problem import Problem, ProblemsFound

# A stroke that is meant, or a sign beyond U+FFFF in two halves, which no parser of YAML joins.
_PAIR = re.compile(r"(\\\\)|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


def is_json(name: str) -> bool:
    """Whether a file of such a name holds JSON."""
    return name.lower().endswith(".json")


def checked(text: str, name: str) -> str:
    """A file's text as the parser of YAML takes it.

    Raises ProblemsFound where a file of JSON holds something else, as a browser tells it.
    """
    if not is_json(name) or not text.strip():
        return text
    try:
        json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        message = "不是有效的 JSON；请检查引号、逗号和括号"
        where = f"{name}:{getattr(error, 'lineno', 1)}"
        raise ProblemsFound([Problem(where, message)]) from error
    return _PAIR.sub(lambda match: match[1] or _joined(match[2], match[3]), text)


def _joined(high: str, low: str) -> str:
    return (
        (chr(int(high, 16)) + chr(int(low, 16))).encode("utf-16", "surrogatepass").decode("utf-16")
    )


def _no_constant(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are Python's own
