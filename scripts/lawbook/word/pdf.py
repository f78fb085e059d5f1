"""A PDF of a Word file, made by LibreOffice, with the same bytes for the same input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from lawbook.base import output
from lawbook.base.problem import Problem, ProblemsFound
from lawbook.word import office

# What LibreOffice writes anew each time: dates, the file's id, a checksum.
_DATES = re.compile(rb"/(CreationDate|ModDate)\s?\(D:[^)]*\)")
_NUMBERS = re.compile(rb"<[0-9A-F]{32}>")
_CHECKSUM = re.compile(rb"/DocChecksum /[0-9A-F]{32}")


def pdf(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Convert Word files in one call; return the PDFs. Raises ProblemsFound."""
    office.converted(paths, "pdf", folder)
    pdfs = [folder / f"{path.stem}.pdf" for path in paths]
    for path in pdfs:
        if not path.is_file():
            raise ProblemsFound([Problem(str(path), "LibreOffice 没有生成 PDF；请核对 Word 文件")])
        output.write(path, settled(path.read_bytes()))
    return pdfs


def settled(data: bytes) -> bytes:
    """Return the PDF without times and random ids; no byte moves, so its offsets stay valid."""
    data = _DATES.sub(lambda match: _same_length(match[0]), data)
    data = _CHECKSUM.sub(b"/DocChecksum /" + b"0" * 32, data)
    return _NUMBERS.sub(b"<" + b"0" * 32 + b">", data)


def _same_length(date: bytes) -> bytes:
    head, _, rest = date.partition(b"D:")
    return head + b"D:" + b"20260101000000Z".ljust(len(rest) - 1, b" ")[: len(rest) - 1] + b")"
