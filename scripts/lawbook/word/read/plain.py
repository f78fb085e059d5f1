"""The text of a Word file as lines, for a legal text that is brought in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lawbook.base.problem import Problem, ProblemsFound, reason
from lawbook.word.read.unpack import Element, bounded, parsed, unpacked

_NUMBERED = "段落用自动编号，编号不在文字里；请在 Word 中把编号转成文字后重做"


def plain(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return a line for each paragraph, including table cells, and what was not read.

    Raises ProblemsFound for a file that is not a Word file, or that is refused.
    """
    try:
        with path.open("rb") as file:
            data = bounded(file, str(path), "要导入的文本")
    except OSError as error:
        raise ProblemsFound([Problem(str(path), f"无法读取（{reason(error)}）")]) from error
    package = unpacked(data, str(path))
    body = parsed(package.read(package.main), str(path))
    lines, notes = [], []
    for paragraph in body.iter(_w("p")):
        line = "".join(_words(paragraph))
        lines.append(line)
        if line and paragraph.find(f"{_w('pPr')}/{_w('numPr')}") is not None:
            notes.append(f"{_NUMBERED}：{line[:20]}")
    return "\n".join(lines), tuple(notes)


def _words(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter(_w("t"), _w("br"), _w("tab")):
        yield element.text or "" if element.tag == _w("t") else "\n"


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name
