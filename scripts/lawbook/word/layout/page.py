"""The page of GB/T 9704-2012: A4, type area 156 mm by 225 mm, 22 lines of 28 characters.

Lengths are twips (1/20 pt). The lines are set exactly at 28.95 pt; the grid has lines only,
because a grid of characters too is set wrongly by older versions of LibreOffice.
"""

from __future__ import annotations

WIDTH, HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = 2098, 1984, 1588, 1474
TYPE_WIDTH = WIDTH - LEFT - RIGHT
LINE = 579
# The page number is 7 mm below the type area.
HEADER, FOOTER = 1020, 1304


def section_properties(*, restart: bool = False, numbered: bool = True) -> str:
    """Return ``w:sectPr`` of the cover (not numbered) or of later pages (numbered from 1)."""
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rIdHeader"/>' for kind in ("even", "default")
    )
    if numbered:
        references += '<w:footerReference w:type="even" r:id="rIdFooterEven"/>'
        references += '<w:footerReference w:type="default" r:id="rIdFooterOdd"/>'
    start = ' w:start="1"' if restart else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}"'
        f' w:header="{HEADER}" w:footer="{FOOTER}" w:gutter="0"/>'
        f'<w:pgNumType w:fmt="decimal"{start}/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )
