"""Insert the lengths of deadlines into the texts of rules: ``{decision}`` becomes 30日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lawbook.base.problem import ProblemsFound
from lawbook.base.yamlfile import Path_, Tree, YamlFile

_NAMED = re.compile(r"\{([a-z]+(?:-[a-z]+)*)\}")
# Placeholders of messages, filled when a finding is made; no deadline has such a name.
_OF_FINDINGS = frozenset({"found", "label", "limit", "other", "part"})
_WORDS = {"natural_day": "日", "working_day": "个工作日", "hour": "小时", "month": "个月"}


def lengths(tree: Tree) -> dict[str, str]:
    """Return the length of each numeric deadline, by key: 30日, 3个工作日, 3月31日.

    ``tree`` is that of ``data/rules/deadlines.yml``, not validated yet; the length of a term is
    given in years if they are whole.
    """
    listed = tree.get("deadlines") if isinstance(tree, dict) else None
    records = [record for record in listed or () if isinstance(record, dict)]
    words = {str(record.get("key")): _words(record) for record in records}
    return {key: text for key, text in words.items() if text}


def _words(record: Mapping[str, Tree]) -> str:
    length, unit, on = (str(record.get(name) or "") for name in ("length", "unit", "on"))
    if re.fullmatch("[0-9]{2}-[0-9]{2}", on):
        month, day = map(int, on.split("-"))
        return f"{month}月{day}日"
    if not length.isdecimal() or unit not in _WORDS:
        return ""
    if record.get("kind") == "term" and unit == "month" and int(length) % 12 == 0:
        return f"{int(length) // 12}年"
    return length + _WORDS[unit]


def spelled_out(file: YamlFile, words: Mapping[str, str]) -> YamlFile:
    """Replace keys by lengths: 受理后{decision}内 becomes 受理后30日内. Raises ProblemsFound."""
    problems = [
        file.problem(
            path,
            f"写了 {{{key}}}，期限 {key} 不存在或者没有数；请写 deadlines.yml 里有数的 key",
        )
        for path, text in _texts(file.tree, ())
        for key in _NAMED.findall(text)
        if key not in words and key not in _OF_FINDINGS
    ]
    if problems:
        raise ProblemsFound(problems)
    return replace(file, tree=_replaced(file.tree, words))


def _texts(tree: Tree, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict | list):
        for step, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
            yield from _texts(part, (*path, step))


def _replaced(tree: Tree, words: Mapping[str, str]) -> Tree:
    if isinstance(tree, dict):
        return {key: _replaced(part, words) for key, part in tree.items()}
    if isinstance(tree, list):
        return [_replaced(part, words) for part in tree]
    if not isinstance(tree, str):
        return tree
    return _NAMED.sub(lambda match: words.get(match[1], match[0]), tree)
