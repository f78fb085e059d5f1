"""The files that the site offers: Word, print, tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from lawbook.library.library import Library

# What readers call a kind of file; any other by its ending, which they see on the file.
CALLED = {".docx": "Word", ".xlsx": "Excel"}
KINDS = {"blank": "空白模板", "pdf": "空白模板，打印用", "example": "填写示例"}


@dataclass(frozen=True)
class Download:
    """A file below ``files/``: its form, blank or filled example, its size in bytes."""

    name: str
    form: str
    kind: str
    title: str
    size: int

    @property
    def kind_shown(self) -> str:
        """Return 空白模板 or 填写示例."""
        return KINDS[self.kind]

    @property
    def saved_as(self) -> str:
        """Return the file's name on a reader's machine.

        >>> Download("a-blank.docx", "a", "blank", "甲（空白模板）", 1).saved_as
        '甲（空白模板）.docx'
        """
        return f"{self.title}{PurePath(self.name).suffix}"

    @property
    def explained(self) -> str:
        """Return the page that explains the example, which may not exist."""
        return f"examples/{PurePath(self.name).stem}"

    @property
    def size_shown(self) -> str:
        """Return the size as readers see it.

        >>> Download("a.docx", "a", "blank", "甲", 33_210).size_shown
        'Word 文件，34 KB'
        """
        return size_shown(self.name, self.size)


def size_shown(name: str, size: int) -> str:
    """Return a file's kind and size as readers see them.

    >>> [size_shown(name, 2000) for name in ("甲.pdf", "乙.csv", "丙.xlsx")]
    ['PDF 文件，2 KB', 'CSV 文件，2 KB', 'Excel 文件，2 KB']
    """
    ending = PurePath(name).suffix.lower()
    kind = CALLED.get(ending, ending.removeprefix(".").upper())
    return f"{kind} 文件，{max(1, -(-size // 1000))} KB"


def downloads(library: Library, files: Mapping[str, bytes]) -> tuple[Download, ...]:
    """Return each file that belongs to a form: ``<form>-blank.docx`` and the examples.

    The blank comes first, then the example that the form names, then the other examples.
    """
    offered = (_download(library, name, len(data)) for name, data in sorted(files.items()))
    return tuple(
        sorted(
            (download for download in offered if download),
            key=lambda download: _order(library, download),
        )
    )


def _order(library: Library, download: Download) -> tuple[str, int, bool, str]:
    named = f"{library.forms[download.form].example}.docx"
    kind = tuple(KINDS).index(download.kind)
    return download.form, kind, download.name != named, download.name


def _download(library: Library, name: str, size: int) -> Download | None:
    keys = [key for key in library.forms if name.startswith(f"{key}-")]
    if not keys:
        return None
    form = library.forms[max(keys, key=len)]
    kind = {f"{form.key}-blank.docx": "blank", f"{form.key}-blank.pdf": "pdf"}.get(name, "example")
    title = _title(library, name) if kind == "example" else f"{form.title}（{KINDS[kind]}）"
    return Download(name, form.key, kind, title, size)


def _title(library: Library, name: str) -> str:
    """Return the title that an example file gives itself."""
    file = library.examples[name.removesuffix(".docx")]
    return str(file.tree["title"])
