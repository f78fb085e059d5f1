"""The feet of printed pages: headings, labels and pages that a reader stumbles at."""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from wordfile import part, solid

# Styles whose paragraphs lead to what follows.
LEADS = ("TableSublabel", "TableHead1", "TableHead2", "Heading", "Band", "ColumnHead", "PageTitle")
LABEL_EDGE = 160  # points from the left; the column of labels ends there
LONGEST = 18  # signs of a heading in an answer; a longer line is an item of a list
LEAST = 4  # lines of a page's body
_PARAGRAPH = re.compile(r"<w:p>(?:(?!<w:p>).)*?</w:p>", re.DOTALL)
_STYLE = re.compile(r'<w:pStyle w:val="(\w+)"')
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)</word>')
_NOT_BODY = re.compile("虚构示例：|—[0-9]+—$")

Lines = list[tuple[str, str]]  # what stands in the column of labels, and right of it


def faults(docx: bytes, printed: Path, *, blank: bool, inside: bool = True) -> Iterator[str]:
    """Each page at whose foot a heading or a part of a label is left alone, or that is empty.

    Not ``inside``: headings further down in a cell are passed over, which Word alone keeps.

    In a blank form there is no text below a heading, and three lines are three empty cells.
    """
    styled = list(_paragraphs(docx))
    leads = {text for style, lines in styled if _leads(style, text := solid("".join(lines)))}
    if not inside:
        leads -= {solid("".join(lines)) for style, lines in styled if "TableHead" in style}
    labels = [lines for style, lines in styled if style == "TableLabel" and len(lines) > 1]
    pages = [page for page in _pages(printed) if page]
    for number, (page, after) in enumerate(zip(pages, [*pages[1:], []], strict=True), 1):
        # Below a heading in the column of answers the second line of a label may stand.
        foot = next((right for _, right in reversed(page[-2:]) if right), page[-1][0])
        if after and foot in leads and not blank:
            yield f"{number}: {foot} alone at the foot"
        if number > 1 and len(page) < (LEAST - 1 if blank else LEAST):
            yield f"{number}: {len(page)} lines"
        yield from (f"{number}: {label} torn" for label in labels if _is_torn(label, page, after))


def _leads(style: str, text: str) -> bool:
    return style in LEADS and (len(text) <= LONGEST or not style.startswith("TableHead"))


def _is_torn(label: list[str], page: Lines, after: Lines) -> bool:
    texts = [[left for left, _ in lines if left] for lines in (page, after)]
    return any(
        texts[0][-cut:] == label[:cut] and texts[1][: len(label) - cut] == label[cut:]
        for cut in range(1, len(label))
    )


def _paragraphs(docx: bytes) -> Iterator[tuple[str, list[str]]]:
    for xml in _PARAGRAPH.findall(part(docx)):
        style = _STYLE.search(xml)
        lines = re.sub("<[^>]*>", "", xml.replace("<w:br/>", "\n")).split("\n")
        yield style[1] if style else "", [solid(html.unescape(line)) for line in lines]


def _pages(printed: Path) -> Iterator[Lines]:
    done = subprocess.run(["pdftotext", "-bbox", printed, "-"], check=True, capture_output=True)
    for page in done.stdout.decode().split("<page ")[1:]:
        lines: dict[int, list[tuple[float, float, str]]] = {}
        for x, y, end, text in _WORD.findall(page):
            near = next((one for one in lines if abs(one - float(y)) < 6), int(float(y)))
            lines.setdefault(near, []).append((float(x), float(end), html.unescape(text)))
        made = [_columns(sorted(lines[y])) for y in sorted(lines)]
        yield [one for one in made if not _NOT_BODY.match("".join(one))]


def _columns(words: list[tuple[float, float, str]]) -> tuple[str, str]:
    left = "".join(text for _, end, text in words if end < LABEL_EDGE)
    return solid(left), solid("".join(text for _, end, text in words if end >= LABEL_EDGE))
