"""Between Chinese and a Latin word stands a blank, in whatever a program or a page says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HAN = r"[\u3400-\u9fff〇]"
GLUED = re.compile(f"{HAN}[A-Za-z]{{2,}}|[A-Za-z]{{2,}}{HAN}")
# Strings of a script, comments left out before.
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`')
COMMENT = re.compile(r"^\s*(?://|/?\*).*$|\s// .*$", re.MULTILINE)
ESCAPE = re.compile(r"\\[a-z]|\$\{[^}]*\}")
# The official template's gaps, a title (Web内容无障碍指南), how Word is told to write a day.
AS_WRITTEN = {"XX", "XXX", "Web", "yyyy"}


def glued(text: str) -> list[str]:
    words = [match[0] for match in GLUED.finditer(text)]
    return [word for word in words if re.sub(HAN, "", word) not in AS_WRITTEN]


def python(path: Path) -> Iterator[str]:
    """The strings of a module but for its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def script(path: Path) -> Iterator[str]:
    for string in STRING.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))):
        yield ESCAPE.sub(" ", string)


def prose(path: Path) -> Iterator[str]:
    yield path.read_text(encoding="utf-8")


def test_words_of_two_scripts_stand_apart_in_every_message(root: Path) -> None:
    assert glued("不是Word 文件") == ["是Word"] and glued("XX市 Word 文件，U盘") == []
    ways = {
        "scripts/lawbook/**/*.py": python,
        "content/assets/**/*.js": script,
        **dict.fromkeys(("data/changes/*.yml", "data/facts/*.yml", "content/**/*.md"), prose),
        "templates/**/*.j2": prose,
    }
    found = {
        f"{path.relative_to(root)}: {words}"
        for pattern, strings in ways.items()
        for path in root.glob(pattern)
        for string in strings(path)
        for words in glued(string)
    }
    assert found == set()
