"""Tables on the terminal and as files: columns of Chinese text aligned, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Sequence

Row = Sequence[str]


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("30日")
    4
    """
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def table(header: Row, rows: Iterable[Row]) -> str:
    """Rows with aligned columns; the last column is as long as it likes."""
    lines = [header, *rows]
    widths = [max(width(line[n]) for line in lines) for n in range(len(header) - 1)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(line: Row, widths: Sequence[int]) -> str:
    cells = [
        cell + " " * (wanted - width(cell)) for cell, wanted in zip(line[:-1], widths, strict=True)
    ]
    return "  ".join((*cells, line[-1])).rstrip()


def as_csv(header: Row, rows: Iterable[Row]) -> str:
    """Rows as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().rstrip("\n")


def as_json(value: object) -> str:
    """A value as JSON with Chinese as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
