"""A form's pattern: a regular expression that Python and browsers read alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

# They disagree on these: named classes (full-width digits, blanks), any character, where a line
# ends, groups with a question mark, repeats that give nothing back.
_BRACKETS = re.compile(r"\[[^\]]*\]")
_NAMED_CLASS = re.compile(r"\\[A-Za-z0-9]")
_LOOSE = re.compile(r"(?<!\\)[.^$]|\(\?|[*+?}]\+")


def _exact(value: str) -> str:
    if match := _NAMED_CLASS.search(value) or _LOOSE.search(_BRACKETS.sub("", value)):
        raise ValueError(f"pattern 中的 {match[0]} 含义因环境而异；请写明字符，例如 [0-9]")
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"pattern 不是有效的正则表达式（{error}）") from error
    return value


Pattern = Annotated[str, AfterValidator(_exact)]


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as it is sought; Python's own store is too small for those of all rules."""
    return re.compile(pattern)
