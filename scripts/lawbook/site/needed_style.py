"""Strip a minified stylesheet to what one page can use.

Rules for classes that the page never has go, and so do custom properties that no remaining rule
uses.
"""

from __future__ import annotations

import re

_RULE = re.compile(r"(?<![^{};])([^{}@;]+)\{[^{}]*\}")
_BETWEEN = re.compile(r",(?![^(]*\))")
_CLASS = re.compile(r"\.([a-z][\w-]*)")
_WITHOUT = re.compile(r":not\([^()]*\)")
_VALUE = re.compile(r"(?<=[{;])(--[\w-]+):[^;}]*;?")
_ASKED = re.compile(r"var\((--[\w-]+)")
_WORD = re.compile(r"[a-z][\w-]*")
# Names that a script assembles begin or end with a character beside a value or the end of a string.
# Both are searched from that character, of which there are few; prefixes from their end.
_BEGINNING = re.compile(r"[-_](?:(?<=[\"'`].)|(?<=\{\$.))[\w-]*[a-z]")
_ENDING = re.compile(r"[-_](?<=[}\"'`].)[\w-]*\w")


def needed(style: str, page: str) -> str:
    """Return the style without selectors for classes that the page's text never mentions.

    The page is its markup and scripts; ``is-${kind}`` and ``kind + "-mark"`` are prefix and suffix
    of classes that a script assembles.
    """
    words = {*_WORD.findall(page)}
    beginnings = tuple({part[::-1] for part in _BEGINNING.findall(page[::-1])})
    endings = tuple({*_ENDING.findall(page)})

    def may_be_borne(name: str) -> bool:
        return name in words or name.startswith(beginnings) or name.endswith(endings)

    def is_needed(selector: str) -> bool:
        return all(map(may_be_borne, _CLASS.findall(_WITHOUT.sub("", selector))))

    def kept(rule: re.Match[str]) -> str:
        selectors = [part for part in _BETWEEN.split(rule[1]) if is_needed(part)]
        return f"{','.join(selectors)}{rule[0][len(rule[1]) :]}" if selectors else ""

    left = _RULE.sub(kept, style)
    asked = {*_ASKED.findall(left)}
    return _VALUE.sub(lambda value: value[0] if value[1] in asked else "", left)
