"""Tables for the terminal and for files: aligned columns of Chinese text, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence

Row = Sequence[str]
# What spreadsheets take for the start of a formula; some accept the full-width forms too.
_FORMULA = re.compile(r"[ \u00a0\u3000\ufeff]*[=+\-@＝＋－＠\t\r\n]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def width(text: str) -> int:
    """Return how many terminal columns a text occupies.

    >>> width("30日")
    4
    """
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def table(header: Row, rows: Iterable[Row]) -> str:
    """Return rows with aligned columns; the last column is never cut."""
    lines = [header, *rows]
    widths = [max(width(line[n]) for line in lines) for n in range(len(header) - 1)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(line: Row, widths: Sequence[int]) -> str:
    cells = [
        cell + " " * (wanted - width(cell)) for cell, wanted in zip(line[:-1], widths, strict=True)
    ]
    return "  ".join((*cells, line[-1])).rstrip()


def as_csv(header: Row, rows: Iterable[Row]) -> bytes:
    """Return rows as CSV that spreadsheets open correctly: UTF-8 with BOM, no cell a formula.

    The page writes its tables in the same way (``Lawbook.csv`` in common-text.js).
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(harmless, row) for row in (header, *rows))
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula; numbers stay numbers.

    >>> harmless("=1+1"), harmless("-22")
    ("'=1+1", '-22')
    """
    formula = _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if formula else cell


def styled(style: str, header: Row, rows: Sequence[Row], plainly: str | None = None) -> str | bytes:
    """Return rows in the style json or csv, else what ``plainly`` says, else a table."""
    if style == "json":
        return as_json([dict(zip(header, row, strict=True)) for row in rows])
    if style == "csv":
        return as_csv(header, rows)
    return table(header, rows) if plainly is None else plainly


def as_json(value: object) -> str:
    """Return a value as JSON, Chinese characters unescaped."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
